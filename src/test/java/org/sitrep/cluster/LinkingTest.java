package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;

class LinkingTest {

  private static final ClusterSettings SMALL = ClusterSettings.of(Map.of("most_members", "3"));

  /** Logits of pairs of articles; of others -6. */
  private final TreeMap<String, Double> logits = new TreeMap<>();

  @Test
  void pairsInsideAComponentCountEvenWhereTheyAreBad() {
    pair(1, 2, 3.0);
    pair(2, 3, 2.0);
    pair(1, 3, -5.5);
    Map<Long, Row> members = members(ClusterSettings.defaults());
    assertThat(cluster(members)).isEqualTo(new TreeMap<>(Map.of(1L, 1L, 2L, 1L, 3L, 3L)));
    assertThat(members.get(1L).getDouble(2)).isCloseTo(0.953, within(0.001));
    assertThat(members.get(3L).getDouble(2)).isEqualTo(1);
  }

  @Test
  void pairThatIsNoEdgeCountsInsideAComponent() {
    pair(1, 2, 1.0);
    pair(2, 3, 1.0);
    pair(1, 3, -0.5);
    assertThat(cluster(members(ClusterSettings.defaults())))
        .isEqualTo(new TreeMap<>(Map.of(1L, 1L, 2L, 1L, 3L, 1L)));
  }

  @Test
  void crowdFallsApartAtItsWeakestPairs() {
    clique(1, 3, 4.0);
    clique(4, 6, 4.0);
    pair(3, 4, 1.0);
    assertThat(cluster(members(SMALL)))
        .isEqualTo(new TreeMap<>(Map.of(1L, 1L, 2L, 1L, 3L, 1L, 4L, 4L, 5L, 4L, 6L, 4L)));
  }

  @Test
  void crowdThatTellsOneEventIsOneClusterThoughNoTaskHoldsIt() {
    clique(1, 40, 9.0);
    assertThat(new TreeSet<>(cluster(members(SMALL)).values())).containsExactly(1L);
  }

  @Test
  void twoStoriesOfACrowdStayTwo() {
    clique(1, 20, 5.0);
    clique(21, 40, 5.0);
    for (int i = 1; i <= 20; i += 5) {
      pair(i, 20 + i, 0.5);
    }
    assertThat(new TreeSet<>(cluster(members(SMALL)).values())).containsExactly(1L, 21L);
  }

  private void pair(long a, long b, double logit) {
    logits.put(a + "-" + b, logit);
  }

  private void clique(long from, long to, double logit) {
    for (long a = from; a <= to; a++) {
      for (long b = a + 1; b <= to; b++) {
        pair(a, b, logit);
      }
    }
  }

  private static Map<Long, Long> cluster(Map<Long, Row> members) {
    Map<Long, Long> clusters = new TreeMap<>();
    members.forEach((ordinal, row) -> clusters.put(ordinal, row.getLong(1)));
    return clusters;
  }

  private Map<Long, Row> members(ClusterSettings settings) {
    List<Row> edges = new ArrayList<>();
    Set<Long> articles = new TreeSet<>();
    logits.forEach(
        (pair, logit) -> {
          long a = Long.parseLong(pair.split("-")[0]);
          long b = Long.parseLong(pair.split("-")[1]);
          articles.addAll(List.of(a, b));
          if (logit > settings.linkThreshold()) {
            edges.add(RowFactory.create(a, b, logit));
          }
        });
    TermWeights weights = TermWeights.of(0, new long[0], new long[0]);
    List<Row> profiles = new ArrayList<>();
    for (long article : articles) {
      Profile profile = Profile.of(TestDocuments.of("id", "", "", null, Set.of()), weights);
      profiles.add(RowFactory.create(article, profile.bytes()));
    }
    TreeMap<String, Double> known = new TreeMap<>(logits);
    Comparison.Score score = (a, first, b, second) -> known.getOrDefault(a + "-" + b, -6.0);
    Map<Long, Row> members = new TreeMap<>();
    Linking.clusters(
            rows(edges, "a BIGINT, b BIGINT, score DOUBLE"),
            rows(profiles, "ordinal BIGINT, profile BINARY"),
            score,
            settings)
        .collectAsList()
        .forEach(row -> members.put(row.getLong(0), row));
    return members;
  }

  private static Dataset<Row> rows(List<Row> rows, String schema) {
    return SharedSpark.session().createDataFrame(rows, StructType.fromDDL(schema));
  }
}
