package org.sitrep.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes rows into one file; the rows never pass through the driver's memory. Values are written as
 * they are, so that spans still fit: a spreadsheet may take a text for a formula.
 */
public final class Export {

  /** Formats of an exported file. */
  public enum Format {
    /** RFC 4180 with a header; lists and structs as JSON. */
    csv,
    /** One JSON object a line. */
    jsonl,
    /** One Parquet file. */
    parquet
  }

  private Export() {}

  /**
   * Writes rows into one file and returns how many they are.
   *
   * @param file path of the file; an existing file is replaced
   */
  public static long write(SparkSession spark, Dataset<Row> rows, Format format, String file) {
    Observation written = new Observation("export");
    Dataset<Row> counted = rows.observe(written, functions.count(functions.lit(1)).as("rows"));
    writeFile(spark, counted, format, file);
    try {
      return ((Number) written.getAsJava().get("rows")).longValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing " + file, e);
    }
  }

  /** Spark writes one part beside the target, which then takes the target's name. */
  static void writeFile(SparkSession spark, Dataset<Row> rows, Format format, String file) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Path target = new Path(file);
    Path parts =
        new Path(
            target.getParent() == null ? new Path(".") : target.getParent(),
            "." + target.getName() + ".parts");
    try {
      FileSystem found = target.getFileSystem(configuration);
      // Hadoop's local file system would carry a checksum file along with the part
      FileSystem files = found instanceof LocalFileSystem local ? local.getRaw() : found;
      Dataset<Row> one = rows.coalesce(1);
      switch (format) {
        case csv ->
            flat(one)
                .write()
                .mode(SaveMode.Overwrite)
                .option("header", true)
                .option("escape", "\"")
                .option("ignoreLeadingWhiteSpace", false)
                .option("ignoreTrailingWhiteSpace", false)
                .option("emptyValue", "")
                .option("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss'Z'")
                .csv(parts.toString());
        case jsonl ->
            one.write()
                .mode(SaveMode.Overwrite)
                .option("ignoreNullFields", false)
                .json(parts.toString());
        case parquet -> one.write().mode(SaveMode.Overwrite).parquet(parts.toString());
        default -> throw new IllegalArgumentException("unknown format " + format);
      }
      Path part = null;
      for (FileStatus status : files.listStatus(parts)) {
        if (status.getPath().getName().startsWith("part-")) {
          part = status.getPath();
        }
      }
      if (part == null) {
        try (OutputStream empty = files.create(target, true)) {
          empty.flush();
        }
      } else {
        files.delete(target, false);
        if (!files.rename(part, target)) {
          throw new IOException("cannot rename " + part + " to " + target);
        }
      }
      files.delete(parts, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** CSV holds no lists: they become JSON. */
  private static Dataset<Row> flat(Dataset<Row> rows) {
    Column[] columns = new Column[rows.schema().fields().length];
    for (int i = 0; i < columns.length; i++) {
      StructField field = rows.schema().fields()[i];
      boolean nested =
          field.dataType() instanceof ArrayType
              || field.dataType() instanceof MapType
              || field.dataType() instanceof StructType;
      Column column = functions.col("`" + field.name() + "`");
      columns[i] = (nested ? functions.to_json(column) : column).as(field.name());
    }
    return rows.select(columns);
  }
}
