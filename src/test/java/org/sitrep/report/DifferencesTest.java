package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/** Two versions made by hand, in which incidents meet every fate. */
class DifferencesTest {

  /**
   * An incident of a version.
   *
   * @param members ids of its articles; one with a star has another text than without
   * @param before ids that it took in, as the table tells them
   */
  private record Told(
      String id,
      String region,
      String day,
      String type,
      Long killed,
      String members,
      String before) {

    Told(String id, String region, String day, long killed, String members) {
      this(id, region, day, "Battles", killed, members, "");
    }

    List<String> articles() {
      return List.of(members.split(" "));
    }

    String week() {
      return day == null
          ? null
          : LocalDate.parse(day).format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
    }

    boolean counts() {
      return !type.equals("Other");
    }
  }

  private static final List<Told> BEFORE =
      List.of(
          new Told("same", "SD-KH", "2024-06-03", 5, "k1 k2"),
          new Told("toll", "UA-65", "2024-06-03", 5, "r1 r2"),
          new Told("port", "YE-HU", "2024-06-04", 7, "a1 a2"),
          new Told("quay", "YE-AD", "2024-06-05", 2, "b1"),
          new Told("mine", "ZA-GP", "2024-06-12", 4, "p1 p2"),
          new Told("pit", "ZA-GP", "2024-06-12", 3, "q1"),
          new Told("march", "KE-30", "2024-06-12", 6, "s1 s2 s3"),
          new Told("fire", "PE-LMA", "2024-06-12", 3, "m1"),
          new Told("raid", "SD-GD", null, 1, "u1"),
          new Told("drill", "PH-07", "2024-06-13", 1, "g1"),
          new Told("old", "NG-KN", "2024-06-13", 12, "n1 n2"),
          new Told("play", "LB-AS", "2024-06-13", "Crime", 1L, "y1", ""));

  private static final List<Told> AFTER =
      List.of(
          new Told("same", "SD-KH", "2024-06-03", 5, "k1 k2"),
          new Told("toll", "UA-65", "2024-06-03", 7, "r1 r2 r3"),
          new Told("port", "YE-HU", "2024-06-04", "Battles", 9L, "a1 a2 b1 b2", "quay"),
          new Told("mine", "ZA-GP", "2024-06-12", 4, "p1 p2 q1"),
          new Told("march", "KE-30", "2024-06-12", 6, "s1 s2"),
          new Told("riot", "KE-30", "2024-06-12", 2, "s3"),
          new Told("fire", "PE-CUS", "2024-06-20", 3, "m1"),
          new Told("raid", "SD-GD", null, 2, "u1*"),
          new Told("new", "NG-KN", "2024-06-13", 12, "n1 n2"),
          new Told("play", "LB-AS", "2024-06-13", "Other", null, "y1", ""),
          new Told("late", "SD-KH", "2024-06-24", 8, "v1"));

  private static Differences differences;
  private static Difference told;

  @BeforeAll
  static void compare() {
    differences = Differences.of(tables(BEFORE), tables(AFTER));
    told = differences.told(differences.regionWeeks(), 20);
  }

  @AfterAll
  static void release() {
    differences.close();
  }

  private static Function<Table, Dataset<Row>> tables(
      List<Told> incidents, Object[]... corrections) {
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> members = new ArrayList<>();
    List<Object[]> articles = new ArrayList<>();
    Map<String, List<Told>> cells = new TreeMap<>();
    for (Told one : incidents) {
      rows.add(
          TableRows.row(
              "incident_id",
              one.id(),
              "incident_ids_before",
              one.before().isEmpty() ? new String[0] : one.before().split(" "),
              "title",
              "Story of " + one.id(),
              "event_type",
              one.type(),
              "date_start",
              one.day() == null ? null : Date.valueOf(one.day()),
              "country_code",
              one.region().substring(0, 2),
              "region_code",
              one.region(),
              "killed_low",
              one.killed() == null ? null : one.killed().intValue(),
              "killed_best",
              one.killed() == null ? null : one.killed().intValue(),
              "killed_high",
              one.killed() == null ? null : one.killed().intValue() + 1,
              "article_count",
              one.articles().size()));
      for (String article : one.articles()) {
        String id = article.replace("*", "");
        members.add(
            TableRows.row(
                "incident_id",
                one.id(),
                "article_id",
                id,
                "is_primary",
                true,
                "published_date",
                Date.valueOf("2024-06-14")));
        articles.add(
            TableRows.row(
                "article_id",
                id,
                "source",
                "Outlet " + id,
                "title",
                "Title " + id,
                "text_hash",
                article));
      }
      cells.computeIfAbsent(one.region() + one.week(), key -> new ArrayList<>()).add(one);
    }
    List<Object[]> weeks = cells.values().stream().map(DifferencesTest::week).toList();
    Map<Table, Dataset<Row>> tables =
        Map.of(
            Tables.INCIDENTS, TableRows.of(Tables.INCIDENTS, rows.toArray(Object[][]::new)),
            Tables.INCIDENT_ARTICLES,
                TableRows.of(Tables.INCIDENT_ARTICLES, members.toArray(Object[][]::new)),
            Tables.ARTICLES, TableRows.of(Tables.ARTICLES, articles.toArray(Object[][]::new)),
            Tables.REGION_WEEKS, TableRows.of(Tables.REGION_WEEKS, weeks.toArray(Object[][]::new)),
            Tables.CORRECTIONS, TableRows.of(Tables.CORRECTIONS, corrections));
    return table -> tables.get(table).repartition(3);
  }

  private static Object[] week(List<Told> incidents) {
    List<Long> killed = incidents.stream().map(Told::killed).filter(one -> one != null).toList();
    Long best = killed.isEmpty() ? null : killed.stream().mapToLong(Long::longValue).sum();
    Told first = incidents.get(0);
    return TableRows.row(
        "iso_week_id", first.week(),
        "country_code", first.region().substring(0, 2),
        "region_code", first.region(),
        "region_name", "Land " + first.region(),
        "incidents", incidents.stream().filter(Told::counts).count(),
        "articles", incidents.stream().mapToLong(one -> one.articles().size()).sum(),
        "killed_low", best,
        "killed_best", best,
        "killed_high", best == null ? null : Long.valueOf(best + killed.size()));
  }

  @Test
  void everyRegionWeekThatChangedNewestFirstUndatedLast() {
    assertThat(told.regionWeeks().shown())
        .extracting(
            each ->
                each.cell().week()
                    + " "
                    + each.cell().region()
                    + " "
                    + figures(each.before())
                    + " > "
                    + figures(each.after()))
        .containsExactly(
            "2024-W26 SD-KH 0/–/0 > 1/8-8-9/1",
            "2024-W25 PE-CUS 0/–/0 > 1/3-3-4/1",
            "2024-W24 KE-30 1/6-6-7/3 > 2/8-8-10/3",
            "2024-W24 LB-AS 1/1-1-2/1 > 0/–/1",
            "2024-W24 NG-KN 1/12-12-13/2 > 1/12-12-13/2",
            "2024-W24 PE-LMA 1/3-3-4/1 > 0/–/0",
            "2024-W24 PH-07 1/1-1-2/1 > 0/–/0",
            "2024-W24 ZA-GP 2/7-7-9/3 > 1/4-4-5/3",
            "2024-W23 UA-65 1/5-5-6/2 > 1/7-7-8/3",
            "2024-W23 YE-AD 1/2-2-3/1 > 0/–/0",
            "2024-W23 YE-HU 1/7-7-8/2 > 1/9-9-10/4",
            "null SD-GD 1/1-1-2/1 > 1/2-2-3/1");
  }

  private static String figures(Difference.Figures figures) {
    return count(figures.incidents())
        + "/"
        + figures.killed().text()
        + "/"
        + count(figures.articles());
  }

  private static long count(Long count) {
    return count == null ? 0 : count;
  }

  @Test
  void everyIncidentThatChangedInEachRegionWeekWhereItWasOrIs() {
    assertThat(told.regionWeeks().shown())
        .flatExtracting(
            each ->
                each.incidents().shown().stream()
                    .map(
                        one ->
                            each.cell().region()
                                + " "
                                + one.id()
                                + ": "
                                + DifferenceText.what(one, each.cell()))
                    .toList())
        .containsExactly(
            "SD-KH late: new",
            "PE-CUS fire: moved from PE-LMA 2024-W24",
            "KE-30 march: lost riot",
            "KE-30 riot: split from march",
            "LB-AS play: type Crime → Other",
            "NG-KN new: was old",
            "NG-KN old: is now new",
            "PE-LMA fire: moved to PE-CUS 2024-W25",
            "PH-07 drill: gone",
            "ZA-GP mine: took in pit",
            "ZA-GP pit: merged into mine",
            "UA-65 toll: other figures",
            "YE-AD quay: merged into port",
            "YE-HU port: took in quay",
            "SD-GD raid: other figures");
  }

  @Test
  void theArticlesThatDidIt() {
    assertThat(told.regionWeeks().shown())
        .flatExtracting(
            each ->
                each.articles().shown().stream()
                    .map(
                        one ->
                            "%s %s %s %s>%s, %s, %s"
                                .formatted(
                                    each.cell().region(),
                                    one.id(),
                                    one.fate(),
                                    one.from(),
                                    one.to(),
                                    one.source(),
                                    one.published()))
                    .toList())
        .containsExactly(
            "SD-KH v1 NEW null>late, Outlet v1, 2024-06-14",
            "KE-30 s3 MOVED march>riot, Outlet s3, 2024-06-14",
            "NG-KN n1 MOVED old>new, Outlet n1, 2024-06-14",
            "NG-KN n2 MOVED old>new, Outlet n2, 2024-06-14",
            "PH-07 g1 GONE drill>null, Outlet g1, 2024-06-14",
            "ZA-GP q1 MOVED pit>mine, Outlet q1, 2024-06-14",
            "UA-65 r3 NEW null>toll, Outlet r3, 2024-06-14",
            "YE-AD b1 MOVED quay>port, Outlet b1, 2024-06-14",
            "YE-HU b1 MOVED quay>port, Outlet b1, 2024-06-14",
            "YE-HU b2 NEW null>port, Outlet b2, 2024-06-14",
            "SD-GD u1 REWRITTEN raid>raid, Outlet u1, 2024-06-14");
  }

  @Test
  void countsEachOnceWhateverItsRegionWeeks() {
    assertThat(told.incidents())
        .containsExactly(
            Map.entry(Difference.Fate.NEW, 1L),
            Map.entry(Difference.Fate.SPLIT, 1L),
            Map.entry(Difference.Fate.MERGED, 2L),
            Map.entry(Difference.Fate.RENAMED, 2L),
            Map.entry(Difference.Fate.MOVED, 1L),
            Map.entry(Difference.Fate.REVISED, 6L),
            Map.entry(Difference.Fate.GONE, 1L));
    assertThat(told.articles().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(10);
    assertThat(told.uncounted()).isZero();
  }

  @Test
  void whatIsNotToldIsCounted() {
    Dataset<Row> some = differences.regionWeeks().where("region_code in ('YE-HU', 'SD-GD')");
    Difference one = differences.told(some, 1);
    assertThat(one.regionWeeks().shown())
        .extracting(each -> each.cell().region())
        .containsExactly("YE-HU");
    assertThat(one.regionWeeks().left()).isEqualTo(1);
    assertThat(one.regionWeeks().shown().get(0).articles().left()).isEqualTo(1);
    assertThat(one.incidents()).containsOnly(Map.entry(Difference.Fate.REVISED, 2L));
    assertThat(DifferenceText.of(one))
        .startsWith(
            "2 region-weeks changed; 2 incidents (revised 2); 3 articles (new 1, moved 1, other text 1).")
        .contains("\n... and 1 more region-week; --limit N tells more, 0 all")
        .contains("  ... and 1 more article; --limit N tells more, 0 all");
    assertThat(differences.told(differences.regionWeeks(), 0)).isEqualTo(told);
  }

  @Test
  void aVersionIsNoOtherThanItself() {
    try (Differences none = Differences.of(tables(AFTER), tables(AFTER))) {
      Difference nothing = none.told(none.regionWeeks(), 20);
      assertThat(nothing.none()).isTrue();
      assertThat(DifferenceText.of(nothing))
          .isEqualTo("No region-week, incident, article or correction differs.\n");
    }
  }

  @Test
  void correctionsThatCameWentOrHoldNow() {
    Object[] waits = correction(2, "merge", "a1", "waiting");
    Object[] holds = correction(3, "merge", "a1", "applied");
    Object[] twice = correction(4, "drop", "g1", "applied");
    Object[] again = correction(5, "drop", "g1", "applied");
    try (Differences some =
        Differences.of(
            tables(AFTER, waits, twice, again),
            tables(AFTER, holds, correction(9, "drop", "g1", "applied")))) {
      Difference difference = some.told(some.regionWeeks(), 20);
      assertThat(difference.regionWeeks().all()).isZero();
      assertThat(difference.corrections().shown())
          .extracting(line -> line.action() + " " + line.before() + " > " + line.after())
          .containsExactly("merge waiting > applied", "drop applied > null");
      assertThat(DifferenceText.of(difference))
          .contains("No region-week differs.", "Corrections", "waiting → applied", "taken out");
    }
  }

  private static Object[] correction(int line, String action, String article, String status) {
    return TableRows.row("line", line, "action", action, "article_id", article, "status", status);
  }

  @Test
  void articlesWhoseIncidentNobodyCountedAreNotHidden() {
    List<Told> more =
        Stream.concat(AFTER.stream(), Stream.of(new Told("x", "SD-KH", "2024-06-25", 1, "x1 x2")))
            .toList();
    Function<Table, Dataset<Row>> clustered = tables(more);
    Function<Table, Dataset<Row>> counted = tables(AFTER);
    try (Differences some =
        Differences.of(
            counted,
            table ->
                table == Tables.INCIDENTS || table == Tables.REGION_WEEKS
                    ? counted.apply(table)
                    : clustered.apply(table))) {
      Difference difference = some.told(some.regionWeeks(), 20);
      assertThat(difference.uncounted()).isEqualTo(2);
      assertThat(DifferenceText.of(difference)).contains("2 articles changed whose incident");
    }
  }

  @Test
  void incidentsThatWereNotCountedAnewAreNotHidden() {
    Function<Table, Dataset<Row>> before = tables(BEFORE);
    Function<Table, Dataset<Row>> after = tables(AFTER);
    try (Differences some =
        Differences.of(
            before,
            table -> table == Tables.REGION_WEEKS ? before.apply(table) : after.apply(table))) {
      Difference difference = some.told(some.regionWeeks(), 20);
      assertThat(difference.regionWeeks().all()).isEqualTo(12);
      assertThat(difference.incidents()).isEqualTo(told.incidents());
      assertThat(DifferenceText.of(difference))
          .contains("2024-W26 SD-KH, Sudan", "in neither version's region_weeks");
    }
  }
}
