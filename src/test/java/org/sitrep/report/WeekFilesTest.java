package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitrep.report.TableRows.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.SharedSpark;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

class WeekFilesTest {

  private static final String SENTENCE = "Shells fell on the old market before dawn.";
  private static final Crosswalk CODES =
      Crosswalk.of(
          "codes.csv",
          "region_code,pcode,name\nSD-DN,SD02,Shamal\n".getBytes(StandardCharsets.UTF_8));

  @TempDir static Path plain;
  @TempDir static Path tagged;

  private static Object[] region(String week, String region, Long killed, Long incidents) {
    return row(
        "iso_week_id",
        week,
        "week_start",
        week == null ? null : Date.valueOf("2024-09-09"),
        "country_code",
        region.substring(0, 2),
        "region_code",
        region,
        "region_name",
        "Division \"" + region + "\"",
        "incidents",
        incidents,
        "killed_best",
        killed,
        "source_names",
        new String[] {"=radio", "Daily"});
  }

  private static Object[] incident(
      String id, String region, String day, String title, Double longitude, Integer killed) {
    return row(
        "incident_id",
        id,
        "title",
        title,
        "event_type",
        id.startsWith("other") ? "Other" : "Battles",
        "date_start",
        day == null ? null : Date.valueOf(day),
        "date_end",
        day == null ? null : Date.valueOf(day),
        "latitude",
        longitude == null ? null : Double.valueOf(-16.5),
        "longitude",
        longitude,
        "where_prec",
        1,
        "country_code",
        region.substring(0, 2),
        "region_code",
        region,
        "source_count",
        2,
        "killed_best",
        killed,
        "civilian_targeting",
        false,
        "figures_explained",
        new String[] {SENTENCE},
        "warning",
        new String[] {"disputed"});
  }

  private static Object[] member(String incident, String article) {
    return row("incident_id", incident, "article_id", article, "is_primary", true);
  }

  private static Object[] article(String id, String url, String title) {
    return row("article_id", id, "url", url, "source", "@outlet", "title", title, "text", SENTENCE);
  }

  private static Object[] claim(String incident, String article, int start, String claimant) {
    return row(
        "incident_id",
        incident,
        "article_id",
        article,
        "field",
        "text",
        "figure_start",
        start,
        "effect",
        "killed",
        "number_low",
        0,
        "victim_text",
        SENTENCE,
        "claimant",
        claimant,
        "status",
        "counted",
        "reason",
        "named first");
  }

  private static Function<Table, Dataset<Row>> tables() {
    Map<Table, Dataset<Row>> tables =
        Map.of(
            Tables.REGION_WEEKS,
            TableRows.of(
                Tables.REGION_WEEKS,
                region("2024-W37", "SD-KH", null, 1L),
                region("2024-W37", "SD-DN", 0L, 2L),
                region("2024-W37", "FJ.01", 3L, 1L),
                region("2024-W38", "SD-DN", 7L, 1L),
                region(null, "SD-DN", 1L, 1L)),
            Tables.INCIDENTS,
            TableRows.of(
                Tables.INCIDENTS,
                incident("b", "SD-DN", "2024-09-15", "<script>alert(1)</script>", null, null),
                incident("a", "SD-DN", "2024-09-09", "=cmd()", 25.5, 0),
                incident("c", "FJ.01", "2024-09-12", "Quiet,\r\n\"night\"", -179.75, 3),
                incident("otherwise", "SD-DN", "2024-09-12", "A column", 25.5, null),
                incident("d", "SD-DN", "2024-09-16", "The week after", 25.5, 7),
                incident("e", "SD-DN", null, null, 25.5, 1),
                incident("f", "SD-DN", "2018-12-31", "A year's first week", 25.5, 1)),
            Tables.INCIDENT_ARTICLES,
            TableRows.of(
                Tables.INCIDENT_ARTICLES,
                member("a", "1"),
                member("a", "2"),
                member("c", "3"),
                member("d", "4"),
                member("otherwise", "5")),
            Tables.ARTICLES,
            TableRows.of(
                Tables.ARTICLES,
                article("1", "javascript:alert(1)", "-shots"),
                article("2", "https://news.example/2?a=1&b=2", null),
                article("3", null, "x"),
                article("4", "https://news.example/4", "x"),
                article("5", "https://news.example/5", "x")),
            Tables.CLAIMS,
            TableRows.of(
                Tables.CLAIMS,
                claim("a", "2", 110, null),
                claim("a", "2", 20, "+monitor"),
                claim("d", "4", 3, null)));
    return table -> tables.get(table).repartition(3);
  }

  @BeforeAll
  static void write() {
    List<String> weeks = new ArrayList<>(Arrays.asList("2024-W37", "2019-W01", "2020-W53", null));
    Map<String, Long> items =
        WeekFiles.of(tables()).write(SharedSpark.session(), weeks, plain.toUri() + "report");
    assertThat(items)
        .containsEntry("2024-W37-regions.csv", 3L)
        .containsEntry("2024-W37-incidents.csv", 3L)
        .containsEntry("2024-W37-claims.csv", 2L)
        .containsEntry("2024-W37-articles.csv", 3L)
        .containsEntry("2024-W37.json", 11L)
        .containsEntry("2024-W37.geojson", 3L)
        .containsEntry("undated-incidents.csv", 1L)
        .containsEntry("2020-W53.json", 0L)
        .hasSize(24);
    WeekFiles.of(tables())
        .in("SD")
        .with(CODES)
        .write(SharedSpark.session(), List.of("2024-W37"), tagged.toString());
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      return parser.getRecords();
    }
  }

  private static List<String> column(Path file, String column) throws IOException {
    return records(file).stream().map(record -> record.get(column)).toList();
  }

  private static Path file(String name) {
    return plain.resolve("report").resolve(name);
  }

  private static JsonNode tree(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void theFolderHoldsTheFilesAlone() throws IOException {
    List<String> names = new ArrayList<>();
    Stream.of("2024-W37", "2019-W01", "2020-W53", null)
        .forEach(week -> names.addAll(WeekFiles.names(week)));
    try (Stream<Path> files = Files.list(plain.resolve("report"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  @Test
  void regionsKeepUnknownFromZero() throws IOException {
    Path regions = file("2024-W37-regions.csv");
    assertThat(column(regions, "region_code")).containsExactly("FJ.01", "SD-DN", "SD-KH");
    assertThat(column(regions, "killed_best")).containsExactly("3", "0", "");
    assertThat(column(regions, "region_name")).contains("Division \"SD-KH\"");
    JsonNode json = tree(file("2024-W37.json")).get("regions");
    assertThat(json).hasSize(3);
    assertThat(json.get(1).get("killed_best").isIntegralNumber()).isTrue();
    assertThat(json.get(2).get("killed_best").isNull()).isTrue();
    assertThat(json.get(0).get("source_names").get(0).asText()).isEqualTo("=radio");
  }

  @Test
  void incidentsComeDayByDayAndRunNothing() throws IOException {
    Path incidents = file("2024-W37-incidents.csv");
    assertThat(column(incidents, "incident_id")).containsExactly("a", "c", "b");
    assertThat(column(incidents, "title"))
        .containsExactly("'=cmd()", "Quiet,\r\n\"night\"", "<script>alert(1)</script>");
    assertThat(column(incidents, "killed_best")).containsExactly("0", "3", "");
    JsonNode json = tree(file("2024-W37.json"));
    assertThat(json.get("week").asText()).isEqualTo("2024-W37");
    assertThat(json.get("week_start").asText()).isEqualTo("2024-09-09");
    assertThat(json.get("week_end").asText()).isEqualTo("2024-09-15");
    assertThat(json.get("incidents").get(0).get("title").asText()).isEqualTo("=cmd()");
    assertThat(json.get("incidents").get(0).get("source_count").asInt()).isEqualTo(2);
  }

  @Test
  void claimsTellWhoSaysSoAndLinksAreOfTheWeb() throws IOException {
    Path claims = file("2024-W37-claims.csv");
    assertThat(column(claims, "claimant")).containsExactly("'+monitor", "");
    assertThat(column(claims, "number_low")).containsExactly("0", "0");
    assertThat(column(claims, "source")).containsOnly("'@outlet");
    assertThat(column(claims, "url")).containsOnly("https://news.example/2?a=1&b=2");
    Path articles = file("2024-W37-articles.csv");
    assertThat(column(articles, "article_id")).containsExactly("1", "2", "3");
    assertThat(column(articles, "url")).containsExactly("", "https://news.example/2?a=1&b=2", "");
    assertThat(column(articles, "title")).containsExactly("'-shots", "", "x");
  }

  @Test
  void noSentenceOfAnArticleIsInAnyFile() throws IOException {
    try (Stream<Path> files = Files.list(plain.resolve("report"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain(SENTENCE, "victim_text", "javascript:");
      }
    }
  }

  @Test
  void aMapIsAFeatureCollection() throws IOException {
    JsonNode map = tree(file("2024-W37.geojson"));
    assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(map.has("crs")).isFalse();
    List<String> geometries = new ArrayList<>();
    for (JsonNode feature : map.get("features")) {
      assertThat(feature.get("type").asText()).isEqualTo("Feature");
      assertThat(feature.get("properties").isObject()).isTrue();
      assertThat(feature.get("properties").get("incident_id")).isEqualTo(feature.get("id"));
      geometries.add(feature.get("id").asText() + " " + feature.get("geometry"));
    }
    assertThat(geometries)
        .containsExactly(
            "a {\"type\":\"Point\",\"coordinates\":[25.5,-16.5]}",
            "c {\"type\":\"Point\",\"coordinates\":[-179.75,-16.5]}",
            "b null");
    JsonNode properties = map.get("features").get(0).get("properties");
    assertThat(properties.get("killed_best").isInt()).isTrue();
    assertThat(properties.get("civilian_targeting").isBoolean()).isTrue();
    assertThat(properties.get("warning").isArray()).isTrue();
  }

  @Test
  void theUndatedAndTheEmptyWeek() throws IOException {
    JsonNode undated = tree(file("undated.json"));
    assertThat(undated.get("week").isNull()).isTrue();
    assertThat(undated.get("week_start").isNull()).isTrue();
    assertThat(undated.get("incidents").get(0).get("incident_id").asText()).isEqualTo("e");
    assertThat(undated.get("regions")).hasSize(1);
    assertThat(undated.get("claims")).isEmpty();
    assertThat(tree(file("2020-W53.json")).get("incidents")).isEmpty();
    assertThat(tree(file("2020-W53.geojson")).get("features")).isEmpty();
    assertThat(Files.readAllLines(file("2020-W53-incidents.csv"))).hasSize(1);
  }

  @Test
  void aWeekMayBeginInTheYearBefore() throws IOException {
    assertThat(column(file("2019-W01-incidents.csv"), "incident_id")).containsExactly("f");
    assertThat(tree(file("2019-W01.json")).get("week_start").asText()).isEqualTo("2018-12-31");
  }

  @Test
  void aCrosswalkAddsCodesAndTags() throws IOException {
    List<CSVRecord> regions = records(tagged.resolve("2024-W37-regions.csv"));
    assertThat(regions)
        .extracting(record -> record.get("region_code"))
        .containsExactly("#adm1+code+v_iso", "SD-DN", "SD-KH");
    assertThat(regions)
        .extracting(record -> record.get("pcode"))
        .containsExactly("#adm1+code+v_pcode", "SD02", "");
    assertThat(regions)
        .extracting(record -> record.get("pcode_name"))
        .containsExactly("#adm1+name+v_pcode", "Shamal", "");
    assertThat(regions.get(0).get("killed_low")).isEqualTo("#affected+killed+min");
    assertThat(regions.get(0).toList())
        .allSatisfy(tag -> assertThat(tag).matches("|#[a-z][a-z0-9]*(\\+[a-z][a-z0-9_]*)*"));
    assertThat(column(tagged.resolve("2024-W37-incidents.csv"), "incident_id"))
        .containsExactly("#event+id", "a", "b");
    for (String name : WeekFiles.names("2024-W37")) {
      if (name.endsWith(".csv")) {
        assertThat(Files.readAllLines(tagged.resolve(name)).get(1)).contains("#");
      }
    }
    JsonNode json = tree(tagged.resolve("2024-W37.json"));
    assertThat(json.get("country_code").asText()).isEqualTo("SD");
    assertThat(json.get("regions").get(0).get("pcode").asText()).isEqualTo("SD02");
    assertThat(json.get("regions").get(1).get("pcode").isNull()).isTrue();
    assertThat(tree(tagged.resolve("2024-W37.geojson")).get("features").get(0).get("properties"))
        .anySatisfy(value -> assertThat(value.asText()).isEqualTo("SD02"));
  }

  @Test
  void aWeekThatIsNone() {
    for (String week : List.of("2024-W60", "2024-37", "../x")) {
      assertThatThrownBy(
              () ->
                  WeekFiles.of(tables())
                      .write(SharedSpark.session(), List.of(week), tagged.toString()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no ISO week: " + week + "; give one as 2015-W17");
    }
  }
}
