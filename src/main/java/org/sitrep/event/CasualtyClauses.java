package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.sitrep.event.Grammar.Role;
import org.sitrep.text.Resources;

/**
 * Who is counted in a sentence, and what happened to them: numbers and single persons are tied to
 * the words for killing, wounding and the like by voice and coordination.
 */
final class CasualtyClauses {

  private static final String[] SINGLE_STARTS = {
    "a", "an", "another", "the", "his", "her", "their", "its", "my", "our"
  };
  private static final Lexicon<Trigger> TRIGGERS = Lexicon.of("casualty-words.tsv", Trigger::of);
  private static final Map<String, Integer> ORDINALS =
      Map.of("second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7);
  private static final Set<String> RISES =
      Set.copyOf(Resources.lines(CasualtyClauses.class, "toll-verbs.txt"));

  /** What one denies when nothing happened; who denies a deed denies no deaths. */
  private static final Set<String> DENIED =
      Set.of("that", "reports", "report", "claims", "claim", "allegations", "rumours", "rumors");

  private static final Set<String> AGE_LINKS =
      Set.of("and", "or", "to", "through", "of", "from", "between", "about", "around");

  /** Happenings of one sentence; what has more is no prose, and pairs of them are compared. */
  private static final int MOST = 200;

  private static final int REACH_LEFT = 16;
  private static final int REACH_TOLL = 16;

  private final Wording words;
  private final boolean heading;
  private final IntPredicate name;
  private final List<Counted> counted = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final Counted[] startingAt;
  private final Counted[] endingAt;
  private final Happening[] happeningAt;

  private CasualtyClauses(Wording words, boolean heading, IntPredicate name) {
    this.words = words;
    this.heading = heading;
    this.name = name;
    startingAt = new Counted[words.size() + 1];
    endingAt = new Counted[words.size() + 1];
    happeningAt = new Happening[words.size() + 1];
  }

  /** How people are referred to. */
  enum Kind {
    /** A number with a word for people. */
    PEOPLE,
    /** A number alone. */
    BARE,
    /** A number with a noun that is no known word for people. */
    OTHER,
    /** One person, without a number. */
    SINGLE,
    /** A person by name. */
    NAME
  }

  /**
   * A phrase of {@code casualty-words.tsv}.
   *
   * @param needs words of which one must follow; empty where none need
   */
  private record Trigger(String effect, String kind, Set<String> needs) {

    /** How many words behind the phrase the needed one may stand. */
    private static final int NEAR = 10;

    static Trigger of(String[] row) {
      return new Trigger(row[1], row[2], row.length < 4 ? Set.of() : Set.of(row[3].split("\\|")));
    }

    boolean holds(Wording words, int end) {
      if (needs.isEmpty()) {
        return true;
      }
      for (int k = end; k < end + NEAR && !words.marked(k, Wording.STOP | Wording.COLON); k++) {
        if (needs.contains(words.term(k))) {
          return true;
        }
      }
      return false;
    }
  }

  /** A word of killing or wounding where it stands. */
  private static final class Happening {
    final int first;
    final int end;
    final String effect;
    final String kind;
    boolean void_;
    boolean taken;

    /** To whom it happened, of several the last. */
    Counted last;

    String counts;

    Happening(int first, int end, Trigger trigger) {
      this.first = first;
      this.end = end;
      this.effect = trigger.effect;
      this.kind = trigger.kind;
    }

    boolean is(String other) {
      return kind.equals(other);
    }

    /** What happened to so many: one who came to a hospital may have died there. */
    String effectOn(int people) {
      return effect.equals("hospital") ? people > 1 ? "injured" : "shot" : effect;
    }

    boolean participle() {
      return is("participle");
    }
  }

  /** People counted in a sentence. */
  static final class Counted {
    final int first;
    final int end;
    final int low;
    final int high;
    final String modality;
    final Kind kind;
    String victimClass;
    boolean additional;
    boolean more;
    boolean plainDigits;
    String effect;
    String relation = "none";
    int verb = -1;
    boolean ofNext;
    boolean also;
    boolean ordinal;
    int head = -1;

    Counted(int first, int end, int low, int high, String modality, Kind kind, String victim) {
      this.first = first;
      this.end = end;
      this.low = low;
      this.high = high;
      this.modality = modality;
      this.kind = kind;
      this.victimClass = victim;
    }
  }

  /** Whether a word begins some casualty phrase; a cheap gate before anything else. */
  static boolean triggers(String term) {
    return TRIGGERS.begins(term);
  }

  /** Whether a sentence has any word for killing or dying. */
  static boolean deadly(Wording words) {
    for (int i = 0; i < words.size(); i++) {
      Lexicon.Hit<Trigger> hit = TRIGGERS.at(words, i);
      if (hit != null && hit.value().effect.equals("killed")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The people of a sentence to whom something happened, in text order.
   *
   * @param name whether the word belongs to the name of an actor or place
   */
  static List<Counted> of(Wording words, boolean heading, IntPredicate name) {
    CasualtyClauses clauses = new CasualtyClauses(words, heading, name);
    clauses.findHappenings();
    if (clauses.happenings.isEmpty()) {
      return List.of();
    }
    clauses.findCounted();
    clauses.markVoid();
    clauses.adjacent();
    clauses.objects();
    clauses.subjects();
    clauses.tolls();
    clauses.amongTheDead();
    clauses.named();
    clauses.identified();
    clauses.parts();
    clauses.wholes();
    clauses.allOfThem();
    clauses.retold();
    clauses.sums();
    clauses.zero();
    List<Counted> result = new ArrayList<>();
    for (Counted one : clauses.counted) {
      boolean person = one.kind == Kind.SINGLE || one.kind == Kind.NAME;
      if (person && "displaced".equals(one.effect)) {
        continue;
      }
      if (one.ordinal && "killed".equals(one.effect)) {
        one.relation = "total";
      } else if (one.ordinal) {
        continue;
      }
      if (one.effect != null && !one.effect.equals("both") && !one.effect.equals("none")) {
        one.also = clauses.also(one);
        result.add(one);
      }
    }
    result.sort((a, b) -> Integer.compare(a.first, b.first));
    return result;
  }

  /** "A driver was also killed": besides those told before. */
  private boolean also(Counted one) {
    boolean dead = "killed".equals(one.effect) && one.relation.equals("none");
    if (!dead || one.verb < one.end) { // "also injured": besides the dead
      return false;
    }
    for (int k = one.end; k <= Math.min(one.verb + 1, words.size() - 1); k++) {
      if (words.term(k).equals("also")) {
        return true;
      }
    }
    return false;
  }

  private void findHappenings() {
    for (int i = 0; i < words.size() && happenings.size() < MOST; ) {
      Happening number = numberOf(i);
      if (number != null) {
        happenings.add(number);
        happeningAt[i] = number;
        i = number.end;
        continue;
      }
      Lexicon.Hit<Trigger> hit = TRIGGERS.at(words, i);
      if (hit == null || !hit.value().holds(words, hit.end())) {
        i++;
        continue;
      }
      Happening happening = new Happening(i, hit.end(), hit.value());
      if (!happening.effect.equals("none")) {
        happenings.add(happening);
        happeningAt[i] = happening;
      }
      i = hit.end();
    }
  }

  /** "the number of soldiers killed": a toll whose number follows. */
  private Happening numberOf(int from) {
    boolean of = words.term(from + 1).equals("of");
    if (!words.term(from).equals("number") || !of && TRIGGERS.at(words, from + 1) == null) {
      return null;
    }
    String counts = null;
    for (int k = of ? from + 2 : from + 1; k < Math.min(words.size(), from + 7); k++) {
      Lexicon.Hit<Trigger> hit = TRIGGERS.at(words, k);
      if (hit != null) {
        boolean told =
            countsAnybody(hit.value().effect)
                && (hit.value().kind.equals("participle")
                    || hit.value().kind.equals("intransitive")
                    || hit.value().kind.equals("noun"));
        if (!told) {
          return null;
        }
        Happening toll =
            new Happening(from, hit.end(), new Trigger(hit.value().effect, "toll", Set.of()));
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

  private void findCounted() {
    for (int i = 0; i < words.size(); ) {
      Counted one = null;
      if (happeningAt[i] == null) {
        one = number(i);
        if (one == null) {
          one = ordinal(i);
        }
        if (one == null && words.is(i, Role.DETERMINER)) {
          one = ordinal(i + 1);
        }
        if (one == null) {
          one = family(i);
        }
        if (one == null) {
          one = single(i);
        }
      }
      if (one == null) {
        i++;
        continue;
      }
      add(one);
      i = Math.max(i + 1, one.end);
    }
  }

  private void add(Counted one) {
    counted.add(one);
    startingAt[one.first] = one;
    endingAt[one.end] = one;
  }

  private Counted number(int from) {
    Numbers.Amount amount = Numbers.at(words, from);
    if (amount == null || dateOrTime(amount)) {
      return null;
    }
    String previous = words.term(from - 1);
    if (previous.equals("no") || age(amount) || listedAge(from) || ownChildren(from)) {
      return null;
    }
    boolean range = from > 1 && happeningAt[from - 2] != null;
    if (previous.equals("from") && amount.high() > amount.low() && !range) {
      // "rose from 12 to 19"
      amount =
          new Numbers.Amount(
              amount.first(), amount.end(), amount.high(), amount.high(), "exact", true);
    }
    int next = amount.end();
    boolean part = false;
    if (words.term(next).equals("of")) {
      String of = words.term(next + 1);
      int dead = of.equals("the") || of.equals("those") ? next + 2 : -1;
      boolean ofTheWounded =
          dead > 0
              && happeningAt[dead] != null
              && (words.term(dead).equals("wounded") || words.term(dead).equals("injured"))
              && happeningAt[dead].end == dead + 1;
      if (ofTheWounded) {
        // "five of the wounded died": they are known by what becomes of them.
        happeningAt[dead].taken = true;
        happeningAt[dead] = null;
        Counted wounded = counted(amount, dead + 1, Kind.PEOPLE, VictimClasses.UNKNOWN);
        wounded.more = true;
        return wounded;
      }
      boolean ofTheDead =
          dead > 0
              && (words.term(dead).equals("dead")
                  || words.term(dead).equals("victims")
                  || words.term(dead).equals("killed")
                  || words.term(dead).equals("fatalities"));
      if (of.equals("them") || of.equals("whom") || of.equals("those") || ofTheDead) {
        part = !of.equals("those") || ofTheDead;
        next += ofTheDead ? 3 : 2;
        if (ofTheDead && happeningAt[dead] != null) {
          happeningAt[dead].taken = true;
        }
        if (part && words.is(next, Role.BE)) {
          next++;
        }
        if (ofTheDead) {
          Counted ofDead = nouns(amount, next);
          ofDead.effect = "killed";
          ofDead.relation = "part";
          ofDead.verb = dead;
          return ofDead;
        }
      } else if (Numbers.at(words, next + 1) != null) {
        // "10 of 48 people": the first is a part of the second.
        Counted of48 =
            new Counted(
                from,
                next,
                amount.low(),
                amount.high(),
                amount.modality(),
                Kind.BARE,
                VictimClasses.UNKNOWN);
        of48.ofNext = true;
        return of48;
      } else if (Grammar.is(of, Role.DETERMINER)) {
        next += 2;
      } else {
        next += 1;
      }
    }
    Counted one = nouns(amount, next);
    one.plainDigits = amount.plainDigits();
    if (ofName(one)) {
      return null;
    }
    if (ofTheDeadFirst(from) && happeningAt[2] != null && one.effect == null) {
      happeningAt[2].taken = true;
      one.effect = happeningAt[2].effect;
      one.verb = 2;
      one.relation = "part";
      describe(one);
    } else if (part) {
      one.relation = "part";
    } else if (from >= 2
        && words.term(from - 1).equals("whom")
        && words.term(from - 2).equals("of")) {
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

  /** "Daniel Okafor, 34, was killed": an age. */
  private boolean age(Numbers.Amount amount) {
    return amount.plainDigits()
        && amount.high() < 120
        && words.marked(amount.first(), Wording.COMMA | Wording.ASIDE)
        && words.marked(amount.end(), Wording.COMMA | Wording.ASIDE | Wording.STOP)
        && (words.capitalised(amount.first() - 1) || words.noun(amount.first() - 1) != null)
        && happeningAt[amount.end()] == null;
  }

  /** "ages 24, 25 and 38", "between the ages of 18 and 22". */
  private boolean listedAge(int from) {
    int k = from - 1;
    while (k > from - REACH_LEFT
        && k >= 0
        && (AGE_LINKS.contains(words.term(k)) || Character.isDigit(first(k)))) {
      k--;
    }
    String term = words.term(k);
    int end = from + 1;
    while (words.is(end, Role.CONJUNCTION) || Character.isDigit(first(end))) {
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

  /** The first character of a word; a space outside the sentence. */
  private char first(int index) {
    String term = words.term(index);
    return term.isEmpty() ? ' ' : term.charAt(0);
  }

  /** "News 5", "Channel 11": a name's number counts nobody. */
  private boolean ofName(Counted one) {
    int before = one.first - 1;
    return one.kind == Kind.BARE
        && one.plainDigits
        && !heading
        && before > 0
        && words.capitalised(before)
        && happeningAt[before] == null
        && !words.endsNouns(before)
        && !words.marked(one.first, ~Wording.QUOTE);
  }

  /** "a mother of two". */
  private boolean ownChildren(int from) {
    VictimClasses.Noun noun = words.noun(from - 2);
    return words.term(from - 1).equals("of") && noun != null && noun.singular();
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
      if (k > amount.end() && Character.isDigit(term.charAt(0)) && term.indexOf('-') < 0) {
        // "56 sorties 60 rebels killed": another count begins.
        break;
      }
      Happening happening = happeningAt[k];
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
      Counted people = counted(amount, head + 1, Kind.PEOPLE, victimClass(from, head, modifier));
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
          counted(
              amount,
              Math.max(last, amount.end()),
              Kind.BARE,
              modifier == null ? VictimClasses.UNKNOWN : modifier);
      bare.additional = additional;
      bare.more = more;
      return bare;
    }
    Counted other =
        counted(amount, last, Kind.OTHER, modifier == null ? VictimClasses.UNKNOWN : modifier);
    other.head = last - 1;
    return other;
  }

  private boolean bareEnd(int at) {
    return at >= words.size()
        || happeningAt[at] != null
        || words.endsNouns(at)
        || words.auxiliary(at)
        || words.marked(at, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE);
  }

  private Counted counted(Numbers.Amount amount, int end, Kind kind, String victimClass) {
    return new Counted(
        amount.first(), end, amount.low(), amount.high(), amount.modality(), kind, victimClass);
  }

  /** The class of the nouns from one word to the head, and of what the head is "of". */
  private String victimClass(int from, int head, String modifier) {
    VictimClasses.Noun noun = words.noun(head);
    if (noun == null) {
      return modifier == null ? VictimClasses.UNKNOWN : modifier;
    }
    String own = noun.victimClass();
    String best = VictimClasses.UNKNOWN;
    for (int k = from; k < head; k++) {
      VictimClasses.Noun before = words.noun(k);
      if (before != null && VictimClasses.specific(before.victimClass())) {
        best = before.victimClass();
      }
    }
    if (VictimClasses.specific(best)) {
      boolean forces =
          own.equals(VictimClasses.UNKNOWN)
              || own.equals(VictimClasses.STATE_FORCES)
              || own.equals(VictimClasses.POLICE)
              || own.equals(VictimClasses.PERPETRATORS) && best.equals(VictimClasses.REBELS)
              || own.equals(VictimClasses.MILITIA) && best.equals(VictimClasses.REBELS);
      return forces ? best : own;
    }
    if (own.equals(VictimClasses.UNKNOWN) && words.term(head + 1).equals("of")) {
      for (int k = head + 2; k < Math.min(words.size(), head + 8); k++) {
        if (words.marked(k, Wording.STOP | Wording.COMMA) || happeningAt[k] != null) {
          break;
        }
        VictimClasses.Noun of = words.noun(k);
        if (of != null && VictimClasses.specific(of.victimClass())) {
          return of.victimClass();
        }
      }
    }
    return own;
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

  /** "a third victim": with those before as many as the ordinal says. */
  private Counted ordinal(int from) {
    Integer rank = ORDINALS.get(words.term(from));
    int next = words.term(from + 1).equals("shooting") ? from + 2 : from + 1;
    VictimClasses.Noun noun = words.noun(next);
    boolean article =
        heading
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

  /** "a woman", "the driver", "his wife", "a 27-year-old"; in a headline also without article. */
  private Counted single(int from) {
    String term = words.term(from);
    boolean article = false;
    for (String start : SINGLE_STARTS) {
      article |= start.equals(term);
    }
    boolean possessed = from > 0 && !article && VictimClasses.noun(term) != null && owner(from);
    boolean aged = !article && VictimClasses.age(term) && term.endsWith("old");
    if (aged && explains(from)) {
      return null;
    }
    boolean bare = heading && !article && !possessed && !aged;
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
      if (happeningAt[k] != null
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
        new Counted(from, head + 1, 1, 1, "exact", Kind.SINGLE, victimClass(start, head, null));
    one.additional = term.equals("another");
    one.head = head;
    return one;
  }

  /** "his wife, 72-year-old Lea Omar": who was counted before is told by age and name. */
  private boolean explains(int age) {
    for (int k = age; k > 0 && k > age - REACH_LEFT; k--) {
      if (words.marked(k, Wording.COMMA | Wording.ASIDE) && endingAt[k] != null) {
        return endingAt[k].kind != Kind.OTHER;
      }
      boolean listed = words.capitalised(k - 1) || words.is(k - 1, Role.CONJUNCTION);
      if (!listed && !VictimClasses.age(words.term(k - 1)) && k < age
          || words.marked(k, Wording.STOP | Wording.COLON)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the word before owns this one ("Hassan's wife"). */
  private boolean owner(int at) {
    String text = words.sentence().text();
    int before = words.end(at - 1) - words.sentence().span().start();
    return before >= 2
        && text.charAt(before - 1) == 's'
        && (text.charAt(before - 2) == '\'' || text.charAt(before - 2) == '’');
  }

  /** Whether the number is the year of "January 9, 2017" or "9 January 2017". */
  private boolean yearOfDay(Numbers.Amount amount) {
    int first = amount.first();
    return amount.high() >= 1900
        && amount.high() <= 2100
        && Stream.of(first - 1, first - 2).anyMatch(at -> Calendar.month(words.term(at)))
        && (words.term(first - 1) + words.term(first - 2)).chars().anyMatch(Character::isDigit);
  }

  private boolean dateOrTime(Numbers.Amount amount) {
    String before = words.term(amount.first() - 1);
    String after = words.term(amount.end());
    if (!amount.plainDigits()) {
      return false;
    }
    if (yearOfDay(amount)
        || words.marked(amount.first(), Wording.COLON)
            && Character.isDigit(first(amount.first() - 1))) {
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

  /** Threats, plans, denials and the like do not happen. */
  private void markVoid() {
    int denied = words.size();
    for (int k = 0; k < words.size(); k++) {
      boolean denies = words.term(k).startsWith("den") && words.is(k, Role.NEGATION);
      if (denies && (DENIED.contains(words.term(k + 1)) || DENIED.contains(words.term(k + 2)))) {
        denied = k;
        break;
      }
    }
    for (Happening happening : happenings) {
      happening.void_ |= happening.first > denied;
      for (int k = happening.first - 1; k >= 0 && k >= happening.first - 5; k--) {
        String term = words.term(k);
        int distance = happening.first - k;
        if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
          break;
        }
        if (distance <= 4 && Grammar.is(term, Role.MODAL)
            || distance <= 3 && Grammar.is(term, Role.NEGATION) && between(k + 1, happening.first)
            || Grammar.is(term, Role.HYPOTHETICAL) && distance <= 3) {
          happening.void_ = true;
        }
        if (startingAt[k] != null || Grammar.is(term, Role.CONJUNCTION)) {
          break;
        }
      }
      String word = words.term(happening.first);
      String before = words.term(happening.first - 1);
      if (word.equals("die")
          && (before.equals("and") || before.equals("or") || before.equals("to"))) {
        happening.void_ = true;
      }
      if ((word.equals("kill") || word.equals("injure") || word.equals("wound"))
          && (before.equals("to") || before.equals("not") || before.equals("or"))) {
        happening.void_ = true;
      }
    }
  }

  private boolean between(int from, int until) {
    for (int k = from; k < until; k++) {
      if (!words.auxiliary(k)) {
        return false;
      }
    }
    return true;
  }

  /** "12 dead", "12 people were killed", "12 deaths". */
  private void adjacent() {
    for (Happening happening : happenings) {
      boolean bodies =
          happening.is("active")
              && endingAt[happening.first] != null
              && endingAt[happening.first].kind == Kind.BARE
              && words.term(happening.end - 1).equals("of");
      if (happening.taken
          || happening.is("active") && !bodies
          || happening.is("toll")
          || happening.is("self")
          || happening.kind.startsWith("count")
          || happening.is("lost")) {
        continue;
      }
      int k = happening.first;
      boolean be = false;
      boolean any = false;
      boolean broken = false;
      while (k > 0 && endingAt[k] == null && words.auxiliary(k - 1) && happening.first - k < 6) {
        if (words.marked(k, Wording.STOP | Wording.COLON)) {
          broken = true;
        }
        k--;
        be |= words.is(k, Role.BE);
        any |= be || words.is(k, Role.HAVE);
      }
      Counted subject = endingAt[k];
      if (subject == null || broken) {
        continue;
      }
      if (words.marked(k, Wording.STOP | Wording.COLON)
          || words.marked(k, Wording.COMMA | Wording.ASIDE) && !any) {
        continue;
      }
      if (happening.is("lives") && !livesTaken(subject)) {
        continue;
      }
      if (happening.is("noun") && any) {
        continue;
      }
      if (subject.effect != null) {
        if (subject.verb >= 0 && any) {
          happening.taken = true;
        }
        continue;
      }
      if (subject.kind == Kind.OTHER && !(countsAnybody(happening.effect) && plausible(subject))) {
        continue;
      }
      if (happening.participle() && !be && object(happening) != null) {
        continue;
      }
      if (happening.participle()
          && subject.kind == Kind.SINGLE
          && !be
          && !heading
          && happening.end < words.size()
          && words.is(happening.end, Role.DETERMINER)) {
        continue;
      }
      give(subject, happening);
      if (bodies && !VictimClasses.specific(subject.victimClass)) {
        for (int of = happening.end; of < Math.min(words.size(), happening.end + 5); of++) {
          VictimClasses.Noun noun = words.noun(of);
          if (noun != null && VictimClasses.specific(noun.victimClass())) {
            subject.victimClass = noun.victimClass();
            break;
          }
        }
      }
      extendLeft(subject, happening);
    }
  }

  private boolean livesTaken(Counted subject) {
    String before = words.term(subject.first - 1);
    return before.startsWith("claim")
        || before.startsWith("cost")
        || before.equals("took")
        || before.equals("taken")
        || before.equals("lost");
  }

  private boolean plausible(Counted other) {
    String noun = words.term(other.head);
    return other.end - other.first <= 5
        && !Grammar.notVictims(noun)
        && (noun.endsWith("s")
            || noun.endsWith("men")
            || noun.endsWith("ese")
            || name.test(other.head));
  }

  private void give(Counted one, Happening happening) {
    boolean unreal = happening.void_ || words.is(one.first - 1, Role.HYPOTHETICAL);
    one.effect = unreal ? "none" : happening.effectOn(one.high);
    one.verb = happening.first;
    happening.taken = true;
    happening.last = one;
  }

  /** The number that a verb kills or wounds, right behind it. */
  private Counted object(Happening happening) {
    for (int k = happening.end; k < words.size() && k <= happening.end + 3; k++) {
      if (words.marked(k, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE)) {
        return null;
      }
      Counted one = startingAt[k];
      if (one != null) {
        if (one.effect != null) {
          return null;
        }
        if (one.kind == Kind.BARE
            && happeningAt[one.end] != null
            && !words.marked(one.end, Wording.COMMA)
            && !happeningAt[one.end].is("active")) {
          // "3 killed 12 wounded": the second number has its own word.
          return null;
        }
        if (one.kind == Kind.BARE && one.plainDigits && calendarNear(one)) {
          return null;
        }
        return one.kind == Kind.OTHER && !(countsAnybody(happening.effect) && plausible(one))
            ? null
            : one;
      }
      String term = words.term(k);
      boolean range =
          term.equals("from")
              && k == happening.end
              && startingAt[k + 1] != null
              && startingAt[k + 1].high > startingAt[k + 1].low;
      if (Grammar.is(term, Role.BLOCK)
          || Grammar.is(term, Role.CONJUNCTION)
          || Grammar.is(term, Role.PREPOSITION)
              && !range
              && !term.equals("of")
              && !term.equals("about")) {
        return null;
      }
      if (happeningAt[k] != null) {
        return null;
      }
    }
    return null;
  }

  private boolean calendarNear(Counted one) {
    return Calendar.weekday(words.term(one.first - 1)) || Calendar.weekday(words.term(one.end));
  }

  /** "killing 12", "killed 30 soldiers and two civilians". */
  private void objects() {
    for (Happening happening : happenings) {
      boolean verb =
          happening.is("active")
              || happening.participle() && !happening.taken
              || happening.is("lost");
      if (!verb) {
        continue;
      }
      Counted object = object(happening);
      if (object == null || happening.is("lost") && object.kind != Kind.PEOPLE) {
        continue;
      }
      if (happening.participle() && passive(happening)) {
        continue;
      }
      give(object, happening);
      extendRight(object, happening);
      // "kills 3, self"
      reflexive(object, happening);
    }
  }

  private void reflexive(Counted object, Happening happening) {
    int next = object.end;
    if (!happening.effect.equals("killed") || happening.void_) {
      return;
    }
    for (int k = next; k < Math.min(words.size(), next + 3); k++) {
      String term = words.term(k);
      if (happeningAt[k] != null || startingAt[k] != null) {
        return;
      }
      if (term.equals("self") || term.equals("himself") || term.equals("herself")) {
        Counted self =
            new Counted(k, k + 1, 1, 1, "exact", Kind.SINGLE, VictimClasses.PERPETRATORS);
        self.effect = "killed";
        self.verb = happening.first;
        counted.add(self);
        return;
      }
    }
  }

  private boolean passive(Happening happening) {
    for (int k = happening.first - 1; k >= 0 && k >= happening.first - 3; k--) {
      if (words.is(k, Role.BE)) {
        return true;
      }
      if (!words.is(k, Role.ADVERB)) {
        return false;
      }
    }
    return false;
  }

  private void extendLeft(Counted from, Happening happening) {
    Counted right = from;
    List<Counted> chain = new ArrayList<>();
    chain.add(right);
    for (int rounds = 0; rounds < 8; rounds++) {
      int k = right.first - 1;
      if (words.is(k, Role.DETERMINER) && startingAt[k] == null) {
        k--;
      }
      boolean including = false;
      boolean connected = false;
      int steps = 0;
      while (k >= 0 && steps < 4) {
        String term = words.term(k);
        if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
          return;
        }
        if (Grammar.is(term, Role.INCLUDING)
            || term.equals("them") && words.term(k - 1).equals("among")) {
          including = true;
          connected = true;
          k -= term.equals("them") ? 2 : 1;
          steps++;
          continue;
        }
        if (term.equals("and") || term.equals("plus")) {
          connected = true;
          k--;
          steps++;
          continue;
        }
        break;
      }
      boolean some = right.kind == Kind.BARE && !including && !connected;
      if (some) {
        return; // "shot six people, one fatally"
      }
      connected |= words.marked(right.first, Wording.COMMA | Wording.ASIDE);
      connected |=
          endingAt[right.first] != null
              && endingAt[right.first].kind == Kind.PEOPLE
              && right.kind == Kind.PEOPLE;
      if (!connected) {
        return;
      }
      if (including) {
        for (Counted part : chain) {
          part.relation = "part";
        }
      }
      Counted left = previous(k + 1, 7);
      // "the victim, a two-year-old child, died"
      boolean same =
          left != null
              && k + 1 == right.first
              && left.end == right.first
              && left.high == 1
              && right.kind == Kind.SINGLE
              && chain.size() == 1
              && words.marked(right.end, Wording.COMMA | Wording.ASIDE);
      if (same) {
        return;
      }
      if (left == null || left.effect != null || left.kind == Kind.OTHER && !plausible(left)) {
        return;
      }
      if (left.kind == Kind.BARE && !including && !(right.kind == Kind.PEOPLE)) {
        return;
      }
      if (left.kind == Kind.BARE && left.plainDigits && left.end < right.first - 1) {
        return;
      }
      give(left, happening);
      if (including) {
        chain.clear();
      }
      chain.add(left);
      right = left;
    }
  }

  /** The people that end at most some plain words before an index. */
  private Counted previous(int until, int reach) {
    for (int k = until; k > 0 && k > until - reach; k--) {
      if (endingAt[k] != null) {
        return endingAt[k];
      }
      String term = words.term(k - 1);
      if (happeningAt[k - 1] != null
          || Grammar.is(term, Role.BE)
          || Grammar.is(term, Role.MODAL)
          || Grammar.is(term, Role.BLOCK)
          || Grammar.is(term, Role.CONJUNCTION)
          || words.marked(k, Wording.STOP | Wording.COLON)
          || k < until && words.marked(k, Wording.COMMA)) {
        return null;
      }
    }
    return null;
  }

  private void extendRight(Counted from, Happening happening) {
    Counted left = from;
    boolean parts = false;
    for (int rounds = 0; rounds < 10; rounds++) {
      int k = behindApposition(left.end);
      int steps = 0;
      Counted next = null;
      boolean connected = k > left.end;
      while (k < words.size() && steps < 8) {
        String term = words.term(k);
        if (words.marked(k, Wording.STOP | Wording.COLON) || happeningAt[k] != null) {
          return;
        }
        if (words.marked(k, Wording.COMMA | Wording.ASIDE)) {
          connected = true;
        }
        if (startingAt[k] != null) {
          next = startingAt[k];
          break;
        }
        if (Grammar.is(term, Role.INCLUDING)
            || term.equals("them") && words.term(k - 1).equals("among")) {
          parts = true;
          connected = true;
        } else if (term.equals("and") || term.equals("plus")) {
          connected = true;
          int then = words.is(k + 1, Role.DETERMINER) ? k + 2 : k + 1;
          if (startingAt[k + 1] == null
              && (then >= words.size() || startingAt[then] == null)
              && !words.is(k + 1, Role.INCLUDING)) {
            return;
          }
        } else if (Grammar.is(term, Role.BLOCK)
            || Grammar.is(term, Role.BE)
            || Grammar.is(term, Role.MODAL)) {
          return;
        } else if (connected
            && !Grammar.is(term, Role.PREPOSITION)
            && !Grammar.is(term, Role.DETERMINER)
            && !Grammar.is(term, Role.ADVERB)) {
          return;
        }
        k++;
        steps++;
      }
      if (next == null || !connected || next.effect != null || next.kind == Kind.OTHER) {
        return;
      }
      if (next.kind == Kind.BARE && !next.relation.equals("part") && !parts) {
        return;
      }
      if (next.kind == Kind.SINGLE && clauseBegins(next)) {
        return;
      }
      give(next, happening);
      if (parts) {
        next.relation = "part";
      }
      left = next;
    }
  }

  /** Behind the age and name that explain a person: {@code his wife, Lea Omar, 34, and}. */
  private int behindApposition(int end) {
    if (!words.marked(end, Wording.COMMA | Wording.ASIDE)) {
      return end;
    }
    int k = end;
    while (k < words.size()
        && startingAt[k] == null
        && (words.capitalised(k)
            || VictimClasses.age(words.term(k))
            || Character.isDigit(words.term(k).charAt(0)))) {
      k++;
    }
    boolean closed =
        words.marked(k, Wording.COMMA | Wording.ASIDE) || words.is(k, Role.CONJUNCTION);
    return k > end && closed ? k : end;
  }

  /** Whether a person behind a comma or "and" is the subject of what follows. */
  private boolean clauseBegins(Counted one) {
    String next = words.term(one.end);
    return Grammar.is(next, Role.BE)
        || Grammar.is(next, Role.HAVE)
        || Grammar.is(next, Role.MODAL)
        || Claimants.speech(next);
  }

  /** "12 rebels, among them three commanders, ... were killed". */
  private void subjects() {
    for (Happening happening : happenings) {
      if (happening.taken
          || !(happening.participle() || happening.is("intransitive"))
          || words.term(happening.first - 1).equals("the")
          || words.term(happening.first - 1).equals("those")) {
        continue;
      }
      Counted subject = subject(happening);
      if (subject != null) {
        give(subject, happening);
        extendLeft(subject, happening);
      }
    }
  }

  private Counted subject(Happening happening) {
    boolean aux = words.auxiliary(happening.first - 1);
    // "was shot twice and died", "Teen hospitalized after shooting dies"
    boolean then = words.is(happening.first - 1, Role.CONJUNCTION) || heading;
    int reach = aux || then ? REACH_LEFT : 7;
    boolean plural = verbIs("were", happening) || verbIs("have", happening);
    for (int k = happening.first; k > 0 && k > happening.first - reach; k--) {
      Counted one = endingAt[k];
      // "a boy injured on Monday has died"
      Counted some = one == null || one.first == 0 ? null : endingAt[one.first - 1];
      if (some != null && some.ofNext && some.effect == null && aux) {
        // "one of five people shot there has died"
        return some;
      }
      boolean worse =
          one != null
              && (aux || then || one.verb == one.end)
              && happening.effect.equals("killed")
              && ("injured".equals(one.effect) || "shot".equals(one.effect));
      if (worse) {
        one.effect = null;
      }
      // "14 were admitted with injuries"
      boolean bare = one != null && one.kind == Kind.BARE && !words.is(one.end, Role.BE);
      if (one != null && one.effect == null && !bare && one.kind != Kind.OTHER) {
        boolean told = aux || then || words.term(one.end).equals("who");
        return one.kind == Kind.SINGLE && words.term(one.first).equals("the") && !told ? null : one;
      }
      String term = words.term(k - 1);
      if (words.marked(k, Wording.STOP | Wording.COLON)
          || Grammar.is(term, Role.BLOCK)
          || one != null && one.effect != null) {
        return null;
      }
      boolean names = plural || words.capitalised(k) && k >= 2 && words.capitalised(k - 2);
      if (Grammar.is(term, Role.CONJUNCTION)
          && !names
          && !(k == happening.first || words.auxiliary(k))) {
        return null;
      }
      boolean hurt =
          (aux || then || endingAt[k - 1] != null)
              && happening.effect.equals("killed")
              && happeningAt[k - 1] != null
              && !happeningAt[k - 1].effect.equals("killed");
      if (happeningAt[k - 1] != null
          && !hurt
          && !(words.is(k, Role.CONJUNCTION) || words.marked(k, Wording.COMMA))) {
        return null;
      }
    }
    return null;
  }

  /** Whether a form of the verb stands among the words right before a participle. */
  private boolean verbIs(String form, Happening happening) {
    for (int k = happening.first - 1; k >= 0 && words.auxiliary(k); k--) {
      if (words.term(k).equals(form)) {
        return true;
      }
    }
    return false;
  }

  private void tolls() {
    for (Happening happening : happenings) {
      if (!happening.is("toll")) {
        continue;
      }
      Counted found = null;
      for (int k = happening.end; k < words.size() && k < happening.end + REACH_TOLL; k++) {
        String word = words.term(k);
        if (words.marked(k, Wording.STOP)
            || Grammar.is(word, Role.MODAL)
            || Grammar.is(word, Role.BLOCK) && !word.equals("as") && !word.equals("that")) {
          break;
        }
        Counted one = startingAt[k];
        if (one == null || one.kind == Kind.OTHER || one.kind == Kind.SINGLE) {
          continue;
        }
        if (one.effect != null && one.verb != happening.first) {
          found = null;
          break;
        }
        String before = words.term(k - 1);
        if (before.equals("from") && one.end - one.first < 3
            || before.equals("of") && k > happening.end + 3
            || one.kind == Kind.BARE && one.plainDigits && calendarNear(one)) {
          continue;
        }
        found = one;
        break;
      }
      if (found == null) {
        found = broughtTo(happening);
      }
      if (found == null) {
        found = risen(happening);
      }
      if (found != null) {
        give(found, happening);
        found.relation = "total";
        if (happening.counts != null && !VictimClasses.specific(found.victimClass)) {
          found.victimClass = happening.counts;
        }
      }
    }
  }

  /** "bringing to 45 the number killed". */
  private Counted broughtTo(Happening toll) {
    int end = words.is(toll.first - 1, Role.DETERMINER) ? toll.first - 1 : toll.first;
    Counted one = end < 0 ? null : endingAt[end];
    return one != null && one.effect == null && words.term(one.first - 1).equals("to") ? one : null;
  }

  /** "the number of those killed, whatever stands between, rose to 19". */
  private Counted risen(Happening toll) {
    for (int k = toll.end; k < words.size() && !words.marked(k, Wording.STOP); k++) {
      if (words.is(k, Role.MODAL)) {
        return null;
      }
      if (!RISES.contains(words.term(k))) {
        continue;
      }
      for (int to = k + 1; to < Math.min(words.size(), k + 5); to++) {
        Counted one = startingAt[to];
        boolean said = words.term(to - 1).equals("to") || words.term(to - 1).equals("at");
        if (one != null && one.effect == null && (said || to == k + 1)) {
          return one.kind == Kind.OTHER || one.kind == Kind.SINGLE ? null : one;
        }
      }
    }
    return null;
  }

  /** "among the dead were four children", "the dead included two medics". */
  private void amongTheDead() {
    for (Happening happening : happenings) {
      if (happening.taken
          || !words.term(happening.first - 1).equals("the")
              && !words.term(happening.first - 1).equals("those")) {
        continue;
      }
      String next = words.term(happening.end);
      boolean among = words.term(happening.first - 2).equals("among");
      if (!(Grammar.is(next, Role.INCLUDING) || among && Grammar.is(next, Role.BE))) {
        // "six children were among the dead"
        if (among
            && person(happening.effect)
            && happening.first >= 3
            && endingAt[happening.first - 3] != null
            && words.is(happening.first - 3, Role.BE)) {
          Counted before = endingAt[happening.first - 3];
          if (before.effect == null) {
            give(before, happening);
            before.relation = "part";
          }
        } else if (among && words.is(happening.first - 3, Role.BE)) {
          Counted before = firstOfClause(happening.first - 3);
          if (before != null) {
            give(before, happening);
            before.relation = person(happening.effect) ? "part" : "none";
          }
        }
        continue;
      }
      for (int k = happening.end + 1; k < Math.min(words.size(), happening.end + 4); k++) {
        Counted one = startingAt[k];
        if (one != null && one.effect == null && one.kind != Kind.OTHER) {
          give(one, happening);
          one.relation = "part";
          extendRight(one, happening);
          for (Counted other : counted) {
            if (other.verb == happening.first) {
              other.relation = "part";
            }
          }
          break;
        }
      }
    }
  }

  /** The people with whom a clause before a verb begins, whoever is named with them. */
  private Counted firstOfClause(int verb) {
    Counted first = null;
    for (int k = verb; k > 0 && k > verb - 2 * REACH_LEFT; k--) {
      Counted one = endingAt[k];
      if (one != null && one.effect == null && one.kind == Kind.PEOPLE) {
        first = one;
      }
      if (words.marked(k, Wording.STOP | Wording.COLON)
          || happeningAt[k - 1] != null
          || words.is(k - 1, Role.BLOCK)) {
        break;
      }
    }
    return first;
  }

  /** People by name: "Hassan Omar was killed", "he died", "killing Hassan Omar". */
  private void named() {
    for (Happening happening : happenings) {
      if (happening.taken || happening.void_ || !person(happening.effect)) {
        continue;
      }
      if (happening.is("own")) {
        if (ownDeath(happening.first)) {
          count(happening);
        }
        continue;
      }
      if (happening.is("self") || happening.kind.startsWith("count")) {
        count(happening);
        alsoKilled(happening);
        continue;
      }
      if (happening.participle() || happening.is("intransitive")) {
        if (worsened(happening)) {
          continue;
        }
        List<Counted> subjects = namedSubjects(happening);
        if (!subjects.isEmpty()) {
          for (Counted subject : subjects) {
            give(subject, happening);
            counted.add(subject);
          }
          continue;
        }
      }
      if (!heading && (happening.participle() && !passive(happening) || happening.is("active"))) {
        Counted object = namedObject(happening);
        if (object != null) {
          give(object, happening);
          counted.add(object);
        }
      }
    }
  }

  private static boolean countsAnybody(String effect) {
    return person(effect) || effect.equals("missing");
  }

  private static boolean person(String effect) {
    return effect.equals("killed")
        || effect.equals("injured")
        || effect.equals("shot")
        || effect.equals("hospital");
  }

  private void count(Happening happening) {
    boolean self = happening.is("self");
    int number = self || happening.is("own") ? 1 : happening.kind.charAt(5) - '0';
    Counted one =
        new Counted(
            happening.first,
            happening.end,
            number,
            number,
            self ? "exact" : number == 1 ? "implied" : "exact",
            Kind.SINGLE,
            self && ofPerpetrator(happening) ? VictimClasses.PERPETRATORS : VictimClasses.UNKNOWN);
    give(one, happening);
    if (!self) {
      one.relation = "total";
    }
    counted.add(one);
  }

  /** "killing himself and 12 others". */
  private void alsoKilled(Happening self) {
    Counted others = words.is(self.end, Role.CONJUNCTION) ? startingAt[self.end + 1] : null;
    if (self.is("self") && others != null && others.effect == null && others.kind != Kind.OTHER) {
      give(others, self);
      extendRight(others, self);
    }
  }

  /** Whether who killed himself also did something to others; a child with a gun did not. */
  private boolean ofPerpetrator(Happening self) {
    if (!self.effect.equals("killed")) {
      return false;
    }
    String last = words.term(self.end - 1);
    boolean turned = words.term(self.end - 2).equals("on") || last.equals("life");
    boolean next = words.term(self.first).equals("then") || words.is(self.first, Role.CONJUNCTION);
    if (turned || next || last.equals("suicide")) {
      return true;
    }
    for (Counted one : counted) {
      boolean other = one.effect != null && person(one.effect) && one.verb != self.first;
      if (other && one.end <= self.first && !one.relation.equals("part")) {
        return true;
      }
    }
    for (int k = self.first - 1; k >= 0 && k > self.first - REACH_LEFT; k--) {
      VictimClasses.Noun noun = words.noun(k);
      if (noun != null && noun.singular()) {
        return noun.victimClass().equals(VictimClasses.PERPETRATORS);
      }
    }
    return false;
  }

  /** "her death", "the driver's death". */
  private boolean ownDeath(int death) {
    String before = words.term(death - 1);
    return before.equals("his") || before.equals("her") || death > 0 && owner(death);
  }

  /** "he was shot and died": what became of a person of the same clause. */
  private boolean worsened(Happening death) {
    int and = death.first - 1;
    while (and >= 0 && words.auxiliary(and)) {
      and--;
    }
    if (!death.effect.equals("killed") || !words.is(and, Role.CONJUNCTION)) {
      return false;
    }
    for (int k = and - 1; k >= 0 && k > death.first - REACH_LEFT; k--) {
      Counted one = happeningAt[k] == null ? null : happeningAt[k].last;
      boolean hurt =
          one != null
              && ("injured".equals(one.effect) || "shot".equals(one.effect))
              && one.high == 1
              && one.end <= k;
      if (hurt && sameClause(k, and)) {
        give(one, death);
        return true;
      }
    }
    for (int k = and - 1; k >= 0 && k > and - 8; k--) {
      String term = words.term(k);
      if (term.equals("he") || term.equals("she")) {
        Counted one = person(k, k + 1);
        give(one, death);
        counted.add(one);
        return true;
      }
      if (words.is(k, Role.BLOCK) || words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return false;
      }
    }
    return false;
  }

  /** Whether neither a mark nor a word begins another clause between two words. */
  private boolean sameClause(int from, int until) {
    for (int k = from + 1; k < until; k++) {
      if (words.is(k, Role.BLOCK)
          || words.is(k, Role.PRONOUN)
          || words.marked(k, Wording.STOP | Wording.COLON)) {
        return false;
      }
    }
    return true;
  }

  private List<Counted> namedSubjects(Happening happening) {
    if (verbIs("were", happening) || verbIs("have", happening)) {
      return severalNames(happening);
    }
    Counted one = namedSubject(happening);
    return one == null ? List.of() : List.of(one);
  }

  private static final int MOST_NAMES = 10;

  /** "The dead were identified as Luis Omar, 41, and Marta Omar, 38". */
  private void identified() {
    for (Happening happening : happenings) {
      int be = happening.end;
      boolean dead =
          happening.effect.equals("killed")
              && words.is(happening.first - 1, Role.DETERMINER)
              && words.is(be, Role.BE)
              && !happening.void_;
      int as = be + 2;
      if (!dead
          || !words.term(as).equals("as")
          || !(words.term(be + 1).equals("identified") || words.term(be + 1).equals("named"))) {
        continue;
      }
      List<Counted> names = namesFrom(as + 1);
      if (names.size() > 1) {
        for (Counted one : names) {
          give(one, happening);
          counted.add(one);
        }
      }
    }
  }

  /** Names in a row, with ages and "and" between them, from a word on. */
  private List<Counted> namesFrom(int from) {
    List<Counted> names = new ArrayList<>();
    int k = from;
    while (k < words.size() && names.size() < MOST_NAMES) {
      int first = k;
      while (words.capitalised(k)
          && !words.endsNouns(k)
          && (k == first || !words.marked(k, Wording.COMMA | Wording.STOP | Wording.COLON))) {
        k++;
      }
      if (k - first < 2 || k - first > 6) {
        break;
      }
      names.add(person(first, k));
      while (words.marked(k, Wording.COMMA) && Character.isDigit(first(k))) {
        k++;
      }
      if (words.term(k).equals("and")) {
        k++;
      } else if (!words.marked(k, Wording.COMMA)) {
        break;
      }
      if (words.marked(k, Wording.STOP)) {
        break;
      }
      while (k < words.size() && !words.capitalised(k) && !words.endsNouns(k)) {
        k++; // "her nephew Andrés Omar"
      }
    }
    return names;
  }

  /** "Mara, 7, Hassan and Lina Omar were killed". */
  private List<Counted> severalNames(Happening happening) {
    int k = happening.first - 1;
    while (k >= 0 && words.auxiliary(k)) {
      k--;
    }
    List<Counted> names = new ArrayList<>();
    boolean joined = false;
    int end = k + 1;
    while (k >= 0 && names.size() < MOST_NAMES) {
      if (k < end - 1 && words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return List.of();
      }
      while (k >= 0 && Character.isDigit(words.term(k).charAt(0))) {
        k--; // an age
      }
      int last = k + 1;
      k = beforeName(k);
      if (!isName(k, last)) {
        break;
      }
      for (int i = k + 1; i < last; i++) {
        VictimClasses.Noun noun = words.noun(i);
        if (noun != null && noun.plural() || happeningAt[i] != null) {
          return List.of();
        }
      }
      names.add(person(k + 1, last));
      if (words.term(k).equals("and")) {
        joined = true;
        k--;
      } else if (!words.marked(k + 1, Wording.COMMA)) {
        break;
      }
    }
    return joined && names.size() > 1 ? names : List.of();
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
        heading || happening.is("intransitive") && !words.term(happening.first).equals("dead");
    if (k < 0 || !was && !verbal) {
      return null;
    }
    String term = words.term(k);
    if (term.equals("who") && k > 0) {
      return beforeWho(k);
    }
    if (term.equals("he") || term.equals("she")) {
      return person(k, k + 1);
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
    if (k >= 0 && !words.capitalised(k) && Character.isDigit(words.term(k).charAt(0))) {
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
    if (k >= 0 && words.is(k, Role.PREPOSITION) || end - k - 1 == 1 && heading) {
      return null;
    }
    for (int i = k + 1; i < end; i++) {
      VictimClasses.Noun noun = words.noun(i);
      if (noun != null && noun.plural() && !noun.modifier()) {
        return null;
      }
    }
    return person(k + 1, end);
  }

  /** "Omar, 27, who was pronounced dead". */
  private Counted beforeWho(int who) {
    int k = who - 1;
    while (k >= 0 && Character.isDigit(words.term(k).charAt(0))) {
      k--;
    }
    int before = beforeName(k);
    return isName(before, k + 1) ? person(before + 1, k + 1) : null;
  }

  /** The word before the words in capitals that go on to a word, without actors and places. */
  private int beforeName(int last) {
    int k = last;
    while (k >= 0
        && words.capitalised(k)
        && !words.endsNouns(k)
        && !name.test(k)
        && !(k < last && words.marked(k + 1, Wording.COMMA | Wording.STOP))) {
      k--;
    }
    return k;
  }

  /** Whether the words between two indexes may be a person's name: one to four, and no day. */
  private boolean isName(int before, int end) {
    int length = end - before - 1;
    return length >= 1
        && length <= 4
        && !Calendar.weekday(words.term(end - 1))
        && !Calendar.month(words.term(end - 1));
  }

  private Counted namedObject(Happening happening) {
    int k = happening.end;
    String term = words.term(k);
    if (words.marked(k, Wording.STOP | Wording.COMMA | Wording.COLON | Wording.ASIDE)) {
      return null;
    }
    if (term.equals("him") || term.equals("her") && words.endsNouns(k + 1)) {
      return person(k, k + 1);
    }
    int end = k;
    boolean group = false;
    while (end < words.size()
        && words.capitalised(end)
        && !words.endsNouns(end)
        && (end == k || !words.marked(end, Wording.STOP | Wording.COMMA | Wording.COLON))) {
      VictimClasses.Noun noun = words.noun(end);
      group |= name.test(end) || noun != null && noun.plural();
      end++;
    }
    VictimClasses.Noun next = words.noun(end);
    boolean people = next != null && !words.marked(end, Wording.COMMA);
    return end - k < 2 || end - k > 5 || group || people ? null : person(k, end);
  }

  private Counted person(int from, int end) {
    String victimClass = VictimClasses.UNKNOWN;
    for (int i = from; i < end; i++) {
      VictimClasses.Noun noun = words.noun(i);
      if (noun != null && VictimClasses.specific(noun.victimClass())) {
        victimClass = noun.victimClass();
        break;
      }
    }
    return new Counted(from, end, 1, 1, "exact", Kind.NAME, victimClass);
  }

  /** What stands behind "including", "among them", "of whom" shares the fate of what it is of. */
  private void parts() {
    Counted whole = null;
    counted.sort((a, b) -> Integer.compare(a.first, b.first));
    for (Counted one : counted) {
      if (one.effect != null) {
        if (one.relation.equals("none")) {
          whole = one;
        }
        continue;
      }
      boolean marked = one.relation.equals("part");
      for (int k = one.first - 1; k >= 0 && k >= one.first - 3 && !marked; k--) {
        marked =
            words.is(k, Role.INCLUDING)
                || words.term(k).equals("them") && words.term(k - 1).equals("among")
                || words.term(k).equals("whom") && words.term(k - 1).equals("among");
        if (words.marked(k + 1, Wording.STOP)) {
          break;
        }
      }
      if (marked && whole != null && one.kind != Kind.OTHER && whole.end <= one.first) {
        one.effect = whole.effect;
        one.verb = whole.verb;
        one.relation = "part";
        describe(one);
      } else if (one.relation.equals("part")) {
        one.relation = "none";
      }
    }
  }

  /** "of whom 40 were militants": the class stands behind the verb. */
  private void describe(Counted part) {
    if (VictimClasses.specific(part.victimClass)) {
      return;
    }
    for (int k = part.end; k < Math.min(words.size(), part.end + 5); k++) {
      if (words.marked(k, Wording.STOP | Wording.COMMA)) {
        return;
      }
      VictimClasses.Noun noun = words.noun(k);
      if (noun != null && VictimClasses.specific(noun.victimClass())) {
        part.victimClass = noun.victimClass();
        return;
      }
    }
  }

  /** "nine dead, all of them farmers". */
  private void allOfThem() {
    for (int k = 1; k + 3 < words.size(); k++) {
      boolean all =
          words.term(k).equals("all")
              && (words.term(k + 1).equals("of")
                      && (words.term(k + 2).equals("them") || words.term(k + 2).equals("whom"))
                  || words.marked(k, Wording.COMMA) && words.noun(k + 1) != null);
      if (!all) {
        continue;
      }
      Counted whole = null;
      for (Counted one : counted) {
        boolean before = one.effect != null && person(one.effect) && one.end <= k && one.high > 1;
        if (before && (whole == null || one.end > whole.end)) {
          whole = one;
        }
      }
      if (whole == null || VictimClasses.specific(whole.victimClass)) {
        continue;
      }
      for (int noun = k + 1; noun < Math.min(words.size(), k + 6); noun++) {
        VictimClasses.Noun people = words.noun(noun);
        if (people != null && people.plural() && VictimClasses.specific(people.victimClass())) {
          whole.victimClass = people.victimClass();
          break;
        }
      }
    }
  }

  /** "six children among 19 dead": the first is a part of the second. */
  private void wholes() {
    for (Counted one : counted) {
      if (one.effect != null && one.relation.equals("part")) {
        continue;
      }
      if (one.ofNext && one.effect == null) {
        Counted whole = startingAt[one.end + 1];
        if (whole != null && whole.effect != null && whole.low >= one.high) {
          one.effect = whole.effect;
          one.relation = "part";
          one.verb = whole.verb;
        }
        continue;
      }
      int next = one.end;
      while (next < words.size() && next < one.end + 2 && words.auxiliary(next)) {
        next++;
      }
      if (!words.term(next).equals("among")) {
        continue;
      }
      for (int k = next + 1; k <= Math.min(words.size() - 1, next + 3); k++) {
        Counted whole = startingAt[k];
        if (whole != null && whole.effect != null && whole.low > one.high) {
          one.effect = whole.effect;
          one.relation = "part";
          one.verb = whole.verb;
          break;
        }
      }
    }
  }

  /** A headline that runs on into its story tells one figure with two verbs. */
  private void retold() {
    for (int i = 0; i < counted.size(); i++) {
      Counted first = counted.get(i);
      for (int j = i + 1; j < counted.size(); j++) {
        Counted again = counted.get(j);
        boolean same =
            first.effect != null
                && first.effect.equals(again.effect)
                && first.low >= 2
                && first.low == again.low
                && first.high == again.high
                && first.verb != again.verb
                && first.relation.equals(again.relation)
                && (!again.additional || first.additional)
                && (first.victimClass.equals(again.victimClass)
                    || !VictimClasses.specific(first.victimClass)
                    || !VictimClasses.specific(again.victimClass));
        if (same) {
          boolean vaguer = VictimClasses.specific(first.victimClass);
          (vaguer ? again : first).effect = "none";
        }
      }
    }
  }

  /** A general number that the others of its effect add up to is their total. */
  private void sums() {
    for (Counted one : counted) {
      if (one.effect == null || !one.relation.equals("none") || one.low < 2) {
        continue;
      }
      long sum = 0;
      int others = 0;
      boolean coordinated = false;
      for (Counted other : counted) {
        if (other != one
            && one.effect.equals(other.effect)
            && other.relation.equals("none")
            && !other.victimClass.equals(VictimClasses.PERPETRATORS)) {
          sum += other.low;
          others++;
          coordinated |= other.verb == one.verb;
        }
      }
      boolean equal = others >= 2 && sum == one.low;
      boolean general =
          others >= 1
              && !coordinated
              && !VictimClasses.specific(one.victimClass)
              && one.kind != Kind.NAME
              && !one.additional
              && sum <= one.low
              && others(one);
      if (equal || general) {
        one.relation = "total";
      }
    }
  }

  /** Whether none of the others of the effect is said to come on top. */
  private boolean others(Counted one) {
    for (Counted other : counted) {
      if (other != one && one.effect.equals(other.effect) && other.additional) {
        return false;
      }
    }
    return true;
  }

  /** "no casualties", "no one was hurt". */
  private void zero() {
    for (int k = 0; k < words.size(); k++) {
      String term = words.term(k);
      boolean none = term.equals("nobody");
      int next = k + 1;
      if (term.equals("no")
          && (words.term(next).equals("one") || words.term(next).equals("body"))) {
        none = true;
        next++;
      }
      if (none) {
        boolean else_ = words.term(next).equals("else");
        while (words.auxiliary(next)) {
          next++;
        }
        Happening happening = next < words.size() ? happeningAt[next] : null;
        if (happening != null && !else_ && happening.effect.equals("both")) {
          nothing(k, happening.end, "killed");
          nothing(k, happening.end, "injured");
        } else if (happening != null && !else_ && person(happening.effect)) {
          nothing(k, happening.end, happening.effect);
        }
        continue;
      }
      if (!term.equals("no") && !term.equals("without") && !term.equals("zero")) {
        continue;
      }
      if (nobodyOf(k, next)) {
        continue;
      }
      for (int j = next; j < Math.min(words.size(), next + 3); j++) {
        String word = words.term(j);
        if (word.equals("other")
            || word.equals("more")
            || word.equals("further")
            || word.equals("immediate")
            || word.equals("word")
            || word.equals("details")
            || Grammar.is(word, Role.PREPOSITION) && !word.equals("any")) {
          break;
        }
        boolean report = words.term(j).startsWith("report");
        Happening happening = happeningAt[j];
        if (report || happening == null) {
          continue;
        }
        if (happening.is("noun")) {
          if (happening.effect.equals("both")) {
            nothing(k, happening.end, "killed");
            nothing(k, happening.end, "injured");
          } else {
            nothing(k, happening.end, happening.effect);
          }
        }
        break;
      }
    }
  }

  /** "no soldiers were killed". */
  private boolean nobodyOf(int no, int noun) {
    VictimClasses.Noun people = words.noun(noun);
    if (people == null || !people.plural() && !people.singular()) {
      return false;
    }
    int verb = noun + 1;
    while (words.auxiliary(verb)) {
      verb++;
    }
    Happening happening = verb < words.size() ? happeningAt[verb] : null;
    if (happening == null
        || !person(happening.effect)
        || !(happening.participle() || happening.is("intransitive"))) {
      return false;
    }
    nothing(no, happening.end, happening.effect, people.victimClass());
    return true;
  }

  private void nothing(int from, int end, String effect) {
    nothing(from, end, effect, VictimClasses.UNKNOWN);
  }

  private void nothing(int from, int end, String effect, String victims) {
    Counted none = new Counted(from, end, 0, 0, "exact", Kind.BARE, victims);
    none.effect = effect.equals("shot") ? "injured" : effect;
    none.verb = from;
    counted.add(none);
  }
}
