package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Scores candidate pairs: rows {@code a, b, score}, where the score is the model's logit. */
final class Pairs {

  private Pairs() {}

  /**
   * Scores the candidates, then pairs the neighbours of each article with each other, for friends
   * of friends share events that share no rare key; persisted, the caller unpersists it.
   */
  static Dataset<Row> scored(
      Dataset<Row> candidates, Dataset<Row> profiles, ClusterSettings settings) {
    Comparison.Score logit = (a, b) -> PairWeights.shipped().logit(PairFeatures.of(a, b));
    Dataset<Row> pairs = Materialised.rows(candidates);
    Dataset<Row> all = Materialised.rows(Comparison.of(pairs, profiles, settings.chunk(), logit));
    pairs.unpersist();
    for (int round = 0; round < settings.completionRounds(); round++) {
      Dataset<Row> friends = Materialised.rows(friends(all, settings));
      Dataset<Row> more =
          Materialised.rows(Comparison.of(friends, all, profiles, settings.chunk(), logit));
      friends.unpersist();
      all.unpersist();
      all = more;
    }
    return all;
  }

  /** The best neighbours of each article, paired with each other. */
  private static Dataset<Row> friends(Dataset<Row> scored, ClusterSettings settings) {
    Dataset<Row> near = scored.where(col("score").gt(settings.completionFloor()));
    int most = settings.neighbours();
    return near.select(col("a").as("article"), col("b").as("friend"), col("score"))
        .union(near.select(col("b"), col("a"), col("score")))
        .repartition(col("article"))
        .sortWithinPartitions(col("article"), col("score").desc(), col("friend"))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Friends(rows, most),
            Encoders.row(Candidates.PAIR));
  }

  /** The friends of one article after the other, best first: each is paired with those before. */
  private static final class Friends implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int most;
    private final List<Long> friends = new ArrayList<>();
    private final Queue<Row> pairs = new ArrayDeque<>();
    private long article = -1;

    Friends(Iterator<Row> rows, int most) {
      this.rows = rows;
      this.most = most;
    }

    @Override
    public boolean hasNext() {
      while (pairs.isEmpty() && rows.hasNext()) {
        Row row = rows.next();
        if (row.getLong(0) != article) {
          article = row.getLong(0);
          friends.clear();
        }
        if (friends.size() < most) {
          long friend = row.getLong(1);
          for (long other : friends) {
            pairs.add(RowFactory.create(Math.min(friend, other), Math.max(friend, other)));
          }
          friends.add(friend);
        }
      }
      return !pairs.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return pairs.remove();
    }
  }
}
