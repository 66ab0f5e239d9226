package org.sitrep.cluster;

/**
 * Makes pairs of a stream of keyed articles, sorted by key and then as the rule asks, in memory
 * that a cap bounds.
 */
interface Blocking {

  /** The next article of the stream. */
  void add(long key, int day, long ordinal, PairSink sink);

  /** The stream has ended. */
  void finish(PairSink sink);
}
