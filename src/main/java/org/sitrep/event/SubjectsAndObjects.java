package org.sitrep.event;

import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Who stands as subject or object beside a word for what happened. */
final class SubjectsAndObjects {

  private final CasualtySentence sentence;
  private final Wording words;
  private final VictimPhrases victims;
  private final Coordination lists;

  SubjectsAndObjects(CasualtySentence sentence, VictimPhrases victims, Coordination lists) {
    this.sentence = sentence;
    words = sentence.words();
    this.victims = victims;
    this.lists = lists;
  }

  /** Ties a verb or noun to the number right before it: "12 dead", "12 were killed". */
  void adjacent() {
    for (Happening happening : sentence.happenings()) {
      Counted subject = happening.taken || !countable(happening) ? null : neighbour(happening);
      if (subject == null) {
        continue;
      }
      sentence.give(subject, happening);
      if (bodies(happening) && !VictimClasses.specific(subject.victimClass)) {
        subject.victimClass = victims.among(happening.end, happening.end + 5);
      }
      lists.extendLeft(subject, happening);
    }
  }

  /** Whether a number right before the word counts those to whom it happens. */
  private boolean countable(Happening happening) {
    return !(happening.is("active") && !bodies(happening)
        || happening.is("toll")
        || happening.is("self")
        || happening.is("lost")
        || happening.countsItself());
  }

  /** "12 bodies of villagers were found". */
  private boolean bodies(Happening happening) {
    Counted before = sentence.endingAt(happening.first);
    return happening.is("active")
        && before != null
        && before.kind == Kind.BARE
        && words.term(happening.end - 1).equals("of");
  }

  /** The people right before a word or its auxiliaries, where it may tell of them; else null. */
  private Counted neighbour(Happening happening) {
    int k = happening.first;
    boolean be = false;
    boolean have = false;
    while (k > 0
        && sentence.endingAt(k) == null
        && words.auxiliary(k - 1)
        && happening.first - k < 6) {
      if (words.marked(k, Wording.STOP | Wording.COLON)) {
        return null;
      }
      k--;
      be |= words.is(k, Role.BE);
      have |= words.is(k, Role.HAVE);
    }
    boolean verbal = be || have;
    Counted subject = sentence.endingAt(k);
    if (subject == null
        || words.marked(k, Wording.STOP | Wording.COLON)
        || words.marked(k, Wording.COMMA | Wording.ASIDE) && !verbal
        || happening.is("lives") && !livesTaken(subject)
        || happening.is("noun") && verbal) {
      return null;
    }
    if (subject.effect != null) {
      happening.taken |= subject.verb >= 0 && verbal;
      return null;
    }
    boolean unlikely =
        subject.kind == Kind.OTHER && !(happening.countsAnybody() && sentence.plausible(subject));
    boolean active =
        happening.participle()
            && !be
            && (object(happening) != null
                || subject.kind == Kind.SINGLE
                    && !sentence.heading()
                    && words.is(happening.end, Role.DETERMINER));
    return unlikely || active ? null : subject;
  }

  /** "claimed 12 lives". */
  private boolean livesTaken(Counted subject) {
    String before = words.term(subject.first - 1);
    return before.startsWith("claim")
        || before.startsWith("cost")
        || before.equals("took")
        || before.equals("taken")
        || before.equals("lost");
  }

  /** "killing 12", "killed 30 soldiers and two civilians". */
  void objects() {
    for (Happening happening : sentence.happenings()) {
      boolean verb =
          happening.is("active")
              || happening.participle() && !happening.taken
              || happening.is("lost");
      if (!verb) {
        continue;
      }
      Counted object = object(happening);
      if (object == null || happening.is("lost") && object.kind != Kind.PEOPLE) {
        continue;
      }
      if (happening.participle() && sentence.passive(happening)) {
        continue;
      }
      sentence.give(object, happening);
      lists.extendRight(object, happening);
      reflexive(object, happening);
    }
  }

  /** The number that a verb kills or wounds, right behind it. */
  private Counted object(Happening happening) {
    for (int k = happening.end; k < words.size() && k <= happening.end + 3; k++) {
      if (words.marked(k, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE)) {
        return null;
      }
      Counted one = sentence.startingAt(k);
      if (one != null) {
        if (one.effect != null) {
          return null;
        }
        if (one.kind == Kind.BARE
            && sentence.happeningAt(one.end) != null
            && !words.marked(one.end, Wording.COMMA)
            && !sentence.happeningAt(one.end).is("active")) {
          // "3 killed 12 wounded": the second number has its own word.
          return null;
        }
        if (one.kind == Kind.BARE && one.plainDigits && sentence.besideWeekday(one)) {
          return null;
        }
        return one.kind == Kind.OTHER && !(happening.countsAnybody() && sentence.plausible(one))
            ? null
            : one;
      }
      String term = words.term(k);
      boolean range =
          term.equals("from")
              && k == happening.end
              && sentence.startingAt(k + 1) != null
              && sentence.startingAt(k + 1).high > sentence.startingAt(k + 1).low;
      if (Grammar.is(term, Role.BLOCK)
          || Grammar.is(term, Role.CONJUNCTION)
          || Grammar.is(term, Role.PREPOSITION)
              && !range
              && !term.equals("of")
              && !term.equals("about")) {
        return null;
      }
      if (sentence.happeningAt(k) != null) {
        return null;
      }
    }
    return null;
  }

  /** "kills 3, self": the killer dies too. */
  private void reflexive(Counted object, Happening happening) {
    int next = object.end;
    if (!happening.effect.equals("killed") || happening.unreal) {
      return;
    }
    for (int k = next; k < Math.min(words.size(), next + 3); k++) {
      String term = words.term(k);
      if (sentence.happeningAt(k) != null || sentence.startingAt(k) != null) {
        return;
      }
      if (term.equals("self") || term.equals("himself") || term.equals("herself")) {
        Counted self = Counted.one(k, k + 1, Kind.SINGLE, VictimClasses.PERPETRATORS);
        self.effect = "killed";
        self.verb = happening.first;
        sentence.add(self);
        return;
      }
    }
  }

  /** "12 rebels, among them three commanders, ... were killed". */
  void subjects() {
    for (Happening happening : sentence.happenings()) {
      if (happening.taken
          || !(happening.participle() || happening.is("intransitive"))
          || words.term(happening.first - 1).equals("the")
          || words.term(happening.first - 1).equals("those")) {
        continue;
      }
      Counted subject = subject(happening);
      if (subject != null) {
        sentence.give(subject, happening);
        lists.extendLeft(subject, happening);
      }
    }
  }

  /**
   * The people left of a verb of whom it tells, whatever stands between; null where there are none.
   */
  private Counted subject(Happening happening) {
    boolean aux = words.auxiliary(happening.first - 1);
    // "was shot twice and died", "Teen hospitalized after shooting dies"
    boolean then = words.is(happening.first - 1, Role.CONJUNCTION) || sentence.heading();
    int reach = aux || then ? CasualtySentence.REACH : 7;
    boolean plural = sentence.verbIs("were", happening) || sentence.verbIs("have", happening);
    for (int k = happening.first; k > 0 && k > happening.first - reach; k--) {
      Counted one = sentence.endingAt(k);
      // "a boy injured on Monday has died"
      Counted some = one == null || one.first == 0 ? null : sentence.endingAt(one.first - 1);
      if (some != null && some.ofNext && some.effect == null && aux) {
        // "one of five people shot there has died"
        return some;
      }
      boolean worse =
          one != null
              && (aux || then || one.verb == one.end)
              && happening.effect.equals("killed")
              && one.hurt();
      if (worse) {
        one.effect = null;
      }
      // "14 were admitted with injuries"
      boolean bare = one != null && one.kind == Kind.BARE && !words.is(one.end, Role.BE);
      if (one != null && one.effect == null && !bare && one.kind != Kind.OTHER) {
        boolean told = aux || then || words.term(one.end).equals("who");
        return one.kind == Kind.SINGLE && words.term(one.first).equals("the") && !told ? null : one;
      }
      String term = words.term(k - 1);
      if (words.marked(k, Wording.STOP | Wording.COLON)
          || Grammar.is(term, Role.BLOCK)
          || one != null && one.effect != null) {
        return null;
      }
      boolean names = plural || words.capitalised(k) && k >= 2 && words.capitalised(k - 2);
      if (Grammar.is(term, Role.CONJUNCTION)
          && !names
          && !(k == happening.first || words.auxiliary(k))) {
        return null;
      }
      boolean hurt =
          (aux || then || sentence.endingAt(k - 1) != null)
              && happening.effect.equals("killed")
              && sentence.happeningAt(k - 1) != null
              && !sentence.happeningAt(k - 1).effect.equals("killed");
      if (sentence.happeningAt(k - 1) != null
          && !hurt
          && !(words.is(k, Role.CONJUNCTION) || words.marked(k, Wording.COMMA))) {
        return null;
      }
    }
    return null;
  }
}
