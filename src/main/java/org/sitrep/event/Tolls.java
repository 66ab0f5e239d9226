package org.sitrep.event;

import java.util.Set;
import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;
import org.sitrep.text.Resources;

/** Totals that a toll tells: "the death toll rose to 45", "bringing to 45 the number killed". */
final class Tolls {

  /** Words within which the number of a toll follows. */
  private static final int REACH = 16;

  private static final Set<String> RISES =
      Set.copyOf(Resources.lines(Tolls.class, "toll-verbs.txt"));

  private final CasualtySentence sentence;
  private final Wording words;

  Tolls(CasualtySentence sentence) {
    this.sentence = sentence;
    words = sentence.words();
  }

  /** Ties the number that follows a toll, or stands before it, to it. */
  void find() {
    for (Happening happening : sentence.happenings()) {
      if (!happening.is("toll")) {
        continue;
      }
      Counted found = following(happening);
      if (found == null) {
        found = broughtTo(happening);
      }
      if (found == null) {
        found = risen(happening);
      }
      if (found == null) {
        continue;
      }
      sentence.give(found, happening);
      found.relation = "total";
      if (happening.counts != null && !VictimClasses.specific(found.victimClass)) {
        found.victimClass = happening.counts;
      }
    }
  }

  /** "the death toll rose from 12 to 19". */
  private Counted following(Happening toll) {
    for (int k = toll.end; k < Math.min(words.size(), toll.end + REACH); k++) {
      String word = words.term(k);
      if (words.marked(k, Wording.STOP)
          || words.is(k, Role.MODAL)
          || words.is(k, Role.BLOCK) && !word.equals("as") && !word.equals("that")) {
        return null;
      }
      Counted one = sentence.startingAt(k);
      if (one == null || one.kind == Kind.OTHER || one.kind == Kind.SINGLE) {
        continue;
      }
      if (one.effect != null && one.verb != toll.first) {
        return null;
      }
      String before = words.term(k - 1);
      boolean another =
          before.equals("from") && one.end - one.first < 3
              || before.equals("of") && k > toll.end + 3
              || one.kind == Kind.BARE && one.plainDigits && sentence.besideWeekday(one);
      if (!another) {
        return one;
      }
    }
    return null;
  }

  /** "bringing to 45 the number killed". */
  private Counted broughtTo(Happening toll) {
    int end = words.is(toll.first - 1, Role.DETERMINER) ? toll.first - 1 : toll.first;
    Counted one = end < 0 ? null : sentence.endingAt(end);
    return one != null && one.effect == null && words.term(one.first - 1).equals("to") ? one : null;
  }

  /** "the number of those killed, whatever stands between, rose to 19". */
  private Counted risen(Happening toll) {
    for (int k = toll.end; k < words.size() && !words.marked(k, Wording.STOP); k++) {
      if (words.is(k, Role.MODAL)) {
        return null;
      }
      if (!RISES.contains(words.term(k))) {
        continue;
      }
      for (int to = k + 1; to < Math.min(words.size(), k + 5); to++) {
        Counted one = sentence.startingAt(to);
        boolean said = words.term(to - 1).equals("to") || words.term(to - 1).equals("at");
        if (one != null && one.effect == null && (said || to == k + 1)) {
          return one.kind == Kind.OTHER || one.kind == Kind.SINGLE ? null : one;
        }
      }
    }
    return null;
  }
}
