package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * Step 6 of 6: the weekly tables as a page and as CSV files. The driver sees a bounded number of
 * rows, whatever the size of the tables; the CSV files have all of them.
 */
public final class Report {

  static final int WEEKS = 12;
  static final int REGIONS_PER_WEEK = 40;
  static final int STORIES_PER_WEEK = 10;

  private static final int LINE = 120;
  private static final List<String> TYPES =
      List.of(
          "battles",
          "explosions_remote_violence",
          "violence_against_civilians",
          "protests",
          "riots",
          "strategic_developments",
          "crime",
          "accidents",
          "natural_disasters",
          "diplomacy");

  private Report() {}

  /**
   * Writes {@code index.html}, {@code region_weeks.csv}, {@code region_week_events.csv} and {@code
   * incidents.csv} into a folder on any file system that Hadoop reaches.
   *
   * @param tables reads {@code region_weeks}, {@code region_week_events}, {@code incidents} and
   *     {@code rejects}
   */
  public static void write(
      SparkSession spark, Function<Table, Dataset<Row>> tables, String reportDirectory) {
    csv(
        spark,
        tables,
        Tables.REGION_WEEKS,
        reportDirectory,
        "iso_week_id",
        "country_code",
        "region_code");
    csv(
        spark,
        tables,
        Tables.REGION_WEEK_EVENTS,
        reportDirectory,
        "iso_week_id",
        "acled_week",
        "region_code",
        "event_type",
        "sub_event_type");
    csv(spark, tables, Tables.INCIDENTS, reportDirectory, "date_start", "incident_id");
    Page.Content content =
        content(
            tables.apply(Tables.REGION_WEEKS),
            tables.apply(Tables.INCIDENTS),
            tables.apply(Tables.REJECTS));
    write(
        reportDirectory + "/index.html",
        Page.of(content),
        spark.sparkContext().hadoopConfiguration());
  }

  private static void csv(
      SparkSession spark,
      Function<Table, Dataset<Row>> tables,
      Table table,
      String directory,
      String... key) {
    Column[] order = new Column[key.length];
    for (int i = 0; i < key.length; i++) {
      order[i] = col(key[i]).asc_nulls_last();
    }
    Dataset<Row> rows =
        Formulas.disarmed(tables.apply(table)).repartition(1).sortWithinPartitions(order);
    Export.writeFile(spark, rows, Export.Format.csv, directory + "/" + table.name() + ".csv");
  }

  private static void write(String file, String text, Configuration configuration) {
    Path path = new Path(file);
    try {
      FileSystem files = path.getFileSystem(configuration);
      // Hadoop's local file system leaves a checksum file beside each file
      FileSystem plain = files instanceof LocalFileSystem local ? local.getRaw() : files;
      try (OutputStream stream = plain.create(path, true)) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** What the page tells, from at most so many weeks, regions and incidents as the limits say. */
  static Page.Content content(
      Dataset<Row> regionWeeks, Dataset<Row> incidents, Dataset<Row> rejects) {
    Dataset<Row> told = regionWeeks.where("incidents > 0");
    Dataset<Row> weeks =
        told.groupBy("iso_week_id", "week_start", "week_end")
            .agg(
                count(lit(1)).as("regions"),
                sum("incidents").as("incidents"),
                sum("articles").as("articles"),
                sum("killed_low").as("killed_low"),
                sum("killed_best").as("killed_best"),
                sum("killed_high").as("killed_high"),
                sum("injured_low").as("injured_low"),
                sum("injured_best").as("injured_best"),
                sum("injured_high").as("injured_high"));
    List<Row> latest =
        new ArrayList<>(
            weeks.orderBy(col("iso_week_id").desc_nulls_first()).limit(WEEKS + 1).collectAsList());
    Row undated =
        !latest.isEmpty() && day(latest.get(0), "week_start") == null ? latest.remove(0) : null;
    latest = latest.subList(0, Math.min(WEEKS, latest.size()));
    Object[] mondays = latest.stream().map(row -> row.getAs("week_start")).toArray();
    Column shown = col("week_start").isNull().or(col("week_start").isin(mondays));
    Map<LocalDate, List<Row>> regions =
        byWeek(first(told.where(shown), REGIONS_PER_WEEK, "country_code", "region_code"));
    Map<LocalDate, List<Row>> stories =
        byWeek(
            first(
                incidents
                    .where("event_type != 'Other'")
                    .withColumn("week_start", date_trunc("week", col("date_start")).cast("date"))
                    .where(shown),
                STORIES_PER_WEEK,
                "incident_id"));
    List<Page.Week> pages = new ArrayList<>();
    for (Row week : latest) {
      pages.add(week(week, regions, stories));
    }
    Row corpus = corpus(regionWeeks);
    return new Page.Content(
        pages,
        number(corpus, "weeks") - pages.size(),
        undated == null ? null : week(undated, regions, stories),
        quality(corpus, rejects.count()));
  }

  /** The deadliest rows of each week. */
  private static List<Row> first(Dataset<Row> rows, int limit, String... ties) {
    List<Column> order = new ArrayList<>();
    order.add(col("killed_best").desc_nulls_last());
    order.add(col("killed_high").desc_nulls_last());
    order.add(col("injured_best").desc_nulls_last());
    for (String tie : ties) {
      order.add(col(tie));
    }
    return rows.withColumn(
            "rank",
            row_number()
                .over(Window.partitionBy("week_start").orderBy(order.toArray(Column[]::new))))
        .where(col("rank").leq(limit))
        .orderBy("week_start", "rank")
        .collectAsList();
  }

  private static Map<LocalDate, List<Row>> byWeek(List<Row> rows) {
    Map<LocalDate, List<Row>> weeks = new HashMap<>();
    rows.forEach(
        row -> weeks.computeIfAbsent(day(row, "week_start"), week -> new ArrayList<>()).add(row));
    return weeks;
  }

  private static Page.Week week(
      Row week, Map<LocalDate, List<Row>> regions, Map<LocalDate, List<Row>> stories) {
    LocalDate monday = day(week, "week_start");
    return new Page.Week(
        week.getAs("iso_week_id"),
        monday,
        day(week, "week_end"),
        new Page.Total(
            number(week, "incidents"),
            number(week, "articles"),
            range(week, "killed"),
            range(week, "injured")),
        regions.getOrDefault(monday, List.of()).stream().map(Report::region).toList(),
        number(week, "regions"),
        stories.getOrDefault(monday, List.of()).stream().map(Report::story).toList());
  }

  private static Page.Region region(Row row) {
    Map<String, Long> types = new LinkedHashMap<>();
    TYPES.forEach(type -> types.put(type, number(row, type)));
    return new Page.Region(
        row.getAs("country_name"),
        row.getAs("region_name"),
        row.getAs("region_code"),
        number(row, "incidents"),
        range(row, "killed"),
        range(row, "injured"),
        number(row, "articles"),
        number(row, "sources"),
        types,
        warnings(row));
  }

  private static Page.Story story(Row row) {
    return new Page.Story(
        row.getAs("incident_id"),
        Headline.of(row.getAs("title"), row.getAs("sub_event_type"), row.getAs("place_name")),
        day(row, "date_start"),
        day(row, "date_end"),
        row.getAs("place_name"),
        row.getAs("sub_event_type"),
        range(row, "killed"),
        number(row, "source_count"),
        warnings(row));
  }

  private static List<String> warnings(Row row) {
    int index = row.fieldIndex("warning");
    return row.isNullAt(index) ? List.of() : Words.of("warning", row.getList(index));
  }

  private static Row corpus(Dataset<Row> regionWeeks) {
    return regionWeeks
        .agg(
            count_distinct(when(col("incidents").gt(0), col("iso_week_id"))).as("weeks"),
            sum("articles").as("articles"),
            sum(when(col("iso_week_id").isNull(), col("articles"))).as("undated"),
            sum(when(col("region_code").equalTo("XX"), col("articles"))).as("unplaced"),
            sum(col("articles").minus(col("original_articles"))).as("copies"),
            sum("other").as("other"),
            sum("claims").as("claims"),
            sum("claims_excluded_history").as("kept_out"))
        .first();
  }

  private static Page.Quality quality(Row corpus, long rejected) {
    return new Page.Quality(
        number(corpus, "articles"),
        rejected,
        number(corpus, "undated"),
        number(corpus, "unplaced"),
        number(corpus, "copies"),
        number(corpus, "other"),
        number(corpus, "claims"),
        number(corpus, "kept_out"));
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
    TYPES.forEach(type -> types.put(type, number(row, type)));
    String region = row.getAs("region_name");
    List<String> warnings =
        row.isNullAt(row.fieldIndex("warning"))
            ? List.of()
            : row.getList(row.fieldIndex("warning"));
    return List.of(
        row.isNullAt(row.fieldIndex("iso_week_id")) ? "undated" : row.getAs("iso_week_id"),
        row.getAs("country_name"),
        region == null ? row.getAs("region_code") : region,
        Long.toString(number(row, "incidents")),
        range(row, "killed").text(),
        range(row, "injured").text(),
        Long.toString(number(row, "articles")),
        Long.toString(number(row, "sources")),
        String.join(", ", Words.counted("short", types)),
        String.join(", ", warnings));
  }

  private static long number(Row row, String column) {
    return row.getAs(column) instanceof Number number ? number.longValue() : 0;
  }

  private static Range range(Row row, String effect) {
    return new Range(
        figure(row, effect + "_low"), figure(row, effect + "_best"), figure(row, effect + "_high"));
  }

  private static Long figure(Row row, String column) {
    return row.getAs(column) instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }

  private static LocalDate day(Row row, String column) {
    return row.getAs(column) instanceof Date date ? date.toLocalDate() : null;
  }
}
