package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/** Scores candidate pairs: rows {@code a, b, logit}. */
final class Pairs {

  private static final StructType SCORED = StructType.fromDDL("a BIGINT, b BIGINT, logit DOUBLE");

  private Pairs() {}

  /** The pairs with the profiles of both articles. */
  static Dataset<Row> withProfiles(Dataset<Row> pairs, Dataset<Row> profiles) {
    Dataset<Row> a = profiles.select(col("ordinal").as("a"), col("profile").as("profile_a"));
    Dataset<Row> b = profiles.select(col("ordinal").as("b"), col("profile").as("profile_b"));
    return pairs.join(b, "b").join(a, "a").select("a", "b", "profile_a", "profile_b");
  }

  /**
   * Scores the candidates, then pairs the neighbours of each article with each other, for friends
   * of friends share events that share no rare key; persisted, the caller unpersists it.
   */
  static Dataset<Row> scored(
      Dataset<Row> candidates, Dataset<Row> profiles, ClusterSettings settings) {
    Dataset<Row> all = Materialised.rows(scored(candidates, profiles));
    for (int round = 0; round < settings.completionRounds(); round++) {
      Dataset<Row> friends =
          friends(all, settings)
              .join(
                  all,
                  scala.jdk.javaapi.CollectionConverters.asScala(List.of("a", "b")).toSeq(),
                  "left_anti");
      Dataset<Row> more = Materialised.rows(all.union(scored(friends, profiles)));
      all.unpersist();
      all = more;
    }
    return all;
  }

  private static Dataset<Row> scored(Dataset<Row> pairs, Dataset<Row> profiles) {
    return withProfiles(pairs, profiles)
        .mapPartitions((MapPartitionsFunction<Row, Row>) Scores::new, Encoders.row(SCORED));
  }

  private static Dataset<Row> friends(Dataset<Row> scored, ClusterSettings settings) {
    Dataset<Row> near = scored.where(col("logit").gt(settings.completionFloor()));
    Dataset<Row> both =
        near.select(col("a").as("article"), col("b").as("friend"), col("logit"))
            .union(near.select(col("b"), col("a"), col("logit")));
    return both.withColumn(
            "rank",
            row_number().over(Window.partitionBy("article").orderBy(desc("logit"), col("friend"))))
        .where(col("rank").leq(settings.neighbours()))
        .groupBy("article")
        .agg(collect_list("friend").as("friends"))
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> pairs(row.getList(1)), Encoders.row(Candidates.PAIR))
        .distinct();
  }

  private static Iterator<Row> pairs(List<Long> friends) {
    List<Row> pairs = new ArrayList<>();
    for (int i = 0; i < friends.size(); i++) {
      for (int j = i + 1; j < friends.size(); j++) {
        long a = friends.get(i);
        long b = friends.get(j);
        pairs.add(RowFactory.create(Math.min(a, b), Math.max(a, b)));
      }
    }
    return pairs.iterator();
  }

  /** One partition's pairs; rows of one first article mostly follow each other. */
  private static final class Scores implements Iterator<Row> {
    private final Iterator<Row> rows;
    private long ordinal = -1;
    private Profile first;

    Scores(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      if (row.getLong(0) != ordinal) {
        ordinal = row.getLong(0);
        first = Profile.of((byte[]) row.get(2));
      }
      double[] features = PairFeatures.of(first, Profile.of((byte[]) row.get(3)));
      return RowFactory.create(ordinal, row.getLong(1), PairWeights.shipped().logit(features));
    }
  }
}
