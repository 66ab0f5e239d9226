package org.sitrep.report;

import java.time.LocalDate;
import org.apache.spark.sql.Row;

/** Articles as the page names them. */
final class Sources {
  private Sources() {}

  /** A row with {@code source, title, url, published_date, duplicate_of}. */
  static WeekView.Source of(Row row) {
    LocalDate day = Cell.day(row, "published_date");
    String title = Cell.text(row, "title");
    return new WeekView.Source(
        Cell.text(row, "source"),
        title == null || title.isBlank() ? null : TextTable.line(title),
        WebAddress.of(Cell.text(row, "url")),
        day == null ? null : Days.of(day, day),
        row.getAs("duplicate_of") != null);
  }
}
