package org.sitrep.cluster;

import java.util.EnumMap;
import java.util.Map;

/**
 * Pairs the articles of every kind of key, each by its rule, and counts the blocks: all articles
 * that hold one key are a block. The stream is sorted by key, day (undated articles first) and
 * ordinal.
 */
final class CandidateBlocks implements Blocking {

  private final Map<KeyKind, Blocking> rules = new EnumMap<>(KeyKind.class);
  private final BlockCounts counts;
  private KeyKind kind;
  private long key;
  private long articles;
  private long pairs;

  CandidateBlocks(ClusterSettings settings, BlockCounts counts) {
    this.counts = counts;
    KeyBlocks rare = new KeyBlocks();
    for (KeyKind each : KeyKind.values()) {
      rules.put(each, rare);
    }
    rules.put(KeyKind.REGION_DAYS, new Neighbourhood(settings.regionWidth()));
    rules.put(KeyKind.PLACE_DAYS, new Neighbourhood(settings.placeWidth()));
  }

  @Override
  public void add(long nextKey, int day, long ordinal, PairSink sink) {
    if (kind == null || nextKey != key) {
      finish(sink);
      kind = KeyKind.of(nextKey);
      key = nextKey;
    }
    articles++;
    rules.get(kind).add(nextKey, day, ordinal, counted(sink));
  }

  @Override
  public void finish(PairSink sink) {
    if (kind == null) {
      return;
    }
    rules.get(kind).finish(counted(sink));
    counts.add(kind, articles, pairs);
    kind = null;
    articles = 0;
    pairs = 0;
  }

  private PairSink counted(PairSink sink) {
    return (a, b) -> {
      pairs++;
      sink.pair(a, b);
    };
  }
}
