package org.sitrep.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a drawing, cut to its frame and freed of points that nobody would see.
 *
 * <p>Lines are {@code [x, y, x, y, ...]}. Rings are cut after Sutherland and Hodgman (Reentrant
 * polygon clipping, 1974), lines after Liang and Barsky (1984); both are simplified after Douglas
 * and Peucker (1973).
 */
final class Outline {

  /** The frame lies this far outside of the drawing, so that cut edges are not seen. */
  static final double MARGIN = 8;

  /** A point that is nearer than this to the simplified line is left out. */
  private static final double TOLERANCE = 0.45;

  /** Islands smaller than this many square units are left out. */
  private static final double LEAST_AREA = 1.5;

  /** Integers per unit in the path. */
  static final int FINENESS = 5;

  private static final double[][] SIDES = {
    {1, 0, -MARGIN},
    {-1, 0, -(Extent.PAGE_WIDTH + MARGIN)},
    {0, 1, -MARGIN},
    {0, -1, -(Extent.PAGE_HEIGHT + MARGIN)}
  };

  private Outline() {}

  /** Path data of the rings that are seen. */
  static String rings(Extent extent, List<double[]> rings) {
    StringBuilder path = new StringBuilder();
    for (double[] ring : visible(extent, rings)) {
      double[] cut = ring;
      for (double[] side : SIDES) {
        cut = half(cut, side);
      }
      if (cut.length >= 6 && area(cut) >= LEAST_AREA) {
        write(path, simplified(closed(cut)), true);
      }
    }
    return path.toString();
  }

  /** Path data of the lines that are seen. */
  static String lines(Extent extent, List<double[]> lines) {
    StringBuilder path = new StringBuilder();
    for (double[] line : visible(extent, lines)) {
      for (double[] piece : inFrame(line)) {
        write(path, simplified(piece), false);
      }
    }
    return path.toString();
  }

  private static List<double[]> visible(Extent extent, List<double[]> lines) {
    List<double[]> visible = new ArrayList<>();
    for (double[] line : lines) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < line.length; i += 2) {
        least = Math.min(least, line[i]);
        greatest = Math.max(greatest, line[i]);
      }
      double beyond = MARGIN / extent.scale();
      for (int turns = -1; turns <= 1; turns++) {
        if (greatest + 360 * turns > extent.west() - beyond
            && least + 360 * turns < extent.west() + extent.width() + beyond) {
          visible.add(extent.project(line, turns));
        }
      }
    }
    return visible;
  }

  private static double[] half(double[] ring, double[] side) {
    double[] result = new double[2 * ring.length];
    int size = 0;
    for (int i = 0; i < ring.length; i += 2) {
      int j = (i + ring.length - 2) % ring.length;
      double from = side[0] * ring[j] + side[1] * ring[j + 1] - side[2];
      double to = side[0] * ring[i] + side[1] * ring[i + 1] - side[2];
      if (from >= 0 != to >= 0) {
        double t = from / (from - to);
        result[size++] = ring[j] + t * (ring[i] - ring[j]);
        result[size++] = ring[j + 1] + t * (ring[i + 1] - ring[j + 1]);
      }
      if (to >= 0) {
        result[size++] = ring[i];
        result[size++] = ring[i + 1];
      }
    }
    return Arrays.copyOf(result, size);
  }

  private static List<double[]> inFrame(double[] line) {
    List<double[]> pieces = new ArrayList<>();
    double[] piece = new double[line.length + 2];
    int size = 0;
    for (int i = 2; i < line.length; i += 2) {
      double enter = 0;
      double leave = 1;
      for (double[] side : SIDES) {
        double from = side[0] * line[i - 2] + side[1] * line[i - 1] - side[2];
        double to = side[0] * line[i] + side[1] * line[i + 1] - side[2];
        if (from < 0 && to < 0) {
          enter = 2;
        } else if (from < 0) {
          enter = Math.max(enter, from / (from - to));
        } else if (to < 0) {
          leave = Math.min(leave, from / (from - to));
        }
      }
      if (enter < leave) {
        if (size == 0 || enter > 0) {
          size = 0;
          piece[size++] = line[i - 2] + enter * (line[i] - line[i - 2]);
          piece[size++] = line[i - 1] + enter * (line[i + 1] - line[i - 1]);
        }
        piece[size++] = line[i - 2] + leave * (line[i] - line[i - 2]);
        piece[size++] = line[i - 1] + leave * (line[i + 1] - line[i - 1]);
      }
      if (size > 0 && (enter >= leave || leave < 1 || i == line.length - 2)) {
        pieces.add(Arrays.copyOf(piece, size));
        size = 0;
      }
    }
    return pieces;
  }

  private static double[] closed(double[] ring) {
    double[] closed = Arrays.copyOf(ring, ring.length + 2);
    closed[ring.length] = ring[0];
    closed[ring.length + 1] = ring[1];
    return closed;
  }

  static double area(double[] ring) {
    double twice = 0;
    for (int i = 0; i < ring.length; i += 2) {
      int j = (i + ring.length - 2) % ring.length;
      twice += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
    }
    return Math.abs(twice) / 2;
  }

  private static double[] simplified(double[] line) {
    int points = line.length / 2;
    boolean[] kept = new boolean[points];
    kept[0] = true;
    kept[points - 1] = true;
    int[] stack = new int[2 * points + 2];
    int depth = 0;
    stack[depth++] = 0;
    stack[depth++] = points - 1;
    while (depth > 0) {
      int to = stack[--depth];
      int from = stack[--depth];
      double greatest = TOLERANCE * TOLERANCE;
      int at = -1;
      for (int i = from + 1; i < to; i++) {
        double distance = distance(line, i, from, to);
        if (distance > greatest) {
          greatest = distance;
          at = i;
        }
      }
      if (at > 0) {
        kept[at] = true;
        stack[depth++] = from;
        stack[depth++] = at;
        stack[depth++] = at;
        stack[depth++] = to;
      }
    }
    double[] result = new double[line.length];
    int size = 0;
    for (int i = 0; i < points; i++) {
      if (kept[i]) {
        result[size++] = line[2 * i];
        result[size++] = line[2 * i + 1];
      }
    }
    return Arrays.copyOf(result, size);
  }

  /** Square of the distance of a point from the stretch between two others. */
  private static double distance(double[] line, int point, int from, int to) {
    double x = line[2 * point] - line[2 * from];
    double y = line[2 * point + 1] - line[2 * from + 1];
    double dx = line[2 * to] - line[2 * from];
    double dy = line[2 * to + 1] - line[2 * from + 1];
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
    return (x - t * dx) * (x - t * dx) + (y - t * dy) * (y - t * dy);
  }

  /** Whole numbers, each point relative to the one before. */
  private static void write(StringBuilder path, double[] line, boolean ring) {
    StringBuilder steps = new StringBuilder();
    long x = Math.round(line[0] * FINENESS);
    long y = Math.round(line[1] * FINENESS);
    long startX = x;
    long startY = y;
    int count = 0;
    int last = ring ? line.length - 2 : line.length;
    for (int i = 2; i < last; i += 2) {
      long dx = Math.round(line[i] * FINENESS) - x;
      long dy = Math.round(line[i + 1] * FINENESS) - y;
      if (dx != 0 || dy != 0) {
        steps.append(dx < 0 || count == 0 ? "" : " ").append(dx);
        steps.append(dy < 0 ? "" : " ").append(dy);
        x += dx;
        y += dy;
        count++;
      }
    }
    if (count > (ring ? 1 : 0)) {
      path.append('M').append(startX).append(startY < 0 ? "" : " ").append(startY);
      path.append('l').append(steps).append(ring ? "z" : "");
    }
  }
}
