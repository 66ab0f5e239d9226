package org.sitrep.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * How many blocks of candidates there are, by {@link KeyKind}: blocks of two articles or more,
 * those of them that are too frequent to join any, and the pairs that they make. What a lost task
 * counted is counted again.
 */
final class BlockCounts implements Serializable {

  private final LongAccumulator[] blocks = new LongAccumulator[KeyKind.values().length];
  private final LongAccumulator[] unused = new LongAccumulator[blocks.length];
  private final LongAccumulator[] pairs = new LongAccumulator[blocks.length];

  BlockCounts(SparkContext context) {
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = context.longAccumulator();
      unused[i] = context.longAccumulator();
      pairs[i] = context.longAccumulator();
    }
  }

  /** Counts a block. */
  void add(KeyKind kind, long articles, long joined) {
    if (articles < 2) {
      return;
    }
    blocks[kind.ordinal()].add(1);
    unused[kind.ordinal()].add(joined == 0 ? 1 : 0);
    pairs[kind.ordinal()].add(joined);
  }

  /** A line that tells the counts; a pair that several blocks make counts in each. */
  String told() {
    List<String> kinds = new ArrayList<>();
    for (KeyKind kind : KeyKind.values()) {
      int i = kind.ordinal();
      if (blocks[i].value() > 0) {
        kinds.add(
            String.format(
                Locale.ROOT,
                "%s %d (%d unused, %d pairs)",
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                blocks[i].value(),
                unused[i].value(),
                pairs[i].value()));
      }
    }
    return "blocks of candidates: " + (kinds.isEmpty() ? "none" : String.join(", ", kinds));
  }
}
