package org.sitrep.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Takes a graph apart into parts of no more than so many nodes. Edges must be ever better, half a
 * logit more each time, until what they hold together fits; what does not fall apart even at the
 * highest logit is put together anew, best edges first, as long as two groups fit into one part.
 */
final class Parts {

  private static final double STEP = 0.5;

  private final long[] nodes;
  private final int[] a;
  private final int[] b;
  private final double[] scores;

  private Parts(long[] nodes, int[] a, int[] b, double[] scores) {
    this.nodes = nodes;
    this.a = a;
    this.b = b;
    this.scores = scores;
  }

  /** A graph of edges between nodes with a score each; no edge twice. */
  static Parts of(long[] a, long[] b, double[] scores) {
    long[] nodes =
        LongStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().distinct().toArray();
    return new Parts(nodes, indices(nodes, a), indices(nodes, b), scores);
  }

  private static int[] indices(long[] nodes, long[] ends) {
    return Arrays.stream(ends).mapToInt(end -> Arrays.binarySearch(nodes, end)).toArray();
  }

  /** The nodes, ascending. */
  long[] nodes() {
    return nodes;
  }

  /**
   * The part of each node, named by its smallest node.
   *
   * @param lowest score of the weakest edges, from which on they must be better
   * @param highest score from which on edges are good enough
   * @param most most nodes of a part
   */
  long[] fitting(double lowest, double highest, int most) {
    int[] parts = joined(new int[nodes.length], lowest);
    for (double level = lowest + STEP; level < highest; level += STEP) {
      int[] large = sizes(parts);
      if (Arrays.stream(large).noneMatch(size -> size > most)) {
        break;
      }
      parts = loosened(parts, large, most, level);
    }
    parts = cut(parts, most);
    int[] named = parts;
    return IntStream.range(0, nodes.length).mapToLong(i -> nodes[named[i]]).toArray();
  }

  private int[] joined(int[] within, double level) {
    Forest forest = new Forest(nodes.length);
    for (int edge = 0; edge < a.length; edge++) {
      if (scores[edge] > level && within[a[edge]] == within[b[edge]]) {
        forest.join(a[edge], b[edge]);
      }
    }
    return forest.roots();
  }

  private int[] loosened(int[] parts, int[] sizes, int most, double level) {
    int[] tighter = joined(parts, level);
    return IntStream.range(0, parts.length)
        .map(i -> sizes[parts[i]] > most ? tighter[i] : parts[i])
        .toArray();
  }

  private int[] cut(int[] parts, int most) {
    int[] sizes = sizes(parts);
    if (Arrays.stream(sizes).noneMatch(size -> size > most)) {
      return parts;
    }
    Forest forest = new Forest(nodes.length);
    int[] filled = new int[nodes.length];
    Arrays.fill(filled, 1);
    IntStream.range(0, a.length)
        .filter(edge -> parts[a[edge]] == parts[b[edge]])
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer edge) -> -scores[edge])
                .thenComparingInt(edge -> a[edge])
                .thenComparingInt(edge -> b[edge]))
        .forEach(
            edge -> {
              int one = forest.root(a[edge]);
              int two = forest.root(b[edge]);
              if (one != two && filled[one] + filled[two] <= most) {
                filled[Math.min(one, two)] = filled[one] + filled[two];
                forest.join(one, two);
              }
            });
    int[] put = forest.roots();
    return IntStream.range(0, parts.length)
        .map(i -> sizes[parts[i]] > most ? put[i] : parts[i])
        .toArray();
  }

  private static int[] sizes(int[] parts) {
    int[] sizes = new int[parts.length];
    for (int part : parts) {
      sizes[part]++;
    }
    return sizes;
  }
}
