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
import java.util.stream.Stream;

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
  private static final Pattern CREDIT_IN_BRACKETS =
      Pattern.compile(
          "(?i).{0,220}[(\\[](?:photo|image|picture|source|credit|file photo|video|graphic)"
              + "s?(?: by| via| courtesy)?\\s?[:|/].{0,80}[)\\]]\\.?");
  private static final Pattern CREDIT_BEHIND_STROKE =
      Pattern.compile(
          "(?i).{0,220}/\\s?(?:AFP|AP|Reuters|EPA|Getty(?: Images)?|Anadolu|Shutterstock"
              + "|File(?: photo)?|Sputnik|Xinhua|TASS)\\s?(?:Photo|Images|via [\\w .]+)?\\)?\\.?");
  private static final Pattern CREDIT =
      Pattern.compile("(?i)[(\\[]?(?:photo|image|credit|source|video)s?\\s?:.{1,80}");
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?i)[(\\[]?\\s?(?:©|\\(c\\)\\s?(?:19|20)\\d\\d|copyright\\b|source: .{0,40}©).*");
  private static final Pattern PLAYLIST = Pattern.compile("\\d{1,2}:\\d\\d\\s\\S.{0,100}");
  private static final Pattern SHOUTED = Pattern.compile("WEBVTT\\b");

  private static final Map<String, Reach> WHOLE = new HashMap<>();
  private static final Map<String, List<String>> STARTS = new HashMap<>();
  private static final Set<String> SECTION_STARTS = new HashSet<>();
  private static final List<String> ENDS = new ArrayList<>();

  /** Phrases that may stand anywhere, by their first letter. */
  private static final List<List<String>> INSIDE =
      Stream.<List<String>>generate(ArrayList::new).limit(128).toList();

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
        case "inside" -> INSIDE.get(phrase.charAt(0)).add(phrase);
        case "end" -> ENDS.add(phrase);
        default -> throw new IllegalStateException("unknown kind of phrase " + row[0]);
      }
    }
  }

  private Furniture() {}

  /** Whether a line is furniture, and how far it reaches. */
  static Optional<Reach> of(String line) {
    if (line.startsWith("WEBVTT") && SHOUTED.matcher(line).lookingAt()) {
      return Optional.of(Reach.LINE);
    }
    if (line.length() > LONGEST) {
      return line.length() <= 2 * LONGEST && copyright(line)
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
    for (int from = 0; from >= 0; from = next(folded, from)) {
      char initial = folded.charAt(from);
      List<String> inside = initial < INSIDE.size() ? INSIDE.get(initial) : List.of();
      for (int i = 0; i < inside.size(); i++) {
        if (folded.startsWith(inside.get(i), from)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the word behind the one at an offset begins, or -1. */
  private static int next(String folded, int from) {
    int space = folded.indexOf(' ', from);
    return space < 0 ? -1 : space + 1;
  }

  private static boolean shape(String line) {
    if (copyright(line) || Character.isDigit(line.charAt(0)) && PLAYLIST.matcher(line).matches()) {
      return true;
    }
    boolean short_ = line.length() <= 100;
    if (short_ && address(line) && !closed(line) && ADDRESS.matcher(line).find()) {
      return true;
    }
    return line.length() <= 240 && credit(line);
  }

  // Patterns are slow: each is tried only where a mark stands without which it cannot match.

  private static boolean copyright(String line) {
    return "([ \t©CcSs".indexOf(line.charAt(0)) >= 0 && COPYRIGHT.matcher(line).matches();
  }

  private static boolean address(String line) {
    return line.indexOf('.') >= 0 || line.indexOf('@') >= 0 || line.indexOf("://") >= 0;
  }

  private static boolean credit(String line) {
    boolean stroke = line.indexOf('/') >= 0;
    boolean colon = line.indexOf(':') >= 0;
    if (!stroke && !colon && line.indexOf('|') < 0) {
      return false;
    }
    boolean bracket = line.indexOf('(') >= 0 || line.indexOf('[') >= 0;
    return bracket && CREDIT_IN_BRACKETS.matcher(line).matches()
        || stroke && CREDIT_BEHIND_STROKE.matcher(line).matches()
        || colon && CREDIT.matcher(line).matches();
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
    boolean lower = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      if (small || Character.isLetterOrDigit(c)) {
        if (gap && folded.length() > 0) {
          folded.append(' ');
        }
        gap = false;
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        lower &= c < 0x80;
      } else {
        gap = true;
      }
    }
    return lower ? folded.toString() : folded.toString().toLowerCase(Locale.ROOT);
  }
}
