package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.tables.Tables;

/** What the command line says to wrong words and bad input. */
class CommandLineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "ingest",
        "annotate",
        "cluster",
        "reconcile",
        "statistics",
        "report",
        "show",
        "export",
        "explain",
        "evaluate",
        "generate",
        "diff",
        "runs",
        "clean"
      })
  void everyCommandExplainsItself(String command) {
    Sitrep.Said said = Sitrep.say(command, "--help");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("Usage: sitrep " + command).containsPattern("--(output|to)\\b");
  }

  @Test
  void helpNamesCommandsAndExitCodes() {
    assertThat(Sitrep.done("--help")).contains("explain", "Exit codes: 0 done");
    assertThat(Sitrep.done("evaluate", "--help").lines())
        .contains("  sitrep evaluate clusters --gold labels.csv --output sitrep-out")
        .allMatch(line -> line.length() <= 80);
    assertThat(Sitrep.done("--version")).matches("sitrep \\d+\\.\\d+\\.\\d+\\s*");
  }

  @Test
  void wrongWordsAreOneClearLineAndExitCodeTwo() {
    Path empty = folder.resolve("empty");
    for (Object[] words :
        List.<Object[]>of(
            new Object[] {"show", "nothing", "--output", empty},
            new Object[] {"export", "nothing", "--output", empty},
            new Object[] {"show", "incidents", "--output", empty},
            new Object[] {"run", "--input", folder.resolve("absent.jsonl"), "--output", empty},
            new Object[] {"annotate", "--output", empty},
            new Object[] {"diff", "previous", "latest", "--output", empty},
            new Object[] {"diff", "previous", "latest", "--limit", "-1", "--output", empty},
            new Object[] {"clean", "--keep", "0", "--output", empty},
            new Object[] {"report", "--country", "SY", "--output", empty},
            new Object[] {"report", "--country", "ZZ", "--to", folder, "--output", empty},
            new Object[] {"report", "--all", "--week", "2015-W17", "--output", empty},
            new Object[] {"report", "--to", folder.resolve("to"), "--output", empty},
            new Object[] {"run", "--map", "nonsense=x", "--input", folder, "--output", empty})) {
      Sitrep.Said said = Sitrep.say(words);
      assertThat(said.code())
          .as(String.join(" ", List.of(words).toString()) + said.err())
          .isEqualTo(Main.USAGE);
      assertThat(said.err().lines().filter(line -> line.startsWith("sitrep: "))).hasSize(1);
      assertThat(said.err()).doesNotContain("\tat ");
    }
    assertThat(Sitrep.say("run", "--colour").code()).isEqualTo(Main.USAGE);
    assertThat(Sitrep.say("fly").code()).isEqualTo(Main.USAGE);
    assertThat(Sitrep.say("diff", "latest").code()).isEqualTo(Main.USAGE);
  }

  @Test
  void labelsThatCannotBeUsedAreNamed() throws IOException {
    Path labels = Files.writeString(folder.resolve("labels.csv"), "article_id,incident\na,\n");
    Path absent = folder.resolve("absent.csv");
    Path empty = folder.resolve("empty");
    for (Object[] words :
        List.<Object[]>of(
            new Object[] {"clusters", "--gold", absent, absent + ": there is no such file"},
            new Object[] {"clusters", "--gold", folder, folder + ": cannot be read: "},
            new Object[] {
              "clusters", "--gold", labels, "labels.csv, line 2, column incident: is empty"
            },
            new Object[] {"weekly", "--gold", labels, "labels.csv: no column date"},
            new Object[] {"events", "--gold", labels, "evaluate events needs --incidents FILE"},
            new Object[] {"types", "--gold", labels, "evaluate types needs --classes FILE"},
            new Object[] {
              "merges", "--gold", labels, "--classes=x", "--classes belongs to evaluate types"
            },
            new Object[] {
              "merges", "--gold", labels, "--same-region=A", "--same-region must be CODE=CODE"
            })) {
      List<Object> line = new ArrayList<>(List.of("evaluate", "--output", empty));
      line.addAll(List.of(words).subList(0, words.length - 1));
      Sitrep.Said said = Sitrep.say(line.toArray());
      assertThat(said.code()).as(line + said.err()).isEqualTo(Main.USAGE);
      assertThat(said.err().lines()).hasSize(1);
      assertThat(said.err()).startsWith("sitrep: ").contains((String) words[words.length - 1]);
    }
    Files.writeString(labels, "article_id,incident\na,x\n");
    assertThat(Sitrep.say("evaluate", "clusters", "--gold", labels, "--output", empty).err())
        .startsWith("sitrep: no tables in ");
    assertThat(Sitrep.say("evaluate", "beauty", "--gold", labels).code()).isEqualTo(Main.USAGE);
    assertThat(Sitrep.say("evaluate", "clusters").err()).contains("--gold");
  }

  @Test
  void aFolderThatHoldsSomethingElseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.doc"), "mine");
    Sitrep.Said said = Sitrep.say("run", "--output", folder);
    assertThat(said.code()).isEqualTo(Main.USAGE);
    assertThat(said.err()).contains("thesis.doc");
    assertThat(folder).isDirectoryContaining("glob:**thesis.doc");
    assertThat(folder.toFile().list()).containsExactly("thesis.doc");
  }

  @Test
  void anUnknownSettingIsAnError() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    Settings.of(
                        Map.of("spark.sitrep.cluster.treshold", "1", "spark.executor.cores", "2"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("spark.sitrep.cluster.treshold");
    assertThat(
            Settings.of(Map.of("spark.sitrep.ingest.max_text_mb", "5"))
                .integer("ingest.max_text_mb"))
        .isEqualTo(5);
  }

  @Test
  void whatCannotBeReadIsRejectedAndTheRestIsKept() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in put/ünïcode"));
    Files.write(
        input.resolve("mixed.jsonl"),
        List.of(
            "{\"id\":\"good\",\"title\":\"Flood in Jakarta\",\"text\":\"Three people died in a flood in Jakarta on Monday, officials said.\",\"published_at\":\"2024-01-02\",\"mood\":\"grim\"}",
            "{\"id\":\"broken\", \"text\":",
            "{\"id\":\"notext\",\"title\":\"Only a headline about a fire in Lima\"}",
            "{\"id\":\"baddate\",\"text\":\"A bus crashed near Cusco, killing four people, police said.\",\"published_at\":\"the day before\"}",
            "{\"id\":\"good\",\"text\":\"Quite another text under the same id.\",\"published_at\":\"2024-01-03\"}"));
    Files.write(
        input.resolve("latin.txt"), "Caf\u00e9 bombing".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(input.resolve("binary.txt"), new byte[] {1, 0, 2, 0, 3});
    Path whole = folder.resolve("whole.gz");
    try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(whole))) {
      for (int i = 0; i < 2000; i++) {
        gz.write(
            ("{\"id\":\"gz"
                    + i
                    + "\",\"text\":\"Article "
                    + i
                    + " "
                    + Long.toHexString(i * 7919L * 104729L)
                    + "\"}\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(input.resolve("cut.jsonl.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path output = folder.resolve("out");
    Sitrep.Said said = Sitrep.say("ingest", "--input", input, "--output", output);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.err()).contains("ignored column mood");
    Map<String, List<String>> warnings = new TreeMap<>();
    for (Row row : Sitrep.table(output, Tables.ARTICLES).collectAsList()) {
      warnings.put(row.getAs("article_id"), row.getList(row.fieldIndex("warning")));
    }
    assertThat(warnings)
        .containsEntry("good", List.of())
        .containsEntry("notext", List.of("no_text"))
        .containsEntry("baddate", List.of("bad_date"))
        .containsEntry("good#2", List.of("duplicate_id"));
    assertThat(warnings.keySet()).filteredOn(id -> id.startsWith("gz")).hasSizeBetween(100, 1999);
    List<Row> rejects = Sitrep.table(output, Tables.REJECTS).collectAsList();
    assertThat(rejects)
        .extracting(row -> Path.of(row.<String>getAs("input_path")).getFileName().toString())
        .contains("mixed.jsonl", "latin.txt", "binary.txt", "cut.jsonl.gz");
    assertThat(rejects).allSatisfy(row -> assertThat(row.<String>getAs("reason")).isNotBlank());
    long before = rejects.size();
    assertThat(Sitrep.say("ingest", "--input", input, "--output", output).out())
        .contains("nothing new");
    assertThat(Sitrep.table(output, Tables.REJECTS).count()).isEqualTo(before);
  }
}
