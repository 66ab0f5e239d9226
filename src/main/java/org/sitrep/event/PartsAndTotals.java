package org.sitrep.event;

import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/**
 * How the counts of a sentence include each other: parts of a whole, sums, one figure told twice.
 */
final class PartsAndTotals {

  private final CasualtySentence sentence;
  private final Wording words;
  private final VictimPhrases victims;
  private final Coordination lists;

  PartsAndTotals(CasualtySentence sentence, VictimPhrases victims, Coordination lists) {
    this.sentence = sentence;
    words = sentence.words();
    this.victims = victims;
    this.lists = lists;
  }

  /** "among the dead were four children", "the dead included two medics". */
  void amongTheDead() {
    for (Happening happening : sentence.happenings()) {
      String before = words.term(happening.first - 1);
      if (happening.taken || !before.equals("the") && !before.equals("those")) {
        continue;
      }
      boolean among = words.term(happening.first - 2).equals("among");
      if (words.is(happening.end, Role.INCLUDING) || among && words.is(happening.end, Role.BE)) {
        partsBehind(happening);
      } else if (among && words.is(happening.first - 3, Role.BE)) {
        partsBefore(happening, happening.first - 3);
      }
    }
  }

  /** "six children were among the dead". */
  private void partsBefore(Happening happening, int be) {
    Counted subject = happening.harms() ? sentence.endingAt(be) : null;
    if (subject == null) {
      subject = firstOfClause(be);
    }
    if (subject != null && subject.effect == null) {
      sentence.give(subject, happening);
      subject.relation = happening.harms() ? "part" : "none";
    }
  }

  /** "the dead included two medics". */
  private void partsBehind(Happening happening) {
    for (int k = happening.end + 1; k < Math.min(words.size(), happening.end + 4); k++) {
      Counted one = sentence.startingAt(k);
      if (one == null || one.effect != null || one.kind == Kind.OTHER) {
        continue;
      }
      sentence.give(one, happening);
      lists.extendRight(one, happening);
      for (Counted part : sentence.people()) {
        if (part.verb == happening.first) {
          part.relation = "part";
        }
      }
      return;
    }
  }

  /** The people with whom a clause before a verb begins, whoever is named with them. */
  private Counted firstOfClause(int verb) {
    Counted first = null;
    for (int k = verb; k > 0 && k > verb - 2 * CasualtySentence.REACH; k--) {
      Counted one = sentence.endingAt(k);
      if (one != null && one.effect == null && one.kind == Kind.PEOPLE) {
        first = one;
      }
      if (words.marked(k, Wording.STOP | Wording.COLON)
          || sentence.happeningAt(k - 1) != null
          || words.is(k - 1, Role.BLOCK)) {
        break;
      }
    }
    return first;
  }

  /** What stands behind "including", "among them", "of whom" shares the fate of what it is of. */
  void parts() {
    Counted whole = null;
    sentence.sortPeople();
    for (Counted one : sentence.people()) {
      if (one.effect != null) {
        if (one.relation.equals("none")) {
          whole = one;
        }
        continue;
      }
      boolean marked = one.relation.equals("part");
      for (int k = one.first - 1; k >= 0 && k >= one.first - 3 && !marked; k--) {
        marked =
            words.is(k, Role.INCLUDING)
                || words.term(k).equals("them") && words.term(k - 1).equals("among")
                || words.term(k).equals("whom") && words.term(k - 1).equals("among");
        if (words.marked(k + 1, Wording.STOP)) {
          break;
        }
      }
      if (marked && whole != null && one.kind != Kind.OTHER && whole.end <= one.first) {
        one.partOf(whole);
        victims.describe(one);
      } else if (one.relation.equals("part")) {
        one.relation = "none";
      }
    }
  }

  /** "six children among 19 dead": the first is a part of the second. */
  void wholes() {
    for (Counted one : sentence.people()) {
      if (one.effect != null && one.relation.equals("part")) {
        continue;
      }
      if (one.ofNext && one.effect == null) {
        Counted whole = sentence.startingAt(one.end + 1);
        if (whole != null && whole.effect != null && whole.low >= one.high) {
          one.partOf(whole);
        }
        continue;
      }
      int next = one.end;
      while (next < words.size() && next < one.end + 2 && words.auxiliary(next)) {
        next++;
      }
      if (!words.term(next).equals("among")) {
        continue;
      }
      for (int k = next + 1; k <= Math.min(words.size() - 1, next + 3); k++) {
        Counted whole = sentence.startingAt(k);
        if (whole != null && whole.effect != null && whole.low > one.high) {
          one.partOf(whole);
          break;
        }
      }
    }
  }

  /** "nine dead, all of them farmers". */
  void allOfThem() {
    for (int k = 1; k + 3 < words.size(); k++) {
      boolean all =
          words.term(k).equals("all")
              && (words.term(k + 1).equals("of")
                      && (words.term(k + 2).equals("them") || words.term(k + 2).equals("whom"))
                  || words.marked(k, Wording.COMMA) && words.noun(k + 1) != null);
      if (!all) {
        continue;
      }
      Counted whole = null;
      for (Counted one : sentence.people()) {
        boolean before = one.harmed() && one.end <= k && one.high > 1;
        if (before && (whole == null || one.end > whole.end)) {
          whole = one;
        }
      }
      if (whole == null || VictimClasses.specific(whole.victimClass)) {
        continue;
      }
      for (int noun = k + 1; noun < Math.min(words.size(), k + 6); noun++) {
        VictimClasses.Noun people = words.noun(noun);
        if (people != null && people.plural() && VictimClasses.specific(people.victimClass())) {
          whole.victimClass = people.victimClass();
          break;
        }
      }
    }
  }

  /** A headline that runs on into its story tells one figure with two verbs. */
  void retold() {
    for (int i = 0; i < sentence.people().size(); i++) {
      Counted first = sentence.people().get(i);
      for (int j = i + 1; j < sentence.people().size(); j++) {
        Counted again = sentence.people().get(j);
        boolean same =
            first.effect != null
                && first.effect.equals(again.effect)
                && first.low >= 2
                && first.low == again.low
                && first.high == again.high
                && first.verb != again.verb
                && first.relation.equals(again.relation)
                && (!again.additional || first.additional)
                && (first.victimClass.equals(again.victimClass)
                    || !VictimClasses.specific(first.victimClass)
                    || !VictimClasses.specific(again.victimClass));
        if (same) {
          boolean vaguer = VictimClasses.specific(first.victimClass);
          (vaguer ? again : first).effect = "none";
        }
      }
    }
  }

  /** A general number that the others of its effect add up to is their total. */
  void sums() {
    for (Counted one : sentence.people()) {
      if (one.effect == null || !one.relation.equals("none") || one.low < 2) {
        continue;
      }
      long sum = 0;
      int others = 0;
      boolean coordinated = false;
      for (Counted other : sentence.people()) {
        if (other != one
            && one.effect.equals(other.effect)
            && other.relation.equals("none")
            && !other.victimClass.equals(VictimClasses.PERPETRATORS)) {
          sum += other.low;
          others++;
          coordinated |= other.verb == one.verb;
        }
      }
      boolean equal = others >= 2 && sum == one.low;
      boolean general =
          others >= 1
              && !coordinated
              && !VictimClasses.specific(one.victimClass)
              && one.kind != Kind.NAME
              && !one.additional
              && sum <= one.low
              && !anyOnTop(one);
      if (equal || general) {
        one.relation = "total";
      }
    }
  }

  /** Whether one of the others of the effect is said to come on top. */
  private boolean anyOnTop(Counted one) {
    for (Counted other : sentence.people()) {
      if (other != one && one.effect.equals(other.effect) && other.additional) {
        return true;
      }
    }
    return false;
  }
}
