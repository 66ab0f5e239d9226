package org.sitrep.statistics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Calendar keys: ISO 8601 weeks (Monday to Sunday) and ACLED's (Saturday to Friday). */
final class Weeks {
  private Weeks() {}

  /** The five columns of the ISO week of a day; all null where the day is. */
  static Dataset<Row> withIsoWeek(Dataset<Row> rows, String day) {
    Column monday = expr("date_trunc('week', " + day + ")").cast("date");
    return rows
        .withColumn("iso_year", expr("extract(YEAROFWEEK FROM " + day + ")").cast("int"))
        .withColumn("iso_week", expr("extract(WEEK FROM " + day + ")").cast("int"))
        .withColumn(
            "iso_week_id",
            when(col(day).isNotNull(), format_string("%04d-W%02d", col("iso_year"), col("iso_week"))))
        .withColumn("week_start", monday)
        .withColumn("week_end", date_add(monday, 6));
  }

  /** The Saturday on or before a day. */
  static Column acledWeek(Column day) {
    Column sinceSaturday = expr("0").plus(dayofweek(day)).mod(lit(7));
    return date_add(day, sinceSaturday.multiply(lit(-1)).cast("int"));
  }
}
