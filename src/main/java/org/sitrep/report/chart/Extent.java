package org.sitrep.report.chart;

import java.util.List;

/**
 * The part of the world that a map shows, in Mercator's projection: x is the longitude in degrees,
 * y the latitude stretched by the same factor everywhere as the meridians are drawn apart.
 *
 * <p>Mercator, because it is conformal: a country keeps its shape at every zoom and in any latitude
 * without a setting, and the inhabited world from 56 degrees south to 78 north fills a page's 16:9.
 * It swells areas towards the poles; what the map compares are the bubbles, not the areas.
 *
 * @param west x of the left edge, may lie beyond 180
 * @param north y of the upper edge
 * @param width in units of x; the height follows from the drawing's shape
 */
record Extent(double west, double north, double width) {

  /** Size of the drawing in its own units. */
  static final double PAGE_WIDTH = 960;

  static final double PAGE_HEIGHT = 540;

  private static final double SHAPE = PAGE_HEIGHT / PAGE_WIDTH;
  private static final double LEAST_WIDTH = 8;
  private static final double PADDING = 0.13;

  /** Wider than this, the whole world is shown. */
  private static final double GREATEST_WIDTH = 190;

  /**
   * Left edge of a map of the world: Bering Strait, where it cuts no land but that of Antarctica.
   */
  private static final double WORLD_WEST = -169;

  private static final double WORLD_MIDDLE = (y(-56) + y(78)) / 2;

  /** Mercator has no poles; the page ends here. */
  private static final double LAST_LATITUDE = 84;

  static final Extent WORLD = new Extent(WORLD_WEST, WORLD_MIDDLE + 180 * SHAPE, 360);

  /**
   * The smallest part of the world that holds all points, with room around them; across the 180th
   * meridian where that is shorter. At least 8 degrees wide; the whole world where it would be
   * wider than 190 degrees, or there is no point.
   */
  static Extent around(List<Bubble> bubbles) {
    if (bubbles.isEmpty()) {
      return WORLD;
    }
    double[] xs = bubbles.stream().mapToDouble(Bubble::longitude).sorted().toArray();
    // the shortest arc is what remains beside the widest gap
    double gap = xs[0] + 360 - xs[xs.length - 1];
    double west = xs[0];
    for (int i = 1; i < xs.length; i++) {
      if (xs[i] - xs[i - 1] > gap) {
        gap = xs[i] - xs[i - 1];
        west = xs[i];
      }
    }
    double arc = 360 - gap;
    double south = bubbles.stream().mapToDouble(b -> y(b.latitude())).min().orElseThrow();
    double north = bubbles.stream().mapToDouble(b -> y(b.latitude())).max().orElseThrow();
    double width =
        Math.max(LEAST_WIDTH, Math.max(arc, (north - south) / SHAPE) * (1 + 2 * PADDING));
    if (width > GREATEST_WIDTH) {
      return WORLD;
    }
    double limit = y(LAST_LATITUDE);
    double height = width * SHAPE;
    double top = (north + south) / 2 + height / 2;
    top = Math.max(Math.min(top, limit), -limit + height);
    return new Extent(west + arc / 2 - width / 2, top, width);
  }

  static double y(double latitude) {
    double held = Math.max(-LAST_LATITUDE - 1, Math.min(LAST_LATITUDE + 1, latitude));
    return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + Math.toRadians(held) / 2)));
  }

  /** Units of the drawing per degree of longitude. */
  double scale() {
    return PAGE_WIDTH / width;
  }

  /** Where a point stands, held within the drawing (the poles have no place on it). */
  double[] place(double longitude, double latitude) {
    double x = longitude;
    while (x < west) {
      x += 360;
    }
    while (x >= west + 360) {
      x -= 360;
    }
    return new double[] {(x - west) * scale(), held((north - y(latitude)) * scale(), PAGE_HEIGHT)};
  }

  private static double held(double value, double greatest) {
    return Math.max(0, Math.min(greatest, value));
  }

  /** A line of degrees in units of the drawing, moved by full turns. */
  double[] project(double[] line, int turns) {
    double[] projected = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      projected[i] = (line[i] + 360 * turns - west) * scale();
      projected[i + 1] = (north - y(line[i + 1])) * scale();
    }
    return projected;
  }
}
