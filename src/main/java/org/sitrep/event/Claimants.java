package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.event.Grammar.Role;
import org.sitrep.text.Resources;

/**
 * Who says so: the subject of a word of saying, or what stands behind "according to". An indefinite
 * claimant is the named one of its kind in the article, and "he", "it", "the group" the one before.
 */
final class Claimants {

  private static final int REACH = 9;

  /** A fighter that stands farther from the word of saying is spoken of, not speaking. */
  private static final int NEAR = 3;

  private static final Set<String> VERBS = kind("verb");
  private static final Set<String> PUTS = kind("put");
  private static final Set<String> COUNTS = kind("count");
  private static final Lexicon<String> SOURCES = sources();
  private static final Lexicon<Speaker> SPEAKERS =
      Lexicon.of("claimants.tsv", row -> new Speaker(row[1], row[2], row[3]));

  private final BySentence<ActorMention> bySentence;
  private final Map<String, String> namedByKind = new HashMap<>();
  private final Map<String, String> sideByName = new HashMap<>();
  private final String country;
  private final String governmentSide;
  private final String rebelSide;
  private final Map<String, Attribution> byHead = new HashMap<>();
  private final Map<String, Attribution> byPerson = new HashMap<>();
  private Attribution previous;

  private Claimants(
      List<ActorMention> actors, BySentence<ActorMention> bySentence, String country) {
    this.bySentence = bySentence;
    this.country = country;
    String government = "government";
    String rebels = "rebels";
    Map<String, Integer> monitors = new HashMap<>();
    for (ActorMention actor : actors) {
      if (actor.side() != null) {
        if (government.equals("government") && actor.side().endsWith("-government")) {
          government = actor.side();
        }
        if (rebels.equals("rebels") && actor.side().endsWith("-rebels")) {
          rebels = actor.side();
        }
        sideByName.putIfAbsent(actor.name(), actor.side());
      }
      if ("monitor".equals(actor.actorClass()) && named(actor)) {
        monitors.merge(actor.name(), 1, Integer::sum);
      }
      if ("media".equals(actor.actorClass())
          && actor.side() != null
          && actor.side().endsWith("-government")) {
        namedByKind.putIfAbsent("media", actor.name());
      }
    }
    governmentSide = government;
    rebelSide = rebels;
    monitors.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .ifPresent(entry -> namedByKind.put("monitor", entry.getKey()));
  }

  /**
   * A claimant in a sentence.
   *
   * @param word index of the word of saying
   * @param claimant who says so, canonical
   * @param side the side for which it speaks, or null
   */
  record Attribution(int word, String claimant, String side) {}

  private record Speaker(String claimant, String kind, String side) {}

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

  /** Who spoke last. */
  Attribution previous() {
    return previous;
  }

  /** Who speaks in the next sentence, in the order of the words of saying. */
  List<Attribution> in(Wording words, boolean heading) {
    List<ActorMention> here = actorsIn(words);
    List<Attribution> result = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Lexicon.Hit<String> source = SOURCES.at(words, i);
      Attribution found = null;
      if (source != null) {
        found = behind(words, source.end(), i, REACH, here);
      } else if (VERBS.contains(words.term(i)) && !passiveReport(words, i) || puts(words, i)) {
        if (words.marked(i, Wording.COMMA | Wording.QUOTE)) {
          found = after(words, i, here);
        }
        if (found == null) {
          found = subject(words, i, NEAR, here);
        }
        if (found == null
            && (words.marked(i, Wording.COMMA | Wording.QUOTE) || words.term(i).equals("said"))) {
          found = behind(words, i + 1, i, NEAR + 1, here);
        }
        if (found == null && words.marked(i, Wording.COMMA)) {
          found = aside(words, i, here);
        }
        if (found == null) {
          found = subject(words, i, REACH, here);
        }
      }
      if (found != null) {
        result.add(found);
        previous = found;
      }
    }
    if (result.isEmpty() && heading) {
      Attribution found = headline(words, here);
      if (found != null) {
        result.add(found);
        previous = found;
      }
    }
    return result;
  }

  /** "A nurse at the clinic, who would not be named, said": the subject before the aside. */
  private Attribution aside(Wording words, int verb, List<ActorMention> here) {
    for (int k = verb - 1; k > 0 && k > verb - 20; k--) {
      String term = words.term(k);
      if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return null;
      }
      if ((term.equals("who") || term.equals("which")) && words.marked(k, Wording.COMMA)) {
        Attribution found = subject(words, k, REACH, here);
        return found == null ? null : new Attribution(verb, found.claimant, found.side);
      }
    }
    return null;
  }

  /** "..., said a hospital official": a speaker behind the verb, with nothing to say behind it. */
  private Attribution after(Wording words, int verb, List<ActorMention> here) {
    for (int k = verb + 1; k < words.size() && k <= verb + NEAR + 2; k++) {
      String next = words.term(k + 1);
      boolean ends =
          words.marked(k + 1, Wording.COMMA | Wording.STOP)
              || Grammar.is(next, Role.PREPOSITION)
              || Calendar.weekday(next);
      if (ends) {
        Attribution found = behind(words, verb + 1, verb, k - verb, here);
        return found != null ? found : person(words, verb + 1, k + 1, verb, here);
      }
      if (words.endsNouns(k) && !words.is(k, Role.DETERMINER)) {
        return null;
      }
    }
    return null;
  }

  /** A name of two or more words with the office behind it: "said Jane Doe, the mayor". */
  private Attribution person(Wording words, int from, int end, int verb, List<ActorMention> here) {
    if (end - from < 2) {
      return null;
    }
    for (int k = from; k < end; k++) {
      if (!words.capitalised(k)) {
        return null;
      }
    }
    Attribution office =
        words.marked(end, Wording.COMMA) ? behind(words, end, verb, REACH, here) : null;
    return known(words.term(end - 1), words.text(end - 1, end), office, verb);
  }

  /** The person's office where it is known, here or from before; else the surname. */
  private Attribution known(String key, String surname, Attribution office, int verb) {
    Attribution before = byPerson.get(key);
    Attribution found =
        office != null ? office : before != null ? before : new Attribution(verb, surname, null);
    byPerson.put(key, found);
    return new Attribution(verb, found.claimant, found.side);
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

  /** "12 were reported killed": nobody speaks. */
  private static boolean passiveReport(Wording words, int verb) {
    String before = words.term(verb - 1);
    return Grammar.is(before, Role.BE)
        || words.term(verb).equals("report") && Grammar.is(before, Role.DETERMINER);
  }

  private Attribution subject(Wording words, int verb, int reach, List<ActorMention> here) {
    for (int k = verb - 1; k >= 0 && k >= verb - reach; k--) {
      if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return null;
      }
      String term = words.term(k);
      if (k >= verb - 3
          && (term.equals("he")
              || term.equals("she")
              || term.equals("it")
              || term.equals("they"))) {
        return previous == null ? null : new Attribution(verb, previous.claimant, previous.side);
      }
      if (VERBS.contains(term) && k < verb - 1) {
        return null;
      }
      Attribution found = speakerEndingAt(words, k + 1, verb, here);
      if (found != null && (reach == NEAR || found.side == null)) {
        return found;
      }
      if (k == verb - 1 && words.capitalised(k) && !Calendar.weekday(term)) {
        Attribution titled = titled(words, k, verb);
        if (titled != null) {
          return titled;
        }
      }
    }
    return null;
  }

  /** A person by name: the office before the name speaks, else the name. */
  private Attribution titled(Wording words, int last, int verb) {
    int first = last;
    while (first > 0
        && last - first < 6
        && words.capitalised(first - 1)
        && !words.marked(first, Wording.STOP | Wording.COLON)) {
      first--;
    }
    int preposition = first - 1;
    if (preposition >= 0 && !words.endsNouns(preposition) && !words.marked(first, Wording.COMMA)) {
      preposition--;
    }
    if (words.is(preposition, Role.PREPOSITION)
        || words.marked(last + 1, Wording.COMMA)
            && words.marked(first, Wording.COMMA)
            && last == first) {
      // "a group in eastern Congo said": a place, not who speaks.
      return null;
    }
    String key = words.term(last);
    for (int k = first; k <= last; k++) {
      Lexicon.Hit<Speaker> hit = SPEAKERS.at(words, k);
      if (hit != null) {
        return known(key, "", office(words, hit, k, verb, actorsIn(words)), verb);
      }
    }
    if (first > 0) {
      for (int k = Math.max(0, first - 4); k < first; k++) {
        Lexicon.Hit<Speaker> hit = SPEAKERS.at(words, k);
        if (hit != null && hit.end() == first) {
          return known(key, "", office(words, hit, k, verb, actorsIn(words)), verb);
        }
      }
    }
    for (ActorMention actor : bySentence.in(words.sentence())) {
      if (actor.end() == words.end(last) && same(words, actor)) {
        return attribution(actor, verb);
      }
    }
    return known(key, words.text(last, last + 1), null, verb);
  }

  /** An office speaks for the body that is named before it: "army spokesman". */
  private Attribution office(
      Wording words, Lexicon.Hit<Speaker> hit, int at, int verb, List<ActorMention> here) {
    ActorMention body = null;
    for (ActorMention actor : here) {
      if (at > 0
          && actor.end() >= words.end(at - 1)
          && actor.end() <= words.start(at)
          && speaks(actor)
          && !words.marked(at, Wording.COMMA)) {
        body = actor;
      }
    }
    return body == null
        ? attribution(hit.value(), words, at, hit.end(), verb)
        : attribution(body, verb);
  }

  private Attribution behind(
      Wording words, int from, int verb, int reach, List<ActorMention> here) {
    for (int k = from; k < words.size() && k < from + reach; k++) {
      if (k > from && words.marked(k, Wording.STOP | Wording.COLON | Wording.COMMA)
          || words.is(k, Role.BLOCK)) {
        return null;
      }
      for (ActorMention actor : here) {
        if (actor.start() <= words.start(k) && words.start(k) < actor.end() && speaks(actor)) {
          return attribution(actor, verb);
        }
      }
      Lexicon.Hit<Speaker> hit = SPEAKERS.at(words, k);
      if (hit != null) {
        ActorMention before = actorEndingNear(words, k, here);
        if (before != null && !hit.value().kind.equals("group")) {
          return attribution(before, verb);
        }
        return attribution(hit.value(), words, k, hit.end(), verb);
      }
    }
    return null;
  }

  private Attribution speakerEndingAt(Wording words, int end, int verb, List<ActorMention> here) {
    int offset = words.end(end - 1);
    ActorMention longest = null;
    for (ActorMention actor : here) {
      if (actor.end() >= offset - 2
          && actor.end() <= offset
          && speaks(actor)
          && (longest == null || actor.start() < longest.start())) {
        longest = actor;
      }
    }
    if (longest != null && !longest.name().equals("police")) {
      return attribution(longest, verb);
    }
    for (int k = Math.max(0, end - 3); k < end; k++) {
      Lexicon.Hit<Speaker> hit = SPEAKERS.at(words, k);
      if (hit != null && hit.end() == end) {
        ActorMention before = actorEndingNear(words, k, here);
        return before != null && !hit.value().kind.equals("group")
            ? attribution(before, verb)
            : attribution(hit.value(), words, k, hit.end(), verb);
      }
    }
    return longest == null ? null : attribution(longest, verb);
  }

  /** An actor whose spokesman, chief or source the word at the index is. */
  private static ActorMention actorEndingNear(Wording words, int at, List<ActorMention> here) {
    for (ActorMention actor : here) {
      if (at > 0
          && at < words.size()
          && actor.end() >= words.start(at - 1)
          && actor.end() <= words.start(at)
          && named(actor)
          && speaks(actor)
          && !words.marked(at, Wording.COMMA)) {
        return actor;
      }
    }
    return null;
  }

  private Attribution headline(Wording words, List<ActorMention> here) {
    for (int k = 0; k < words.size(); k++) {
      boolean first = k == 0;
      boolean marked =
          words.marked(k, Wording.COLON | Wording.ASIDE | Wording.COMMA) && k > words.size() - 5;
      if (!first && !marked && k != words.size() - 1) {
        continue;
      }
      Lexicon.Hit<Speaker> hit = SPEAKERS.at(words, k);
      if (hit != null
          && (first && words.marked(hit.end(), Wording.COLON)
              || !first && marked && hit.end() == words.size()
              || k == words.size() - 1 && k > 3 && hit.value().kind.equals("monitor"))) {
        return attribution(hit.value(), words, k, hit.end(), k);
      }
      for (ActorMention actor : here) {
        boolean starts = actor.start() == words.start(k) && speaks(actor);
        if (starts
            && (first && words.marked(words.at(actor.end() - 1) + 1, Wording.COLON)
                || marked && actor.end() == words.end(words.size() - 1))) {
          return attribution(actor, k);
        }
      }
    }
    return null;
  }

  private Attribution attribution(ActorMention actor, int word) {
    if (!named(actor) && "monitor".equals(actor.actorClass())) {
      return attribution(new Speaker("a monitoring group", "monitor", ""), word);
    }
    return new Attribution(word, actor.name(), actor.side());
  }

  /** A speaker by what stands for it; a body is known by its name, later by its last word. */
  private Attribution attribution(Speaker speaker, Wording words, int first, int end, int word) {
    if (!speaker.kind.equals("body")) {
      Attribution found = attribution(speaker, word);
      if (found != null && speaker.side.equals("government") && found.side != null) {
        found = new Attribution(word, found.claimant, government(words));
      }
      if (found != null) {
        byHead.put(words.term(end - 1), found);
      }
      return found;
    }
    String head = words.term(end - 1);
    String before = words.term(first - 1);
    boolean bare =
        first == 0
            || Grammar.endsNouns(before)
            || words.marked(first, Wording.COMMA | Wording.STOP | Wording.QUOTE);
    Attribution known = byHead.get(head);
    if (bare && known != null) {
      return new Attribution(word, known.claimant, known.side);
    }
    if (bare && Grammar.is(before, Role.DETERMINER) && previous != null && !before.equals("a")) {
      return new Attribution(word, previous.claimant, previous.side);
    }
    String name = bare ? head : Words.fold(before) + " " + head;
    Attribution found = new Attribution(word, name, null);
    byHead.put(head, found);
    return found;
  }

  /** The government that a sentence names first speaks in it, else the article's first. */
  private String government(Wording words) {
    String nation = Nations.first(words.sentence().text());
    if (nation == null) {
      return governmentSide;
    }
    ActorMention own = new ActorMention("text", 0, 0, "", "", "government", nation + "-government");
    return Actors.sides(List.of(own), country).get(0).side();
  }

  private Attribution attribution(Speaker speaker, int word) {
    if (speaker.kind.equals("group")) {
      return previous == null ? null : new Attribution(word, previous.claimant, previous.side);
    }
    String named = namedByKind.get(speaker.kind);
    if (named != null) {
      return new Attribution(word, named, sideByName.get(named));
    }
    String side =
        speaker.side.isEmpty()
            ? null
            : speaker.side.equals("government") ? governmentSide : rebelSide;
    return new Attribution(word, speaker.claimant, side);
  }

  /** Whether the actor can be a claimant: civilians and suspects are spoken of. */
  private static boolean speaks(ActorMention actor) {
    return !"civilians".equals(actor.actorClass())
        && !"perpetrators".equals(actor.actorClass())
        && !"protesters".equals(actor.actorClass())
        && !("media".equals(actor.actorClass()) && actor.side() == null);
  }

  private static boolean named(ActorMention actor) {
    return !actor.name().isEmpty() && Character.isUpperCase(actor.name().charAt(0));
  }

  private List<ActorMention> actorsIn(Wording words) {
    List<ActorMention> here = new ArrayList<>();
    for (ActorMention actor : bySentence.in(words.sentence())) {
      if (same(words, actor)) {
        here.add(actor);
      }
    }
    return here;
  }

  private static boolean same(Wording words, ActorMention actor) {
    return actor.field().equals(words.sentence().span().field())
        && actor.start() >= words.sentence().span().start()
        && actor.end() <= words.sentence().span().end();
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
