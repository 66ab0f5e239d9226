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
    return range(row, effect, "");
  }

  /** The figure of an effect from columns that end so, after {@code _low} and the like. */
  static Range range(Row row, String effect, String suffix) {
    return new Range(
        figure(row, effect + "_low" + suffix),
        figure(row, effect + "_best" + suffix),
        figure(row, effect + "_high" + suffix));
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
