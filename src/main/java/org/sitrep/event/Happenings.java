package org.sitrep.event;

import java.util.Set;
import org.sitrep.event.Grammar.Role;

/** What a sentence says happened, and which of it is only threatened, planned or denied. */
final class Happenings {

  /** Happenings of one sentence; what has more is no prose, and pairs of them are compared. */
  private static final int MOST = 200;

  /** What one denies when nothing happened; who denies a deed denies no deaths. */
  private static final Set<String> DENIED =
      Set.of("that", "reports", "report", "claims", "claim", "allegations", "rumours", "rumors");

  private final CasualtySentence sentence;
  private final Wording words;

  Happenings(CasualtySentence sentence) {
    this.sentence = sentence;
    words = sentence.words();
  }

  /** Finds them. */
  void find() {
    for (int i = 0; i < words.size() && sentence.happenings().size() < MOST; ) {
      Happening number = numberOf(i);
      if (number != null) {
        sentence.add(number);
        i = number.end;
        continue;
      }
      Lexicon.Hit<CasualtyWords.Trigger> hit = CasualtyWords.at(words, i);
      if (hit == null || !hit.value().holds(words, hit.end())) {
        i++;
        continue;
      }
      Happening happening = new Happening(i, hit.end(), hit.value().effect(), hit.value().kind());
      if (!happening.effect.equals("none")) {
        sentence.add(happening);
      }
      i = hit.end();
    }
  }

  /** "the number of soldiers killed": a toll whose number follows. */
  private Happening numberOf(int from) {
    boolean of = words.term(from + 1).equals("of");
    if (!words.term(from).equals("number") || !of && CasualtyWords.at(words, from + 1) == null) {
      return null;
    }
    String counts = null;
    for (int k = of ? from + 2 : from + 1; k < Math.min(words.size(), from + 7); k++) {
      Lexicon.Hit<CasualtyWords.Trigger> hit = CasualtyWords.at(words, k);
      if (hit != null) {
        boolean told =
            CasualtyWords.countsAnybody(hit.value().effect())
                && (hit.value().kind().equals("participle")
                    || hit.value().kind().equals("intransitive")
                    || hit.value().kind().equals("noun"));
        if (!told) {
          return null;
        }
        Happening toll = new Happening(from, hit.end(), hit.value().effect(), "toll");
        toll.counts = counts;
        return toll;
      }
      if (words.marked(k, Wording.STOP | Wording.COMMA | Wording.COLON)
          || words.is(k, Role.BLOCK)) {
        return null;
      }
      VictimClasses.Noun noun = words.noun(k);
      if (noun != null && VictimClasses.specific(noun.victimClass())) {
        counts = noun.victimClass();
      }
    }
    return null;
  }

  /** Threats, plans, denials and the like do not happen. */
  void markUnreal() {
    int denied = denied();
    for (Happening happening : sentence.happenings()) {
      happening.unreal = happening.first > denied || unreal(happening) || infinitive(happening);
    }
  }

  /** The word behind which everything is denied; behind the last where nothing is. */
  private int denied() {
    for (int k = 0; k < words.size(); k++) {
      boolean denies = words.term(k).startsWith("den") && words.is(k, Role.NEGATION);
      if (denies && (DENIED.contains(words.term(k + 1)) || DENIED.contains(words.term(k + 2)))) {
        return k;
      }
    }
    return words.size();
  }

  /** Whether a modal, a negation or the like stands before the word: "could have killed". */
  private boolean unreal(Happening happening) {
    for (int distance = 1; distance <= 5; distance++) {
      int k = happening.first - distance;
      if (k < 0 || words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return false;
      }
      if (distance <= 4 && words.is(k, Role.MODAL)
          || distance <= 3 && words.is(k, Role.HYPOTHETICAL)
          || distance <= 3 && words.is(k, Role.NEGATION) && auxiliaries(k + 1, happening.first)) {
        return true;
      }
      if (sentence.startingAt(k) != null || words.is(k, Role.CONJUNCTION)) {
        return false;
      }
    }
    return false;
  }

  private boolean auxiliaries(int from, int until) {
    for (int k = from; k < until; k++) {
      if (!words.auxiliary(k)) {
        return false;
      }
    }
    return true;
  }

  /** "to kill", "injure or kill", "and die": what somebody wants or fears. */
  private boolean infinitive(Happening happening) {
    String before = words.term(happening.first - 1);
    return switch (words.term(happening.first)) {
      case "die" -> before.equals("and") || before.equals("or") || before.equals("to");
      case "kill", "injure", "wound" ->
          before.equals("to") || before.equals("not") || before.equals("or");
      default -> false;
    };
  }
}
