package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
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

  /**
   * Candidate pairs of articles; their blocks are counted on the way.
   *
   * @param originals all articles that stand in blocks, {@code keys, day, ordinal}
   */
  static Dataset<Row> pairs(Dataset<Row> originals, ClusterSettings settings, BlockCounts counts) {
    return paired(members(originals, "keys"), candidates(settings, counts));
  }

  /**
   * The same among some of the articles only; the others stand in their blocks all the same.
   *
   * @param wanted {@code ordinal} of those some
   */
  static Dataset<Row> pairs(
      Dataset<Row> originals, Dataset<Row> wanted, ClusterSettings settings, BlockCounts counts) {
    return among(
        paired(membersMet(originals, wanted, "keys"), candidates(settings, counts)), wanted);
  }

  /**
   * Pairs of articles that may be copies of each other.
   *
   * @param entries all articles that stand in blocks, {@code copy_keys, day, ordinal}
   */
  static Dataset<Row> copies(Dataset<Row> entries) {
    return paired(members(entries, "copy_keys"), Candidates::suspects);
  }

  /** The same among some of the articles only. */
  static Dataset<Row> copies(Dataset<Row> entries, Dataset<Row> wanted) {
    return among(paired(membersMet(entries, wanted, "copy_keys"), Candidates::suspects), wanted);
  }

  /** The members of all blocks: {@code key, day, ordinal} and further columns. */
  static Dataset<Row> members(Dataset<Row> entries, String keys, String... more) {
    return entries.select(
        Stream.concat(
                Stream.of(explode(col(keys)).as("key"), col("day"), col("ordinal")),
                Arrays.stream(more).map(name -> col(name)))
            .toArray(Column[]::new));
  }

  /** The members of the blocks in which wanted articles stand. */
  private static Dataset<Row> membersMet(Dataset<Row> entries, Dataset<Row> wanted, String keys) {
    Dataset<Row> met =
        members(entries.join(wanted.select("ordinal"), Cluster.seq("ordinal"), "left_semi"), keys)
            .select("key")
            .distinct();
    return members(entries, keys).join(met, Cluster.seq("key"), "left_semi");
  }

  private static MapPartitionsFunction<Row, Row> candidates(
      ClusterSettings settings, BlockCounts counts) {
    return rows -> new PairIterator(rows, new CandidateBlocks(settings, counts));
  }

  private static Iterator<Row> suspects(Iterator<Row> rows) {
    return new PairIterator(rows, new CopyBlocks());
  }

  private static Dataset<Row> paired(Dataset<Row> members, MapPartitionsFunction<Row, Row> rule) {
    return members
        .repartition(col("key"))
        .sortWithinPartitions(col("key"), col("day"), col("ordinal"))
        .mapPartitions(rule, Encoders.row(PAIR));
  }

  private static Dataset<Row> among(Dataset<Row> pairs, Dataset<Row> wanted) {
    Dataset<Row> some = wanted.select("ordinal");
    return pairs
        .join(some.toDF("a"), Cluster.seq("a"), "left_semi")
        .join(some.toDF("b"), Cluster.seq("b"), "left_semi")
        .select("a", "b");
  }
}
