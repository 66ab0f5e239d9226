package org.sitrep.cluster;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Connected components of a graph that fits into one task. */
final class UnionFind {

  private final long[] nodes;
  private final Forest forest;

  private UnionFind(long[] nodes) {
    this.nodes = nodes;
    this.forest = new Forest(nodes.length);
  }

  /** Joins the ends of every edge. */
  static UnionFind of(long[] from, long[] to) {
    UnionFind graph =
        new UnionFind(
            LongStream.concat(Arrays.stream(from), Arrays.stream(to))
                .sorted()
                .distinct()
                .toArray());
    for (int i = 0; i < from.length; i++) {
      graph.forest.join(
          Arrays.binarySearch(graph.nodes, from[i]), Arrays.binarySearch(graph.nodes, to[i]));
    }
    return graph;
  }

  /** All nodes, ascending. */
  long[] nodes() {
    return nodes;
  }

  /** The smallest node of a node's component. */
  long component(int index) {
    return nodes[forest.root(index)];
  }
}
