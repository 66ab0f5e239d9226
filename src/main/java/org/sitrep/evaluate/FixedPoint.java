package org.sitrep.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers with a fixed count of decimals: the exact value of the binary double, rounded half to
 * even, as C and Python print it.
 */
final class FixedPoint {
  private FixedPoint() {}

  /** For example {@code 0.875}; {@code n/a} for a number that is not finite. */
  static String of(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "n/a";
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    // a negative number keeps its sign where all digits that are left are zero
    boolean lost = rounded.signum() == 0 && Double.doubleToRawLongBits(value) < 0;
    return (lost ? "-" : "") + rounded.toPlainString();
  }

  /** With the three decimals of a share. */
  static String of(double share) {
    return of(share, 3);
  }
}
