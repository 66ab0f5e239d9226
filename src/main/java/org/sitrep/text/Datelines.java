package org.sitrep.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Datelines of agency stories.
 *
 * <p>A place in capitals with a dash behind it is one ({@code BEIRUT, April 25 —}, {@code KYIV,
 * Ukraine (AP) —}); a place in lower case needs an agency or a day as well ({@code Damascus, SANA
 * -}). Behind a date that runs into the text a single word in capitals is enough, since such
 * sources lose their dashes.
 */
final class Datelines {

  private static final int LONGEST = 110;
  private static final String DAY =
      "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s)?(?:"
          + WrittenDate.MONTH
          + "\\.?\\s{1,2}\\d{1,2}(?:,?\\s\\d{4})?|\\d{1,2}\\s"
          + WrittenDate.MONTH
          + "(?:,?\\s\\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4})";
  private static final String UPPER =
      "(\\p{Lu}[\\p{Lu}'’.-]+(?:[ /]{1,2}\\p{Lu}[\\p{Lu}'’.-]*){0,4})";
  private static final String MIXED = "(\\p{Lu}[\\p{L}'’-]+(?: \\p{L}[\\p{L}'’-]+){0,3})";
  private static final String REGION =
      "(?:,\\s?(?!"
          + WrittenDate.MONTH
          + "\\b)(?!(?:SANA|AFP|AP|TASS)\\b)\\p{Lu}[\\p{L}.'’-]*(?: (?!"
          + WrittenDate.MONTH
          + "\\b)\\p{L}[\\p{L}.'’-]*){0,3}){0,2}";
  private static final String DASH = "\\s{0,2}(?:[—–―]|--+|>>|-(?=[\\s\\p{Lu}“\"]))\\s{0,2}";
  private static final String AGENCY = "(?:" + agencies() + ")(?:\\s?/\\s?(?:" + agencies() + "))?";
  private static final String SOURCE =
      "(?:,?\\s?[(\\[]([^()\\[\\]\\n]{2,40})[)\\]]|,?\\s((?i:" + AGENCY + ")))";
  private static final Pattern CAPITALS =
      Pattern.compile(
          UPPER + REGION + "(?:,?\\s(" + DAY + "))?" + SOURCE + "?(?:,?\\s(" + DAY + "))?" + DASH);
  private static final Pattern WITH_SOURCE =
      Pattern.compile(
          MIXED + REGION + "(?:,?\\s(" + DAY + "))?" + SOURCE + "(?:,?\\s(" + DAY + "))?" + DASH);

  /**
   * A place before a bare day: with a capital last ("Rebels fought on May 3 -" tells a day), and no
   * second day behind the dash, which would make it a stretch of days.
   */
  private static final Pattern WITH_DAY =
      Pattern.compile(
          "(\\p{Lu}[\\p{L}'’-]+(?:(?: \\p{L}[\\p{L}'’-]+){0,2} \\p{Lu}[\\p{L}'’-]+)?)"
              + REGION
              + ",?\\s("
              + DAY
              + ")"
              + DASH
              + "(?!"
              + DAY
              + "|\\d)");

  private static final Pattern AGENCY_FIRST =
      Pattern.compile("(?:" + AGENCY + ")\\s?[-–—,|/]\\s?" + UPPER + REGION + DASH);
  private static final Pattern BARE =
      Pattern.compile(
          "(\\p{Lu}{5,}(?:-\\p{Lu}{3,})?)(?:\\s(?:Syria|Iraq|Lebanon|Turkey))?\\s(?=\\p{Lu}\\p{Ll}|\\p{Lu}\\s\\p{Ll}|\\p{Lu}{2}\\s\\p{Ll})");
  private static final Set<String> STOPS =
      new HashSet<>(Resources.lines(Datelines.class, "dateline-stops.txt"));

  private Datelines() {}

  /** The dateline at the start of a stretch of prose. */
  static Optional<Dateline> at(String text, int start, int end) {
    int limit = Math.min(end, start + LONGEST);
    if (start >= limit || !Character.isUpperCase(text.charAt(start)) || !dash(text, start, limit)) {
      return Optional.empty();
    }
    Optional<Dateline> found = match(CAPITALS, text, start, limit, 1, 2, 5);
    if (found.isEmpty()) {
      found = match(WITH_SOURCE, text, start, limit, 1, 2, 5);
    }
    if (found.isEmpty()) {
      found = match(WITH_DAY, text, start, limit, 1, 2, 2);
    }
    if (found.isEmpty()) {
      found = match(AGENCY_FIRST, text, start, limit, 1, 0, 0);
    }
    return found;
  }

  /** A place in capitals behind a run-in date, its dash lost. */
  static Optional<Dateline> bare(String text, int start, int end) {
    int limit = Math.min(end, start + LONGEST);
    return start >= limit ? Optional.empty() : match(BARE, text, start, limit, 1, 0, 0);
  }

  private static boolean dash(String text, int start, int limit) {
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '–' || c == '—' || c == '―' || c == '>') {
        return true;
      }
    }
    return false;
  }

  private static Optional<Dateline> match(
      Pattern pattern, String text, int start, int limit, int place, int day, int otherDay) {
    Matcher matcher = pattern.matcher(text).region(start, limit);
    if (!matcher.lookingAt() || matcher.end() >= text.length()) {
      return Optional.empty();
    }
    String name = matcher.group(place);
    String folded = name.toLowerCase(Locale.ROOT);
    if (letters(name) < 3 || STOPS.contains(folded)) {
      return Optional.empty();
    }
    String date = day == 0 ? null : matcher.group(day);
    if (date == null && otherDay != 0) {
      date = matcher.group(otherDay);
    }
    return Optional.of(
        new Dateline(new Span(Span.TEXT, start, matcher.end()), name, date == null ? "" : date));
  }

  private static int letters(String name) {
    return (int) name.chars().filter(Character::isLetter).count();
  }

  private static String agencies() {
    List<String> names = Resources.lines(Datelines.class, "agencies.txt");
    return names.stream()
        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
        .map(Pattern::quote)
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow();
  }
}
