package org.sitrep.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws from a few ranked things, each with a probability that falls as 1 / (rank + shift) (Zipf,
 * "Human behavior and the principle of least effort", 1949; Mandelbrot's shift), in constant time
 * by the alias method (Walker, ACM Transactions on Mathematical Software 3, 1977).
 */
final class Zipf {

  private final double[] keep;
  private final int[] other;

  /**
   * Ranks 0 to {@code size} - 1.
   *
   * @param shift flattens the head; 0 for Zipf's own law
   */
  Zipf(int size, double shift) {
    keep = new double[size];
    other = new int[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1 / (i + 1 + shift);
    }
    List<Integer> small = new ArrayList<>();
    List<Integer> large = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      keep[i] = size / sum / (i + 1 + shift);
      other[i] = i;
      (keep[i] < 1 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int poor = small.remove(small.size() - 1);
      int rich = large.remove(large.size() - 1);
      other[poor] = rich;
      keep[rich] -= 1 - keep[poor];
      (keep[rich] < 1 ? small : large).add(rich);
    }
    large.forEach(i -> keep[i] = 1);
    small.forEach(i -> keep[i] = 1);
  }

  /** A rank, 0 the most frequent. */
  int draw(Dice dice) {
    int i = dice.below(keep.length);
    return dice.share() < keep[i] ? i : other[i];
  }
}
