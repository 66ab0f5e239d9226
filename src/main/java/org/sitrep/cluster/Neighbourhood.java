package org.sitrep.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pairs each article with the next few of its key within seven days (sorted neighbourhood): linear
 * in the articles, however many a region has. The stream is sorted by key, day and ordinal;
 * articles without a day have no neighbours.
 */
final class Neighbourhood implements Blocking {

  static final int DAYS = 7;

  private final int width;
  private final Deque<long[]> window = new ArrayDeque<>();
  private long key;

  /** Pairs each article with at most {@code width} articles before it. */
  Neighbourhood(int width) {
    this.width = width;
  }

  @Override
  public void add(long nextKey, int day, long ordinal, PairSink sink) {
    if (nextKey != key) {
      window.clear();
      key = nextKey;
    }
    if (day == EventDays.UNKNOWN) {
      return;
    }
    while (!window.isEmpty() && day - window.peekFirst()[0] > DAYS) {
      window.removeFirst();
    }
    for (long[] earlier : window) {
      sink.pair(earlier[1], ordinal);
    }
    window.addLast(new long[] {day, ordinal});
    if (window.size() > width) {
      window.removeFirst();
    }
  }

  @Override
  public void finish(PairSink sink) {
    window.clear();
  }
}
