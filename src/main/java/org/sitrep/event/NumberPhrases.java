package org.sitrep.event;

import java.util.Set;
import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Numbers that count people, with their nouns: "12 wounded soldiers", "five of the dead". */
final class NumberPhrases {

  /** How those are called of whom some are counted. */
  private static final Set<String> THE_DEAD = Set.of("dead", "victims", "killed", "fatalities");

  private final CasualtySentence sentence;
  private final Wording words;
  private final VictimPhrases victims;
  private final UncountedNumbers uncounted;

  NumberPhrases(CasualtySentence sentence, VictimPhrases victims) {
    this.sentence = sentence;
    words = sentence.words();
    this.victims = victims;
    uncounted = new UncountedNumbers(sentence);
  }

  /** The people whom a number from the word on counts, or null. */
  Counted at(int from) {
    Numbers.Amount amount = Numbers.at(words, from);
    if (amount == null || uncounted.has(amount)) {
      return null;
    }
    amount = risen(amount);
    int next = amount.end();
    return words.term(next).equals("of") ? ofOthers(amount) : withNouns(amount, next);
  }

  /** "rose from 12 to 19": only the second number still holds. */
  private Numbers.Amount risen(Numbers.Amount amount) {
    int first = amount.first();
    boolean range = first > 1 && sentence.happeningAt(first - 2) != null;
    boolean rises = words.term(first - 1).equals("from") && amount.high() > amount.low() && !range;
    return rises
        ? new Numbers.Amount(first, amount.end(), amount.high(), amount.high(), "exact", true)
        : amount;
  }

  /** A number with "of" behind it: "five of the dead", "two of them", "10 of 48 people". */
  private Counted ofOthers(Numbers.Amount amount) {
    int next = amount.end();
    String of = words.term(next + 1);
    boolean pointed = of.equals("the") || of.equals("those");
    if (pointed && ofTheWounded(next + 2)) {
      // "five of the wounded died": they are known by what becomes of them.
      sentence.readAsPeople(sentence.happeningAt(next + 2));
      Counted wounded = Counted.of(amount, next + 3, Kind.PEOPLE, VictimClasses.UNKNOWN);
      wounded.more = true;
      return wounded;
    }
    if (pointed && THE_DEAD.contains(words.term(next + 2))) {
      return ofTheDead(amount, next + 2);
    }
    if (of.equals("those")) {
      return withNouns(amount, next + 2);
    }
    if (of.equals("them") || of.equals("whom")) {
      Counted part = withNouns(amount, words.is(next + 2, Role.BE) ? next + 3 : next + 2);
      if (part != null) {
        part.relation = "part";
      }
      return part;
    }
    if (Numbers.at(words, next + 1) != null) {
      // "10 of 48 people": the first is a part of the second.
      Counted of48 = Counted.of(amount, next, Kind.BARE, VictimClasses.UNKNOWN);
      of48.ofNext = true;
      return of48;
    }
    return withNouns(amount, Grammar.is(of, Role.DETERMINER) ? next + 2 : next + 1);
  }

  private boolean ofTheWounded(int at) {
    String term = words.term(at);
    return (term.equals("wounded") || term.equals("injured"))
        && sentence.happeningAt(at) != null
        && sentence.happeningAt(at).end == at + 1;
  }

  /** "Five of the dead were children". */
  private Counted ofTheDead(Numbers.Amount amount, int dead) {
    if (sentence.happeningAt(dead) != null) {
      sentence.happeningAt(dead).taken = true;
    }
    Counted part = nouns(amount, words.is(dead + 1, Role.BE) ? dead + 2 : dead + 1);
    part.effect = "killed";
    part.relation = "part";
    part.verb = dead;
    return part;
  }

  /** A number with the nouns behind it, or null where it belongs to a name. */
  private Counted withNouns(Numbers.Amount amount, int next) {
    Counted one = nouns(amount, next);
    one.plainDigits = amount.plainDigits();
    if (uncounted.ofName(one)) {
      return null;
    }
    int from = amount.first();
    if (ofTheDeadFirst(from) && sentence.happeningAt(2) != null && one.effect == null) {
      sentence.happeningAt(2).taken = true;
      one.effect = sentence.happeningAt(2).effect;
      one.verb = 2;
      one.relation = "part";
      victims.describe(one);
    } else if (words.term(from - 1).equals("whom") && words.term(from - 2).equals("of")) {
      one.relation = "part";
    }
    return one;
  }

  /** "Of those killed, six were children". */
  private boolean ofTheDeadFirst(int from) {
    String killed = words.term(2);
    return from >= 3
        && from <= 6
        && words.term(0).equals("of")
        && (words.term(1).equals("the") || words.term(1).equals("those"))
        && (killed.equals("killed") || killed.equals("dead") || killed.equals("victims"));
  }

  /** The nouns behind a number: people, or something else. */
  private Counted nouns(Numbers.Amount amount, int from) {
    int head = -1;
    int last = from;
    boolean additional = false;
    String before = words.term(amount.first() - 1);
    boolean more = before.equals("another") || before.equals("further");
    String inner = null;
    String modifier = null;
    boolean one = amount.high() == 1 && amount.low() == 1;
    for (int k = from; k < words.size() && k < from + 8; k++) {
      if (k > amount.end()
              && words.marked(
                  k, Wording.STOP | Wording.COLON | Wording.COMMA | Wording.ASIDE | Wording.SIGN)
          || k == amount.end()
              && words.marked(k, Wording.STOP | Wording.COLON | Wording.COMMA | Wording.ASIDE)) {
        break;
      }
      String term = words.term(k);
      if (k > amount.end() && sentence.startsWithDigit(k) && term.indexOf('-') < 0) {
        // "56 sorties 60 rebels killed": another count begins.
        break;
      }
      Happening happening = sentence.happeningAt(k);
      if (happening != null) {
        // "12 wounded soldiers": the participle belongs to the noun.
        VictimClasses.Noun next = words.noun(happening.end);
        boolean inside =
            head < 0
                && (happening.participle() || happening.is("intransitive"))
                && next != null
                && (next.plural() || one && next.singular())
                && !words.marked(happening.end, Wording.COMMA | Wording.STOP);
        if (!inside) {
          break;
        }
        inner = happening.effect;
        happening.taken = true;
        k = happening.end - 1;
        continue;
      }
      if (term.equals("other") || term.equals("more") || term.equals("additional")) {
        additional = true;
        more |= !term.equals("other");
        last = k + 1;
        continue;
      }
      if (Grammar.endsNouns(term) || Grammar.auxiliary(term)) {
        break;
      }
      VictimClasses.Noun noun = VictimClasses.noun(term);
      if (noun != null && (noun.plural() || one && noun.singular())) {
        head = k;
        last = k + 1;
        if (term.equals("others")) {
          additional = true;
        }
        continue;
      }
      if (head >= 0) {
        // "120 police vehicles" counts vehicles; "15 fighters entered" counts fighters.
        VictimClasses.Noun held = words.noun(head);
        if (held.modifier() && !held.singular() && term.endsWith("s") && noun == null) {
          head = -1;
          last = k + 1;
        }
        break;
      }
      if (noun != null && (noun.modifier() || noun.singular())) {
        modifier =
            VictimClasses.specific(noun.victimClass()) || modifier == null
                ? noun.victimClass()
                : modifier;
      }
      if (VictimClasses.age(term) && term.endsWith("olds")) {
        head = k;
      }
      last = k + 1;
    }
    if (head >= 0) {
      Counted people =
          Counted.of(amount, head + 1, Kind.PEOPLE, victims.classOf(from, head, modifier));
      people.additional = additional;
      people.more = more;
      people.head = head;
      if (inner != null) {
        people.effect = inner;
        people.verb = from;
      }
      return people;
    }
    if (last == from || last <= from + 2 && (additional || modifier != null) && bareEnd(last)) {
      Counted bare =
          Counted.of(
              amount,
              Math.max(last, amount.end()),
              Kind.BARE,
              modifier == null ? VictimClasses.UNKNOWN : modifier);
      bare.additional = additional;
      bare.more = more;
      return bare;
    }
    Counted other =
        Counted.of(amount, last, Kind.OTHER, modifier == null ? VictimClasses.UNKNOWN : modifier);
    other.head = last - 1;
    return other;
  }

  /** Whether no noun can follow. */
  private boolean bareEnd(int at) {
    return at >= words.size()
        || sentence.happeningAt(at) != null
        || words.endsNouns(at)
        || words.auxiliary(at)
        || words.marked(at, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE);
  }
}
