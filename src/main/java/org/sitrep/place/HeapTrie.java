package org.sitrep.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trie of names in memory. Edges are kept in one open-addressing table, places in linked arrays,
 * so that a world of names stays small.
 */
final class HeapTrie implements NameTrie {

  private static final int NONE = -1;

  private final Map<String, Integer> words = new HashMap<>();
  private long[] keys = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int edges;
  private int[] first = new int[1 << 12];
  private int nodes = 1;
  private int[] next = new int[1 << 12];
  private Place[] places = new Place[1 << 12];
  private int postings;

  HeapTrie() {
    first[0] = NONE;
    Arrays.fill(keys, NONE);
  }

  @Override
  public int root() {
    return 0;
  }

  @Override
  public int step(int node, String piece) {
    Integer word = words.get(piece);
    return word == null ? NONE : target(node, word);
  }

  @Override
  public boolean ends(int node) {
    return first[node] != NONE;
  }

  @Override
  public List<Place> places(int node) {
    List<Place> found = new ArrayList<>();
    for (int i = first[node]; i != NONE; i = next[i]) {
      found.add(places[i]);
    }
    return found;
  }

  /** Adds a name of a place; the same name twice counts once. */
  void add(List<String> pieces, Place place) {
    if (pieces.isEmpty()) {
      return;
    }
    int node = 0;
    for (String piece : pieces) {
      int word = words.computeIfAbsent(piece, key -> words.size());
      int target = target(node, word);
      if (target == NONE) {
        target = newNode();
        put(node, word, target);
      }
      node = target;
    }
    for (int i = first[node]; i != NONE; i = next[i]) {
      if (places[i] == place) {
        return;
      }
    }
    if (postings == next.length) {
      next = Arrays.copyOf(next, postings * 2);
      places = Arrays.copyOf(places, postings * 2);
    }
    places[postings] = place;
    next[postings] = first[node];
    first[node] = postings++;
  }

  private int newNode() {
    if (nodes == first.length) {
      first = Arrays.copyOf(first, nodes * 2);
    }
    first[nodes] = NONE;
    return nodes++;
  }

  private int target(int node, int word) {
    long key = (long) node << 32 | word;
    int mask = keys.length - 1;
    for (int slot = slot(key, mask); keys[slot] != NONE; slot = slot + 1 & mask) {
      if (keys[slot] == key) {
        return targets[slot];
      }
    }
    return NONE;
  }

  private void put(int node, int word, int target) {
    if (edges * 3 > keys.length * 2) {
      grow();
    }
    insert((long) node << 32 | word, target);
    edges++;
  }

  private void insert(long key, int target) {
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (keys[slot] != NONE) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    Arrays.fill(keys, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        insert(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private static int slot(long key, int mask) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32) & mask;
  }
}
