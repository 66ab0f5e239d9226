package org.sitrep.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataTest {

  @TempDir Path folder;

  private Metadata metadata(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Metadata.read(file.toString(), new Configuration());
  }

  private static List<InputFile> files(String... relative) {
    return Stream.of(relative)
        .map(path -> new InputFile("/in/" + path, path, InputFormat.TEXT, 1))
        .toList();
  }

  @Test
  void aRowBelongsToAPathOrToAUniqueName() throws IOException {
    Metadata metadata =
        metadata(
            "m.csv",
            "file,published_at,outlet,colour\n"
                + "a/one.txt,2015-04-25,wire,red\n./two.txt,2015-04-26,,\nsame.txt,,x,\ngone.txt,,y,\n");
    Metadata.Matched matched =
        metadata.match(files("a/one.txt", "b/one.txt", "b/two.txt", "a/same.txt", "b/same.txt"));
    assertThat(matched.byPath())
        .containsOnly(
            Map.entry(
                "/in/a/one.txt", Map.of(Field.PUBLISHED_AT, "2015-04-25", Field.SOURCE, "wire")),
            Map.entry("/in/b/two.txt", Map.of(Field.PUBLISHED_AT, "2015-04-26")));
    assertThat(matched.warnings())
        .satisfiesExactly(
            one -> assertThat(one).contains("1 rows match no input file: gone.txt"),
            two -> assertThat(two).contains("1 rows match several").endsWith("same.txt"));
  }

  @Test
  void jsonLinesAreReadAndOddRowsAreTold() throws IOException {
    Metadata metadata =
        metadata(
            "m.jsonl",
            "{\"file\":\"one.txt\",\"title\":\"T\"}\n{broken\n{\"title\":\"no file\"}\n"
                + "{\"file\":\"one.txt\",\"title\":\"again\"}\n");
    Metadata.Matched matched = metadata.match(files("one.txt"));
    assertThat(matched.byPath()).containsEntry("/in/one.txt", Map.of(Field.TITLE, "T"));
    assertThat(matched.warnings())
        .satisfiesExactly(
            one -> assertThat(one).contains("2 records could not be read: 2 (json"),
            two -> assertThat(two).contains("1 files named twice"));
  }

  @Test
  void aFileThatIsNoMetadataIsRefused() {
    assertThatThrownBy(() -> metadata("m.csv", "name,date\na,b\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("column file");
    assertThatThrownBy(() -> metadata("m.xlsx", "x"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("must be .csv");
    assertThatThrownBy(
            () -> Metadata.read(folder.resolve("none.csv").toString(), new Configuration()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.csv");
  }
}
