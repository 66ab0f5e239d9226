package org.sitrep.cluster;

/** Takes pairs of articles, the smaller ordinal first. */
@FunctionalInterface
interface PairSink {
  void pair(long a, long b);
}
