package org.sitrep.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The meaning of a date expression without its anchor, in a notation after TIMEX3.
 *
 * <table>
 * <caption>Notation; the anchor is the day from which relative dates count, that is the day of
 * publication</caption>
 * <tr><td>{@code 2015-04-25}, {@code 2015-04}, {@code 2015}</td><td>a day, a month, a year; needs no
 * anchor</td></tr>
 * <tr><td>{@code XXXX-04-25}, {@code XXXX-04}</td><td>the latest such day or month that is not after
 * the anchor; a day may lie up to two days ahead (time zones, papers of tomorrow)</td></tr>
 * <tr><td>{@code XXXX-04-25:future}</td><td>the first such day from the anchor on</td></tr>
 * <tr><td>{@code XXXX-05-10:W7}</td><td>the text says that it is a Sunday: the nearest such day that
 * is one, else as above</td></tr>
 * <tr><td>{@code WXX-5:past}</td><td>the latest Friday, the anchor included</td></tr>
 * <tr><td>{@code WXX-5:last}</td><td>the latest Friday before the anchor</td></tr>
 * <tr><td>{@code WXX-5:before}</td><td>a week before that</td></tr>
 * <tr><td>{@code WXX-5:future}, {@code WXX-5:next}</td><td>the first Friday from the anchor on, after
 * the anchor</td></tr>
 * <tr><td>{@code PRESENT}, {@code P-1D}, {@code P+1D}</td><td>today, yesterday, tomorrow</td></tr>
 * <tr><td>{@code P-2W}</td><td>the ISO week two weeks before the anchor's; {@code P-1W} is last
 * week</td></tr>
 * <tr><td>{@code P-1W-2}</td><td>Tuesday of last week</td></tr>
 * <tr><td>{@code P-1M}, {@code P-1Y}</td><td>last month, last year, as on the calendar</td></tr>
 * <tr><td>{@code P-1M:day}, {@code P-1Y:day}</td><td>the same day a month, a year before</td></tr>
 * <tr><td>{@code MXX-15}</td><td>the latest fifteenth that is not after the anchor</td></tr>
 * <tr><td>{@code 2015-04:early}, {@code XXXX-04:mid}, {@code P-1M:late}</td><td>a third of the
 * month: its days 1 to 10, 11 to 20, from 21 on</td></tr>
 * <tr><td>{@code THIS_WEEK}, {@code THIS_MONTH}, {@code THIS_YEAR}</td><td>from its first day to the
 * anchor</td></tr>
 * <tr><td>{@code WEEKEND:past}, {@code WEEKEND:last}, {@code WEEKEND:future}</td><td>the latest
 * Saturday and Sunday begun, ended, the next to come</td></tr>
 * <tr><td>{@code RECENT}</td><td>the seven days up to the anchor</td></tr>
 * <tr><td>{@code PAST}</td><td>some time ago ("back then"); never resolved</td></tr>
 * <tr><td>{@code A/B}</td><td>from A to B</td></tr>
 * </table>
 */
public final class DateExpression {

  /** The day of publication. */
  public static final String PRESENT = "PRESENT";

  /** The night to the day of publication. */
  static final String OVERNIGHT = "P-1D/PRESENT";

  /** How a period ends that lasts up to the day of publication: "the past 24 hours". */
  static final String UP_TO_NOW = "/P-0D";

  /** Some time in the past that no calendar tells. */
  public static final String PAST = "PAST";

  private static final Pattern DAY = Pattern.compile("(\\d{4}|XXXX)-(\\d\\d)-(\\d\\d)(?::(.+))?");
  private static final Pattern YEARLESS_DAY = Pattern.compile("XXXX-\\d\\d-\\d\\d");
  private static final Pattern MONTH = Pattern.compile("(\\d{4}|XXXX)-(\\d\\d)(?::(.+))?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern WEEKDAY =
      Pattern.compile("WXX-([1-7]):(past|last|before|future|next)");
  private static final Pattern PERIOD =
      Pattern.compile("P([+-])(\\d{1,4})([DWMY])(?:-([1-7]))?(?::(early|mid|late|day))?");
  private static final Pattern MONTHLESS = Pattern.compile("MXX-(\\d\\d)");
  private static final int TOLERANCE = 2;

  private DateExpression() {}

  /**
   * The days that an expression means.
   *
   * @param expression in the notation above; null is never resolved
   * @param anchor the day from which relative dates count; may be null where the expression is
   *     absolute
   * @return empty where the expression is relative and there is no anchor, or where it is not in
   *     the notation
   */
  public static Optional<DateRange> resolve(String expression, LocalDate anchor) {
    if (expression == null || expression.isEmpty() || expression.equals(PAST)) {
      return Optional.empty();
    }
    try {
      int slash = expression.indexOf('/');
      return slash > 0
          ? range(expression.substring(0, slash), expression.substring(slash + 1), anchor)
          : one(expression, anchor);
    } catch (DateTimeException | ArithmeticException outside) {
      return Optional.empty();
    }
  }

  /** Whether the expression names its year and so needs no anchor. */
  public static boolean absolute(String expression) {
    return expression != null && !expression.isEmpty() && Character.isDigit(expression.charAt(0));
  }

  /** The day of the week that the expression names, 1 Monday to 7 Sunday. */
  public static Optional<DayOfWeek> weekday(String expression) {
    if (expression == null) {
      return Optional.empty();
    }
    Matcher matcher = WEEKDAY.matcher(expression);
    if (matcher.matches()) {
      return Optional.of(DayOfWeek.of(Integer.parseInt(matcher.group(1))));
    }
    int said = expression.indexOf(":W");
    return said > 0
            && said + 3 == expression.length()
            && Character.isDigit(expression.charAt(said + 2))
        ? Optional.of(DayOfWeek.of(expression.charAt(said + 2) - '0'))
        : Optional.empty();
  }

  private static Optional<DateRange> range(String from, String to, LocalDate anchor) {
    Optional<DateRange> last = one(to, anchor);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    // the first day is the latest one before the last day: "from Friday to Sunday"
    LocalDate end = last.get().end();
    boolean relative = from.startsWith("WXX") || from.startsWith("XXXX");
    Optional<DateRange> first = one(from, relative ? end : anchor);
    return first.filter(f -> !f.start().isAfter(end)).map(f -> DateRange.between(f.start(), end));
  }

  private static Optional<DateRange> one(String expression, LocalDate anchor) {
    char c = expression.charAt(0);
    if (c == 'X' || Character.isDigit(c)) {
      return calendar(expression, anchor);
    }
    if (anchor == null) {
      return Optional.empty();
    }
    return switch (expression) {
      case PRESENT -> Optional.of(DateRange.day(anchor));
      case "THIS_WEEK" -> since(anchor.with(DayOfWeek.MONDAY), anchor, 3);
      case "THIS_MONTH" -> since(anchor.withDayOfMonth(1), anchor, 4);
      case "THIS_YEAR" -> since(anchor.withDayOfYear(1), anchor, 5);
      case "RECENT" -> since(anchor.minusDays(6), anchor, 3);
      case "WEEKEND:past" ->
          weekend(anchor.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY)));
      case "WEEKEND:last" ->
          weekend(anchor.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)).minusDays(1));
      case "WEEKEND:future" ->
          weekend(anchor.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).minusDays(1));
      default ->
          switch (c) {
            case 'W' -> weekdayOf(expression, anchor);
            case 'M' -> monthless(expression, anchor);
            default -> period(expression, anchor);
          };
    };
  }

  private static Optional<DateRange> since(LocalDate start, LocalDate end, int precision) {
    return Optional.of(new DateRange(start, end, precision));
  }

  private static Optional<DateRange> weekend(LocalDate saturday) {
    return Optional.of(DateRange.between(saturday, saturday.plusDays(1)));
  }

  private static Optional<DateRange> calendar(String expression, LocalDate anchor) {
    Matcher day = DAY.matcher(expression);
    if (day.matches()) {
      int month = Integer.parseInt(day.group(2));
      int dayOfMonth = Integer.parseInt(day.group(3));
      if (!day.group(1).equals("XXXX")) {
        return Optional.of(
            DateRange.day(LocalDate.of(Integer.parseInt(day.group(1)), month, dayOfMonth)));
      }
      if (anchor == null) {
        return Optional.empty();
      }
      Optional<DayOfWeek> said = weekday(expression);
      Optional<DateRange> own =
          said.isPresent() ? onWeekday(month, dayOfMonth, said.get(), anchor) : Optional.empty();
      boolean ahead = "future".equals(day.group(4));
      return own.isPresent() ? own : nearest(month, dayOfMonth, anchor, ahead ? 1 : -1);
    }
    Matcher month = MONTH.matcher(expression);
    if (month.matches()) {
      int number = Integer.parseInt(month.group(2));
      if (!month.group(1).equals("XXXX")) {
        return part(YearMonth.of(Integer.parseInt(month.group(1)), number), month.group(3));
      }
      if (anchor == null) {
        return Optional.empty();
      }
      YearMonth now = YearMonth.from(anchor);
      YearMonth then = YearMonth.of(now.getYear(), number);
      if ("future".equals(month.group(3))) {
        return month(then.isBefore(now) ? then.plusYears(1) : then);
      }
      return part(then.isAfter(now) ? then.minusYears(1) : then, month.group(3));
    }
    if (YEAR.matcher(expression).matches()) {
      int year = Integer.parseInt(expression);
      return Optional.of(new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 5));
    }
    return Optional.empty();
  }

  /** Whether an expression names a day of a year that is not told. */
  public static boolean isYearlessDay(String expression) {
    return yearlessDay(expression).isPresent();
  }

  /**
   * A day without a year in the leap year 2000, so that such days can be ordered among themselves;
   * empty for any other expression.
   */
  static Optional<LocalDate> yearlessDay(String expression) {
    return YEARLESS_DAY.matcher(expression).lookingAt()
        ? Optional.of(LocalDate.parse("2000" + expression.substring(4, 10)))
        : Optional.empty();
  }

  /** A third of a month, or all of it where no part is named. */
  private static Optional<DateRange> part(YearMonth month, String part) {
    if (part == null) {
      return month(month);
    }
    return switch (part) {
      case "early" -> Optional.of(new DateRange(month.atDay(1), month.atDay(10), 4));
      case "mid" -> Optional.of(new DateRange(month.atDay(11), month.atDay(20), 4));
      case "late" -> Optional.of(new DateRange(month.atDay(21), month.atEndOfMonth(), 4));
      default -> Optional.empty();
    };
  }

  private static Optional<DateRange> month(YearMonth month) {
    return Optional.of(new DateRange(month.atDay(1), month.atEndOfMonth(), 4));
  }

  /** The nearest such day that is of the day of the week said with it, at most a year away. */
  private static Optional<DateRange> onWeekday(
      int month, int day, DayOfWeek said, LocalDate anchor) {
    LocalDate best = null;
    for (int year = anchor.getYear() - 1; year <= anchor.getYear() + 1; year++) {
      if (!YearMonth.of(year, month).isValidDay(day)) {
        continue;
      }
      LocalDate date = LocalDate.of(year, month, day);
      long away = Math.abs(ChronoUnit.DAYS.between(anchor, date));
      if (date.getDayOfWeek() == said
          && away <= 366
          && (best == null || away < Math.abs(ChronoUnit.DAYS.between(anchor, best)))) {
        best = date;
      }
    }
    return Optional.ofNullable(best).map(DateRange::day);
  }

  /** The nearest such day in one direction; 29 February may be four (or eight) years away. */
  private static Optional<DateRange> nearest(int month, int day, LocalDate anchor, int direction) {
    int start = anchor.getYear() - direction;
    for (int i = 0; i <= 9; i++) {
      int year = start + i * direction;
      if (!YearMonth.of(year, month).isValidDay(day)) {
        continue;
      }
      LocalDate date = LocalDate.of(year, month, day);
      boolean reached =
          direction < 0
              ? ChronoUnit.DAYS.between(anchor, date) <= TOLERANCE
              : !date.isBefore(anchor);
      if (reached) {
        return Optional.of(DateRange.day(date));
      }
    }
    return Optional.empty();
  }

  private static Optional<DateRange> weekdayOf(String expression, LocalDate anchor) {
    Matcher matcher = WEEKDAY.matcher(expression);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    DayOfWeek day = DayOfWeek.of(Integer.parseInt(matcher.group(1)));
    LocalDate date =
        switch (matcher.group(2)) {
          case "past" -> anchor.with(TemporalAdjusters.previousOrSame(day));
          case "last" -> anchor.with(TemporalAdjusters.previous(day));
          case "before" -> anchor.with(TemporalAdjusters.previous(day)).minusWeeks(1);
          case "next" -> anchor.with(TemporalAdjusters.next(day));
          default -> anchor.with(TemporalAdjusters.nextOrSame(day));
        };
    return Optional.of(DateRange.day(date));
  }

  /** A day of the month whose month is not said. */
  private static Optional<DateRange> monthless(String expression, LocalDate anchor) {
    Matcher matcher = MONTHLESS.matcher(expression);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int day = Integer.parseInt(matcher.group(1));
    YearMonth month = YearMonth.from(anchor);
    while (!month.isValidDay(day) || month.atDay(day).isAfter(anchor)) {
      if (day < 1 || day > 31) {
        return Optional.empty();
      }
      month = month.minusMonths(1);
    }
    return Optional.of(DateRange.day(month.atDay(day)));
  }

  private static Optional<DateRange> period(String expression, LocalDate anchor) {
    Matcher matcher = PERIOD.matcher(expression);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long n = Long.parseLong(matcher.group(2)) * (matcher.group(1).equals("-") ? -1 : 1);
    if ("day".equals(matcher.group(5))) {
      return switch (matcher.group(3)) {
        case "M" -> Optional.of(DateRange.day(anchor.plusMonths(n)));
        case "Y" -> Optional.of(DateRange.day(anchor.plusYears(n)));
        default -> Optional.empty();
      };
    }
    return switch (matcher.group(3)) {
      case "D" -> Optional.of(DateRange.day(anchor.plusDays(n)));
      case "W" -> week(anchor.plusWeeks(n).with(DayOfWeek.MONDAY), matcher.group(4));
      case "M" -> part(YearMonth.from(anchor).plusMonths(n), matcher.group(5));
      default -> calendar(String.format("%04d", anchor.plusYears(n).getYear()), null);
    };
  }

  private static Optional<DateRange> week(LocalDate monday, String weekday) {
    return Optional.of(
        weekday == null
            ? new DateRange(monday, monday.plusDays(6), 3)
            : DateRange.day(monday.plusDays(Integer.parseInt(weekday) - 1L)));
  }
}
