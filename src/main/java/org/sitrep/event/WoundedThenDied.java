package org.sitrep.event;

import org.sitrep.event.Grammar.Role;

/** Persons who were hurt first and then died: "he was shot and died". */
final class WoundedThenDied {

  private final CasualtySentence sentence;
  private final Wording words;
  private final NameRows names;

  WoundedThenDied(CasualtySentence sentence, NameRows names) {
    this.sentence = sentence;
    words = sentence.words();
    this.names = names;
  }

  /** Ties a death to a person hurt before in the same clause; false where there is none. */
  boolean find(Happening death) {
    int and = death.first - 1;
    while (and >= 0 && words.auxiliary(and)) {
      and--;
    }
    if (!death.effect.equals("killed") || !words.is(and, Role.CONJUNCTION)) {
      return false;
    }
    for (int k = and - 1; k >= 0 && k > death.first - CasualtySentence.REACH; k--) {
      Counted one = sentence.happeningAt(k) == null ? null : sentence.happeningAt(k).last;
      boolean hurt = one != null && one.hurt() && one.high == 1 && one.end <= k;
      if (hurt && sameClause(k, and)) {
        sentence.give(one, death);
        return true;
      }
    }
    for (int k = and - 1; k >= 0 && k > and - 8; k--) {
      String term = words.term(k);
      if (term.equals("he") || term.equals("she")) {
        Counted one = names.person(k, k + 1);
        sentence.give(one, death);
        sentence.add(one);
        return true;
      }
      if (words.is(k, Role.BLOCK) || words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return false;
      }
    }
    return false;
  }

  /** Whether neither a mark nor a word begins another clause between two words. */
  private boolean sameClause(int from, int until) {
    for (int k = from + 1; k < until; k++) {
      if (words.is(k, Role.BLOCK)
          || words.is(k, Role.PRONOUN)
          || words.marked(k, Wording.STOP | Wording.COLON)) {
        return false;
      }
    }
    return true;
  }
}
