package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs the articles that share a run of words and so may be copies. In a small block each with
 * each; in a larger one each with the first and with its predecessor, so that a wire story with a
 * thousand copies costs two thousand pairs. The stream is sorted by key and ordinal.
 */
final class CopyBlocks implements Blocking {

  private static final int SMALL = 10;

  private boolean open;
  private long key;
  private long last;
  private List<Long> first = new ArrayList<>();

  @Override
  public void add(long nextKey, int day, long ordinal, PairSink sink) {
    if (!open || nextKey != key) {
      open = true;
      key = nextKey;
      first = new ArrayList<>();
    }
    if (first.size() < SMALL) {
      first.forEach(a -> sink.pair(a, ordinal));
      first.add(ordinal);
    } else {
      sink.pair(first.get(0), ordinal);
      if (last != first.get(0)) {
        sink.pair(last, ordinal);
      }
    }
    last = ordinal;
  }

  @Override
  public void finish(PairSink sink) {
    open = false;
  }
}
