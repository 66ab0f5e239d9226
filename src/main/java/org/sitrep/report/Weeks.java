package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.extract;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The weeks of an output with their sums: a row a week, which is little even after decades. */
final class Weeks {

  /** One week: its Monday, its sums, and its incidents by type. */
  record Week(String id, LocalDate monday, Totals totals, Map<String, Long> types) {

    /** For example 20–26 Apr 2015. */
    String days() {
      return Days.of(monday, monday.plusDays(6));
    }
  }

  private static final String UNDATED = WeekFiles.UNDATED;

  private final Map<String, Week> byId;
  private final Week undated;

  private Weeks(Map<String, Week> byId, Week undated) {
    this.byId = byId;
    this.undated = undated;
  }

  /** The weeks of {@code region_weeks}. */
  static Weeks of(Dataset<Row> regionWeeks) {
    List<Column> sums = new ArrayList<>();
    for (String column :
        List.of(
            "articles",
            "articles_published",
            "killed_low",
            "killed_best",
            "killed_high",
            "injured_low",
            "injured_best",
            "injured_high")) {
      sums.add(sum(column).as(column));
    }
    EventColumns.ALL.forEach(type -> sums.add(sum(type).as(type)));
    Column told = col("incidents").gt(0);
    sums.add(count_distinct(known(told, "country_code")).as("countries"));
    sums.add(count_distinct(known(told, "region_code")).as("regions"));
    sums.add(
        count_distinct(when(told, col("country_code")), when(told, col("region_code"))).as("rows"));
    List<Row> rows =
        regionWeeks
            .groupBy("iso_week_id", "week_start")
            .agg(sum("incidents").as("incidents"), sums.toArray(Column[]::new))
            .orderBy(col("iso_week_id").desc_nulls_last())
            .collectAsList();
    Map<String, Week> weeks = new LinkedHashMap<>();
    Week undated = null;
    for (Row row : rows) {
      Map<String, Long> types = new LinkedHashMap<>();
      EventColumns.ALL.forEach(type -> types.put(type, Cell.number(row, type)));
      Week week =
          new Week(Cell.text(row, "iso_week_id"), Cell.day(row, "week_start"), totals(row), types);
      if (week.id() == null) {
        undated = week;
      } else {
        weeks.put(week.id(), week);
      }
    }
    return new Weeks(weeks, undated);
  }

  private static Column known(Column told, String code) {
    return when(told.and(col(code).notEqual("XX")), col(code));
  }

  private static Totals totals(Row row) {
    return new Totals(
        Cell.number(row, "incidents"),
        Cell.number(row, "rows"),
        Cell.number(row, "regions"),
        Cell.number(row, "countries"),
        Cell.number(row, "articles"),
        Cell.number(row, "articles_published"),
        Cell.range(row, "killed"),
        Cell.range(row, "injured"));
  }

  /** The id of the ISO week of a day; null where the day is. */
  static Column of(Column day) {
    return concat(
        extract(lit("YEAROFWEEK"), day), lit("-W"), lpad(weekofyear(day).cast("string"), 2, "0"));
  }

  /** Weeks that have incidents, newest first. */
  List<Week> told() {
    return byId.values().stream().filter(week -> week.totals().incidents() > 0).toList();
  }

  /** The week; one without any row has sums of nothing. */
  Week week(String id) {
    LocalDate monday = LocalDate.parse(id + "-1", DateTimeFormatter.ISO_WEEK_DATE);
    return byId.getOrDefault(
        id,
        new Week(
            id,
            monday,
            new Totals(0, 0, 0, 0, 0, 0, Range.UNREPORTED, Range.UNREPORTED),
            Map.of()));
  }

  /** The incidents of no known day; null where there are none. */
  Week undated() {
    return undated == null || undated.totals().incidents() == 0 ? null : undated;
  }

  /** Sums of the weeks before a week, nearest first; null where nothing was read of one. */
  List<Totals> before(Week week, int weeks) {
    List<Totals> before = new ArrayList<>();
    for (int back = 1; back <= weeks; back++) {
      Week other = byId.get(id(week.monday().minusWeeks(back)));
      before.add(other == null ? null : other.totals());
    }
    return before;
  }

  /** The ids of a week and of those before it, oldest first. */
  static List<String> upTo(LocalDate monday, int weeks) {
    List<String> ids = new ArrayList<>();
    for (int back = weeks - 1; back >= 0; back--) {
      ids.add(id(monday.minusWeeks(back)));
    }
    return ids;
  }

  /** The ids of some weeks and of as many before each, sorted. */
  static Collection<String> courses(Collection<Week> weeks, int before) {
    TreeSet<String> ids = new TreeSet<>();
    weeks.stream()
        .filter(week -> week.id() != null)
        .forEach(week -> ids.addAll(upTo(week.monday(), before)));
    return ids;
  }

  /** Rows by week; those of no known day under {@code undated}. */
  static Map<String, List<Row>> grouped(List<Row> rows, String column) {
    Map<String, List<Row>> groups = new HashMap<>();
    for (Row row : rows) {
      String id = row.getAs(column);
      groups.computeIfAbsent(id == null ? UNDATED : id, key -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /** Name of a week's page and files, without extension. */
  static String name(String id) {
    return id == null ? UNDATED : id;
  }

  private static String id(LocalDate monday) {
    return monday.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, 8);
  }
}
