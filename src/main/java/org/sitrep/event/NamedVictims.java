package org.sitrep.event;

import java.util.List;
import org.sitrep.event.Grammar.Role;

/** Victims by name: "Hassan Omar was killed", "he died", "killing Hassan Omar". */
final class NamedVictims {

  private final CasualtySentence sentence;
  private final Wording words;
  private final NameRows names;
  private final ImpliedVictims implied;
  private final WoundedThenDied wounded;

  NamedVictims(CasualtySentence sentence, VictimPhrases victims, Coordination lists) {
    this.sentence = sentence;
    words = sentence.words();
    names = new NameRows(sentence, victims);
    implied = new ImpliedVictims(sentence, lists);
    wounded = new WoundedThenDied(sentence, names);
  }

  /** Counts those whom a verb tells by name, or who need none. */
  void named() {
    for (Happening happening : sentence.happenings()) {
      if (happening.taken || happening.unreal || !happening.harms()) {
        continue;
      }
      if (implied.find(happening)) {
        continue;
      }
      if (happening.participle() || happening.is("intransitive")) {
        if (wounded.find(happening)) {
          continue;
        }
        List<Counted> subjects = namedSubjects(happening);
        if (!subjects.isEmpty()) {
          for (Counted subject : subjects) {
            sentence.give(subject, happening);
            sentence.add(subject);
          }
          continue;
        }
      }
      if (!sentence.heading()
          && (happening.participle() && !sentence.passive(happening) || happening.is("active"))) {
        Counted object = namedObject(happening);
        if (object != null) {
          sentence.give(object, happening);
          sentence.add(object);
        }
      }
    }
  }

  /** "The dead were identified as Luis Omar, 41, and Marta Omar, 38". */
  void identified() {
    for (Happening happening : sentence.happenings()) {
      int be = happening.end;
      boolean dead =
          happening.effect.equals("killed")
              && words.is(happening.first - 1, Role.DETERMINER)
              && words.is(be, Role.BE)
              && !happening.unreal;
      int as = be + 2;
      if (!dead
          || !words.term(as).equals("as")
          || !(words.term(be + 1).equals("identified") || words.term(be + 1).equals("named"))) {
        continue;
      }
      List<Counted> row = names.from(as + 1);
      if (row.size() > 1) {
        for (Counted one : row) {
          sentence.give(one, happening);
          sentence.add(one);
        }
      }
    }
  }

  private List<Counted> namedSubjects(Happening happening) {
    if (sentence.verbIs("were", happening) || sentence.verbIs("have", happening)) {
      return names.subjects(happening);
    }
    Counted one = namedSubject(happening);
    return one == null ? List.of() : List.of(one);
  }

  private Counted namedSubject(Happening happening) {
    int k = happening.first - 1;
    boolean was = false;
    while (k >= 0 && words.auxiliary(k)) {
      String term = words.term(k);
      if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return null;
      }
      was |=
          term.equals("was")
              || term.equals("is")
              || term.equals("been")
              || term.equals("has")
              || term.equals("had");
      if (term.equals("were") || term.equals("are") || term.equals("have")) {
        return null;
      }
      k--;
    }
    boolean verbal =
        sentence.heading()
            || happening.is("intransitive") && !words.term(happening.first).equals("dead");
    if (k < 0 || !was && !verbal) {
      return null;
    }
    String term = words.term(k);
    if (term.equals("who") && k > 0) {
      return names.beforeWho(k);
    }
    if (term.equals("he") || term.equals("she")) {
      return names.person(k, k + 1);
    }
    if (term.equals("nobody") || term.equals("none")) {
      return null;
    }
    // "Hassan Omar, 27, of Riverton, was killed"
    for (int rounds = 0;
        rounds < 2 && words.marked(k + 1, Wording.COMMA) && !(rounds > 0 && words.capitalised(k));
        rounds++) {
      int comma = k;
      while (comma > 0 && comma > k - 9 && !words.marked(comma, Wording.COMMA)) {
        if (words.marked(comma, Wording.STOP | Wording.COLON)) {
          return null;
        }
        comma--;
      }
      if (!words.marked(comma, Wording.COMMA)) {
        return null;
      }
      k = comma - 1;
    }
    if (k >= 0 && !words.capitalised(k) && sentence.startsWithDigit(k)) {
      k--;
    }
    int end = k + 1;
    while (k >= 0
        && words.capitalised(k)
        && !words.endsNouns(k)
        && !words.marked(k + 1, k + 1 < end ? Wording.COMMA | Wording.STOP : 0)) {
      k--;
    }
    if (end - k - 1 < 1
        || end - k - 1 > 6
        || Calendar.weekday(words.term(end - 1))
        || Calendar.month(words.term(end - 1))) {
      return null;
    }
    if (k >= 0 && words.is(k, Role.PREPOSITION) || end - k - 1 == 1 && sentence.heading()) {
      return null;
    }
    for (int i = k + 1; i < end; i++) {
      VictimClasses.Noun noun = words.noun(i);
      if (noun != null && noun.plural() && !noun.modifier()) {
        return null;
      }
    }
    return names.person(k + 1, end);
  }

  private Counted namedObject(Happening happening) {
    int k = happening.end;
    String term = words.term(k);
    if (words.marked(k, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE)) {
      return null;
    }
    if (term.equals("him") || term.equals("her") && words.endsNouns(k + 1)) {
      return names.person(k, k + 1);
    }
    int end = k;
    boolean group = false;
    while (end < words.size()
        && words.capitalised(end)
        && !words.endsNouns(end)
        && (end == k || !words.marked(end, Wording.STOP | Wording.COMMA | Wording.COLON))) {
      VictimClasses.Noun noun = words.noun(end);
      group |= sentence.ofActorOrPlace(end) || noun != null && noun.plural();
      end++;
    }
    VictimClasses.Noun next = words.noun(end);
    boolean people = next != null && !words.marked(end, Wording.COMMA);
    return end - k < 2 || end - k > 5 || group || people ? null : names.person(k, end);
  }
}
