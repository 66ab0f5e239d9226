package org.sitrep.cluster;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.Tables;

/** Rows of {@code documents} as records; the codec is built once per JVM, never shipped. */
final class Documents {

  private static final Codec<Document> CODEC = Codec.of(Document.class, Tables.DOCUMENTS);

  private Documents() {}

  /** The table's columns in the table's order; of those that are not named, nothing is read. */
  static Dataset<Row> only(Dataset<Row> documents, String... needed) {
    return documents.select(CODEC.only(needed));
  }

  /** The record of a row of {@link #only}. */
  static Document record(Row row) {
    return CODEC.record(row);
  }

  /** A list without nulls, empty where there is none. */
  static <T> List<T> list(List<T> list) {
    return list == null ? List.of() : list.stream().filter(java.util.Objects::nonNull).toList();
  }
}
