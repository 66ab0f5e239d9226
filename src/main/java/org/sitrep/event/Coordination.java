package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Victims in a list, who share the verb of their neighbours: "12 rebels and two civilians". */
final class Coordination {

  private static final int MOST_LEFT = 8;
  private static final int MOST_RIGHT = 10;

  /** Plain words that may stand between a victim and "and". */
  private static final int REACH_LEFT = 7;

  /** Plain words that may stand between a victim and the next. */
  private static final int REACH_RIGHT = 8;

  private final CasualtySentence sentence;
  private final Wording words;

  Coordination(CasualtySentence sentence) {
    this.sentence = sentence;
    words = sentence.words();
  }

  /**
   * The words before a victim that join it to another.
   *
   * @param last the word before them
   * @param spoken whether there are any, and not just a comma
   * @param including whether they make the victim a part of the other
   */
  private record Link(int last, boolean spoken, boolean including) {}

  /**
   * The victim behind another.
   *
   * @param including whether it is a part of the other
   */
  private record Next(Counted victim, boolean including) {}

  /** Lets those listed left of a victim share what happened to it. */
  void extendLeft(Counted from, Happening happening) {
    Counted right = from;
    List<Counted> chain = new ArrayList<>();
    chain.add(right);
    for (int rounds = 0; rounds < MOST_LEFT; rounds++) {
      Link link = linkBefore(right);
      if (link == null || !joins(link, right)) {
        return;
      }
      if (link.including) {
        for (Counted part : chain) {
          part.relation = "part";
        }
        chain.clear();
      }
      Counted left = previous(link.last + 1);
      if (left == null
          || left.effect != null
          || left.kind == Kind.OTHER && !sentence.plausible(left)
          || left.kind == Kind.BARE && !counts(left, link, right)
          || chain.size() == 1 && link.last + 1 == right.first && explained(left, right)) {
        return;
      }
      sentence.give(left, happening);
      chain.add(left);
      right = left;
    }
  }

  /** What joins a victim to the one before; null where a stop parts them. */
  private Link linkBefore(Counted right) {
    int k = right.first - 1;
    if (words.is(k, Role.DETERMINER) && sentence.startingAt(k) == null) {
      k--;
    }
    boolean spoken = false;
    boolean including = false;
    for (int steps = 0; k >= 0 && steps < 4; steps++) {
      if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return null;
      }
      if (includes(k)) {
        including = true;
        k -= words.term(k).equals("them") ? 2 : 1;
      } else if (and(k)) {
        k--;
      } else {
        break;
      }
      spoken = true;
    }
    return new Link(k, spoken, including);
  }

  private boolean joins(Link link, Counted right) {
    if (link.spoken || right.kind == Kind.BARE) {
      return link.spoken; // "shot six people, one fatally": no list
    }
    Counted before = sentence.endingAt(right.first);
    return words.marked(right.first, Wording.COMMA | Wording.ASIDE)
        || before != null && before.kind == Kind.PEOPLE && right.kind == Kind.PEOPLE;
  }

  /** Whether a bare number counts victims like those behind it: "three and five soldiers". */
  private static boolean counts(Counted bare, Link link, Counted right) {
    boolean apart = bare.plainDigits && bare.end < right.first - 1;
    return (link.including || right.kind == Kind.PEOPLE) && !apart;
  }

  /** "the victim, a two-year-old child, died": both are one. */
  private boolean explained(Counted left, Counted right) {
    return left.end == right.first
        && left.high == 1
        && right.kind == Kind.SINGLE
        && words.marked(right.end, Wording.COMMA | Wording.ASIDE);
  }

  /** The people that end at most some plain words before an index. */
  private Counted previous(int until) {
    for (int k = until; k > 0 && k > until - REACH_LEFT; k--) {
      if (sentence.endingAt(k) != null) {
        return sentence.endingAt(k);
      }
      if (sentence.happeningAt(k - 1) != null
          || clauseWord(k - 1)
          || words.is(k - 1, Role.CONJUNCTION)
          || words.marked(k, Wording.STOP | Wording.COLON)
          || k < until && words.marked(k, Wording.COMMA)) {
        return null;
      }
    }
    return null;
  }

  /** Lets those listed right of a victim share what happened to it. */
  void extendRight(Counted from, Happening happening) {
    Counted left = from;
    boolean parts = false;
    for (int rounds = 0; rounds < MOST_RIGHT; rounds++) {
      Next next = next(left);
      if (next == null) {
        return;
      }
      Counted victim = next.victim;
      parts |= next.including;
      if (victim.effect != null
          || victim.kind == Kind.OTHER
          || victim.kind == Kind.BARE && !victim.relation.equals("part") && !parts
          || victim.kind == Kind.SINGLE && clauseBegins(victim)) {
        return;
      }
      sentence.give(victim, happening);
      if (parts) {
        victim.relation = "part";
      }
      left = victim;
    }
  }

  /** The victim listed behind another, or null. */
  private Next next(Counted left) {
    int start = behindApposition(left.end);
    boolean joined = start > left.end;
    boolean including = false;
    for (int k = start; k < Math.min(words.size(), start + REACH_RIGHT); k++) {
      if (words.marked(k, Wording.STOP | Wording.COLON) || sentence.happeningAt(k) != null) {
        return null;
      }
      joined |= words.marked(k, Wording.COMMA | Wording.ASIDE);
      if (sentence.startingAt(k) != null) {
        return joined ? new Next(sentence.startingAt(k), including) : null;
      }
      if (includes(k)) {
        including = true;
        joined = true;
      } else if (and(k)) {
        joined = true;
        if (!goesOn(k)) {
          return null;
        }
      } else if (clauseWord(k) || joined && !listWord(k)) {
        return null;
      }
    }
    return null;
  }

  /** "including", "among them". */
  private boolean includes(int k) {
    return words.is(k, Role.INCLUDING)
        || words.term(k).equals("them") && words.term(k - 1).equals("among");
  }

  private boolean and(int k) {
    return words.term(k).equals("and") || words.term(k).equals("plus");
  }

  /** Whether a list goes on right behind its "and". */
  private boolean goesOn(int and) {
    int behind = words.is(and + 1, Role.DETERMINER) ? and + 2 : and + 1;
    return sentence.startingAt(and + 1) != null
        || sentence.startingAt(behind) != null
        || words.is(and + 1, Role.INCLUDING);
  }

  /** Whether a word shows that no list goes on across it. */
  private boolean clauseWord(int k) {
    return words.is(k, Role.BE) || words.is(k, Role.MODAL) || words.is(k, Role.BLOCK);
  }

  /** Whether a word may stand inside a list, behind its comma or "and". */
  private boolean listWord(int k) {
    return words.is(k, Role.PREPOSITION)
        || words.is(k, Role.DETERMINER)
        || words.is(k, Role.ADVERB);
  }

  /** Behind the age and name that explain a person: {@code his wife, Lea Omar, 34, and}. */
  private int behindApposition(int end) {
    if (!words.marked(end, Wording.COMMA | Wording.ASIDE)) {
      return end;
    }
    int k = end;
    while (k < words.size()
        && sentence.startingAt(k) == null
        && (words.capitalised(k)
            || VictimClasses.age(words.term(k))
            || sentence.startsWithDigit(k))) {
      k++;
    }
    boolean closed =
        words.marked(k, Wording.COMMA | Wording.ASIDE) || words.is(k, Role.CONJUNCTION);
    return k > end && closed ? k : end;
  }

  /** Whether a person behind a comma or "and" is the subject of what follows. */
  private boolean clauseBegins(Counted one) {
    String next = words.term(one.end);
    return Grammar.is(next, Role.BE)
        || Grammar.is(next, Role.HAVE)
        || Grammar.is(next, Role.MODAL)
        || Claimants.speech(next);
  }
}
