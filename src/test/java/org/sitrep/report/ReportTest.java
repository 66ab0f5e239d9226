package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.SharedSpark;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

class ReportTest {

  /** Rows given as column and value in turn; other counts are 0, other cells null. */
  private static Dataset<Row> rows(Table table, List<Object[]> given) {
    StructType schema = Codec.schema(table);
    List<Row> rows = new ArrayList<>();
    for (Object[] pairs : given) {
      Map<String, Object> cells = new HashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        cells.put((String) pairs[i], pairs[i + 1]);
      }
      assertThat(List.of(schema.fieldNames())).containsAll(cells.keySet());
      rows.add(
          RowFactory.create(
              Arrays.stream(schema.fields())
                  .map(field -> cells.getOrDefault(field.name(), initial(field)))
                  .toArray()));
    }
    return SharedSpark.session().createDataFrame(rows, schema);
  }

  private static Object initial(StructField field) {
    boolean count =
        field.dataType().simpleString().equals("bigint")
            && !field.name().matches(".*_(low|best|high|id)");
    return count ? Long.valueOf(0) : null;
  }

  private static Object[] week(
      String day, String region, long articles, long incidents, Long best) {
    LocalDate date = day == null ? null : LocalDate.parse(day);
    LocalDate monday = date == null ? null : date.minusDays(date.getDayOfWeek().getValue() - 1L);
    Integer year = date == null ? null : date.get(IsoFields.WEEK_BASED_YEAR);
    Integer week = date == null ? null : date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return new Object[] {
      "iso_year",
      year,
      "iso_week",
      week,
      "iso_week_id",
      date == null ? null : String.format(Locale.ROOT, "%d-W%02d", year, week),
      "week_start",
      date == null ? null : Date.valueOf(monday),
      "week_end",
      date == null ? null : Date.valueOf(monday.plusDays(6)),
      "country_code",
      region.substring(0, 2),
      "country_name",
      "Sudan",
      "region_code",
      region,
      "region_name",
      "Division " + region,
      "articles",
      articles,
      "original_articles",
      Math.min(articles, 1),
      "incidents",
      incidents,
      "killed_low",
      best,
      "killed_best",
      best,
      "killed_high",
      best == null ? null : Long.valueOf(best + 4),
      "battles",
      incidents,
      "claims",
      3L,
      "claims_excluded_history",
      1L,
      "warning",
      date == null ? new String[] {"undated"} : new String[0]
    };
  }

  private static Object[] incident(String id, String type, String day, String title, Integer best) {
    return new Object[] {
      "incident_id", id,
      "title", title,
      "event_type", type,
      "sub_event_type", type,
      "date_start", day == null ? null : Date.valueOf(day),
      "date_end", day == null ? null : Date.valueOf(day),
      "country_code", "SD",
      "region_code", "SD-DN",
      "killed_low", best,
      "killed_best", best,
      "killed_high", best
    };
  }

  private static Function<Table, Dataset<Row>> tables() {
    Map<String, Dataset<Row>> tables =
        Map.of(
            "region_weeks",
            rows(
                Tables.REGION_WEEKS,
                List.of(
                    week("2024-09-12", "SD-DN", 3, 2, 20L),
                    week("2024-09-12", "SD-KH", 1, 1, null),
                    week("2024-12-31", "SD-DN", 1, 1, 0L),
                    week("2025-02-01", "SD-DN", 0, 0, null),
                    week("2025-02-01", "XX", 2, 0, null),
                    week(null, "SD-GD", 1, 1, 5L))),
            "region_week_events",
            rows(
                Tables.REGION_WEEK_EVENTS,
                List.<Object[]>of(new Object[] {"region_code", "SD-DN", "events", 2L})),
            "incidents",
            rows(
                Tables.INCIDENTS,
                List.of(
                    incident("a", "Battles", "2024-09-12", "=cmd|' /C calc'!A0", 20),
                    incident("b", "Battles", "2024-09-14", "<script>alert(1)</script>", null),
                    incident("c", "Battles", "2024-12-31", "New Year's Eve, \"quiet\"\nnight", 0),
                    incident("d", "Other", "2024-12-31", "A column", null),
                    incident("e", "Crime", null, " @home, 5 dead", 5))),
            "rejects",
            rows(
                Tables.REJECTS,
                List.<Object[]>of(new Object[] {"input_path", "x", "reason", "not JSON"})));
    return table -> tables.get(table.name()).repartition(3);
  }

  @Test
  void aPageAndThreeCsvFiles(@TempDir Path folder) throws IOException {
    Report.write(SharedSpark.session(), tables(), folder.toUri() + "report");
    Path report = folder.resolve("report");
    try (Stream<Path> files = Files.list(report)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "index.html", "region_weeks.csv", "region_week_events.csv", "incidents.csv");
    }
    String page = Files.readString(report.resolve("index.html"));
    assertThat(page)
        .contains("2025-W01 <span class=\"soft\">30 Dec 2024 – 5 Jan 2025</span>")
        .contains("2024-W37", "Division SD-KH", "Day unknown", "Division SD-GD")
        .contains("&lt;script&gt;", "<dt>articles read</dt><dd>8</dd>")
        .contains("<dt>records rejected</dt><dd>1</dd>", "<dt>near copies</dt><dd>3</dd>")
        .contains("<dt>articles without a day</dt><dd>1</dd>")
        .contains("<dt>articles without a region</dt><dd>2</dd>")
        .doesNotContain("<script>", "2025-W05", "A column");

    List<CSVRecord> weeks = records(report.resolve("region_weeks.csv"));
    assertThat(weeks)
        .extracting(record -> record.get("iso_week_id") + " " + record.get("region_code"))
        .containsExactly(
            "2024-W37 SD-DN",
            "2024-W37 SD-KH",
            "2025-W01 SD-DN",
            "2025-W05 SD-DN",
            "2025-W05 XX",
            " SD-GD");
    assertThat(weeks).extracting(record -> record.get("killed_best")).contains("20", "", "0");

    assertThat(records(report.resolve("incidents.csv")))
        .extracting(record -> record.get("title"))
        .containsExactly(
            "'=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "New Year's Eve, \"quiet\"\nnight",
            "A column",
            "' @home, 5 dead");
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

  @Test
  void thePageHoldsTheLatestWeeksAndTheDeadliestRegions() {
    List<Object[]> weeks = new ArrayList<>();
    for (int i = 0; i < Report.WEEKS + 3; i++) {
      weeks.add(week(LocalDate.of(2023, 1, 2).plusWeeks(i).toString(), "SD-DN", 1, 1, 1L));
    }
    for (int i = 0; i < Report.REGIONS_PER_WEEK + 5; i++) {
      weeks.add(week("2023-06-01", "SD." + (100 + i), 1, 1, (long) i));
    }
    weeks.add(week(null, "SD-GD", 1, 1, 5L));
    Page.Content content =
        Report.content(
            rows(Tables.REGION_WEEKS, weeks),
            rows(Tables.INCIDENTS, List.of()),
            rows(Tables.REJECTS, List.of()));
    assertThat(content.weeks()).hasSize(Report.WEEKS);
    assertThat(content.weeksLeftOut()).isEqualTo(4);
    assertThat(content.undated().regions()).hasSize(1);
    Page.Week latest = content.weeks().get(0);
    assertThat(latest.id()).isEqualTo("2023-W22");
    assertThat(latest.regions()).hasSize(Report.REGIONS_PER_WEEK);
    assertThat(latest.regionCount()).isEqualTo(Report.REGIONS_PER_WEEK + 5);
    assertThat(latest.regions().get(0).killed().best()).isEqualTo(Report.REGIONS_PER_WEEK + 4);
    assertThat(latest.total().incidents()).isEqualTo(Report.REGIONS_PER_WEEK + 5);
  }

  @Test
  void theTableOfTheTerminal() {
    Dataset<Row> weeks = tables().apply(Tables.REGION_WEEKS);
    String table = Report.regionWeeks(weeks, 10);
    assertThat(table.lines().map(line -> line.split(" +")[0]))
        .containsExactly(
            "week", "--------", "2025-W05", "2025-W01", "2024-W37", "2024-W37", "undated");
    assertThat(table).contains("20-20-24").contains("undated\n");
    assertThat(table.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    assertThat(Report.regionWeeks(weeks, 2)).endsWith("... and 3 more\n");
  }
}
