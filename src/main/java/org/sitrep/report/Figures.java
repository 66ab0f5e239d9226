package org.sitrep.report;

/** Ranges as they are printed. */
final class Figures {
  private Figures() {}

  static WeekView.Figure of(Range range) {
    if (!range.reported()) {
      return new WeekView.Figure(Range.NO_REPORT, null, -1);
    }
    return new WeekView.Figure(
        Words.count(range.best()),
        range.sure() ? null : Words.count(range.low()) + "–" + Words.count(range.high()),
        range.best());
  }

  /** {@code 3 incidents, 12 killed (10–15), no number of injured}. */
  static String told(long incidents, Range killed, Range injured) {
    return Words.counted(incidents, "incident")
        + ", "
        + told(killed, "killed")
        + ", "
        + told(injured, "injured");
  }

  private static String told(Range range, String effect) {
    WeekView.Figure figure = of(range);
    return range.reported()
        ? figure.best()
            + (figure.bounds() == null ? "" : " (" + figure.bounds() + ")")
            + " "
            + effect
        : "no number of " + effect;
  }
}
