package org.sitrep.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Links scored pairs to clusters: rows {@code ordinal, cluster, similarity} for the articles that
 * have any company; the others stay alone.
 *
 * <p>Two clusters can only be merged over a pair above the threshold, so the components of those
 * pairs are linked one by one, each by one task, with all scored pairs inside it. A component of
 * more than {@code most_members} articles does not fit: there the pairs that hold it together must
 * be ever better, a logit more each time, until it falls apart; what is still too large at the
 * highest logit is cut in the order of publication. Each such case is logged.
 */
final class Linking {

  private static final System.Logger LOG = System.getLogger(Linking.class.getName());
  private static final StructType MEMBER =
      StructType.fromDDL("ordinal BIGINT, cluster BIGINT, similarity DOUBLE");

  private Linking() {}

  /** The clusters of the scored pairs {@code a, b, score}. */
  static Dataset<Row> clusters(Dataset<Row> scored, ClusterSettings settings) {
    Dataset<Row> membership = components(scored, settings);
    Dataset<Row> inside =
        scored
            .join(membership.toDF("a", "component"), "a")
            .join(membership.toDF("b", "component_b"), "b")
            .where("component = component_b")
            .select("component", "a", "b", "score");
    double threshold = settings.linkThreshold();
    double clip = settings.clip();
    Dataset<Row> clusters =
        Materialised.rows(
            inside
                .repartition(col("component"))
                .sortWithinPartitions("component", "a", "b")
                .mapPartitions(
                    (MapPartitionsFunction<Row, Row>) rows -> new Clusters(rows, threshold, clip),
                    Encoders.row(MEMBER)));
    membership.unpersist();
    return clusters;
  }

  private static Dataset<Row> components(Dataset<Row> scored, ClusterSettings settings) {
    long most = settings.mostMembers();
    Dataset<Row> membership = linkedAbove(scored, settings.linkThreshold(), settings);
    for (double level = settings.linkThreshold() + 1; ; level++) {
      Dataset<Row> large =
          membership
              .groupBy("component")
              .agg(count(lit(1)).as("members"))
              .where(col("members").gt(most))
              .select("component");
      long cases = large.count();
      if (cases == 0) {
        return membership;
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} components of more than {1} articles: linked by pairs above {2} only",
          cases,
          most,
          Math.min(level, settings.clip()));
      Dataset<Row> crowd = membership.join(large, "component");
      Dataset<Row> fitting = membership.join(large, seq("component"), "left_anti");
      Dataset<Row> parts =
          level < settings.clip() ? loosened(crowd, scored, level, settings) : cut(crowd, most);
      membership = Materialised.rows(fitting.select("node", "component").union(parts));
    }
  }

  private static Dataset<Row> linkedAbove(
      Dataset<Row> scored, double level, ClusterSettings settings) {
    return Components.of(scored.where(col("score").gt(level)), settings.fewEdges());
  }

  private static Dataset<Row> loosened(
      Dataset<Row> crowd, Dataset<Row> scored, double level, ClusterSettings settings) {
    Dataset<Row> inside =
        scored
            .join(crowd.select(col("node").as("a")), "a")
            .join(crowd.select(col("node").as("b")), "b");
    Dataset<Row> parts = linkedAbove(inside, level, settings).toDF("node", "part");
    return crowd
        .join(parts, seq("node"), "left")
        .select(col("node"), coalesce(col("part"), col("node")).as("component"));
  }

  private static Dataset<Row> cut(Dataset<Row> crowd, long most) {
    return crowd
        .withColumn(
            "run",
            expr(
                "floor((row_number() over (partition by component order by node) - 1) / "
                    + most
                    + ")"))
        .withColumn(
            "part",
            min("node")
                .over(org.apache.spark.sql.expressions.Window.partitionBy("component", "run")))
        .select(col("node"), col("part").as("component"));
  }

  private static scala.collection.immutable.Seq<String> seq(String column) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(column)).toSeq();
  }

  /** The clusters of one component after the other. */
  private static final class Clusters implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final double threshold;
    private final double clip;
    private Row ahead;
    private Iterator<Row> members = List.<Row>of().iterator();

    Clusters(Iterator<Row> rows, double threshold, double clip) {
      this.rows = rows;
      this.threshold = threshold;
      this.clip = clip;
      this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!members.hasNext() && ahead != null) {
        long component = ahead.getLong(0);
        List<Row> pairs = new ArrayList<>();
        while (ahead != null && ahead.getLong(0) == component) {
          pairs.add(ahead);
          ahead = rows.hasNext() ? rows.next() : null;
        }
        members = members(pairs).iterator();
      }
      return members.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return members.next();
    }

    private List<Row> members(List<Row> pairs) {
      long[] ordinals =
          LongStream.concat(
                  pairs.stream().mapToLong(row -> row.getLong(1)),
                  pairs.stream().mapToLong(row -> row.getLong(2)))
              .sorted()
              .distinct()
              .toArray();
      int[] a = pairs.stream().mapToInt(r -> Arrays.binarySearch(ordinals, r.getLong(1))).toArray();
      int[] b = pairs.stream().mapToInt(r -> Arrays.binarySearch(ordinals, r.getLong(2))).toArray();
      double[] logits = pairs.stream().mapToDouble(row -> row.getDouble(3)).toArray();
      int[] clusters = Agglomeration.of(threshold, clip).clusters(ordinals.length, a, b, logits);
      double[] similarities = Similarities.of(clusters, a, b, logits, clip);
      List<Row> members = new ArrayList<>(ordinals.length);
      for (int i = 0; i < ordinals.length; i++) {
        members.add(RowFactory.create(ordinals[i], ordinals[clusters[i]], similarities[i]));
      }
      return members;
    }
  }
}
