package org.sitrep.event;

import java.util.Set;
import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Words that say that nobody came to harm: "no casualties", "no one was hurt". */
final class NoCasualties {

  /** What makes "no" before a word for casualties say less than that there are none. */
  private static final Set<String> LIMITS =
      Set.of("other", "more", "further", "immediate", "word", "details");

  private final CasualtySentence sentence;
  private final Wording words;

  NoCasualties(CasualtySentence sentence) {
    this.sentence = sentence;
    words = sentence.words();
  }

  /** Counts zero people wherever the sentence says so. */
  void find() {
    for (int k = 0; k < words.size(); k++) {
      String term = words.term(k);
      String next = words.term(k + 1);
      if (term.equals("nobody")) {
        nobody(k, k + 1);
      } else if (term.equals("no") && (next.equals("one") || next.equals("body"))) {
        nobody(k, k + 2);
      } else if (term.equals("no") || term.equals("without") || term.equals("zero")) {
        if (words.noun(k + 1) == null || !noVictims(k)) {
          noCasualties(k);
        }
      }
    }
  }

  /** "no one was hurt". */
  private void nobody(int no, int next) {
    Happening happening = sentence.happeningAt(behindAuxiliaries(next));
    boolean others = words.term(next).equals("else");
    if (happening != null && !others && (happening.harms() || happening.effect.equals("both"))) {
      none(no, happening, VictimClasses.UNKNOWN);
    }
  }

  /** "no soldiers were killed"; false where no verb follows the noun. */
  private boolean noVictims(int no) {
    VictimClasses.Noun noun = words.noun(no + 1);
    Happening happening = sentence.happeningAt(behindAuxiliaries(no + 2));
    boolean told =
        (noun.plural() || noun.singular())
            && happening != null
            && happening.harms()
            && (happening.participle() || happening.is("intransitive"));
    if (told) {
      none(no, happening, noun.victimClass());
    }
    return told;
  }

  /** "no deaths", "without reported injuries". */
  private void noCasualties(int no) {
    for (int k = no + 1; k < Math.min(words.size(), no + 4); k++) {
      String term = words.term(k);
      if (LIMITS.contains(term) || words.is(k, Role.PREPOSITION) && !term.equals("any")) {
        return;
      }
      Happening happening = sentence.happeningAt(k);
      if (happening != null && !term.startsWith("report")) {
        if (happening.is("noun")) {
          none(no, happening, VictimClasses.UNKNOWN);
        }
        return;
      }
    }
  }

  private int behindAuxiliaries(int from) {
    int k = from;
    while (words.auxiliary(k)) {
      k++;
    }
    return k;
  }

  private void none(int no, Happening happening, String victimClass) {
    switch (happening.effect) {
      case "both" -> {
        none(no, happening.end, "killed", victimClass);
        none(no, happening.end, "injured", victimClass);
      }
      case "shot" -> none(no, happening.end, "injured", victimClass);
      default -> none(no, happening.end, happening.effect, victimClass);
    }
  }

  private void none(int no, int end, String effect, String victimClass) {
    Counted none = new Counted(no, end, 0, 0, "exact", Kind.BARE, victimClass);
    none.effect = effect;
    none.verb = no;
    sentence.add(none);
  }
}
