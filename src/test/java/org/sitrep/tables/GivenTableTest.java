package org.sitrep.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTableTest {

  private static final GivenTable.Columns COLUMNS =
      new GivenTable.Columns(List.of("key", "word"), List.of("note"));
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setCommentMarker('#').get();

  private static GivenTable read(String text) {
    return GivenTable.of("t.csv", text, FORMAT, COLUMNS);
  }

  /** Where the row begins whose key is x. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          key,word\\nx,a\\n                              | 2
          key,word\\nx,a                                 | 2
          key,word\\r\\nx,a\\r\\n                        | 2
          \\n ,\\nkey,word\\n,,\\n\\nx,a                 | 6
          \\n# a "remark\\nkey,word\\n# another\\nx,a\\n | 5
          key,word\\nx,"a\\nb\\n\\nc"\\n                 | 2
          key,word\\nx,"a\\r\\nb"                        | 2
          key,word\\ny,"a\\r\\nb\\n"\\n#\\n"x","\\n"\\n  | 6
          """)
  void aRowIsFoundWhereItBegins(String text, int line) {
    assertThat(read(text.translateEscapes()).rows())
        .filteredOn(row -> "x".equals(row.cell("key")))
        .extracting(GivenTable.Row::line)
        .containsExactly(line);
  }

  @Test
  void cellsAreFoundByColumn() {
    GivenTable table = read(" Word ,KEY\n a b , \nonly\n1,2,3\n");
    assertThat(table.has("word")).isTrue();
    assertThat(table.has("note")).isFalse();
    assertThat(table.rows())
        .extracting(
            row -> row.cell("word"),
            row -> row.cell("key"),
            row -> row.cell("note"),
            GivenTable.Row::misfit)
        .containsExactly(
            tuple("a b", null, null, null),
            tuple("only", null, null, "1 cells, the header has 2"),
            tuple("1", "2", null, "3 cells, the header has 2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          key,wort\\n           | t.csv, line 1: unknown column "wort"; the file begins with the header key,word and, if wanted, note
          \\nkey,note           | t.csv, line 2: no column word; the file begins with the header key,word and, if wanted, note
          key,word,Key          | t.csv, line 1: two columns are called key
          key,word\\n"a,b       | t.csv: not CSV: (startline 2) EOF reached before encapsulated token finished
          """)
  void whatIsWrongIsTold(String text, String message) {
    assertThatThrownBy(() -> read(text.translateEscapes()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void nothingHasNoHeader() {
    assertThat(read("\n# nothing\n , \n").headed()).isFalse();
    assertThat(read("key,word").headed()).isTrue();
    assertThat(read("key,word").rows()).isEmpty();
  }

  @Test
  void longFilesAreRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("t.csv");
    byte[] most = new byte[1 << 20];
    Files.write(file, most);
    Configuration configuration = new Configuration();
    assertThat(GivenTable.bytes("the words", file.toString(), configuration, 1)).isEqualTo(most);
    Files.write(file, new byte[most.length + 1]);
    assertThatThrownBy(() -> GivenTable.bytes("the words", file.toString(), configuration, 1))
        .hasMessage("the words " + file + ": longer than 1 MB");
  }

  @Test
  void aMarkIsNoText() {
    byte[] bytes = "\uFEFFkey".getBytes(StandardCharsets.UTF_8);
    assertThat(GivenTable.text("t.csv", bytes)).isEqualTo("key");
  }
}
