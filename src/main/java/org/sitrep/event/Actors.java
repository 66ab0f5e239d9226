package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;

/**
 * Finds the actors of an article: named ones from a dictionary with aliases, sides and classes, and
 * general ones ("gunmen", "Syrian troops") from patterns; the longest phrase wins.
 */
public final class Actors {

  private static final String GOVERNMENT = "government";
  private static final String REBELS = "rebels";

  /** Second halves that make a name an adjective of something else: "rebel-held". */
  private static final Set<String> PARTICIPLES =
      Set.of(
          "held",
          "controlled",
          "backed",
          "linked",
          "affiliated",
          "run",
          "led",
          "occupied",
          "aligned",
          "allied",
          "ruled",
          "besieged",
          "supported",
          "owned",
          "inspired",
          "style",
          "friendly",
          "free",
          "dominated",
          "administered");

  /** First halves that turn a name into its opposite or past: "anti-government". */
  private static final Set<String> PREFIXES =
      Set.of("anti", "pro", "non", "ex", "inter", "counter");

  /** Classes of general words that a name may follow: "a militia called X". */
  private static final Set<String> ARMED = Set.of(REBELS, "militia", "perpetrators", "unknown");

  private static final Set<String> CALLED = Set.of("called", "named", "dubbed");

  /** Capitalised words in front of a head that make no name of a group with it. */
  private static final Set<String> NO_NAMES =
      Set.of("the", "a", "an", "fire", "ambulance", "boys", "in", "on", "at", "but", "and", "of");

  private Actors() {}

  /**
   * The actors of an article in reading order. Sides of general words and of allies are those of
   * the country that the article speaks of most, where there is one; see {@link #sides}.
   */
  public static List<ActorMention> find(Reading reading) {
    return find(reading, ActorDictionary.embedded(), null);
  }

  /**
   * The actors that a dictionary knows, under the names that are used in the year.
   *
   * @param year the year of publication; null where it is not known, and every name counts
   */
  public static List<ActorMention> find(Reading reading, ActorDictionary dictionary, Integer year) {
    List<Candidate> candidates = new ArrayList<>();
    Map<String, Double> countries = new HashMap<>();
    for (Sentence sentence : reading.sentences()) {
      scan(sentence, dictionary, year, candidates, countries);
    }
    Set<String> named = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!candidate.entry.weak()) {
        named.add(candidate.entry.name());
      }
    }
    List<ActorMention> mentions = new ArrayList<>();
    for (Candidate candidate : candidates) {
      ActorDictionary.Entry entry = candidate.entry;
      if (!entry.weak()
          || named.contains(entry.name())
          || entry.country() != null && countries.containsKey(entry.country())) {
        mentions.add(candidate.mention(reading));
      }
    }
    return sides(mentions, country(countries));
  }

  /**
   * Mentions with the sides that they have in an article about the country: general words get the
   * country's ("rebels" are {@code SY-rebels}), allies fight for the side that they support there,
   * and another state's forces are {@code foreign_forces}.
   *
   * @param country ISO 3166-1 alpha-2; null or {@code XX} changes nothing
   */
  public static List<ActorMention> sides(List<ActorMention> mentions, String country) {
    if (country == null || country.equals("XX")) {
      return List.copyOf(mentions);
    }
    List<ActorMention> resolved = new ArrayList<>(mentions.size());
    for (ActorMention mention : mentions) {
      String side = mention.side();
      String actorClass = mention.actorClass();
      if (side != null) {
        if (side.equals(GOVERNMENT) || side.equals(REBELS)) {
          side = country + "-" + side;
        } else {
          if (actorClass.equals("state_forces") && !side.startsWith(country + "-")) {
            actorClass = "foreign_forces";
          }
          side = ActorDictionary.embedded().alliance(country, side);
        }
      }
      boolean same = java.util.Objects.equals(side, mention.side());
      resolved.add(
          same && actorClass.equals(mention.actorClass())
              ? mention
              : new ActorMention(
                  mention.field(),
                  mention.start(),
                  mention.end(),
                  mention.surface(),
                  mention.name(),
                  actorClass,
                  side));
    }
    return List.copyOf(resolved);
  }

  /**
   * Whether two sides fight each other: both are known and they differ; a general side ({@code
   * rebels}) is the same as any country's.
   */
  public static boolean hostile(String side, String other) {
    if (side == null || other == null || side.equals(other)) {
      return false;
    }
    return general(side) || general(other) ? !camp(side).equals(camp(other)) : true;
  }

  /**
   * Whether victims of a class are a side's enemies, for victims whose own side is not told: rebels
   * for a government; soldiers, police, militia and foreign forces for everyone else.
   */
  public static boolean hostileToClass(String side, String victimClass) {
    if (side == null || victimClass == null) {
      return false;
    }
    boolean rebels = victimClass.equals(REBELS);
    boolean state =
        victimClass.equals("state_forces")
            || victimClass.equals("police")
            || victimClass.equals("militia")
            || victimClass.equals("foreign_forces");
    return camp(side).equals(GOVERNMENT) ? rebels : state;
  }

  /** {@code government} for a state's side, else {@code rebels}. */
  static String camp(String side) {
    return side.endsWith(GOVERNMENT) || side.endsWith("-coalition") ? GOVERNMENT : REBELS;
  }

  private static boolean general(String side) {
    return side.equals(GOVERNMENT) || side.equals(REBELS);
  }

  private static String country(Map<String, Double> countries) {
    String best = null;
    double most = 0;
    double second = 0;
    for (Map.Entry<String, Double> entry : new java.util.TreeMap<>(countries).entrySet()) {
      if (entry.getValue() > most) {
        second = most;
        most = entry.getValue();
        best = entry.getKey();
      } else {
        second = Math.max(second, entry.getValue());
      }
    }
    return most >= 1.5 * second ? best : null;
  }

  private static void scan(
      Sentence sentence,
      ActorDictionary dictionary,
      Integer year,
      List<Candidate> candidates,
      Map<String, Double> countries) {
    Words words = Words.of(sentence);
    boolean shouted = shouted(words);
    double weight = sentence.isTitle() ? 3 : sentence.paragraph() < 3 ? 2 : 1;
    String field = sentence.span().field();
    int next = 0;
    for (int i = 0; i < words.size(); i++) {
      Nations.Found nation = Nations.at(words, i);
      if (nation != null) {
        countries.merge(nation.nation().country(), weight, Double::sum);
      }
      if (i < next) {
        continue;
      }
      Match match = longest(new Start(words, i, nation, shouted, year), dictionary);
      boolean general = match == null || match.entry.row() == null && match.nation == null;
      Coined coined = general && !shouted ? coined(words, i, next, dictionary, sentence) : null;
      if (coined == null && match != null) {
        int first = i > 0 && words.at(i - 1).equals("al") && i - 1 >= next ? i - 1 : i;
        candidates.add(
            new Candidate(
                match.entry, match.nation, field, words.start(first), words.end(match.end - 1)));
        next = match.end;
        coined = match.nation == null ? called(words, match, sentence) : null;
      }
      if (coined != null) {
        candidates.add(coined.candidate(words, field));
        next = coined.end;
      }
    }
  }

  /** "a rebel group called X", "fighters loyal to X": a name that no dictionary lists. */
  private static Coined called(Words words, Match match, Sentence sentence) {
    if (match.entry.row() != null || !ARMED.contains(match.entry.actorClass())) {
      return null;
    }
    int from = match.end;
    boolean loyal = word(words, from).equals("loyal") && word(words, from + 1).equals("to");
    if (loyal
        || word(words, from).equals("known") && word(words, from + 1).equals("as")
        || word(words, from).equals("calling") && word(words, from + 1).equals("itself")) {
      from += 2;
    } else if (CALLED.contains(word(words, from))) {
      from++;
    } else {
      return null;
    }
    if (word(words, from).equals("the")) {
      from++;
    }
    int end = capitals(words, from);
    if (end == from || words.word(from).begins(ActorDictionary.embedded().phrases())) {
      return null;
    }
    String name = text(words, from, end, sentence);
    return new Coined(match.entry.called(loyal ? "forces loyal to " + name : name), from, end);
  }

  /** "the Cedar Valley Liberation Army": capitals in front of a head, from the first of them. */
  private static Coined coined(
      Words words, int at, int free, ActorDictionary dictionary, Sentence sentence) {
    if (!words.isCapitalised(at) || !words.word(at).begins(dictionary.heads())) {
      return null;
    }
    int first = at;
    while (first > free
        && at - first < 4
        && words.isCapitalised(first - 1)
        && !words.isBroken(first)
        && !NO_NAMES.contains(words.at(first - 1))) {
      first--;
    }
    if (first == at || Character.isDigit(words.at(first).charAt(0))) {
      return null;
    }
    ActorDictionary.Entry[] head = new ActorDictionary.Entry[1];
    int[] end = new int[1];
    dictionary
        .heads()
        .at(
            words,
            at,
            (entry, until) -> {
              if (until > end[0] && words.isCapitalised(until - 1)) {
                head[0] = entry;
                end[0] = until;
              }
            });
    return head[0] == null
        ? null
        : new Coined(head[0].called(text(words, first, end[0], sentence)), first, end[0]);
  }

  private static int capitals(Words words, int from) {
    int end = from;
    while (end < words.size()
        && end - from < 5
        && words.isCapitalised(end)
        && (end == from || !words.isBroken(end))) {
      end++;
    }
    return end;
  }

  private static String word(Words words, int index) {
    return index < words.size() ? words.at(index) : "";
  }

  private static String text(Words words, int from, int end, Sentence sentence) {
    int base = sentence.span().start();
    return sentence.text().substring(words.start(from) - base, words.end(end - 1) - base);
  }

  /** An actor that the article names and no dictionary lists. */
  private record Coined(ActorDictionary.Entry entry, int from, int end) {

    private Candidate candidate(Words words, String field) {
      return new Candidate(entry, null, field, words.start(from), words.end(end - 1));
    }
  }

  private static boolean shouted(Words words) {
    int capitals = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.isCapitals(i)) {
        capitals++;
      }
    }
    return capitals > 3 && capitals * 10 > words.size() * 7;
  }

  private static Match longest(Start start, ActorDictionary dictionary) {
    Words words = start.words;
    int from = start.from;
    if (words.isJoined(from) && from > 0 && PREFIXES.contains(words.at(from - 1))) {
      return null;
    }
    Word word = words.word(from);
    if (start.nation == null
        && !word.begins(dictionary.phrases())
        && !word.begins(dictionary.beforeNation())
        && (dictionary.given() == null || !word.begins(dictionary.given()))) {
      return null;
    }
    Match[] best = new Match[1];
    if (dictionary.given() != null) {
      named(start, dictionary.given(), best);
    }
    named(start, dictionary.phrases(), best);
    Nations.Found nation = start.nation;
    if (nation != null && nation.end() < words.size() && !words.isBroken(nation.end())) {
      dictionary
          .behindNation()
          .at(
              words,
              nation.end(),
              (entry, end) -> {
                if (end > end(best[0]) && whole(words, end)) {
                  best[0] = new Match(entry, end, nation.nation());
                }
              });
    }
    dictionary
        .beforeNation()
        .at(
            words,
            from,
            (entry, end) -> {
              Nations.Found behind = end < words.size() ? Nations.at(words, end) : null;
              if (behind != null && behind.end() > end(best[0]) && whole(words, behind.end())) {
                best[0] = new Match(entry, behind.end(), behind.nation());
              }
            });
    return best[0];
  }

  private static void named(Start start, Phrases<ActorDictionary.Entry> phrases, Match[] best) {
    phrases.at(
        start.words,
        start.from,
        (entry, end) -> {
          if (end > end(best[0])
              && entry.usedIn(start.year)
              && entry.fits(start.words, start.from, end, start.shouted)
              && whole(start.words, end)) {
            best[0] = new Match(entry, end, null);
          }
        });
  }

  /** Where a phrase may start: at a word, in the name of a nation perhaps. */
  private record Start(
      Words words, int from, Nations.Found nation, boolean shouted, Integer year) {}

  private static int end(Match match) {
    return match == null ? 0 : match.end;
  }

  private static boolean whole(Words words, int end) {
    return end >= words.size() || !words.isJoined(end) || !PARTICIPLES.contains(words.at(end));
  }

  private record Match(ActorDictionary.Entry entry, int end, Nations.Nation nation) {}

  private record Candidate(
      ActorDictionary.Entry entry, Nations.Nation nation, String field, int start, int end) {

    private ActorMention mention(Reading reading) {
      String whole = field.equals(org.sitrep.text.Span.TITLE) ? reading.title() : reading.text();
      String name = entry.name();
      String side = entry.side();
      if (nation != null) {
        name = name.replace(ActorDictionary.NATION, nation.demonym());
        side = side == null ? null : nation.country() + "-" + side;
      }
      return new ActorMention(
          field, start, end, whole.substring(start, end), name, entry.actorClass(), side);
    }
  }
}
