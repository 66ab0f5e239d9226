package org.sitrep.event;

/**
 * A folded word with the dictionaries of phrases that it can begin, each asked once.
 *
 * <p>Threads may ask at once: what one of them learns and another overwrites is learnt again.
 */
final class Word {

  private static final int UNKNOWN = 0;
  private static final int BEGINS = 1;
  private static final int BEGINS_NOT = 2;

  private final String text;

  /** Two bits for each dictionary. */
  private volatile long known;

  Word(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether some phrase of the dictionary begins with this word. */
  boolean begins(Phrases<?> phrases) {
    if (phrases.number() < 0) {
      return phrases.beginsWith(text);
    }
    int shift = 2 * phrases.number();
    long bits = known >>> shift & 3;
    if (bits == UNKNOWN) {
      bits = phrases.beginsWith(text) ? BEGINS : BEGINS_NOT;
      known |= bits << shift;
    }
    return bits == BEGINS;
  }
}
