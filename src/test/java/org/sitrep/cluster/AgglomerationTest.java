package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgglomerationTest {

  private static final double CLIP = 6;

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mergesLikeTheDefinition(int seed) {
    Graph graph = Graph.random(new Random(seed));
    double threshold = -1 + new Random(seed).nextInt(3) * 0.75;
    int[] found =
        Agglomeration.of(threshold, CLIP).clusters(graph.count, graph.a, graph.b, graph.z);
    assertThat(found).isEqualTo(byDefinition(graph, threshold));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnTheOrderOfThePairs(int seed) {
    Graph graph = Graph.random(new Random(seed));
    int[] found = Agglomeration.of(-0.25, CLIP).clusters(graph.count, graph.a, graph.b, graph.z);
    Graph shuffled = graph.shuffled(new Random(seed + 1000));
    assertThat(
            Agglomeration.of(-0.25, CLIP).clusters(graph.count, shuffled.a, shuffled.b, shuffled.z))
        .isEqualTo(found);
  }

  /** Looks at all pairs of clusters in every round. */
  private static int[] byDefinition(Graph graph, double threshold) {
    int n = graph.count;
    double[][] z = new double[n][n];
    for (double[] row : z) {
      Arrays.fill(row, -CLIP);
    }
    for (int i = 0; i < graph.a.length; i++) {
      double clipped = Math.max(-CLIP, Math.min(CLIP, graph.z[i]));
      z[graph.a[i]][graph.b[i]] = clipped;
      z[graph.b[i]][graph.a[i]] = clipped;
    }
    int[] cluster = IntStream.range(0, n).toArray();
    while (true) {
      double best = threshold;
      int keep = -1;
      int lose = -1;
      for (int x = 0; x < n; x++) {
        for (int y = x + 1; y < n; y++) {
          double mean = mean(z, cluster, x, y);
          if (mean > best + 1e-9) {
            best = mean;
            keep = x;
            lose = y;
          }
        }
      }
      if (keep < 0) {
        return cluster;
      }
      for (int i = 0; i < n; i++) {
        cluster[i] = cluster[i] == lose ? keep : cluster[i];
      }
    }
  }

  private static double mean(double[][] z, int[] cluster, int x, int y) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < cluster.length; i++) {
      for (int j = 0; j < cluster.length; j++) {
        if (cluster[i] == x && cluster[j] == y) {
          sum += z[i][j];
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NEGATIVE_INFINITY : sum / pairs;
  }

  private record Graph(int count, int[] a, int[] b, double[] z) {

    static Graph random(Random random) {
      int count = 2 + random.nextInt(9);
      List<int[]> pairs = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
          if (random.nextInt(3) > 0) {
            pairs.add(new int[] {i, j});
          }
        }
      }
      // Logits beyond the clip too, and halves so that ties occur.
      double[] z = pairs.stream().mapToDouble(p -> (random.nextInt(33) - 16) / 2.0).toArray();
      return new Graph(
          count,
          pairs.stream().mapToInt(p -> p[0]).toArray(),
          pairs.stream().mapToInt(p -> p[1]).toArray(),
          z);
    }

    Graph shuffled(Random random) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, a.length).boxed().toList());
      Collections.shuffle(order, random);
      return new Graph(
          count,
          order.stream().mapToInt(i -> b[i]).toArray(),
          order.stream().mapToInt(i -> a[i]).toArray(),
          order.stream().mapToDouble(i -> z[i]).toArray());
    }
  }
}
