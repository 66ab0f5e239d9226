package org.sitrep.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.evaluate.Clusters.Label;

/** Each measure on a small invented case, and where its definition has an edge. */
class MeasuresTest {

  /** The expected lines were printed by the scoring script of the development data. */
  @ParameterizedTest
  @CsvSource({
    "clusters, gold predicted",
    "weekly, gold predicted",
    "articles, gold predicted",
    "events, gold incidents predicted",
    "toponyms, gold predicted",
    "merges, gold predicted",
    "types, gold predicted classes"
  })
  void printsTheExpectedLines(String measure, String files) throws IOException {
    Path home = Path.of("src/test/resources/evaluate", measure);
    List<Path> paths =
        Stream.of(files.split(" ")).map(file -> home.resolve(file + ".csv")).toList();
    Evaluation evaluation = ExportedTables.evaluation(measure, paths);
    assertThat(evaluation.lines()).isEqualTo(Files.readAllLines(home.resolve("expected.txt")));
    assertThat(evaluation.figures()).isNotEmpty().doesNotContainValue(null);
  }

  @Test
  void figuresAreNotRounded() {
    Map<String, Number> figures =
        clusters(List.of("a x", "b x", "c x"), List.of("a 1", "b 1", "c 2")).figures();
    assertThat(figures.keySet())
        .containsExactly(
            "articles",
            "missing",
            "gold_clusters",
            "predicted_clusters",
            "pairwise_precision",
            "pairwise_recall",
            "pairwise_f1",
            "bcubed_precision",
            "bcubed_recall",
            "bcubed_f1",
            "ari");
    assertThat(figures.get("pairwise_recall").doubleValue()).isEqualTo(1 / 3.0);
    assertThat(figures.get("bcubed_recall").doubleValue()).isCloseTo(5 / 9.0, within(1e-15));
  }

  @Test
  void equalPartitionsAreRightThoughChanceCannotBeToldApart() {
    assertThat(clusters(List.of("a x", "b y"), List.of("a 1", "b 2")).ari()).isEqualTo(1);
    assertThat(clusters(List.of("a x", "b x"), List.of("a 1", "b 1")).ari()).isEqualTo(1);
    assertThat(clusters(List.of("a x"), List.of("a 1")).ari()).isEqualTo(1);
    assertThat(clusters(List.of("a x", "b x"), List.of("a 1", "b 2")).ari()).isZero();
  }

  @Test
  void anArticleThatTheOutputLacksStandsAlone() {
    Clusters clusters = clusters(List.of("a x", "b x"), List.of("c 1"));
    assertThat(clusters.missing()).isEqualTo(2);
    assertThat(clusters.predictedClusters()).isEqualTo(2);
    assertThat(clusters.bcubedPrecision()).isEqualTo(1);
    assertThat(clusters.recall()).isZero();
  }

  private static Clusters clusters(List<String> gold, List<String> predicted) {
    return Clusters.of(
        gold.stream().map(row -> row.split(" ")).map(row -> new Label(row[0], row[1])).toList(),
        predicted.stream()
            .map(row -> row.split(" "))
            .map(row -> new Membership(row[0], row[1], 0.5, true))
            .toList());
  }

  @Test
  void weeksAreComparedInTheCountriesOfTheGoldAlone() {
    LocalDate day = LocalDate.of(2024, 3, 7);
    List<IncidentLabel> gold =
        List.of(
            new IncidentLabel("a", day, "KE-24", 1, 0),
            new IncidentLabel("b", day, "AF.01", 1, 0),
            new IncidentLabel("c", day, "XX", 1, 0));
    List<RegionWeek> weeks =
        Stream.of("KE-24", "KE-17", "AF.01", "AF.02", "XX", "US-TX", "K", "AL.01")
            .map(region -> new RegionWeek(region, "2024-W10", 1L, 1L, null))
            .toList();
    Weekly weekly = Weekly.of(gold, weeks);
    assertThat(weekly.predictedCells()).isEqualTo(5);
    assertThat(weekly.commonCells()).isEqualTo(3);
    assertThat(weekly.lines().get(3))
        .isEqualTo(
            "injured   gold total 0 predicted total 0  overlap P 0.000 R n/a F1 n/a  MAE per cell 0.000");
  }

  @Test
  void regionsCountAsOneOnlyWhereTheUserSaysSo() {
    List<ArticleLabel> gold =
        List.of(new ArticleLabel("a", LocalDate.of(2017, 4, 5), "SY-RD", List.of()));
    List<ArticleFacts> facts =
        List.of(new ArticleFacts("a", null, null, "SY-DI", null, null, null, null));
    assertThat(Articles.of(gold, facts, Map.of()).region()).isZero();
    assertThat(Articles.of(gold, facts, Map.of("SY-RD", "SY-DI")).region()).isEqualTo(1);
    assertThat(Articles.of(gold, facts, Map.of("SY-DI", "SY-RD")).region()).isEqualTo(1);
    assertThat(Articles.of(gold, facts, Map.of()).lines().get(2))
        .isEqualTo("killed exact n/a   killed within 10% n/a");
  }

  @ParameterizedTest
  @CsvSource({
    "São Tomé, sao tome",
    "St. John's, st john s",
    "İzmir, izmir",
    "Ḩalab (city), halab city",
    "حلب, ''",
    "ﬁeld, field"
  })
  void namesAreComparedWithoutAccents(String name, String folded) {
    assertThat(Toponyms.folded(name)).isEqualTo(folded);
  }

  @Test
  void distancesAreGreatCircles() {
    assertThat(Toponyms.kilometres(0, 0, 0, 180)).isCloseTo(Math.PI * 6371, within(1e-9));
    assertThat(Toponyms.kilometres(52.52, 13.405, 48.8566, 2.3522)).isCloseTo(877.5, within(1.0));
    assertThat(Toponyms.kilometres(10, 179.5, 10, -179.5)).isCloseTo(109.5, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0625, 0.062",
    "0.1875, 0.188",
    "0.0005, 0.001",
    "0.0015, 0.002",
    "0.9996, 1.000",
    "-0.0001, -0.000",
    "-0.25, -0.250",
    "1, 1.000",
    "NaN, n/a"
  })
  void decimalsAreRoundedHalfToEvenFromTheExactValue(double value, String printed) {
    assertThat(FixedPoint.of(value)).isEqualTo(printed);
  }
}
