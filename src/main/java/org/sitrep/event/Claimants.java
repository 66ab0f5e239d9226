package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.event.Grammar.Role;
import org.sitrep.event.Speakers.Named;
import org.sitrep.event.Speakers.Voice;
import org.sitrep.text.Resources;

/**
 * Who says so: the subject of a word of saying, or what stands behind "according to". An indefinite
 * claimant is the named one of its kind in the article, and "he", "it", "the group" the one before.
 */
final class Claimants {

  private static final int REACH = 9;

  /** So far back a relative clause may begin: "X, which ..., said". */
  private static final int FAR = 18;

  /** A fighter that stands farther from the word of saying is spoken of, not speaking. */
  private static final int NEAR = 3;

  /** Words of a speaker behind "said". */
  private static final int BEHIND = 9;

  private static final Set<String> VERBS = kind("verb");
  private static final Set<String> PUTS = kind("put");
  private static final Set<String> COUNTS = kind("count");
  private static final Set<String> BEFORE_NOUNS = kind("noun");
  private static final Set<String> TAKEN = kind("taken");
  private static final Set<String> NOUNS =
      Set.of("report", "reports", "claim", "claims", "states", "count", "estimates", "notes");
  private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whose");
  private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they");
  private static final Set<String> PASSIVE_SOURCES = Set.of("quoted", "cited");
  private static final Lexicon<String> SOURCES = sources();

  private final Speakers speakers;

  private Claimants(
      List<ActorMention> actors, BySentence<ActorMention> bySentence, String country) {
    speakers = new Speakers(actors, bySentence, country);
  }

  /**
   * A claimant in a sentence.
   *
   * @param word index of the word of saying
   * @param claimant who says so, canonical; null for somebody without name and office
   * @param side the side for which it speaks, or null
   */
  record Attribution(int word, String claimant, String side) {}

  /**
   * The claimants of an article, given its actors and country; sentences must then be asked in
   * order.
   */
  static Claimants of(
      List<ActorMention> actors, BySentence<ActorMention> bySentence, String country) {
    return new Claimants(actors, bySentence, country);
  }

  /** Whether the word is a verb of saying. */
  static boolean speech(String term) {
    return VERBS.contains(term);
  }

  /** Who speaks in the next sentence, in the order of the words of saying. */
  List<Attribution> in(Wording words, boolean heading) {
    List<ActorMention> here = speakers.actorsIn(words);
    speakers.introduce(words, here);
    List<Attribution> result = new ArrayList<>();
    List<Voice> voices = new ArrayList<>();
    Voice last = null;
    for (int i = 0; i < words.size(); i++) {
      Voice found = null;
      Lexicon.Hit<String> source = SOURCES.at(words, i);
      if (source != null) {
        found = source(words, i, source.end(), here);
      } else if (VERBS.contains(words.term(i)) && says(words, i, heading) || puts(words, i)) {
        found = goesOn(words, i) && last != null ? last : speaker(words, i, here);
      }
      if (found == null) {
        continue;
      }
      if (source != null && found.claimant() != null) {
        // What a newspaper reports by quoting a body, the body says.
        for (int k = 0; k < voices.size(); k++) {
          if (voices.get(k).medium()) {
            result.set(k, new Attribution(result.get(k).word, found.claimant(), found.side()));
          }
        }
      }
      result.add(new Attribution(i, found.claimant(), found.side()));
      voices.add(found);
      last = found;
      speakers.spoke(found);
    }
    if (result.isEmpty() && heading) {
      Attribution found = headline(words, here);
      if (found != null) {
        result.add(found);
        speakers.spoke(new Voice(found.claimant, found.side));
      }
    }
    return result;
  }

  /** "according to X", "quoting X"; but X speaks in "X was quoted as saying". */
  private Voice source(Wording words, int at, int end, List<ActorMention> here) {
    boolean passive =
        PASSIVE_SOURCES.contains(words.term(at))
            && (words.is(at - 1, Role.BE) || words.term(at + 1).equals("by"));
    return passive ? subject(words, at, here) : behind(words, end, REACH, here);
  }

  /** Whether the word says something here: not "a report", "claimed 20 lives", "was told". */
  private static boolean says(Wording words, int verb, boolean heading) {
    String term = words.term(verb);
    String before = words.term(verb - 1);
    if (Grammar.is(before, Role.BE)) {
      return false;
    }
    if (NOUNS.contains(term)) {
      boolean noun =
          words.is(verb - 1, Role.DETERMINER)
              || words.is(verb - 1, Role.PREPOSITION)
              || BEFORE_NOUNS.contains(before)
              || words.term(verb + 1).equals("of")
              || VERBS.contains(words.term(verb + 1))
              || words.capitalised(verb) && !heading
              || verb == 0
              || before.equals("united");
      if (noun) {
        return false;
      }
    }
    return !term.startsWith("claim") || !taken(words, verb);
  }

  /** "claimed 20 lives", "claimed responsibility", "claims the attack that ...". */
  private static boolean taken(Wording words, int verb) {
    for (int k = verb + 1; k < words.size() && k < verb + 8; k++) {
      if (words.marked(k, Wording.STOP | Wording.COLON) || Grammar.is(words.term(k), Role.BLOCK)) {
        return false;
      }
      if (TAKEN.contains(words.term(k))) {
        return k + 1 >= words.size()
            || words.marked(k + 1, Wording.COMMA | Wording.STOP)
            || words.endsNouns(k + 1) && !words.is(k + 1, Role.BE) && !words.is(k + 1, Role.HAVE);
      }
    }
    return false;
  }

  /** "..., adding that", "... and put the toll at": whoever speaks in the sentence goes on. */
  private static boolean goesOn(Wording words, int verb) {
    String before = words.term(verb - 1);
    boolean coordinated =
        before.equals("and")
            || before.equals("but")
            || (before.equals("also") || before.equals("later") || before.equals("then"))
                && words.is(verb - 2, Role.CONJUNCTION);
    return coordinated
        || words.term(verb).endsWith("ing")
            && (words.marked(verb, Wording.COMMA | Wording.QUOTE)
                || before.equals("as")
                || words.is(verb - 1, Role.BLOCK)
                || words.term(verb).equals("adding"));
  }

  private Voice speaker(Wording words, int verb, List<ActorMention> here) {
    boolean marked = words.marked(verb, Wording.COMMA | Wording.QUOTE);
    boolean said = words.term(verb).equals("said") || words.term(verb).equals("says");
    if (marked || said) {
      Voice found = after(words, verb, marked, here);
      if (found != null) {
        return found;
      }
    }
    Voice found = subject(words, verb, here);
    return found == null && (marked || said) ? behind(words, verb + 1, NEAR + 1, here) : found;
  }

  /** The speaker in front of a word of saying. */
  private Voice subject(Wording words, int verb, List<ActorMention> here) {
    Voice aside = null;
    int reach = verb - FAR;
    // "The Observatory relies on many sources and says": the subject of the first verb.
    boolean joined = words.is(verb - 1, Role.CONJUNCTION);
    int nearest = joined ? reach : verb - REACH;
    int accepted = nearest;
    int from = verb - 1;
    int clause = relative(words, verb);
    if (clause > 0) {
      from = clause - 1;
      reach = from - REACH;
      accepted = reach;
    }
    for (int k = from; k >= 0 && k >= reach; k--) {
      if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        break;
      }
      String term = words.term(k);
      if (k >= verb - 3 && PRONOUNS.contains(term)) {
        return speakers.previous();
      }
      if (VERBS.contains(term) && k < verb - 1 && !NOUNS.contains(term)) {
        break;
      }
      if (k < verb - 1 && k > 0 && RELATIVES.contains(term) && accepted == nearest) {
        // "X, which relies on a network of sources, said"
        aside = null;
        reach = k - REACH;
        accepted = reach;
        continue;
      }
      if (k < accepted) {
        continue;
      }
      Named found = speakers.endingAt(words, k + 1, here);
      boolean relative = accepted < nearest || joined;
      if (found != null
          && (k >= verb - NEAR || relative || found.office() || found.voice().side() == null)) {
        if (!prepositional(words, found.start())) {
          Voice explained =
              words.marked(verb, Wording.COMMA) ? speakers.explained(words, found, here) : null;
          return explained == null ? found.voice() : explained;
        }
        aside = aside == null ? found.voice() : aside;
        k = Math.min(k, found.start());
        continue;
      }
      boolean name =
          words.capitalised(k)
              && (k == verb - 1 || words.marked(k + 1, Wording.COMMA))
              && !Calendar.weekday(term)
              && !Calendar.month(term);
      if (found == null && name) {
        Voice named = speakers.named(words, k, here);
        if (named != null && (k == verb - 1 || named.claimant() != null)) {
          return named;
        }
      }
    }
    return aside;
  }

  /** Where a relative clause between commas begins that ends before the verb, or -1. */
  private static int relative(Wording words, int verb) {
    if (!words.marked(verb, Wording.COMMA)) {
      return -1;
    }
    for (int k = verb - 1; k > 0 && k > verb - FAR; k--) {
      if (words.marked(k, Wording.COMMA)) {
        return RELATIVES.contains(words.term(k)) ? k : -1;
      }
      if (words.marked(k, Wording.STOP | Wording.COLON)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the phrase that starts at the word hangs on a preposition: "in the camp". */
  private static boolean prepositional(Wording words, int start) {
    int first = Speakers.phrase(words, start);
    int before = first - 1;
    while (before >= 0
        && words.is(before, Role.DETERMINER)
        && !words.marked(before + 1, Wording.COMMA | Wording.STOP | Wording.QUOTE)) {
      before--;
    }
    return words.is(before, Role.PREPOSITION)
        && !words.marked(before + 1, Wording.COMMA | Wording.STOP | Wording.QUOTE);
  }

  /** "..., said a hospital official": a speaker behind the verb, with nothing to say behind it. */
  private Voice after(Wording words, int verb, boolean marked, List<ActorMention> here) {
    int end = verb + 1;
    while (end < words.size() && end <= verb + BEHIND) {
      if (words.marked(end, Wording.COMMA | Wording.STOP) && end > verb + 1
          || words.is(end, Role.PREPOSITION)
          || Calendar.weekday(words.term(end))) {
        break;
      }
      if (words.endsNouns(end) && !words.is(end, Role.DETERMINER)
          || VERBS.contains(words.term(end)) && !words.term(end).endsWith("ing")) {
        return null;
      }
      end++;
    }
    boolean whole = end >= words.size() || words.marked(end, Wording.STOP | Wording.COMMA);
    if (end == verb + 1 || end > verb + BEHIND || !marked && !whole) {
      return null;
    }
    Voice found = null;
    int covered = -1;
    for (int k = verb + 1; k < end && found == null; k++) {
      Voice voice = speakers.startingAt(words, k, here);
      if (voice != null) {
        found = voice;
        covered = k;
      }
    }
    if (!marked && !(found != null && close(words, verb, covered, end))) {
      return null;
    }
    return found != null ? found : person(words, verb + 1, end, here);
  }

  /** Whether nothing is said behind the verb but who speaks: a name, an office, a body. */
  private static boolean close(Wording words, int verb, int at, int end) {
    for (int k = verb + 1; k < end; k++) {
      boolean part = words.capitalised(k) || words.is(k, Role.DETERMINER) || k == at;
      if (!part && k != end - 1 && k != at + 1) {
        return false;
      }
    }
    return words.capitalised(end - 1) || at >= end - 2;
  }

  /** A name of two or more words with the office behind it: "said Jane Doe, the mayor". */
  private Voice person(Wording words, int from, int end, List<ActorMention> here) {
    if (end - from < 2) {
      return null;
    }
    for (int k = from; k < end; k++) {
      if (!words.capitalised(k)) {
        return null;
      }
    }
    Voice office = words.marked(end, Wording.COMMA) ? behind(words, end, REACH, here) : null;
    return office != null ? office : speakers.named(words, end - 1, here);
  }

  /** "put the death toll at 12", "gave a higher figure". */
  private static boolean puts(Wording words, int verb) {
    if (!PUTS.contains(words.term(verb))) {
      return false;
    }
    for (int k = verb + 1; k < verb + 5; k++) {
      if (COUNTS.contains(words.term(k))) {
        return true;
      }
    }
    return false;
  }

  private Voice behind(Wording words, int from, int reach, List<ActorMention> here) {
    for (int k = from; k < words.size() && k < from + reach; k++) {
      if (k > from && words.marked(k, Wording.STOP | Wording.COLON | Wording.COMMA)
          || words.is(k, Role.BLOCK)) {
        return null;
      }
      Voice found = speakers.startingAt(words, k, here);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Attribution headline(Wording words, List<ActorMention> here) {
    int size = words.size();
    for (int k = 0; k < size; k++) {
      boolean first = k == 0;
      boolean marked =
          words.marked(k, Wording.COLON | Wording.ASIDE | Wording.COMMA) && k > size - 5;
      if (!first && !marked && k != size - 1) {
        continue;
      }
      int end = speakers.end(words, k, here);
      boolean whole =
          first && words.marked(end, Wording.COLON)
              || !first && marked && end == size
              || k == size - 1 && k > 3 && speakers.monitor(words, k);
      Voice voice = end > k && whole ? speakers.startingAt(words, k, here) : null;
      if (voice != null) {
        return new Attribution(k, voice.claimant(), voice.side());
      }
    }
    return null;
  }

  private static Set<String> kind(String kind) {
    Set<String> verbs = new HashSet<>();
    for (String[] row : Resources.rows(Claimants.class, "speech-words.tsv")) {
      if (row[1].equals(kind)) {
        verbs.add(row[0]);
      }
    }
    return verbs;
  }

  private static Lexicon<String> sources() {
    Lexicon<String> all = Lexicon.of("speech-words.tsv", row -> row[1]);
    return all.filtered(kind -> kind.equals("source"));
  }
}
