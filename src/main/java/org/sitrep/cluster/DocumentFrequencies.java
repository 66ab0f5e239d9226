package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.sum;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sitrep.tables.Document;

/** The frozen statistics {@code document_frequencies}: made once, then only used to weigh. */
final class DocumentFrequencies {

  private static final StructType COUNTED =
      StructType.fromDDL("field STRING, term STRING, df BIGINT");
  private static final StructType HASHED = StructType.fromDDL("term BIGINT, df BIGINT");

  private DocumentFrequencies() {}

  /** Terms that stand in two or more documents, and a row without field for all documents. */
  static Dataset<Row> of(Dataset<Row> documents) {
    return Documents.only(documents, "tokens", "places", "clues")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Counts(rows), Encoders.row(COUNTED))
        .groupBy("field", "term")
        .agg(sum("df").as("df"))
        .where("df >= 2 or field = ''");
  }

  /** The weights that the statistics give, for all tasks; of too many terms the most frequent. */
  static Broadcast<TermWeights> broadcast(Dataset<Row> frequencies, int mostTerms) {
    return JavaSparkContext.fromSparkContext(frequencies.sparkSession().sparkContext())
        .broadcast(weights(frequencies, mostTerms));
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

  /**
   * The terms of a partition with the number of its documents that hold them, counted in portions:
   * a row for each term of each document would be many times as many.
   */
  private static final class Counts implements Iterator<Row> {
    private static final int PORTION = 500_000;

    private final Iterator<Row> documents;
    private Iterator<Row> counted = Collections.emptyIterator();

    Counts(Iterator<Row> documents) {
      this.documents = documents;
    }

    @Override
    public boolean hasNext() {
      if (!counted.hasNext() && documents.hasNext()) {
        counted = portion();
      }
      return counted.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return counted.next();
    }

    private Iterator<Row> portion() {
      Map<TermField, Map<String, Long>> counts = new EnumMap<>(TermField.class);
      long read = 0;
      int terms = 0;
      while (terms < PORTION && documents.hasNext()) {
        Document document = Documents.record(documents.next());
        read++;
        terms = 0;
        for (TermField field : TermField.values()) {
          Map<String, Long> ofField = counts.computeIfAbsent(field, key -> new HashMap<>());
          field.distinct(document).forEach(term -> ofField.merge(term, 1L, Long::sum));
          terms += ofField.size();
        }
      }
      Row all = RowFactory.create("", "", read);
      return Stream.concat(
              Stream.of(all),
              counts.entrySet().stream()
                  .flatMap(
                      field ->
                          field.getValue().entrySet().stream()
                              .map(
                                  term ->
                                      RowFactory.create(
                                          field.getKey().column(),
                                          term.getKey(),
                                          term.getValue()))))
          .iterator();
    }
  }
}
