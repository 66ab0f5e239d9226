package org.sitrep.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The very lines of the scoring script that stands beside the development data. */
class ScriptTest {

  private static final Path SCRIPT = Path.of("../shared/bench/score.py");
  private static final int SEEDS = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"clusters", "weekly", "articles", "events", "toponyms", "merges", "types"})
  void printsTheLinesOfTheScript(String measure) throws IOException, InterruptedException {
    assumeTrue(Files.exists(SCRIPT), "skipped: needs the scoring script at " + SCRIPT);
    assumeTrue(hasPython(), "skipped: needs python3 to run the scoring script");
    for (int seed = 1; seed <= SEEDS; seed++) {
      Path home = Files.createDirectory(folder.resolve(measure + seed));
      List<Path> files = RandomTables.write(measure, seed, home);
      assertThat(ExportedTables.evaluation(measure, files).lines())
          .as(measure + ", seed " + seed)
          .isEqualTo(script(measure, files));
    }
  }

  private static List<String> script(String measure, List<Path> files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString(), measure));
    files.forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
