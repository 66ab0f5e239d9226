package org.sitrep.cluster;

/** Takes pairs of articles, in either order. */
@FunctionalInterface
interface PairSink {
  void pair(long a, long b);
}
