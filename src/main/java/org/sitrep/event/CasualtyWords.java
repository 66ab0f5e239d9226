package org.sitrep.event;

import java.util.Set;

/** The dictionary of words that say what happened to people. */
final class CasualtyWords {

  private static final Lexicon<Trigger> TRIGGERS = Lexicon.of("casualty-words.tsv", Trigger::of);

  private CasualtyWords() {}

  /**
   * A phrase of {@code casualty-words.tsv}.
   *
   * @param needs words of which one must follow; empty where none need
   */
  record Trigger(String effect, String kind, Set<String> needs) {

    /** How many words behind the phrase the needed one may stand. */
    private static final int NEAR = 10;

    private static Trigger of(String[] row) {
      return new Trigger(row[1], row[2], row.length < 4 ? Set.of() : Set.of(row[3].split("\\|")));
    }

    /** Whether a word that the phrase needs follows soon, or it needs none. */
    boolean holds(Wording words, int end) {
      if (needs.isEmpty()) {
        return true;
      }
      for (int k = end; k < end + NEAR && !words.marked(k, Wording.STOP | Wording.COLON); k++) {
        if (needs.contains(words.term(k))) {
          return true;
        }
      }
      return false;
    }
  }

  /** The longest phrase that starts at the word, or null. */
  static Lexicon.Hit<Trigger> at(Wording words, int from) {
    return TRIGGERS.at(words, from);
  }

  /** Whether a word begins some casualty phrase; a cheap gate before anything else. */
  static boolean begin(String term) {
    return TRIGGERS.begins(term);
  }

  /** Whether a sentence has any word for killing or dying. */
  static boolean deadly(Wording words) {
    for (int i = 0; i < words.size(); i++) {
      Lexicon.Hit<Trigger> hit = at(words, i);
      if (hit != null && hit.value().effect.equals("killed")) {
        return true;
      }
    }
    return false;
  }

  /** Whether an effect harms a person's body. */
  static boolean harms(String effect) {
    return effect.equals("killed")
        || effect.equals("injured")
        || effect.equals("shot")
        || effect.equals("hospital");
  }

  /** Whether any noun may be what the effect befalls, known as a word for people or not. */
  static boolean countsAnybody(String effect) {
    return harms(effect) || effect.equals("missing");
  }
}
