package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.api.java.function.FilterFunction;
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
    Dataset<Row> near =
        Pairs.withProfiles(Candidates.copies(rest), profiles)
            .filter(
                (FilterFunction<Row>)
                    row ->
                        Copies.isCopy(
                            Profile.of(row.<byte[]>getAs("profile_a")),
                            Profile.of(row.<byte[]>getAs("profile_b"))))
            .select("a", "b");
    return Components.of(exact.union(near), settings.fewEdges())
        .where("node <> component")
        .select(col("node").as("ordinal"), col("component").as("original"));
  }
}
