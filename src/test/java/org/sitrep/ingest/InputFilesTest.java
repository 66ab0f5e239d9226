package org.sitrep.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {

  private static final Configuration CONFIGURATION = new Configuration();

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name :
        List.of(
            "b/one.txt",
            "b/Ünï c/2015-04-25T06:07 [1] 50%.txt.gz",
            "b/part.gz.parquet",
            "a/list.JSONL",
            "a/readme.md",
            "a/_SUCCESS",
            "a/.draft.txt",
            "_old/two.txt",
            "rows.csv.bz2")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
  }

  private InputFiles list(String... inputs) {
    return InputFiles.list(
        java.util.Arrays.stream(inputs).map(each -> folder.resolve(each).toString()).toList(),
        CONFIGURATION);
  }

  private static List<String> relative(InputFiles files) {
    return files.files().stream().map(InputFile::relativePath).toList();
  }

  @Test
  void aFolderIsListedWithAllBelowInOrder() {
    InputFiles files = list("");
    assertThat(relative(files))
        .containsExactly(
            "a/list.JSONL",
            "b/one.txt",
            "b/part.gz.parquet",
            "b/Ünï c/2015-04-25T06:07 [1] 50%.txt.gz",
            "rows.csv.bz2");
    assertThat(files.files())
        .extracting(InputFile::format)
        .containsExactly(
            InputFormat.JSON_LINES,
            InputFormat.TEXT,
            InputFormat.PARQUET,
            InputFormat.TEXT,
            InputFormat.CSV);
    assertThat(files.files()).allMatch(file -> file.length() == 1);
    assertThat(files.ignored()).containsExactly(folder + "/a/readme.md");
    assertThat(files.hidden()).isEqualTo(3);
  }

  @Test
  void aPathIsRelativeToTheInputThatNamesIt() {
    assertThat(relative(list("b"))).contains("one.txt");
    assertThat(relative(list("b/one.txt"))).containsExactly("one.txt");
    assertThat(relative(list("*/one.t*"))).containsExactly("b/one.txt");
    assertThat(relative(list("{a,b}"))).contains("a/list.JSONL", "b/one.txt");
  }

  @Test
  void aNameThatExistsIsNoGlob() {
    assertThat(relative(list("b/Ünï c/2015-04-25T06:07 [1] 50%.txt.gz"))).hasSize(1);
  }

  @Test
  void aFileNamedTwiceIsReadOnce() {
    assertThat(relative(list("b/one.txt", "b/one.txt", "*/one.txt"))).hasSize(1);
  }

  @Test
  void aHiddenFolderIsReadWhereItIsNamed() {
    assertThat(relative(list("_old"))).containsExactly("two.txt");
  }

  @Test
  void anOutputOfAnEarlierRunIsNoInput() throws IOException {
    Files.writeString(folder.resolve("b/_current"), "{}");
    assertThat(relative(list(""))).containsExactly("a/list.JSONL", "rows.csv.bz2");
  }

  @Test
  void aLinkThatLeadsBackUpEnds() throws IOException {
    Files.createSymbolicLink(folder.resolve("b/again"), folder);
    assertThat(relative(list("b"))).hasSizeLessThan(20).doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeReadAtAllIsToldWithTheRemedy() throws IOException {
    assertThatThrownBy(() -> list("nowhere"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such file or folder")
        .hasMessageContaining(folder + "/nowhere");
    assertThatThrownBy(() -> list("a/readme.md"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("unknown extension")
        .hasMessageContaining(".jsonl");
    Files.delete(folder.resolve("a/list.JSONL"));
    assertThatThrownBy(() -> list("a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 files of unknown extension");
  }
}
