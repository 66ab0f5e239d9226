package org.sitrep.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Tables;

/**
 * What the incident teaches each of its articles: when it was published, when and where its event
 * was.
 */
final class IncidentDates {

  private IncidentDates() {}

  /** The memberships as a table {@code incident_articles}, dated and placed. */
  static Dataset<Row> taught(Dataset<Row> named, Dataset<Row> documents) {
    Dataset<Row> told =
        documents.select(
            col("article_id"),
            col("published_date"),
            col("published_basis"),
            col("event.date_start").as("event_date"),
            coalesce(col("event.date_end"), col("event.date_start")).as("event_date_end"),
            col("event.date_prec").as("date_prec"),
            coalesce(col("event.date_basis"), lit("none")).as("date_basis"),
            coalesce(col("event.country_code"), lit("XX")).as("country_code"),
            coalesce(col("event.region_code"), lit("XX")).as("region_code"));
    Dataset<Row> rows =
        named
            .drop("published_date")
            .join(told, "article_id")
            .withColumn("is_primary", lit(true));
    Column[] columns =
        Arrays.stream(Codec.schema(Tables.INCIDENT_ARTICLES).fieldNames())
            .map(rows::col)
            .toArray(Column[]::new);
    return rows.select(columns);
  }
}
