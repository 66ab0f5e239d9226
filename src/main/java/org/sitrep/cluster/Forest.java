package org.sitrep.cluster;

import java.util.stream.IntStream;

/**
 * Disjoint sets of the numbers below a size (union-find); a set is named by its smallest number.
 */
final class Forest {

  private final int[] parent;

  Forest(int size) {
    this.parent = IntStream.range(0, size).toArray();
  }

  /** Makes one set of the sets of two numbers. */
  void join(int one, int two) {
    int first = root(one);
    int second = root(two);
    parent[Math.max(first, second)] = Math.min(first, second);
  }

  /** The smallest number of a number's set. */
  int root(int number) {
    int root = number;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The set of each number. */
  int[] roots() {
    return IntStream.range(0, parent.length).map(this::root).toArray();
  }
}
