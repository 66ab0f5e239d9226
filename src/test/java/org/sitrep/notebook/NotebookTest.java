package org.sitrep.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;
import org.sitrep.tables.Tables;

/** What a notebook shows is escaped and bounded, and tells null from zero. */
class NotebookTest {

  private static Dataset<Row> rows(String values) {
    return SharedSpark.session()
        .sql("SELECT * FROM VALUES " + values + " AS t(name, step, low, best, high)");
  }

  private static long count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1L;
  }

  @Test
  void aTableIsEscaped() {
    Dataset<Row> rows = rows("('<script>alert(1)</script> & \"so\"', 'a', 1, 2, 3)");
    String shown = Sheet.of(rows).toString() + Bars.of("<b>", rows, "name", "best");
    shown += Lines.of("'", rows, "step", "name", "best") + Sentence.of("{name}", rows).toString();
    assertThat(shown).doesNotContain("<script>").contains("&lt;script&gt;").contains("&lt;b&gt;");
  }

  @Test
  void aTableTellsWhatIsMissing() {
    Dataset<Row> rows = rows("('a', 'x', 0, null, 1), ('b', 'x', 0, 0, 0)");
    assertThat(Sheet.of(rows).toString()).contains(">–</td>").contains(">0</td>");
    assertThat(Sheet.of(rows, 1).toString()).contains("there are more").doesNotContain(">b</td>");
    assertThat(Sheet.of(rows.where("low > 5")).toString()).contains("no rows");
    assertThatThrownBy(() -> Sheet.of(rows, 0)).hasMessageContaining("not 0");
  }

  @Test
  void arraysAndMapsAreWordsAndFractionsAreShort() {
    Dataset<Row> rows =
        SharedSpark.session()
            .sql("SELECT array('a', null) AS x, map('b', 2, 'a', 1) AS y, 2D / 3 AS z, 0D AS n");
    assertThat(Sheet.of(rows).toString())
        .contains(">a, –</td>")
        .contains(">a 1, b 2</td>")
        .contains(">0.667</td>")
        .contains(">0</td>");
  }

  @Test
  void columnsSayWhatTheyMean() {
    assertThat(Sheet.columns(Tables.CLAIMS, "reason").toString())
        .contains("why it has that status")
        .doesNotContain("<code>status</code>");
    assertThatThrownBy(() -> Sheet.columns(Tables.CLAIMS, "nothing"))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aBarShowsItsRangeAndNoReportIsNoBar() {
    String chart =
        Bars.ranges(
                "t",
                rows("('a', 'x', 1, 2, 9), ('b', 'x', 0, 0, 0), ('c', 'x', null, null, null)"),
                "name",
                "low",
                "best",
                "high")
            .toString();
    assertThat(chart).contains("1–2–9").contains("no report").contains(">0</text>");
    assertThat(count(chart, "<rect ")).as("bars").isEqualTo(2);
    assertThat(count(chart, "<path ")).as("ranges").isEqualTo(1);
  }

  @Test
  void aLineHasAGapWhereNothingIsReported() {
    String chart =
        Lines.of(
                "t",
                rows(
                    "('a', '1', 0, 5, 0), ('a', '2', 0, 0, 0), ('a', '3', 0, null, 0), ('a', '4', 0, 7, 0)"),
                "step",
                "name",
                "best")
            .toString();
    assertThat(count(chart, "<polyline ")).as("one run of two points").isEqualTo(1);
    assertThat(count(chart, "<circle ")).as("three points and the legend's").isEqualTo(4);
  }

  @Test
  void moreLinesThanEyesCanPartAreRefused() {
    Dataset<Row> rows =
        SharedSpark.session().range(7).selectExpr("string(id) AS name", "'x' AS step", "id AS n");
    assertThatThrownBy(() -> Lines.of("t", rows, "step", "name", "n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 series");
  }

  @Test
  void aSentenceTakesItsFiguresFromTheTable() {
    Dataset<Row> rows = rows("('Goma', 'x', 0, null, 3)");
    assertThat(Sentence.of("In {name}: {low} to {high}, best {best}.", rows).toString())
        .isEqualTo("<p>In <b>Goma</b>: <b>0</b> to <b>3</b>, best <b>–</b>.</p>");
    assertThatThrownBy(() -> Sentence.of("{nothing}", rows)).isInstanceOf(RuntimeException.class);
  }
}
