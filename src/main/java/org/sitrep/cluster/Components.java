package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Connected components of a graph: rows {@code node, component}, where a component bears the number
 * of its smallest node. Nodes without an edge are not among the rows.
 *
 * <p>A small graph is solved by one task; a large one by alternating large-star and small-star
 * (Kiveris et al., "Connected Components in MapReduce and Beyond", 2014), in rounds that grow with
 * the logarithm of the longest path.
 */
final class Components {

  private static final StructType MEMBER = StructType.fromDDL("node BIGINT, component BIGINT");

  private Components() {}

  /**
   * The components of the edges {@code a, b}.
   *
   * @param fewEdges up to so many edges one task solves it
   */
  static Dataset<Row> of(Dataset<Row> edges, long fewEdges) {
    Dataset<Row> kept = Materialised.rows(edges.select("a", "b").where("a <> b"));
    boolean few = kept.count() <= fewEdges;
    Dataset<Row> members = few ? inOneTask(kept) : starred(kept);
    Dataset<Row> result = Materialised.rows(members);
    kept.unpersist();
    return result;
  }

  private static Dataset<Row> inOneTask(Dataset<Row> edges) {
    return edges
        .repartition(1)
        .mapPartitions((MapPartitionsFunction<Row, Row>) Components::members, Encoders.row(MEMBER));
  }

  private static Iterator<Row> members(Iterator<Row> edges) {
    List<long[]> list = new ArrayList<>();
    edges.forEachRemaining(row -> list.add(new long[] {row.getLong(0), row.getLong(1)}));
    UnionFind forest =
        UnionFind.of(
            list.stream().mapToLong(edge -> edge[0]).toArray(),
            list.stream().mapToLong(edge -> edge[1]).toArray());
    return IntStream.range(0, forest.nodes().length)
        .mapToObj(i -> RowFactory.create(forest.nodes()[i], forest.component(i)))
        .iterator();
  }

  private static Dataset<Row> starred(Dataset<Row> edges) {
    Dataset<Row> now = edges;
    Row before = null;
    Row state = state(now);
    while (!state.equals(before)) {
      Dataset<Row> large = Materialised.rows(largeStar(now));
      Dataset<Row> small = Materialised.rows(smallStar(large));
      if (now != edges) {
        now.unpersist();
      }
      large.unpersist();
      now = small;
      before = state;
      state = state(now);
    }
    // Every node but the smallest of its component now points to the smallest.
    return now.select(col("b").as("node"), col("a").as("component"))
        .union(now.select(col("a"), col("a")))
        .distinct();
  }

  /** Each node's larger neighbours are joined to its smallest neighbour. */
  private static Dataset<Row> largeStar(Dataset<Row> edges) {
    Dataset<Row> both = edges.select("a", "b").union(edges.select(col("b"), col("a")));
    Dataset<Row> smallest =
        both.groupBy("a").agg(min("b").as("m")).select(col("a"), least(col("a"), col("m")).as("m"));
    return both.join(smallest, "a")
        .where("b > a")
        .select(col("m").as("a"), col("b"))
        .where("a <> b")
        .distinct();
  }

  /** Each node's smaller neighbours and the node itself are joined to the smallest of them. */
  private static Dataset<Row> smallStar(Dataset<Row> edges) {
    Dataset<Row> down = edges.select(expr("greatest(a, b)").as("u"), expr("least(a, b)").as("v"));
    Dataset<Row> smallest = down.groupBy("u").agg(min("v").as("m"));
    return down.join(smallest, "u")
        .select(col("m").as("a"), col("v").as("b"))
        .union(smallest.select(col("m"), col("u")))
        .where("a <> b")
        .distinct();
  }

  private static Row state(Dataset<Row> edges) {
    return edges.agg(count(lit(1)).as("edges"), expr("bit_xor(xxhash64(a, b))").as("hash")).head();
  }
}
