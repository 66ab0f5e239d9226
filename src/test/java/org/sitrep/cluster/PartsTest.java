package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartsTest {

  private final List<double[]> edges = new ArrayList<>();

  @Test
  void whatFitsStaysWhole() {
    chain(1, 5, 1.0);
    assertThat(parts(5)).isEqualTo(Map.of(1L, 5L));
  }

  @Test
  void weakestEdgesGoFirst() {
    chain(1, 4, 3.0);
    chain(5, 8, 3.0);
    edges.add(new double[] {4, 5, 1.2});
    assertThat(parts(4)).isEqualTo(Map.of(1L, 4L, 5L, 4L));
  }

  @Test
  void partThatFitsKeepsItsWeakEdges() {
    chain(1, 6, 2.0);
    edges.add(new double[] {6, 7, 0.3});
    chain(7, 8, 0.7);
    assertThat(parts(6)).isEqualTo(Map.of(1L, 6L, 7L, 2L));
  }

  @Test
  void whatHoldsTogetherIsPutTogetherAnew() {
    chain(1, 100, 9.0);
    Map<Long, Long> parts = parts(7);
    assertThat(parts.values()).allMatch(size -> size <= 7);
    assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
    assertThat(parts).hasSizeLessThan(30);
  }

  private void chain(long from, long to, double score) {
    for (long node = from; node < to; node++) {
      edges.add(new double[] {node, node + 1, score});
    }
  }

  /** The size of each part by its name. */
  private Map<Long, Long> parts(int most) {
    Parts graph =
        Parts.of(
            edges.stream().mapToLong(edge -> (long) edge[0]).toArray(),
            edges.stream().mapToLong(edge -> (long) edge[1]).toArray(),
            edges.stream().mapToDouble(edge -> edge[2]).toArray());
    return java.util.Arrays.stream(graph.fitting(0, 6, most))
        .boxed()
        .collect(Collectors.groupingBy(part -> part, TreeMap::new, Collectors.counting()));
  }
}
