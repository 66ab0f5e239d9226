package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.tables.Tables;
import org.sitrep.tables.Version;

/** How runs are named to compare their tables. */
class KeptRunsTest {

  private static final Map<String, List<String>> ALL =
      Map.of(
          "articles", List.of("a"),
          "incident_articles", List.of("b"),
          "incidents", List.of("c"),
          "region_weeks", List.of("d"));

  private static final KeptRuns RUNS =
      new KeptRuns(
          "out",
          List.of(
              version("0309T-cc", 1, ALL), version("0302T-bb", 1, ALL), version("0302T", 1, ALL)),
          List.of("0223T-aa", "0302T", "0302T-bb", "0309T-cc"));

  private static Version version(String id, int contract, Map<String, List<String>> tables) {
    return new Version(id, null, contract, "0.1.0", tables);
  }

  @ParameterizedTest
  @CsvSource({
    "latest,   0309T-cc",
    "previous, 0302T-bb",
    "0309T-cc, 0309T-cc",
    "0309,     0309T-cc",
    "0302T-,   0302T-bb",
    "0302T,    0302T"
  })
  void isNamed(String name, String id) {
    assertThat(RUNS.version(name).runId()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03    | more than one run begins with 03: 0309T-cc, 0302T-bb, 0302T; give more characters",
        "0223T | the tables of run 0223T were removed or never published; there are 0309T-cc (latest), 0302T-bb (previous), 0302T",
        "1999  | no run 1999 in out; there are 0309T-cc (latest), 0302T-bb (previous), 0302T",
        "''    | no run  in out; there are 0309T-cc (latest), 0302T-bb (previous), 0302T"
      })
  void isNotFound(String name, String message) {
    assertThatThrownBy(() -> RUNS.version(name))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void onlyRun() {
    KeptRuns one = new KeptRuns("out", List.of(version("r1", 1, ALL)), List.of("r1"));
    assertThatThrownBy(() -> one.version("previous"))
        .hasMessage("there is no run before the latest in out; there is r1 (latest)");
    assertThatThrownBy(() -> new KeptRuns("out", List.of(), List.of()).version("latest"))
        .hasMessage("no tables in out; run `sitrep run --output DIR` first");
  }

  @Test
  void manyRunsAreNotAllNamed() {
    List<Version> many = IntStream.range(0, 15).mapToObj(i -> version("r" + i, 1, ALL)).toList();
    assertThatThrownBy(() -> new KeptRuns("out", many, List.of()).version("x"))
        .hasMessageEndingWith("r11 and 3 more (`sitrep runs` lists them)");
  }

  @Test
  void comparesOnlyWhatIsThereAndUnderstood() {
    assertThat(KeptRuns.comparable(version("r", Tables.SCHEMA_VERSION, ALL)).runId())
        .isEqualTo("r");
    assertThatThrownBy(() -> KeptRuns.comparable(version("r", 0, ALL)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("run r wrote its tables under contract 0 (sitrep 0.1.0)");
    assertThatThrownBy(() -> KeptRuns.comparable(version("r", Tables.SCHEMA_VERSION + 1, ALL)))
        .hasMessageContaining("this sitrep compares contracts 1 to");
    assertThatThrownBy(() -> KeptRuns.comparable(version("r", 1, Map.of("articles", List.of("a")))))
        .hasMessageContaining("run r ended before the table incident_articles was made");
  }

  @Test
  void saysWhatRunsDidOtherwise() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    String before =
        """
        {"code_version": "0.1.0", "gazetteer": "world", "actors": null,
         "settings": {"cluster.threshold": "0.5", "same": "1", "gone": "x"}}
        """;
    String after =
        """
        {"code_version": "0.2.0", "gazetteer": "world", "actors": "sides.tsv",
         "settings": {"cluster.threshold": "0.6", "same": "1"}}
        """;
    assertThat(DiffCommand.otherWays(json.readTree(before), json.readTree(after)))
        .containsExactly(
            "code_version 0.1.0 → 0.2.0",
            "actors none → sides.tsv",
            "cluster.threshold 0.5 → 0.6",
            "gone x → none");
    assertThat(DiffCommand.otherWays(json.nullNode(), json.readTree(after))).isEmpty();
  }
}
