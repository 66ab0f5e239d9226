package org.sitrep.report.chart;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A figure as a range: a band from the lowest to the highest that is told, a dot at the best;
 * without a best figure the band, or a tick at the only bound, stays alone.
 *
 * <p>Where nothing is told it says "no report" and has no scale to lie on, while zero is a dot at
 * the scale's begin. As wide as the cell it stands in, 20 pixels high.
 */
public final class RangeBar {

  /** Percent of the width left free at each side, so that dots at the ends are whole. */
  private static final double PADDING = 3;

  private RangeBar() {}

  /**
   * One bar.
   *
   * @param title whose figure it is, as "Killed in Idlib"
   * @param scale the table's, as {@code Scale.of(all high figures)}
   */
  public static String svg(String title, Long low, Long best, Long high, Scale scale) {
    Figures.check(title, low, best, high);
    LongSummaryStatistics told =
        Stream.of(low, best, high)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .summaryStatistics();
    String words =
        title
            + ": "
            + (told.getCount() == 0
                ? "no report"
                : Figures.words("", low, best, high) + "; " + scale.label());
    Svg svg = new Svg();
    svg.open("svg", "class", "range", "height", 20, "role", "img", "aria-label", words);
    svg.words("title", words);
    if (told.getCount() == 0) {
      svg.words("text", "no report", "class", "none", "x", at(0, scale), "y", 14);
      return svg.close().toString();
    }
    line(svg, "rail", PADDING + "%", (100 - PADDING) + "%", 10, 10);
    if (told.getMin() < told.getMax() || best == null) {
      String from = at(told.getMin(), scale);
      String to = at(told.getMax(), scale);
      line(svg, "span", from, to, 10, 10);
      line(svg, "end", from, from, 5, 15);
      line(svg, "end", to, to, 5, 15);
    }
    if (best != null) {
      svg.leaf("circle", "class", "best", "cx", at(best, scale), "cy", 10, "r", 4.5);
    }
    return svg.close().toString();
  }

  /** The scale with its numbers, for the head of the column. */
  public static String axis(Scale scale) {
    Svg svg = new Svg();
    svg.open(
        "svg", "class", "range-axis", "height", 20, "role", "img", "aria-label", scale.label());
    svg.words("title", scale.label());
    List<Long> ticks = scale.ticks();
    for (long tick : ticks) {
      line(svg, null, at(tick, scale), at(tick, scale), 15, 20);
    }
    for (long tick : ticks) {
      svg.words("text", Svg.count(tick), "x", at(tick, scale), "y", 11);
    }
    return svg.close().toString();
  }

  private static void line(Svg svg, String style, String x1, String x2, int y1, int y2) {
    svg.leaf("line", "class", style, "x1", x1, "x2", x2, "y1", y1, "y2", y2);
  }

  private static String at(long value, Scale scale) {
    return Svg.number(PADDING + (100 - 2 * PADDING) * scale.share(value)) + "%";
  }
}
