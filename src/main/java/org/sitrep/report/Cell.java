package org.sitrep.report;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;

/** Cells of rows as values of the views. */
final class Cell {
  private Cell() {}

  static long number(Row row, String column) {
    return row.getAs(column) instanceof Number number ? number.longValue() : 0;
  }

  static Long figure(Row row, String column) {
    return row.getAs(column) instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }

  static Range range(Row row, String effect) {
    return new Range(
        figure(row, effect + "_low"), figure(row, effect + "_best"), figure(row, effect + "_high"));
  }

  static LocalDate day(Row row, String column) {
    return row.getAs(column) instanceof Date date ? date.toLocalDate() : null;
  }

  static String text(Row row, String column) {
    return row.getAs(column);
  }

  static List<String> list(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? List.of() : row.getList(index);
  }
}
