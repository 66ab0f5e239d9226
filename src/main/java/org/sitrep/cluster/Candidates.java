package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.Arrays;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Pairs of articles that may tell one event: rows {@code a, b} of ordinals, {@code a < b}; a pair
 * that several rules make stands several times. Every rule is linear in the articles: blocks of
 * rare keys are capped, neighbourhoods have a width.
 */
final class Candidates {

  /** A pair of articles by ordinal. */
  static final StructType PAIR = StructType.fromDDL("a BIGINT, b BIGINT");

  private Candidates() {}

  /** Candidate pairs of the articles of {@link Profiles}. */
  static Dataset<Row> pairs(Dataset<Row> profiles, ClusterSettings settings) {
    int regionWidth = settings.regionWidth();
    int placeWidth = settings.placeWidth();
    Dataset<Row> keys = profiles.select(explode(col("keys")).as("key"), col("day"), col("ordinal"));
    Dataset<Row> regions =
        profiles
            .where("day is not null and region is not null")
            .select(col("region").as("key"), col("day"), col("ordinal"));
    Dataset<Row> places =
        profiles
            .where("day is not null and place is not null")
            .select(col("place").as("key"), col("day"), col("ordinal"));
    return byKey(keys)
        .union(
            blocked(
                regions,
                col("day"),
                rows -> new PairIterator(rows, new Neighbourhood(regionWidth))))
        .union(
            blocked(
                places, col("day"), rows -> new PairIterator(rows, new Neighbourhood(placeWidth))));
  }

  /** Pairs of articles that may be copies of each other. */
  static Dataset<Row> copies(Dataset<Row> profiles) {
    Dataset<Row> keys =
        profiles.select(explode(col("copy_keys")).as("key"), col("day"), col("ordinal"));
    return blocked(keys, col("ordinal"), rows -> new PairIterator(rows, new CopyBlocks()));
  }

  /**
   * How the keys are spread, by kind: keys that two or more articles hold, those rare enough to
   * join their articles at any distance in time, the pairs these make, and the articles of the most
   * frequent key.
   */
  static Dataset<Row> counts(Dataset<Row> documents) {
    return Documents.only(documents, "event", "clues")
        .flatMap(
            (FlatMapFunction<Row, Long>)
                row -> Arrays.stream(KeyKind.keys(Documents.record(row))).boxed().iterator(),
            Encoders.LONG())
        .toDF("key")
        .groupBy("key")
        .agg(count(lit(1)).as("articles"))
        .where("articles > 1")
        .map(
            (MapFunction<Row, Row>)
                row -> {
                  KeyKind kind = KeyKind.of(row.getLong(0));
                  return RowFactory.create(kind.name(), row.getLong(1), kind.cap());
                },
            Encoders.row(StructType.fromDDL("kind STRING, articles BIGINT, cap INT")))
        .groupBy("kind")
        .agg(
            count(lit(1)).as("keys"),
            expr("count_if(articles <= cap)").as("rare_keys"),
            expr("sum(if(articles <= cap, articles * (articles - 1) div 2, 0))").as("pairs"),
            max("articles").as("most_articles"));
  }

  private static Dataset<Row> byKey(Dataset<Row> keys) {
    return blocked(keys, col("ordinal"), rows -> new PairIterator(rows, new KeyBlocks()));
  }

  private static Dataset<Row> blocked(
      Dataset<Row> keyed, Column order, MapPartitionsFunction<Row, Row> rule) {
    return keyed
        .repartition(col("key"))
        .sortWithinPartitions(col("key"), order, col("ordinal"))
        .mapPartitions(rule, Encoders.row(PAIR));
  }
}
