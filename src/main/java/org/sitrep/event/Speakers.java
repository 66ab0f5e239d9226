package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.event.Grammar.Role;

/**
 * Who can speak in an article: named actors, offices and the bodies for which they speak, witnesses
 * by their kind, and persons by the office with which the article introduces them.
 */
final class Speakers {

  private static final int BREAK =
      Wording.COMMA | Wording.STOP | Wording.COLON | Wording.ASIDE | Wording.QUOTE;

  /** Words of a phrase of nouns in front of its head. */
  private static final int PHRASE = 7;

  /** Words behind "spokesman for" in which the body is looked for. */
  private static final int AHEAD = 7;

  private static final Set<String> OF = Set.of("of", "for", "from", "with", "at", "in", "to");

  private static final Set<String> GROUPS =
      Set.of("group", "organisation", "organization", "movement");

  /** A place may follow these, so only a source or an office belongs to what is "in" them. */
  private static final Set<String> WHERE = Set.of("in", "at");

  private static final Lexicon<Speaker> WORDS =
      Lexicon.of(
          "claimants.tsv",
          row -> new Speaker(row[1], row[2], row[3], row.length > 4 && row[4].equals("office")));

  private static final Set<String> MUTE = mutes();

  private final BySentence<ActorMention> bySentence;
  private final Map<String, String> namedByKind = new HashMap<>();
  private final Map<String, String> sideByName = new HashMap<>();
  private final Map<String, Voice> byHead = new HashMap<>();
  private final Map<String, Voice> byPerson = new HashMap<>();
  private final String country;
  private final String government;
  private final String rebels;
  private Voice previous;

  /** Who may be "the group": the last body or side that spoke, else the last armed one named. */
  private Voice body;

  private Voice armed;

  /**
   * One who speaks.
   *
   * @param claimant canonical; null for somebody without name and office
   * @param side the side for which it speaks, or null
   * @param medium whether it may only pass on what others say
   */
  record Voice(String claimant, String side, boolean medium) {

    Voice(String claimant, String side) {
      this(claimant, side, false);
    }

    /**
     * Somebody who cannot be told from others of the kind: "a website", "sources", a person whose
     * office the article does not tell. Two articles' are never the same.
     */
    static final Voice SOMEBODY = new Voice(null, null);
  }

  /** A voice with the words that name it. */
  record Named(Voice voice, int start, boolean office) {}

  private record Speaker(String claimant, String kind, String camp, boolean office) {

    private boolean is(String... kinds) {
      for (String one : kinds) {
        if (kind.equals(one)) {
          return true;
        }
      }
      return false;
    }
  }

  Speakers(List<ActorMention> actors, BySentence<ActorMention> bySentence, String country) {
    this.bySentence = bySentence;
    this.country = country == null || country.equals("XX") ? null : country;
    String state = "government";
    String armed = "rebels";
    Map<String, Integer> monitors = new HashMap<>();
    for (ActorMention actor : actors) {
      if (actor.side() != null) {
        if (state.equals("government") && actor.side().endsWith("-government")) {
          state = actor.side();
        }
        if (armed.equals("rebels") && actor.side().endsWith("-rebels")) {
          armed = actor.side();
        }
        sideByName.putIfAbsent(actor.name(), actor.side());
      }
      if ("monitor".equals(actor.actorClass()) && named(actor)) {
        monitors.merge(actor.name(), 1, Integer::sum);
      }
    }
    government = state;
    rebels = armed;
    monitors.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .ifPresent(entry -> namedByKind.put("monitor", entry.getKey()));
  }

  /** Who spoke last, or null. */
  Voice previous() {
    return previous;
  }

  void spoke(Voice voice) {
    previous = voice;
    if (voice.side != null
        || voice.claimant != null && Character.isUpperCase(voice.claimant.charAt(0))) {
      body = voice;
    }
  }

  /** The group, organisation or movement of which the article tells. */
  private Voice group() {
    return body != null ? body : armed != null ? armed : previous;
  }

  /** The actors in a sentence that may speak in it. */
  List<ActorMention> actorsIn(Wording words) {
    List<ActorMention> here = new ArrayList<>();
    for (ActorMention actor : bySentence.in(words.sentence())) {
      if (actor.field().equals(words.sentence().span().field())
          && actor.start() >= words.sentence().span().start()
          && actor.end() <= words.sentence().span().end()
          && !mute(actor)) {
        here.add(actor);
      }
    }
    return here;
  }

  /** Learns the persons whom a sentence introduces: "police chief A B", "A B, head of the C". */
  void introduce(Wording words, List<ActorMention> here) {
    for (ActorMention actor : here) {
      String kind = actor.actorClass();
      if (named(actor) && (kind.equals("rebels") || kind.equals("militia"))) {
        armed = new Voice(actor.name(), actor.side());
        break;
      }
    }
    for (int k = 0; k < words.size(); k++) {
      Lexicon.Hit<Speaker> hit = WORDS.at(words, k);
      if (hit == null) {
        continue;
      }
      if (!hit.value().office) {
        if (hit.value().is("body")) {
          introduceBody(words, k, hit.end());
        }
        k = hit.end() - 1;
        continue;
      }
      Voice voice = null;
      int behind = hit.end();
      int last = behind;
      while (last < words.size()
          && last - behind < 4
          && words.capitalised(last)
          && !words.marked(last, last == behind ? BREAK & ~Wording.COMMA : BREAK)
          && !dated(words.term(last))) {
        last++;
      }
      if (last > behind && actorAt(words, behind, here) == null) {
        voice = office(words, hit, k, here);
        // "A police commander, Colonel A B": the first office tells more than the rank.
        if (hit.value().is("post")) {
          byPerson.putIfAbsent(words.term(last - 1), voice);
        } else {
          byPerson.put(words.term(last - 1), voice);
        }
      }
      int before = nameBefore(words, k);
      if (before >= 0) {
        voice = voice == null ? office(words, hit, k, here) : voice;
        byPerson.putIfAbsent(words.term(before), voice);
      }
      k = hit.end() - 1;
    }
  }

  private void introduceBody(Wording words, int at, int end) {
    String name = name(words, at, end);
    if (name != null) {
      byHead.put(words.term(end - 1), new Voice(name, null));
    }
  }

  /** The last word of a name of two words or more that an office explains, or -1. */
  private static int nameBefore(Wording words, int office) {
    int at = office;
    if (words.capitalised(office) || !words.capitalised(office - 1)) {
      at = phrase(words, office);
      while (at > 0 && words.is(at - 1, Role.DETERMINER) && !words.marked(at, BREAK)) {
        at--;
      }
      if (!words.marked(at, Wording.COMMA) && at == office) {
        return -1;
      }
    }
    boolean name =
        at > 1
            && words.capitalised(at - 1)
            && words.capitalised(at - 2)
            && !words.marked(at - 1, BREAK)
            && !words.marked(at, BREAK & ~Wording.COMMA);
    return name ? at - 1 : -1;
  }

  private static boolean dated(String term) {
    return Calendar.weekday(term) || Calendar.month(term);
  }

  /** The voice whose name or office ends before the word, or null. */
  Named endingAt(Wording words, int end, List<ActorMention> here) {
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
    Named word = wordEndingAt(words, end, here);
    if (longest == null) {
      return word;
    }
    int start = words.at(longest.start());
    if (!named(longest)) {
      ActorMention before = actorBefore(words, start, here);
      if (before != null) {
        // "Boko Haram fighters"
        return new Named(voice(before), words.at(before.start()), false);
      }
      if (word != null) {
        return word;
      }
    }
    return new Named(voice(longest), start, false);
  }

  /** Whom general words explain: "the White Helmets, a rescue service, said". */
  Voice explained(Wording words, Named found, List<ActorMention> here) {
    int article = Speakers.phrase(words, found.start()) - 1;
    if (found.voice().side() != null
        || !words.is(article, Role.DETERMINER)
        || !words.marked(article, Wording.COMMA)) {
      return null;
    }
    Named before = found.office() || article == 0 ? null : endingAt(words, article, here);
    String name = before == null ? null : before.voice().claimant();
    if (name != null
        && (found.voice().claimant() == null
            || before.voice().side() == null && Character.isUpperCase(name.charAt(0)))) {
      return before.voice();
    }
    for (ActorMention actor : here) {
      if (actor.actorClass().equals("monitor")
          && named(actor)
          && actor.end() == words.end(article - 1)) {
        return voice(actor);
      }
    }
    return null;
  }

  private Named wordEndingAt(Wording words, int end, List<ActorMention> here) {
    for (int k = Math.max(0, end - 5); k < end; k++) {
      Lexicon.Hit<Speaker> hit = WORDS.at(words, k);
      if (hit != null && hit.end() == end) {
        Voice voice = resolve(words, hit, k, here);
        return voice == null ? null : new Named(voice, k, hit.value().office);
      }
    }
    return null;
  }

  /** The voice that a phrase which starts at the word gives, or null. */
  Voice startingAt(Wording words, int at, List<ActorMention> here) {
    ActorMention actor = actorAt(words, at, here);
    Lexicon.Hit<Speaker> hit = WORDS.at(words, at);
    if (actor != null && speaks(actor)) {
      int next = words.at(actor.end() - 1) + 1;
      Lexicon.Hit<Speaker> own = next < words.size() ? WORDS.at(words, next) : null;
      if (named(actor) || hit == null || hit.end() < next) {
        boolean outlet = own != null && own.value().is("outlet") && !words.marked(next, BREAK);
        return outlet ? resolve(words, own, next, here) : voice(actor);
      }
    }
    if (hit != null) {
      return resolve(words, hit, at, here);
    }
    if (actor != null && medium(actor)) {
      return voice(actor);
    }
    if (!words.capitalised(at)) {
      return null;
    }
    Voice known = byPerson.get(words.term(at));
    return known != null ? known : acronym(words.text(at, at + 1), words);
  }

  /** Where the actor or general speaker that starts at the word ends; the word where none does. */
  int end(Wording words, int at, List<ActorMention> here) {
    int end = at;
    for (ActorMention actor : here) {
      if (actor.start() == words.start(at) && speaks(actor)) {
        end = Math.max(end, words.at(actor.end() - 1) + 1);
      }
    }
    Lexicon.Hit<Speaker> hit = WORDS.at(words, at);
    return hit == null || hit.value().is("mute") ? end : Math.max(end, hit.end());
  }

  /** Whether the word is one for a monitor. */
  boolean monitor(Wording words, int at) {
    Lexicon.Hit<Speaker> hit = WORDS.at(words, at);
    return hit != null && hit.value().is("monitor");
  }

  /** Where the phrase of nouns begins that goes on to the word. */
  static int phrase(Wording words, int at) {
    int first = at;
    while (first > 0
        && at - first < PHRASE
        && !words.endsNouns(first - 1)
        && !words.marked(first, BREAK)
        && !Claimants.speech(words.term(first - 1))) {
      first--;
    }
    return first;
  }

  private Voice resolve(Wording words, Lexicon.Hit<Speaker> hit, int at, List<ActorMention> here) {
    Speaker speaker = hit.value();
    Voice voice;
    if (speaker.is("mute")) {
      return null;
    }
    if (speaker.is("group")) {
      return group();
    }
    if (speaker.is("same")) {
      return previous;
    }
    if (speaker.is("body")) {
      voice = body(words, at, hit.end(), here);
    } else if (speaker.is("monitor") && words.capitalised(hit.end() - 1) && at > 0) {
      // "the Levant Monitor", and then "the Monitor"
      int first = phrase(words, at);
      boolean the = words.is(first - 1, Role.DETERMINER);
      String name = the ? name(words, at, hit.end()) : null;
      Voice known = byHead.get(words.term(hit.end() - 1));
      voice = name != null ? new Voice(name, null) : known != null ? known : kind(speaker);
    } else if (speaker.is("outlet") && !speaker.office) {
      voice = outlet(words, at, hit.end(), here);
    } else if (speaker.office || speaker.is("source")) {
      voice = office(words, hit, at, here);
    } else {
      ActorMention own =
          speaker.is("witnesses", "relatives", "police") ? null : owner(words, hit, at, here);
      voice = own == null ? kind(speaker) : voice(own);
    }
    if (voice != null && voice.claimant != null && !speaker.office) {
      byHead.put(words.term(hit.end() - 1), voice);
    }
    return voice;
  }

  /** "SDF officials", "activists from the Local Coordination Committees". */
  private ActorMention owner(
      Wording words, Lexicon.Hit<Speaker> hit, int at, List<ActorMention> here) {
    ActorMention before = actorBefore(words, at, here);
    if (before != null) {
      return before;
    }
    String preposition = words.term(hit.end());
    return OF.contains(preposition) && !WHERE.contains(preposition)
        ? actorBehind(words, hit.end() + 1, here)
        : null;
  }

  /** An office or a source speaks for the body that is named before or behind it. */
  private Voice office(Wording words, Lexicon.Hit<Speaker> hit, int at, List<ActorMention> here) {
    Speaker speaker = hit.value();
    ActorMention before = actorBefore(words, at, here);
    if (before != null) {
      return voice(before);
    }
    if (at > 0 && !words.marked(at, BREAK)) {
      for (int k = Math.max(0, at - 4); k < at; k++) {
        Lexicon.Hit<Speaker> own = WORDS.at(words, k);
        if (own != null
            && own.end() == at
            && !own.value().office
            && !own.value().is("mute", "group", "same", "source")) {
          return resolve(words, own, k, here);
        }
      }
    }
    if (OF.contains(words.term(hit.end())) && !words.marked(hit.end(), BREAK)) {
      Voice body = bodyBehind(words, hit.end() + 1, here);
      if (body != null) {
        return body;
      }
    }
    if (speaker.is("outlet")) {
      return Voice.SOMEBODY;
    }
    if (speaker.is("source")) {
      boolean bare = words.is(at - 1, Role.DETERMINER) && words.term(at - 1).equals("the");
      return bare && previous != null ? previous : Voice.SOMEBODY;
    }
    boolean the = words.is(at - 1, Role.DETERMINER) && !words.term(at - 1).startsWith("a");
    if (speaker.is("post") && the && previous != null && !words.capitalised(hit.end())) {
      boolean its = words.term(at - 1).equals("its") || words.term(at - 1).equals("their");
      return its && armed != null ? armed : previous;
    }
    return kind(speaker);
  }

  private Voice bodyBehind(Wording words, int from, List<ActorMention> here) {
    ActorMention actor = actorBehind(words, from, here);
    if (actor != null) {
      return voice(actor);
    }
    Voice found = null;
    for (int k = from; k < words.size() && k < from + AHEAD; k++) {
      if (words.marked(k, BREAK)
          || words.is(k, Role.BLOCK)
          || words.is(k, Role.BE)
          || Claimants.speech(words.term(k))) {
        break;
      }
      Lexicon.Hit<Speaker> hit = WORDS.at(words, k);
      if (hit != null
          && !hit.value().office
          && !hit.value().is("mute", "same", "source", "relatives", "witnesses")) {
        Voice voice = resolve(words, hit, k, here);
        found = voice == null || voice.claimant == null ? found : voice;
        k = hit.end() - 1;
      } else if (found != null && words.endsNouns(k)) {
        break;
      }
    }
    return found;
  }

  /** The named actor that stands just behind, over an article and adjectives. */
  private ActorMention actorBehind(Wording words, int from, List<ActorMention> here) {
    for (int k = from; k < words.size() && k < from + 4; k++) {
      if (words.marked(k, BREAK) || words.is(k, Role.BLOCK) || words.is(k, Role.PREPOSITION)) {
        return null;
      }
      ActorMention actor = actorAt(words, k, here);
      if (actor != null && speaks(actor)) {
        int next = words.at(actor.end() - 1) + 1;
        boolean whole =
            words.endsNouns(next)
                || words.marked(next, BREAK)
                || Claimants.speech(words.term(next));
        boolean army = whole && actor.actorClass().equals("state_forces");
        return named(actor) || army ? actor : null;
      }
    }
    return null;
  }

  /** The named actor in the phrase of nouns in front of a word. */
  private static ActorMention actorBefore(Wording words, int at, List<ActorMention> here) {
    if (at <= 0 || at >= words.size() || words.marked(at, BREAK)) {
      return null;
    }
    int first = phrase(words, at);
    ActorMention best = null;
    for (ActorMention actor : here) {
      if (actor.end() > words.start(first)
          && actor.end() <= words.start(at)
          && words.at(actor.end() - 1) >= at - 3
          && named(actor)
          && (speaks(actor) || actor.actorClass().equals("media"))) {
        best = actor;
      }
    }
    return best;
  }

  private static ActorMention actorAt(Wording words, int at, List<ActorMention> here) {
    if (at >= words.size()) {
      return null;
    }
    for (ActorMention actor : here) {
      if (actor.start() <= words.start(at) && words.start(at) < actor.end()) {
        return actor;
      }
    }
    return null;
  }

  /** A body by its name; without one it is the body of that kind that was named before. */
  private Voice body(Wording words, int at, int end, List<ActorMention> here) {
    ActorMention actor = actorBefore(words, at, here);
    actor = actor == null ? covering(words, at, here) : actor;
    if (actor != null) {
      return voice(actor);
    }
    String name = name(words, at, end);
    if (name != null) {
      return new Voice(name, null);
    }
    if (GROUPS.contains(words.term(end - 1))) {
      return group(words, at, here);
    }
    int first = phrase(words, at);
    String head = words.term(end - 1);
    if (first == at) {
      Voice known = byHead.get(head);
      if (known != null) {
        return known;
      }
      boolean the = words.is(at - 1, Role.DETERMINER) && !words.term(at - 1).startsWith("a");
      return the && previous != null ? previous : Voice.SOMEBODY;
    }
    // One word tells bodies apart; more of them differ between articles.
    first = Math.max(first, at - 1);
    return new Voice(words.text(first, end).toLowerCase(Locale.ROOT), null);
  }

  /** "a Britain-based group", "the jihadist group": the monitor, the fighters or the one before. */
  private Voice group(Wording words, int at, List<ActorMention> here) {
    if (at > 0 && !words.marked(at, BREAK)) {
      Named before = endingAt(words, at, here);
      if (before != null) {
        return before.voice();
      }
    }
    if (words.term(at - 1).endsWith("-based") && namedByKind.containsKey("monitor")) {
      String monitor = namedByKind.get("monitor");
      return new Voice(monitor, sideByName.get(monitor));
    }
    boolean the = words.is(Math.max(0, phrase(words, at) - 1), Role.DETERMINER);
    return the && group() != null ? group() : Voice.SOMEBODY;
  }

  private static ActorMention covering(Wording words, int at, List<ActorMention> here) {
    ActorMention actor = actorAt(words, at, here);
    return actor != null && named(actor) ? actor : null;
  }

  /** A newspaper or station by its name, before or behind the word for it. */
  private Voice outlet(Wording words, int at, int end, List<ActorMention> here) {
    ActorMention actor = actorBefore(words, at, here);
    actor = actor == null ? covering(words, at, here) : actor;
    if (actor == null && end < words.size() && !words.marked(end, BREAK)) {
      actor = actorAt(words, end, here);
      actor = actor != null && actor.actorClass().equals("media") ? actor : null;
    }
    if (actor != null) {
      return medium(actor) ? new Voice(actor.name(), actor.side(), true) : media(actor);
    }
    String name = name(words, at, end);
    if (name != null) {
      return new Voice(name, null, true);
    }
    int last = end;
    while (last < words.size()
        && last - end < 4
        && words.capitalised(last)
        && !words.marked(last, BREAK)
        && !dated(words.term(last))) {
      last++;
    }
    if (last > end) {
      return new Voice(words.text(end, last), null, true);
    }
    Voice known = phrase(words, at) == at ? byHead.get(words.term(end - 1)) : null;
    return known == null ? Voice.SOMEBODY : known;
  }

  /** What a state's television says, the state's own medium says. */
  private Voice media(ActorMention actor) {
    String side = actor.side();
    if (side == null || !actor.actorClass().equals("government")) {
      return voice(actor);
    }
    String medium = ActorDictionary.embedded().stateMedia(state(actor));
    return new Voice(medium == null ? "state media" : medium, side, true);
  }

  private static String state(ActorMention actor) {
    String nation = Nations.first(actor.surface());
    return nation != null
        ? nation
        : actor.side().length() > 2 ? actor.side().substring(0, 2) : null;
  }

  /** The name in capitals of which the word is the head; null where it is none. */
  private static String name(Wording words, int at, int end) {
    if (!words.capitalised(end - 1)) {
      return null;
    }
    int first = at;
    while (first > 0
        && at - first < PHRASE
        && words.capitalised(first - 1)
        && !words.marked(first, BREAK)
        && !words.endsNouns(first - 1)
        && !dated(words.term(first - 1))
        && !Claimants.speech(words.term(first - 1))) {
      first--;
    }
    int last = end;
    if (last + 1 < words.size()
        && (words.term(last).equals("for") || words.term(last).equals("of"))
        && words.capitalised(last + 1)
        && !words.marked(last, BREAK)
        && !words.marked(last + 1, BREAK)) {
      last += 2;
      while (last < words.size()
          && last - end < 6
          && words.capitalised(last)
          && !words.marked(last, BREAK)
          && !dated(words.term(last))) {
        last++;
      }
    }
    while (first < at && words.term(first).endsWith("-based")) {
      first++;
    }
    if (last - first < 2) {
      return null;
    }
    String name = words.text(first, last);
    // "A B / The Daily": the photographer and the newspaper.
    return name.substring(name.lastIndexOf('/') + 1).trim();
  }

  private Voice kind(Speaker speaker) {
    if (speaker.is("monitor")) {
      String named = namedByKind.get("monitor");
      return named == null
          ? new Voice(speaker.claimant, null)
          : new Voice(named, sideByName.get(named));
    }
    if (speaker.camp.isEmpty()) {
      return new Voice(speaker.claimant, null);
    }
    if (speaker.camp.equals("rebels")) {
      return new Voice(general("rebels", rebels, speaker.claimant), rebels);
    }
    String side = government();
    if (speaker.is("media")) {
      String medium =
          side.length() > 2 ? ActorDictionary.embedded().stateMedia(side.substring(0, 2)) : null;
      return new Voice(medium == null ? speaker.claimant : medium, side, true);
    }
    if (speaker.is("military", "government") && speaker.claimant.startsWith("the ")) {
      boolean body = speaker.claimant.endsWith("ministry");
      String what = speaker.is("military") && !body ? "armed forces" : "government";
      return new Voice(general(what, side, speaker.claimant), side);
    }
    return new Voice(speaker.claimant, side);
  }

  /** "Syrian armed forces" where the side tells the country, else the general word. */
  private static String general(String what, String side, String otherwise) {
    String demonym = side.length() > 3 ? Nations.demonym(side.substring(0, 2)) : null;
    boolean own = demonym != null && (side.endsWith("-government") || side.endsWith("-rebels"));
    return own ? demonym + " " + what : otherwise;
  }

  /** The side of the government of which the article tells. */
  private String government() {
    return country == null ? government : country + "-government";
  }

  /** The voice of an actor, general ones by the side of which they are. */
  Voice voice(ActorMention actor) {
    String last = last(actor.surface());
    if (named(actor)) {
      boolean state = actor.actorClass().equals("government") && outlets(last);
      boolean medium = medium(actor);
      Voice voice = state ? media(actor) : new Voice(actor.name(), actor.side(), medium);
      byHead.put(last, voice);
      return voice;
    }
    String side = actor.side();
    String name = actor.name();
    if (actor.actorClass().equals("monitor")) {
      String known = namedByKind.get("monitor");
      return known == null
          ? new Voice("a monitoring group", null)
          : new Voice(known, sideByName.get(known));
    }
    if (side == null) {
      return new Voice(name, null);
    }
    if (actor.actorClass().equals("government")) {
      if (outlets(last)) {
        return media(actor);
      }
      return last.equals("authorities")
          ? new Voice("officials", side)
          : new Voice(general("government", side, "the government"), side);
    }
    if (actor.actorClass().equals("rebels")) {
      return new Voice(general("rebels", side, "rebels"), side);
    }
    if (actor.actorClass().equals("state_forces")) {
      return new Voice(general("armed forces", side, "the military"), side);
    }
    return new Voice(name, side);
  }

  private static boolean outlets(String last) {
    return last.equals("media")
        || last.equals("television")
        || last.equals("tv")
        || last.equals("agency");
  }

  /**
   * The voice of a name in capitals that ends at the word: an office in it or before it, what the
   * article told of the person before, a state, a medium; somebody where none is known, and null
   * where the words are no name.
   */
  Voice named(Wording words, int last, List<ActorMention> here) {
    int first = last;
    while (first > 0
        && last - first < 6
        && words.capitalised(first - 1)
        && !words.marked(first, BREAK)) {
      first--;
    }
    while (first < last && words.is(first, Role.DETERMINER)) {
      first++;
    }
    int preposition = first - 1;
    if (preposition >= 0 && !words.endsNouns(preposition) && !words.marked(first, Wording.COMMA)) {
      preposition--;
    }
    boolean aside =
        words.marked(last + 1, Wording.COMMA)
            && words.marked(first, Wording.COMMA)
            && last == first;
    if (words.is(preposition, Role.PREPOSITION) || aside) {
      // "a group in eastern Congo said": a place, not who speaks.
      return null;
    }
    for (ActorMention actor : here) {
      if (actor.end() == words.end(last) && (speaks(actor) || medium(actor))) {
        return voice(actor);
      }
    }
    String nation = Nations.name(words.text(first, last + 1));
    if (nation != null) {
      return state(nation);
    }
    Voice known = byPerson.get(words.term(last));
    if (known != null) {
      return known;
    }
    for (int k = Math.max(0, first - 4); k <= last; k++) {
      Lexicon.Hit<Speaker> hit = WORDS.at(words, k);
      if (hit != null
          && hit.value().office
          && (k >= first || hit.end() == first && !words.marked(first, BREAK))) {
        Voice office = office(words, hit, k, here);
        byPerson.put(words.term(last), office);
        return office;
      }
    }
    return initials(words.text(last, last + 1), words, first == last, first == 0);
  }

  /** A state that speaks: its government. */
  private Voice state(String nation) {
    ActorMention own = new ActorMention("text", 0, 0, "", "", "government", nation + "-government");
    String side = country == null ? own.side() : Actors.sides(List.of(own), country).get(0).side();
    return new Voice(Nations.demonym(nation) + " government", side);
  }

  private static Voice initials(String name, Wording words, boolean single, boolean first) {
    Voice acronym = single ? acronym(name, words) : null;
    if (acronym != null) {
      return acronym;
    }
    return single && first && words.is(0, Role.DETERMINER) ? null : Voice.SOMEBODY;
  }

  /** A body or station by its initials, or null; "LMPD" and "MCSO" are police. */
  private static Voice acronym(String name, Wording words) {
    String plain = name.endsWith("-TV") ? name.substring(0, name.length() - 3) : name;
    if (plain.length() < 2 || plain.length() > 6) {
      return null;
    }
    for (int i = 0; i < plain.length(); i++) {
      if (!Character.isUpperCase(plain.charAt(i))
          && (i == 0 || !Character.isDigit(plain.charAt(i)))) {
        return null;
      }
    }
    if (shouted(words) || Nations.name(plain) != null) {
      return null;
    }
    boolean force = plain.length() > 2 && (plain.endsWith("PD") || plain.endsWith("SO"));
    return new Voice(force ? "police" : name, null);
  }

  private static boolean shouted(Wording words) {
    String text = words.sentence().text();
    return text.equals(text.toUpperCase(Locale.ROOT));
  }

  /** Whether the actor can be a claimant: civilians, suspects and weapons are spoken of. */
  static boolean speaks(ActorMention actor) {
    return !"civilians".equals(actor.actorClass())
        && !"perpetrators".equals(actor.actorClass())
        && !"protesters".equals(actor.actorClass())
        && !(medium(actor) && actor.side() == null);
  }

  private static boolean medium(ActorMention actor) {
    return actor.actorClass().equals("media");
  }

  private static boolean mute(ActorMention actor) {
    return MUTE.contains(last(actor.surface()));
  }

  private static Set<String> mutes() {
    Set<String> mute = new HashSet<>();
    for (String[] row : org.sitrep.text.Resources.rows(Speakers.class, "claimants.tsv")) {
      if (row[2].equals("mute")) {
        mute.add(row[0]);
      }
    }
    return mute;
  }

  private static String last(String surface) {
    int space = Math.max(surface.lastIndexOf(' '), surface.lastIndexOf('-'));
    return Words.fold(surface.substring(space + 1));
  }

  private static boolean named(ActorMention actor) {
    return actor.name().chars().anyMatch(Character::isUpperCase);
  }
}
