package org.sitrep.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
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
    /** RFC 7946: a point per row that has coordinates; all columns are properties. */
    geojson,
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
    if (format == Format.geojson) {
      return features(spark, rows, file);
    }
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

  /**
   * Writes rows with the P-codes of their regions; CSV gets a row of HXL tags below the header and
   * no text that a spreadsheet would run.
   *
   * @throws IllegalArgumentException where the rows have no column {@code region_code}
   */
  public static long write(
      SparkSession spark, Dataset<Row> rows, Format format, String file, Crosswalk crosswalk) {
    Dataset<Row> coded = crosswalk.applied(rows);
    if (format != Format.csv || !crosswalk.present()) {
      return write(spark, coded, format, file);
    }
    String head = Cells.csv(List.of(coded.columns())) + Cells.csv(Hxl.row(coded.columns()));
    return streamed(spark, coded, new Frame(head, Cells::csv, ""), file);
  }

  /** The rows with no text that a spreadsheet would take for a formula. */
  public static Dataset<Row> forSpreadsheets(Dataset<Row> rows) {
    return Formulas.disarmed(rows);
  }

  /**
   * The rows, if they can be written so.
   *
   * @throws IllegalArgumentException where they lack a column that the format or the crosswalk
   *     needs
   */
  public static Dataset<Row> checked(Dataset<Row> rows, Format format, Crosswalk crosswalk) {
    crosswalk.applied(rows);
    for (String column : List.of("latitude", "longitude")) {
      if (format == Format.geojson
          && Arrays.stream(rows.schema().fields())
              .noneMatch(
                  field ->
                      field.name().equals(column)
                          && field.dataType().equals(DataTypes.DoubleType))) {
        throw new IllegalArgumentException(
            "geojson needs the columns latitude and longitude; the columns are "
                + String.join(", ", rows.columns()));
      }
    }
    return rows;
  }

  private static long features(SparkSession spark, Dataset<Row> rows, String file) {
    return streamed(
        spark,
        rows,
        new Frame(
            "{\"type\":\"FeatureCollection\",\"features\":[\n",
            row -> Cells.feature(row, null),
            "\n]}\n"),
        file);
  }

  /** How rows become a file: what stands before them, a row as text, what stands behind. */
  private record Frame(String before, MapFunction<Row, String> item, String after)
      implements Serializable {

    /** The pieces of the file, made as they are asked for. */
    Iterator<Row> pieces(Iterator<Row> rows, String name) {
      Stream<Row> items =
          StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
              .map(row -> TextFiles.piece(name, 1, "", text(row)));
      return Stream.of(
              Stream.of(TextFiles.piece(name, 0, "", before)),
              items,
              Stream.of(TextFiles.piece(name, 2, "", after)))
          .reduce(Stream.empty(), Stream::concat)
          .iterator();
    }

    private String text(Row row) {
      try {
        return item.call(row);
      } catch (Exception e) {
        throw new IllegalStateException("cannot write a row", e);
      }
    }
  }

  private static long streamed(SparkSession spark, Dataset<Row> rows, Frame frame, String file) {
    String name = new Path(file).getName();
    String folder = folder(file);
    MapPartitionsFunction<Row, Row> pieces = part -> frame.pieces(part, name);
    Map<String, Long> written =
        TextFiles.writeAsTheyCome(
            spark, rows.coalesce(1).mapPartitions(pieces, Encoders.row(TextFiles.PIECES)), folder);
    if (written.isEmpty()) {
      // rows of which Spark knows beforehand that there are none have no partition either
      List<Row> empty = new ArrayList<>();
      frame.pieces(Collections.emptyIterator(), name).forEachRemaining(empty::add);
      Dataset<Row> all = spark.createDataFrame(empty, TextFiles.PIECES).coalesce(1);
      written = TextFiles.writeAsTheyCome(spark, all, folder);
    }
    return written.get(name);
  }

  /** The folder of a file; the working directory where the file is named alone. */
  static String folder(String file) {
    Path folder = new Path(file).getParent();
    return folder == null || folder.toString().isEmpty() ? "." : folder.toString();
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
