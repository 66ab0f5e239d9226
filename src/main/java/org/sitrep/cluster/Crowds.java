package org.sitrep.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * Links the clusters of a crowd, that is of a component that was too large for one task: what its
 * parts tell in common is one event. Average link as inside a part, but over a sample of each
 * cluster: up to {@value #SAMPLE} articles, evenly spread over its days. Two clusters without an
 * edge between them count as the most unlikely pair.
 */
final class Crowds {

  private static final int SAMPLE = 6;
  private static final StructType MERGED = StructType.fromDDL("cluster BIGINT, merged BIGINT");

  private Crowds() {}

  /**
   * All clusters, those of crowds linked; persisted, and the given ones unpersisted.
   *
   * @param clusters {@code ordinal, cluster, similarity, component}
   * @param crowds the articles of crowds, {@code node, crowd}
   */
  static Dataset<Row> linked(
      Dataset<Row> clusters,
      Dataset<Row> crowds,
      Dataset<Row> edges,
      Dataset<Row> profiles,
      Comparison.Score logit,
      ClusterSettings settings) {
    Dataset<Row> members =
        Materialised.rows(
            clusters
                .join(crowds.withColumnRenamed("node", "ordinal"), Cluster.seq("ordinal"))
                .withColumn("size", count(lit(1)).over(Window.partitionBy("cluster")))
                .withColumn(
                    "rank", expr("row_number() over (partition by cluster order by ordinal)")));
    Dataset<Row> sample =
        members
            .where("(rank - 1) * " + SAMPLE + " div size <> rank * " + SAMPLE + " div size")
            .select("ordinal", "cluster");
    Dataset<Row> bridges =
        edges
            .join(side(members, "a"), "a")
            .join(side(members, "b").drop("crowd"), "b")
            .where("of_a <> of_b")
            .select(
                col("crowd"),
                expr("least(of_a, of_b)").as("of_a"),
                expr("greatest(of_a, of_b)").as("of_b"),
                expr("if(of_a < of_b, size_a, size_b)").as("size_a"),
                expr("if(of_a < of_b, size_b, size_a)").as("size_b"))
            .distinct();
    bridges = Materialised.rows(bridges);
    Dataset<Row> pairs =
        Materialised.rows(
            bridges
                .join(sample.toDF("x", "of_a"), "of_a")
                .join(sample.toDF("y", "of_b"), "of_b")
                .select(expr("least(x, y)").as("a"), expr("greatest(x, y)").as("b")));
    // Summed in millionths, so that the order does not matter.
    String clipped =
        "cast(round(least(greatest(score, -%1$s), %1$s) * 1e6) as bigint)"
            .formatted(settings.clip());
    Dataset<Row> means =
        Comparison.of(pairs, profiles, settings.chunk(), logit)
            .join(sample.toDF("a", "cluster_a"), "a")
            .join(sample.toDF("b", "cluster_b"), "b")
            .groupBy(
                expr("least(cluster_a, cluster_b)").as("of_a"),
                expr("greatest(cluster_a, cluster_b)").as("of_b"))
            .agg(expr("sum(" + clipped + ") / 1e6 / count(*)").as("mean"));
    double threshold = settings.linkThreshold();
    double clip = settings.clip();
    Dataset<Row> merged =
        bridges
            .join(means, Cluster.seq("of_a", "of_b"))
            .select("crowd", "of_a", "of_b", "size_a", "size_b", "mean")
            .repartition(col("crowd"))
            .sortWithinPartitions("crowd", "of_a", "of_b")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> new Groups(rows, crowd -> merged(crowd, threshold, clip)),
                Encoders.row(MERGED));
    Dataset<Row> linked =
        Materialised.rows(
            clusters
                .join(merged, Cluster.seq("cluster"), "left")
                .select(
                    col("ordinal"),
                    coalesce(col("merged"), col("cluster")).as("cluster"),
                    col("similarity"),
                    col("component")));
    List.of(members, bridges, pairs, clusters).forEach(Dataset::unpersist);
    return linked;
  }

  /** The cluster of one end of an edge, its size, and the crowd. */
  private static Dataset<Row> side(Dataset<Row> members, String end) {
    return members.select(
        col("ordinal").as(end),
        col("cluster").as("of_" + end),
        col("size").as("size_" + end),
        col("crowd"));
  }

  /** The clusters of one crowd, of rows {@code crowd, of_a, of_b, size_a, size_b, mean}. */
  private static List<Row> merged(List<Row> crowd, double threshold, double clip) {
    TreeMap<Long, Long> sizes = new TreeMap<>();
    crowd.forEach(
        row -> {
          sizes.put(row.getLong(1), row.getLong(3));
          sizes.put(row.getLong(2), row.getLong(4));
        });
    long[] clusters = sizes.keySet().stream().mapToLong(Long::longValue).toArray();
    int[] merged =
        Agglomeration.of(threshold, clip)
            .clusters(
                sizes.values().stream().mapToInt(Long::intValue).toArray(),
                crowd.stream().mapToInt(row -> index(clusters, row.getLong(1))).toArray(),
                crowd.stream().mapToInt(row -> index(clusters, row.getLong(2))).toArray(),
                crowd.stream().mapToDouble(row -> row.getDouble(5)).toArray());
    return IntStream.range(0, clusters.length)
        .mapToObj(i -> RowFactory.create(clusters[i], clusters[merged[i]]))
        .toList();
  }

  private static int index(long[] clusters, long cluster) {
    return Arrays.binarySearch(clusters, cluster);
  }
}
