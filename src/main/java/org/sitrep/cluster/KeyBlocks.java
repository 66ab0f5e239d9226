package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Pairs the articles that share a rare key. A key is rare when no more articles than its cap hold
 * it in the whole output: then it joins all of them. A key that is more frequent joins within slabs
 * of 30 days, and between neighbouring slabs, wherever a slab holds no more than the slab's cap: so
 * an old week keeps its keys as an archive grows.
 *
 * <p>The stream is sorted by key, day (undated articles first) and ordinal.
 */
final class KeyBlocks implements Blocking {

  static final int SLAB_DAYS = 30;

  private boolean open;
  private long key;
  private KeyKind kind;
  private List<Long> whole = new ArrayList<>();
  private long count;
  private int slab;
  private List<Long> now = new ArrayList<>();
  private int nowCount;
  private int beforeSlab;
  private List<Long> before = new ArrayList<>();

  @Override
  public void add(long nextKey, int day, long ordinal, PairSink sink) {
    int nextSlab = day == EventDays.UNKNOWN ? EventDays.UNKNOWN : Math.floorDiv(day, SLAB_DAYS);
    if (!open || nextKey != key) {
      finish(sink);
      open = true;
      key = nextKey;
      kind = KeyKind.of(nextKey);
      slab = nextSlab;
    } else if (nextSlab != slab) {
      endSlab(sink);
      slab = nextSlab;
    }
    count++;
    nowCount++;
    if (whole.size() <= kind.cap()) {
      whole.add(ordinal);
    }
    if (now.size() <= kind.slabCap()) {
      now.add(ordinal);
    }
  }

  @Override
  public void finish(PairSink sink) {
    if (!open) {
      return;
    }
    if (count <= kind.cap()) {
      within(whole, sink);
    } else {
      endSlab(sink);
    }
    open = false;
    count = 0;
    nowCount = 0;
    whole = new ArrayList<>();
    now = new ArrayList<>();
    before = new ArrayList<>();
  }

  /** Undated articles have no slab: only a key that is rare in the whole output joins them. */
  private void endSlab(PairSink sink) {
    boolean used = slab != EventDays.UNKNOWN && nowCount <= kind.slabCap();
    if (used) {
      within(now, sink);
      if (!before.isEmpty() && beforeSlab == slab - 1) {
        before.forEach(a -> now.forEach(b -> sink.pair(a, b)));
      }
    }
    before = used ? now : new ArrayList<>();
    beforeSlab = slab;
    now = new ArrayList<>();
    nowCount = 0;
  }

  private static void within(List<Long> block, PairSink sink) {
    for (int i = 0; i < block.size(); i++) {
      for (int j = i + 1; j < block.size(); j++) {
        sink.pair(block.get(i), block.get(j));
      }
    }
  }
}
