package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * The built jar: what is in it, and that it runs with nothing else, in another time zone as in UTC.
 */
class JarIT {

  private static final Path JAR = Path.of("target/sitrep.jar");

  @TempDir Path folder;

  @Test
  void holdsOursAndTheRelocatedRestOnly() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> classes =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class"))
              .toList();
      assertThat(classes).isNotEmpty().allMatch(name -> name.startsWith("org/sitrep/"));
      assertThat(classes).anyMatch(name -> name.startsWith("org/sitrep/shaded/lucene/"));
    }
  }

  @Test
  void runsUnderSparkSubmitInAnotherTimeZone() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(Files.readString(Path.of("target/launch/java.options")).strip().split("\\s+")));
    command.addAll(
        List.of(
            "-Duser.timezone=America/Los_Angeles",
            "-Xmx2g",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Files.readString(Path.of("target/spark.classpath")).strip(),
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[2]",
            "--conf",
            "spark.ui.enabled=false",
            "--conf",
            "spark.serializer=org.apache.spark.serializer.KryoSerializer",
            "--conf",
            "spark.sql.shuffle.partitions=4",
            // the standalone cluster's test generates code; compiling it would double this one
            "--conf",
            "spark.sql.codegen.wholeStage=false",
            "--conf",
            "spark.sql.codegen.factoryMode=NO_CODEGEN",
            JAR.toString(),
            "run",
            "--output",
            folder.resolve("there").toString()));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Sitrep.done("run", "--output", folder.resolve("here"));
    int code = process.waitFor();
    assertThat(code).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();

    for (var table : List.of(Tables.REGION_WEEKS, Tables.REGION_WEEK_EVENTS, Tables.INCIDENTS)) {
      assertThat(rows(folder.resolve("there"), table))
          .as(table.name())
          .isEqualTo(rows(folder.resolve("here"), table));
    }
  }

  private static List<String> rows(Path output, Table table) {
    return Sitrep.table(output, table).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }
}
