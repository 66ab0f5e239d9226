package org.sitrep.reconcile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.event.Event;
import org.sitrep.event.Figures;
import org.sitrep.event.Reconciliation;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.Place;
import org.sitrep.tables.ArticleEvent;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * The flat view {@code article_events}: one row per article, dated and placed with what its
 * incident taught, figures from that article alone.
 */
public final class ArticleEvents {
  private ArticleEvents() {}

  /** One row per article, sorted by its id. */
  public static Dataset<Row> of(Dataset<Row> documents, Dataset<Row> incidentArticles) {
    return incidentArticles
        .where("is_primary")
        .select(col("article_id"), struct(columns(Tables.INCIDENT_ARTICLES)).as("membership"))
        .join(
            documents.select(col("article_id"), struct(columns(Tables.DOCUMENTS)).as("document")),
            new String[] {"article_id"})
        .join(Reconcile.passing(incidentArticles), new String[] {"article_id"}, "left_outer")
        .map(
            (MapFunction<Row, Row>)
                row ->
                    Codec.of(ArticleEvent.class, Tables.ARTICLE_EVENTS)
                        .row(
                            event(
                                Passing.without(
                                    Codec.of(Document.class, Tables.DOCUMENTS)
                                        .record(row.getStruct(2)),
                                    row.isNullAt(3) ? List.of() : row.getList(3)),
                                Codec.of(IncidentArticle.class, Tables.INCIDENT_ARTICLES)
                                    .record(row.getStruct(1)))),
            Codec.of(ArticleEvent.class, Tables.ARTICLE_EVENTS).encoder())
        .orderBy("article_id");
  }

  private static ArticleEvent event(Document document, IncidentArticle membership) {
    Event main = document.event();
    LocalDate published = membership.publishedDate();
    Figures figures =
        Reconciliation.ofArticle(
            document.articleId(), main, published, Dating.claims(document, published));
    // An article that its incident placed elsewhere has no place of its own there.
    boolean own =
        membership.regionCode() == null || membership.regionCode().equals(main.regionCode());
    return new ArticleEvent(
        document.articleId(),
        published,
        membership.eventDate(),
        membership.datePrec(),
        own ? main.countryCode() : membership.countryCode(),
        own ? main.regionCode() : membership.regionCode(),
        own ? main.regionName() : regionName(membership.regionCode()),
        own ? main.placeName() : null,
        own ? main.latitude() : null,
        own ? main.longitude() : null,
        main.eventType(),
        main.subEventType(),
        figures.killedLow(),
        figures.killedBest(),
        figures.killedHigh(),
        figures.injuredBest());
  }

  private static String regionName(String code) {
    return Gazetteer.embedded().division(code).map(Place::regionName).orElse(null);
  }

  private static Column[] columns(Table table) {
    return Arrays.stream(Codec.schema(table).fieldNames())
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
