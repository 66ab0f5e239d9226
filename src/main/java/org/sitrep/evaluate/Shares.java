package org.sitrep.evaluate;

import java.util.Map;

/** Precision, recall and their harmonic mean. */
final class Shares {
  private Shares() {}

  /** The part of a whole, {@link Double#NaN} where the whole is nothing. */
  static double of(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  /** The part of a whole, 0 where the whole is nothing: who names nothing is right in nothing. */
  static double orZero(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** F1, the harmonic mean of precision and recall; 0 where both are 0. */
  static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** Precision, recall and F1 for people. */
  static String line(double precision, double recall) {
    return "P "
        + FixedPoint.of(precision)
        + " R "
        + FixedPoint.of(recall)
        + " F1 "
        + FixedPoint.of(f1(precision, recall));
  }

  /** Precision, recall and F1 by name. */
  static void put(Map<String, Number> figures, String name, double precision, double recall) {
    figures.put(name + "_precision", precision);
    figures.put(name + "_recall", recall);
    figures.put(name + "_f1", f1(precision, recall));
  }
}
