package org.sitrep.cluster;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.Tables;

/** Rows of {@code documents} as records; the codec is built once per JVM, never shipped. */
final class Documents {

  private static final Codec<Document> CODEC = Codec.of(Document.class, Tables.DOCUMENTS);

  private Documents() {}

  /** The table's columns in the table's order. */
  static Dataset<Row> ordered(Dataset<Row> documents) {
    return documents.select(
        Arrays.stream(CODEC.schema().fieldNames()).map(documents::col).toArray(Column[]::new));
  }

  /** The table's columns. */
  static StructField[] columns() {
    return CODEC.schema().fields();
  }

  /** The record of a row of {@link #ordered}. */
  static Document record(Row row) {
    return CODEC.record(row);
  }

  /** A list without nulls, empty where there is none. */
  static <T> List<T> list(List<T> list) {
    return list == null ? List.of() : list.stream().filter(java.util.Objects::nonNull).toList();
  }
}
