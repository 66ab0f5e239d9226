package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.Tables;

/** The frozen statistics {@code document_frequencies}: made once, then only used to weigh. */
final class DocumentFrequencies {

  private static final StructType TERM = StructType.fromDDL("field STRING, term STRING");
  private static final StructType HASHED = StructType.fromDDL("term BIGINT, df BIGINT");

  private DocumentFrequencies() {}

  /** Terms that stand in two or more documents, and a row without field for all documents. */
  static Dataset<Row> of(Dataset<Row> documents) {
    Dataset<Row> terms =
        Documents.only(documents, "tokens", "places", "clues")
            .flatMap(
                (FlatMapFunction<Row, Row>) row -> terms(Documents.record(row)).iterator(),
                Encoders.row(TERM))
            .groupBy("field", "term")
            .agg(count(lit(1)).as("df"))
            .where("df >= 2 or field = ''");
    return documents
        .sparkSession()
        .createDataFrame(
            terms.select("field", "term", "df").toJavaRDD(),
            Codec.schema(Tables.DOCUMENT_FREQUENCIES));
  }

  /** The weights that the statistics give; of too many terms the most frequent. */
  static TermWeights weights(Dataset<Row> frequencies, int mostTerms) {
    Dataset<Row> kept = frequencies.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<Row> documents = kept.where("field = ''").select("df").takeAsList(1);
      Dataset<Row> terms = kept.where("field <> ''");
      if (terms.count() > mostTerms) {
        terms = terms.orderBy(desc("df"), col("field"), col("term")).limit(mostTerms);
      }
      List<Row> rows =
          terms
              .map(
                  (MapFunction<Row, Row>)
                      row ->
                          RowFactory.create(
                              Hashes.of(row.getString(0), row.getString(1)), row.getLong(2)),
                  Encoders.row(HASHED))
              .collectAsList();
      return TermWeights.of(
          documents.isEmpty() ? 0 : documents.get(0).getLong(0),
          rows.stream().mapToLong(row -> row.getLong(0)).toArray(),
          rows.stream().mapToLong(row -> row.getLong(1)).toArray());
    } finally {
      kept.unpersist();
    }
  }

  private static List<Row> terms(Document document) {
    List<Row> rows = new ArrayList<>();
    rows.add(RowFactory.create("", ""));
    for (TermField field : TermField.values()) {
      field.distinct(document).forEach(term -> rows.add(RowFactory.create(field.column(), term)));
    }
    return rows;
  }
}
