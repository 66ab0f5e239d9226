package org.sitrep.cluster;

import org.sitrep.text.Clues;

/**
 * How much two texts share of their runs of four terms, from the smallest hashes of each (bottom-k
 * sketches; Broder, "On the resemblance and containment of documents", 1997).
 *
 * @param shared runs that both hold, among those that are compared
 * @param fewer compared runs of the article that has fewer
 * @param more compared runs of the article that has more
 */
record Shingles(int shared, int fewer, int more) {

  /** Compares two sketches below the smaller of their ends; a sketch that is not full has none. */
  static Shingles of(int[] one, int[] two) {
    int end = Math.min(end(one), end(two));
    int countOne = Sets.upTo(one, end);
    int countTwo = Sets.upTo(two, end);
    int[] left = java.util.Arrays.copyOf(one, countOne);
    int[] right = java.util.Arrays.copyOf(two, countTwo);
    return new Shingles(
        Sets.shared(left, right), Math.min(countOne, countTwo), Math.max(countOne, countTwo));
  }

  /** Share of the shorter text that stands in the longer one. */
  double containment() {
    return fewer == 0 ? 0 : (double) shared / fewer;
  }

  private static int end(int[] sketch) {
    return sketch.length < Clues.SHINGLES ? Integer.MAX_VALUE : sketch[sketch.length - 1];
  }
}
