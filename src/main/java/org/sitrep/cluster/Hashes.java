package org.sitrep.cluster;

/** Hashes of terms, equal on every machine and in every release. */
final class Hashes {

  private Hashes() {}

  /** A 64-bit hash of a term of a field: FNV-1a with the finalizer of SplitMix64. */
  static long of(String field, String term) {
    return mix(fold(fold(0xcbf29ce484222325L, field) * 31 + 7, term));
  }

  /** A 32-bit hash of a term. */
  static int of(String term) {
    long hash = mix(fold(0xcbf29ce484222325L, term));
    return (int) (hash ^ hash >>> 32);
  }

  static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static long fold(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
