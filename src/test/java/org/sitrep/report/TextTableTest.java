package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

class TextTableTest {

  @Test
  void wordsStandLeftAndNumbersRight() {
    String table =
        TextTable.of(
            List.of("region", "killed"),
            List.of(List.of("Khartoum", "7"), List.of("Yobe", "0-12-50"), List.of("Ohio", "–")));
    assertThat(table.lines())
        .containsExactly(
            "region     killed",
            "--------  -------",
            "Khartoum        7",
            "Yobe      0-12-50",
            "Ohio            –");
  }

  @Test
  void aLongCellIsCutAndOthersAreNot() {
    String table =
        TextTable.of(
            List.of("id", "text", "n"),
            List.of(List.of("0123456789abcdef", "x".repeat(3000), "1")));
    assertThat(table.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(160));
    assertThat(table).contains("0123456789abcdef", "xx…", "  1\n");
  }

  @Test
  void aTableOfManyColumnsIsTurned() {
    List<String> headers = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      headers.add("column_" + i);
      cells.add("some words of cell " + i);
    }
    assertThat(TextTable.of(headers, List.of(cells, cells)).lines())
        .hasSize(62)
        .contains("-- row 1", "-- row 2", "column_7   some words of cell 7")
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
  }

  @Test
  void aTableWithoutRowsHasItsHeader() {
    assertThat(TextTable.of(List.of("a", "b"), List.of()).lines()).containsExactly("a  b", "-  -");
  }

  @Test
  void wideAndCombiningCharactersKeepTheColumns() {
    String table =
        TextTable.of(
            List.of("name", "word"), List.of(List.of("首都", "x"), List.of("e\u0301a", "y")));
    assertThat(table.lines().skip(2)).containsExactly("首都  x", "e\u0301a    y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "two\\u000alines|two lines",
        "a\\u0009b|a b",
        "\\u001b[31mred|[31mred",
        "  blanks \\u00a0 around  |blanks around",
        "left\\u202eright|leftright",
        "lone\\ud800surrogate|lonesurrogate",
        "zero\\u0000byte|zero byte",
      })
  void nothingInACellSteersTheTerminal(String escaped, String line) {
    assertThat(TextTable.line(unicode(escaped))).isEqualTo(line);
  }

  /** A lone surrogate can stand in no source file; Java's own escapes would be read too early. */
  private static String unicode(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.startsWith("\\u", i)) {
        text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        text.append(escaped.charAt(i));
      }
    }
    return text.toString();
  }

  static List<Arguments> cells() {
    return List.of(
        Arguments.of(null, "–"),
        Arguments.of(12L, "12"),
        Arguments.of(Date.valueOf("2015-04-25"), "2015-04-25"),
        Arguments.of(Timestamp.from(Instant.parse("2015-04-25T06:07:00Z")), "2015-04-25T06:07:00Z"),
        Arguments.of(CollectionConverters.asScala(List.of("b", "a")).toSeq(), "b, a"),
        Arguments.of(
            CollectionConverters.asScala(Map.of("rebels", 43, "civilians", 2)),
            "civilians: 2, rebels: 43"),
        Arguments.of(CollectionConverters.asScala(Collections.emptyList()).toSeq(), ""),
        Arguments.of(Arrays.asList("a", null), "a, –"),
        Arguments.of(RowFactory.create("text", 3, null), "(text 3 –)"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void values(Object value, String cell) {
    assertThat(TextTable.cell(value)).isEqualTo(cell);
  }

  @Property(tries = 300)
  void anyTextFitsTheLine(@ForAll @Size(value = 5) List<String> cells) {
    String table = TextTable.fitted(List.of("a", "b", "c", "d", "e"), List.of(cells), 60);
    assertThat(table.lines().count()).isEqualTo(3);
    // figures are never cut, words are
    boolean figures = cells.stream().anyMatch(cell -> TextTable.line(cell).matches("[-\\d.,]+"));
    if (!figures) {
      assertThat(table.lines())
          .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(60));
    }
  }
}
