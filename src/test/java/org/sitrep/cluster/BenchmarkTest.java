package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.Main;
import org.sitrep.SharedSpark;
import org.sitrep.cluster.MinHashBenchmark.Found;

/** The programs of {@code jobs/benchmark}, on a few hundred articles. */
@Tag("heavy")
class BenchmarkTest {

  @TempDir private static Path folder;

  private static Path corpus;
  private static String output;

  @BeforeAll
  static void generated() {
    corpus = folder.resolve("corpus");
    output = folder.resolve("output").toString();
    sitrep(
        "generate", "--articles", "300", "--days", "30", "--seed", "1", "--to", corpus.toString());
    clustered(corpus, output);
  }

  @Test
  void clusteringIsMeasured() throws IOException {
    Figures figures =
        ClusterBenchmark.figures(
            SharedSpark.session(), 30, output, corpus.resolve("gold.csv"), 1234.4);
    assertThat(figures.of("articles")).isEqualTo("300");
    assertThat(figures.of("peak_MB")).isEqualTo("1234");
    assertThat(number(figures, "seconds")).isPositive();
    assertThat(number(figures, "stage_candidates")).isPositive();
    assertThat(number(figures, "candidates_per_article")).isBetween(1.0, 300.0);
    assertThat(number(figures, "recall_candidates"))
        .isBetween(0.5, 1.0)
        .isGreaterThanOrEqualTo(number(figures, "recall_edges"));
    assertThat(number(figures, "recall_edges"))
        .isPositive()
        .isLessThanOrEqualTo(number(figures, "recall_components"));
    assertThat(number(figures, "recall_components"))
        .isGreaterThanOrEqualTo(number(figures, "recall_incidents"));
    assertThat(number(figures, "pairwise_F1")).isBetween(0.3, 1.0);
    assertThat(number(figures, "largest_block")).isBetween(2.0, 300.0);
    assertThat(figures.of("blocks")).contains("region days");
  }

  @Test
  void sizesAreComparedWithinALayout() throws IOException {
    Path file = folder.resolve("cluster.tsv");
    assertThat(ClusterBenchmark.told("days", measured(10_000, 20), file)).doesNotContain("times");
    ClusterBenchmark.told("density", measured(10_000, 1), file);
    ClusterBenchmark.told("days", measured(10_000, 10), file);
    ClusterBenchmark.told("days", measured(2_500, 1), file);
    assertThat(ClusterBenchmark.told("days", measured(40_000, 45), file))
        .endsWith("times articles 4.00, times seconds 4.50");
    assertThat(Figures.read(file)).hasSize(5).last().extracting("articles").isEqualTo("40000");
  }

  @Test
  void plantedPairsAreCounted() {
    // Ordinals 0, 1, 2 tell one incident, 3 and 5 another; 4 has no label.
    Planted planted = Planted.of(7, 7, 7, 8, -1, 8);
    assertThat(planted.pairs()).isEqualTo(4);
    assertThat(planted.among(pairs(new long[][] {{0, 1}, {1, 3}, {3, 4}, {3, 5}}))).isEqualTo(0.5);
    assertThat(planted.together(pairs(new long[][] {{0, 0}, {1, 0}, {2, 0}, {3, 0}})))
        .isEqualTo(0.75);
  }

  @Test
  void similarityJoinIsMeasured() throws IOException {
    List<Found> found =
        MinHashBenchmark.of(
            SharedSpark.session(),
            300,
            output,
            corpus.resolve("gold.csv"),
            new PrintStream(PrintStream.nullOutputStream()),
            new int[] {1, 3},
            new double[] {0.8, 1});
    assertThat(found)
        .extracting(Found::method)
        .containsExactly(
            "sitrep candidates",
            "sitrep edges",
            "sitrep clusters",
            "MinHashLSH",
            "MinHashLSH",
            "MinHashLSH",
            "MinHashLSH");
    assertThat(found)
        .allSatisfy(
            way -> {
              if (way.done()) {
                assertThat(way.pairs()).isPositive();
                assertThat(way.recall()).isBetween(0.01, 1.0);
              } else {
                assertThat(way.state()).isEqualTo("not tried: other distances tell");
                assertThat(way.distance()).isLessThan(1);
              }
            });
    // Of each number of tables the largest distance comes first; more tables find more.
    assertThat(found.get(3).pairs()).isLessThan(found.get(5).pairs());
    assertThat(found.get(3).recall()).isLessThanOrEqualTo(found.get(5).recall());
    assertThat(found.get(2).recall()).isGreaterThan(0.9);
    assertThat(MinHashBenchmark.verdicts(found)).hasSize(3);
  }

  @Test
  void joinBeyondTheLimitIsToldAsCancelled() throws IOException {
    List<Found> found =
        MinHashBenchmark.of(
            SharedSpark.session(),
            0,
            output,
            corpus.resolve("gold.csv"),
            new PrintStream(PrintStream.nullOutputStream()),
            new int[] {1, 3},
            new double[] {0.8, 1});
    assertThat(found.subList(3, 7))
        .extracting(Found::state)
        .containsExactly(
            "cancelled after 0 s",
            "cancelled after 0 s",
            "not tried: fewer tables did not end",
            "not tried: fewer tables did not end");
    assertThat(MinHashBenchmark.verdicts(found).get(0))
        .endsWith("none (2 of 4 settings did not end)");
  }

  @Test
  void fastestSettingWithOurRecallIsNamed() {
    assertThat(
            MinHashBenchmark.verdicts(
                List.of(
                    new Found("sitrep edges", 0, Double.NaN, 2, 10, 0.9, "done"),
                    new Found("MinHashLSH", 1, 0.5, 1, 10, 0.8, "done"),
                    new Found("MinHashLSH", 3, 0.5, 20, 99, 0.95, "done"),
                    new Found("MinHashLSH", 3, 0.6, 12, 77, 0.9, "done"))))
        .containsExactly(
            "sitrep edges: 2.0 s, recall 0.9000; fastest setting of MinHashLSH with that recall:"
                + " 3 tables, distance 0.60: 12.0 s, 6.0 times as long, 77 pairs, recall 0.9000"
                + " (0 of 3 settings did not end)");
  }

  @Test
  void nearCopiesAreMadeAndCounted() throws IOException {
    Path copies = folder.resolve("copies");
    CopiesBenchmark.make(60, 100, copies);
    List<String> lines = Files.readAllLines(copies.resolve("articles.jsonl"));
    assertThat(lines).hasSize(160).doesNotHaveDuplicates();
    String clustered = folder.resolve("copies-output").toString();
    clustered(copies, clustered);
    for (String step : List.of("reconcile", "statistics", "report")) {
      sitrep(step, "--output", clustered);
    }
    Figures figures = CopiesBenchmark.figures(SharedSpark.session(), clustered, Double.NaN);
    assertThat(figures.of("copies")).isEqualTo("60");
    assertThat(figures.of("articles")).isEqualTo("160");
    assertThat(number(figures, "in_one_incident")).isBetween(50.0, 60.0);
    assertThat(number(figures, "set_aside_as_copies")).isGreaterThan(40);
    assertThat(figures.of("cluster_peak_MB")).isEmpty();
  }

  private static void clustered(Path articles, String to) {
    sitrep("ingest", "--input", articles.resolve("articles.jsonl").toString(), "--output", to);
    sitrep("annotate", "--output", to);
    sitrep("cluster", "--output", to);
  }

  private static void sitrep(String... arguments) {
    SharedSpark.session();
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    assertThat(Main.run(writer, writer, arguments)).as(said.toString()).isZero();
  }

  private static Figures measured(int articles, double seconds) {
    return new Figures().number("articles", articles).number("seconds", seconds, 1);
  }

  private static Dataset<Row> pairs(long[][] rows) {
    return SharedSpark.session()
        .createDataFrame(
            java.util.Arrays.stream(rows).map(row -> RowFactory.create(row[0], row[1])).toList(),
            StructType.fromDDL("a BIGINT, b BIGINT"));
  }

  private static double number(Figures figures, String name) {
    return Double.parseDouble(figures.of(name));
  }
}
