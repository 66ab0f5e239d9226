package org.sitrep.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A first and last day with a precision.
 *
 * @param start first day
 * @param end last day, not before the first
 * @param precision 1 day, 2 two to six days, 3 week, 4 month, 5 year (UCDP)
 */
public record DateRange(LocalDate start, LocalDate end, int precision) {

  /** Checks the order of the days. */
  public DateRange {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("bad range " + start + ".." + end);
    }
  }

  /** A single day. */
  public static DateRange day(LocalDate day) {
    return new DateRange(day, day, 1);
  }

  /** Two days and what lies between, with the precision of its length. */
  public static DateRange between(LocalDate start, LocalDate end) {
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    int precision = days <= 1 ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5;
    return new DateRange(start, end, precision);
  }

  /** Whether the two share a day. */
  public boolean overlaps(DateRange other) {
    return !start.isAfter(other.end) && !other.start.isAfter(end);
  }
}
