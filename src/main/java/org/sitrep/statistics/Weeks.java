package org.sitrep.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.extract;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.next_day;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Calendar keys: ISO 8601 weeks (Monday to Sunday) and ACLED's (Saturday to Friday). */
final class Weeks {

  /** The columns of an ISO week; one of them tells the others. */
  static final List<String> COLUMNS =
      List.of("iso_year", "iso_week", "iso_week_id", "week_start", "week_end");

  private Weeks() {}

  /** Adds the five columns of the ISO week of a day; all null where the day is. */
  static Dataset<Row> withIsoWeek(Dataset<Row> rows, Column day) {
    Column year = extract(lit("YEAROFWEEK"), day);
    Column week = extract(lit("WEEK"), day);
    Column monday = date_sub(next_day(day, "MONDAY"), 7);
    return rows.withColumn("iso_year", year)
        .withColumn("iso_week", week)
        // format_string writes "null" for null
        .withColumn("iso_week_id", when(day.isNotNull(), format_string("%04d-W%02d", year, week)))
        .withColumn("week_start", monday)
        .withColumn("week_end", date_add(monday, 6));
  }

  /** Adds {@code acled_week}: the Saturday on or before a day. */
  static Dataset<Row> withAcledWeek(Dataset<Row> rows, String day) {
    // dayofweek counts from Sunday, 1, to Saturday, 7
    Column sinceSaturday = dayofweek(col(day)).mod(lit(7));
    return rows.withColumn("acled_week", date_sub(col(day), sinceSaturday));
  }
}
