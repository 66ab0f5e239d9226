package org.sitrep.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Step 3 of 6: {@code documents} to {@code clusters} and {@code incident_articles}.
 *
 * <p>Copies are set aside first. Originals that share a rare word, name or street, or a region
 * within a week, are candidates; a logistic model over {@link PairFeatures} scores each pair, and
 * the likely ones are edges; inside each component of the edges every pair is scored and greedy
 * average link makes clusters; copies join their original. The result is a function of the
 * documents, the statistics and the ids given before: neither the order of the rows nor their
 * partitioning changes it.
 */
public final class Cluster {

  private Cluster() {}

  /**
   * The statistics of a corpus that weigh a shared term: a table {@code document_frequencies}.
   *
   * @param documents the corpus, a table {@code documents}
   */
  public static Dataset<Row> documentFrequencies(Dataset<Row> documents) {
    return DocumentFrequencies.of(documents);
  }

  /**
   * The clusters of all articles, a table {@code clusters}. Where the run before left clusters that
   * these rules made, only what new articles touch is clustered anew; the result is the same. The
   * rows are persisted; the caller unpersists them.
   *
   * @param documents all documents of the output
   * @param documentFrequencies frozen statistics, of these or other documents
   * @param before the clusters of the run before; may be empty
   * @param notes takes what is to tell of the run: how many blocks of candidates there were
   */
  public static Dataset<Row> clusters(
      Dataset<Row> documents,
      Dataset<Row> documentFrequencies,
      Dataset<Row> before,
      ClusterSettings settings,
      Consumer<String> notes) {
    PairWeights weights = PairWeights.read(settings.weights());
    String clustering = settings.clustering(weights);
    Broadcast<TermWeights> termWeights =
        DocumentFrequencies.broadcast(documentFrequencies, settings.mostTerms());
    Comparison.Score logit = (a, first, b, second) -> weights.logit(first, second);
    if (before.isEmpty()) {
      return all(documents, clustering, termWeights, logit, settings, notes);
    }
    Dataset<Row> entries = Entries.of(documents);
    if (!isUsable(before, clustering, entries)) {
      entries.unpersist();
      return all(documents, clustering, termWeights, logit, settings, notes);
    }
    Originals touched = Addition.of(documents, entries, before, termWeights, settings);
    notes.accept(
        "clustered anew: "
            + touched.entries().count()
            + " of "
            + entries.count()
            + " articles, all that the new ones touch");
    notes.accept(touched.blocks());
    Dataset<Row> members = touched.members(logit, settings);
    Dataset<Row> anew = told(members, touched.entries(), clustering);
    Dataset<Row> clusters =
        Materialised.rows(
            anew.union(
                before
                    .selectExpr(anew.columns())
                    .join(touched.entries().select("article_id"), seq("article_id"), "left_anti")));
    members.unpersist();
    touched.release();
    entries.unpersist();
    return clusters;
  }

  private static Dataset<Row> all(
      Dataset<Row> documents,
      String clustering,
      Broadcast<TermWeights> termWeights,
      Comparison.Score logit,
      ClusterSettings settings,
      Consumer<String> notes) {
    Originals all = Originals.of(documents, termWeights, settings);
    notes.accept(all.blocks());
    Dataset<Row> members = all.members(logit, settings);
    Dataset<Row> clusters = Materialised.rows(told(members, all.entries(), clustering));
    members.unpersist();
    all.release();
    return clusters;
  }

  /**
   * Whether these rules made the clusters, of these documents: one that is annotated otherwise
   * since changes more than the articles that it shares blocks with.
   */
  private static boolean isUsable(Dataset<Row> before, String clustering, Dataset<Row> entries) {
    return before.where(col("clustering").notEqual(clustering)).isEmpty()
        && before
            .join(
                entries.select("article_id", "document_hash"),
                seq("article_id", "document_hash"),
                "left_anti")
            .isEmpty();
  }

  /** Members by ordinals as rows of {@code clusters}. */
  private static Dataset<Row> told(Dataset<Row> members, Dataset<Row> entries, String clustering) {
    Dataset<Row> names = entries.select("ordinal", "article_id");
    return members
        .join(names.toDF("cluster", "first_of_cluster"), seq("cluster"))
        .join(names.toDF("component", "first_of_component"), seq("component"))
        .join(entries.select("article_id", "document_hash"), seq("article_id"))
        .select(
            col("article_id"),
            col("first_of_cluster").as("cluster"),
            col("first_of_component").as("component"),
            col("similarity"),
            col("duplicate_of"),
            col("document_hash"),
            lit(clustering).as("clustering"));
  }

  /**
   * The clusters as incidents, not yet dated and placed: {@code ordinal, article_id, incident_id,
   * similarity, duplicate_of, clustered_id}; persisted, the caller unpersists them.
   *
   * @param clusters a table {@code clusters}
   * @param documents the table {@code documents}
   * @param previousIncidentArticles the memberships of the run before, whose ids are kept; may be
   *     empty
   */
  public static Dataset<Row> named(
      Dataset<Row> clusters, Dataset<Row> documents, Dataset<Row> previousIncidentArticles) {
    Dataset<Row> members = Materialised.rows(ordered(clusters, documents));
    Dataset<Row> named =
        Materialised.rows(
            IncidentIds.named(members, previousIncidentArticles)
                .withColumn("clustered_id", col("incident_id")));
    members.unpersist();
    return named;
  }

  /**
   * The same from memberships that are there: each article is where clustering put it, whatever was
   * made of that later.
   *
   * @param incidentArticles a table {@code incident_articles}
   * @param documents the table {@code documents}
   */
  public static Dataset<Row> named(Dataset<Row> incidentArticles, Dataset<Row> documents) {
    Column clustered = coalesce(col("clustered_id"), col("incident_id"));
    return ordered(
        incidentArticles
            .where("is_primary")
            .select(
                col("article_id"),
                col("similarity"),
                col("duplicate_of"),
                clustered.as("incident_id"),
                clustered.as("clustered_id")),
        documents);
  }

  /** Articles with their {@code ordinal}: the order of publication, undated last, ties by id. */
  private static Dataset<Row> ordered(Dataset<Row> articles, Dataset<Row> documents) {
    return articles.join(
        documents.select(
            col("article_id"),
            struct(
                    col("published_date").isNull(),
                    col("published_date"),
                    col("article_id").as("id"))
                .as("ordinal")),
        seq("article_id"));
  }

  /**
   * The table {@code incident_articles} of memberships that are named: what its incident teaches
   * each article of its days and its region.
   *
   * @param named as {@link #named} gives them
   * @param documents the table {@code documents}
   */
  public static Dataset<Row> taught(Dataset<Row> named, Dataset<Row> documents) {
    return IncidentDates.taught(named, documents);
  }

  static scala.collection.immutable.Seq<String> seq(String... columns) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(columns)).toSeq();
  }
}
