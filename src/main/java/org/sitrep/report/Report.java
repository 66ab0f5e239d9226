package org.sitrep.report;

import org.apache.spark.sql.*;

public final class Report {
  private Report() {}

  public static void write(
      SparkSession s,
      java.util.function.Function<org.sitrep.tables.Table, Dataset<Row>> t,
      String dir) {}

  public static String regionWeeks(Dataset<Row> rows, int limit) {
    return rows.count() + " rows";
  }
}
