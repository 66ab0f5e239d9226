package org.sitrep.event;

import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.event.Counted.Kind;
import org.sitrep.event.Grammar.Role;

/** Numbers that count nobody: dates, times, ages, somebody's children and numbers in names. */
final class UncountedNumbers {

  /** Words that may stand between the ages of a list. */
  private static final Set<String> AGE_LINKS =
      Set.of("and", "or", "to", "through", "of", "from", "between", "about", "around");

  private final CasualtySentence sentence;
  private final Wording words;

  UncountedNumbers(CasualtySentence sentence) {
    this.sentence = sentence;
    words = sentence.words();
  }

  /** Whether what stands around the number makes it no count of people. */
  boolean has(Numbers.Amount amount) {
    int from = amount.first();
    return dateOrTime(amount)
        || words.term(from - 1).equals("no")
        || age(amount)
        || listedAge(from)
        || ownChildren(from);
  }

  /** "News 5", "Channel 11": a name's number counts nobody. */
  boolean ofName(Counted one) {
    int before = one.first - 1;
    return one.kind == Kind.BARE
        && one.plainDigits
        && !sentence.heading()
        && before > 0
        && words.capitalised(before)
        && sentence.happeningAt(before) == null
        && !words.endsNouns(before)
        && !words.marked(one.first, ~Wording.QUOTE);
  }

  private boolean dateOrTime(Numbers.Amount amount) {
    String before = words.term(amount.first() - 1);
    String after = words.term(amount.end());
    if (!amount.plainDigits()) {
      return false;
    }
    if (yearOfDay(amount)
        || words.marked(amount.first(), Wording.COLON)
            && sentence.startsWithDigit(amount.first() - 1)) {
      return true;
    }
    if (Calendar.month(before) && !words.marked(amount.first(), Wording.COLON)
        || Calendar.month(after) && amount.high() <= 31
        || Calendar.clock(after)
        || before.equals("aged")
        || before.equals("age")
        || before.equals("ages")) {
      return true;
    }
    boolean year = amount.low() >= 1900 && amount.low() <= 2100;
    return year
        && words.term(amount.first()).length() == 4
        && VictimClasses.noun(after) == null
        && !after.equals("killed");
  }

  /** Whether the number is the year of "January 9, 2017" or "9 January 2017". */
  private boolean yearOfDay(Numbers.Amount amount) {
    int first = amount.first();
    return amount.high() >= 1900
        && amount.high() <= 2100
        && Stream.of(first - 1, first - 2).anyMatch(at -> Calendar.month(words.term(at)))
        && (words.term(first - 1) + words.term(first - 2)).chars().anyMatch(Character::isDigit);
  }

  /** "Daniel Okafor, 34, was killed": an age. */
  private boolean age(Numbers.Amount amount) {
    return amount.plainDigits()
        && amount.high() < 120
        && words.marked(amount.first(), Wording.COMMA | Wording.ASIDE)
        && words.marked(amount.end(), Wording.COMMA | Wording.ASIDE | Wording.STOP)
        && (words.capitalised(amount.first() - 1) || words.noun(amount.first() - 1) != null)
        && sentence.happeningAt(amount.end()) == null;
  }

  /** "ages 24, 25 and 38", "between the ages of 18 and 22". */
  private boolean listedAge(int from) {
    int k = from - 1;
    while (k > from - CasualtySentence.REACH
        && k >= 0
        && (AGE_LINKS.contains(words.term(k)) || sentence.startsWithDigit(k))) {
      k--;
    }
    String term = words.term(k);
    int end = from + 1;
    while (words.is(end, Role.CONJUNCTION) || sentence.startsWithDigit(end)) {
      end++;
    }
    // "two men, 19 and 20, were hurt"
    boolean inserted =
        end - k > 2
            && words.marked(k + 1, Wording.COMMA)
            && words.marked(end, Wording.COMMA)
            && (words.noun(k) != null || words.capitalised(k));
    // "a 25- and 35-year-old"
    boolean joined =
        words.is(from + 1, Role.CONJUNCTION) && VictimClasses.age(words.term(from + 2));
    return term.equals("ages") || term.equals("aged") || term.equals("age") || inserted || joined;
  }

  /** "a mother of two". */
  private boolean ownChildren(int from) {
    VictimClasses.Noun noun = words.noun(from - 2);
    return words.term(from - 1).equals("of") && noun != null && noun.singular();
  }
}
