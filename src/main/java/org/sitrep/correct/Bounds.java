package org.sitrep.correct;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Low, best and high of a figure; all null where nobody reports one. */
record Bounds(Integer low, Integer best, Integer high) {

  static final Bounds UNKNOWN = new Bounds(null, null, null);

  /**
   * The bounds with those that are given. What is not given stays, and follows only as far as low
   * &lt;= best &lt;= high demands.
   *
   * @param fields what the whole, low, best and high are called
   * @param values those given, checked
   */
  Bounds overridden(List<String> fields, Map<String, String> values) {
    String whole = values.get(fields.get(0));
    if (whole != null) {
      return whole.equals(CorrectionChecks.UNKNOWN) ? UNKNOWN : all(Integer.valueOf(whole));
    }
    Integer givenLow = number(values.get(fields.get(1)));
    Integer givenBest = number(values.get(fields.get(2)));
    Integer givenHigh = number(values.get(fields.get(3)));
    Bounds own =
        best == null
            ? all(
                Stream.of(givenLow, givenBest, givenHigh)
                    .filter(number -> number != null)
                    .findFirst()
                    .orElseThrow())
            : this;
    int most = givenHigh == null ? Integer.MAX_VALUE : givenHigh;
    int newLow =
        givenLow == null ? Math.min(own.low, givenBest == null ? most : givenBest) : givenLow;
    int newBest = givenBest == null ? Math.min(Math.max(own.best, newLow), most) : givenBest;
    int newHigh = givenHigh == null ? Math.max(own.high, newBest) : givenHigh;
    return new Bounds(newLow, newBest, newHigh);
  }

  private static Bounds all(Integer number) {
    return new Bounds(number, number, number);
  }

  private static Integer number(String value) {
    return value == null ? null : Integer.valueOf(value);
  }
}
