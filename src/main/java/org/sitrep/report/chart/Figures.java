package org.sitrep.report.chart;

/** A low, best and high figure in words; null is "no figure", never zero. */
final class Figures {

  private Figures() {}

  static void check(String what, Long... figures) {
    for (Long figure : figures) {
      if (figure != null && figure < 0) {
        throw new IllegalArgumentException(what + " is " + figure + ", must not be negative");
      }
    }
  }

  static String words(String unit, Long low, Long best, Long high) {
    String of = unit.isEmpty() ? "" : " " + unit;
    String span = span(low, best, high);
    if (best == null) {
      return (unit.isEmpty() ? "no figure" : "no figure of " + unit) + span;
    }
    return Svg.count(best) + of + span;
  }

  private static String span(Long low, Long best, Long high) {
    boolean lower = low != null && !low.equals(best);
    boolean higher = high != null && !high.equals(best);
    if (lower && higher) {
      return " (" + Svg.count(low) + " to " + Svg.count(high) + ")";
    }
    return lower
        ? " (at least " + Svg.count(low) + ")"
        : higher ? " (at most " + Svg.count(high) + ")" : "";
  }
}
