package org.sitrep.cluster;

/** When one text is a copy of another, cut or with a new head and foot. */
final class Copies {

  private static final double CONTAINED = 0.85;
  private static final double LEAST_LENGTH = 0.4;
  private static final int LEAST_SHINGLES = 20;
  private static final int LONG_TEXT = 80;
  private static final double TITLES_ALIKE = 0.3;

  private Copies() {}

  /**
   * Whether most of the shorter text stands in the longer one, which is not much longer. Short
   * texts must have titles that are alike too: a stub ("subscribe to read on") is no copy of the
   * stub of another story.
   */
  static boolean isCopy(Profile a, Profile b) {
    Shingles shingles = Shingles.of(a.shingles(), b.shingles());
    if (shingles.fewer() < LEAST_SHINGLES
        || shingles.containment() < CONTAINED
        || shingles.fewer() < LEAST_LENGTH * shingles.more()) {
      return false;
    }
    TermVector title = a.vector(TermField.TITLE);
    TermVector other = b.vector(TermField.TITLE);
    return shingles.fewer() >= LONG_TEXT
        || title.terms().length == 0
        || other.terms().length == 0
        || title.cosine(other) >= TITLES_ALIKE;
  }
}
