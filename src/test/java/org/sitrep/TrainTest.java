package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.cluster.Cluster;
import org.sitrep.cluster.ClusterSettings;
import org.sitrep.tables.Tables;

/** Weights learned through the command line from the sample's labels. */
@Tag("heavy")
class TrainTest {

  private static final Path LABELS = Path.of("src/test/resources/sample/gold-articles.csv");
  private static final String SETTING = "spark.sitrep.cluster.weights";

  @TempDir static Path folder;
  private static Path output;
  private static Path weights;
  private static String said;

  @BeforeAll
  static void run() {
    output = folder.resolve("out");
    weights = folder.resolve("weights.tsv");
    Sitrep.done("run", "--output", output);
    said = Sitrep.done("train", "--labels", LABELS, "--to", weights, "--output", output);
  }

  @Test
  void tellsHowWellTheyClusterBesidePlainAverageLink() {
    assertThat(said)
        .contains("cross-validated over incidents, 2 folds", "plain average link", "weights  ")
        .containsPattern("(?s)pairwise.*for comparison.*pairwise");
  }

  @Test
  void writesTheShippedListWithOtherWeights() throws IOException {
    List<String> learned = features(Files.readAllLines(weights));
    try (var shipped = Main.class.getResourceAsStream("cluster/pair-weights.tsv")) {
      assertThat(learned)
          .isEqualTo(
              features(new String(shipped.readAllBytes(), StandardCharsets.UTF_8).lines().toList()))
          .isNotEmpty();
    }
    assertThat(Files.readAllLines(weights).get(0)).contains("100 labelled articles");
  }

  @Test
  void keepsToTheBounds() throws IOException {
    for (String line : Files.readAllLines(weights)) {
      String[] cells = line.split("\t", -1);
      if (!line.startsWith("#") && !cells[0].equals("features")) {
        double weight = Double.parseDouble(cells[1]);
        assertThat(weight)
            .as(line)
            .isBetween(
                cells[2].isEmpty() ? -100 : Double.parseDouble(cells[2]),
                cells[3].isEmpty() ? 100 : Double.parseDouble(cells[3]));
      }
    }
  }

  @Test
  void learnsTheSameTwice() throws IOException {
    Path again = folder.resolve("again.tsv");
    Sitrep.done("train", "--labels", LABELS, "--to", again, "--output", output);
    assertThat(again).hasSameTextualContentAs(weights);
  }

  @Test
  void clusteringTakesThem() {
    Dataset<Row> before = Sitrep.table(output, Tables.CLUSTERS);
    List<String> notes = new ArrayList<>();
    Dataset<Row> clusters =
        Cluster.clusters(
            Sitrep.table(output, Tables.DOCUMENTS),
            Sitrep.table(output, Tables.DOCUMENT_FREQUENCIES),
            before,
            ClusterSettings.of(Settings.of(Map.of(SETTING, weights.toString())).step("cluster")),
            notes::add);
    assertThat(clusterings(clusters)).hasSize(1).doesNotContainAnyElementsOf(clusterings(before));
    assertThat(notes).noneMatch(note -> note.startsWith("clustered anew"));
    clusters.unpersist();
  }

  @Test
  void whatCannotBeLearnedFromIsSaid() throws IOException {
    refused("--folds must be 2 to 20", "--labels", LABELS, "--folds", "1");
    refused("is a folder", "--labels", LABELS, "--to", folder);
    refused("nothing.csv", "--labels", folder.resolve("nothing.csv"));
    Path strangers = folder.resolve("strangers.csv");
    Files.writeString(strangers, "article_id,incident\nnobody1,A\nnobody2,A\n");
    refused("no two labelled articles", "--labels", strangers);
    Path unlabelled = folder.resolve("unlabelled.csv");
    Files.writeString(unlabelled, "article_id,week\nn001,2024-W01\n");
    refused("incident", "--labels", unlabelled);
  }

  private static void refused(String why, Object... arguments) {
    Object[] words = new Object[arguments.length + 3];
    words[0] = "train";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    words[arguments.length + 1] = "--output";
    words[arguments.length + 2] = output;
    Sitrep.Said said = Sitrep.say(words);
    assertThat(said.code()).as(why).isEqualTo(2);
    assertThat(said.err()).contains(why).doesNotContain("\tat ");
  }

  private static Set<String> clusterings(Dataset<Row> clusters) {
    return clusters.select("clustering").distinct().as(Encoders.STRING()).collectAsList().stream()
        .collect(Collectors.toSet());
  }

  /** The rows of a file of weights without the weights. */
  private static List<String> features(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.startsWith("features\t") ? line : line.replaceFirst("\t[^\t]*", ""))
        .toList();
  }
}
