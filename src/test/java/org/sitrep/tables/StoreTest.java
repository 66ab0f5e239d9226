package org.sitrep.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.SharedSpark;

class StoreTest {

  @TempDir Path folder;

  static Dataset<Row> rejects(SparkSession spark, int count, String reason) {
    Codec<Reject> codec = Codec.of(Reject.class, Tables.REJECTS);
    return spark.createDataset(
        IntStream.range(0, count)
            .mapToObj(i -> codec.row(new Reject("f", (long) i, reason, null)))
            .toList(),
        codec.encoder());
  }

  private Store store() {
    return Store.at(SharedSpark.session(), folder.resolve("out").toString());
  }

  private void publish(String id, Table table, int rows) {
    try (Run run = store().begin(id, "test")) {
      run.write(table, rejects(SharedSpark.session(), rows, id).select(columns(table)));
      run.publish();
    }
  }

  private static org.apache.spark.sql.Column[] columns(Table table) {
    return java.util.Arrays.stream(Codec.schema(table).fields())
        .map(
            field ->
                List.of("input_path", "input_record", "reason", "raw").contains(field.name())
                    ? org.apache.spark.sql.functions.col(field.name())
                    : org.apache.spark.sql.functions.lit(null).as(field.name()))
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  @Test
  void batchesAddAndWholeTablesReplace() {
    publish("r1", Tables.REJECTS, 2);
    publish("r2", Tables.INCIDENTS, 3);
    publish("r3", Tables.REJECTS, 4);
    publish("r4", Tables.INCIDENTS, 1);
    assertThat(store().read(Tables.REJECTS).count()).isEqualTo(6);
    assertThat(store().read(Tables.INCIDENTS).count()).isEqualTo(1);
    assertThat(store().history())
        .extracting(Version::runId)
        .containsExactly("r4", "r3", "r2", "r1");
  }

  @Test
  void whatAReaderSawBeforeIsTheNewestVersionWithOtherRows() {
    publish("r1", Tables.REJECTS, 2);
    publish("r2", Tables.INCIDENTS, 3);
    assertThat(before("r3", run -> {})).isEmpty();
    publish("r3", Tables.INCIDENTS, 1);
    publish("r4", Tables.REJECTS, 4);
    assertThat(before("r5", run -> {})).contains("r2");
    assertThat(
            before(
                "r5",
                run ->
                    run.write(
                        Tables.INCIDENTS,
                        rejects(SharedSpark.session(), 5, "r5").select(columns(Tables.INCIDENTS)))))
        .contains("r4");
    assertThat(before("r5", Run::startOver)).isEmpty();
  }

  private Optional<String> before(String id, Consumer<Run> work) {
    try (Run run = store().begin(id, "test")) {
      work.accept(run);
      return run.before(Tables.INCIDENTS).map(Version::runId);
    }
  }

  @Test
  void aVersionIsCompleteOnDiskAndLatestPointsAtIt() throws IOException {
    publish("r1", Tables.REJECTS, 2);
    publish("r2", Tables.REJECTS, 3);
    Path latest = folder.resolve("out/latest");
    assertThat(Files.readSymbolicLink(latest)).isEqualTo(Path.of("_versions/r2"));
    assertThat(SharedSpark.session().read().parquet(latest.resolve("rejects").toString()).count())
        .isEqualTo(5);
    assertThat(Files.readString(folder.resolve("out/_current")))
        .contains("\"run_id\" : \"r2\"", "_versions/r2/rejects/");
  }

  @Test
  void cleanKeepsWhatAKeptVersionNames() {
    publish("r1", Tables.REJECTS, 2);
    publish("r2", Tables.REJECTS, 3);
    publish("r3", Tables.REJECTS, 1);
    assertThat(store().clean(1)).containsExactly("r2", "r1");
    assertThat(store().read(Tables.REJECTS).count()).isEqualTo(6);
    assertThat(folder.resolve("out/_versions").toFile().list()).containsExactly("r3");
    assertThat(store().history()).hasSize(1);
  }

  @Test
  void theFooterNamesRunAndVersions() throws IOException {
    publish("r1", Tables.REJECTS, 1);
    var field =
        SharedSpark.session()
            .read()
            .parquet(folder.resolve("out/latest/rejects").toString())
            .schema()
            .fields()[0];
    assertThat(field.metadata().getString("sitrep.run_id")).isEqualTo("r1");
    assertThat(field.metadata().getLong("sitrep.schema_version")).isEqualTo(Tables.SCHEMA_VERSION);
    assertThat(field.metadata().getString("comment")).isNotBlank();
  }

  @Test
  void aSecondRunIsRefusedWhileOneIsAtWork() {
    try (Run run = store().begin("r1", "test")) {
      assertThat(run.id()).isEqualTo("r1");
      assertThatThrownBy(() -> store().begin("r2", "test"))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("another run is writing to");
    }
    publish("r3", Tables.REJECTS, 1);
    assertThat(store().read(Tables.REJECTS).count()).isEqualTo(1);
  }

  @Test
  void aFolderThatHoldsSomethingElseIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/thesis.doc"), "mine");
    assertThatThrownBy(() -> store().begin("r1", "test"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("thesis.doc");
    assertThat(folder.resolve("out/thesis.doc")).hasContent("mine");
  }

  @Test
  void readingNothingNamesTheRemedy() {
    assertThatThrownBy(() -> store().read(Tables.INCIDENTS))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("run `sitrep run");
  }

  @Test
  void anOlderTableIsReadWithItsMissingColumnsNull() {
    SharedSpark.session()
        .sql("select 'f' as input_path, 7L as input_record")
        .write()
        .parquet(folder.resolve("old").toString());
    Dataset<Row> rows =
        SharedSpark.session()
            .read()
            .schema(Codec.schema(Tables.REJECTS))
            .parquet(folder.resolve("old").toString());
    assertThat(rows.collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.isNullAt(2)).isTrue());
  }

  /**
   * A run killed between writing and publishing: readers stay on the old version, the next run
   * works.
   */
  @Test
  void aKilledRunIsInvisible() throws IOException, InterruptedException {
    publish("r1", Tables.REJECTS, 2);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
        .filter(argument -> !argument.contains("surefire"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Killed.class.getName(),
            folder.resolve("out").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> said = new ArrayList<>();
      String line = lines.readLine();
      while (line != null && !line.equals("written")) {
        said.add(line);
        line = lines.readLine();
      }
      assertThat(line).as(String.join("\n", said)).isEqualTo("written");
      assertThatThrownBy(() -> store().begin("r2", "test")).isInstanceOf(LockedException.class);
      process.destroyForcibly().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(folder.resolve("out/_versions/dead/rejects"))
        .isDirectoryContaining("glob:**.parquet");
    assertThat(store().read(Tables.REJECTS).count()).isEqualTo(2);
    assertThat(Files.readSymbolicLink(folder.resolve("out/latest")))
        .isEqualTo(Path.of("_versions/r1"));

    publish("r2", Tables.REJECTS, 3);
    assertThat(store().read(Tables.REJECTS).count()).isEqualTo(5);
    assertThat(folder.resolve("out/_versions/dead")).doesNotExist();
  }

  /** The run that gets killed: writes, says so, and never publishes. */
  static final class Killed {
    public static void main(String[] arguments) throws InterruptedException {
      SparkSession spark = SharedSpark.session();
      Run run = Store.at(spark, arguments[0]).begin("dead", "test");
      run.write(Tables.REJECTS, rejects(spark, 7, "dead"));
      System.out.println("written");
      Thread.sleep(600_000);
      run.publish();
    }
  }
}
