package org.sitrep.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of a figure over some weeks, small enough for a cell of a table: 132 by 30 pixels.
 *
 * <p>A week without a report breaks the line and the base line and has a small open tick; zero is a
 * dot on the base line, a value between two such weeks stands on a stem. The last week is marked by
 * a larger dot, or a stronger tick.
 */
public final class Sparkline {

  private static final double WIDTH = 132;
  private static final double HEIGHT = 30;
  private static final double SIDE = 5;
  private static final double TOP = 5;
  private static final double BASE = 23;

  private Sparkline() {}

  /**
   * A sparkline on a scale of its own, from zero to its greatest value.
   *
   * @param title what is shown, as "Killed in Idlib"
   * @param weeks oldest first; null where there is no report
   */
  public static String svg(String title, List<Long> weeks) {
    long greatest = 1;
    for (Long week : weeks) {
      greatest = week == null ? greatest : Math.max(greatest, week);
    }
    return svg(title, weeks, new Scale(Scale.Kind.LINEAR, greatest));
  }

  /** A sparkline on a scale that others share. */
  public static String svg(String title, List<Long> weeks, Scale scale) {
    weeks.forEach(week -> Figures.check(title, week));
    String words = title + ", " + words(weeks);
    Svg svg = new Svg();
    svg.open(
        "svg",
        "class",
        "spark",
        "width",
        WIDTH,
        "height",
        HEIGHT,
        "role",
        "img",
        "aria-label",
        words);
    svg.words("title", words);
    double step = weeks.size() < 2 ? 0 : (WIDTH - 2 * SIDE) / (weeks.size() - 1);
    course(svg, weeks, scale, step);
    for (int i = 0; i < weeks.size(); i++) {
      Long week = weeks.get(i);
      double x = SIDE + i * step;
      boolean last = i == weeks.size() - 1;
      if (week == null) {
        double r = last ? 3 : 2;
        String tick = Svg.number(x - r) + " " + Svg.number(BASE - 2) + "v5h" + Svg.number(2 * r);
        svg.leaf("path", "class", last ? "none last" : "none", "d", "M" + tick + "v-5");
      } else if (last || week == 0 || alone(weeks, i)) {
        svg.leaf(
            "circle",
            "class",
            last ? "last" : "value",
            "cx",
            x,
            "cy",
            height(week, scale),
            "r",
            last ? 3.4 : 1.7);
      }
    }
    return svg.close().toString();
  }

  /** Lines through the weeks with a report, and the base line below them. */
  private static void course(Svg svg, List<Long> weeks, Scale scale, double step) {
    List<String> points = new ArrayList<>();
    double first = 0;
    for (int i = 0; i <= weeks.size(); i++) {
      Long week = i < weeks.size() ? weeks.get(i) : null;
      double x = SIDE + i * step;
      if (week != null) {
        first = points.isEmpty() ? x : first;
        points.add(Svg.number(x) + " " + Svg.number(height(week, scale)));
      } else if (!points.isEmpty()) {
        double end = x - step;
        double reach = points.size() == 1 ? step / 3 : 0;
        svg.leaf(
            "line",
            "class",
            "base",
            "x1",
            first - reach,
            "x2",
            end + reach,
            "y1",
            BASE,
            "y2",
            BASE);
        if (points.size() == 1) {
          double top = height(weeks.get(i - 1), scale);
          svg.leaf("line", "class", "course", "x1", end, "x2", end, "y1", BASE, "y2", top);
        } else {
          String course = "M" + String.join("L", points);
          String foot = "V" + Svg.number(BASE) + "H" + Svg.number(first) + "z";
          svg.leaf("path", "class", "area", "d", course + foot);
          svg.leaf("path", "class", "course", "d", course);
        }
        points.clear();
      }
    }
  }

  private static boolean alone(List<Long> weeks, int i) {
    return (i == 0 || weeks.get(i - 1) == null)
        && (i == weeks.size() - 1 || weeks.get(i + 1) == null);
  }

  private static double height(long value, Scale scale) {
    return BASE - (BASE - TOP) * scale.share(value);
  }

  private static String words(List<Long> weeks) {
    List<String> words = new ArrayList<>();
    weeks.forEach(week -> words.add(week == null ? "no report" : Svg.count(week)));
    return weeks.size() + " weeks, oldest first: " + String.join("; ", words);
  }
}
