package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks as they stand in git: a question each, short cells, no outputs. */
class NotebooksTest {

  private static final Path FOLDER = Path.of("notebooks");
  private static final int LINES = 10;

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static List<JsonNode> cells(Path notebook, String type) throws IOException {
    JsonNode cells = new ObjectMapper().readTree(notebook.toFile()).get("cells");
    return Stream.iterate(0, i -> i < cells.size(), i -> i + 1)
        .map(cells::get)
        .filter(cell -> cell.get("cell_type").asText().equals(type))
        .toList();
  }

  private static String source(JsonNode cell) {
    StringBuilder text = new StringBuilder();
    cell.get("source").forEach(line -> text.append(line.asText()));
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void areStripped(Path notebook) throws IOException {
    for (JsonNode cell : cells(notebook, "code")) {
      assertThat(cell.get("outputs")).as(source(cell)).isEmpty();
      assertThat(cell.get("execution_count").isNull()).as(source(cell)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void askAQuestionAndSayWhatToSee(Path notebook) throws IOException {
    List<String> texts = cells(notebook, "markdown").stream().map(NotebooksTest::source).toList();
    assertThat(texts.get(0).lines().findFirst()).hasValueSatisfying(this::isAQuestion);
    assertThat(String.join("\n", texts)).contains("What to see:");
  }

  private void isAQuestion(String heading) {
    assertThat(heading).startsWith("# ").endsWith("?");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void haveShortCellsAndShowWhatColumnsMean(Path notebook) throws IOException {
    List<JsonNode> code = cells(notebook, "code");
    for (JsonNode cell : code) {
      assertThat(source(cell).lines().count()).as(source(cell)).isLessThanOrEqualTo(LINES);
    }
    assertThat(source(code.get(0))).contains("Sheet.columns(Tables.");
  }

  @Test
  void areNamedInTheirReadme() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));
    assertThat(notebooks()).hasSizeGreaterThanOrEqualTo(6);
    for (Path notebook : notebooks()) {
      assertThat(readme).contains("(" + notebook.getFileName() + ")");
    }
  }
}
