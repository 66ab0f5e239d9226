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
 * is the original.
 */
final class NearDuplicates {

  private NearDuplicates() {}

  /** The copies among the articles of {@link Profiles}. */
  static Dataset<Row> of(Dataset<Row> profiles, ClusterSettings settings) {
    Dataset<Row> equal =
        profiles
            .where("text_hash is not null")
            .groupBy("text_hash")
            .agg(min("ordinal").as("original"), count(lit(1)).as("articles"))
            .where("articles > 1");
    Dataset<Row> exact =
        profiles
            .join(equal, "text_hash")
            .where("ordinal > original")
            .select(col("original").as("a"), col("ordinal").as("b"));
    Dataset<Row> rest =
        profiles.join(exact, profiles.col("ordinal").equalTo(exact.col("b")), "left_anti");
    Dataset<Row> suspects = Materialised.rows(Candidates.copies(rest));
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
    return components
        .where("node <> component")
        .select(col("node").as("ordinal"), col("component").as("original"));
  }
}
