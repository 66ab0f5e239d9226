package org.sitrep.event;

import java.util.Set;

/** Words of dates and clocks that tell a number of persons from a day, a year or a time. */
final class Calendar {

  private static final Set<String> MONTHS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec");
  private static final Set<String> WEEKDAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "mon",
          "tue",
          "wed",
          "thu",
          "fri",
          "sat",
          "sun");
  private static final Set<String> CLOCK =
      Set.of("am", "pm", "a.m", "p.m", "gmt", "o'clock", "hours", "edt", "est", "cst", "pst");

  private Calendar() {}

  static boolean month(String term) {
    return MONTHS.contains(term);
  }

  static boolean weekday(String term) {
    return WEEKDAYS.contains(term);
  }

  static boolean clock(String term) {
    return CLOCK.contains(term);
  }
}
