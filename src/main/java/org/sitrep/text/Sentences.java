package org.sitrep.text;

import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sentence boundaries: the JDK's {@link BreakIterator}, less the breaks behind abbreviations and
 * initials, plus the ones that a lost space hides ({@code rebels.The}); nothing is longer than
 * {@link #LONGEST}.
 */
final class Sentences {

  private enum Follow {
    ALWAYS,
    NUMBER,
    STARTER
  }

  /**
   * Characters of the longest sentence; more is a table or a list that lost its breaks. What looks
   * from word to word within a sentence so stays linear in the length of a text.
   */
  private static final int LONGEST = 16_000;

  private static final int LONGEST_ABBREVIATION = 12;
  private static final Map<String, Follow> ABBREVIATIONS = abbreviations();
  private static final Set<String> STARTERS =
      Set.copyOf(Resources.lines(Sentences.class, "sentence-starters.txt"));
  private static final ThreadLocal<BreakIterator> BREAKS =
      ThreadLocal.withInitial(() -> BreakIterator.getSentenceInstance(Locale.ENGLISH));

  private Sentences() {}

  /** The sentences of a paragraph as {@code {start, end}} pairs without surrounding space. */
  static List<int[]> of(String whole, int start, int end) {
    List<int[]> sentences = new ArrayList<>();
    BreakIterator breaks = BREAKS.get();
    int from = start;
    int last = start;
    int broken = start;
    int decided = start;
    int stop = stop(whole, start, end);
    while (stop < end) {
      // The iterator stays in its first state up to a stop, and is back in it behind the letter or
      // digit that decides: it need not see the rest. One character before tells it that it is not
      // at the beginning.
      if (decided <= stop + 1) {
        decided = decided(whole, stop + 1, end);
      }
      int first = stop > broken ? stop - 1 : stop;
      if (first > broken && Character.isLowSurrogate(whole.charAt(first))) {
        first--;
      }
      breaks.setText(new StringCharacterIterator(whole, first, decided, first));
      breaks.first();
      int at = breaks.next();
      if (at < decided || decided == end) {
        broken = at;
        for (int i = last; i < at; i++) {
          if (i > from && lostSpace(whole, i, end)) {
            add(sentences, whole, from, i);
            from = i;
          }
        }
        last = at;
        if (at >= end || !goesOn(whole, from, at, end)) {
          add(sentences, whole, from, at);
          from = at;
        }
      }
      stop = stop(whole, at, end);
    }
    for (int i = last; i < end; i++) {
      if (i > from && lostSpace(whole, i, end)) {
        add(sentences, whole, from, i);
        from = i;
      }
    }
    add(sentences, whole, from, end);
    return sentences;
  }

  /** The first character from an offset at which the iterator can leave its first state. */
  private static int stop(String whole, int from, int end) {
    int at = from;
    while (at < end && !stop(whole.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean stop(char c) {
    return c < 0x80
        ? c == '.' || c == '?' || c == '!'
        : c == '。'
            || c == '！'
            || c == '．'
            || c == '？'
            || c == '\u0964'
            || c == '\u0965'
            || c == '\u2029'
            || c == '\uffff';
  }

  /** The offset behind the first letter or digit. */
  private static int decided(String whole, int from, int end) {
    int at = from;
    while (at < end && !Character.isLetterOrDigit(whole.charAt(at))) {
      at++;
    }
    return Math.min(end, at + 1);
  }

  private static void add(List<int[]> sentences, String whole, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && (space(whole.charAt(from)) || leadingDash(whole, from, to))) {
      from++;
    }
    while (to > from && space(whole.charAt(to - 1))) {
      to--;
    }
    while (to - from > LONGEST) {
      int cut = cut(whole, from, to);
      sentences.add(new int[] {from, cut});
      from = cut;
      while (from < to && space(whole.charAt(from))) {
        from++;
      }
    }
    if (from < to) {
      if (!sentences.isEmpty() && wordless(whole, from, to)) {
        sentences.get(sentences.size() - 1)[1] = to;
      } else {
        sentences.add(new int[] {from, to});
      }
    }
  }

  /** Where a stretch that is too long for a sentence is cut: between words, the last that fit. */
  private static int cut(String whole, int from, int to) {
    int cut = from + LONGEST;
    while (cut > from && !space(whole.charAt(cut))) {
      cut--;
    }
    if (cut == from) {
      cut = from + LONGEST;
      while (cut < to && !space(whole.charAt(cut))) {
        cut++;
      }
    }
    while (space(whole.charAt(cut - 1))) {
      cut--;
    }
    return cut;
  }

  private static boolean leadingDash(String whole, int at, int to) {
    char c = whole.charAt(at);
    boolean dash = c == '-' || c == '–' || c == '—' || c == '―' || c == '•' || c == '*';
    return dash && at + 1 < to && !Character.isLetterOrDigit(whole.charAt(at + 1));
  }

  private static boolean wordless(String whole, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(whole.charAt(i)) || Character.isSurrogate(whole.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sentence goes on although the iterator breaks here. */
  private static boolean goesOn(String whole, int from, int at, int end) {
    int stop = at - 1;
    while (stop > from && space(whole.charAt(stop))) {
      stop--;
    }
    if (stop <= from || whole.charAt(stop) != '.' || at >= end) {
      return false;
    }
    if (whole.charAt(stop - 1) == '.') {
      return false;
    }
    int wordStart = stop;
    int least = Math.max(from, stop - LONGEST_ABBREVIATION - 1);
    while (wordStart > least && wordChar(whole.charAt(wordStart - 1))) {
      wordStart--;
    }
    if (wordStart == stop) {
      return false;
    }
    String word = whole.substring(wordStart, stop);
    if (word.length() > LONGEST_ABBREVIATION) {
      return false;
    }
    char next = whole.charAt(at);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    if (initial) {
      return Character.isUpperCase(next) && !starts(whole, at, end);
    }
    Follow follow = ABBREVIATIONS.get(word.toLowerCase(Locale.ROOT));
    if (follow == null) {
      return dottedInitials(word) && Character.isUpperCase(next) && !starts(whole, at, end);
    }
    return switch (follow) {
      case ALWAYS -> Character.isUpperCase(word.charAt(0)) || !Character.isUpperCase(next);
      case NUMBER -> Character.isDigit(next);
      case STARTER -> !starts(whole, at, end) && !quote(next);
    };
  }

  /** {@code J.R} or {@code U.S.S.R} without its last stop. */
  private static boolean dottedInitials(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean letter = i % 2 == 0;
      if (letter ? !Character.isUpperCase(word.charAt(i)) : word.charAt(i) != '.') {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }

  private static boolean starts(String whole, int at, int end) {
    int to = at;
    while (to < end && Character.isLetter(whole.charAt(to))) {
      to++;
    }
    return to > at
        && to - at < 16
        && STARTERS.contains(whole.substring(at, to).toLowerCase(Locale.ROOT));
  }

  /** Whether a sentence ends right before this offset with its space lost. */
  private static boolean lostSpace(String whole, int at, int end) {
    if (at < 4 || at + 1 >= end || !Character.isUpperCase(whole.charAt(at))) {
      return false;
    }
    int stop = at - 1;
    if (quote(whole.charAt(stop))) {
      stop--;
    }
    char c = whole.charAt(stop);
    if (c != '.' && c != '?' && c != '!') {
      return false;
    }
    if (!Character.isLowerCase(whole.charAt(at + 1)) && whole.charAt(at + 1) != ' ') {
      return false;
    }
    return stop >= 3
        && Character.isLowerCase(whole.charAt(stop - 1))
        && Character.isLowerCase(whole.charAt(stop - 2))
        && Character.isLetter(whole.charAt(stop - 3));
  }

  private static boolean quote(char c) {
    return c == '"' || c == '”' || c == '“' || c == '’' || c == '‘' || c == '\'' || c == '»';
  }

  private static boolean wordChar(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  private static Map<String, Follow> abbreviations() {
    Map<String, Follow> map = new HashMap<>();
    for (String[] row : Resources.rows(Sentences.class, "abbreviations.tsv")) {
      map.put(row[0], Follow.valueOf(row[1].toUpperCase(Locale.ROOT)));
    }
    return Map.copyOf(map);
  }
}
