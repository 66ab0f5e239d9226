package org.sitrep.generate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.text.Resources;

/**
 * The vocabulary: a head of English words, each class by Zipf's law, and a tail of invented names
 * without end, so that longer corpora have more words (Heaps' law).
 */
final class Words {

  /** Exponent of the tail of names; the names seen grow as the draws to the power 1 / 1.4. */
  private static final double TAIL_EXPONENT = 1.4;

  /** Flattens the head of the tail: no name is everywhere. */
  private static final double TAIL_SHIFT = 30;

  /** Flattens the head of the classes of English words: the first noun has 3 percent of all. */
  private static final double HEAD_SHIFT = 8;

  private static final int MOST_NAMES = 1 << 30;

  private final Map<String, String[]> parts = new HashMap<>();
  private final Ranked nouns;
  private final Ranked verbs;
  private final Ranked adjectives;

  Words() {
    for (String[] row : Resources.rows(Words.class, "people.tsv")) {
      parts.put(row[0], row[1].split("\\|", -1));
    }
    Map<String, Set<String>> classes = new HashMap<>();
    for (String[] row : Resources.rows(Words.class, "vocabulary.tsv")) {
      classes
          .computeIfAbsent(row[0], key -> new LinkedHashSet<>())
          .addAll(List.of(row[1].split(" ")));
    }
    nouns = new Ranked(classes.get("noun"));
    verbs = new Ranked(classes.get("verb"));
    adjectives = new Ranked(classes.get("adjective"));
  }

  String noun(Dice dice) {
    return nouns.draw(dice);
  }

  String verb(Dice dice) {
    return verbs.draw(dice);
  }

  String adjective(Dice dice) {
    return adjectives.draw(dice);
  }

  String job(Dice dice) {
    return one("job", dice);
  }

  String claimant(Dice dice) {
    return one("claimant", dice);
  }

  String rival(Dice dice) {
    return one("rival", dice);
  }

  /** A person of a story: a common given name, a surname that hardly any other story has. */
  String person(Dice dice) {
    return one("given", dice) + " " + coined(dice);
  }

  /** A village of a story. */
  String village(Dice dice) {
    return one("village", dice) + coined(dice);
  }

  /** A name of the tail, of a place or a family. */
  String name(Dice dice) {
    return coined(Dice.of(1, tail(dice)));
  }

  /** A public figure of the tail. */
  String someone(Dice dice) {
    Dice name = Dice.of(2, tail(dice));
    return one("given", name) + " " + coined(name);
  }

  /** A firm or foundation of the tail. */
  String company(Dice dice) {
    Dice name = Dice.of(3, tail(dice));
    String coined = coined(name);
    return coined + one("company", name);
  }

  private static int tail(Dice dice) {
    return dice.rank(TAIL_EXPONENT, TAIL_SHIFT, MOST_NAMES);
  }

  /** A pronounceable name of two to five syllables. */
  private String coined(Dice dice) {
    StringBuilder name = new StringBuilder(12).append(one("first", dice));
    for (int more = dice.below(4); more > 0; more--) {
      name.append(one("middle", dice));
    }
    name.append(one("last", dice));
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }

  private String one(String part, Dice dice) {
    String[] words = parts.get(part);
    return words[dice.below(words.length)];
  }

  /** Words, the most frequent first. */
  private static final class Ranked {
    private final String[] words;
    private final Zipf zipf;

    Ranked(Set<String> words) {
      this.words = words.toArray(String[]::new);
      zipf = new Zipf(words.size(), HEAD_SHIFT);
    }

    String draw(Dice dice) {
      return words[zipf.draw(dice)];
    }
  }
}
