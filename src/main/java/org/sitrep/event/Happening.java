package org.sitrep.event;

/** A word of killing, wounding or the like where it stands in a sentence. */
final class Happening {

  final int first;
  final int end;
  final String effect;
  final String kind;

  /** Whether it is only threatened, planned or denied. */
  boolean unreal;

  /** Whether it has found those to whom it happened. */
  boolean taken;

  /** To whom it happened, of several the last; null where to nobody yet. */
  Counted last;

  /** The victim class that a toll counts, or null. */
  String counts;

  Happening(int first, int end, String effect, String kind) {
    this.first = first;
    this.end = end;
    this.effect = effect;
    this.kind = kind;
  }

  /** Whether it is of a kind of {@code casualty-words.tsv}. */
  boolean is(String other) {
    return kind.equals(other);
  }

  boolean participle() {
    return is("participle");
  }

  /** Whether the word itself says how many: "twin deaths". */
  boolean countsItself() {
    return kind.startsWith("count");
  }

  /** How many a word says that counts itself: the digit of its kind. */
  int ownCount() {
    return kind.charAt(5) - '0';
  }

  /** What happened to so many: one who came to a hospital may have died there. */
  String effectOn(int people) {
    return effect.equals("hospital") ? people > 1 ? "injured" : "shot" : effect;
  }

  /** Whether it harms a person's body. */
  boolean harms() {
    return CasualtyWords.harms(effect);
  }

  /** Whether any noun may be what it happens to, known as a word for people or not. */
  boolean countsAnybody() {
    return CasualtyWords.countsAnybody(effect);
  }
}
