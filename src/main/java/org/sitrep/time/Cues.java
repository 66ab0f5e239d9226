package org.sitrep.time;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.text.Lexeme;
import org.sitrep.text.Resources;
import org.sitrep.text.Token;

/** The words beside a date that say what it dates. */
final class Cues {

  /** What a word says. */
  enum Kind {
    HAPPEN,
    BEGIN,
    END,
    SPEECH,
    AFTERMATH,
    OUTCOME,
    RECOVERY,
    CAUSE,
    CLOCK,
    STAMP,
    FUTURE,
    HISTORY
  }

  private static final Set<String> PASSIVE = Set.of("was", "were", "been");
  private static final Map<String, Set<Kind>> WORDS = words();
  private static final Map<String, String> HAPPENINGS = happenings();
  private static final Map<String, List<String[]>> BACKGROUND = background();

  /** The kinds of a form, a bit each. */
  private static final Lexeme.Note<Integer> KINDS =
      Lexeme.Note.of(
          lexeme ->
              WORDS.getOrDefault(lexeme.term(), Set.of()).stream()
                  .mapToInt(kind -> 1 << kind.ordinal())
                  .sum());

  private Cues() {}

  static boolean is(Token token, Kind kind) {
    return (KINDS.on(token.lexeme()) & 1 << kind.ordinal()) != 0;
  }

  /** Whether one of the tokens from..to (exclusive, cut to the list) is of a kind. */
  static boolean any(List<Token> tokens, int from, int to, Kind kind) {
    return last(tokens, from, to, kind) >= 0;
  }

  /** Whether somebody says so in from..to: "the raid was reported on Friday" says that it was. */
  static boolean speech(List<Token> tokens, int from, int to) {
    int at = last(tokens, from, to, Kind.SPEECH);
    // "said the raid on Friday" tells when the raid was
    if (at >= 0 && any(tokens, at + 1, to, Kind.HAPPEN)) {
      return false;
    }
    while (at > 0
        && tokens.get(at).term().equals("reported")
        && PASSIVE.contains(tokens.get(at - 1).term())) {
      at = last(tokens, from, at, Kind.SPEECH);
    }
    return at >= 0;
  }

  /** The first token that starts at an offset or behind it. */
  static int index(List<Token> tokens, int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The last token of a kind in from..to (exclusive, cut to the list), or -1. */
  static int last(List<Token> tokens, int from, int to, Kind kind) {
    for (int i = Math.min(to, tokens.size()) - 1; i >= Math.max(0, from); i--) {
      if (is(tokens.get(i), kind)) {
        return i;
      }
    }
    return -1;
  }

  /** The verb of a form, for example {@code lose} of {@code losing}; null where it is none. */
  static String happening(String term) {
    return HAPPENINGS.get(term);
  }

  /** Whether a phrase like "back then" begins with the term. */
  static boolean beginsBackground(String term) {
    return BACKGROUND.containsKey(term);
  }

  /** How many tokens a phrase like "back then" takes at a place, 0 where there is none. */
  static int background(List<Token> tokens, int at) {
    for (String[] phrase : BACKGROUND.getOrDefault(tokens.get(at).term(), List.of())) {
      int i = 0;
      while (i < phrase.length
          && at + i < tokens.size()
          && tokens.get(at + i).term().equals(phrase[i])) {
        i++;
      }
      if (i == phrase.length) {
        return i;
      }
    }
    return 0;
  }

  private static Map<String, Set<Kind>> words() {
    Map<String, Set<Kind>> words = new HashMap<>();
    for (String[] row : Resources.rows(Cues.class, "cues.tsv")) {
      Kind kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String word : row[1].split(" ")) {
        words.computeIfAbsent(word, key -> EnumSet.noneOf(Kind.class)).add(kind);
      }
    }
    return Map.copyOf(words);
  }

  private static Map<String, String> happenings() {
    Map<String, String> forms = new HashMap<>();
    for (String[] row : Resources.rows(Cues.class, "happenings.tsv")) {
      for (String form : row[1].split(" ")) {
        forms.put(form, row[0]);
      }
    }
    return Map.copyOf(forms);
  }

  private static Map<String, List<String[]>> background() {
    Map<String, List<String[]>> phrases = new HashMap<>();
    for (String line : Resources.lines(Cues.class, "background.txt")) {
      String[] words = line.split(" ");
      phrases.computeIfAbsent(words[0], key -> new ArrayList<>()).add(words);
    }
    return Map.copyOf(phrases);
  }
}
