package org.sitrep.generate;

/** First steps of the paths of dice: what is drawn. */
final class Draw {
  static final long SIZES = 1;
  static final long STORY = 2;
  static final long UNEVENTFUL = 3;
  static final long ORDER = 4;
  static final long COPY = 5;
  static final long ISSUE = 6;
  static final long BODY = 7;
  static final long LAYOUT = 8;
  static final long TITLE = 9;

  private Draw() {}
}
