package org.sitrep.time;

import java.time.LocalDate;

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
}
