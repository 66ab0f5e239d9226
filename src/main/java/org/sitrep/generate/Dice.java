package org.sitrep.generate;

/**
 * A stream of pseudo-random numbers that belongs to a seed and a path of numbers, so that any part
 * of a corpus can be drawn on its own: SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), with {@link StrictMath} for the same figures on
 * every machine. Not thread-safe; a dice belongs to one draw.
 */
final class Dice {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The dice of a seed and a path; another seed or path gives an unrelated stream. */
  static Dice of(long seed, long... path) {
    long state = mix(seed + GOLDEN);
    for (long step : path) {
      state = mix(state + GOLDEN * (2 * step + 1));
    }
    return new Dice(state);
  }

  /** Whitens 64 bits: a bijection whose every output bit depends on every input bit. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The next 64 bits. */
  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number from 0 (inclusive) to 1 (exclusive), in steps of 2<sup>-53</sup>. */
  double share() {
    return (bits() >>> 11) * 0x1p-53;
  }

  /** A whole number from 0 to {@code bound} - 1; by multiplication, with a bias below 2^-32. */
  int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  /** A whole number from {@code least} to {@code most}, both possible. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  /** Whether something happens that happens with this probability. */
  boolean happens(double probability) {
    return share() < probability;
  }

  /** An exponentially distributed number of this mean, below {@code limit}. */
  double exponential(double mean, double limit) {
    double most = -StrictMath.expm1(-limit / mean);
    return -mean * StrictMath.log1p(-share() * most);
  }

  /** A standard normal number (Box and Muller 1958). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-share()));
    return radius * StrictMath.cos(2 * StrictMath.PI * share());
  }

  /**
   * A rank of 1 or more whose probability falls as a power of the rank (Zipf and Mandelbrot), by
   * inversion of the continuous law.
   *
   * @param exponent above 1; a text drawn by it grows its vocabulary as its length to the power 1 /
   *     exponent (Heaps' law)
   * @param shift flattens the head; 0 for the plain power law
   * @param most the largest rank
   */
  int rank(double exponent, double shift, int most) {
    double tail = StrictMath.pow(1 - share(), -1 / (exponent - 1));
    double rank = (1 + shift) * tail - shift;
    return rank >= most ? 1 + below(most) : (int) rank;
  }
}
