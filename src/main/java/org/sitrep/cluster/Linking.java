package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * Links articles to clusters: rows {@code ordinal, cluster, similarity, component} for the articles
 * that have any company; the others stay alone.
 *
 * <p>Two clusters can only be merged over a pair above the threshold, so the components of those
 * pairs are linked one by one, each by one task, which scores every pair inside it. A component of
 * more than {@code most_members} articles, a crowd, does not fit: there the pairs that hold it
 * together must be ever better, half a logit more each time, until it falls apart; what is still
 * too large at the highest logit is cut in the order of publication. The clusters of a crowd's
 * parts are then linked over samples of their articles ({@link Crowds}). Each such case is logged.
 */
final class Linking {

  private static final System.Logger LOG = System.getLogger(Linking.class.getName());
  private static final StructType MEMBER =
      StructType.fromDDL("ordinal BIGINT, cluster BIGINT, similarity DOUBLE, component BIGINT");

  private static final StructType PART =
      StructType.fromDDL("node BIGINT, component BIGINT, crowd BIGINT");

  private Linking() {}

  /**
   * The clusters, persisted; the caller unpersists them.
   *
   * @param edges pairs above the threshold, {@code a, b, score}
   * @param profiles the articles, with {@code ordinal} and {@code profile}
   */
  static Dataset<Row> clusters(
      Dataset<Row> edges, Dataset<Row> profiles, Comparison.Score logit, ClusterSettings settings) {
    Dataset<Row> parts = parts(edges, settings);
    double threshold = settings.linkThreshold();
    double clip = settings.clip();
    Dataset<Row> clusters =
        Materialised.rows(
            parts
                .join(
                    profiles.select(col("ordinal").as("node"), col("profile")), Cluster.seq("node"))
                .select("component", "node", "profile", "crowd")
                .repartition(col("component"))
                .sortWithinPartitions("component", "node")
                .mapPartitions(
                    (MapPartitionsFunction<Row, Row>)
                        rows -> new Groups(rows, group -> members(group, logit, threshold, clip)),
                    Encoders.row(MEMBER)));
    Dataset<Row> crowds = parts.where("crowd is not null").select("node", "crowd");
    Dataset<Row> linked =
        crowds.isEmpty()
            ? clusters
            : Crowds.linked(clusters, crowds, edges, profiles, logit, settings);
    parts.unpersist();
    return linked;
  }

  /** The members of the clusters of one part, of rows {@code part, ordinal, profile, crowd}. */
  private static List<Row> members(
      List<Row> part, Comparison.Score logit, double threshold, double clip) {
    int size = part.size();
    List<Profile> profiles = part.stream().map(row -> Profile.of((byte[]) row.get(2))).toList();
    int[] a = new int[size * (size - 1) / 2];
    int[] b = new int[a.length];
    double[] logits = new double[a.length];
    int pair = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        a[pair] = i;
        b[pair] = j;
        logits[pair++] =
            logit.of(
                part.get(i).getLong(1), profiles.get(i), part.get(j).getLong(1), profiles.get(j));
      }
    }
    int[] clusters = Agglomeration.of(threshold, clip).clusters(size, a, b, logits);
    double[] similarities = Similarities.of(clusters, a, b, logits, clip);
    Row any = part.get(0);
    long component = any.isNullAt(3) ? any.getLong(0) : any.getLong(3);
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                RowFactory.create(
                    part.get(i).getLong(1),
                    part.get(clusters[i]).getLong(1),
                    similarities[i],
                    component))
        .toList();
  }

  /** Parts that fit in a task: {@code node, component, crowd}; persisted. */
  private static Dataset<Row> parts(Dataset<Row> edges, ClusterSettings settings) {
    int most = settings.mostMembers();
    Column members = count(lit(1)).over(Window.partitionBy("component"));
    Dataset<Row> components = Components.of(edges, settings.fewEdges());
    Dataset<Row> all =
        Materialised.rows(
            components.select(
                col("node"),
                col("component"),
                when(members.gt(most), col("component")).as("crowd")));
    components.unpersist();
    Dataset<Row> crowds = all.where("crowd is not null");
    long articles = crowds.count();
    if (articles == 0) {
      return all;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} articles lie in groups of more than {1}, which are linked in parts",
        articles,
        most);
    double lowest = settings.linkThreshold();
    double highest = settings.clip();
    Dataset<Row> told =
        edges
            .join(crowds.select(col("node").as("a"), col("crowd")), "a")
            .select("crowd", "a", "b", "score")
            .repartition(col("crowd"))
            .sortWithinPartitions("crowd", "a", "b")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> new Groups(rows, group -> parts(group, lowest, highest, most)),
                Encoders.row(PART));
    Dataset<Row> parts = Materialised.rows(all.where("crowd is null").union(told));
    all.unpersist();
    return parts;
  }

  /** The parts of one crowd, of rows {@code crowd, a, b, score}. */
  private static List<Row> parts(List<Row> edges, double lowest, double highest, int most) {
    Parts graph =
        Parts.of(
            edges.stream().mapToLong(edge -> edge.getLong(1)).toArray(),
            edges.stream().mapToLong(edge -> edge.getLong(2)).toArray(),
            edges.stream().mapToDouble(edge -> edge.getDouble(3)).toArray());
    long crowd = edges.get(0).getLong(0);
    long[] nodes = graph.nodes();
    long[] parts = graph.fitting(lowest, highest, most);
    return IntStream.range(0, nodes.length)
        .mapToObj(i -> RowFactory.create(nodes[i], parts[i], crowd))
        .toList();
  }
}
