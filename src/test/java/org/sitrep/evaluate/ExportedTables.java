package org.sitrep.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Measures on tables as {@code sitrep export} writes them: what a script that reads CSV sees. */
public final class ExportedTables {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final Map<String, String> CAPITAL = Map.of("SY-RD", "SY-DI");

  private ExportedTables() {}

  /**
   * The figures of a measure.
   *
   * @param files gold and exported table, in the order in which score.py takes them
   */
  public static Evaluation evaluation(String measure, List<Path> files) {
    GoldFile gold = gold(files.get(0));
    Path table = files.get(1);
    return switch (measure) {
      case "clusters" -> Clusters.of(Clusters.Label.read(gold), memberships(table));
      case "weekly" -> Weekly.of(IncidentLabel.read(gold), regionWeeks(table));
      case "articles" -> Articles.of(ArticleLabel.read(gold), facts(table), CAPITAL);
      case "events" -> {
        List<IncidentLabel> truth = Events.incidents(gold(files.get(1)));
        yield Events.of(Events.described(Events.labels(gold), truth), truth, facts(files.get(2)));
      }
      case "toponyms" -> Toponyms.of(Toponyms.Label.read(gold), places(table));
      case "merges" -> Merges.of(ArticleLabel.read(gold), memberships(table), CAPITAL);
      case "types" ->
          Types.of(Types.Label.read(gold), facts(table), Types.Naming.read(gold(files.get(2))));
      default -> throw new IllegalArgumentException(measure);
    };
  }

  static GoldFile gold(Path file) {
    try {
      return GoldFile.read(file.toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Membership> memberships(Path file) {
    return rows(
        file,
        row ->
            new Membership(
                row.get("article_id"),
                row.get("incident_id"),
                number(row, "similarity"),
                row.get("is_primary").equals("true")));
  }

  private static List<RegionWeek> regionWeeks(Path file) {
    return rows(
        file,
        row ->
            new RegionWeek(
                row.get("region_code"),
                text(row, "iso_week_id"),
                count(row, "incidents"),
                count(row, "killed_best"),
                count(row, "injured_best")));
  }

  private static List<ArticleFacts> facts(Path file) {
    return rows(
        file,
        row ->
            new ArticleFacts(
                row.get("article_id"),
                day(row, "published_date"),
                day(row, "event_date"),
                text(row, "region_code"),
                text(row, "event_type"),
                text(row, "sub_event_type"),
                count(row, "killed_best"),
                count(row, "injured_best")));
  }

  private static List<PlaceMention> places(Path file) {
    return rows(
        file,
        row ->
            new PlaceMention(
                row.get("article_id"),
                count(row, "start"),
                count(row, "end"),
                text(row, "name"),
                count(row, "geoname_id"),
                number(row, "latitude"),
                number(row, "longitude"),
                text(row, "region_name")));
  }

  private static <R> List<R> rows(Path file, Function<CSVRecord, R> record) {
    try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), FORMAT)) {
      return parser.stream().map(record).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(CSVRecord row, String column) {
    return row.get(column).isEmpty() ? null : row.get(column);
  }

  private static LocalDate day(CSVRecord row, String column) {
    return text(row, column) == null ? null : LocalDate.parse(row.get(column));
  }

  private static Long count(CSVRecord row, String column) {
    return text(row, column) == null ? null : Long.valueOf(row.get(column));
  }

  private static Double number(CSVRecord row, String column) {
    return text(row, column) == null ? null : Double.valueOf(row.get(column));
  }
}
