package org.sitrep.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Step 3 of 6: {@code documents} to {@code incident_articles}.
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
   * The incidents of a corpus: each article's primary membership, a table {@code
   * incident_articles}.
   *
   * @param documents all documents of the output
   * @param documentFrequencies frozen statistics, of these or other documents
   * @param previousIncidentArticles the memberships of the run before, whose ids are kept; may be
   *     empty
   */
  public static Dataset<Row> incidentArticles(
      Dataset<Row> documents,
      Dataset<Row> documentFrequencies,
      Dataset<Row> previousIncidentArticles,
      ClusterSettings settings) {
    return taught(
        named(documents, documentFrequencies, previousIncidentArticles, settings, note -> {}),
        documents);
  }

  /**
   * The incidents of a corpus, not yet dated and placed: {@code ordinal, article_id, incident_id,
   * similarity, duplicate_of, clustered_id}. Parameters as for {@link #incidentArticles}.
   *
   * @param notes takes what is to tell of the run: how many blocks of candidates there were
   */
  public static Dataset<Row> named(
      Dataset<Row> documents,
      Dataset<Row> documentFrequencies,
      Dataset<Row> previousIncidentArticles,
      ClusterSettings settings,
      Consumer<String> notes) {
    Dataset<Row> members = members(documents, documentFrequencies, settings, notes);
    return IncidentIds.named(members, previousIncidentArticles)
        .withColumn("clustered_id", col("incident_id"));
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
    return incidentArticles
        .where("is_primary")
        .select(
            col("article_id"),
            col("similarity"),
            col("duplicate_of"),
            clustered.as("incident_id"),
            clustered.as("clustered_id"))
        .join(
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

  /**
   * Members of clusters: {@code ordinal, article_id, published_date, cluster, similarity,
   * duplicate_of}; persisted, since a name and a date of an incident depend on all its members.
   */
  static Dataset<Row> members(
      Dataset<Row> documents,
      Dataset<Row> documentFrequencies,
      ClusterSettings settings,
      Consumer<String> notes) {
    PairWeights weights = PairWeights.read(settings.weights());
    Originals originals = Originals.of(documents, documentFrequencies, settings);
    notes.accept(originals.blocks());
    Dataset<Row> members =
        originals.members((a, first, b, second) -> weights.logit(first, second), settings);
    originals.release();
    return members;
  }

  static scala.collection.immutable.Seq<String> seq(String... columns) {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(columns)).toSeq();
  }
}
