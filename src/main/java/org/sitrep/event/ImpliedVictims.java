package org.sitrep.event;

import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Victims whom a casualty word counts without naming them: "her death", "killing himself". */
final class ImpliedVictims {

  private final CasualtySentence sentence;
  private final Wording words;
  private final Coordination lists;

  ImpliedVictims(CasualtySentence sentence, Coordination lists) {
    this.sentence = sentence;
    words = sentence.words();
    this.lists = lists;
  }

  /** Counts the victims of a word that needs no other to count them; false where it is none. */
  boolean find(Happening happening) {
    if (happening.is("own")) {
      if (ownDeath(happening.first)) {
        count(happening);
      }
      return true;
    }
    if (happening.is("self") || happening.countsItself()) {
      count(happening);
      alsoKilled(happening);
      return true;
    }
    return false;
  }

  /** "her death", "the driver's death". */
  private boolean ownDeath(int death) {
    String before = words.term(death - 1);
    return before.equals("his") || before.equals("her") || death > 0 && sentence.owner(death);
  }

  private void count(Happening happening) {
    boolean self = happening.is("self");
    int number = self || happening.is("own") ? 1 : happening.ownCount();
    Counted one =
        new Counted(
            happening.first,
            happening.end,
            number,
            number,
            self ? "exact" : number == 1 ? "implied" : "exact",
            Kind.SINGLE,
            self && ofPerpetrator(happening) ? VictimClasses.PERPETRATORS : VictimClasses.UNKNOWN);
    sentence.give(one, happening);
    if (!self) {
      one.relation = "total";
    }
    sentence.add(one);
  }

  /** "killing himself and 12 others". */
  private void alsoKilled(Happening self) {
    Counted others =
        words.is(self.end, Role.CONJUNCTION) ? sentence.startingAt(self.end + 1) : null;
    if (self.is("self") && others != null && others.effect == null && others.kind != Kind.OTHER) {
      sentence.give(others, self);
      lists.extendRight(others, self);
    }
  }

  /** Whether who killed himself also did something to others; a child with a gun did not. */
  private boolean ofPerpetrator(Happening self) {
    if (!self.effect.equals("killed")) {
      return false;
    }
    String last = words.term(self.end - 1);
    boolean turned = words.term(self.end - 2).equals("on") || last.equals("life");
    boolean next = words.term(self.first).equals("then") || words.is(self.first, Role.CONJUNCTION);
    if (turned || next || last.equals("suicide")) {
      return true;
    }
    for (Counted one : sentence.people()) {
      boolean other = one.harmed() && one.verb != self.first;
      if (other && one.end <= self.first && !one.relation.equals("part")) {
        return true;
      }
    }
    for (int k = self.first - 1; k >= 0 && k > self.first - CasualtySentence.REACH; k--) {
      VictimClasses.Noun noun = words.noun(k);
      if (noun != null && noun.singular()) {
        return noun.victimClass().equals(VictimClasses.PERPETRATORS);
      }
    }
    return false;
  }
}
