package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.sitrep.tables.Tables;

/** What the weeks tell otherwise than in the run before, and which articles did it. */
final class Revisions {

  static final int REVISED = 40;
  static final int BECAUSE = 4;

  /** Most weeks that an addition may bring among the pages. */
  static final int WEEKS = 100;

  private final Optional<String> since;
  private final Map<String, WeekView.Changes> byWeek;
  private final Set<String> known;

  private Revisions(
      Optional<String> since, Map<String, WeekView.Changes> byWeek, Set<String> known) {
    this.since = since;
    this.byWeek = byWeek;
    this.known = known;
  }

  /** The changes of a week; empty where there is no run before to compare with. */
  Optional<WeekView.Changes> of(String week) {
    return since.map(
        run ->
            byWeek.getOrDefault(Weeks.name(week), new WeekView.Changes(run, 0, 0, List.of(), 0)));
  }

  /** Whether the run before did not know an incident that is told at length. */
  boolean isFresh(String incidentId) {
    return since.isPresent() && !known.contains(incidentId);
  }

  /** Ids of weeks of which a region's figures changed, newest first, at most {@link #WEEKS}. */
  static List<String> changedWeeks(Reported reported) {
    return reported
        .readBefore(Tables.REGION_WEEKS)
        .map(
            before ->
                differing(reported.read(Tables.REGION_WEEKS), before)
                    .where("iso_week_id is not null")
                    .select("iso_week_id")
                    .distinct()
                    .orderBy(col("iso_week_id").desc())
                    .limit(WEEKS)
                    .collectAsList()
                    .stream()
                    .map(row -> row.getString(0))
                    .toList())
        .orElse(List.of());
  }

  /** Regions whose figures differ: the keys, each figure, and {@code <figure>_before}. */
  private static Dataset<Row> differing(Dataset<Row> now, Dataset<Row> before) {
    return RegionWeekChanges.sideBySide(now, before, RegionWeekChanges.FIGURES)
        .where(RegionWeekChanges.differs(RegionWeekChanges.FIGURES));
  }

  /**
   * The changes of the weeks that are chosen.
   *
   * @param chosen the weeks, as a condition on the column {@code week}
   * @param largest ids of the incidents that are told at length
   */
  static Revisions of(Reported reported, Column chosen, String week, Object... largest) {
    if (reported.before().isEmpty()) {
      return new Revisions(Optional.empty(), Map.of(), Set.of());
    }
    Dataset<Row> now = WeekViews.incidents(reported.read(Tables.INCIDENTS)).where(chosen);
    Dataset<Row> then =
        WeekViews.incidents(reported.readBefore(Tables.INCIDENTS).orElseThrow()).where(chosen);
    Dataset<Row> incidentsBefore = reported.before().orElseThrow().apply(Tables.INCIDENTS);
    Map<String, Long> fresh = lacking(now, incidentsBefore, week);
    Map<String, Long> gone = lacking(then, reported.tables().apply(Tables.INCIDENTS), week);
    Set<String> known =
        incidentsBefore
            .where(col("incident_id").isin(largest))
            .select("incident_id")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    Column[] order = {
      col("killed_best").desc_nulls_last(), col("country_code"), col("region_code")
    };
    List<Row> revised =
        differing(
                reported.read(Tables.REGION_WEEKS),
                reported.readBefore(Tables.REGION_WEEKS).orElseThrow())
            .withColumn(week, col("iso_week_id"))
            .where(chosen)
            .withColumn("rank", row_number().over(Window.partitionBy(week).orderBy(order)))
            .withColumn("all", count(lit(1)).over(Window.partitionBy(week)))
            .where(col("rank").leq(REVISED))
            .orderBy(week, "rank")
            .collectAsList();
    Map<String, List<Row>> because = because(reported, now, week);
    Map<String, WeekView.Changes> weeks = new HashMap<>();
    Map<String, List<Row>> byWeek = Weeks.grouped(revised, week);
    Set<String> names = new HashSet<>(byWeek.keySet());
    names.addAll(fresh.keySet());
    names.addAll(gone.keySet());
    for (String name : names) {
      List<Row> rows = byWeek.getOrDefault(name, List.of());
      long all = rows.isEmpty() ? 0 : Cell.number(rows.get(0), "all");
      weeks.put(
          name,
          new WeekView.Changes(
              reported.since(),
              fresh.getOrDefault(name, 0L),
              gone.getOrDefault(name, 0L),
              rows.stream().map(row -> revision(row, because, name)).toList(),
              all - rows.size()));
    }
    return new Revisions(Optional.of(reported.since()), weeks, known);
  }

  /** How many incidents of each week another run lacks. */
  private static Map<String, Long> lacking(
      Dataset<Row> incidents, Dataset<Row> others, String week) {
    return incidents
        .join(others.select("incident_id"), new String[] {"incident_id"}, "left_anti")
        .groupBy(week)
        .count()
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> Weeks.name(row.getString(0)), row -> row.getLong(1)));
  }

  /** Articles that are new in the incidents, by week and region. */
  private static Map<String, List<Row>> because(
      Reported reported, Dataset<Row> incidents, String week) {
    Dataset<Row> known =
        reported.before().orElseThrow().apply(Tables.INCIDENT_ARTICLES).select("article_id");
    var region = Window.partitionBy(week, "country_code", "region_code");
    return reported
        .tables()
        .apply(Tables.INCIDENT_ARTICLES)
        .select("incident_id", "article_id", "published_date", "duplicate_of")
        .join(known, new String[] {"article_id"}, "left_anti")
        .join(incidents.select("incident_id", week, "country_code", "region_code"), "incident_id")
        .withColumn("all", count(lit(1)).over(region))
        .withColumn(
            "rank",
            row_number()
                .over(
                    region.orderBy(
                        col("duplicate_of").isNotNull(),
                        col("published_date").desc_nulls_last(),
                        col("article_id"))))
        .where(col("rank").leq(BECAUSE))
        .join(
            reported.tables().apply(Tables.ARTICLES).select("article_id", "source", "title", "url"),
            "article_id")
        .orderBy(week, "country_code", "region_code", "rank")
        .collectAsList()
        .stream()
        .collect(Collectors.groupingBy(row -> key(Weeks.name(Cell.text(row, week)), row)));
  }

  private static String key(String week, Row row) {
    return week + " " + Cell.text(row, "country_code") + " " + Cell.text(row, "region_code");
  }

  private static WeekView.Revision revision(Row row, Map<String, List<Row>> because, String week) {
    List<Row> articles = because.getOrDefault(key(week, row), List.of());
    long all = articles.isEmpty() ? 0 : Cell.number(articles.get(0), "all");
    boolean known = !"XX".equals(row.getAs("region_code"));
    String name = Cell.text(row, "region_name");
    return new WeekView.Revision(
        !known ? "Region unknown" : name == null ? Cell.text(row, "region_code") : name,
        Words.country(Cell.text(row, "country_code")),
        figures(row, RegionWeekChanges.BEFORE),
        figures(row, ""),
        articles.stream().map(Sources::of).toList(),
        all - articles.size());
  }

  private static String figures(Row row, String when) {
    long incidents = Cell.number(row, "incidents" + when);
    return incidents == 0
        ? "no incident"
        : Figures.told(
            incidents, Cell.range(row, "killed", when), Cell.range(row, "injured", when));
  }
}
