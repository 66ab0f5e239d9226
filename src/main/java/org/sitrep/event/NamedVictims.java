package org.sitrep.event;

import java.util.List;
import java.util.Set;
import org.sitrep.event.Grammar.Role;

/** Victims by name: "Hassan Omar was killed", "he died", "killing Hassan Omar". */
final class NamedVictims {

  private static final Set<String> SINGULAR = Set.of("was", "is", "been", "has", "had");
  private static final Set<String> PLURAL = Set.of("were", "are", "have");

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

  /** The one person whose name or pronoun is the subject of a verb, or null. */
  private Counted namedSubject(Happening happening) {
    int k = subjectEnd(happening);
    String term = words.term(k);
    if (k < 0 || term.equals("nobody") || term.equals("none")) {
      return null;
    }
    if (term.equals("who") && k > 0) {
      return names.beforeWho(k);
    }
    if (term.equals("he") || term.equals("she")) {
      return names.person(k, k + 1);
    }
    int last = beforeAppositions(k);
    return last < 0 ? null : nameUpTo(last);
  }

  /** The last word of the subject of a verb in the singular; -1 where it cannot be one person. */
  private int subjectEnd(Happening happening) {
    boolean was = false;
    int k = happening.first - 1;
    while (k >= 0 && words.auxiliary(k)) {
      if (words.marked(k + 1, Wording.STOP | Wording.COLON) || PLURAL.contains(words.term(k))) {
        return -1;
      }
      was |= SINGULAR.contains(words.term(k));
      k--;
    }
    boolean verbal =
        sentence.heading()
            || happening.is("intransitive") && !words.term(happening.first).equals("dead");
    return was || verbal ? k : -1;
  }

  /** "Hassan Omar, 27, of Riverton, was killed": the word before the commas, or -1. */
  private int beforeAppositions(int last) {
    int k = last;
    for (int rounds = 0; rounds < 2 && words.marked(k + 1, Wording.COMMA); rounds++) {
      if (rounds > 0 && words.capitalised(k)) {
        break;
      }
      int comma = k;
      while (comma > 0 && comma > k - 9 && !words.marked(comma, Wording.COMMA)) {
        if (words.marked(comma, Wording.STOP | Wording.COLON)) {
          return -1;
        }
        comma--;
      }
      if (!words.marked(comma, Wording.COMMA)) {
        return -1;
      }
      k = comma - 1;
    }
    return k >= 0 && !words.capitalised(k) && sentence.startsWithDigit(k) ? k - 1 : k;
  }

  /** The person whose name ends with a word, or null. */
  private Counted nameUpTo(int last) {
    int k = last;
    while (k >= 0
        && words.capitalised(k)
        && !words.endsNouns(k)
        && (k == last || !words.marked(k + 1, Wording.COMMA | Wording.STOP))) {
      k--;
    }
    int length = last - k;
    boolean name =
        length >= 1
            && length <= 6
            && !(length == 1 && sentence.heading())
            && !words.is(k, Role.PREPOSITION)
            && !Calendar.weekday(words.term(last))
            && !Calendar.month(words.term(last));
    for (int i = k + 1; i <= last && name; i++) {
      VictimClasses.Noun noun = words.noun(i);
      name = noun == null || !noun.plural() || noun.modifier();
    }
    return name ? names.person(k + 1, last + 1) : null;
  }

  /** The name right behind a verb that kills or wounds, or null. */
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
