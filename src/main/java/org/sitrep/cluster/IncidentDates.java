package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.Tables;
import org.sitrep.time.PublicationDate;

/**
 * What the incident teaches each of its articles: when it was published, when and where its event
 * was. Lifts {@link Lesson} over the incidents, one after the other.
 */
final class IncidentDates {

  private static final Codec<IncidentArticle> CODEC =
      Codec.of(IncidentArticle.class, Tables.INCIDENT_ARTICLES);
  private static final Codec<Document> DOCUMENTS = Codec.of(Document.class, Tables.DOCUMENTS);

  private IncidentDates() {}

  /**
   * The memberships as a table {@code incident_articles}, dated and placed.
   *
   * @param named {@code ordinal, article_id, incident_id, similarity, duplicate_of, clustered_id};
   *     the ordinal orders articles by day of publication, then id
   * @param documents the table {@code documents}
   */
  static Dataset<Row> taught(Dataset<Row> named, Dataset<Row> documents) {
    Dataset<Row> members =
        named.select(
            "ordinal", "article_id", "incident_id", "similarity", "duplicate_of", "clustered_id");
    // Only what dates and places an article travels with it.
    Dataset<Row> told =
        documents.select(
            col("article_id"),
            struct(
                    DOCUMENTS.only(
                        "article_id",
                        "published_date",
                        "published_basis",
                        "published_expression",
                        "dates",
                        "event"))
                .as("document"));
    return members
        .join(told, "article_id")
        .select(
            "incident_id",
            "ordinal",
            "article_id",
            "similarity",
            "duplicate_of",
            "document",
            "clustered_id")
        .repartition(col("incident_id"))
        .sortWithinPartitions("incident_id", "ordinal")
        .mapPartitions((MapPartitionsFunction<Row, Row>) Incidents::new, encoder());
  }

  private static org.apache.spark.sql.Encoder<Row> encoder() {
    return Encoders.row(Codec.schema(Tables.INCIDENT_ARTICLES));
  }

  private static Lesson lesson(Row row) {
    Document document = Documents.record(row.getStruct(5));
    return new Lesson(
        new IncidentArticle(
            row.getString(0),
            row.getString(2),
            row.getDouble(3),
            true,
            row.getString(4),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            row.getString(6),
            null,
            null),
        new PublicationDate(
            document.publishedDate(), document.publishedBasis(), document.publishedExpression()),
        Documents.list(document.dates()),
        document.event());
  }

  /** The articles of one incident after the other. */
  private static final class Incidents implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Row ahead;
    private Iterator<IncidentArticle> articles = List.<IncidentArticle>of().iterator();

    Incidents(Iterator<Row> rows) {
      this.rows = rows;
      this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      return articles.hasNext() || ahead != null;
    }

    @Override
    public Row next() {
      if (!articles.hasNext()) {
        if (ahead == null) {
          throw new NoSuchElementException();
        }
        String incident = ahead.getString(0);
        List<Lesson> lessons = new ArrayList<>();
        while (ahead != null && ahead.getString(0).equals(incident)) {
          lessons.add(lesson(ahead));
          ahead = rows.hasNext() ? rows.next() : null;
        }
        articles = Lesson.learned(lessons).iterator();
      }
      return CODEC.row(articles.next());
    }
  }
}
