package org.sitrep.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The phrases and shapes by which a line shows that it is not part of the article. */
final class Furniture {

  /** How far a line's furniture reaches. */
  enum Reach {
    /** The line alone. */
    LINE,
    /** What follows too, up to the next line of prose. */
    SECTION,
    /** Everything that follows. */
    TAIL
  }

  private static final int LONGEST = 300;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)https?://\\S+|\\bwww\\.\\S+|\\S+@\\S+\\.\\S+|@\\w{3,}"
              + "|\\b[a-z0-9-]{2,40}\\.(?:com|org|net|info|tv|co\\.uk|us|news|ly|me|gov|edu)\\b");
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?i).{0,220}[(\\[](?:photo|image|picture|source|credit|file photo|video|graphic)"
              + "s?(?: by| via| courtesy)?\\s?[:|/].{0,80}[)\\]]\\.?"
              + "|.{0,220}/\\s?(?:AFP|AP|Reuters|EPA|Getty(?: Images)?|Anadolu|Shutterstock"
              + "|File(?: photo)?|Sputnik|Xinhua|TASS)\\s?(?:Photo|Images|via [\\w .]+)?\\)?\\.?"
              + "|[(\\[]?(?:photo|image|credit|source|video)s?\\s?:.{1,80}");
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?i)[(\\[]?\\s?(?:©|\\(c\\)\\s?(?:19|20)\\d\\d|copyright\\b|source: .{0,40}©).*");
  private static final Pattern PLAYLIST = Pattern.compile("\\d{1,2}:\\d\\d\\s\\S.{0,100}");
  private static final Pattern SHOUTED = Pattern.compile("WEBVTT\\b.*", Pattern.DOTALL);

  private static final Map<String, Reach> WHOLE = new HashMap<>();
  private static final Map<String, List<String>> STARTS = new HashMap<>();
  private static final Map<String, List<String>> INSIDE = new HashMap<>();
  private static final Set<String> SECTION_STARTS = new HashSet<>();
  private static final List<String> ENDS = new ArrayList<>();

  static {
    for (String[] row : Resources.rows(Furniture.class, "furniture.tsv")) {
      String phrase = row[1];
      String first = phrase.split(" ", 2)[0];
      switch (row[0]) {
        case "line" -> WHOLE.putIfAbsent(phrase, Reach.LINE);
        case "section" -> {
          WHOLE.put(phrase, Reach.SECTION);
          SECTION_STARTS.add(phrase);
        }
        case "tail" -> WHOLE.put(phrase, Reach.TAIL);
        case "start" -> STARTS.computeIfAbsent(first, key -> new ArrayList<>()).add(phrase);
        case "inside" -> INSIDE.computeIfAbsent(first, key -> new ArrayList<>()).add(phrase);
        case "end" -> ENDS.add(phrase);
        default -> throw new IllegalStateException("unknown kind of phrase " + row[0]);
      }
    }
  }

  private Furniture() {}

  /** Whether a line is furniture, and how far it reaches. */
  static Optional<Reach> of(String line) {
    if (SHOUTED.matcher(line).lookingAt()) {
      return Optional.of(Reach.LINE);
    }
    if (line.length() > LONGEST) {
      return line.length() <= 2 * LONGEST && COPYRIGHT.matcher(line).matches()
          ? Optional.of(Reach.LINE)
          : Optional.empty();
    }
    String folded = fold(line);
    if (folded.isEmpty()) {
      return Optional.of(Reach.LINE);
    }
    Reach whole = WHOLE.get(folded);
    if (whole != null) {
      return Optional.of(whole);
    }
    int colon = line.indexOf(':');
    if (colon > 0 && colon < 40 && !closed(line)) {
      String head = fold(line.substring(0, colon));
      if (SECTION_STARTS.contains(head)) {
        return Optional.of(Reach.SECTION);
      }
    }
    if (phrase(folded) || shape(line)) {
      return Optional.of(Reach.LINE);
    }
    return Optional.empty();
  }

  private static boolean phrase(String folded) {
    int space = folded.indexOf(' ');
    String first = space < 0 ? folded : folded.substring(0, space);
    for (String start : STARTS.getOrDefault(first, List.of())) {
      if (folded.startsWith(start)
          && (folded.length() == start.length() || folded.charAt(start.length()) == ' ')) {
        return true;
      }
    }
    for (String end : ENDS) {
      if (folded.endsWith(end)) {
        return true;
      }
    }
    int from = 0;
    while (from < folded.length()) {
      int to = folded.indexOf(' ', from);
      to = to < 0 ? folded.length() : to;
      for (String inside : INSIDE.getOrDefault(folded.substring(from, to), List.of())) {
        if (folded.startsWith(inside, from)) {
          return true;
        }
      }
      from = to + 1;
    }
    return false;
  }

  private static boolean shape(String line) {
    if (COPYRIGHT.matcher(line).matches() || PLAYLIST.matcher(line).matches()) {
      return true;
    }
    boolean short_ = line.length() <= 100;
    if (short_ && !closed(line) && ADDRESS.matcher(line).find()) {
      return true;
    }
    return (line.indexOf('/') >= 0 || line.indexOf(':') >= 0 || line.indexOf('|') >= 0)
        && line.length() <= 240
        && CREDIT.matcher(line).matches();
  }

  /** Whether a line ends as a sentence does. */
  static boolean closed(String line) {
    int i = line.length() - 1;
    while (i >= 0 && "\"”’')]».…\u00A0 ".indexOf(line.charAt(i)) >= 0) {
      char c = line.charAt(i);
      if (c == '.' || c == '…') {
        return true;
      }
      i--;
    }
    return i >= 0 && (line.charAt(i) == '!' || line.charAt(i) == '?');
  }

  /** Lower case, one space for anything that is neither letter nor digit. */
  static String fold(String line) {
    StringBuilder folded = new StringBuilder(line.length());
    boolean gap = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && folded.length() > 0) {
          folded.append(' ');
        }
        gap = false;
        folded.append(c);
      } else {
        gap = true;
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
