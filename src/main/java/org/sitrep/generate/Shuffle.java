package org.sitrep.generate;

/**
 * A seeded permutation of 0 to n - 1 that needs no memory: a four-round Feistel network on the next
 * even power of two, walked on until it hits the range (Black and Rogaway, "Ciphers with arbitrary
 * finite domains", CT-RSA 2002).
 */
final class Shuffle {

  private static final int ROUNDS = 4;

  private final long seed;
  private final int size;
  private final int half;
  private final int mask;

  Shuffle(long seed, int size) {
    this.seed = seed;
    this.size = size;
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1));
    half = (bits + 1) / 2;
    mask = (1 << half) - 1;
  }

  /** Where a number goes; no two numbers go to the same place. */
  int at(int index) {
    long walked = index;
    do {
      walked = round(walked);
    } while (walked >= size);
    return (int) walked;
  }

  private long round(long value) {
    int left = (int) (value >>> half);
    int right = (int) value & mask;
    for (int i = 0; i < ROUNDS; i++) {
      int next = left ^ ((int) Dice.mix(seed + 31L * right + ((long) i << 40)) & mask);
      left = right;
      right = next;
    }
    return (long) left << half | right;
  }
}
