package org.sitrep.cluster;

import static org.apache.spark.sql.functions.asc_nulls_last;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sitrep.tables.Document;

/**
 * All articles of an output, each with the keys under which it meets others and with its ordinal:
 * its place in the order of publication (undated articles last, ties by id). Ordinals name articles
 * in pairs and decide every tie.
 *
 * <p>Columns: {@code article_id, published_date, day} (on which it stands in time), {@code
 * text_hash, keys} (see {@link KeyKind}), {@code copy_keys, profile} (see {@link Profile}; null
 * where it is not asked for), {@code document_hash} (of all that is compared), {@code ordinal}.
 */
final class Entries {

  private static final StructType ENTRY =
      StructType.fromDDL(
          "article_id STRING, published_date DATE, day INT, text_hash BIGINT, keys ARRAY<BIGINT>,"
              + " copy_keys ARRAY<BIGINT>, profile BINARY, document_hash BIGINT");

  /** Terms below which equal texts are no sign of a copy. */
  private static final int LEAST_TERMS = 8;

  private static final int COPY_KEYS = 12;

  private Entries() {}

  /** The entries of all documents without profiles, persisted; the caller unpersists them. */
  static Dataset<Row> of(Dataset<Row> documents) {
    return ranked(
        hashed(documents)
            .map(
                (MapFunction<Row, Row>) row -> row(row, Documents.record(row), null),
                Encoders.row(ENTRY)));
  }

  /** The entries of all documents with their profiles, persisted; the caller unpersists them. */
  static Dataset<Row> of(Dataset<Row> documents, Broadcast<TermWeights> weights) {
    Dataset<Row> entries =
        hashed(documents)
            .map(
                (MapFunction<Row, Row>)
                    row -> {
                      Document document = Documents.record(row);
                      return row(row, document, Profile.of(document, weights.value()).bytes());
                    },
                Encoders.row(ENTRY))
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> ranked = ranked(entries);
    entries.unpersist();
    return ranked;
  }

  /** What of documents makes profiles, and a hash of it behind. */
  private static Dataset<Row> hashed(Dataset<Row> documents) {
    Dataset<Row> columns = Profiles.columns(documents);
    Column[] all = Arrays.stream(columns.columns()).map(name -> col(name)).toArray(Column[]::new);
    return columns.withColumn("document_hash", xxhash64(all));
  }

  private static Dataset<Row> ranked(Dataset<Row> entries) {
    JavaRDD<Row> ranked =
        entries
            .sort(asc_nulls_last("published_date"), asc_nulls_last("article_id"))
            .toJavaRDD()
            .zipWithIndex()
            .map(
                pair -> {
                  Object[] cells = new Object[pair._1.length() + 1];
                  for (int i = 0; i < cells.length - 1; i++) {
                    cells[i] = pair._1.get(i);
                  }
                  cells[cells.length - 1] = pair._2;
                  return RowFactory.create(cells);
                });
    return Materialised.rows(
        entries.sparkSession().createDataFrame(ranked, ENTRY.add("ordinal", DataTypes.LongType)));
  }

  private static Row row(Row hashed, Document document, byte[] profile) {
    return RowFactory.create(
        document.articleId(),
        document.publishedDate() == null ? null : Date.valueOf(document.publishedDate()),
        day(document),
        textHash(document),
        boxed(KeyKind.keys(document)),
        boxed(Arrays.stream(Profile.shingles(document)).limit(COPY_KEYS).asLongStream().toArray()),
        profile,
        hashed.getLong(hashed.length() - 1));
  }

  /** The day on which an article stands in time: its publication, else its event. */
  private static Integer day(Document document) {
    if (document.publishedDate() != null) {
      return (int) document.publishedDate().toEpochDay();
    }
    EventDays days = EventDays.of(document);
    return days.isAbsolute() ? days.start() : null;
  }

  private static Long textHash(Document document) {
    if (document.tokens() == null || document.tokens().size() < LEAST_TERMS) {
      return null;
    }
    long hash = document.tokens().size();
    for (String term : document.tokens()) {
      hash = Hashes.mix(31 * hash + Hashes.of(term));
    }
    return hash;
  }

  private static Long[] boxed(long[] values) {
    List<Long> list = new ArrayList<>(values.length);
    for (long value : values) {
      list.add(value);
    }
    return list.toArray(Long[]::new);
  }
}
