package org.sitrep.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The very lines of the scoring script that stands beside the development data. */
class ScriptTest {

  private static final Path SCRIPT = Path.of("../shared/bench/score.py");
  private static final int SEEDS = 60;

  /**
   * Python sums plainly up to 3.11 and with compensation since; the last bit decides where a figure
   * lies halfway between two roundings. Plainly here, so that every Python prints the same.
   */
  private static final String LOOP =
      """
      import functools, operator, sys
      folder, measure, count, *files = sys.argv[1:]
      sys.path.insert(0, folder)
      import score
      score.sum = lambda values: functools.reduce(operator.add, values, 0)
      for i in range(0, len(files), int(count)):
          getattr(score, measure)(*files[i:i + int(count)])
          print("--")
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"clusters", "weekly", "articles", "events", "toponyms", "merges", "types"})
  void printsTheLinesOfTheScript(String measure) throws IOException, InterruptedException {
    assumeTrue(Files.exists(SCRIPT), "skipped: needs the scoring script at " + SCRIPT);
    assumeTrue(hasPython(), "skipped: needs python3 to run the scoring script");
    List<List<String>> ours = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Path home = Files.createDirectory(folder.resolve(measure + seed));
      List<Path> tables = RandomTables.write(measure, seed, home);
      ours.add(ExportedTables.evaluation(measure, tables).lines());
      files.addAll(tables);
    }
    assertThat(ours).isEqualTo(script(measure, files));
  }

  /** What the script prints for each of several sets of files, in one process. */
  private static List<List<String>> script(String measure, List<Path> files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-B", "-c", LOOP));
    command.add(SCRIPT.getParent().toString());
    command.add(measure);
    command.add(Integer.toString(files.size() / SEEDS));
    files.forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Arrays.stream(said.split("--\n")).map(each -> each.lines().toList()).toList();
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
