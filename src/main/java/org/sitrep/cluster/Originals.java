package org.sitrep.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Articles ready to be clustered: copies set aside, candidate pairs made of the others.
 *
 * @param entries the articles to cluster, {@code ordinal, article_id, published_date} and more
 * @param profiles {@code ordinal, profile} of them
 * @param copies {@code ordinal, original}
 * @param candidates {@code a, b}, a pair as often as keys make it
 * @param blocks a line that tells how many blocks the candidates come from
 */
record Originals(
    Dataset<Row> entries,
    Dataset<Row> profiles,
    Dataset<Row> copies,
    Dataset<Row> candidates,
    String blocks) {

  /** All articles of a table {@code documents}, persisted; the caller releases them. */
  static Originals of(
      Dataset<Row> documents, Broadcast<TermWeights> weights, ClusterSettings settings) {
    Dataset<Row> entries = Entries.of(documents, weights);
    Dataset<Row> profiles = entries.select("ordinal", "profile");
    Dataset<Row> copies = NearDuplicates.of(entries, profiles, settings);
    BlockCounts counts = new BlockCounts(documents.sparkSession().sparkContext());
    Dataset<Row> candidates =
        Materialised.rows(
            Candidates.pairs(
                entries.join(copies, Cluster.seq("ordinal"), "left_anti"), settings, counts));
    return new Originals(entries, profiles, copies, candidates, counts.told());
  }

  /**
   * Members of clusters: {@code ordinal, article_id, published_date, cluster, component,
   * similarity, duplicate_of}, clusters and components named by their earliest ordinal; persisted.
   */
  Dataset<Row> members(Comparison.Score logit, ClusterSettings settings) {
    Dataset<Row> edges =
        Materialised.rows(
            Comparison.of(candidates, profiles, settings.chunk(), logit)
                .where(col("score").gt(settings.linkThreshold())));
    Dataset<Row> clusters = Linking.clusters(edges, profiles, logit, settings);
    Dataset<Row> ids = entries.select("ordinal", "article_id", "published_date");
    Dataset<Row> members =
        Materialised.rows(
            ids.join(copies, Cluster.seq("ordinal"), "left")
                .withColumn("witness", coalesce(col("original"), col("ordinal")))
                .join(
                    clusters.withColumnRenamed("ordinal", "witness"),
                    Cluster.seq("witness"),
                    "left")
                .join(
                    ids.select(col("ordinal").as("original"), col("article_id").as("duplicate_of")),
                    Cluster.seq("original"),
                    "left")
                .select(
                    col("ordinal"),
                    col("article_id"),
                    col("published_date"),
                    coalesce(col("cluster"), col("witness")).as("cluster"),
                    coalesce(col("component"), col("witness")).as("component"),
                    coalesce(col("similarity"), lit(1.0)).as("similarity"),
                    col("duplicate_of")));
    clusters.unpersist();
    edges.unpersist();
    return members;
  }

  /** Lets go of what is persisted. */
  void release() {
    candidates.unpersist();
    copies.unpersist();
    profiles.unpersist();
    entries.unpersist();
  }
}
