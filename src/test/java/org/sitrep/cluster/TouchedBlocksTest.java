package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TouchedBlocksTest {

  private static final ClusterSettings SETTINGS =
      ClusterSettings.of(Map.of("region_width", "3", "place_width", "2"));

  /** A pair that comes or goes has both ends among the touched, whatever the block. */
  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void changedPairsHaveTouchedEnds(KeyKind kind) {
    Random random = new Random(kind.ordinal());
    long key = 8 * 77L + kind.ordinal();
    int spared = 0;
    for (int round = 0; round < 3000; round++) {
      List<Row> block = block(random, key);
      Set<String> before = pairs(kind, block, row -> row.getBoolean(3));
      Set<String> after = pairs(kind, block, row -> row.getBoolean(4));
      Set<Long> touched = new TreeSet<>();
      new TouchedBlocks(block.iterator(), SETTINGS)
          .forEachRemaining(row -> touched.add(row.getLong(0)));
      Set<String> changed = new TreeSet<>(before);
      changed.addAll(after);
      changed.removeIf(pair -> before.contains(pair) && after.contains(pair));
      for (String pair : changed) {
        String[] ends = pair.split("-");
        assertThat(touched)
            .as("%s of %s", pair, block)
            .contains(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
      }
      spared += block.size() - touched.size();
    }
    assertThat(spared).isPositive();
  }

  @Test
  void blockThatNobodyEntersIsNotTouched() {
    List<Row> block = new ArrayList<>();
    for (long i = 0; i < 4; i++) {
      block.add(RowFactory.create(8L, 5, i, true, true));
    }
    assertThat(new TouchedBlocks(block.iterator(), SETTINGS).hasNext()).isFalse();
  }

  @Test
  void wordThatWasTooFrequentAndIsTouchesNobody() {
    List<Row> block = new ArrayList<>();
    for (long i = 0; i < 1000; i++) {
      block.add(RowFactory.create((long) KeyKind.CAPITALISED.ordinal(), 5, i, i > 0, true));
    }
    assertThat(new TouchedBlocks(block.iterator(), SETTINGS).hasNext()).isFalse();
  }

  private static List<Row> block(Random random, long key) {
    int size = 1 + random.nextInt(24);
    int days = List.of(5, 40, 200).get(random.nextInt(3));
    List<Row> block = new ArrayList<>();
    for (long ordinal = 0; ordinal < size; ordinal++) {
      Integer day = random.nextInt(12) == 0 ? null : random.nextInt(days);
      boolean before = random.nextInt(5) > 0;
      boolean after = random.nextInt(5) > 0 || !before;
      block.add(RowFactory.create(key, day, ordinal, before, after));
    }
    block.sort(
        Comparator.comparing(
                (Row row) -> row.isNullAt(1) ? null : row.getInt(1),
                Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(row -> row.getLong(2)));
    return block;
  }

  private static Set<String> pairs(KeyKind kind, List<Row> block, Predicate<Row> member) {
    Blocking rule =
        kind.isRare()
            ? new KeyBlocks()
            : new Neighbourhood(
                kind == KeyKind.REGION_DAYS ? SETTINGS.regionWidth() : SETTINGS.placeWidth());
    Set<String> pairs = new TreeSet<>();
    PairSink sink = (a, b) -> pairs.add(Math.min(a, b) + "-" + Math.max(a, b));
    block.stream()
        .filter(member)
        .forEach(
            row ->
                rule.add(
                    row.getLong(0),
                    row.isNullAt(1) ? EventDays.UNKNOWN : row.getInt(1),
                    row.getLong(2),
                    sink));
    rule.finish(sink);
    return pairs;
  }
}
