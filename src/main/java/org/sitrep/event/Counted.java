package org.sitrep.event;

/**
 * People counted in a sentence: a number or a person, and what happened to them once it is known.
 */
final class Counted {

  /** How people are referred to. */
  enum Kind {
    /** A number with a word for people. */
    PEOPLE,
    /** A number alone. */
    BARE,
    /** A number with a noun that is no known word for people. */
    OTHER,
    /** One person, without a number. */
    SINGLE,
    /** A person by name. */
    NAME
  }

  final int first;
  final int end;
  final int low;
  final int high;
  final String modality;
  final Kind kind;
  String victimClass;

  /** Index of the noun for the people; -1 where there is none. */
  int head = -1;

  /** Whether they come on top of others: "12 more", "three others". */
  boolean additional;

  /** Whether they come on top of those told before: "another", "more". */
  boolean more;

  /** Whether "also" adds them to the dead told before. */
  boolean also;

  /** Whether the number stands as bare digits. */
  boolean plainDigits;

  /** Whether an ordinal counts them: "a third victim". */
  boolean ordinal;

  /** Whether they are a part of the number behind "of": "10 of 48 people". */
  boolean ofNext;

  /** What happened to them: null while unknown, {@code none} where it did not happen. */
  String effect;

  /** Index of the word that says what happened; -1 where none does. */
  int verb = -1;

  /** {@code none}, {@code part} or {@code total}. */
  String relation = "none";

  Counted(int first, int end, int low, int high, String modality, Kind kind, String victimClass) {
    this.first = first;
    this.end = end;
    this.low = low;
    this.high = high;
    this.modality = modality;
    this.kind = kind;
    this.victimClass = victimClass;
  }

  /** So many as an amount says, from its first word on. */
  static Counted of(Numbers.Amount amount, int end, Kind kind, String victimClass) {
    return new Counted(
        amount.first(), end, amount.low(), amount.high(), amount.modality(), kind, victimClass);
  }

  /** One person. */
  static Counted one(int first, int end, Kind kind, String victimClass) {
    return new Counted(first, end, 1, 1, "exact", kind, victimClass);
  }

  /** A part of others, to whom the same happened. */
  void partOf(Counted whole) {
    effect = whole.effect;
    verb = whole.verb;
    relation = "part";
  }

  /** Whether it is known that their bodies were harmed. */
  boolean harmed() {
    return effect != null && CasualtyWords.harms(effect);
  }

  /** Whether they are hurt, so that they may still have died of it. */
  boolean hurt() {
    return "injured".equals(effect) || "shot".equals(effect);
  }
}
