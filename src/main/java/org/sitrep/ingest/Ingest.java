package org.sitrep.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Tables;

/**
 * Step 1 of 6: files to {@code articles} and {@code rejects}.
 *
 * <p>Methods: the driver lists files; tasks open them through Hadoop's file systems and stream
 * their records, one code path for all formats. A broken record costs itself alone, a broken file
 * its rest. Records with one id and one text become one article.
 */
public final class Ingest {

  /** So many records to change or leave out are sent to every task. */
  private static final long BROADCAST = 200_000;

  private static final int MOST_IGNORED_COLUMNS = 100;

  private Ingest() {}

  /**
   * Reads files.
   *
   * @param files what to read
   * @param existing {@code article_id, text_hash} of the articles that the output has already
   */
  public static Ingested articles(
      SparkSession spark, InputFiles files, IngestSettings settings, Dataset<Row> existing) {
    Metadata.Matched metadata = settings.metadata().match(files.files());
    Dataset<Row> entries =
        entries(spark, files, metadata, settings).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> records = entries.filter(col("kind").equalTo(Entries.ARTICLE));
    Dataset<Row> changes =
        Identities.changes(
                records.select("article_id", "text_hash", "input_path", "input_record"), existing)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Map<String, Long> verdicts = new HashMap<>();
    for (Row row : changes.groupBy("verdict").count().collectAsList()) {
      verdicts.put(row.getString(0), row.getLong(1));
    }
    IngestSummary summary = summary(entries, verdicts, files, metadata.warnings());
    return new Ingested(
        identified(records, changes, verdicts),
        entries
            .filter(col("kind").equalTo(Entries.REJECT))
            .select(columns(Codec.schema(Tables.REJECTS).fieldNames())),
        summary,
        () -> {
          changes.unpersist();
          entries.unpersist();
        });
  }

  /**
   * The rejects that the output does not have yet, so that reading a file again adds none twice.
   */
  public static Dataset<Row> unknown(Dataset<Row> rejects, Dataset<Row> known) {
    Column same =
        rejects
            .col("input_path")
            .eqNullSafe(known.col("input_path"))
            .and(rejects.col("input_record").eqNullSafe(known.col("input_record")))
            .and(rejects.col("reason").eqNullSafe(known.col("reason")));
    return rejects.join(known, same, "left_anti");
  }

  private static Dataset<Row> entries(
      SparkSession spark, InputFiles files, Metadata.Matched metadata, IngestSettings settings) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    Broadcast<SerializableConfiguration> shared =
        context.broadcast(new SerializableConfiguration(configuration));
    long bytes = Splits.bytesPerTask(files.files(), context.defaultParallelism());
    List<InputSplit> splits = splits(context, shared, files.files(), metadata.byPath(), bytes);
    List<ArrayList<InputSplit>> tasks = Splits.tasks(splits, bytes);
    FieldNames names = FieldNames.of(settings.fieldMap());
    long maxBytes = settings.maxBytes();
    JavaRDD<Row> rows =
        context
            .parallelize(tasks.stream().map(Packed::pack).toList(), Math.max(1, tasks.size()))
            .flatMap(
                packed -> {
                  ArrayList<InputSplit> task = Packed.unpack(packed);
                  Entries entries =
                      new Entries(task.iterator(), names, maxBytes, shared.value().value());
                  TaskContext.get()
                      .addTaskCompletionListener((TaskCompletionListener) ended -> entries.close());
                  return entries;
                });
    Dataset<Row> read = spark.createDataFrame(rows, Entries.SCHEMA);
    return files.unreadable().isEmpty()
        ? read
        : read.union(
            spark.createDataFrame(
                files.unreadable().stream().map(Entries::reject).toList(), Entries.SCHEMA));
  }

  /** Long files in parts; a first pass counts their lines, so that each part knows its numbers. */
  private static List<InputSplit> splits(
      JavaSparkContext context,
      Broadcast<SerializableConfiguration> shared,
      List<InputFile> files,
      Map<String, Map<Field, String>> metadata,
      long bytes) {
    List<List<InputSplit>> byFile = new ArrayList<>();
    List<InputSplit> counted = new ArrayList<>();
    for (InputFile file : files) {
      List<InputSplit> parts =
          Splits.parts(
              file, metadata.getOrDefault(file.path(), Map.of()), bytes, shared.value().value());
      byFile.add(parts);
      if (parts.size() > 1) {
        counted.addAll(parts);
      }
    }
    List<Long> lines =
        counted.isEmpty()
            ? List.of()
            : context
                .parallelize(counted.stream().map(Packed::pack).toList(), counted.size())
                .map(part -> Splits.lines(Packed.unpack(part), shared.value().value()))
                .collect();
    List<InputSplit> splits = new ArrayList<>();
    int next = 0;
    for (List<InputSplit> parts : byFile) {
      if (parts.size() == 1) {
        splits.addAll(parts);
      } else {
        splits.addAll(Splits.numbered(parts, lines.subList(next, next + parts.size())));
        next += parts.size();
      }
    }
    return splits;
  }

  private static Dataset<Row> identified(
      Dataset<Row> records, Dataset<Row> changes, Map<String, Long> verdicts) {
    Column[] columns = columns(Codec.schema(Tables.ARTICLES).fieldNames());
    long changed = verdicts.values().stream().mapToLong(Long::longValue).sum();
    if (changed == 0) {
      return records.select(columns);
    }
    Column renamed = col("verdict").equalTo(Identities.RENAMED);
    return records
        .join(
            changed <= BROADCAST ? broadcast(changes) : changes,
            new String[] {"input_path", "input_record"},
            "left")
        .filter(col("verdict").isNull().or(renamed))
        .withColumn("article_id", coalesce(col("new_id"), col("article_id")))
        .withColumn(
            "warning",
            when(renamed, array_sort(array_union(col("warning"), array(lit("duplicate_id")))))
                .otherwise(col("warning")))
        .select(columns);
  }

  private static IngestSummary summary(
      Dataset<Row> entries, Map<String, Long> verdicts, InputFiles files, List<String> warnings) {
    Map<String, Long> rejectedBy = new TreeMap<>();
    long records = 0;
    Dataset<Row> kinds =
        entries
            .filter(col("kind").notEqual(Entries.COLUMN))
            .groupBy(col("kind"), substring_index(col("reason"), ":", 1).as("reason"))
            .agg(count(lit(1)).as("rows"));
    for (Row row : kinds.collectAsList()) {
      if (row.getString(0).equals(Entries.ARTICLE)) {
        records = row.getLong(2);
      } else {
        rejectedBy.put(row.getString(1), row.getLong(2));
      }
    }
    Map<String, Long> ignored = new LinkedHashMap<>();
    for (Row row :
        entries
            .filter(col("kind").equalTo(Entries.COLUMN))
            .select("raw", "input_path")
            .distinct()
            .groupBy("raw")
            .count()
            .orderBy(col("count").desc(), col("raw"))
            .limit(MOST_IGNORED_COLUMNS)
            .collectAsList()) {
      ignored.put(row.getString(0), row.getLong(1));
    }
    long repeated = verdicts.getOrDefault(Identities.REPEATED, 0L);
    long unchanged = verdicts.getOrDefault(Identities.UNCHANGED, 0L);
    long rejected = rejectedBy.values().stream().mapToLong(Long::longValue).sum();
    return new IngestSummary(
        files.files().size(),
        records + rejected,
        records - repeated - unchanged,
        rejected,
        rejectedBy,
        repeated,
        unchanged,
        verdicts.getOrDefault(Identities.RENAMED, 0L),
        ignored,
        files.ignored(),
        files.hidden(),
        warnings);
  }

  private static Column[] columns(String[] names) {
    return Arrays.stream(names)
        .map(org.apache.spark.sql.functions::col)
        .collect(Collectors.toList())
        .toArray(Column[]::new);
  }
}
