package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.report.chart.RangeBar;
import org.sitrep.report.chart.Scale;
import org.sitrep.report.chart.TypeBar;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * Step 6 of 6: the weekly tables as pages and as files. The driver sees a bounded number of rows a
 * week, whatever the size of the tables; the files have all of them.
 */
public final class Report {

  static final int WEEKS = 12;

  /** Weeks that the index lists; years of them. */
  static final int LISTED = 520;

  private static final int LINE = 120;

  private final Reported reported;
  private final Weeks weeks;
  private final List<Weeks.Week> shown;
  private final Set<String> pages;

  private Report(Reported reported, Weeks weeks, List<Weeks.Week> shown) {
    this.reported = reported;
    this.weeks = weeks;
    this.shown = shown;
    this.pages =
        shown.stream()
            .map(week -> Weeks.name(week.id()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The report of some tables.
   *
   * @throws IllegalArgumentException where the week asked for is no ISO week
   */
  public static Report of(Reported reported) {
    Weeks weeks = Weeks.of(reported.read(Tables.REGION_WEEKS));
    return new Report(reported, weeks, shown(reported, weeks));
  }

  /** Names of the weeks that have pages; {@code undated} last. */
  public List<String> pages() {
    return List.copyOf(pages);
  }

  /**
   * Writes {@code index.html}, a page and its files for each week, and the tables {@code
   * region_weeks.csv}, {@code region_week_events.csv} and {@code incidents.csv}, into a folder on
   * any file system that Hadoop reaches.
   */
  public void write(SparkSession spark, String folder) {
    Configuration files = spark.sparkContext().hadoopConfiguration();
    for (int from = 0; from < shown.size(); from += WEEKS) {
      List<Weeks.Week> some = shown.subList(from, Math.min(shown.size(), from + WEEKS));
      WeekViews views = new WeekViews(reported, weeks, some, pages);
      for (Weeks.Week week : some) {
        String page = folder + "/" + Weeks.name(week.id()) + ".html";
        write(page, Pages.of(views.view(week)), files);
      }
    }
    WeekFiles.of(reported.tables())
        .in(reported.scope().country())
        .with(reported.scope().crosswalk())
        .write(spark, pages, folder);
    csv(spark, reported, Tables.REGION_WEEKS, folder, "iso_week_id", "country_code", "region_code");
    csv(
        spark,
        reported,
        Tables.REGION_WEEK_EVENTS,
        folder,
        "iso_week_id",
        "acled_week",
        "region_code",
        "event_type",
        "sub_event_type");
    csv(spark, reported, Tables.INCIDENTS, folder, "date_start", "incident_id");
    write(folder + "/index.html", Pages.of(index(reported, weeks, pages)), files);
  }

  private static List<Weeks.Week> shown(Reported reported, Weeks weeks) {
    Reported.Scope scope = reported.scope();
    String asked = scope.week() == null ? null : asked(scope, weeks).id();
    if (scope.which() == Reported.Which.ONE) {
      return List.of(weeks.week(asked));
    }
    List<Weeks.Week> told = weeks.told();
    List<Weeks.Week> shown = new ArrayList<>();
    if (asked != null && told.stream().noneMatch(week -> week.id().equals(asked))) {
      shown.add(weeks.week(asked));
    }
    if (scope.which() == Reported.Which.ALL) {
      shown.addAll(told);
    } else {
      List<String> changed = Revisions.changedWeeks(reported);
      for (int i = 0; i < told.size(); i++) {
        String id = told.get(i).id();
        if (i < WEEKS || changed.contains(id) || id.equals(asked)) {
          shown.add(told.get(i));
        }
      }
    }
    if (weeks.undated() != null) {
      shown.add(weeks.undated());
    }
    return shown;
  }

  /** Any week may be asked for: one of which nothing was read has a page that says so. */
  private static Weeks.Week asked(Reported.Scope scope, Weeks weeks) {
    try {
      return weeks.week(scope.week());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "no ISO week: " + scope.week() + "; give one as 2015-W17", e);
    }
  }

  private static IndexView index(Reported reported, Weeks weeks, Set<String> pages) {
    List<Weeks.Week> told = new ArrayList<>(weeks.told());
    List<Weeks.Week> listed = new ArrayList<>(told.subList(0, Math.min(LISTED, told.size())));
    Scale scale = Scale.of(listed.stream().map(w -> w.totals().killed().high()).toList());
    if (weeks.undated() != null) {
      listed.add(weeks.undated());
    }
    List<IndexView.Week> rows = new ArrayList<>();
    Map<String, Long> types = new LinkedHashMap<>();
    for (Weeks.Week week : listed) {
      Totals totals = week.totals();
      Range killed = totals.killed();
      String name = Weeks.name(week.id());
      boolean dated = week.id() != null;
      week.types().forEach((type, count) -> types.merge(type, count, Long::sum));
      rows.add(
          new IndexView.Week(
              dated ? week.id() : "day unknown",
              dated ? week.days() : "",
              pages.contains(name) ? name + ".html" : null,
              totals.incidents(),
              totals.regions(),
              totals.articles(),
              Figures.of(killed),
              dated
                  ? RangeBar.svg(
                      "Killed in " + name, killed.low(), killed.best(), killed.high(), scale)
                  : null,
              TypeBar.svg(
                  "Incidents " + (dated ? "in " + name : "of no known day"), week.types())));
    }
    return new IndexView(
        reported.scope().country() == null ? null : Words.country(reported.scope().country()),
        RangeBar.axis(scale),
        TypeBar.key(types),
        rows,
        told.size() - Math.min(LISTED, told.size()),
        corpus(reported),
        List.of("region_weeks.csv", "region_week_events.csv", "incidents.csv"));
  }

  private static List<WeekView.Line> corpus(Reported reported) {
    Row corpus =
        reported
            .read(Tables.REGION_WEEKS)
            .agg(
                sum("articles").as("articles"),
                sum(when(col("iso_week_id").isNull(), col("articles"))).as("undated"),
                sum(when(col("region_code").equalTo("XX"), col("articles"))).as("unplaced"),
                sum(col("articles").minus(col("original_articles"))).as("copies"),
                sum("other").as("other"),
                sum("claims").as("claims"),
                sum("claims_excluded_history").as("kept_out"))
            .first();
    List<WeekView.Line> lines = new ArrayList<>();
    lines.add(line(corpus, "articles read", "articles"));
    if (reported.scope().country() == null) {
      long rejected = reported.tables().apply(Tables.REJECTS).count();
      lines.add(WeekViews.line("records rejected", rejected, "see the table rejects"));
    }
    lines.add(line(corpus, "articles without a day", "undated"));
    lines.add(line(corpus, "articles without a region", "unplaced"));
    lines.add(line(corpus, "near copies, not counted as sources", "copies"));
    lines.add(line(corpus, "stories without an event", "other"));
    lines.add(line(corpus, "figures found", "claims"));
    lines.add(line(corpus, "of them history, kept out", "kept_out"));
    return lines;
  }

  private static WeekView.Line line(Row row, String name, String column) {
    return WeekViews.line(name, Cell.number(row, column), null);
  }

  private static void csv(
      SparkSession spark, Reported reported, Table table, String directory, String... key) {
    Column[] order = new Column[key.length];
    for (int i = 0; i < key.length; i++) {
      order[i] = col(key[i]).asc_nulls_last();
    }
    Dataset<Row> rows = reported.tables().apply(table);
    String country = reported.scope().country();
    Dataset<Row> ours =
        country == null
            ? rows
            : table == Tables.REGION_WEEK_EVENTS
                ? rows.where(col("country").equalTo(Words.country(country)))
                : rows.where(col("country_code").equalTo(country));
    Export.writeFile(
        spark,
        Formulas.disarmed(ours).repartition(1).sortWithinPartitions(order),
        Export.Format.csv,
        directory + "/" + table.name() + ".csv");
  }

  private static void write(String file, String text, Configuration configuration) {
    Path path = new Path(file);
    try {
      try (OutputStream stream = TextFiles.plain(path, configuration).create(path, true)) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The region-week table for the terminal: newest week first, deadliest region first, undated rows
   * last; rows that only count published articles are left out.
   *
   * @param rows {@code region_weeks}
   * @param limit rows at most; the rest is counted in a line of its own
   */
  public static String regionWeeks(Dataset<Row> rows, int limit) {
    Dataset<Row> told = rows.where("articles > 0 or incidents > 0");
    long all = told.count();
    List<Row> first =
        told.orderBy(
                col("iso_week_id").desc_nulls_last(),
                col("killed_best").desc_nulls_last(),
                col("killed_high").desc_nulls_last(),
                col("incidents").desc(),
                col("country_code"),
                col("region_code"))
            .limit(limit)
            .collectAsList();
    List<List<String>> cells = new ArrayList<>();
    for (Row row : first) {
      cells.add(cells(row));
    }
    String table =
        TextTable.fitted(
            List.of(
                "week",
                "country",
                "region",
                "incidents",
                "killed",
                "injured",
                "articles",
                "sources",
                "types",
                "warning"),
            cells,
            LINE);
    return all > first.size() ? table + "... and " + (all - first.size()) + " more\n" : table;
  }

  private static List<String> cells(Row row) {
    Map<String, Long> types = new LinkedHashMap<>();
    EventColumns.ALL.forEach(type -> types.put(type, Cell.number(row, type)));
    String region = row.getAs("region_name");
    List<String> warnings =
        row.isNullAt(row.fieldIndex("warning"))
            ? List.of()
            : row.getList(row.fieldIndex("warning"));
    return List.of(
        row.isNullAt(row.fieldIndex("iso_week_id")) ? "undated" : row.getAs("iso_week_id"),
        row.getAs("country_name"),
        region == null ? row.getAs("region_code") : region,
        Long.toString(Cell.number(row, "incidents")),
        Cell.range(row, "killed").text(),
        Cell.range(row, "injured").text(),
        Long.toString(Cell.number(row, "articles")),
        Long.toString(Cell.number(row, "sources")),
        String.join(", ", Words.counted("short", types)),
        String.join(", ", warnings));
  }
}
