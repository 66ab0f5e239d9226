package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * The built jar under the {@code bin/spark-submit} of a {@code SPARK_HOME}, on a standalone master
 * and two workers at 127.0.0.1: its tables equal those of the Spark embedded in this JVM. The logs
 * of all processes stay in {@code target/cluster}.
 */
@Tag("cluster")
class ClusterIT {

  private static final Path FOLDER = Path.of("target/cluster").toAbsolutePath();
  private static final Path HOME = FOLDER.resolve("spark-home");
  private static final String JAR = Path.of("target/sitrep.jar").toAbsolutePath().toString();
  private static final Path SAMPLE =
      Path.of("src/main/resources/org/sitrep/sample/articles.jsonl").toAbsolutePath();
  private static final int PATIENCE_MINUTES = 10;

  private static final List<Process> daemons = new ArrayList<>();
  private static String master;

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    succeed(
        "assemble",
        Map.of(),
        Path.of("src/test/cluster/assemble").toAbsolutePath().toString(),
        Path.of("target/spark.classpath").toAbsolutePath().toString(),
        HOME.toString());
    String port = freePort();
    master = "spark://127.0.0.1:" + port;
    daemon("master", "org.apache.spark.deploy.master.Master", "--port", port);
    for (String worker : List.of("worker-1", "worker-2")) {
      daemon(
          worker,
          "org.apache.spark.deploy.worker.Worker",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          FOLDER.resolve(worker).toString(),
          master);
    }
  }

  @AfterAll
  static void stopCluster() {
    for (Process daemon : daemons) {
      daemon.descendants().forEach(ProcessHandle::destroyForcibly);
      daemon.destroyForcibly();
    }
  }

  @Test
  void clusterMakesTheTablesThatOneJvmMakes() throws IOException, InterruptedException {
    assertEqualRuns("sample", "--input", SAMPLE.toString());
  }

  @Test
  void clusterReadsTheSeedsAsOneJvmDoes() throws IOException, InterruptedException {
    String seeds = Sitrep.shared("seeds").toAbsolutePath().toString();
    String metadata = Sitrep.shared("seeds-metadata.csv").toAbsolutePath().toString();
    assertEqualRuns("seeds", "--input", seeds, "--metadata", metadata);
  }

  @Test
  void launcherCallsTheSparkSubmitOfSparkHome() throws IOException, InterruptedException {
    Path output = FOLDER.resolve("launched");
    Sitrep.done("run", "--input", SAMPLE, "--output", output, "--replace");
    String told =
        succeed(
            "launcher",
            Map.of("SPARK_HOME", HOME.toString(), "SITREP_SUBMIT", "--master local[1]"),
            Path.of("jobs/sitrep").toAbsolutePath().toString(),
            "show",
            "region_weeks",
            "--limit",
            "3",
            "--output",
            output.toString());
    assertThat(told).contains("region_code", "2024-W");
  }

  /** The bare line: nothing but a master, the jar and the arguments of the command. */
  private static void assertEqualRuns(String name, String... input)
      throws IOException, InterruptedException {
    Path there = FOLDER.resolve(name + "-cluster");
    Path here = FOLDER.resolve(name + "-embedded");
    List<String> command =
        new ArrayList<>(
            List.of(HOME.resolve("bin/spark-submit").toString(), "--master", master, JAR, "run"));
    command.addAll(List.of("--replace", "--output", there.toString()));
    command.addAll(List.of(input));
    succeed(name, Map.of(), command.toArray(String[]::new));

    List<Object> embedded = new ArrayList<>(List.of("run", "--replace", "--output", here));
    embedded.addAll(List.of(input));
    Sitrep.done(embedded.toArray());
    for (Table table : Tables.stored()) {
      List<String> expected = rows(here, table);
      // Nothing is rejected or corrected here.
      if (table != Tables.REJECTS && table != Tables.CORRECTIONS) {
        assertThat(expected).as(table.name()).isNotEmpty();
      }
      assertThat(rows(there, table)).as(table.name()).isEqualTo(expected);
    }
  }

  private static List<String> rows(Path output, Table table) {
    return Sitrep.table(output, table).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static void daemon(String name, String className, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                HOME.resolve("bin/spark-class").toString(),
                className,
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0"));
    command.addAll(Arrays.asList(arguments));
    daemons.add(process(name, Map.of("SPARK_DAEMON_MEMORY", "256m"), command));
  }

  /** Runs a command to its end, which must be a good one, and gives what it printed. */
  private static String succeed(String name, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Process process = process(name, environment, List.of(command));
    boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    String log = Files.readString(log(name), StandardCharsets.UTF_8);
    assertThat(ended).as(name + " did not end in time: " + log).isTrue();
    assertThat(process.exitValue()).as(name + ": " + log).isZero();
    return log;
  }

  private static Process process(String name, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Path log(String name) {
    return FOLDER.resolve(name + ".log");
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
