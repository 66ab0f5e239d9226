package org.sitrep.time;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.text.WrittenDate;

/** Several days of one month written together: {@code 24-26 April 2015}, {@code April 24 to 26}. */
final class DayRanges {

  private static final String LINK = "\\s?(?:-|–|—|to|and|&)\\s?";
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?"
              + LINK
              + "(\\d{1,2})(?:st|nd|rd|th)?\\s("
              + WrittenDate.MONTH
              + ")(?![a-zA-Z])(?:,?\\s((?:19|20)\\d\\d)(?!\\d))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "("
              + WrittenDate.MONTH
              + ")\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?"
              + LINK
              + "(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d|\\s(?:a|p)\\.?m|\\s(?:people|civilians"
              + "|others|were|died))(?:,?\\s((?:19|20)\\d\\d)(?!\\d))?");

  /** The longest range that is looked at, in characters. */
  private static final int REACH = 40;

  private static final Pattern MONTH = Pattern.compile(WrittenDate.MONTH);

  private DayRanges() {}

  /** {@code {end offset, year or 0, month, first day, last day}} at an offset. */
  static Optional<int[]> dayFirst(String text, int start, int end) {
    return monthBehind(text, start, Math.min(end, start + REACH))
        ? match(DAY_FIRST, text, start, end, 3, 1, 2)
        : Optional.empty();
  }

  /** The same with the month in front. */
  static Optional<int[]> monthFirst(String text, int start, int end) {
    return match(MONTH_FIRST, text, start, end, 1, 2, 3);
  }

  /** Whether a word is a month's name or its abbreviation, with a capital. */
  static boolean isMonth(String form) {
    return MONTH.matcher(form).matches();
  }

  /** Whether a capital stands behind the days: cheaper than the pattern. */
  private static boolean monthBehind(String text, int from, int end) {
    int at = from;
    while (at < end && !(text.charAt(at) >= 'A' && text.charAt(at) <= 'Z')) {
      at++;
    }
    return at < end && WrittenDate.monthBegins(text, at, end);
  }

  private static Optional<int[]> match(
      Pattern pattern, String text, int start, int end, int month, int first, int last) {
    Matcher matcher = pattern.matcher(text).region(start, Math.min(end, start + REACH));
    matcher.useTransparentBounds(true);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(matcher.group(first));
    int to = Integer.parseInt(matcher.group(last));
    int number = WrittenDate.monthOf(matcher.group(month));
    int longest =
        number == 2 ? 29 : number == 4 || number == 6 || number == 9 || number == 11 ? 30 : 31;
    if (from < 1 || from >= to || to > longest) {
      return Optional.empty();
    }
    int year = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    return Optional.of(new int[] {matcher.end(), year, number, from, to});
  }
}
