package org.sitrep.generate;

import java.util.ArrayList;
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

  private static final int MOST_NAMES = 1 << 30;

  private final Map<String, String[]> parts = new HashMap<>();
  private final Zipf nouns;
  private final Zipf verbs;
  private final Zipf adjectives;

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
    nouns = new Zipf(classes.get("noun"));
    verbs = new Zipf(classes.get("verb"));
    adjectives = new Zipf(classes.get("adjective"));
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

  /** Words drawn with a probability that falls as 1 / rank, by the alias method (Walker 1977). */
  private static final class Zipf {
    private final String[] words;
    private final double[] keep;
    private final int[] other;

    Zipf(Set<String> ranked) {
      words = ranked.toArray(String[]::new);
      int n = words.length;
      keep = new double[n];
      other = new int[n];
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += 1.0 / (i + 1);
      }
      List<Integer> small = new ArrayList<>();
      List<Integer> large = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        keep[i] = n / sum / (i + 1);
        other[i] = i;
        (keep[i] < 1 ? small : large).add(i);
      }
      while (!small.isEmpty() && !large.isEmpty()) {
        int poor = small.remove(small.size() - 1);
        int rich = large.remove(large.size() - 1);
        other[poor] = rich;
        keep[rich] -= 1 - keep[poor];
        (keep[rich] < 1 ? small : large).add(rich);
      }
      large.forEach(i -> keep[i] = 1);
      small.forEach(i -> keep[i] = 1);
    }

    String draw(Dice dice) {
      int i = dice.below(words.length);
      return words[dice.share() < keep[i] ? i : other[i]];
    }
  }
}
