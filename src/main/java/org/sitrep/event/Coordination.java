package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Victims in a list, who share the verb of their neighbours: "12 rebels and two civilians". */
final class Coordination {

  private final CasualtySentence sentence;
  private final Wording words;

  Coordination(CasualtySentence sentence) {
    this.sentence = sentence;
    words = sentence.words();
  }

  void extendLeft(Counted from, Happening happening) {
    Counted right = from;
    List<Counted> chain = new ArrayList<>();
    chain.add(right);
    for (int rounds = 0; rounds < 8; rounds++) {
      int k = right.first - 1;
      if (words.is(k, Role.DETERMINER) && sentence.startingAt(k) == null) {
        k--;
      }
      boolean including = false;
      boolean connected = false;
      int steps = 0;
      while (k >= 0 && steps < 4) {
        String term = words.term(k);
        if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
          return;
        }
        if (Grammar.is(term, Role.INCLUDING)
            || term.equals("them") && words.term(k - 1).equals("among")) {
          including = true;
          connected = true;
          k -= term.equals("them") ? 2 : 1;
          steps++;
          continue;
        }
        if (term.equals("and") || term.equals("plus")) {
          connected = true;
          k--;
          steps++;
          continue;
        }
        break;
      }
      boolean some = right.kind == Kind.BARE && !including && !connected;
      if (some) {
        return; // "shot six people, one fatally"
      }
      connected |= words.marked(right.first, Wording.COMMA | Wording.ASIDE);
      connected |=
          sentence.endingAt(right.first) != null
              && sentence.endingAt(right.first).kind == Kind.PEOPLE
              && right.kind == Kind.PEOPLE;
      if (!connected) {
        return;
      }
      if (including) {
        for (Counted part : chain) {
          part.relation = "part";
        }
      }
      Counted left = previous(k + 1, 7);
      // "the victim, a two-year-old child, died"
      boolean same =
          left != null
              && k + 1 == right.first
              && left.end == right.first
              && left.high == 1
              && right.kind == Kind.SINGLE
              && chain.size() == 1
              && words.marked(right.end, Wording.COMMA | Wording.ASIDE);
      if (same) {
        return;
      }
      if (left == null
          || left.effect != null
          || left.kind == Kind.OTHER && !sentence.plausible(left)) {
        return;
      }
      if (left.kind == Kind.BARE && !including && !(right.kind == Kind.PEOPLE)) {
        return;
      }
      if (left.kind == Kind.BARE && left.plainDigits && left.end < right.first - 1) {
        return;
      }
      sentence.give(left, happening);
      if (including) {
        chain.clear();
      }
      chain.add(left);
      right = left;
    }
  }

  /** The people that end at most some plain words before an index. */
  private Counted previous(int until, int reach) {
    for (int k = until; k > 0 && k > until - reach; k--) {
      if (sentence.endingAt(k) != null) {
        return sentence.endingAt(k);
      }
      String term = words.term(k - 1);
      if (sentence.happeningAt(k - 1) != null
          || Grammar.is(term, Role.BE)
          || Grammar.is(term, Role.MODAL)
          || Grammar.is(term, Role.BLOCK)
          || Grammar.is(term, Role.CONJUNCTION)
          || words.marked(k, Wording.STOP | Wording.COLON)
          || k < until && words.marked(k, Wording.COMMA)) {
        return null;
      }
    }
    return null;
  }

  void extendRight(Counted from, Happening happening) {
    Counted left = from;
    boolean parts = false;
    for (int rounds = 0; rounds < 10; rounds++) {
      int k = behindApposition(left.end);
      int steps = 0;
      Counted next = null;
      boolean connected = k > left.end;
      while (k < words.size() && steps < 8) {
        String term = words.term(k);
        if (words.marked(k, Wording.STOP | Wording.COLON) || sentence.happeningAt(k) != null) {
          return;
        }
        if (words.marked(k, Wording.COMMA | Wording.ASIDE)) {
          connected = true;
        }
        if (sentence.startingAt(k) != null) {
          next = sentence.startingAt(k);
          break;
        }
        if (Grammar.is(term, Role.INCLUDING)
            || term.equals("them") && words.term(k - 1).equals("among")) {
          parts = true;
          connected = true;
        } else if (term.equals("and") || term.equals("plus")) {
          connected = true;
          int then = words.is(k + 1, Role.DETERMINER) ? k + 2 : k + 1;
          if (sentence.startingAt(k + 1) == null
              && (then >= words.size() || sentence.startingAt(then) == null)
              && !words.is(k + 1, Role.INCLUDING)) {
            return;
          }
        } else if (Grammar.is(term, Role.BLOCK)
            || Grammar.is(term, Role.BE)
            || Grammar.is(term, Role.MODAL)) {
          return;
        } else if (connected
            && !Grammar.is(term, Role.PREPOSITION)
            && !Grammar.is(term, Role.DETERMINER)
            && !Grammar.is(term, Role.ADVERB)) {
          return;
        }
        k++;
        steps++;
      }
      if (next == null || !connected || next.effect != null || next.kind == Kind.OTHER) {
        return;
      }
      if (next.kind == Kind.BARE && !next.relation.equals("part") && !parts) {
        return;
      }
      if (next.kind == Kind.SINGLE && clauseBegins(next)) {
        return;
      }
      sentence.give(next, happening);
      if (parts) {
        next.relation = "part";
      }
      left = next;
    }
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
