package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.sitrep.text.Resources;

/**
 * A dictionary of phrases, found by their first word; the longest phrase wins.
 *
 * @param <V> what a phrase stands for
 */
final class Lexicon<V> {

  /**
   * A phrase found in a sentence.
   *
   * @param value what it stands for
   * @param end index behind its last word
   */
  record Hit<V>(V value, int end) {}

  /** A phrase with what it stands for. */
  record Entry<V>(String[] words, V value) {}

  /** {@link Term} has room for so many lexicons. */
  static final int MOST = 8;

  private static final AtomicInteger LEXICONS = new AtomicInteger();

  private final int number = LEXICONS.getAndIncrement();

  private final Map<String, List<Entry<V>>> byFirst = new HashMap<>();

  private Lexicon() {
    if (number >= MOST) {
      throw new IllegalStateException("more than " + MOST + " lexicons");
    }
  }

  /** The number of this lexicon, from 0. */
  int number() {
    return number;
  }

  /** A dictionary from a resource beside this class: the first column is the phrase. */
  static <V> Lexicon<V> of(String resource, java.util.function.Function<String[], V> value) {
    Lexicon<V> lexicon = new Lexicon<>();
    for (String[] row : Resources.rows(Lexicon.class, resource)) {
      String[] words = row[0].split(" ");
      lexicon
          .byFirst
          .computeIfAbsent(words[0], first -> new ArrayList<>(1))
          .add(new Entry<>(words, value.apply(row)));
    }
    for (List<Entry<V>> entries : lexicon.byFirst.values()) {
      entries.sort((a, b) -> Integer.compare(b.words.length, a.words.length));
    }
    return lexicon;
  }

  /** The dictionary without the phrases whose value does not pass. */
  Lexicon<V> filtered(java.util.function.Predicate<V> wanted) {
    Lexicon<V> kept = new Lexicon<>();
    byFirst.forEach(
        (first, entries) -> {
          List<Entry<V>> passed =
              entries.stream().filter(entry -> wanted.test(entry.value)).toList();
          if (!passed.isEmpty()) {
            kept.byFirst.put(first, passed);
          }
        });
    return kept;
  }

  /** The phrases that begin with the word, longest first. */
  List<Entry<V>> beginning(String word) {
    return byFirst.getOrDefault(word, List.of());
  }

  /** Whether a phrase begins with the word. */
  boolean begins(String word) {
    return byFirst.containsKey(word);
  }

  /** The longest phrase that starts at the word, or null; no full stop may stand inside it. */
  Hit<V> at(Wording words, int from) {
    List<Entry<V>> entries = words.word(from).phrases(this);
    for (int i = 0; i < entries.size(); i++) {
      Entry<V> entry = entries.get(i);
      if (matches(words, from, entry.words)) {
        return new Hit<>(entry.value, from + entry.words.length);
      }
    }
    return null;
  }

  private static boolean matches(Wording words, int from, String[] phrase) {
    if (from + phrase.length > words.size()) {
      return false;
    }
    for (int i = 1; i < phrase.length; i++) {
      if (!phrase[i].equals(words.term(from + i))
          || words.marked(from + i, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE)) {
        return false;
      }
    }
    return true;
  }
}
