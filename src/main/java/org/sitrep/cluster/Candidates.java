package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Pairs of articles that may tell one event: rows {@code a, b} of ordinals, {@code a < b}; a pair
 * that several keys make stands several times. The work is linear in the articles: blocks of rare
 * keys are capped, neighbourhoods have a width.
 */
final class Candidates {

  /** A pair of articles by ordinal. */
  static final StructType PAIR = StructType.fromDDL("a BIGINT, b BIGINT");

  private Candidates() {}

  /** Candidate pairs of the articles of {@link Profiles}; their blocks are counted on the way. */
  static Dataset<Row> pairs(Dataset<Row> profiles, ClusterSettings settings, BlockCounts counts) {
    return blocked(
        profiles, "keys", rows -> new PairIterator(rows, new CandidateBlocks(settings, counts)));
  }

  /** Pairs of articles that may be copies of each other. */
  static Dataset<Row> copies(Dataset<Row> profiles) {
    return blocked(profiles, "copy_keys", rows -> new PairIterator(rows, new CopyBlocks()));
  }

  private static Dataset<Row> blocked(
      Dataset<Row> profiles, String keys, MapPartitionsFunction<Row, Row> rule) {
    return profiles
        .select(explode(col(keys)).as("key"), col("day"), col("ordinal"))
        .repartition(col("key"))
        .sortWithinPartitions(col("key"), col("day"), col("ordinal"))
        .mapPartitions(rule, Encoders.row(PAIR));
  }
}
