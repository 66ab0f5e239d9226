package org.sitrep.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar day written out in figures or with the name of its month, its year included or not.
 *
 * <p>Forms: {@code 5 April 2017}, {@code 5th of April, 2017}, {@code April 5 2017}, {@code April
 * 5th}, {@code Jul 262016} (day and year run together), {@code 2017-04-05}, {@code 13-08-2013},
 * {@code 09.04.2017}, {@code 4/25/2015}. Names of months need a capital ({@code may} is a verb). In
 * figures the day stands first unless it cannot; with slashes both orders are in use, and where
 * both are possible {@link #swapped} holds the American one.
 *
 * @param start offset of the first UTF-16 code unit
 * @param end offset after the last
 * @param year the year; null where none is written
 * @param month 1..12
 * @param day 1..31
 * @param swapped month-first reading of an ambiguous date with slashes; else null
 */
public record WrittenDate(int start, int end, Integer year, int month, int day, LocalDate swapped) {

  /** Names and abbreviations of months, as a regular expression with capitals. */
  public static final String MONTH =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
          + "|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
          + "|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)";

  private static final String YEAR = "((?:19|20)\\d\\d)(?!\\d)";

  /**
   * "25 April 3017" is no day of this year: four digits that end there are a year, an absurd one.
   */
  private static final String NO_OTHER_YEAR = "(?!\\.?,?\\s\\d{4}(?:[.,;:)\\n]|$))";

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\d.,/$€£:-])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]{1,2}("
              + MONTH
              + ")(?![a-zA-Z])(?:\\.?,?[\\s-]{0,2}"
              + YEAR
              + "|"
              + NO_OTHER_YEAR
              + ")");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<![\\p{L}\\d])("
              + MONTH
              + ")(?![a-zA-Z])\\.?\\s{1,2}(\\d{1,2})(?:(?:st|nd|rd|th)(?![a-z]))?(?:,?\\s{0,2}"
              + YEAR
              + "|"
              + NO_OTHER_YEAR
              + "(?![\\d%]|[.,:]\\d|\\s?(?:percent|per\\b)))");
  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([-./])(\\d{1,2})\\2" + YEAR);
  private static final Pattern ISO =
      Pattern.compile("(?<![\\d./-])((?:19|20)\\d\\d)([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d-])");

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  /** The day, where its year is written. */
  public Optional<LocalDate> date() {
    return year == null ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
  }

  /** The number of a month by its name or abbreviation, 0 where it is none. */
  public static int monthOf(String name) {
    return name.length() < 3
        ? 0
        : MONTHS.getOrDefault(name.substring(0, 3).toLowerCase(java.util.Locale.ROOT), 0);
  }

  /** The written dates in a stretch of text, in order, without overlaps. */
  public static List<WrittenDate> in(CharSequence text, int from, int to) {
    List<WrittenDate> found = new ArrayList<>();
    int next = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (i < next || !(c >= '0' && c <= '9' || monthInitial(c))) {
        continue;
      }
      if (i > from && Character.isLetterOrDigit(text.charAt(i - 1))) {
        continue;
      }
      Optional<WrittenDate> date = at(text, i, to);
      if (date.isPresent()) {
        found.add(date.get());
        next = date.get().end();
      }
    }
    return found;
  }

  /** The written date that starts exactly at an offset. */
  public static Optional<WrittenDate> at(CharSequence text, int start, int to) {
    if (start >= to) {
      return Optional.empty();
    }
    char c = text.charAt(start);
    int limit = Math.min(to, start + 40);
    if (monthInitial(c)) {
      return monthBegins(text, start, limit)
          ? match(MONTH_FIRST, text, start, limit)
              .flatMap(m -> of(m, number(m.group(3)), monthOf(m.group(1)), number(m.group(2))))
          : Optional.empty();
    }
    int digits = start;
    while (digits < limit && isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == start || digits == limit) {
      return Optional.empty();
    }
    // what stands behind the digits tells which of the forms it can be
    char next = text.charAt(digits);
    boolean mark = next == '-' || next == '.' || next == '/';
    if (digits - start == 4) {
      return mark
          ? match(ISO, text, start, limit)
              .flatMap(m -> of(m, number(m.group(1)), number(m.group(3)), number(m.group(4))))
          : Optional.empty();
    }
    if (digits - start > 2) {
      return Optional.empty();
    }
    Optional<WrittenDate> date = Optional.empty();
    if (monthBehind(text, digits, limit)) {
      date =
          match(DAY_FIRST, text, start, limit)
              .flatMap(m -> of(m, number(m.group(3)), monthOf(m.group(2)), number(m.group(1))));
    }
    if (date.isEmpty() && mark) {
      date = match(FIGURES, text, start, limit).flatMap(WrittenDate::figures);
    }
    return date;
  }

  /** Whether a month's name may begin at an offset, by its first three letters. */
  public static boolean monthBegins(CharSequence text, int at, int limit) {
    return at + 2 < limit
        && switch (text.charAt(at)) {
          case 'J' -> letters(text, at, "an") || letters(text, at, "un") || letters(text, at, "ul");
          case 'F' -> letters(text, at, "eb");
          case 'M' -> letters(text, at, "ar") || letters(text, at, "ay");
          case 'A' -> letters(text, at, "pr") || letters(text, at, "ug");
          case 'S' -> letters(text, at, "ep");
          case 'O' -> letters(text, at, "ct");
          case 'N' -> letters(text, at, "ov");
          case 'D' -> letters(text, at, "ec");
          default -> false;
        };
  }

  /** Whether the two letters behind the first are these, in either case. */
  private static boolean letters(CharSequence text, int at, String behind) {
    return (text.charAt(at + 1) | 32) == behind.charAt(0)
        && (text.charAt(at + 2) | 32) == behind.charAt(1);
  }

  /** Whether a month's name may stand behind a day: small letters, space and hyphens between. */
  private static boolean monthBehind(CharSequence text, int from, int limit) {
    int at = from;
    while (at < limit && between(text.charAt(at))) {
      at++;
    }
    return at < limit && monthBegins(text, at, limit);
  }

  private static boolean between(char c) {
    return c >= 'a' && c <= 'z' || c <= ' ' || c == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean monthInitial(char c) {
    return c == 'J' || c == 'F' || c == 'M' || c == 'A' || c == 'S' || c == 'O' || c == 'N'
        || c == 'D';
  }

  private static Optional<Matcher> match(Pattern pattern, CharSequence text, int start, int to) {
    Matcher matcher = pattern.matcher(text).region(start, to);
    matcher.useTransparentBounds(true);
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }

  private static Optional<WrittenDate> figures(Matcher m) {
    int first = number(m.group(1));
    int second = number(m.group(3));
    Integer year = number(m.group(4));
    if (first > 12 || second <= 12) {
      Optional<WrittenDate> date = of(m, year, second, first);
      boolean both = first <= 12 && first != second && m.group(2).equals("/");
      return both
          ? date.map(
              d ->
                  new WrittenDate(
                      d.start, d.end, d.year, d.month, d.day, LocalDate.of(year, first, second)))
          : date;
    }
    return of(m, year, first, second);
  }

  private static Integer number(String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  private static Optional<WrittenDate> of(Matcher m, Integer year, int month, int day) {
    try {
      // 2000 is a leap year, so that 29 February without a year stays possible
      LocalDate.of(year == null ? 2000 : year, month, day);
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
    return Optional.of(new WrittenDate(m.start(), m.end(), year, month, day, null));
  }
}
