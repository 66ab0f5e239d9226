package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();

  private int generate(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("generate", "--articles", "20", "--days", "3", "--seed", "1"));
    arguments.addAll(List.of(more));
    PrintWriter writer = new PrintWriter(said);
    int code = Main.run(writer, writer, arguments.toArray(String[]::new));
    writer.flush();
    return code;
  }

  @Test
  void writesIntoANewFolderAndReplacesByForceAlone() throws IOException {
    String to = folder.resolve("corpus").toString();
    assertThat(generate("--to", to)).isZero();
    assertThat(said.toString()).startsWith("20 articles (19 of ");
    assertThat(generate("--to", to)).isEqualTo(2);
    assertThat(said.toString()).contains("is not empty; --force");
    Files.writeString(folder.resolve("corpus/other.txt"), "mine");
    assertThat(generate("--to", to, "--force", "--start", "2023-05-01")).isZero();
    assertThat(folder.resolve("corpus/other.txt")).hasContent("mine");
    assertThat(folder.resolve("corpus/incidents.csv")).content().contains(",2023-05-0");
  }

  @Test
  void refusesWhatCannotBe() throws IOException {
    String file = Files.writeString(folder.resolve("file"), "x").toString();
    String to = folder.resolve("corpus").toString();
    assertThat(generate("--to", file)).isEqualTo(2);
    assertThat(generate("--to", to, "--start", "1 May")).isEqualTo(2);
    assertThat(generate("--to", to, "--start", "1900-01-01")).isEqualTo(2);
    assertThat(said.toString())
        .contains("is not a folder", "--start must be a day", "must lie between");
    assertThat(folder.resolve("corpus")).doesNotExist();
  }
}
