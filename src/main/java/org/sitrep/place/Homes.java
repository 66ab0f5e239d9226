package org.sitrep.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.sitrep.text.Reading;

/**
 * Learns where outlets are at home, without labels: from the places that their articles name and
 * from their own name. A name with several bearers speaks for each region that has one, so that the
 * region wins in which all of an outlet's names can lie.
 *
 * <p>The idea of a local lexicon is that of Lieberman, Samet and Sankaranarayanan (2010),
 * "Geotagging with local lexicons to build indexes for textually-specified spatial data".
 */
public final class Homes {

  /** Marks the vote of a name that several places bear. */
  private static final String NAME = "~";

  /** Least share of a corpus's articles that name the country about which it is. */
  private static final double LEAST_COUNTRY = 0.6;

  /** Least share of what an outlet names that lies in its region. */
  private static final double LEAST_REGION = 0.15;

  /** Least number of articles that may say another country than the corpus is about. */
  private static final int LEAST_ARTICLES = 3;

  /**
   * The chance of a place that nobody expects: how strongly several names outweigh a likely one.
   */
  private static final double UNEXPECTED = 0.05;

  /** How much more often than the expected country another one must be named to be home. */
  private static final double CONTRARY = 3;

  /** How much heavier than the next region the home must be. */
  private static final double AHEAD = 1.2;

  /** How much oftener than in others' articles a region must be named to be an outlet's own. */
  private static final double LIFT = Double.parseDouble(System.getProperty("LIFT", "1.5"));

  /** Least number of others' articles that tell what is usual. */
  private static final int OTHERS = 20;

  private static final double HOST = 3;
  private static final double ABROAD = 0.2;

  private Homes() {}

  /**
   * What one article says about the home of its outlet: one vote for each country and region that
   * it clearly names ({@code US}, {@code US-OH}) and for each name that several places bear ({@code
   * ~columbus}).
   */
  public static SortedSet<String> votes(Reading reading, Gazetteer gazetteer) {
    SortedSet<String> votes = new TreeSet<>();
    List<Found> found = Finder.find(reading, gazetteer);
    Resolution.resolve(found, null, gazetteer);
    for (Found m : found) {
      if (m.by == Found.By.DEMONYM) {
        continue;
      }
      Place place = m.place;
      if (place != null && clear(m)) {
        if (place.regionCode() != null) {
          votes.add(place.regionCode());
        }
        if (!place.countryCode().equals("XX")) {
          votes.add(place.countryCode());
        }
      } else if (m.by == Found.By.NAME && m.container == null) {
        votes.add(NAME + m.key);
      }
    }
    return votes;
  }

  /**
   * Other names than a division's are clear where they are nobody else's, or the text says where.
   */
  private static boolean clear(Found m) {
    if (Resolution.certainty(m.margin) < 0.7) {
      return false;
    }
    return m.place.is(Place.REGION)
        || m.candidates.size() == 1
        || m.place.is(Place.COUNTRY) && m.candidates.stream().noneMatch(c -> c.is(Place.CITY))
        || m.evidence.startsWith(Resolution.CONTAINED_IN);
  }

  /**
   * What all articles say together, beside which an outlet's own stand out.
   *
   * @param votes number of articles per country and region of {@link #votes}
   * @param articles number of articles that voted
   */
  public record Corpus(Map<String, ? extends Number> votes, long articles) {

    /** No other articles are known. */
    public static final Corpus NONE = new Corpus(Map.of(), 0);

    /** The country about which the whole corpus is, if it is about one. */
    public Optional<String> country() {
      String best = null;
      double most = 0;
      for (Map.Entry<String, ? extends Number> vote : new TreeMap<>(votes).entrySet()) {
        if (isCountry(vote.getKey()) && vote.getValue().doubleValue() > most) {
          most = vote.getValue().doubleValue();
          best = vote.getKey();
        }
      }
      return most >= LEAST_COUNTRY * articles && articles >= LEAST_ARTICLES
          ? Optional.ofNullable(best)
          : Optional.empty();
    }

    /** Share of other outlets' articles that name a region; 0 where there are too few of them. */
    private double share(String region, double own, long ownArticles) {
      long others = articles - ownArticles;
      Number all = votes.get(region);
      return others < OTHERS || all == null ? 0 : (all.doubleValue() - own) / others;
    }
  }

  private static boolean isCountry(String vote) {
    return vote.length() == 2 && !vote.startsWith(NAME);
  }

  /**
   * The home of an outlet, if its articles and its name tell.
   *
   * @param source the outlet's name or host
   * @param votes number of its articles per vote of {@link #votes}
   * @param articles number of its articles that voted
   * @param corpus what all articles say, the outlet's own among them
   */
  public static Optional<HomeRegion> of(
      String source,
      Map<String, ? extends Number> votes,
      long articles,
      Corpus corpus,
      Gazetteer gazetteer) {
    OutletName name = OutletName.of(source, gazetteer);
    Map<String, Double> countries = new TreeMap<>();
    Map<String, Double> regions = new TreeMap<>();
    List<Weighed> named = new ArrayList<>();
    double total = 0;
    String expected = name.country() != null ? name.country() : corpus.country().orElse(null);
    for (Map.Entry<String, ? extends Number> vote : new TreeMap<>(votes).entrySet()) {
      String key = vote.getKey();
      double count = vote.getValue().doubleValue();
      if (count <= 0) {
        continue;
      }
      if (key.startsWith(NAME)) {
        named.add(new Weighed(key.substring(1), Math.sqrt(count)));
      } else if (isCountry(key)) {
        countries.merge(key, count, Double::sum);
      } else {
        total += Math.sqrt(count);
        if (count > LIFT * articles * corpus.share(key, count, articles)) {
          regions.merge(key, Math.sqrt(count), Double::sum);
        }
      }
    }
    for (Weighed each : named) {
      support(gazetteer.lookup(each.name), each.weight, null, Place::countryCode, countries);
    }
    String country = expected;
    String most = heaviest(countries, LEAST_REGION * articles);
    if (articles >= LEAST_ARTICLES
        && most != null
        && (country == null
            || countries.get(most) > CONTRARY * countries.getOrDefault(country, 0.0) + 1)) {
      country = most;
    }
    for (Weighed each : named) {
      total += each.weight;
      support(gazetteer.lookup(each.name), each.weight, country, Place::regionCode, regions);
    }
    for (List<Place> places : name.places()) {
      total += HOST;
      support(places, HOST, country, Place::regionCode, regions);
    }
    if (country != null) {
      String own = country;
      regions.keySet().removeIf(code -> !code.startsWith(own));
    }
    boolean enough = articles >= LEAST_ARTICLES || country != null || !name.places().isEmpty();
    String region = enough ? clearly(regions, LEAST_REGION * total) : null;
    if (region != null) {
      return Optional.of(new HomeRegion(region.substring(0, 2), region));
    }
    return Optional.ofNullable(country).map(code -> new HomeRegion(code, null));
  }

  private record Weighed(String name, double weight) {}

  /** A name supports every region that bears it, the likelier ones more, but not much more. */
  private static void support(
      List<Place> places,
      double weight,
      String country,
      Function<Place, String> code,
      Map<String, Double> supported) {
    Map<String, Double> chances = new TreeMap<>();
    for (Place place : places) {
      double chance = Math.cbrt(place.population() + 1_000.0);
      if (country != null && !country.equals(place.countryCode())) {
        chance *= ABROAD;
      }
      chances.merge(String.valueOf(code.apply(place)), chance, Math::max);
    }
    double sum = 0;
    for (double chance : chances.values()) {
      sum += chance;
    }
    chances.remove("null"); // a country has no region
    for (Map.Entry<String, Double> chance : chances.entrySet()) {
      double share = chance.getValue() / sum;
      double support = Math.log1p(share / UNEXPECTED) / Math.log1p(1 / UNEXPECTED);
      supported.merge(chance.getKey(), weight * support, Double::sum);
    }
  }

  /** The heaviest, unless another one is nearly as heavy. */
  private static String clearly(Map<String, Double> weights, double least) {
    String best = heaviest(weights, least);
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      if (best != null
          && !entry.getKey().equals(best)
          && entry.getValue() * AHEAD > weights.get(best)) {
        return null;
      }
    }
    return best;
  }

  private static String heaviest(Map<String, Double> weights, double least) {
    String best = null;
    double most = 0;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      if (entry.getValue() > most + 1e-9) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return most >= least ? best : null;
  }
}
