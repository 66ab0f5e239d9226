package org.sitrep.report;

import static org.apache.spark.sql.functions.col;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Text files written by the tasks of one job, so that no more than a line of them is ever in
 * memory: a file comes in pieces, the driver only hears how many. A file takes its name when it is
 * whole.
 */
final class TextFiles {

  /**
   * A piece of a file: sections of even number are its frame and stand as they are, those of odd
   * number hold items, which outside CSV are parted by commas.
   */
  static final StructType PIECES =
      StructType.fromDDL("file STRING, section INT, place STRING, text STRING");

  private static final StructType WRITTEN =
      StructType.fromDDL("file STRING, part STRING, items BIGINT");

  private TextFiles() {}

  /** A piece of a file. */
  static Row piece(String file, int section, String place, String text) {
    return RowFactory.create(file, section, place, text);
  }

  /**
   * Writes files into a folder on any file system that Hadoop reaches, each in order of section and
   * place; files that stand there are replaced.
   *
   * @param pieces rows of {@link #PIECES}
   * @return how many items each file has
   */
  static Map<String, Long> write(SparkSession spark, Dataset<Row> pieces, String folder) {
    return writeAsTheyCome(
        spark,
        pieces
            .repartition(col("file"))
            .sortWithinPartitions(col("file"), col("section"), col("place"), col("text")),
        folder);
  }

  /** Writes files whose pieces come in order, each file's within one partition. */
  static Map<String, Long> writeAsTheyCome(SparkSession spark, Dataset<Row> pieces, String folder) {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Path target = new Path(folder);
    Path parts = new Path(target, ".parts-" + UUID.randomUUID());
    String below = parts.toString();
    Broadcast<SerializableConfiguration> shared =
        spark
            .sparkContext()
            .broadcast(
                new SerializableConfiguration(configuration),
                scala.reflect.ClassTag$.MODULE$.apply(SerializableConfiguration.class));
    MapPartitionsFunction<Row, Row> writing =
        rows -> written(rows, below, shared.value().value()).iterator();
    try {
      FileSystem files = plain(target, configuration);
      try {
        List<Row> written = pieces.mapPartitions(writing, Encoders.row(WRITTEN)).collectAsList();
        Map<String, Long> items = new TreeMap<>();
        for (Row file : written) {
          Path name = new Path(target, file.<String>getAs("file"));
          files.delete(name, false);
          if (!files.rename(new Path(parts, file.<String>getAs("part")), name)) {
            throw new IOException("cannot take its name");
          }
          items.put(file.getAs("file"), file.getAs("items"));
        }
        return items;
      } finally {
        files.delete(parts, true);
        shared.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Hadoop's local file system would leave a checksum file beside each file. */
  static FileSystem plain(Path path, Configuration configuration) throws IOException {
    FileSystem files = path.getFileSystem(configuration);
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  /** Runs in a task; another attempt of the same task writes under other names. */
  private static List<Row> written(Iterator<Row> pieces, String parts, Configuration configuration)
      throws IOException {
    List<Row> files = new ArrayList<>();
    String file = null;
    String part = null;
    int section = 0;
    long items = 0;
    Writer out = null;
    try {
      while (pieces.hasNext()) {
        Row piece = pieces.next();
        String name = piece.getString(0);
        if (!name.equals(file)) {
          if (out != null) {
            out.close();
            files.add(RowFactory.create(file, part, items));
          }
          file = name;
          part = TaskContext.get().taskAttemptId() + "-" + files.size();
          section = -1;
          items = 0;
          Path path = new Path(parts, part);
          out =
              new BufferedWriter(
                  new OutputStreamWriter(
                      plain(path, configuration).create(path, true), StandardCharsets.UTF_8));
        }
        boolean item = piece.getInt(1) % 2 == 1;
        if (item && section == piece.getInt(1) && !file.endsWith(".csv")) {
          out.write(",\n");
        }
        out.write(piece.getString(3));
        section = piece.getInt(1);
        items += item ? 1 : 0;
      }
    } finally {
      if (out != null) {
        out.close();
      }
    }
    if (file != null) {
      files.add(RowFactory.create(file, part, items));
    }
    return files;
  }
}
