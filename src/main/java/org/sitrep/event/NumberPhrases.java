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
    Counted part =
        CountedNouns.read(
            sentence, victims, amount, words.is(dead + 1, Role.BE) ? dead + 2 : dead + 1);
    part.effect = "killed";
    part.relation = "part";
    part.verb = dead;
    return part;
  }

  /** A number with the nouns behind it, or null where it belongs to a name. */
  private Counted withNouns(Numbers.Amount amount, int next) {
    Counted one = CountedNouns.read(sentence, victims, amount, next);
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
}
