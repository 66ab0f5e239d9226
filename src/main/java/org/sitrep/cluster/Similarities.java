package org.sitrep.cluster;

import java.util.Arrays;

/** How sure each article's membership is. */
final class Similarities {

  private Similarities() {}

  /**
   * Mean probability that an article and the other members of its cluster tell one event; 1 where
   * it is alone. A pair that was not scored counts as the least likely.
   *
   * @param clusters cluster of each article
   */
  static double[] of(int[] clusters, int[] a, int[] b, double[] logits, double clip) {
    int[] size = new int[clusters.length];
    for (int cluster : clusters) {
      size[cluster]++;
    }
    double least = probability(-clip);
    double[] sum = new double[clusters.length];
    int[] scored = new int[clusters.length];
    for (int i = 0; i < a.length; i++) {
      if (clusters[a[i]] == clusters[b[i]]) {
        double p = probability(Math.max(-clip, Math.min(clip, logits[i])));
        sum[a[i]] += p;
        sum[b[i]] += p;
        scored[a[i]]++;
        scored[b[i]]++;
      }
    }
    double[] similarity = new double[clusters.length];
    Arrays.setAll(
        similarity,
        i -> {
          int others = size[clusters[i]] - 1;
          return others == 0 ? 1 : (sum[i] + (others - scored[i]) * least) / others;
        });
    return similarity;
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
