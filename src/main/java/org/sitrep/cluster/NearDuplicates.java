package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Articles that copy another one: rows {@code ordinal, original}. Equal texts are found by their
 * hash; others by rare runs of words, and then compared. The earliest article of a group of copies
 * is the original. The rows are persisted; the caller unpersists them.
 */
final class NearDuplicates {

  private NearDuplicates() {}

  /**
   * The copies among all articles.
   *
   * @param entries all articles, see {@link Entries}
   * @param profiles {@code ordinal, profile} of all
   */
  static Dataset<Row> of(Dataset<Row> entries, Dataset<Row> profiles, ClusterSettings settings) {
    Dataset<Row> exact = equal(entries);
    return grouped(exact, Candidates.copies(without(entries, exact)), profiles, settings);
  }

  /**
   * The copies among some articles, no copy or original of which lies outside.
   *
   * @param wanted {@code ordinal} of those some
   * @param profiles {@code ordinal, profile} of them
   */
  static Dataset<Row> of(
      Dataset<Row> entries, Dataset<Row> wanted, Dataset<Row> profiles, ClusterSettings settings) {
    Dataset<Row> exact = Materialised.rows(equal(entries));
    Dataset<Row> suspects = Candidates.copies(without(entries, exact), wanted);
    Dataset<Row> inside =
        exact.join(wanted.select(col("ordinal").as("b")), Cluster.seq("b"), "left_semi");
    Dataset<Row> copies = grouped(inside.select("a", "b"), suspects, profiles, settings);
    exact.unpersist();
    return copies;
  }

  /** Articles of one text, each with the first of them: {@code a, b}. */
  private static Dataset<Row> equal(Dataset<Row> entries) {
    Dataset<Row> first =
        entries
            .where("text_hash is not null")
            .groupBy("text_hash")
            .agg(min("ordinal").as("original"), count(lit(1)).as("articles"))
            .where("articles > 1");
    return entries
        .join(first, "text_hash")
        .where("ordinal > original")
        .select(col("original").as("a"), col("ordinal").as("b"));
  }

  private static Dataset<Row> without(Dataset<Row> entries, Dataset<Row> exact) {
    return entries.join(exact.select(col("b").as("ordinal")), Cluster.seq("ordinal"), "left_anti");
  }

  private static Dataset<Row> grouped(
      Dataset<Row> exact, Dataset<Row> suspected, Dataset<Row> profiles, ClusterSettings settings) {
    Dataset<Row> suspects = Materialised.rows(suspected);
    Dataset<Row> near =
        Comparison.of(
                suspects,
                profiles,
                settings.chunk(),
                (a, first, b, second) -> Copies.isCopy(first, second) ? 1 : 0)
            .where("score > 0")
            .select("a", "b");
    Dataset<Row> components = Components.of(exact.union(near), settings.fewEdges());
    suspects.unpersist();
    Dataset<Row> copies =
        Materialised.rows(
            components
                .where("node <> component")
                .select(col("node").as("ordinal"), col("component").as("original")));
    components.unpersist();
    return copies;
  }
}
