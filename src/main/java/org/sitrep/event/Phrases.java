package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;

/**
 * A dictionary of phrases as a character trie: every phrase that starts at a word is found in one
 * walk. A phrase's last word may be a stem, written with a star ({@code demonstrat*}); Latin
 * letters and digits only, like the dictionaries themselves.
 *
 * @param <V> what a phrase stands for
 */
final class Phrases<V> {

  private static final int SPACE = 36;

  /** {@link Word} has room for so many dictionaries. */
  private static final int MOST = 32;

  private static final AtomicInteger DICTIONARIES = new AtomicInteger();

  private final int number;
  private final Node<V> root = new Node<>();

  Phrases() {
    this(DICTIONARIES.getAndIncrement());
    if (number >= MOST) {
      throw new IllegalStateException("more than " + MOST + " dictionaries of phrases");
    }
  }

  private Phrases(int number) {
    this.number = number;
  }

  /** A dictionary without a number, of which there may be any number: words do not remember it. */
  static <V> Phrases<V> unnumbered() {
    return new Phrases<>(-1);
  }

  /** The number of this dictionary, from 0; -1 where it has none. */
  int number() {
    return number;
  }

  /** Adds a phrase; a phrase may stand for several values. */
  void add(String phrase, V value) {
    boolean stem = phrase.endsWith("*");
    String[] words = Words.ofPhrase(stem ? phrase.substring(0, phrase.length() - 1) : phrase);
    Node<V> node = root;
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        node = node.grow(SPACE);
      }
      for (int k = 0; k < words[i].length(); k++) {
        int slot = slot(words[i].charAt(k));
        if (slot < 0) {
          throw new IllegalArgumentException("phrase with a foreign letter: " + phrase);
        }
        node = node.grow(slot);
      }
    }
    if (node == root) {
      throw new IllegalArgumentException("empty phrase for " + value);
    }
    if (stem) {
      node.stems = grown(node.stems, value);
    } else {
      node.values = grown(node.values, value);
    }
  }

  /** Whether a phrase begins with the word, or with a stem of it. */
  boolean beginsWith(String word) {
    Node<V> node = root;
    for (int k = 0; k < word.length(); k++) {
      int slot = slot(word.charAt(k));
      node = slot < 0 ? null : node.next[slot];
      if (node == null) {
        return false;
      }
      if (node.stems != null) {
        return true;
      }
    }
    return node.values != null || node.next[SPACE] != null;
  }

  /** Tells every value whose phrase starts at the word, with the index after its last word. */
  void at(Words words, int from, ObjIntConsumer<V> found) {
    if (from >= words.size() || !words.word(from).begins(this)) {
      return;
    }
    Node<V> node = root;
    for (int i = from; i < words.size(); i++) {
      if (i > from) {
        node = words.isBroken(i) ? null : node.next[SPACE];
        if (node == null) {
          return;
        }
      }
      String word = words.at(i);
      for (int k = 0; k < word.length(); k++) {
        int slot = slot(word.charAt(k));
        node = slot < 0 ? null : node.next[slot];
        if (node == null) {
          return;
        }
        tell(node.stems, i + 1, found);
      }
      tell(node.values, i + 1, found);
    }
  }

  private static <V> void tell(List<V> values, int end, ObjIntConsumer<V> found) {
    for (int v = 0; values != null && v < values.size(); v++) {
      found.accept(values.get(v), end);
    }
  }

  private static <V> List<V> grown(List<V> values, V value) {
    List<V> more = values == null ? new ArrayList<>(1) : values;
    more.add(value);
    return more;
  }

  /** Whether a folded phrase may have the character. */
  static boolean holds(int character) {
    return character < 128 && slot((char) character) >= 0;
  }

  private static int slot(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }

  /** A state; its lists are null where nothing ends, so that most steps touch one object less. */
  private static final class Node<V> {
    private final Node<V>[] next = slots();
    private List<V> values;
    private List<V> stems;

    private Node<V> grow(int slot) {
      if (next[slot] == null) {
        next[slot] = new Node<>();
      }
      return next[slot];
    }

    @SuppressWarnings("unchecked")
    private static <V> Node<V>[] slots() {
      return (Node<V>[]) new Node<?>[SPACE + 1];
    }
  }
}
