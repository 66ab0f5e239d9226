package org.sitrep.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Small invented gold files and tables with every oddity that a measure must bear: articles that
 * one side lacks, articles twice, secondary memberships, equal similarities, fields without a
 * value, overlapping spans.
 */
final class RandomTables {

  private static final List<String> REGIONS =
      List.of("US-TX", "US-OH", "US-TX", "US-AK", "SY-DI", "SY-RD", "XX");
  private static final List<String> STATES = List.of("US-TX", "US-OH", "US-AK", "US-HI");
  private static final List<String> SYRIA = List.of("SY-DI", "SY-RD", "SY-HL", "");
  private static final List<String> NAMES =
      List.of("São Tomé", "Sao Tome", "Harbour, North", "\"New\" Port", "Île d'Été", "İzmir", "");
  private static final List<String> LABELS =
      List.of("ATTACK", "PROTEST", "DIPLO", "AIR_STRIKE", "ORG_CRIME", "ATTACK");
  private static final List<String> TYPES = List.of("Battles", "Protests", "Diplomacy", "Other");
  private static final List<String> SUB_TYPES = List.of("Attack", "March", "Air", "");

  private final Random random;
  private final Path folder;
  private final int size;

  private RandomTables(long seed, Path folder) {
    this.random = new Random(seed);
    this.folder = folder;
    this.size = 8 + random.nextInt(33);
  }

  /** Writes the files of a measure, in the order in which the script takes them. */
  static List<Path> write(String measure, long seed, Path folder) throws IOException {
    RandomTables tables = new RandomTables(seed, folder);
    return switch (measure) {
      case "clusters" -> List.of(tables.clusters(), tables.memberships());
      case "weekly" -> List.of(tables.incidents(), tables.regionWeeks());
      case "articles" -> List.of(tables.articles(), tables.facts());
      case "events" -> List.of(tables.clusters(), tables.incidents(), tables.facts());
      case "toponyms" -> List.of(tables.toponyms(), tables.places());
      case "merges" -> List.of(tables.articles(), tables.memberships());
      case "types" -> List.of(tables.snippets(), tables.facts(), tables.classes());
      default -> throw new IllegalArgumentException(measure);
    };
  }

  private Path clusters() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(row(article(i), "I" + random.nextInt(size / 3 + 1), chance(8) ? 0 : 1));
    }
    rows.add(row(article(0), "I0", 1));
    return write("gold", rows, "article_id", "incident", "scored");
  }

  private Path memberships() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size + 3; i++) {
      if (chance(6)) {
        continue;
      }
      rows.add(membership(i, chance(9) ? "false" : "true"));
      if (chance(3)) {
        rows.add(random.nextInt(rows.size()), membership(i, "false"));
        rows.add(membership(i, chance(9) ? "true" : "false"));
      }
    }
    return write("predicted", rows, "incident_id", "article_id", "similarity", "is_primary");
  }

  private Object[] membership(int article, String primary) {
    String similarity = chance(5) ? "" : random.nextInt(4) / 4.0 + "";
    return row("p" + random.nextInt(size / 3 + 1), article(article), similarity, primary);
  }

  private Path incidents() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size / 3 + 3; i++) {
      if (i > 0 && chance(7)) {
        continue;
      }
      rows.add(row("I" + i, day(i), i == 0 ? "US-TX" : one(STATES), i == 0 ? "4" : few(), few()));
    }
    rows.add(row("I1", day(1), "US-OH", "", "3"));
    return write("incidents", rows, "incident", "date", "region_code", "killed", "injured");
  }

  private Path regionWeeks() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      LocalDate day = day(i);
      rows.add(
          row(
              chance(8) ? "" : IncidentLabel.week(day),
              one(REGIONS),
              random.nextInt(4),
              few(),
              few()));
    }
    return write(
        "predicted",
        rows,
        "iso_week_id",
        "region_code",
        "incidents",
        "killed_best",
        "injured_best");
  }

  private Path articles() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(
          row(
              article(i),
              day(i % 9),
              one(SYRIA),
              i == 0 ? "12" : few(),
              chance(2) ? few() : "",
              i > 1 && chance(5) ? 0 : 1));
    }
    rows.add(row(article(1), day(1), "SY-HL", "", "7", 1));
    return write(
        "gold", rows, "article_id", "date", "region_code", "civilians", "noncivilians", "date_ok");
  }

  private Path facts() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size + 3; i++) {
      for (int times = chance(7) ? random.nextInt(2) * 2 : 1; times > 0; times--) {
        LocalDate day = day(i % 9);
        rows.add(
            row(
                article(i),
                chance(5) ? "" : day.minusDays(random.nextInt(2)),
                chance(5) ? "" : day.minusDays(random.nextInt(4) - 1),
                chance(2) ? one(SYRIA) : one(STATES),
                one(TYPES),
                one(SUB_TYPES),
                few(),
                few()));
      }
    }
    return write(
        "predicted",
        rows,
        "article_id",
        "published_date",
        "event_date",
        "region_code",
        "event_type",
        "sub_event_type",
        "killed_best",
        "injured_best");
  }

  private Path toponyms() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int start = random.nextInt(30);
      rows.add(
          row(
              article(i / 4),
              start,
              start + 1 + random.nextInt(9),
              chance(4) ? "" : 100 + random.nextInt(5),
              latitude(),
              longitude(),
              one(NAMES),
              one(NAMES),
              chance(3) ? "A" : "P"));
    }
    return write(
        "gold",
        rows,
        "article_id",
        "start",
        "end",
        "geonameid",
        "latitude",
        "longitude",
        "admin1",
        "name",
        "fclass");
  }

  private Path places() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 3 * size; i++) {
      int start = random.nextInt(30);
      boolean unknown = chance(6);
      rows.add(
          row(
              article(i / 10),
              start,
              start + random.nextInt(9),
              one(NAMES),
              chance(4) ? "" : 100 + random.nextInt(5),
              unknown ? "" : latitude(),
              unknown ? "" : longitude(),
              one(NAMES)));
    }
    return write(
        "predicted",
        rows,
        "article_id",
        "start",
        "end",
        "name",
        "geoname_id",
        "latitude",
        "longitude",
        "region_name");
  }

  private Path snippets() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(row(article(i), one(LABELS), "words, with a comma"));
    }
    rows.add(row(article(2), one(LABELS), "told\nagain"));
    return write("gold", rows, "id", "label", "text");
  }

  private Path classes() throws IOException {
    List<Object[]> rows = new ArrayList<>();
    rows.add(row("Battles", "Attack", "ATTACK"));
    rows.add(row("Battles", "", "AIR_STRIKE"));
    rows.add(row("Protests", "March", ""));
    rows.add(row("Protests", "", "PROTEST"));
    rows.add(row("Diplomacy", "", "DIPLO"));
    rows.add(row("Diplomacy", "Air", one(LABELS)));
    return write("classes", rows, "event_type", "sub_event_type", "label");
  }

  private static Object[] row(Object... fields) {
    return fields;
  }

  private static String article(int i) {
    return "a" + i;
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String few() {
    return chance(4) ? "" : Integer.toString(random.nextInt(25));
  }

  /** Days around a turn of the year, when ISO weeks and calendar years part. */
  private LocalDate day(int i) {
    return LocalDate.of(2015, 12, 24).plusDays(i + random.nextInt(5));
  }

  private String latitude() {
    return Double.toString(random.nextInt(8) / 2.0 + 30.0001);
  }

  private String longitude() {
    return Double.toString(-random.nextInt(6) / 3.0 - 0.25);
  }

  private Path write(String name, List<Object[]> rows, String... header) throws IOException {
    Path file = folder.resolve(name + ".csv");
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        CSVPrinter printer =
            new CSVPrinter(writer, CSVFormat.RFC4180.builder().setHeader(header).get())) {
      for (Object[] row : rows) {
        printer.printRecord(row);
      }
    }
    return file;
  }
}
