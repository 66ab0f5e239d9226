package org.sitrep.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * A run in the making: what it writes is invisible until {@link #publish}. Tables that it does not
 * write are carried over from the published state.
 */
public final class Run implements AutoCloseable {

  private final Store store;
  private final Lock lock;
  private final String runId;
  private final String codeVersion;
  private final Version before;
  private final Map<String, List<String>> written = new TreeMap<>();
  private final Set<String> rewritten = new HashSet<>();
  private boolean fresh;

  Run(Store store, Lock lock, String runId, String codeVersion, Version before) {
    this.store = store;
    this.lock = lock;
    this.runId = runId;
    this.codeVersion = codeVersion;
    this.before = before;
  }

  /** Its id. */
  public String id() {
    return runId;
  }

  /** The output folder. */
  public Folder folder() {
    return store.folder();
  }

  /** Starts over: nothing of the published state is carried over or read but what people gave. */
  public void startOver() {
    fresh = true;
  }

  /** Whether a table has rows in this run's view: written by it, or carried over. */
  public boolean has(Table table) {
    return !paths(table).isEmpty();
  }

  /**
   * A table as this run sees it: what it wrote, with earlier batches, else what was published;
   * empty where there is none.
   */
  public Dataset<Row> read(Table table) {
    return store.read(table, paths(table));
  }

  /** A table as published before this run; empty where there is none or the run starts over. */
  public Dataset<Row> published(Table table) {
    return store.read(table, carried(table));
  }

  /** A table as a published version has it. */
  public Dataset<Row> read(Table table, Version version) {
    return store.read(table, version);
  }

  /**
   * The newest published version whose rows of a table are others than those of this run: what a
   * reader saw before. Empty where there is none, or where the run starts over.
   */
  public Optional<Version> before(Table table) {
    if (fresh || before == null) {
      return Optional.empty();
    }
    return wrote(table)
        ? Optional.of(before).filter(version -> version.tables().containsKey(table.name()))
        : store.otherThan(before, table);
  }

  /** Whether this run wrote the table. */
  public boolean wrote(Table table) {
    return written.containsKey(table.name());
  }

  /** Only the batch that this run wrote of a table. */
  public Dataset<Row> batch(Table table) {
    return store.read(table, written.getOrDefault(table.name(), List.of()));
  }

  /** Writes a table: a batch is added to the earlier ones, other tables are replaced. */
  public void write(Table table, Dataset<Row> rows) {
    String home = home(table);
    Store.conform(rows, table, runId, codeVersion)
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(store.folder().path(home));
    written.put(table.name(), parquetFiles(home));
  }

  /** Writes a table whole, even one that grows by batches: earlier batches are left behind. */
  public void rewrite(Table table, Dataset<Row> rows) {
    write(table, rows);
    rewritten.add(table.name());
  }

  /** Folder of the run's report, inside its version. */
  public String reportFolder() {
    return store.folder().path(Store.VERSIONS + "/" + runId + "/report");
  }

  /** Publishes everything that the run wrote, at once, by replacing {@code _current}. */
  public void publish() {
    Map<String, List<String>> tables = new TreeMap<>();
    for (Table table : Tables.stored()) {
      if (!has(table)) {
        continue;
      }
      List<String> files = new ArrayList<>();
      for (String path : paths(table)) {
        files.add(store.folder().local() ? linked(table, path) : path);
      }
      tables.put(table.name(), List.copyOf(files));
    }
    Version version =
        new Version(
            runId,
            before == null ? null : before.runId(),
            Tables.SCHEMA_VERSION,
            codeVersion,
            tables);
    String json = json(version);
    store.folder().replace(Store.VERSIONS + "/" + runId + "/_version.json", json);
    store.folder().replace(Store.CURRENT, json);
    store.folder().pointer(Store.LATEST, Store.VERSIONS + "/" + runId);
  }

  /** Keeps what the run says of itself in {@code _runs/<run_id>.json}. */
  public void summarize(Object summary) {
    store.folder().replace("_runs/" + runId + ".json", json(summary));
  }

  @Override
  public void close() {
    lock.close();
  }

  private String linked(Table table, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String target = home(table) + "/" + name;
    if (!target.equals(path)) {
      store.folder().link(path, target);
    }
    return target;
  }

  private String home(Table table) {
    return Store.VERSIONS + "/" + runId + "/" + table.name();
  }

  private List<String> paths(Table table) {
    List<String> own = written.get(table.name());
    if (own == null) {
      return carried(table);
    }
    if (table.growth() != Table.Growth.BATCHES || rewritten.contains(table.name())) {
      return own;
    }
    List<String> all = new ArrayList<>(carried(table));
    all.addAll(own);
    return List.copyOf(all);
  }

  private List<String> carried(Table table) {
    return before == null || fresh && table.growth() != Table.Growth.GIVEN
        ? List.of()
        : before.tables().getOrDefault(table.name(), List.of());
  }

  private List<String> parquetFiles(String home) {
    return store.folder().names(home).stream()
        .filter(name -> name.endsWith(".parquet"))
        .map(name -> home + "/" + name)
        .toList();
  }

  private static String json(Object value) {
    try {
      return Store.JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
