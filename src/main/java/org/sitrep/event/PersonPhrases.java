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

  /** Words of a phrase. */
  private static final int MOST = 6;

  /** Words before the noun in a headline, where no article tells that a person follows. */
  private static final int MOST_IN_HEADLINE = 3;

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
    if (SINGLE_STARTS.contains(term)) {
      return person(from, from + 1, headOf(from, from + 1, MOST));
    }
    if (VictimClasses.age(term) && term.endsWith("old")) {
      return explains(from) ? null : person(from, from, headOf(from, from, MOST));
    }
    if (from > 0 && words.noun(from) != null && sentence.owner(from)) {
      return person(from, from, headOf(from, from, MOST));
    }
    return sentence.heading() ? withoutArticle(from) : null;
  }

  /** "Driver killed": a person in a headline. */
  private Counted withoutArticle(int from) {
    if (words.is(from - 1, Role.DETERMINER) && !words.marked(from, Wording.COLON)) {
      return null;
    }
    int head = headOf(from, from, MOST_IN_HEADLINE);
    // Let the phrase start at a word about people or age, not at any word before it.
    boolean about =
        head <= from + 1 || words.noun(from) != null || VictimClasses.age(words.term(from));
    return about ? person(from, from, head) : null;
  }

  private Counted person(int from, int start, int head) {
    if (head < 0) {
      return null;
    }
    Counted one = Counted.one(from, head + 1, Kind.SINGLE, victims.classOf(start, head, null));
    one.additional = words.term(from).equals("another");
    one.head = head;
    return one;
  }

  /**
   * The noun for one person in a phrase, or -1 where it tells of something else.
   *
   * @param from the phrase's first word
   * @param start the first that may be the noun
   * @param most words that may stand before the noun
   */
  private int headOf(int from, int start, int most) {
    int head = -1;
    for (int k = start; k < Math.min(words.size(), start + MOST); k++) {
      boolean apart =
          k > from && words.marked(k, Wording.STOP | Wording.COLON | Wording.COMMA | Wording.ASIDE);
      if (apart || sentence.happeningAt(k) != null || words.endsNouns(k)) {
        break;
      }
      String term = words.term(k);
      VictimClasses.Noun noun = words.noun(k);
      if (noun != null && noun.singular() || VictimClasses.age(term) && term.endsWith("old")) {
        head = k;
      } else if (noun != null && noun.plural() && !noun.modifier()) {
        return -1;
      } else if (head >= 0) {
        // "a police vehicle", "a family home": the person was not the head.
        boolean verb =
            term.endsWith("ed")
                || term.endsWith("ing")
                || words.is(k, Role.ADVERB)
                || words.capitalised(k)
                || sentence.startsWithDigit(k);
        return verb ? head : -1;
      } else if (k >= start + most) {
        return -1;
      }
    }
    return head;
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
