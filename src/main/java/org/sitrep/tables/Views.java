package org.sitrep.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.posexplode;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.text.Span;

/** Flat views of {@code documents}: one row per mention in the text, for export and notebooks. */
public final class Views {
  private Views() {}

  /** One row per place mention in the text. */
  public static Dataset<Row> places(Dataset<Row> documents) {
    return mentions(documents, "places", Tables.PLACES);
  }

  /** One row per date expression in the text. */
  public static Dataset<Row> dates(Dataset<Row> documents) {
    return mentions(documents, "dates", Tables.DATES);
  }

  /** One row per token. */
  public static Dataset<Row> tokens(Dataset<Row> documents) {
    return documents
        .select(col("article_id"), posexplode(col("tokens")).as(new String[] {"position", "token"}))
        .orderBy("article_id", "position");
  }

  private static Dataset<Row> mentions(Dataset<Row> documents, String column, Table view) {
    Column[] columns =
        java.util.Arrays.stream(Codec.schema(view).fieldNames())
            .map(name -> col(name))
            .toArray(Column[]::new);
    return documents
        .select(col("article_id"), inline(col(column)))
        .where(col("field").equalTo(Span.TEXT))
        .select(columns)
        .orderBy("article_id", "start", "end");
  }
}
