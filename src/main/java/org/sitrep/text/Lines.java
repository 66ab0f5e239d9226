package org.sitrep.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of a text with what each is.
 *
 * <p>A text may have lost its line breaks, so that date, headline, byline and story run together. A
 * head that can be told apart (a date before a capital, the article's own title, an agency's name)
 * is then cut off the first line, and an agency's name or a site's prompt off the last: such a line
 * comes as several {@link Line}s.
 */
final class Lines {

  private static final int LONGEST_HEADING = 130;
  private static final int LONGEST_BYLINE = 140;
  private static final String TIME =
      "(?:\\s*[-–—,|]?\\s*(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?::\\d{2})?"
          + "(?:\\s*(?:[ap]\\.?m\\.?|[AP]M|GMT|UTC|[A-Z]{2,3}T)\\b)*"
          + "|\\s*at\\s+\\d{3,4}\\b|\\s*[-–—,|]?\\s*\\d{3,4}\\s*(?:[ap]\\.?m\\.?|[AP]M|GMT|UTC)\\b)";
  private static final Pattern AFTER_DATE =
      Pattern.compile(
          TIME
              + "?\\s*(?:\\(\\s*(?:last\\s+)?updated?[^)]{0,40}\\)|\\))?"
              + "\\s*(?i:(?:get short url\\s*\\d{0,6}|send http\\S+|send\\b|video(?=\\s\\p{Lu})|topic\\b)\\s*)*");
  private static final Pattern BEFORE_DATE =
      Pattern.compile(
          "(?i)(?:(?:date of publication|(?:first |last )?(?:published|posted|updated?|modified)"
              + "|created|publication date|date|last update)(?:\\s?(?:on|at|by))?\\s?[:,|–-]?\\s*)?"
              + "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?,?\\s*)?"
              + "(?:(?:at )?\\d{1,2}[:.]\\d{2}\\s?(?:[ap]m)?,?\\s|\\d{4}\\s(?=\\d{1,2}[./]))?");
  private static final Pattern BY =
      Pattern.compile(
          "[Bb][Yy]:?\\s\\p{Lu}[\\p{L}'’.-]*(?:,?\\s(?:(?:and|in|for|of|the|&)\\s)?\\p{Lu}[\\p{L}\\p{N}'’./-]*){0,9}"
              + "\\s*(?:[|,@–-].{0,60})?");
  private static final Pattern STAMP =
      Pattern.compile(
          "(?i)(?:first |last |originally )?(?:published|posted|updated?|modified|created|date of publication"
              + "|publication date|last update)\\b.{0,120}");
  private static final Pattern DATE_WORDS =
      Pattern.compile(
          "(?i)(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\b(?:gmt|utc|[ap]\\.?m\\.?|est|edt|cst|cdt|pst|pdt|ksa|at|on|by|date|updated?|published|posted|last)\\b|[\\d\\p{Punct}–—•·\\s]+");

  private Lines() {}

  static List<Line> of(String title, String text, Set<Long> repeatedLines) {
    List<Line> lines = new ArrayList<>();
    Furniture.Reach reach = Furniture.Reach.LINE;
    boolean story = false;
    for (int[] raw : split(text)) {
      int start = raw[0];
      int end = raw[1];
      String line = text.substring(start, end);
      if (reach == Furniture.Reach.TAIL
          || reach == Furniture.Reach.SECTION && !prose(line)
          || !repeatedLines.isEmpty() && repeatedLines.contains(Reading.lineHash(line))) {
        lines.add(line(start, end, Line.Kind.FURNITURE));
        continue;
      }
      boolean byline = isByline(line);
      Optional<Furniture.Reach> furniture = byline ? Optional.empty() : Furniture.of(line);
      if (furniture.isPresent()) {
        // a share bar or a "read more" box above the story must not swallow it
        reach =
            furniture.get() == Furniture.Reach.TAIL && !story
                ? Furniture.Reach.SECTION
                : furniture.get();
        lines.add(line(start, end, Line.Kind.FURNITURE));
        continue;
      }
      reach = Furniture.Reach.LINE;
      if (byline) {
        lines.add(line(start, end, Line.Kind.BYLINE));
      } else if (!story) {
        story = head(lines, title, text, start, end);
      } else {
        tail(lines, text, start, end);
      }
    }
    return headings(lines, text);
  }

  private static List<int[]> split(String text) {
    List<int[]> raw = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (breaks(text.charAt(i))) {
        trimmed(raw, text, start, i);
        start = i + 1;
      }
    }
    trimmed(raw, text, start, text.length());
    return raw;
  }

  private static boolean breaks(char c) {
    return c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static void trimmed(List<int[]> raw, String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      raw.add(new int[] {from, to});
    }
  }

  private static boolean blank(char c) {
    return c <= ' '
        || c > '~'
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\uFEFF'
                || c == '\u200B');
  }

  /** A line that can end a list of links: running words with a closing stop. */
  private static boolean prose(String line) {
    return line.length() >= 60 && Furniture.closed(line) && words(line) >= 9;
  }

  private static int words(String line) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      boolean space = blank(line.charAt(i));
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }

  private static boolean isByline(String line) {
    if (line.length() > LONGEST_BYLINE || line.length() < 6) {
      return false;
    }
    char first = line.charAt(0);
    if ((first == 'B' || first == 'b') && BY.matcher(line).matches()) {
      return true;
    }
    List<WrittenDate> dates = WrittenDate.in(line, 0, line.length());
    if (dates.isEmpty()) {
      return false;
    }
    if (STAMP.matcher(line).matches() && (words(line) <= 8 || !Furniture.closed(line))) {
      return true;
    }
    String rest = line;
    for (int i = dates.size() - 1; i >= 0; i--) {
      if (dates.get(i).year() == null) {
        return false;
      }
      rest = rest.substring(0, dates.get(i).start()) + " " + rest.substring(dates.get(i).end());
    }
    String left = DATE_WORDS.matcher(rest).replaceAll(" ").strip();
    return left.isEmpty() || words(left) <= 4 && !Furniture.closed(line) && capitals(left);
  }

  private static boolean capitals(String words) {
    for (String word : words.split("\\s+")) {
      if (!Character.isUpperCase(word.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Cuts the head off the first line of the story.
   *
   * @return whether a story has begun
   */
  private static boolean head(List<Line> lines, String title, String text, int start, int end) {
    int at = start;
    boolean dated = false;
    boolean titled = false;
    for (int round = 0; round < 6 && at < end; round++) {
      int from = skip(text, at, end);
      int to = dated ? -1 : date(text, from, end);
      if (to > 0) {
        dated = true;
        lines.add(line(from, trimEnd(text, from, to), Line.Kind.BYLINE));
        at = to;
        continue;
      }
      to = titled ? -1 : title(title, text, from, end);
      if (to > 0 && to < end) {
        titled = true;
        lines.add(line(from, to, Line.Kind.HEADING));
        at = to;
        int late = dated ? -1 : lateDate(text, at, end);
        if (late > 0) {
          dated = true;
          int gap = skip(text, at, end);
          lines.add(line(gap, trimEnd(text, gap, late), Line.Kind.BYLINE));
          at = late;
        }
        continue;
      }
      to = dated && !titled ? author(title, text, from, end) : -1;
      if (to < 0 && (dated || titled)) {
        to = agency(text, from, end);
      }
      if (to > 0) {
        lines.add(line(from, trimEnd(text, from, to), Line.Kind.BYLINE));
        at = to;
        continue;
      }
      break;
    }
    int from = at == start ? start : skip(text, at, end);
    if (from >= end) {
      return false;
    }
    tail(lines, text, from, end);
    return prose(text.substring(from, Math.min(end, from + 400)) + ".");
  }

  /** A date before the story: something else than a sentence must begin behind it. */
  private static int date(String text, int from, int end) {
    int named = agency(text, from, end);
    int first = named < 0 ? from : skip(text, named, end);
    Matcher before = BEFORE_DATE.matcher(text).region(first, Math.min(end, first + 80));
    int at = before.lookingAt() ? before.end() : first;
    Optional<WrittenDate> date = WrittenDate.at(text, at, end);
    if (date.isEmpty() && at > from) {
      date = WrittenDate.at(text, from, end);
    }
    if (date.isEmpty() || date.get().year() == null) {
      return -1;
    }
    int to = date.get().end();
    boolean marked = at > from && Character.isLetter(text.charAt(from));
    Matcher after = AFTER_DATE.matcher(text).region(to, Math.min(end, to + 90));
    if (after.lookingAt()) {
      to = after.end();
    }
    int next = skip(text, to, end);
    if (next >= end) {
      return to;
    }
    char c = text.charAt(next);
    boolean fresh =
        (!Character.isLowerCase(c) || text.startsWith("by ", next)) && text.charAt(to - 1) != ',';
    boolean cut = next > date.get().end() || !Character.isLetter(c);
    return (fresh && cut || marked && !Character.isLetterOrDigit(text.charAt(to - 1))) ? to : -1;
  }

  /** A date with a year within 80 characters behind the headline, before any sentence ends. */
  private static int lateDate(String text, int at, int end) {
    int limit = Math.min(end, at + 80);
    for (int i = at; i < limit; i++) {
      char c = text.charAt(i);
      boolean stop = c == '.' || c == '?' || c == '!';
      if (stop && i > at + 3 && !Character.isDigit(text.charAt(i - 1))) {
        return -1;
      }
      boolean wordStart = i == at || !Character.isLetterOrDigit(text.charAt(i - 1));
      if (wordStart && Character.isLetterOrDigit(c)) {
        int to = date(text, i, end);
        if (to > 0 && capitals(text.substring(at, i).replaceAll("[^\\p{L}\\s]", " ").strip(), 9)) {
          return to;
        }
      }
    }
    return -1;
  }

  private static boolean capitals(String words, int most) {
    return words.isEmpty() || words(words) <= most && capitals(words);
  }

  /** The end of the article's own headline, with or without its site's name, or -1. */
  private static int title(String title, String text, int from, int end) {
    for (int cut = title.length(); cut > 15; cut = siteName(title, cut)) {
      int to = prefix(title, cut, text, from, end);
      if (to > 0) {
        return to;
      }
    }
    return -1;
  }

  /** Where the last part behind a bar or dash begins: "Headline - World - Site". */
  private static int siteName(String title, int cut) {
    int best = -1;
    for (String bar : List.of(" | ", " - ", " :: ", " – ", " — ")) {
      best = Math.max(best, title.lastIndexOf(bar, cut - 1));
    }
    return best;
  }

  /** Compares by letters and digits alone. */
  private static int prefix(String title, int cut, String text, int from, int end) {
    int t = 0;
    int i = from;
    int letters = 0;
    while (t < cut && i < end) {
      char a = title.charAt(t);
      char b = text.charAt(i);
      if (!Character.isLetterOrDigit(a)) {
        t++;
      } else if (!Character.isLetterOrDigit(b)) {
        i++;
      } else if (Character.toLowerCase(a) == Character.toLowerCase(b)) {
        t++;
        i++;
        letters++;
      } else {
        return -1;
      }
    }
    while (t < cut && !Character.isLetterOrDigit(title.charAt(t))) {
      t++;
    }
    if (t < cut || letters < 15) {
      return -1;
    }
    while (i < end && ".!?:\"”’".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    boolean wordEnds = i >= end || !Character.isLetterOrDigit(text.charAt(i));
    return wordEnds ? i : -1;
  }

  /** "by" and names up to the headline. */
  private static int author(String title, String text, int from, int end) {
    if (!text.regionMatches(true, from, "by ", 0, 3)) {
      return -1;
    }
    int limit = Math.min(end, from + 90);
    for (int i = from + 3; i < limit; i++) {
      if (text.charAt(i - 1) == ' ' && title(title, text, i, end) > 0) {
        return i;
      }
    }
    return -1;
  }

  private static int agency(String text, int from, int end) {
    return Agencies.at(text, from, end);
  }

  private static int skip(String text, int at, int end) {
    int i = at;
    while (i < end && (blank(text.charAt(i)) || ".,;:|)–—-".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private static int trimEnd(String text, int from, int to) {
    int i = to;
    while (i > from + 1 && blank(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Adds a line of the story; cuts an agency's name or a prompt off its end. */
  private static void tail(List<Line> lines, String text, int start, int end) {
    int cut = -1;
    int limit = Math.max(start + 20, end - 160);
    for (int i = end - 2; i >= limit; i--) {
      char c = text.charAt(i);
      if (c != '.' && c != '?' && c != '!' && c != '”' && c != '"' && c != ')') {
        continue;
      }
      int from = i + 1;
      while (from < end && (blank(text.charAt(from)) || "-–—(*".indexOf(text.charAt(from)) >= 0)) {
        from++;
      }
      if (from > i + 1 && from < end && unwanted(text, from, end)) {
        cut = i + 1;
      } else if (c != ')' && c != '"' && c != '”') {
        break;
      }
    }
    if (cut < 0) {
      lines.add(line(start, end, Line.Kind.PROSE));
      return;
    }
    lines.add(line(start, cut, Line.Kind.PROSE));
    int from = cut;
    while (from < end && blank(text.charAt(from))) {
      from++;
    }
    lines.add(line(from, end, Line.Kind.FURNITURE));
  }

  private static boolean unwanted(String text, int from, int end) {
    String rest = text.substring(from, end);
    int agency = Agencies.at(text, from, end);
    if (agency > 0 && skipClosing(text, agency, end) == end) {
      return true;
    }
    return rest.length() <= 120 && Furniture.of(rest).isPresent();
  }

  private static int skipClosing(String text, int at, int end) {
    int i = at;
    while (i < end && (blank(text.charAt(i)) || ".)]*".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  /** Tells headings from prose, last line first. */
  private static List<Line> headings(List<Line> lines, String text) {
    Line.Kind next = null;
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (line.kind() == Line.Kind.PROSE) {
        if (next != null
            && heading(text, line.span().start(), line.span().end())
            && !goesOn(text, line.span().end(), lines.get(i + 1).span().start())) {
          line = new Line(line.span(), Line.Kind.HEADING);
          lines.set(i, line);
        }
        next = line.kind();
      } else if (line.kind() == Line.Kind.HEADING) {
        next = line.kind();
      }
    }
    return List.copyOf(lines);
  }

  /** Whether the next line, with no blank line between, goes on in lower case. */
  private static boolean goesOn(String text, int end, int next) {
    return Character.isLowerCase(text.charAt(next))
        && text.substring(end, next).chars().filter(c -> c == '\n').count() == 1;
  }

  private static boolean heading(String text, int start, int end) {
    if (end - start > LONGEST_HEADING) {
      return false;
    }
    String line = text.substring(start, end);
    char first = line.charAt(0);
    char last = line.charAt(line.length() - 1);
    if (last == ',' || last == ';' || Character.isLowerCase(first) || "“\"‘'".indexOf(first) >= 0) {
      return false;
    }
    boolean question = last == '?' && line.indexOf(". ") < 0 && words(line) <= 14;
    return words(line) <= 20 && (question || !Furniture.closed(line));
  }

  private static Line line(int start, int end, Line.Kind kind) {
    return new Line(new Span(Span.TEXT, start, end), kind);
  }

  /** Names of agencies at a place in a text. */
  private static final class Agencies {
    /** Longest first. */
    private static final Map<Character, List<String>> BY_INITIAL =
        Resources.lines(Lines.class, "agencies.txt").stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .sorted((a, b) -> Integer.compare(b.length(), a.length()))
            .collect(Collectors.groupingBy(name -> name.charAt(0)));

    /** The offset behind one agency or several ("Reuters and AFP"), or -1. */
    static int at(String text, int from, int end) {
      int at = from;
      if (text.regionMatches(true, at, "with ", 0, 5)) {
        at += 5;
      } else if (text.regionMatches(true, at, "source ", 0, 7)) {
        at += 7;
      }
      int reached = -1;
      for (int round = 0; round < 4; round++) {
        int to = one(text, at, end);
        if (to < 0) {
          break;
        }
        reached = to;
        at = to;
        while (at < end && (blank(text.charAt(at)) || "/,&+".indexOf(text.charAt(at)) >= 0)) {
          at++;
        }
        if (text.regionMatches(true, at, "and ", 0, 4)) {
          at += 4;
        }
      }
      return reached;
    }

    private static List<String> byInitial(char c) {
      return BY_INITIAL.getOrDefault(Character.toLowerCase(Character.toUpperCase(c)), List.of());
    }

    private static int one(String text, int at, int end) {
      if (at >= end
          || !Character.isUpperCase(text.charAt(at)) && !text.startsWith("agencies", at)) {
        return -1;
      }
      for (String name : byInitial(text.charAt(at))) {
        int to = at + name.length();
        if (to <= end
            && text.regionMatches(true, at, name, 0, name.length())
            && (to == end || !Character.isLetterOrDigit(text.charAt(to)))
            && (to + 1 >= end || text.charAt(to) != '-' || blank(text.charAt(to + 1)))) {
          return to;
        }
      }
      return -1;
    }
  }
}
