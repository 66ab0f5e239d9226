package org.sitrep.cluster;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.sitrep.tables.Codec;

/** Rows of a table as its records, one at a time. */
final class Records {

  private Records() {}

  /** Maps the records of a table's rows; the columns are brought into the table's order. */
  static <R extends Record, T> Dataset<T> map(
      Dataset<Row> rows, Codec<R> codec, MapFunction<R, T> function, Encoder<T> encoder) {
    Column[] columns =
        java.util.Arrays.stream(codec.schema().fieldNames()).map(rows::col).toArray(Column[]::new);
    return rows.select(columns)
        .map((MapFunction<Row, T>) row -> function.call(codec.record(row)), encoder);
  }
}
