package org.sitrep.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Figures over time, a line a series: a gap where nothing is reported, a point on the ground where
 * zero is.
 */
public final class Lines {

  private static final int MOST = 2000;
  private static final int SERIES = 6;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 320;
  private static final int LEFT = 50;
  private static final int RIGHT = 200;
  private static final int TOP = 36;
  private static final int GROUND = HEIGHT - 44;

  private final String title;
  private final List<String> steps;
  private final Map<String, Map<String, Double>> series;

  private Lines(String title, List<String> steps, Map<String, Map<String, Double>> series) {
    this.title = title;
    this.steps = steps;
    this.series = series;
  }

  /**
   * Points in long form: the step (sorted as text, as weeks are), the series, the figure.
   *
   * @throws IllegalArgumentException where there are more than six series, which nobody can tell
   *     apart, or more than 2,000 points
   */
  public static Lines of(
      String title, Dataset<Row> rows, String step, String series, String value) {
    List<Row> found = rows.takeAsList(MOST + 1);
    TreeSet<String> steps = new TreeSet<>();
    Map<String, Map<String, Double>> lines = new TreeMap<>();
    for (Row row : found) {
      String at = Html.text(row.get(row.fieldIndex(step)));
      steps.add(at);
      lines
          .computeIfAbsent(Html.text(row.get(row.fieldIndex(series))), name -> new TreeMap<>())
          .put(at, Bars.number(row, value));
    }
    if (lines.size() > SERIES || found.size() > MOST) {
      throw new IllegalArgumentException(
          lines.size() + " series, " + found.size() + " points; at most " + SERIES + ", " + MOST);
    }
    return new Lines(title, List.copyOf(steps), lines);
  }

  /** The chart as SVG. */
  @Override
  public String toString() {
    double most =
        series.values().stream()
            .flatMap(line -> line.values().stream())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    double scale = (GROUND - TOP) / Math.max(most, 1e-9);
    Svg svg = new Svg(title, WIDTH, HEIGHT);
    svg.axis(LEFT, WIDTH - RIGHT, GROUND).text(LEFT - 8, GROUND + 4, "end", "0");
    svg.text(LEFT - 8, TOP + 4, "end", Html.text(most));
    int every = Math.max(1, (steps.size() + 7) / 8);
    for (int i = 0; i < steps.size(); i += every) {
      svg.text(x(i), GROUND + 22, "middle", steps.get(i));
    }
    int number = 0;
    for (Map.Entry<String, Map<String, Double>> line : series.entrySet()) {
      draw(svg, line.getValue(), scale, number);
      svg.mark(WIDTH - RIGHT + 24, TOP + 20 * number, number);
      svg.text(WIDTH - RIGHT + 36, TOP + 20 * number + 4, "start", Svg.cut(line.getKey(), 24));
      number++;
    }
    return svg.toString();
  }

  private double x(int step) {
    return LEFT + 16 + (WIDTH - RIGHT - LEFT - 32.0) * step / Math.max(1, steps.size() - 1);
  }

  private void draw(Svg svg, Map<String, Double> line, double scale, int number) {
    List<double[]> run = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Double value = line.get(steps.get(i));
      if (value == null) {
        svg.path(run, number);
        run.clear();
      } else {
        run.add(new double[] {x(i), GROUND - value * scale});
        svg.mark(x(i), GROUND - value * scale, number);
      }
    }
    svg.path(run, number);
  }
}
