package org.sitrep.cluster;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sitrep.tables.Document;

/** What is compared of articles: rows {@code ordinal, profile}, see {@link Profile}. */
final class Profiles {

  private static final StructType PROFILE = StructType.fromDDL("article_id STRING, profile BINARY");

  private Profiles() {}

  /**
   * The profiles of some articles, persisted; the caller unpersists them.
   *
   * @param documents all documents
   * @param wanted {@code article_id, ordinal} of the articles
   */
  static Dataset<Row> of(
      Dataset<Row> documents, Dataset<Row> wanted, Broadcast<TermWeights> weights) {
    Dataset<Row> ids = wanted.select("article_id", "ordinal");
    Dataset<Row> profiles =
        columns(documents.join(ids, Cluster.seq("article_id"), "left_semi"))
            .map(
                (MapFunction<Row, Row>) row -> row(Documents.record(row), weights.value()),
                Encoders.row(PROFILE));
    return Materialised.rows(
        profiles.join(ids, Cluster.seq("article_id")).select("ordinal", "profile"));
  }

  /** What of documents makes profiles. */
  static Dataset<Row> columns(Dataset<Row> documents) {
    return Documents.only(
        documents,
        "article_id",
        "published_date",
        "published_expression",
        "tokens",
        "places",
        "dates",
        "actors",
        "claims",
        "event",
        "clues");
  }

  private static Row row(Document document, TermWeights weights) {
    return RowFactory.create(document.articleId(), Profile.of(document, weights).bytes());
  }
}
