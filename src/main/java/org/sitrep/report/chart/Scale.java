package org.sitrep.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * From zero to the greatest of many counts, shared by all bars of a table: straight, or by square
 * roots where one value would press the others against zero.
 *
 * @param greatest at least 1
 */
public record Scale(Kind kind, long greatest) {

  /** How a count becomes a length. */
  public enum Kind {
    LINEAR,
    SQUARE_ROOT
  }

  /** Square roots are taken where the greatest value is this many times the median. */
  private static final double DOMINANCE = 12;

  /** Refuses a scale that ends below 1. */
  public Scale {
    Objects.requireNonNull(kind, "kind");
    if (greatest < 1) {
      throw new IllegalArgumentException("greatest is " + greatest + ", must be at least 1");
    }
  }

  /**
   * The scale for these counts.
   *
   * @param values null for "no report", which is passed over
   */
  public static Scale of(Collection<Long> values) {
    values.forEach(value -> Figures.check("a value", value));
    List<Long> told = values.stream().filter(v -> v != null && v > 0).sorted().toList();
    if (told.isEmpty()) {
      return new Scale(Kind.LINEAR, 1);
    }
    long greatest = told.get(told.size() - 1);
    long median = told.get((told.size() - 1) / 2);
    return new Scale(greatest > DOMINANCE * median ? Kind.SQUARE_ROOT : Kind.LINEAR, greatest);
  }

  /** Where a count lies, 0 to 1; what is greater than the scale's end lies at its end. */
  double share(long value) {
    double share = Math.max(0, Math.min(1, (double) value / greatest));
    return kind == Kind.LINEAR ? share : Math.sqrt(share);
  }

  /** {@code square-root scale, 0 to 1,200}. */
  public String label() {
    return (kind == Kind.LINEAR ? "scale" : "square-root scale") + ", 0 to " + Svg.count(greatest);
  }

  /** Zero, at most two round numbers between, and the end. */
  List<Long> ticks() {
    List<Long> ticks = new ArrayList<>(List.of(0L));
    for (double share : new double[] {0.33, 0.66}) {
      double value = kind == Kind.LINEAR ? share * greatest : share * share * greatest;
      long round = round((long) (value * 1.25));
      if (round > ticks.get(ticks.size() - 1) && share(round) < 0.85) {
        ticks.add(round);
      }
    }
    ticks.add(greatest);
    return ticks;
  }

  /** The greatest of 1, 2, 5, 10, 20, 50, ... that is no greater; 0 for less than 1. */
  static long round(long value) {
    long round = 0;
    for (long power = 1; power <= value; power *= 10) {
      for (long step = 1; step <= 5; step += step == 1 ? 1 : 3) {
        // by division, for a product may not fit
        round = step <= value / power ? step * power : round;
      }
      if (power > Long.MAX_VALUE / 10) {
        break;
      }
    }
    return round;
  }
}
