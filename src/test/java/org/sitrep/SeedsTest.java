package org.sitrep;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.tables.Tables;
import org.sitrep.text.Resources;

/** The five articles that the project began with, through the command line. */
class SeedsTest {

  @TempDir static Path folder;
  private static Path dated;
  private static Path bare;

  @BeforeAll
  static void run() {
    Path seeds = Sitrep.shared("seeds");
    dated = folder.resolve("dated");
    bare = folder.resolve("bare");
    Sitrep.done(
        "run",
        "--input",
        seeds,
        "--metadata",
        Sitrep.shared("seeds-metadata.csv"),
        "--output",
        dated);
    Sitrep.done("run", "--input", seeds, "--output", bare);
  }

  private static Map<String, String> incidentOf(Path output) {
    Map<String, String> incidents = new TreeMap<>();
    for (Row row :
        Sitrep.table(output, Tables.INCIDENT_ARTICLES).where("is_primary").collectAsList()) {
      incidents.put(row.<String>getAs("article_id").substring(0, 3), row.getAs("incident_id"));
    }
    return incidents;
  }

  private static Row incident(Path output, String article) {
    List<Row> rows =
        Sitrep.table(output, Tables.INCIDENTS)
            .where(col("incident_id").equalTo(incidentOf(output).get(article)))
            .collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<Object> figures(Row incident) {
    return List.of(
        incident.getAs("killed_low"), incident.getAs("killed_best"), incident.getAs("killed_high"));
  }

  @Test
  void fiveArticlesTellThreeIncidents() {
    Map<String, String> incidents = incidentOf(dated);
    assertThat(incidents).hasSize(5);
    assertThat(incidents.get("003")).isEqualTo(incidents.get("004"));
    assertThat(incidents.get("000")).isEqualTo(incidents.get("002"));
    assertThat(List.of(incidents.get("003"), incidents.get("000"), incidents.get("001")))
        .doesNotHaveDuplicates();
  }

  @Test
  void theFallOfTheTown() {
    Row incident = incident(dated, "003");
    assertThat(incident.<String>getAs("region_code")).isEqualTo("SY-ID");
    assertThat(incident.<Date>getAs("date_start")).isEqualTo("2015-04-23");
    assertThat(incident.<Date>getAs("date_end")).isEqualTo("2015-04-25");
    assertThat(incident.<String>getAs("event_type")).isEqualTo("Battles");
    assertThat(figures(incident)).containsExactly(103, 103, 103);
  }

  @Test
  void theBattleAtTheHospital() {
    Row incident = incident(dated, "000");
    assertThat(incident.<String>getAs("region_code")).isEqualTo("SY-ID");
    assertThat(incident.<Date>getAs("date_start")).isEqualTo("2015-05-10");
    assertThat(incident.<Date>getAs("date_end")).isEqualTo("2015-05-11");
    assertThat(figures(incident)).containsExactly(72, 72, 72);
  }

  @Test
  void theOffensiveTowardHama() {
    Row incident = incident(dated, "001");
    assertThat(incident.<String>getAs("region_code")).isEqualTo("SY-HM");
    assertThat(figures(incident)).containsExactly(0, 0, 50);
    assertThat(incident.getList(incident.fieldIndex("warning"))).contains("belligerent_only");
  }

  @Test
  void theWeeks() {
    List<Row> rows =
        Sitrep.table(dated, Tables.REGION_WEEKS)
            .where("killed_high > 0")
            .orderBy("iso_week_id")
            .collectAsList();
    assertThat(rows)
        .extracting(
            row -> row.getAs("region_code"),
            row -> row.getAs("iso_week_id"),
            row -> row.getAs("killed_low"),
            row -> row.getAs("killed_best"),
            row -> row.getAs("killed_high"))
        .contains(
            tuple("SY-ID", "2015-W17", 103L, 103L, 103L), tuple("SY-ID", "2015-W19", 72L, 72L, 72L))
        .anySatisfy(
            row -> {
              assertThat(row.toList().get(0)).isEqualTo("SY-HM");
              assertThat(row.toList().get(1)).isIn("2024-W48", "2024-W49");
              assertThat(row.toList().subList(2, 5)).isEqualTo(List.of(0L, 0L, 50L));
            });
  }

  @Test
  void articlesOfAnIncidentDateEachOther() {
    Map<String, Object> published = new TreeMap<>();
    for (Row row :
        Sitrep.table(bare, Tables.INCIDENT_ARTICLES).where("is_primary").collectAsList()) {
      published.put(
          row.<String>getAs("article_id").substring(0, 3),
          row.getAs("published_date") + " " + row.getAs("published_basis"));
    }
    assertThat(published)
        .containsEntry("004", "2015-04-25 byline")
        .containsEntry("003", "2015-04-25 inferred")
        .containsEntry("002", "2015-05-11 inferred");
    assertThat(published.get("000").toString()).startsWith("2015-05-1").endsWith("inferred");
  }

  @Test
  void withoutMetadataTheUndatedArticleIsKeptWithAWarning() {
    Row incident = incident(bare, "001");
    assertThat(incident.isNullAt(incident.fieldIndex("date_start"))).isTrue();
    assertThat(incident.getList(incident.fieldIndex("warning"))).contains("undated");
    assertThat(
            Sitrep.table(bare, Tables.REGION_WEEKS)
                .where("iso_week_id is null and region_code = 'SY-HM'")
                .collectAsList())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<Long>getAs("killed_high")).isEqualTo(50L);
              assertThat(row.getList(row.fieldIndex("warning"))).contains("undated");
            });
  }

  /** What four articles tell in passing: of each the region and the figures of dead. */
  @Test
  void incidentsToldInPassing() {
    assertThat(passing(dated))
        .containsExactlyInAnyOrder(
            "000 SY-RD 2015-05-08 0 null null null",
            "001 SY-DI 2024-12-03 0 1 1 1",
            "001 SY-HL 2024-12-03 0 null null null",
            "002 SY-ID 2015-04-23 2 103 103 103");
    assertThat(passing(bare))
        .containsExactlyInAnyOrder(
            "000 SY-RD 2015-05-08 0 null null null",
            "001 SY-DI null 0 1 1 1",
            "001 SY-HL null 0 null null null",
            "002 SY-ID 2015-04-23 2 103 103 103");
  }

  @Test
  void theCaptureRetoldIsTheCapture() {
    String retold =
        Sitrep.table(dated, Tables.INCIDENT_ARTICLES)
            .where("not is_primary and article_id like '002%'")
            .select("incident_id")
            .collectAsList()
            .get(0)
            .getString(0);
    assertThat(retold).isEqualTo(incidentOf(dated).get("003"));
  }

  private static List<String> passing(Path output) {
    return Sitrep.table(output, Tables.INCIDENT_ARTICLES)
        .where("not is_primary")
        .select("incident_id", "article_id")
        .join(
            Sitrep.table(output, Tables.INCIDENTS),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("incident_id")).toSeq())
        .collectAsList()
        .stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.<String>getAs("article_id").substring(0, 3),
                    row.getAs("region_code"),
                    String.valueOf(row.<Object>getAs("date_start")),
                    String.valueOf(row.<Object>getAs("article_count")),
                    String.valueOf(row.<Object>getAs("killed_low")),
                    String.valueOf(row.<Object>getAs("killed_best")),
                    String.valueOf(row.<Object>getAs("killed_high"))))
        .toList();
  }

  /** The table was read by hand from the articles, by the rules for claims and figures. */
  @Test
  void everyClaimHasItsStatusAndReason() {
    List<String> expected = new ArrayList<>();
    List<String> told = new ArrayList<>();
    List<String[]> gold = Resources.rows(SeedsTest.class, "/seeds-claims.tsv");
    for (String[] row : gold) {
      expected.add(String.join(" ", Arrays.copyOf(row, 8)));
    }
    List<String> reasons = gold.stream().map(row -> row[0] + " " + row[7] + " " + row[8]).toList();
    for (Row row : Sitrep.table(dated, Tables.CLAIMS).collectAsList()) {
      String article = row.<String>getAs("article_id").substring(0, 3);
      String claimant = row.getAs("claimant");
      String status = row.getAs("status");
      String reason = row.getAs("reason");
      told.add(
          String.join(
              " ",
              article,
              row.getAs("effect"),
              String.valueOf(row.<Integer>getAs("number_low")),
              String.valueOf(row.<Integer>getAs("number_high")),
              row.getAs("modality"),
              row.getAs("victim_class"),
              claimant == null ? "-" : claimant,
              status));
      assertThat(reasons)
          .as(reason)
          .anyMatch(
              known ->
                  known.startsWith(article + " " + status + " ")
                      && reason.contains(known.substring(article.length() + status.length() + 2)));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void explainShowsEveryClaimWithItsStatusAndSentence() {
    String told = Sitrep.done("explain", incidentOf(dated).get("002"), "--output", dated);
    assertThat(told).contains("72", "40", "32", "total", "cumulative", "220,000", "Observatory");
    String other = Sitrep.done("explain", incidentOf(dated).get("003"), "--output", dated);
    assertThat(other).contains("103", "60", "43", "superseded", "part", "Chechen");
    assertThat(other).contains("Articles: 2", "Told in passing", "002", "overran");
  }
}
