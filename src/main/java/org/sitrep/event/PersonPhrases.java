package org.sitrep.event;

import java.util.Map;
import java.util.Set;
import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Persons counted without a number: "a woman", "a third victim", "a family of five". */
final class PersonPhrases {

  private static final Set<String> SINGLE_STARTS =
      Set.of("a", "an", "another", "the", "his", "her", "their", "its", "my", "our");

  private static final Map<String, Integer> ORDINALS =
      Map.of("second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7);

  private final CasualtySentence sentence;
  private final Wording words;
  private final VictimPhrases victims;

  PersonPhrases(CasualtySentence sentence, VictimPhrases victims) {
    this.sentence = sentence;
    words = sentence.words();
    this.victims = victims;
  }

  /** The person or family that a phrase from the word on names, or null. */
  Counted at(int from) {
    Counted one = ordinal(from);
    if (one == null && words.is(from, Role.DETERMINER)) {
      one = ordinal(from + 1);
    }
    if (one == null) {
      one = family(from);
    }
    return one == null ? single(from) : one;
  }

  /** "a third victim": with those before as many as the ordinal says. */
  private Counted ordinal(int from) {
    Integer rank = ORDINALS.get(words.term(from));
    int next = words.term(from + 1).equals("shooting") ? from + 2 : from + 1;
    VictimClasses.Noun noun = words.noun(next);
    boolean article =
        sentence.heading()
            || words.term(from - 1).equals("a")
            || words.term(from - 1).equals("the")
            || words.term(from - 1).equals("as");
    if (rank == null || noun == null || !noun.singular() || !article) {
      return null;
    }
    boolean attacker = noun.victimClass().equals(VictimClasses.PERPETRATORS);
    int count = attacker ? 1 : rank;
    Counted one =
        new Counted(from, next + 1, count, count, "exact", Kind.SINGLE, noun.victimClass());
    one.ordinal = !attacker;
    one.head = next;
    return one;
  }

  /** "a family of five". */
  private Counted family(int from) {
    int noun = words.is(from, Role.DETERMINER) ? from + 1 : from;
    if (!words.term(noun).equals("family") || !words.term(noun + 1).equals("of")) {
      return null;
    }
    Numbers.Amount size = Numbers.at(words, noun + 2);
    return size == null || size.high() < 2
        ? null
        : new Counted(
            from,
            size.end(),
            size.low(),
            size.high(),
            "exact",
            Kind.PEOPLE,
            VictimClasses.CIVILIANS);
  }

  /** "a woman", "the driver", "his wife", "a 27-year-old"; in a headline also without article. */
  private Counted single(int from) {
    String term = words.term(from);
    boolean article = SINGLE_STARTS.contains(term);
    boolean possessed =
        from > 0 && !article && VictimClasses.noun(term) != null && sentence.owner(from);
    boolean aged = !article && VictimClasses.age(term) && term.endsWith("old");
    if (aged && explains(from)) {
      return null;
    }
    boolean bare = sentence.heading() && !article && !possessed && !aged;
    if (!article && !possessed && !aged && !bare) {
      return null;
    }
    if (bare
        && (from > 0
            && words.is(from - 1, Role.DETERMINER)
            && !words.marked(from, Wording.COLON))) {
      return null;
    }
    int start = article ? from + 1 : from;
    int head = -1;
    for (int k = start; k < words.size() && k < start + 6; k++) {
      if (k > from
          && words.marked(k, Wording.STOP | Wording.COLON | Wording.COMMA | Wording.ASIDE)) {
        break;
      }
      String next = words.term(k);
      if (sentence.happeningAt(k) != null
          || Grammar.endsNouns(next)
          || Grammar.is(next, Role.BE)
          || Grammar.is(next, Role.HAVE)) {
        break;
      }
      VictimClasses.Noun noun = VictimClasses.noun(next);
      if (noun != null && noun.singular() || VictimClasses.age(next) && next.endsWith("old")) {
        head = k;
      } else if (noun != null && noun.plural() && !noun.modifier()) {
        return null;
      } else if (head >= 0) {
        // "a police vehicle", "a family home": the person was not the head.
        boolean verb =
            next.endsWith("ed")
                || next.endsWith("ing")
                || Grammar.is(next, Role.ADVERB)
                || words.capitalised(k)
                || Character.isDigit(next.charAt(0));
        if (!verb) {
          return null;
        }
        break;
      } else if (bare && k > start + 2) {
        return null;
      }
    }
    if (head < 0) {
      return null;
    }
    if (bare && head > start && words.noun(start) == null) {
      // Let the phrase start at a word about people or age, not at any word before it.
      boolean about = VictimClasses.age(words.term(start)) || start + 1 == head;
      if (!about) {
        return null;
      }
    }
    Counted one =
        new Counted(from, head + 1, 1, 1, "exact", Kind.SINGLE, victims.classOf(start, head, null));
    one.additional = term.equals("another");
    one.head = head;
    return one;
  }

  /** "his wife, 72-year-old Lea Omar": who was counted before is told by age and name. */
  private boolean explains(int age) {
    for (int k = age; k > 0 && k > age - CasualtySentence.REACH; k--) {
      if (words.marked(k, Wording.COMMA | Wording.ASIDE) && sentence.endingAt(k) != null) {
        return sentence.endingAt(k).kind != Kind.OTHER;
      }
      boolean listed = words.capitalised(k - 1) || words.is(k - 1, Role.CONJUNCTION);
      if (!listed && !VictimClasses.age(words.term(k - 1)) && k < age
          || words.marked(k, Wording.STOP | Wording.COLON)) {
        return false;
      }
    }
    return false;
  }
}
