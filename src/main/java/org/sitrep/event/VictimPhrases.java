package org.sitrep.event;

/** The victim class that the words of a phrase, or those behind it, tell. */
final class VictimPhrases {

  private final CasualtySentence sentence;
  private final Wording words;

  VictimPhrases(CasualtySentence sentence) {
    this.sentence = sentence;
    words = sentence.words();
  }

  /** The class of the nouns from one word to the head, and of what the head is "of". */
  String classOf(int from, int head, String modifier) {
    VictimClasses.Noun noun = words.noun(head);
    if (noun == null) {
      return modifier == null ? VictimClasses.UNKNOWN : modifier;
    }
    String own = noun.victimClass();
    String best = VictimClasses.UNKNOWN;
    for (int k = from; k < head; k++) {
      VictimClasses.Noun before = words.noun(k);
      if (before != null && VictimClasses.specific(before.victimClass())) {
        best = before.victimClass();
      }
    }
    if (VictimClasses.specific(best)) {
      boolean forces =
          own.equals(VictimClasses.UNKNOWN)
              || own.equals(VictimClasses.STATE_FORCES)
              || own.equals(VictimClasses.POLICE)
              || own.equals(VictimClasses.PERPETRATORS) && best.equals(VictimClasses.REBELS)
              || own.equals(VictimClasses.MILITIA) && best.equals(VictimClasses.REBELS);
      return forces ? best : own;
    }
    if (own.equals(VictimClasses.UNKNOWN) && words.term(head + 1).equals("of")) {
      for (int k = head + 2; k < Math.min(words.size(), head + 8); k++) {
        if (words.marked(k, Wording.STOP | Wording.COMMA) || sentence.happeningAt(k) != null) {
          break;
        }
        VictimClasses.Noun of = words.noun(k);
        if (of != null && VictimClasses.specific(of.victimClass())) {
          return of.victimClass();
        }
      }
    }
    return own;
  }

  /** The first class that words from one to before another name. */
  String among(int from, int until) {
    for (int k = from; k < until; k++) {
      VictimClasses.Noun noun = words.noun(k);
      if (noun != null && VictimClasses.specific(noun.victimClass())) {
        return noun.victimClass();
      }
    }
    return VictimClasses.UNKNOWN;
  }

  /** "of whom 40 were militants": the class stands behind the verb. */
  void describe(Counted part) {
    if (VictimClasses.specific(part.victimClass)) {
      return;
    }
    for (int k = part.end; k < Math.min(words.size(), part.end + 5); k++) {
      if (words.marked(k, Wording.STOP | Wording.COMMA)) {
        return;
      }
      VictimClasses.Noun noun = words.noun(k);
      if (noun != null && VictimClasses.specific(noun.victimClass())) {
        part.victimClass = noun.victimClass();
        return;
      }
    }
  }
}
