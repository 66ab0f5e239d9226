package org.sitrep.cluster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.event.Event;
import org.sitrep.tables.Document;
import org.sitrep.time.DateExpression;
import org.sitrep.time.DateMention;
import org.sitrep.time.DateRange;

/**
 * What an article tells about the days of its event: days of the calendar, or at least days of an
 * unknown year.
 *
 * @param start first day, days since 1970; {@link #UNKNOWN} where the year is not known
 * @param end last day
 * @param firstOfYear first day within a leap year, 0..365; {@link #UNKNOWN} where not even that is
 *     known
 * @param lastOfYear last day within a leap year; smaller than the first where it crosses the turn
 *     of the year
 * @param precision 1 day .. 5 year (UCDP); 9 where nothing is known
 */
record EventDays(int start, int end, int firstOfYear, int lastOfYear, int precision) {

  /** No such day. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  /** Nothing is known. */
  static final EventDays NONE = new EventDays(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 9);

  private static final int YEAR = 366;
  private static final int LEAP_YEAR = 2000;
  private static final int WEEK = 7;

  /** An article that does not say when tells of its own day or one shortly before. */
  private static final int DAYS_UNTOLD = 2;

  private static final Pattern YEARLESS = Pattern.compile("XXXX-(\\d{2})-(\\d{2})(?::.*)?");
  private static final Pattern YEARLESS_MONTH = Pattern.compile("XXXX-(\\d{2})(?::.*)?");

  /**
   * The days of an article's main event: as resolved; else as its own expressions tell without an
   * anchor, or from a day of publication without a year; else the latest day of the month that the
   * article tells as news; else the little that is known of its publication.
   */
  static EventDays of(Document document) {
    Event event = document.event();
    if (event != null && event.dateStart() != null) {
      LocalDate end = event.dateEnd() == null ? event.dateStart() : event.dateEnd();
      return "published".equals(event.dateBasis())
          ? range(event.dateStart().minusDays(DAYS_UNTOLD), end, 3)
          : range(event.dateStart(), end, event.datePrec() == null ? 1 : event.datePrec());
    }
    String from = event == null ? null : event.startExpression();
    String to = event == null ? null : event.endExpression();
    EventDays told = of(from).until(of(to));
    if (told.isKnown() && told.precision <= 2) {
      return told;
    }
    EventDays published = of(document.publishedExpression());
    if (published.isKnown() && published.precision == 1) {
      return published.from(from).until(published.from(to));
    }
    EventDays named = latestNews(document);
    return named.isKnown() ? named : published;
  }

  /** The days that an expression names without an anchor. */
  static EventDays of(String expression) {
    if (expression == null) {
      return NONE;
    }
    Optional<DateRange> absolute = DateExpression.resolve(expression, null);
    if (absolute.isPresent()) {
      return range(absolute.get().start(), absolute.get().end(), absolute.get().precision());
    }
    try {
      Matcher day = YEARLESS.matcher(expression);
      if (day.matches()) {
        return yearless(MonthDay.of(number(day, 1), number(day, 2)).atYear(LEAP_YEAR), 0, 1);
      }
      Matcher month = YEARLESS_MONTH.matcher(expression);
      if (month.matches()) {
        YearMonth whole = YearMonth.of(LEAP_YEAR, number(month, 1));
        return yearless(whole.atDay(1), whole.lengthOfMonth() - 1, 4);
      }
    } catch (DateTimeException e) {
      return NONE;
    }
    return NONE;
  }

  private static EventDays yearless(LocalDate first, int more, int precision) {
    return new EventDays(
        UNKNOWN, UNKNOWN, dayOfYear(first), dayOfYear(first.plusDays(more)), precision);
  }

  /**
   * What a relative expression means on this day of publication. Of which year it is decides the
   * day of the week, so a weekday is one of the seven days up to it.
   */
  private EventDays from(String expression) {
    if (expression == null || expression.equals(DateExpression.PRESENT)) {
      return this;
    }
    if (isAbsolute()) {
      return DateExpression.resolve(expression, LocalDate.ofEpochDay(start))
          .map(days -> range(days.start(), days.end(), days.precision()))
          .orElse(this);
    }
    LocalDate day = LocalDate.ofYearDay(LEAP_YEAR, firstOfYear + 1);
    if (expression.startsWith("W")) {
      return yearless(day.minusDays(WEEK - 1), WEEK - 1, 2);
    }
    return DateExpression.resolve(expression, day)
        .map(
            days ->
                yearless(
                    days.start(), (int) (days.end().toEpochDay() - days.start().toEpochDay()), 2))
        .orElse(this);
  }

  /** Days of the calendar. */
  static EventDays range(LocalDate start, LocalDate end, int precision) {
    LocalDate last = end.isBefore(start) ? start : end;
    boolean wholeYear = last.toEpochDay() - start.toEpochDay() >= YEAR - 1;
    return new EventDays(
        (int) start.toEpochDay(),
        (int) last.toEpochDay(),
        wholeYear ? 0 : dayOfYear(start),
        wholeYear ? YEAR - 1 : dayOfYear(last),
        precision);
  }

  /** Whether anything is known. */
  boolean isKnown() {
    return firstOfYear != UNKNOWN;
  }

  /** Whether the year is known too. */
  boolean isAbsolute() {
    return start != UNKNOWN;
  }

  /**
   * Days between the two events, 0 where they overlap; where a year is unknown the fewest that any
   * year allows; empty where nothing can be said.
   */
  OptionalInt gap(EventDays other) {
    if (!isKnown() || !other.isKnown()) {
      return OptionalInt.empty();
    }
    if (isAbsolute() && other.isAbsolute()) {
      return OptionalInt.of(Math.max(0, Math.max(other.start - end, start - other.end)));
    }
    int length = Math.floorMod(lastOfYear - firstOfYear, YEAR);
    int otherLength = Math.floorMod(other.lastOfYear - other.firstOfYear, YEAR);
    int ahead = Math.floorMod(other.firstOfYear - firstOfYear, YEAR);
    int behind = Math.floorMod(firstOfYear - other.firstOfYear, YEAR);
    return OptionalInt.of(Math.max(0, Math.min(ahead - length, behind - otherLength)));
  }

  private EventDays until(EventDays later) {
    if (!isKnown()) {
      return later;
    }
    if (!later.isKnown() || isAbsolute() != later.isAbsolute() || equals(later)) {
      return this;
    }
    int last = isAbsolute() ? Math.max(end, later.end) : UNKNOWN;
    return new EventDays(
        start,
        last,
        firstOfYear,
        later.lastOfYear,
        Math.max(2, Math.max(precision, later.precision)));
  }

  private static EventDays latestNews(Document document) {
    return Documents.list(document.dates()).stream()
        .filter(date -> "news".equals(date.role()))
        .map(DateMention::expression)
        .map(EventDays::of)
        .filter(days -> days.isKnown() && days.precision == 1)
        .reduce(EventDays::later)
        .map(days -> new EventDays(days.start, days.end, days.firstOfYear, days.lastOfYear, 2))
        .orElse(NONE);
  }

  private static EventDays later(EventDays one, EventDays two) {
    if (one.isAbsolute() != two.isAbsolute()) {
      return one.isAbsolute() ? one : two;
    }
    if (one.isAbsolute()) {
      return two.start > one.start ? two : one;
    }
    int ahead = Math.floorMod(two.firstOfYear - one.firstOfYear, YEAR);
    return ahead > 0 && ahead < YEAR / 2 ? two : one;
  }

  private static int dayOfYear(LocalDate day) {
    return LocalDate.of(LEAP_YEAR, day.getMonthValue(), day.getDayOfMonth()).getDayOfYear() - 1;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
