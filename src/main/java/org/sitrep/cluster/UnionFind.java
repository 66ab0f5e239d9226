package org.sitrep.cluster;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Connected components of a graph that fits into one task. */
final class UnionFind {

  private final long[] nodes;
  private final int[] parent;

  private UnionFind(long[] nodes) {
    this.nodes = nodes;
    this.parent = new int[nodes.length];
    Arrays.setAll(parent, i -> i);
  }

  /** Joins the ends of every edge. */
  static UnionFind of(long[] from, long[] to) {
    long[] nodes =
        LongStream.concat(Arrays.stream(from), Arrays.stream(to)).sorted().distinct().toArray();
    UnionFind forest = new UnionFind(nodes);
    for (int i = 0; i < from.length; i++) {
      int a = forest.root(Arrays.binarySearch(nodes, from[i]));
      int b = forest.root(Arrays.binarySearch(nodes, to[i]));
      forest.parent[Math.max(a, b)] = Math.min(a, b);
    }
    return forest;
  }

  /** All nodes, ascending. */
  long[] nodes() {
    return nodes;
  }

  /** The smallest node of a node's component. */
  long component(int index) {
    return nodes[root(index)];
  }

  private int root(int start) {
    int node = start;
    while (parent[node] != node) {
      parent[node] = parent[parent[node]];
      node = parent[node];
    }
    return node;
  }
}
