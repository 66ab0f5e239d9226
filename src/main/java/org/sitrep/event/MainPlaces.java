package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.place.HomeRegion;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.time.DateMention;

/**
 * Chooses where an article's main event was: mentions vote for their region with the weight that
 * their sentence and the words before them give; the best mention of the winning region is the
 * place. Weights were measured on war news with known governorates.
 */
final class MainPlaces {

  private static final double TITLE = 4;
  private static final double[] BY_RANK = {3, 3, 2, 2, 0.8};
  private static final double LATER = 0.5;

  /** Sentences that lead an article, and what each later one loses. */
  private static final int LEAD = 4;

  private static final double DECAY = 0.2;
  private static final int SENTENCES = 14;
  private static final double FAR = 0.1;
  private static final double NO_EVENT = 0.4;
  private static final double AT = 1.5;
  private static final double AWAY = 0.15;
  private static final double BACKGROUND = 0.35;
  private static final double AGAIN = 0.4;
  private static final double EVIDENCE = 1.3;
  private static final double SPEAKS = 0.05;
  private static final double DATELINE = 2.5;

  /** Characters of a text in which a dateline may stand. */
  private static final int HEAD = 80;

  private static final double HOME = 2.5;

  /** The same for war and protest, of which national papers tell from everywhere. */
  private static final double NATIONAL = 0.5;

  /** A town stands for its region's vote when it has this share of the region's own weight. */
  private static final double SPECIFIC = 0.2;

  /** An article that names countries this often leaves no doubt about which it is about. */
  private static final double CLEAR = 3;

  /** What remains of a vote for a region of a country that such an article never names. */
  private static final double FOREIGN = 0.15;

  /** What remains of a vote abroad where the article is as much about the outlet's own country. */
  private static final double ABROAD = 0.3;

  private static final double NAMESAKE = 0.5;

  /** What remains of a vote of a town that nothing explains, far from the outlet's home. */
  private static final double STRAY = 0.3;

  private MainPlaces() {}

  /**
   * The place of the main event.
   *
   * @param mention the mention that names it; null where only a country or region is known
   * @param countryCode ISO 3166-1 alpha-2 or {@code XX}
   * @param regionCode ISO 3166-2 or {@code XX}
   * @param regionName its name, or null
   * @param precision UCDP's where_prec
   */
  record Chosen(
      PlaceMention mention,
      String countryCode,
      String regionCode,
      String regionName,
      int precision) {

    static final Chosen NOWHERE = new Chosen(null, "XX", "XX", null, 7);
  }

  /** Everything that bears on the choice. */
  record Question(
      Reading reading,
      EventTypes.Typed typed,
      List<PlaceMention> places,
      List<DateMention> dates,
      PlaceMention dateline,
      HomeRegion home) {}

  private record Vote(PlaceMention mention, double weight, boolean near) {}

  static Chosen choose(Question question) {
    boolean local = local(question.typed.type());
    List<Vote> votes = local ? withoutStrays(votes(question), question) : votes(question);
    Map<String, Double> countries = countries(question.places);
    HomeRegion home = question.home;
    if (local && home != null && countries.isEmpty()) {
      // What a local outlet tells without naming a country is at home.
      countries.put(home.countryCode(), CLEAR);
    }
    Set<String> alone = alone(question.places, countries);
    double told = countries.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> regions = new LinkedHashMap<>();
    for (Vote vote : votes) {
      if (vote.mention.regionCode() != null) {
        double weight = vote.weight;
        String country = String.valueOf(vote.mention.countryCode());
        if (told >= CLEAR && !countries.containsKey(country) || alone.contains(country)) {
          weight *= FOREIGN;
        } else if (!local && abroad(country, home, countries)) {
          weight *= ABROAD;
        }
        regions.merge(vote.mention.regionCode(), weight, Double::sum);
      }
    }
    PlaceMention dateline = question.dateline;
    if (local && dateline != null && dateline.regionCode() != null) {
      regions.merge(dateline.regionCode(), DATELINE, Double::sum);
    }
    if (home != null && home.regionCode() != null) {
      if (local) {
        regions.merge(home.regionCode(), HOME, Double::sum);
      } else {
        regions.computeIfPresent(home.regionCode(), (code, weight) -> weight + NATIONAL);
      }
    }
    String region = heaviest(regions);
    if (region != null) {
      return inRegion(question, votes, region);
    }
    if (dateline != null && (local || votes.isEmpty())) {
      return at(dateline, false);
    }
    return inCountry(question, votes);
  }

  /**
   * Votes of a local story, where names that nothing in the text or at the outlet's home explains
   * count little: a quarter of the home town bears the name of a town elsewhere.
   */
  private static List<Vote> withoutStrays(List<Vote> votes, Question question) {
    HomeRegion home = question.home;
    if (home == null || home.regionCode() == null) {
      return votes;
    }
    Set<String> told = new HashSet<>();
    Map<String, String> names = new HashMap<>();
    Map<String, Boolean> guessed = new HashMap<>();
    for (PlaceMention place : question.places) {
      String region = place.regionCode();
      if (region == null) {
        continue;
      }
      boolean guess = guess(place, guessed);
      String other = names.putIfAbsent(region, place.name());
      if (!guess || other != null && !other.equals(place.name())) {
        told.add(region);
      }
    }
    if (question.dateline != null && question.dateline.regionCode() != null) {
      told.add(question.dateline.regionCode());
    }
    List<Vote> weighed = new ArrayList<>(votes.size());
    for (Vote vote : votes) {
      String region = vote.mention.regionCode();
      boolean stray = region != null && !region.equals(home.regionCode()) && !told.contains(region);
      weighed.add(stray ? new Vote(vote.mention, STRAY * vote.weight, vote.near) : vote);
    }
    return weighed;
  }

  /** Whether a town was chosen among several by its size alone. */
  private static boolean guess(PlaceMention place, Map<String, Boolean> guessed) {
    boolean town = precision(place.feature()) == 1;
    String evidence = place.evidence();
    if (evidence.startsWith("one sense")) {
      return guessed.getOrDefault(place.surface(), town);
    }
    boolean guess = town && !evidence.startsWith("contained");
    guessed.put(place.surface(), guess);
    return guess;
  }

  /** Whether a country is another than the outlet's, which the article names as often. */
  private static boolean abroad(String country, HomeRegion home, Map<String, Double> countries) {
    return home != null
        && !home.countryCode().equals(country)
        && countries.getOrDefault(home.countryCode(), 0.0) >= countries.getOrDefault(country, 0.0);
  }

  /** How often an article names each country, by name or by adjective; the title counts thrice. */
  private static Map<String, Double> countries(List<PlaceMention> places) {
    Map<String, Double> countries = new HashMap<>();
    for (PlaceMention place : places) {
      if (place.regionCode() == null && place.countryCode() != null) {
        countries.merge(place.countryCode(), place.field().equals("title") ? 3.0 : 1, Double::sum);
      }
    }
    return countries;
  }

  /** Countries of one place each that an article about another country's places never names. */
  private static Set<String> alone(List<PlaceMention> places, Map<String, Double> countries) {
    Map<String, Set<String>> names = new HashMap<>();
    int most = 0;
    for (PlaceMention place : places) {
      if (place.regionCode() != null && place.countryCode() != null) {
        Set<String> own = names.computeIfAbsent(place.countryCode(), code -> new HashSet<>());
        own.add(place.name());
        most = Math.max(most, own.size());
      }
    }
    Set<String> alone = new HashSet<>();
    for (Map.Entry<String, Set<String>> entry : names.entrySet()) {
      if (most >= CLEAR && entry.getValue().size() == 1 && !countries.containsKey(entry.getKey())) {
        alone.add(entry.getKey());
      }
    }
    return alone;
  }

  /** Reporters of accidents and crime write from where it happened, of war from a capital. */
  private static boolean local(EventType type) {
    return switch (type.eventType()) {
      case "Crime", "Accident", "Natural disaster", "Other" -> true;
      default -> false;
    };
  }

  private static Chosen inRegion(Question question, List<Vote> votes, String region) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Map<String, Vote> firsts = new HashMap<>();
    for (Vote vote : votes) {
      if (region.equals(vote.mention.regionCode())) {
        String key = vote.mention.feature() + " " + vote.mention.name();
        double weight = namesake(vote.mention) ? NAMESAKE * vote.weight : vote.weight;
        weights.merge(key, weight, Double::sum);
        Vote known = firsts.get(key);
        if (known == null || vote.weight > known.weight) {
          firsts.put(key, vote);
        }
      }
    }
    double heaviest = 0;
    for (double weight : weights.values()) {
      heaviest = Math.max(heaviest, weight);
    }
    Vote best = null;
    double most = 0;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      Vote vote = firsts.get(entry.getKey());
      double weight = entry.getValue();
      if (weight >= SPECIFIC * heaviest) {
        // Any town that carries some weight is a better answer than its region's name.
        weight += 100 * (6 - precision(vote.mention.feature()));
      }
      if (weight > most) {
        most = weight;
        best = vote;
      }
    }
    PlaceMention dateline = question.dateline;
    boolean vague = best == null || precision(best.mention.feature()) > 2;
    if (vague
        && dateline != null
        && region.equals(dateline.regionCode())
        && local(question.typed.type())) {
      return at(dateline, false);
    }
    return best == null
        ? new Chosen(null, question.home.countryCode(), region, null, 4)
        : at(best.mention, best.near);
  }

  private static Chosen inCountry(Question question, List<Vote> votes) {
    Map<String, Double> countries = new LinkedHashMap<>();
    Map<String, Vote> firsts = new HashMap<>();
    for (Vote vote : votes) {
      String country = vote.mention.countryCode();
      if (country != null) {
        countries.merge(country, vote.weight, Double::sum);
        Vote known = firsts.get(country);
        // A country's own name is a better answer than its adjective.
        if (known == null || demonym(known.mention) && !demonym(vote.mention)) {
          firsts.put(country, vote);
        }
      }
    }
    HomeRegion home = question.home;
    String country = heaviest(countries);
    if (home != null && home.regionCode() != null && local(question.typed.type())) {
      if (country == null || country.equals(home.countryCode())) {
        return new Chosen(null, home.countryCode(), home.regionCode(), null, 4);
      }
    }
    if (country != null) {
      return at(firsts.get(country).mention, false);
    }
    return question.dateline != null ? at(question.dateline, false) : Chosen.NOWHERE;
  }

  private static Chosen at(PlaceMention mention, boolean near) {
    int precision = precision(mention.feature());
    String country = mention.countryCode() == null ? "XX" : mention.countryCode();
    String region = mention.regionCode() == null ? "XX" : mention.regionCode();
    return new Chosen(
        mention, country, region, mention.regionName(), near && precision == 1 ? 2 : precision);
  }

  /** UCDP's where_prec of a feature. */
  static int precision(String feature) {
    return switch (feature == null ? "" : feature) {
      case "city", "quarter" -> 1;
      case "county" -> 3;
      case "region" -> 4;
      case "area" -> 5;
      case "country" -> 6;
      default -> 7;
    };
  }

  /** A city that bears its division's name: often the division is meant. */
  private static boolean namesake(PlaceMention mention) {
    return mention.name() != null && mention.name().equals(mention.regionName());
  }

  private static boolean demonym(PlaceMention mention) {
    return PlaceMention.DEMONYM.equals(mention.kind());
  }

  private static String heaviest(Map<String, Double> weights) {
    String best = null;
    double most = 0;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      // The first of two equals: what is told first.
      if (entry.getValue() > most + 1e-9) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  private static List<Vote> votes(Question question) {
    List<Vote> votes = new ArrayList<>();
    int rank = 0;
    int ordinal = 0;
    BySentence<PlaceMention> places = BySentence.places(question.reading, question.places);
    for (Sentence sentence : question.reading.sentences()) {
      ordinal += sentence.isTitle() ? 0 : 1;
      List<PlaceMention> inside = new ArrayList<>();
      for (PlaceMention place : places.in(sentence)) {
        if (place.start() >= sentence.span().start()
            && place.end() <= sentence.span().end()
            && place.field().equals(sentence.span().field())) {
          inside.add(place);
        }
      }
      if (inside.isEmpty()) {
        continue;
      }
      boolean regional = inside.stream().anyMatch(place -> place.regionCode() != null);
      double base = base(sentence, rank, ordinal);
      if (rank > SENTENCES || !regional) {
        // Where regions are told, countries have no say; else their number decides.
        inside.forEach(place -> votes.add(new Vote(place, regional ? FAR : FAR * base, false)));
        continue;
      }
      vote(question, sentence, inside, base, votes);
      if (regional && !sentence.isTitle()) {
        rank++;
      }
    }
    return votes;
  }

  /** The weight of a sentence: by how many before it name regions, and by its place in the text. */
  private static double base(Sentence sentence, int rank, int ordinal) {
    if (sentence.isTitle()) {
      return TITLE;
    }
    double base = rank < BY_RANK.length ? BY_RANK[rank] : LATER;
    return base / (1 + DECAY * Math.max(0, ordinal - LEAD));
  }

  private static void vote(
      Question question,
      Sentence sentence,
      List<PlaceMention> inside,
      double base,
      List<Vote> votes) {
    Words words = Words.of(sentence);
    PlaceCues cues = PlaceCues.of(words);
    double weight = base;
    if (!EventTypes.tells(words)) {
      weight *= NO_EVENT;
    }
    if (sentence.equals(question.typed.evidence())) {
      weight *= EVIDENCE;
    }
    if (cues.elsewhere() || cues.background() || historic(question.dates, sentence)) {
      weight *= BACKGROUND;
    }
    Map<String, Integer> seen = new HashMap<>();
    for (PlaceMention place : inside) {
      int first = Math.max(0, words.indexAt(place.start()));
      int end = Math.max(0, words.indexAt(place.end() - 1)) + 1;
      PlaceCues.Cue cue = cues.before(first);
      boolean placed = cue != null && cue.kind() == PlaceCues.Kind.AT;
      boolean near = cues.near(first);
      double own = weight;
      if (placed && !near) {
        own *= AT;
      } else if (cue != null && !placed) {
        own *= AWAY;
      }
      if (cue == null && reporter(question.reading, sentence, place)) {
        own *= SPEAKS;
      }
      if (!placed && cues.speaks(end)) {
        own *= SPEAKS;
      }
      if (cues.behind(first)) {
        own *= BACKGROUND;
      }
      if (demonym(place)) {
        own *= 0.3;
      }
      String key = place.regionCode() == null ? place.countryCode() : place.regionCode();
      if (seen.merge(String.valueOf(key), 1, Integer::sum) > 1) {
        own *= AGAIN;
      }
      votes.add(new Vote(place, own, near));
    }
  }

  /**
   * Whether a town in capitals stands before its agency or before the story's first sentence:
   * {@code LIMA (Agency)}, {@code Updated on 3 May LIMA Two miners}.
   */
  private static boolean reporter(Reading reading, Sentence sentence, PlaceMention place) {
    String surface = place.surface();
    if (!surface.equals(surface.toUpperCase(Locale.ROOT)) || surface.length() < 4) {
      return false;
    }
    String whole = sentence.isTitle() ? reading.title() : reading.text();
    String behind = whole.substring(place.end(), Math.min(whole.length(), place.end() + 3)).strip();
    if (behind.isEmpty()) {
      return false;
    }
    char next = behind.charAt(0);
    return place.start() == sentence.span().start() && next == '('
        || !sentence.isTitle()
            && place.end() < HEAD
            && Character.isUpperCase(next)
            && Character.isLowerCase(behind.charAt(behind.length() - 1));
  }

  private static boolean historic(List<DateMention> dates, Sentence sentence) {
    for (DateMention date : dates) {
      if ("history".equals(date.role()) && sentence.span().contains(date.span())) {
        return true;
      }
    }
    return false;
  }
}
