package org.sitrep.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as one writes them: {@code 4–10 May 2015}. */
final class Days {

  private static final DateTimeFormatter DAY = format("d");
  private static final DateTimeFormatter DAY_MONTH = format("d MMM");
  private static final DateTimeFormatter FULL = format("d MMM yyyy");

  private Days() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** The days from first to last; a last day that is null or not later is left out. */
  static String of(LocalDate first, LocalDate last) {
    if (first == null) {
      return "day unknown";
    }
    if (last == null || !last.isAfter(first)) {
      return FULL.format(first);
    }
    if (first.getYear() != last.getYear()) {
      return FULL.format(first) + " – " + FULL.format(last);
    }
    return first.getMonth() == last.getMonth()
        ? DAY.format(first) + "–" + FULL.format(last)
        : DAY_MONTH.format(first) + " – " + FULL.format(last);
  }
}
