package org.sitrep.report;

/**
 * A figure with its bounds. All three are null where nobody reports, which is not zero.
 *
 * @param low least
 * @param best most likely
 * @param high most
 */
record Range(Long low, Long best, Long high) {

  /** What stands where nobody reports. */
  static final String NO_REPORT = "–";

  static final Range UNREPORTED = new Range(null, null, null);

  static Range of(Integer low, Integer best, Integer high) {
    return new Range(wide(low), wide(best), wide(high));
  }

  private static Long wide(Integer value) {
    return value == null ? null : Long.valueOf(value);
  }

  boolean reported() {
    return best != null;
  }

  /** Whether the bounds say the same as the best value. */
  boolean sure() {
    return reported() && best.equals(low) && best.equals(high);
  }

  /** {@code 103} where the bounds agree, {@code 0-0-50} where not, a dash where nobody reports. */
  String text() {
    if (!reported()) {
      return NO_REPORT;
    }
    return sure() ? best.toString() : low + "-" + best + "-" + high;
  }
}
