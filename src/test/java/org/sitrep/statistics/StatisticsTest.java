package org.sitrep.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.SharedSpark;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import org.sitrep.text.Resources;

class StatisticsTest {

  private static Dataset<Row> documents;
  private static Dataset<Row> incidentArticles;
  private static Dataset<Row> incidents;
  private static Dataset<Row> claims;
  private static Dataset<Row> documentFrequencies;
  private static Map<String, Row> weeks;

  /** Rows given as {@code column=value} pairs; what is not given is null. */
  private static Dataset<Row> rows(Table table, List<Map<String, Object>> given) {
    StructType schema = Codec.schema(table);
    List<Row> rows = new ArrayList<>();
    for (Map<String, Object> cells : given) {
      assertThat(Arrays.asList(schema.fieldNames())).containsAll(cells.keySet());
      rows.add(RowFactory.create(Arrays.stream(schema.fieldNames()).map(cells::get).toArray()));
    }
    return SharedSpark.session().createDataFrame(rows, schema);
  }

  private static Map<String, Object> cells(Object... pairs) {
    Map<String, Object> cells = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      cells.put((String) pairs[i], pairs[i + 1]);
    }
    return cells;
  }

  private static Map<String, Object> incident(
      String id, String type, String subType, String day, String region, Object... more) {
    Map<String, Object> cells =
        cells(
            "incident_id",
            id,
            "event_type",
            type,
            "sub_event_type",
            subType,
            "date_start",
            day == null ? null : Date.valueOf(day),
            "country_code",
            region.substring(0, 2),
            "region_code",
            region,
            "actors",
            new String[0],
            "warning",
            new String[0]);
    cells.putAll(cells(more));
    return cells;
  }

  private static Map<String, Object> member(
      String incident, String article, String published, String region, String original) {
    return cells(
        "incident_id", incident,
        "article_id", article,
        "is_primary", true,
        "duplicate_of", original,
        "published_date", published == null ? null : Date.valueOf(published),
        "country_code", region.substring(0, 2),
        "region_code", region);
  }

  private static Map<String, Object> document(String article, String source, String tokens) {
    return cells("article_id", article, "source", source, "tokens", tokens.split(" "));
  }

  private static Map<String, Object> df(String field, String term, long df) {
    return cells("field", field, "term", term, "df", df);
  }

  @BeforeAll
  static void tables() {
    incidents =
        rows(
            Tables.INCIDENTS,
            List.of(
                incident(
                    "a",
                    "Battles",
                    "Armed clash",
                    "2015-04-24",
                    "SY-ID",
                    "region_name",
                    "Idlib",
                    "killed_low",
                    5,
                    "killed_best",
                    7,
                    "killed_high",
                    9,
                    "latitude",
                    36.0,
                    "longitude",
                    36.5,
                    "actors",
                    new String[] {"Army", "Front"},
                    "warning",
                    new String[] {"disputed"}),
                incident(
                    "b",
                    "Battles",
                    "Armed clash",
                    "2015-04-25",
                    "SY-ID",
                    "region_name",
                    "Idlib",
                    "killed_low",
                    0,
                    "killed_best",
                    0,
                    "killed_high",
                    50,
                    "latitude",
                    35.0,
                    "longitude",
                    36.1,
                    "actors",
                    new String[] {"Army"},
                    "warning",
                    new String[] {"belligerent_only", "disputed"}),
                incident(
                    "c",
                    "Protests",
                    "Peaceful protest",
                    "2015-04-26",
                    "SY-ID",
                    "region_name",
                    "Idlib",
                    "injured_low",
                    2,
                    "injured_best",
                    2,
                    "injured_high",
                    3),
                incident("d", "Other", "Other", "2015-04-26", "SY-ID", "region_name", "Idlib"),
                incident(
                    "e",
                    "Explosions/Remote violence",
                    "Suicide bomb",
                    null,
                    "XX",
                    "killed_low",
                    4,
                    "killed_best",
                    4,
                    "killed_high",
                    4,
                    "warning",
                    new String[] {"undated", "unplaced"}),
                incident("f", "Crime", "Crime", "2024-12-30", "US-TX", "region_name", "Texas")));
    incidentArticles =
        rows(
            Tables.INCIDENT_ARTICLES,
            List.of(
                member("a", "a1", "2015-04-25", "SY-ID", null),
                member("a", "a2", "2015-04-25", "SY-ID", "a1"),
                member("a", "a3", "2015-05-02", "SY-HM", null),
                member("b", "b1", null, "SY-ID", null),
                member("d", "d1", "2015-04-27", "SY-ID", null),
                member("e", "e1", null, "XX", null),
                member("f", "f1", "2025-01-02", "US-TX", null)));
    documents =
        rows(
            Tables.DOCUMENTS,
            List.of(
                document("a1", "north.example", "the granary fell granary on friday 60 granary"),
                document("a2", "north.example", "the granary fell granary"),
                document("a3", "east.example", "the orchard bridge and orchard bridge said"),
                document("b1", null, "zinc army"),
                document("d1", "east.example", "poets read verses"),
                document("e1", "east.example", "a depot"),
                document("f1", "west.example", "robbery")));
    claims =
        rows(
            Tables.CLAIMS,
            List.of(
                cells("incident_id", "a", "article_id", "a1", "status", "counted"),
                cells("incident_id", "a", "article_id", "a1", "status", "history"),
                cells("incident_id", "a", "article_id", "a3", "status", "cumulative"),
                cells("incident_id", "b", "article_id", "b1", "status", "bound")));
    documentFrequencies =
        rows(
            Tables.DOCUMENT_FREQUENCIES,
            List.of(
                df("", "", 100),
                df("all", "granary", 2),
                df("all", "army", 90),
                df("all", "bridge", 20),
                df("all", "orchard", 20),
                df("title", "bridge", 1)));
    weeks = new HashMap<>();
    for (Row row : regionWeeks(Dataset::toDF).collectAsList()) {
      String key = row.getAs("region_code") + " " + row.getAs("iso_week_id");
      assertThat(weeks.put(key, row)).as(key).isNull();
    }
  }

  private static Dataset<Row> regionWeeks(UnaryOperator<Dataset<Row>> partitioned) {
    return Statistics.regionWeeks(
        partitioned.apply(documents),
        partitioned.apply(incidentArticles),
        partitioned.apply(incidents),
        partitioned.apply(claims),
        partitioned.apply(documentFrequencies));
  }

  private static Object cell(String key, String column) {
    assertThat(weeks).containsKey(key);
    Row row = weeks.get(key);
    int index = row.fieldIndex(column);
    return row.schema().apply(index).dataType().simpleString().startsWith("array")
        ? row.getList(index)
        : row.get(index);
  }

  @Test
  void aRowForEachRegionAndWeek() {
    assertThat(weeks.keySet())
        .containsExactlyInAnyOrder(
            "SY-ID 2015-W17", "SY-ID 2015-W18", "SY-HM 2015-W18", "XX null", "US-TX 2025-W01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "SY-ID 2015-W17 | week_start | 2015-04-20",
        "SY-ID 2015-W17 | week_end | 2015-04-26",
        "SY-ID 2015-W17 | country_name | Syria",
        "SY-ID 2015-W17 | region_name | Idlib",
        "SY-ID 2015-W17 | articles | 5",
        "SY-ID 2015-W17 | original_articles | 4",
        "SY-ID 2015-W17 | articles_published | 2",
        "SY-ID 2015-W17 | sources | 2",
        "SY-ID 2015-W17 | source_names | [east.example, north.example]",
        "SY-ID 2015-W17 | tokens | 24",
        "SY-ID 2015-W17 | incidents | 3",
        "SY-ID 2015-W17 | incidents_with_fatalities | 1",
        "SY-ID 2015-W17 | killed_low | 5",
        "SY-ID 2015-W17 | killed_best | 7",
        "SY-ID 2015-W17 | killed_high | 59",
        "SY-ID 2015-W17 | injured_low | 2",
        "SY-ID 2015-W17 | injured_high | 3",
        "SY-ID 2015-W17 | claims | 4",
        "SY-ID 2015-W17 | claims_excluded_history | 2",
        "SY-ID 2015-W17 | battles | 2",
        "SY-ID 2015-W17 | protests | 1",
        "SY-ID 2015-W17 | other | 1",
        "SY-ID 2015-W17 | riots | 0",
        "SY-ID 2015-W17 | top_actors | [Army, Front]",
        "SY-ID 2015-W17 | warning | [belligerent_only, disputed]",
        "SY-ID 2015-W18 | articles | 0",
        "SY-ID 2015-W18 | articles_published | 1",
        "SY-ID 2015-W18 | incidents | 0",
        "SY-ID 2015-W18 | killed_best | null",
        "SY-ID 2015-W18 | warning | []",
        "SY-ID 2015-W18 | region_name | Idlib",
        "SY-HM 2015-W18 | articles_published | 1",
        "SY-HM 2015-W18 | region_name | Hama",
        "XX null | iso_year | null",
        "XX null | week_start | null",
        "XX null | killed_best | 4",
        "XX null | country_name | Unknown",
        "XX null | region_name | Unknown",
        "XX null | explosions_remote_violence | 1",
        "XX null | warning | [undated, unplaced]",
        "US-TX 2025-W01 | iso_year | 2025",
        "US-TX 2025-W01 | iso_week | 1",
        "US-TX 2025-W01 | week_start | 2024-12-30",
        "US-TX 2025-W01 | crime | 1",
        "US-TX 2025-W01 | killed_low | null",
        "US-TX 2025-W01 | articles_published | 1",
      })
  void cells(String key, String column, String expected) {
    Object cell = cell(key, column);
    assertThat(cell == null ? null : cell.toString()).isEqualTo(expected);
  }

  /** "the", "on", "and" are function words, "friday", "said" any news's, "60" no word. */
  @Test
  void topTermsAreRareWordsOfOriginals() {
    assertThat(cell("SY-ID 2015-W17", "top_terms"))
        .isEqualTo(
            List.of("granary", "fell", "poets", "verses", "zinc", "bridge", "orchard", "army"));
  }

  @Test
  void sumsOverWeeksAreSumsOverIncidents() {
    for (String figure : List.of("killed_low", "killed_best", "killed_high", "injured_best")) {
      long overIncidents = incidents.selectExpr("sum(" + figure + ")").first().getLong(0);
      long overWeeks =
          weeks.values().stream()
              .mapToLong(row -> row.getAs(figure) == null ? 0 : row.<Long>getAs(figure))
              .sum();
      assertThat(overWeeks).as(figure).isEqualTo(overIncidents);
    }
    assertThat(weeks.values().stream().mapToLong(row -> row.getAs("incidents")).sum()).isEqualTo(5);
    assertThat(weeks.values().stream().mapToLong(row -> row.getAs("articles")).sum())
        .isEqualTo(incidentArticles.count());
  }

  @Test
  void rowsDoNotDependOnPartitions() {
    List<String> once =
        regionWeeks(Dataset::toDF).collectAsList().stream().map(Row::toString).toList();
    for (UnaryOperator<Dataset<Row>> partitioned :
        List.<UnaryOperator<Dataset<Row>>>of(
            rows -> rows.repartition(1),
            rows -> rows.repartition(7),
            rows -> rows.orderBy(rand(42)))) {
      assertThat(regionWeeks(partitioned).collectAsList().stream().map(Row::toString).toList())
          .isEqualTo(once);
      assertThat(
              Statistics.regionWeekEvents(partitioned.apply(incidents)).collectAsList().stream()
                  .map(Row::toString)
                  .toList())
          .isEqualTo(
              Statistics.regionWeekEvents(incidents).collectAsList().stream()
                  .map(Row::toString)
                  .toList());
    }
  }

  @Test
  void theColumnsAreTheDeclaredOnes() {
    assertThat(types(regionWeeks(Dataset::toDF).schema()))
        .isEqualTo(types(Codec.schema(Tables.REGION_WEEKS)));
    assertThat(types(Statistics.regionWeekEvents(incidents).schema()))
        .isEqualTo(types(Codec.schema(Tables.REGION_WEEK_EVENTS)));
  }

  private static List<String> types(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> field.name() + " " + field.dataType().simpleString())
        .toList();
  }

  @Test
  void emptyTablesGiveEmptyTables() {
    assertThat(regionWeeks(rows -> rows.where("false")).count()).isZero();
    assertThat(Statistics.regionWeekEvents(incidents.where("false")).count()).isZero();
  }

  @Test
  void oneIsoWeekStraddlesTwoOfAcled() {
    assertThat(
            Statistics.regionWeekEvents(incidents)
                .where("region_code = 'SY-ID' and event_type = 'Battles'")
                .collectAsList())
        .extracting(
            row -> row.getAs("iso_week_id"),
            row -> row.getAs("acled_week").toString(),
            row -> row.getAs("country"),
            row -> row.getAs("admin1"),
            row -> row.getAs("disorder_type"),
            row -> row.getAs("events"),
            row -> row.getAs("fatalities"),
            row -> row.getAs("fatalities_high"),
            row -> row.getAs("centroid_latitude"))
        .containsExactly(
            tuple(
                "2015-W17", "2015-04-18", "Syria", "Idleb", "Political violence", 1L, 5L, 9L, 36.0),
            tuple(
                "2015-W17",
                "2015-04-25",
                "Syria",
                "Idleb",
                "Political violence",
                1L,
                0L,
                50L,
                35.0));
  }

  @Test
  void whatIsUnknownStaysNullInEvents() {
    Dataset<Row> events = Statistics.regionWeekEvents(incidents);
    assertThat(events.where("event_type = 'Other'").count()).isZero();
    Row undated = events.where("iso_week_id is null").collectAsList().get(0);
    assertThat(undated.<Date>getAs("acled_week")).isNull();
    assertThat(undated.<Long>getAs("fatalities_best")).isEqualTo(4L);
    Row crime = events.where("event_type = 'Crime'").collectAsList().get(0);
    assertThat(crime.<String>getAs("disorder_type")).isNull();
    assertThat(crime.<Long>getAs("fatalities")).isZero();
    assertThat(crime.<Long>getAs("fatalities_best")).isNull();
    assertThat(crime.<String>getAs("admin1")).isEqualTo("Texas");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-30, 2025-W01, 2024-12-30, 2024-12-28",
    "2016-01-01, 2015-W53, 2015-12-28, 2015-12-26",
    "2021-01-03, 2020-W53, 2020-12-28, 2021-01-02",
    "2015-04-25, 2015-W17, 2015-04-20, 2015-04-25",
    "2015-04-24, 2015-W17, 2015-04-20, 2015-04-18",
    "2015-04-26, 2015-W17, 2015-04-20, 2015-04-25",
    "2015-04-27, 2015-W18, 2015-04-27, 2015-04-25",
    "0987-06-15, 0987-W24, 0987-06-11, 0987-06-09",
  })
  void weeksOfDays(String day, String isoWeek, String monday, String saturday) {
    Dataset<Row> one =
        rows(Tables.INCIDENTS, List.of(incident("i", "Battles", "Armed clash", "2000-01-01", "XX")))
            .withColumn("date_start", org.apache.spark.sql.functions.lit(LocalDate.parse(day)));
    Row row =
        Weeks.withAcledWeek(Weeks.withIsoWeek(one, col("date_start")), "date_start")
            .selectExpr("iso_week_id", "string(week_start)", "string(acled_week)")
            .first();
    assertThat(row.toString()).isEqualTo("[" + isoWeek + "," + monday + "," + saturday + "]");
  }

  @Test
  void theCrosswalkNamesKnownDivisionsThatDiffer() {
    Set<String> seen = new HashSet<>();
    for (String[] line : Resources.rows(Names.class, "acled-admin1.tsv")) {
      assertThat(line).hasSize(2);
      assertThat(seen.add(line[0])).as(line[0] + " stands twice").isTrue();
      assertThat(Gazetteer.embedded().division(line[0]))
          .as(line[0])
          .hasValueSatisfying(place -> assertThat(place.name()).isNotEqualTo(line[1]));
    }
  }
}
