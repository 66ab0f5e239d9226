package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;

class BlockingTest {

  private static final long KEY = 8 * 1234L + KeyKind.BIGRAM.ordinal();

  @Test
  void keyOfFewArticlesJoinsThemAtAnyDistance() {
    Set<String> pairs =
        pairs(new KeyBlocks(), new long[][] {{KEY, -1, 3}, {KEY, 0, 1}, {KEY, 4000, 2}});
    assertThat(pairs).containsExactly("1-2", "1-3", "2-3");
  }

  @Test
  void frequentKeyJoinsWithinItsSlabAndWithTheNext() {
    // Six articles, one above the cap of a bigram: three early, one in the next slab, two later.
    Set<String> pairs =
        pairs(
            new KeyBlocks(),
            new long[][] {
              {KEY, 0, 1}, {KEY, 10, 2}, {KEY, 20, 3}, {KEY, 35, 4}, {KEY, 400, 5}, {KEY, 410, 6}
            });
    assertThat(pairs).containsExactly("1-2", "1-3", "1-4", "2-3", "2-4", "3-4", "5-6");
  }

  @Test
  void keyAboveBothCapsIsNotUsed() {
    long[][] rows = new long[100][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[] {KEY, 5, i};
    }
    assertThat(pairs(new KeyBlocks(), rows)).isEmpty();
  }

  @Test
  void undatedArticlesOfAFrequentKeyStayOut() {
    long[][] rows = new long[8][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[] {KEY, i < 6 ? -1 : 5, i};
    }
    assertThat(pairs(new KeyBlocks(), rows)).containsExactly("6-7");
    assertThat(pairs(new Neighbourhood(5), rows)).containsExactly("6-7");
  }

  @Test
  void keysDoNotMix() {
    Set<String> pairs =
        pairs(
            new KeyBlocks(),
            new long[][] {{KEY, 0, 1}, {KEY, 0, 2}, {KEY + 8, 0, 3}, {KEY + 8, 0, 4}});
    assertThat(pairs).containsExactly("1-2", "3-4");
  }

  @Test
  void neighbourhoodIsLinear() {
    long[][] rows = new long[1000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[] {7, i / 100, i};
    }
    Set<String> pairs = pairs(new Neighbourhood(5), rows);
    assertThat(pairs).hasSize(5 * 1000 - 15).contains("0-5").doesNotContain("0-6");
  }

  @Test
  void neighbourhoodEndsAfterSevenDays() {
    assertThat(
            pairs(new Neighbourhood(5), new long[][] {{7, 0, 1}, {7, 7, 2}, {7, 8, 3}, {9, 8, 4}}))
        .containsExactly("1-2", "2-3");
  }

  @Test
  void thousandCopiesCostTwoThousandPairs() {
    long[][] rows = new long[1000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[] {7, 0, i};
    }
    Set<String> pairs = pairs(new CopyBlocks(), rows);
    assertThat(pairs).hasSizeLessThan(2100).contains("0-999", "998-999", "3-7");
  }

  @Test
  void slabHoldsFewerCapitalisedWordsThanTheWholeArchive() {
    long key = 8 * 99L + KeyKind.CAPITALISED.ordinal();
    long[][] ten = new long[KeyKind.CAPITALISED.cap()][];
    long[][] eleven = new long[KeyKind.CAPITALISED.cap() + 1][];
    for (int i = 0; i < eleven.length; i++) {
      eleven[i] = new long[] {key, i < 4 ? 0 : 100 * i, i};
      if (i < ten.length) {
        ten[i] = eleven[i];
      }
    }
    assertThat(pairs(new KeyBlocks(), ten)).hasSize(45);
    assertThat(pairs(new KeyBlocks(), eleven)).isEmpty();
  }

  @Test
  void eachKindOfKeyHasItsRule() {
    BlockCounts counts = new BlockCounts(SharedSpark.session().sparkContext());
    long region = 8 * 5L + KeyKind.REGION_DAYS.ordinal();
    long[][] rows = new long[44][];
    for (int i = 0; i < 40; i++) {
      rows[i] = new long[] {region, 3, i};
    }
    for (int i = 40; i < 43; i++) {
      rows[i] = new long[] {KEY, 3, i};
    }
    rows[43] = new long[] {KEY + 8, 3, 43};
    Set<String> pairs =
        pairs(new CandidateBlocks(ClusterSettings.of(Map.of("region_width", "2")), counts), rows);
    assertThat(pairs).hasSize(2 * 40 - 3 + 3).contains("40-41", "37-39");
    assertThat(counts.told())
        .isEqualTo(
            "blocks of candidates: bigram 1 (0 unused, 3 pairs),"
                + " region days 1 (0 unused, 77 pairs)");
  }

  /** Day -1 stands for an article without a date. */
  private static Set<String> pairs(Blocking blocking, long[][] rows) {
    Set<String> pairs = new TreeSet<>();
    PairSink sink = (a, b) -> pairs.add(Math.min(a, b) + "-" + Math.max(a, b));
    for (long[] row : rows) {
      blocking.add(row[0], row[1] == -1 ? EventDays.UNKNOWN : (int) row[1], row[2], sink);
    }
    blocking.finish(sink);
    return pairs;
  }
}
