package org.sitrep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Sparklines, range bars and their scales: no report is not zero. */
class SmallChartsTest {

  private static List<Long> weeks(String weeks) {
    List<Long> values = new ArrayList<>();
    for (String week : weeks.split(" ")) {
      values.add(week.equals("-") ? null : Long.valueOf(week));
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    // weeks; lines, base lines, dots, ticks of no report; the last mark
    "1 2 3, 1, 1, 0, 0, circle",
    "1 2 0, 1, 1, 0, 0, circle",
    "0 0 0, 1, 1, 2, 0, circle",
    "- - -, 0, 0, 0, 3, path",
    "1 - 3, 2, 2, 1, 1, circle",
    "0 - 3, 2, 2, 1, 1, circle",
    "1 2 - 3 4, 2, 2, 0, 1, circle",
    "1 2 -, 1, 1, 0, 1, path",
    "5, 1, 1, 0, 0, circle",
    "-, 0, 0, 0, 1, path",
  })
  void sparklines(String weeks, int lines, int bases, int dots, int ticks, String last) {
    Xml spark = Xml.of(Sparkline.svg("Killed in Idlib", weeks(weeks)));
    assertThat(spark.styled("course")).hasSize(lines);
    assertThat(spark.styled("base")).hasSize(bases);
    assertThat(spark.styled("value")).hasSize(dots);
    assertThat(spark.styled("none")).hasSize(ticks);
    assertThat(spark.styled("last")).extracting(Element::getTagName).containsExactly(last);
  }

  @Test
  void sparklineSaysItsWeeks() {
    assertThat(Xml.of(Sparkline.svg("Killed in Idlib", weeks("1200 - 0"))).label())
        .isEqualTo("Killed in Idlib, 3 weeks, oldest first: 1,200; no report; 0");
  }

  @Test
  void zeroLiesOnTheBaseLine() {
    Xml spark = Xml.of(Sparkline.svg("x", weeks("7 0 7")));
    assertThat(spark.styled("value").get(0).getAttribute("cy"))
        .isEqualTo(spark.styled("base").get(0).getAttribute("y1"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // low, best, high; rails, bands, ends, dots; what it says
        "-, -, -, 0, 0, 0, 0, Killed: no report",
        "0, 0, 0, 1, 0, 0, 1, 'Killed: 0; scale, 0 to 100'",
        "5, 5, 5, 1, 0, 0, 1, 'Killed: 5; scale, 0 to 100'",
        "2, 5, 9, 1, 1, 2, 1, 'Killed: 5 (2 to 9); scale, 0 to 100'",
        "2, -, 9, 1, 1, 2, 0, 'Killed: no figure (2 to 9); scale, 0 to 100'",
        "-, -, 9, 1, 1, 2, 0, 'Killed: no figure (at most 9); scale, 0 to 100'",
        "-, 5, -, 1, 0, 0, 1, 'Killed: 5; scale, 0 to 100'",
      })
  void rangeBars(
      Long low, Long best, Long high, int rails, int bands, int ends, int dots, String words) {
    Scale scale = new Scale(Scale.Kind.LINEAR, 100);
    Xml bar = Xml.of(RangeBar.svg("Killed", low, best, high, scale));
    assertThat(bar.styled("rail")).hasSize(rails);
    assertThat(bar.styled("span")).hasSize(bands);
    assertThat(bar.styled("end")).hasSize(ends);
    assertThat(bar.styled("best")).hasSize(dots);
    assertThat(bar.label()).isEqualTo(words);
    assertThat(bar.named("text")).hasSize(1 - rails);
  }

  @ParameterizedTest
  @CsvSource({
    "3 4 5 -, LINEAR, 5, 'scale, 0 to 5', 0 2 5",
    "3 4 5 900, SQUARE_ROOT, 900, 'square-root scale, 0 to 900', 0 100 200 900",
    "- - 0, LINEAR, 1, 'scale, 0 to 1', 0 1",
    "40, LINEAR, 40, 'scale, 0 to 40', 0 10 20 40",
    "1 1 2500, SQUARE_ROOT, 2500, 'square-root scale, 0 to 2,500', 0 200 1000 2500",
  })
  void scales(String values, Scale.Kind kind, long greatest, String label, String ticks) {
    Scale scale = Scale.of(weeks(values));
    assertThat(scale.kind()).isEqualTo(kind);
    assertThat(scale.greatest()).isEqualTo(greatest);
    assertThat(scale.label()).isEqualTo(label);
    assertThat(scale.ticks()).isEqualTo(weeks(ticks));
  }

  @Test
  void refusesNegativeValues() {
    Scale scale = new Scale(Scale.Kind.LINEAR, 1);
    assertThatThrownBy(() -> Sparkline.svg("Killed", List.of(-1L)))
        .hasMessage("Killed is -1, must not be negative");
    assertThatThrownBy(() -> RangeBar.svg("Killed", 1L, -2L, 3L, scale))
        .hasMessage("Killed is -2, must not be negative");
    assertThatThrownBy(() -> new Scale(Scale.Kind.LINEAR, 0)).hasMessageContaining("at least 1");
  }

  @Test
  void typesShareABar() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("riots", 1L);
    counts.put("battles", 3L);
    counts.put("crime", 0L);
    Xml bar = Xml.of(TypeBar.svg("Incidents", counts));
    assertThat(bar.label()).isEqualTo("Incidents: battles 3, riots 1, 4 in all");
    assertThat(bar.named("rect"))
        .extracting(rect -> rect.getAttribute("width"))
        .containsExactly("75%", "25%");
    assertThat(Xml.of(TypeBar.svg("Incidents", Map.of())).root().getTextContent())
        .isEqualTo("no incidents");
  }
}
