package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Greedy average-link agglomeration on clipped logits: the two clusters with the highest mean logit
 * over all pairs between them are merged, as long as that mean is above a threshold. A pair that
 * was never scored counts as the most negative.
 *
 * <p>Logits are held in millionths, so that sums do not depend on their order. Ties go to the
 * cluster with the smaller first article, then to the smaller second one.
 */
final class Agglomeration {

  private static final double UNIT = 1e6;

  private final double threshold;
  private final double clip;

  private Agglomeration(double threshold, double clip) {
    this.threshold = threshold;
    this.clip = clip;
  }

  /**
   * An agglomeration.
   *
   * @param threshold clusters whose mean logit is not above it stay apart
   * @param clip largest absolute logit
   */
  static Agglomeration of(double threshold, double clip) {
    return new Agglomeration(threshold, clip);
  }

  /**
   * The cluster of each article, named by its smallest member.
   *
   * @param count number of articles
   * @param a first article of each scored pair
   * @param b second article of each scored pair; no pair twice
   * @param logits logit of each pair
   */
  int[] clusters(int count, int[] a, int[] b, double[] logits) {
    int[] single = new int[count];
    Arrays.fill(single, 1);
    return clusters(single, a, b, logits);
  }

  /**
   * The same for what are clusters already.
   *
   * @param sizes number of articles of each
   * @param logits mean logit between the articles of the two of each pair
   */
  int[] clusters(int[] sizes, int[] a, int[] b, double[] logits) {
    int count = sizes.length;
    long[] size = Arrays.stream(sizes).asLongStream().toArray();
    List<Map<Integer, Long>> links = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      links.add(new HashMap<>());
    }
    for (int i = 0; i < a.length; i++) {
      long shifted = shifted(logits[i]) * size[a[i]] * size[b[i]];
      if (shifted > 0) {
        links.get(a[i]).put(b[i], shifted);
        links.get(b[i]).put(a[i], shifted);
      }
    }
    int[] version = new int[count];
    int[] label = new int[count];
    Arrays.setAll(label, i -> i);
    PriorityQueue<Merge> queue = new PriorityQueue<>(Merge.ORDER);
    for (int i = 0; i < count; i++) {
      for (int j : links.get(i).keySet()) {
        if (i < j) {
          offer(queue, links, size, version, i, j);
        }
      }
    }
    while (!queue.isEmpty()) {
      Merge best = queue.poll();
      int kept = best.a;
      int lost = best.b;
      if (version[kept] != best.versionA || version[lost] != best.versionB) {
        continue;
      }
      label[lost] = kept;
      size[kept] += size[lost];
      version[kept]++;
      version[lost] = -1;
      Map<Integer, Long> into = links.get(kept);
      into.remove(lost);
      for (Map.Entry<Integer, Long> link : links.get(lost).entrySet()) {
        int other = link.getKey();
        if (other != kept) {
          links.get(other).remove(lost);
          links.get(other).merge(kept, link.getValue(), Long::sum);
          into.merge(other, link.getValue(), Long::sum);
        }
      }
      links.set(lost, Map.of());
      for (int other : into.keySet()) {
        offer(queue, links, size, version, Math.min(kept, other), Math.max(kept, other));
      }
    }
    for (int i = 0; i < count; i++) {
      label[i] = label[label[i]];
    }
    return label;
  }

  private void offer(
      PriorityQueue<Merge> queue,
      List<Map<Integer, Long>> links,
      long[] size,
      int[] version,
      int a,
      int b) {
    double mean = links.get(a).get(b) / ((double) size[a] * size[b]) / UNIT - clip;
    if (mean > threshold) {
      queue.add(new Merge(mean, a, b, version[a], version[b]));
    }
  }

  /** Logit above the most negative one, in millionths. */
  private long shifted(double logit) {
    return Math.round((Math.max(-clip, Math.min(clip, logit)) + clip) * UNIT);
  }

  private record Merge(double mean, int a, int b, int versionA, int versionB) {
    static final Comparator<Merge> ORDER =
        Comparator.comparingDouble((Merge merge) -> -merge.mean)
            .thenComparingInt(Merge::a)
            .thenComparingInt(Merge::b);
  }
}
