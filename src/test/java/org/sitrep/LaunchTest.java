package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

/** What the launcher hands to the JVM is what this Spark asks for. */
class LaunchTest {

  @Test
  void opensWhatSparkWantsOpen() throws IOException {
    List<String> ours =
        List.of(Files.readString(Path.of("target/launch/java.options")).strip().split("\\s+"));
    List<String> wanted =
        List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+")).stream()
            .filter(option -> !option.equals("-XX:+IgnoreUnrecognizedVMOptions"))
            .toList();
    assertThat(ours)
        .containsAll(wanted.stream().filter(option -> option.startsWith("--add-opens")).toList());
  }
}
