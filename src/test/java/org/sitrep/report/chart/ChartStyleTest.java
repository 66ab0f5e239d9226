package org.sitrep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The charts' colours are told apart from what lies behind them, and every class has its rule. */
class ChartStyleTest {

  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

  private static String css() {
    try (InputStream css = ChartStyleTest.class.getResourceAsStream("chart.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Colours of the light, dark and printed page, in the order of the file. */
  private static Map<String, String> colours(String page) {
    int block = List.of("light", "dark", "print").indexOf(page);
    Map<String, String> colours = new HashMap<>();
    Matcher colour = COLOUR.matcher(css().split(":root \\{")[block + 1]);
    while (colour.find()) {
      colours.put(colour.group(1), colour.group(2));
    }
    return colours;
  }

  /** Contrast ratio of WCAG 2.2. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"light", "dark", "print"})
  void coloursStandOut(String page) {
    Map<String, String> colours = colours(page);
    for (String ground : List.of("land", "sea", "halo")) {
      String behind = colours.get(ground);
      for (EventType type : EventType.ALL) {
        assertThat(contrast(colours.get(type.style()), behind))
            .as("%s on %s", type.style(), ground)
            .isGreaterThan(3);
      }
      assertThat(contrast(colours.get("place"), behind))
          .as("names on %s", ground)
          .isGreaterThan(4.5);
      assertThat(contrast(colours.get("plot"), behind))
          .as("lines on %s", ground)
          .isGreaterThan(4.5);
    }
    assertThat(contrast(colours.get("axis"), colours.get("halo"))).isGreaterThan(3);
  }

  @Test
  void everyClassHasARule() {
    String drawn =
        WorldMap.figure(
                "x",
                List.of(
                    new Bubble(1, 1, 1L, 2L, 3L, "riots", "", "#a"),
                    new Bubble(1, 9, 0L, 0L, 0L, "riots", "", null),
                    new Bubble(9, 9, null, null, null, "riots", "", null)))
            + Sparkline.svg("x", Arrays.asList(1L, null, 0L, 3L))
            + RangeBar.svg("x", 1L, 2L, 3L, new Scale(Scale.Kind.LINEAR, 3))
            + RangeBar.axis(new Scale(Scale.Kind.LINEAR, 3))
            + TypeBar.svg("x", Map.of("riots", 1L));
    Matcher classes = Pattern.compile("class=\"([^\"]*)\"").matcher(drawn);
    while (classes.find()) {
      for (String style : classes.group(1).split(" ")) {
        assertThat(css()).containsPattern("\\." + style + "[ ,.{:]");
      }
    }
    for (EventType type : EventType.ALL) {
      assertThat(css()).contains("." + type.style() + " { --type: var(--" + type.style() + "); }");
    }
  }
}
