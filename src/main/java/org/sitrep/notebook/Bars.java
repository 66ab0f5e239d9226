package org.sitrep.notebook;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Figures as horizontal bars with their ranges: the bar ends at {@code best}, the line over it runs
 * from {@code low} to {@code high}. No report is words, not a bar of no length.
 */
public final class Bars {

  private static final int MOST = 40;
  private static final int LINE = 24;
  private static final int LEFT = 250;
  private static final int WIDTH = 760;
  private static final int RIGHT = 110;

  private final String title;
  private final List<Bar> bars;
  private final String beside;

  private record Bar(String label, Double low, Double best, Double high, Double beside) {}

  private Bars(String title, List<Bar> bars, String beside) {
    this.title = title;
    this.bars = bars;
    this.beside = beside;
  }

  /** A bar a row, without ranges. */
  public static Bars of(String title, Dataset<Row> rows, String label, String value) {
    return new Bars(title, bars(rows, label, value, value, value, null), null);
  }

  /** A bar a row, with its range. The first forty rows are drawn. */
  public static Bars ranges(
      String title, Dataset<Row> rows, String label, String low, String best, String high) {
    return new Bars(title, bars(rows, label, low, best, high, null), null);
  }

  /** As {@link #ranges}, with the figure of another source as a diamond. */
  public static Bars beside(
      String title,
      Dataset<Row> rows,
      String label,
      String low,
      String best,
      String high,
      String other) {
    return new Bars(title, bars(rows, label, low, best, high, other), other);
  }

  private static List<Bar> bars(
      Dataset<Row> rows, String label, String low, String best, String high, String other) {
    return rows.takeAsList(MOST).stream()
        .map(
            row ->
                new Bar(
                    Html.text(row.get(row.fieldIndex(label))),
                    number(row, low),
                    number(row, best),
                    number(row, high),
                    other == null ? null : number(row, other)))
        .toList();
  }

  static Double number(Row row, String column) {
    Object value = row.get(row.fieldIndex(column));
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** The chart as SVG. */
  @Override
  public String toString() {
    double most =
        bars.stream()
            .flatMap(bar -> Stream.of(bar.high(), bar.best(), bar.beside()))
            .filter(java.util.Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    double scale = (WIDTH - LEFT - RIGHT) / Math.max(most, 1e-9);
    int foot = beside == null ? 0 : LINE;
    Svg svg = new Svg(title, WIDTH, 30 + LINE * bars.size() + foot);
    for (int i = 0; i < bars.size(); i++) {
      draw(svg, bars.get(i), 30 + LINE * i, scale);
    }
    if (beside != null) {
      int y = 30 + LINE * bars.size() + 12;
      svg.diamond(LEFT + 6, y).text(LEFT + 16, y + 4, "start", beside);
    }
    return svg.toString();
  }

  private static void draw(Svg svg, Bar bar, int y, double scale) {
    int middle = y + LINE / 2;
    svg.text(LEFT - 8, middle + 4, "end", Svg.cut(bar.label(), 34));
    double end = 0;
    if (bar.best() != null) {
      svg.bar(LEFT, y + 4, bar.best() * scale, LINE - 8);
      end = Math.max(bar.best(), bar.high());
      if (!bar.low().equals(bar.high())) {
        svg.range(LEFT + bar.low() * scale, LEFT + bar.high() * scale, middle);
      }
    }
    if (bar.beside() != null) {
      svg.diamond(LEFT + bar.beside() * scale, middle);
      end = Math.max(end, bar.beside());
    }
    svg.text(LEFT + end * scale + 10, middle + 4, "start", words(bar));
  }

  private static String words(Bar bar) {
    if (bar.best() == null) {
      return "no report";
    }
    return bar.low().equals(bar.high())
        ? Html.text(bar.best())
        : Html.text(bar.low()) + "–" + Html.text(bar.best()) + "–" + Html.text(bar.high());
  }
}
