package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Optional;
import java.util.Set;
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

  private static final Reported.Scope LATEST =
      new Reported.Scope(Reported.Which.LATEST, null, null, Crosswalk.none());

  private static Function<Table, Dataset<Row>> tables() {
    return tables(
        List.of(
            week("2024-09-12", "SD-DN", 3, 2, 20L),
            week("2024-09-12", "SD-KH", 1, 1, null),
            week("2024-12-31", "SD-DN", 1, 1, 0L),
            week("2025-02-01", "SD-DN", 0, 0, null),
            week("2025-02-01", "XX", 2, 0, null),
            week(null, "SD-GD", 1, 1, 5L)),
        List.of(
            incident("a", "Battles", "2024-09-12", "=cmd|' /C calc'!A0", 20),
            incident("b", "Battles", "2024-09-14", "<script>alert(1)</script>", null),
            incident("c", "Battles", "2024-12-31", "New Year's Eve, \"quiet\"\nnight", 0),
            incident("d", "Other", "2024-12-31", "A column", null),
            incident("e", "Crime", null, " @home, 5 dead", 5)),
        List.of("n1 a", "n2 a", "n3 b", "n4 c", "n5 d", "n6 e"));
  }

  private static Function<Table, Dataset<Row>> tables(
      List<Object[]> weeks, List<Object[]> incidents, List<String> members) {
    List<Object[]> memberships = new ArrayList<>();
    List<Object[]> articles = new ArrayList<>();
    for (String member : members) {
      String id = member.substring(0, 2);
      memberships.add(
          new Object[] {
            "incident_id",
            member.substring(3),
            "article_id",
            id,
            "published_date",
            Date.valueOf("2024-09-13")
          });
      articles.add(
          new Object[] {
            "article_id",
            id,
            "source",
            "outlet-" + id,
            "title",
            "Title <of> " + id,
            "url",
            id.equals("n1") ? "javascript:alert(1)" : "https://" + id + ".example/a?b=1&c=2"
          });
    }
    Object[] claim = {
      "incident_id", "a",
      "article_id", "n1",
      "field", "text",
      "figure_start", 4,
      "effect", "killed",
      "number_low", 20,
      "number_high", 20,
      "modality", "at_least",
      "victim_class", "civilians",
      "victim_text", "SECRET WORDS",
      "claimant", "the <b>Observatory</b>",
      "status", "counted",
      "reason", "monitor, 2024-09-13"
    };
    Map<String, Dataset<Row>> tables =
        Map.of(
            "region_weeks", rows(Tables.REGION_WEEKS, weeks),
            "region_week_events",
                rows(
                    Tables.REGION_WEEK_EVENTS,
                    List.<Object[]>of(new Object[] {"region_code", "SD-DN", "events", 2L})),
            "incidents", rows(Tables.INCIDENTS, incidents),
            "incident_articles", rows(Tables.INCIDENT_ARTICLES, memberships),
            "articles", rows(Tables.ARTICLES, articles),
            "claims", rows(Tables.CLAIMS, List.<Object[]>of(claim)),
            "rejects",
                rows(
                    Tables.REJECTS,
                    List.<Object[]>of(new Object[] {"input_path", "x", "reason", "not JSON"})));
    return table -> tables.get(table.name()).repartition(3);
  }

  private static List<String> written(Reported reported, Path folder) throws IOException {
    Report.of(reported).write(SharedSpark.session(), folder.toUri().toString());
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Reported first(Reported.Scope scope) {
    return new Reported(tables(), Optional.empty(), null, scope);
  }

  private static Reported.Scope one(String week, String country) {
    return new Reported.Scope(Reported.Which.ONE, week, country, Crosswalk.none());
  }

  @Test
  void aPageAWeekAnIndexAndTheirFiles(@TempDir Path folder) throws IOException {
    List<String> files = written(first(LATEST), folder);
    assertThat(files.stream().filter(name -> name.endsWith(".html")))
        .containsExactly("2024-W37.html", "2025-W01.html", "index.html", "undated.html");
    assertThat(files)
        .contains("region_weeks.csv", "region_week_events.csv", "incidents.csv")
        .containsAll(WeekFiles.names("2024-W37"));

    String index = Files.readString(folder.resolve("index.html"));
    assertThat(index)
        .contains("<a href=\"2025-W01.html\">2025-W01</a>", "30 Dec 2024 – 5 Jan 2025")
        .contains(
            "<dt>articles read</dt><dd>8</dd>", "(see the table rejects)</span></dt><dd>1</dd>")
        .contains("<dt>articles without a day</dt><dd>1</dd>")
        .contains("<dt>articles without a region</dt><dd>2</dd>")
        .doesNotContain("2025-W05", "A column");

    String page = Files.readString(folder.resolve("2024-W37.html"));
    assertThat(page)
        .contains("Division SD-KH", "=cmd|&#39; /C calc&#39;!A0", "&lt;script&gt;alert(1)")
        .contains("the &lt;b&gt;Observatory&lt;/b&gt;", "at least 20 killed: civilians")
        .contains("href=\"https://n2.example/a?b=1&amp;c=2\"", "Title &lt;of&gt; n1")
        .contains("There is no run before this one")
        .doesNotContain("<script>alert", "javascript:alert", "SECRET WORDS", "Division SD-GD");
    assertThat(Files.readString(folder.resolve("undated.html")))
        .contains("They count in no week", "Division SD-GD");

    List<CSVRecord> weeks = records(folder.resolve("region_weeks.csv"));
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

    assertThat(records(folder.resolve("incidents.csv")))
        .extracting(record -> record.get("title"))
        .containsExactly(
            "'=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "New Year's Eve, \"quiet\"\nnight",
            "A column",
            "' @home, 5 dead");
  }

  @Test
  void oneWeekOfOneCountry(@TempDir Path folder) throws IOException {
    assertThat(
            written(first(one("2024-W37", "SD")), folder).stream().filter(n -> n.endsWith("html")))
        .containsExactly("2024-W37.html", "index.html");
    assertThat(Files.readString(folder.resolve("2024-W37.html"))).contains("<bdi>Sudan</bdi>");
    for (String wrong : List.of("2024-37", "2024-W54", "W37", "2024-W37-1", "")) {
      assertThatThrownBy(() -> Report.of(first(one(wrong, null))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no ISO week: " + wrong + "; give one as 2015-W17");
    }
  }

  @Test
  void aWeekWithoutIncidentsHasAPageThatSaysSo(@TempDir Path folder) throws IOException {
    written(first(one("2025-W05", null)), folder);
    assertThat(Files.readString(folder.resolve("2025-W05.html")))
        .contains(
            "No incident. 2 articles that were read belong to the week</b>, and none tells of");
    written(first(one("2019-W01", "SD")), folder);
    assertThat(Files.readString(folder.resolve("2019-W01.html")))
        .contains("Nothing was read of this week. That is not a report that nothing happened");
    assertThat(folder.resolve("2019-W01-regions.csv")).isNotEmptyFile();
  }

  @Test
  void whatDiffersFromTheRunBeforeIsTold(@TempDir Path folder) throws IOException {
    Function<Table, Dataset<Row>> before =
        tables(
            List.of(
                week("2024-09-12", "SD-DN", 1, 1, 7L),
                week("2024-12-31", "SD-DN", 1, 1, 0L),
                week("2023-01-03", "SD-DN", 1, 1, 1L)),
            List.of(
                incident("a", "Battles", "2024-09-12", "A", 7),
                incident("c", "Battles", "2024-12-31", "C", 0),
                incident("g", "Battles", "2024-09-13", "G", 3)),
            List.of("n1 a", "n4 c", "n9 g"));
    written(
        new Reported(tables(), Optional.of(before), "the run of 1 Oct 2024, 06:00 UTC", LATEST),
        folder);
    String page = Files.readString(folder.resolve("2024-W37.html"));
    String changes = page.substring(page.indexOf("id=\"changes\""), page.indexOf("id=\"quality\""));
    assertThat(changes)
        .contains("Since the run of 1 Oct 2024, 06:00 UTC: 1 incident of the week is new, 1 is no")
        .contains("before</span> 1 incident, 7 (7–11) killed")
        .contains("now</span> 2 incidents, 20 (20–24) killed", "Title &lt;of&gt; n2")
        .contains("before</span> no incident")
        .doesNotContain("Title &lt;of&gt; n1", "Title &lt;of&gt; n4");
    assertThat(page).contains("&lt;/script&gt;</bdi> <span class=\"mark new\">new</span>");
    assertThat(Files.readString(folder.resolve("2025-W01.html")))
        .contains("0 incidents of the week are new", "No region's figures changed");
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
  void theLatestWeeksThoseThatChangedAndTheDeadliestRegions() {
    List<Object[]> weeks = new ArrayList<>();
    for (int i = 0; i < Report.WEEKS + 3; i++) {
      weeks.add(week(LocalDate.of(2023, 1, 2).plusWeeks(i).toString(), "SD-DN", 1, 1, 1L));
    }
    List<Object[]> known = List.copyOf(weeks.subList(1, weeks.size()));
    for (int i = 0; i < WeekViews.REGIONS + 5; i++) {
      weeks.add(week("2023-06-01", "SD." + (100 + i), 1, 1, (long) i));
    }
    Function<Table, Dataset<Row>> now = tables(weeks, List.of(), List.of("n1 a"));
    Reported alone = new Reported(now, Optional.empty(), null, LATEST);
    assertThat(Report.of(alone).pages())
        .hasSize(Report.WEEKS)
        .startsWith("2023-W22", "2023-W15")
        .doesNotContain("2023-W01");
    Reported added =
        new Reported(now, Optional.of(tables(known, List.of(), List.of("n1 a"))), "x", LATEST);
    assertThat(Report.of(added).pages()).hasSize(Report.WEEKS + 1).endsWith("2023-W01");

    Weeks all = Weeks.of(alone.read(Tables.REGION_WEEKS));
    WeekView latest =
        new WeekViews(alone, all, List.of(all.week("2023-W22")), Set.of("2023-W22"))
            .view(all.week("2023-W22"));
    assertThat(latest.regions()).hasSize(WeekViews.REGIONS);
    assertThat(latest.regionsLeftOut()).isEqualTo(5);
    assertThat(latest.regions().get(0).killed().order()).isEqualTo(WeekViews.REGIONS + 4);
    assertThat(latest.lede().get(0)).startsWith((WeekViews.REGIONS + 5) + " incidents, ");
    assertThat(latest.quality().uncovered())
        .singleElement()
        .satisfies(sudan -> assertThat(sudan.count()).isPositive().isEqualTo(sudan.all()));
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
