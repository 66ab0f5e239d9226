package org.sitrep.place.stored;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A trie over the pieces of names, in three mapped files: edges (an open-addressing table from a
 * node and a piece to the node behind), nodes (where the postings of the name that ends there
 * begin), and postings (a count, then so many numbers). A name's piece is known by 64 bits of hash
 * together with its node; the builder makes sure that no two edges share them.
 */
public final class StoredTrie {

  /** The number of a node that is none. */
  public static final int NONE = -1;

  static final int EDGE = 12;
  static final int NODE = 4;
  static final int POSTING = 4;

  private final MappedRecords edges;
  private final MappedRecords nodes;
  private final MappedRecords postings;
  private final long seed;

  private StoredTrie(MappedRecords edges, MappedRecords nodes, MappedRecords postings) {
    this.edges = edges;
    this.nodes = nodes;
    this.postings = postings;
    seed = postings.intAt(0, 0);
  }

  /**
   * Opens a trie.
   *
   * @param folder where its files lie
   * @param name with which their names begin
   */
  public static StoredTrie open(Path folder, String name) throws IOException {
    return new StoredTrie(
        MappedRecords.open(folder.resolve(name + ".edges"), EDGE),
        MappedRecords.open(folder.resolve(name + ".nodes"), NODE),
        MappedRecords.open(folder.resolve(name + ".postings"), POSTING));
  }

  /** The node behind an edge, or {@link #NONE}. */
  public int step(int node, String piece) {
    long key = key(seed, node, piece);
    long capacity = edges.count();
    long slot = slot(key, capacity);
    while (true) {
      int child = edges.intAt(slot, 8);
      if (child == 0) {
        return NONE;
      }
      if (edges.longAt(slot, 0) == key) {
        return child;
      }
      slot = slot + 1 == capacity ? 0 : slot + 1;
    }
  }

  /** Whether a name ends at a node. */
  public boolean ends(int node) {
    return nodes.intAt(node, 0) != 0;
  }

  /** The numbers that were added under the name that ends at a node, none if none ends there. */
  public int[] postings(int node) {
    int at = nodes.intAt(node, 0);
    if (at == 0) {
      return new int[0];
    }
    int[] numbers = new int[postings.intAt(at, 0)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = postings.intAt(at + 1L + i, 0);
    }
    return numbers;
  }

  /** How many nodes there are, the root among them. */
  public long nodes() {
    return nodes.count();
  }

  static long key(long seed, int node, CharSequence piece) {
    long h = (node + 1L) * 0x9E3779B97F4A7C15L ^ seed * 0xD6E8FEB86659FD93L;
    for (int i = 0; i < piece.length(); i++) {
      h = (h ^ piece.charAt(i)) * 0xFF51AFD7ED558CCDL;
      h ^= h >>> 32;
    }
    h *= 0xC4CEB9FE1A85EC53L;
    return h ^ h >>> 29;
  }

  static long slot(long key, long capacity) {
    return (key >>> 33) * capacity >>> 31;
  }
}
