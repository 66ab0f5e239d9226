package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;

class LinkingTest {

  private static final ClusterSettings SMALL = ClusterSettings.of(Map.of("most_members", "3"));

  @Test
  void pairsInsideAComponentCountEvenWhereTheyAreBad() {
    List<Row> pairs =
        List.of(
            RowFactory.create(1L, 2L, 3.0),
            RowFactory.create(2L, 3L, 2.0),
            RowFactory.create(1L, 3L, -5.5));
    Map<Long, Row> members = members(pairs, ClusterSettings.defaults());
    assertThat(cluster(members)).isEqualTo(new TreeMap<>(Map.of(1L, 1L, 2L, 1L, 3L, 3L)));
    assertThat(members.get(1L).getDouble(2)).isCloseTo(0.953, within(0.001));
    assertThat(members.get(3L).getDouble(2)).isEqualTo(1);
  }

  @Test
  void crowdFallsApartAtItsWeakestPairs() {
    List<Row> pairs = new ArrayList<>();
    clique(pairs, 1, 3, 4.0);
    clique(pairs, 4, 6, 4.0);
    pairs.add(RowFactory.create(3L, 4L, 1.0));
    assertThat(cluster(members(pairs, SMALL)))
        .isEqualTo(new TreeMap<>(Map.of(1L, 1L, 2L, 1L, 3L, 1L, 4L, 4L, 5L, 4L, 6L, 4L)));
  }

  @Test
  void crowdThatHoldsTogetherIsCutInOrder() {
    List<Row> pairs = new ArrayList<>();
    clique(pairs, 1, 7, 9.0);
    Map<Long, Long> clusters = cluster(members(pairs, SMALL));
    assertThat(clusters).containsEntry(1L, 1L).containsEntry(3L, 1L).containsEntry(4L, 4L);
    assertThat(clusters).containsEntry(6L, 4L);
    assertThat(clusters.getOrDefault(7L, 7L)).isEqualTo(7);
  }

  private static void clique(List<Row> pairs, long from, long to, double logit) {
    for (long a = from; a <= to; a++) {
      for (long b = a + 1; b <= to; b++) {
        pairs.add(RowFactory.create(a, b, logit));
      }
    }
  }

  private static Map<Long, Long> cluster(Map<Long, Row> members) {
    Map<Long, Long> clusters = new TreeMap<>();
    members.forEach((ordinal, row) -> clusters.put(ordinal, row.getLong(1)));
    return clusters;
  }

  private static Map<Long, Row> members(List<Row> pairs, ClusterSettings settings) {
    Dataset<Row> scored =
        SharedSpark.session()
            .createDataFrame(pairs, StructType.fromDDL("a BIGINT, b BIGINT, score DOUBLE"));
    Map<Long, Row> members = new TreeMap<>();
    Linking.clusters(scored, settings)
        .collectAsList()
        .forEach(row -> members.put(row.getLong(0), row));
    return members;
  }
}
