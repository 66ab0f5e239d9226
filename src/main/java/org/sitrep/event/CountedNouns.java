package org.sitrep.event;

import java.util.Set;
import org.sitrep.event.Counted.Kind;

/** The nouns behind one number, read word by word: people, or something else that is counted. */
final class CountedNouns {

  /** Words that are read; a phrase of nouns is hardly longer. */
  private static final int REACH = 8;

  private static final int END = -1;
  private static final Set<String> ADDED = Set.of("other", "more", "additional");

  private final CasualtySentence sentence;
  private final Wording words;
  private final Numbers.Amount amount;
  private final boolean one;
  private int head = -1;
  private int last;
  private boolean additional;
  private boolean more;

  /** What happened to them by a participle among the nouns: "12 wounded soldiers". */
  private String inner;

  /** The victim class of a word that only stands before nouns: "12 police vehicles". */
  private String modifier;

  private CountedNouns(CasualtySentence sentence, Numbers.Amount amount, int from) {
    this.sentence = sentence;
    words = sentence.words();
    this.amount = amount;
    one = amount.high() == 1 && amount.low() == 1;
    last = from;
    String before = words.term(amount.first() - 1);
    more = before.equals("another") || before.equals("further");
  }

  /** What a number counts with the nouns from a word on. */
  static Counted read(
      CasualtySentence sentence, VictimPhrases victims, Numbers.Amount amount, int from) {
    CountedNouns nouns = new CountedNouns(sentence, amount, from);
    int until = Math.min(nouns.words.size(), from + REACH);
    for (int k = from; k != END && k < until; ) {
      k = nouns.read(k);
    }
    return nouns.counted(victims, from);
  }

  /** Reads a word; the index of the next, or {@link #END} where the phrase is over. */
  private int read(int k) {
    if (ends(k)) {
      return END;
    }
    Happening happening = sentence.happeningAt(k);
    if (happening != null) {
      return inside(happening) ? happening.end : END;
    }
    String term = words.term(k);
    if (ADDED.contains(term)) {
      additional = true;
      more |= !term.equals("other");
      last = k + 1;
      return k + 1;
    }
    if (words.endsNouns(k) || words.auxiliary(k)) {
      return END;
    }
    VictimClasses.Noun noun = words.noun(k);
    if (heads(noun)) {
      head = k;
      last = k + 1;
      additional |= term.equals("others");
      return k + 1;
    }
    if (head >= 0) {
      // "120 police vehicles" counts vehicles; "15 fighters entered" counts fighters.
      VictimClasses.Noun held = words.noun(head);
      if (held != null
          && held.modifier()
          && !held.singular()
          && term.endsWith("s")
          && noun == null) {
        head = -1;
        last = k + 1;
      }
      return END;
    }
    boolean modifies = noun != null && (noun.modifier() || noun.singular());
    if (modifies && (modifier == null || VictimClasses.specific(noun.victimClass()))) {
      modifier = noun.victimClass();
    }
    if (VictimClasses.age(term) && term.endsWith("olds")) {
      head = k;
    }
    last = k + 1;
    return k + 1;
  }

  /** Whether a mark or another number before the word ends the phrase. */
  private boolean ends(int k) {
    if (words.marked(k, Wording.STOP | Wording.COLON | Wording.COMMA | Wording.ASIDE)) {
      return true;
    }
    // "56 sorties 60 rebels killed": another count begins.
    boolean number = sentence.startsWithDigit(k) && words.term(k).indexOf('-') < 0;
    return k > amount.end() && (number || words.marked(k, Wording.SIGN));
  }

  /** Takes a participle that belongs to the noun behind it: "12 wounded soldiers". */
  private boolean inside(Happening happening) {
    boolean inside =
        head < 0
            && (happening.participle() || happening.is("intransitive"))
            && heads(words.noun(happening.end))
            && !words.marked(happening.end, Wording.COMMA | Wording.STOP);
    if (inside) {
      inner = happening.effect;
      happening.taken = true;
    }
    return inside;
  }

  /** Whether a noun for people fits the number. */
  private boolean heads(VictimClasses.Noun noun) {
    return noun != null && (noun.plural() || one && noun.singular());
  }

  private Counted counted(VictimPhrases victims, int from) {
    String victimClass = modifier == null ? VictimClasses.UNKNOWN : modifier;
    if (head < 0 && !bare(from)) {
      Counted other = Counted.of(amount, last, Kind.OTHER, victimClass);
      other.head = last - 1;
      return other;
    }
    Counted people =
        head < 0
            ? Counted.of(amount, Math.max(last, amount.end()), Kind.BARE, victimClass)
            : Counted.of(amount, head + 1, Kind.PEOPLE, victims.classOf(from, head, modifier));
    people.additional = additional;
    people.more = more;
    people.head = head;
    if (head >= 0 && inner != null) {
      people.effect = inner;
      people.verb = from;
    }
    return people;
  }

  /** Whether no noun stands behind the number: "12 more were hurt". */
  private boolean bare(int from) {
    return last == from || last <= from + 2 && (additional || modifier != null) && over(last);
  }

  private boolean over(int at) {
    return at >= words.size()
        || sentence.happeningAt(at) != null
        || words.endsNouns(at)
        || words.auxiliary(at)
        || words.marked(at, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE);
  }
}
