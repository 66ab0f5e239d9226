package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Correction;
import org.sitrep.tables.Incident;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/** Analysts' corrections through the command line: given, kept, applied to what comes, removed. */
@Tag("heavy")
class CorrectionsTest {

  private static final String HEADER = "action,article_id,field,value,note,author\n";

  private static final String GIVEN =
      HEADER
          + "merge,kherson1,,mosul1,one convoy,R. Haddad\n"
          + "split,kano2,,,,\n"
          + "move,basra1,region_code,IQ-NI,,N. Osei\n"
          + "move,basra1,place_name,Mosul,,\n"
          + "move,basra1,date_start,2024-07-01,,\n"
          + "move,basra1,date_end,2024-07-03,,\n"
          + "override,lima1,killed,11,the hospital's list,R. Haddad\n"
          + "override,lima1,injured_low,2,,\n"
          + "drop,cebu1,,,a drill,N. Osei\n"
          + "override,later1,killed_high,9,,\n"
          + "merge,later1,,nowhere,,\n";

  private static final List<Table> DERIVED =
      List.of(
          Tables.INCIDENT_ARTICLES,
          Tables.INCIDENTS,
          Tables.CLAIMS,
          Tables.REGION_WEEKS,
          Tables.REGION_WEEK_EVENTS);

  @TempDir static Path folder;
  private static Path plain;
  private static Path corrected;
  private static String said;

  @BeforeAll
  static void run() throws IOException {
    Path first = folder.resolve("first.jsonl");
    Files.writeString(
        first,
        article(
                "kherson1",
                "Harbour News",
                "2024-06-04",
                "Shells kill five at Kherson harbour",
                "Shells hit the harbour of Kherson, Ukraine, on Monday and killed five dockers,"
                    + " the port authority said. Nine people were injured.")
            + article(
                "kherson2",
                "River Post",
                "2024-06-04",
                "Five dockers killed in Kherson",
                "Five dockers were killed when shells hit the harbour of Kherson in Ukraine on"
                    + " Monday, the port authority said. Nine others were injured.")
            + article(
                "mosul1",
                "Tigris Daily",
                "2024-06-05",
                "Car bomb kills seven in Mosul",
                "A car bomb exploded beside a bakery in Mosul, Iraq, on Tuesday and killed seven"
                    + " people, police said.")
            + article(
                "kano1",
                "Kano Mail",
                "2024-06-06",
                "Twelve die as bus overturns in Kano",
                "Twelve passengers died when a bus overturned near Kano, Nigeria, on Wednesday,"
                    + " the road safety corps said. The driver, Musa Garba, survived.")
            + article(
                "kano2",
                "Sahel Wire",
                "2024-06-06",
                "Bus overturns near Kano, 12 dead",
                "A bus overturned near Kano in Nigeria on Wednesday and twelve passengers died, the"
                    + " road safety corps said. Its driver Musa Garba was pulled out alive.")
            + article(
                "basra1",
                "Gulf Echo",
                "2024-06-11",
                "Gunmen kill two in Basra",
                "Gunmen shot dead two merchants in Basra, Iraq, on Monday, police said.")
            + article(
                "lima1",
                "Andes Hoy",
                "2024-06-12",
                "Warehouse fire kills three in Lima",
                "A fire in a warehouse in Lima, Peru, on Tuesday killed three workers, firefighters"
                    + " said.")
            + article(
                "cebu1",
                "Visayas Star",
                "2024-06-13",
                "Explosion kills one in Cebu",
                "An explosion at a fireworks stall in Cebu City, Philippines, on Wednesday killed"
                    + " one vendor, police said."));
    Path later = folder.resolve("later.jsonl");
    Files.writeString(
        later,
        article(
                "later1",
                "Nile Times",
                "2024-06-18",
                "Clash kills four near Khartoum",
                "Soldiers clashed with gunmen in Khartoum, Sudan, on Monday and four soldiers were"
                    + " killed, the army said.")
            + article(
                "kano3",
                "Plateau Sun",
                "2024-06-07",
                "Kano bus crash: 12 dead",
                "The bus that overturned near Kano, Nigeria, on Wednesday had worn brakes, the road"
                    + " safety corps said. Twelve passengers died; the driver Musa Garba lives."));
    plain = folder.resolve("plain");
    corrected = folder.resolve("corrected");
    Sitrep.done("run", "--output", plain, "--input", first);
    Sitrep.Said run =
        Sitrep.say(
            "run", "--output", corrected, "--input", first, "--corrections", file("given", GIVEN));
    assertThat(run.code()).as(run.err()).isZero();
    said = run.err();
    one();
    Sitrep.done("run", "--output", plain, "--input", later);
    Sitrep.done("run", "--output", corrected, "--input", later);
  }

  private static String article(String id, String source, String day, String title, String text) {
    return "{\"id\": \"%s\", \"source\": \"%s\", \"published_at\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}\n"
        .formatted(id, source, day, title, text);
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".csv"), text);
  }

  /** What the first run wrote, by the article that names the incident. */
  private static final Map<String, Incident> FIRST = new TreeMap<>();

  private static void one() {
    FIRST.putAll(incidents(corrected));
  }

  private static Map<String, Incident> incidents(Path output) {
    Map<String, Incident> byId =
        records(output, Incident.class, Tables.INCIDENTS).stream()
            .collect(Collectors.toMap(Incident::incidentId, incident -> incident));
    Map<String, Incident> byArticle = new TreeMap<>();
    records(output, IncidentArticle.class, Tables.INCIDENT_ARTICLES)
        .forEach(member -> byArticle.put(member.articleId(), byId.get(member.incidentId())));
    return byArticle;
  }

  private static <R extends Record> List<R> records(Path output, Class<R> type, Table table) {
    Codec<R> codec = Codec.of(type, table);
    return Sitrep.table(output, table).collectAsList().stream().map(codec::record).toList();
  }

  private static List<String> rows(Path output, Table table) {
    return Sitrep.table(output, table).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  @Test
  void mergesAndSplits() {
    assertThat(FIRST.get("mosul1")).isEqualTo(FIRST.get("kherson2"));
    assertThat(FIRST.get("kherson1").articleCount()).isEqualTo(3);
    assertThat(FIRST.get("kherson1").incidentIdsBefore()).hasSize(1);
    assertThat(FIRST.get("kano1").articleCount()).isEqualTo(1);
    assertThat(FIRST.get("kano2").articleCount()).isEqualTo(1);
    assertThat(FIRST.get("kano2").warning()).contains("corrected");
    assertThat(FIRST.get("kano1").corrections()).isEqualTo(FIRST.get("kano2").corrections());
    assertThat(incidents(plain).get("kano1").articleCount()).isEqualTo(3);
  }

  @Test
  void movesItsArticlesToo() {
    Incident moved = FIRST.get("basra1");
    assertThat(
            List.of(
                moved.countryCode(),
                moved.regionCode(),
                moved.placeName(),
                moved.dateStart() + ".." + moved.dateEnd(),
                moved.datePrec(),
                moved.dateBasis(),
                moved.wherePrec()))
        .containsExactly("IQ", "IQ-NI", "Mosul", "2024-07-01..2024-07-03", 2, "corrected", 1);
    assertThat(moved.latitude()).isBetween(36.2, 36.5);
    assertThat(
            Sitrep.table(corrected, Tables.INCIDENT_ARTICLES)
                .where("article_id = 'basra1' and region_code = 'IQ-NI'")
                .where("event_date = '2024-07-01' and date_basis = 'corrected'")
                .count())
        .isEqualTo(1);
    assertThat(
            Sitrep.table(corrected, Tables.REGION_WEEKS)
                .where("region_code = 'IQ-NI' and iso_week_id = '2024-W27'")
                .where("incidents = 1 and articles = 1 and array_contains(warning, 'corrected')")
                .count())
        .isEqualTo(1);
  }

  @Test
  void overridesFiguresAndSumsThem() {
    Incident incident = FIRST.get("lima1");
    assertThat(List.of(incident.killedLow(), incident.killedBest(), incident.killedHigh()))
        .containsExactly(11, 11, 11);
    assertThat(List.of(incident.injuredLow(), incident.injuredBest(), incident.injuredHigh()))
        .containsExactly(2, 2, 2);
    assertThat(incident.figuresExplained())
        .contains("killed: corrected from 3 to 11 by R. Haddad (the hospital's list)");
    assertThat(
            Sitrep.table(corrected, Tables.REGION_WEEKS)
                .where("country_code = 'PE' and killed_best = 11 and injured_low = 2")
                .count())
        .isEqualTo(1);
  }

  @Test
  void dropsWithoutHiding() {
    Incident dropped = FIRST.get("cebu1");
    assertThat(dropped.eventType()).isEqualTo("Other");
    assertThat(dropped.killedBest()).isNull();
    assertThat(dropped.warning()).contains("dropped", "corrected");
    assertThat(dropped.corrections())
        .singleElement()
        .satisfies(one -> assertThat(one.before()).isNotEqualTo("Other"));
    assertThat(
            Sitrep.table(corrected, Tables.REGION_WEEKS)
                .where("country_code = 'PH' and incidents = 0 and other = 1 and articles = 1")
                .where("killed_best is null and array_contains(warning, 'dropped')")
                .count())
        .isEqualTo(1);
  }

  @Test
  void explains() {
    assertThat(Sitrep.done("explain", FIRST.get("lima1").incidentId(), "--output", corrected))
        .contains("Corrected by hand: 6", "killed_low", "R. Haddad", "the hospital's list (line 8)")
        .contains("corrected from 3 to 11");
  }

  @Test
  void saysWhatWaits() {
    assertThat(said)
        .contains("corrections: 9 applied, 2 waiting")
        .contains("correction of line 11 is waiting: no article later1 was read yet")
        .contains("correction of line 12 is waiting");
  }

  @Test
  void staysAndReachesWhatComesLater() {
    Map<String, Incident> now = incidents(corrected);
    assertThat(now.get("later1").killedHigh()).isEqualTo(9);
    assertThat(now.get("mosul1")).isEqualTo(now.get("kherson2"));
    assertThat(now.get("lima1")).isEqualTo(FIRST.get("lima1"));
    assertThat(now.get("kano3").incidentId()).isEqualTo(now.get("kano1").incidentId());
    assertThat(now.get("kano2").articleCount()).isEqualTo(1);
    assertThat(records(corrected, Correction.class, Tables.CORRECTIONS))
        .filteredOn(row -> !row.status().equals("applied"))
        .singleElement()
        .satisfies(row -> assertThat(row.reason()).isEqualTo("no article nowhere was read yet"));
  }

  @Test
  void clusteringDoesNotLearnFromThem() {
    assertThat(clustered(corrected)).isEqualTo(clustered(plain));
  }

  private static Map<String, String> clustered(Path output) {
    return records(output, IncidentArticle.class, Tables.INCIDENT_ARTICLES).stream()
        .collect(Collectors.toMap(IncidentArticle::articleId, IncidentArticle::clusteredId));
  }

  @Test
  void nothingOfThemIsLeftOnceTheyAreCleared() throws IOException {
    Path output = folder.resolve("cleared");
    copy(corrected, output);
    assertThat(rows(output, Tables.INCIDENTS)).isNotEqualTo(rows(plain, Tables.INCIDENTS));
    Path none = file("none", HEADER);
    Sitrep.done("reconcile", "--output", output, "--corrections", none);
    Sitrep.done("statistics", "--output", output);
    for (Table table : DERIVED) {
      assertThat(rows(output, table)).as(table.name()).isEqualTo(rows(plain, table));
    }
    assertThat(Sitrep.table(output, Tables.CORRECTIONS).count()).isZero();
  }

  @Test
  void reconcilingGivesWhatARunGives() throws IOException {
    Path output = folder.resolve("reconciled");
    copy(plain, output);
    Path given = file("again", GIVEN);
    Sitrep.done("reconcile", "--output", output, "--corrections", given);
    Sitrep.done("statistics", "--output", output);
    for (Table table : DERIVED) {
      assertThat(rows(output, table)).as(table.name()).isEqualTo(rows(corrected, table));
    }
  }

  @Test
  void aRunWithoutNewArticlesAppliesThemWithoutClusteringAnew() throws IOException {
    Path output = folder.resolve("run");
    copy(plain, output);
    Sitrep.Said run = Sitrep.say("run", "--output", output, "--corrections", file("run", GIVEN));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("step 4/6").doesNotContain("step 3/6");
    assertThat(rows(output, Tables.INCIDENTS)).isEqualTo(rows(corrected, Tables.INCIDENTS));
  }

  @Test
  void badLinesStopBeforeAnythingIsRead() throws IOException {
    Path output = folder.resolve("bad");
    Sitrep.Said bad =
        Sitrep.say(
            "run", "--output", output, "--corrections", file("bad", HEADER + "move,a1,date,,,\n"));
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("bad.csv, line 2: unknown field \"date\"");
    assertThat(output.resolve("_current")).doesNotExist();
    assertThat(
            Sitrep.say("run", "--output", output, "--corrections", folder.resolve("absent.csv"))
                .err())
        .contains("cannot read the corrections");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isSymbolicLink(file)) {
          continue;
        }
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
