package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;

class ComponentsTest {

  @Test
  void starsFindTheSameAsUnionFind() {
    Random random = new Random(1);
    List<long[]> edges = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      edges.add(new long[] {random.nextInt(150), random.nextInt(150)});
    }
    for (long i = 1000; i < 1010; i++) {
      edges.add(new long[] {i + 1, i});
    }
    edges.removeIf(edge -> edge[0] == edge[1]);
    UnionFind forest =
        UnionFind.of(
            edges.stream().mapToLong(e -> e[0]).toArray(),
            edges.stream().mapToLong(e -> e[1]).toArray());
    Map<Long, Long> expected = new TreeMap<>();
    for (int i = 0; i < forest.nodes().length; i++) {
      expected.put(forest.nodes()[i], forest.component(i));
    }
    assertThat(components(edges, 0)).isEqualTo(expected);
    assertThat(components(edges, 1_000_000)).isEqualTo(expected);
  }

  @Test
  void unionFindNamesAComponentByItsSmallestNode() {
    UnionFind forest = UnionFind.of(new long[] {9, 4, 7}, new long[] {4, 6, 8});
    assertThat(forest.nodes()).containsExactly(4, 6, 7, 8, 9);
    assertThat(new long[] {forest.component(0), forest.component(4), forest.component(3)})
        .containsExactly(4, 4, 7);
  }

  private static Map<Long, Long> components(List<long[]> edges, long fewEdges) {
    Dataset<Row> rows =
        SharedSpark.session()
            .createDataFrame(
                edges.stream().map(edge -> RowFactory.create(edge[0], edge[1])).toList(),
                StructType.fromDDL("a BIGINT, b BIGINT"));
    Map<Long, Long> found = new TreeMap<>();
    for (Row row : Components.of(rows, fewEdges).collectAsList()) {
      found.put(row.getLong(0), row.getLong(1));
    }
    return found;
  }
}
