package org.sitrep.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * An output: {@code _versions/<run_id>/<table>/} hold immutable files, {@code _current} names the
 * published state, {@code latest} points at it for readers that know nothing of sitrep. Readers
 * never see a state in the making.
 */
public final class Store {

  /** Reads and writes the small JSON files of an output. */
  static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static final String CURRENT = "_current";
  static final String VERSIONS = "_versions";
  static final String LATEST = "latest";
  private static final String RUNS = "_runs";
  private static final Set<String> OURS =
      Set.of(
          CURRENT,
          VERSIONS,
          LATEST,
          RUNS,
          Lock.NAME,
          "_sample",
          "_lock.crc",
          "._lock.crc",
          "latest.new",
          "_current.new");

  private final SparkSession spark;
  private final Folder folder;

  private Store(SparkSession spark, Folder folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** The output at a path, which need not exist yet. */
  public static Store at(SparkSession spark, String output) {
    return new Store(spark, new Folder(output, spark.sparkContext().hadoopConfiguration()));
  }

  /** Its folder. */
  public Folder folder() {
    return folder;
  }

  SparkSession spark() {
    return spark;
  }

  /** The published state; empty where nothing was published yet. */
  public Optional<Version> current() {
    return folder.read(CURRENT).map(text -> version(text, folder.path(CURRENT)));
  }

  /**
   * A table as published, with the declared columns in their order: columns of a later contract are
   * null, columns unknown to this one are left out.
   *
   * @throws OutputException where nothing was published
   */
  public Dataset<Row> read(Table table) {
    Version version =
        current()
            .orElseThrow(
                () ->
                    new OutputException(
                        "no tables in "
                            + folder.path("")
                            + "; run `sitrep run --output DIR` first"));
    return read(table, version);
  }

  /** A table as a published version has it; empty where the version lacks it. */
  public Dataset<Row> read(Table table, Version version) {
    List<String> paths = version.tables().getOrDefault(table.name(), List.of());
    return read(table, paths);
  }

  Dataset<Row> read(Table table, List<String> relativePaths) {
    StructType schema = Codec.schema(table);
    if (relativePaths.isEmpty()) {
      return spark.createDataFrame(List.of(), schema);
    }
    return spark
        .read()
        .schema(schema)
        .parquet(relativePaths.stream().map(folder::path).toArray(String[]::new));
  }

  /** The published version before another, if it was not cleaned away. */
  public Optional<Version> parent(Version version) {
    return version.parent() == null
        ? Optional.empty()
        : folder
            .read(VERSIONS + "/" + version.parent() + "/_version.json")
            .map(text -> version(text, version.parent()));
  }

  /** The newest version before another that has other files of a table. */
  public Optional<Version> otherThan(Version version, Table table) {
    List<String> files = names(version, table);
    Optional<Version> next = parent(version);
    while (next.isPresent() && names(next.get(), table).equals(files)) {
      next = parent(next.get());
    }
    return next.filter(other -> other.tables().containsKey(table.name()));
  }

  /** Names of its files without folders: those of a carried table are links of one name. */
  private static List<String> names(Version version, Table table) {
    return version.tables().getOrDefault(table.name(), List.of()).stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  /** The published versions, newest first. */
  public List<Version> history() {
    List<Version> history = new ArrayList<>();
    Optional<Version> next = current();
    while (next.isPresent()) {
      history.add(next.get());
      next = parent(next.get());
    }
    return List.copyOf(history);
  }

  /** The summaries of all runs, published or not: run id and JSON text, oldest first. */
  public List<RunSummary> runs() {
    return folder.names(RUNS).stream()
        .filter(name -> name.endsWith(".json"))
        .map(
            name ->
                new RunSummary(
                    name.substring(0, name.length() - ".json".length()),
                    folder.read(RUNS + "/" + name).orElse("{}")))
        .toList();
  }

  /**
   * What a run said of itself when it ended.
   *
   * @param runId the run
   * @param json inputs, settings, versions, rows and seconds per step
   */
  public record RunSummary(String runId, String json) {}

  /**
   * Begins a run: takes the lock and removes what dead runs left.
   *
   * @throws LockedException where another run is at work
   * @throws OutputException where the folder holds something else
   */
  public Run begin(String runId, String codeVersion) {
    check();
    Lock lock = Lock.take(folder, runId);
    try {
      removeDeadRuns();
      current().ifPresent(version -> folder.pointer(LATEST, VERSIONS + "/" + version.runId()));
      return new Run(this, lock, runId, codeVersion, current().orElse(null));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The published versions that {@link #clean} would remove, newest first. */
  public List<Version> old(int keep) {
    List<Version> history = history();
    return List.copyOf(history.subList(Math.min(keep, history.size()), history.size()));
  }

  /**
   * Removes all published versions but the newest; a file that a kept version names stays. Returns
   * the ids removed.
   */
  public List<String> clean(int keep) {
    if (keep < 1) {
      throw new IllegalArgumentException("--keep must be 1 or more, not " + keep);
    }
    Lock lock = Lock.take(folder, "clean");
    try {
      removeDeadRuns();
      List<Version> history = history();
      List<Version> kept = history.subList(0, Math.min(keep, history.size()));
      Set<String> named = new HashSet<>();
      kept.forEach(version -> version.tables().values().forEach(named::addAll));
      List<String> removed = new ArrayList<>();
      for (Version old : history.subList(kept.size(), history.size())) {
        String home = VERSIONS + "/" + old.runId();
        old.tables().values().stream()
            .flatMap(List::stream)
            .filter(path -> path.startsWith(home + "/") && !named.contains(path))
            .forEach(folder::remove);
        if (named.stream().noneMatch(path -> path.startsWith(home + "/"))) {
          folder.remove(home);
        } else {
          folder.remove(home + "/_version.json");
        }
        removed.add(old.runId());
      }
      return List.copyOf(removed);
    } finally {
      lock.close();
    }
  }

  /**
   * Looks whether the folder may be written to.
   *
   * @throws OutputException where it holds something else
   */
  public void check() {
    List<String> foreign =
        folder.names("").stream()
            .filter(name -> !OURS.contains(name) && !name.startsWith("."))
            .toList();
    if (!foreign.isEmpty() && current().isEmpty()) {
      throw new OutputException(
          "output folder "
              + folder.path("")
              + " holds something else ("
              + foreign.get(0)
              + "); give an empty folder or one made by sitrep");
    }
  }

  private void removeDeadRuns() {
    Set<String> alive = new HashSet<>();
    history()
        .forEach(
            version -> {
              alive.add(version.runId());
              version
                  .tables()
                  .values()
                  .forEach(paths -> paths.forEach(path -> alive.add(path.split("/")[1])));
            });
    folder.names(VERSIONS).stream()
        .filter(name -> !alive.contains(name))
        .forEach(name -> folder.remove(VERSIONS + "/" + name));
  }

  private static Version version(String text, String name) {
    try {
      return JSON.readValue(text, Version.class);
    } catch (JsonProcessingException e) {
      throw new OutputException("damaged file " + name + ": " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The columns of a table, the first with the versions in its metadata, so that they stand in each
   * Parquet footer.
   */
  static Dataset<Row> conform(Dataset<Row> rows, Table table, String runId, String codeVersion) {
    StructType schema = Codec.schema(table);
    Column[] columns = new Column[schema.fields().length];
    for (int i = 0; i < columns.length; i++) {
      var field = schema.fields()[i];
      var metadata =
          new org.apache.spark.sql.types.MetadataBuilder().withMetadata(field.metadata());
      if (i == 0) {
        metadata
            .putString("sitrep.run_id", runId)
            .putString("sitrep.code_version", codeVersion)
            .putLong("sitrep.schema_version", Tables.SCHEMA_VERSION);
      }
      columns[i] =
          functions.col(field.name()).cast(field.dataType()).as(field.name(), metadata.build());
    }
    return rows.select(columns);
  }
}
