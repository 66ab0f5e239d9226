package org.sitrep.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {

  private static final Configuration CONFIGURATION = new Configuration();

  @TempDir Path folder;

  private static List<String> read(List<InputSplit> splits) throws IOException {
    List<String> entries = new ArrayList<>();
    for (InputSplit split : splits) {
      try (EntryReader reader =
          EntryReaders.open(split, new Columns(FieldNames.of(Map.of())), 1 << 20, CONFIGURATION)) {
        for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
          entries.add(entry.toString());
        }
      }
    }
    return entries;
  }

  private InputFile file(String name, String text) throws IOException {
    Path path = Files.writeString(folder.resolve(name), text);
    return new InputFile(path.toString(), name, InputFormat.JSON_LINES, Files.size(path));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 19, 40, 100, 999})
  void partsOfAFileGiveTheRecordsOfTheWhole(int bytes) throws IOException {
    Random random = new Random(bytes);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(
          switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "broken";
            default -> "{\"text\":\"" + "é".repeat(random.nextInt(30)) + i + "\"}";
          });
      text.append(random.nextInt(5) == 0 ? "\r\n" : "\n");
    }
    for (String end : List.of("", "{\"text\":\"end\"}")) {
      InputFile file = file("long.jsonl", text + end);
      List<InputSplit> parts = Splits.parts(file, Map.of(), bytes, CONFIGURATION);
      assertThat(parts).hasSize((int) ((file.length() + bytes - 1) / bytes));
      List<Long> lines = parts.stream().map(part -> Splits.lines(part, CONFIGURATION)).toList();
      List<String> whole = read(Splits.parts(file, Map.of(), Long.MAX_VALUE, CONFIGURATION));
      assertThat(whole).hasSizeGreaterThan(30);
      assertThat(read(Splits.numbered(parts, lines))).isEqualTo(whole);
    }
  }

  @Test
  void compressedAndUtf16FilesStayWhole() throws IOException {
    InputFile compressed = file("long.jsonl.gz", "x".repeat(100));
    Path utf16 = folder.resolve("wide.jsonl");
    Files.write(utf16, "\uFEFF{}\n{}\n".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    InputFile wide =
        new InputFile(utf16.toString(), "wide.jsonl", InputFormat.JSON_LINES, Files.size(utf16));
    assertThat(Splits.parts(compressed, Map.of(), 10, CONFIGURATION)).hasSize(1);
    assertThat(Splits.parts(wide, Map.of(), 10, CONFIGURATION)).hasSize(1);
  }

  @Test
  void tasksHoldAllPartsInOrderAndAreEven() {
    List<InputSplit> parts =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    new InputSplit(
                        new InputFile("/" + i, "" + i, InputFormat.TEXT, 3000),
                        0,
                        3000,
                        1,
                        Map.<Field, String>of()))
            .toList();
    List<ArrayList<InputSplit>> tasks = Splits.tasks(parts, 10 << 20);
    assertThat(tasks).hasSizeBetween(4, 10);
    assertThat(tasks.stream().flatMap(List::stream).toList()).isEqualTo(parts);
  }
}
