package org.sitrep.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.place.Found.By;
import org.sitrep.place.Found.Wording;

/**
 * Decides which place a name means, by evidence: containment said in the text, the wording around
 * it, countries and regions named beside it, a region that several ambiguous names share, the
 * outlet's home, feature class and population; one sense per name per article.
 *
 * <p>Scores are in decimal orders of population: a country named once is worth a town two hundred
 * times as large, a containment said in the text more than anything else.
 */
final class Resolution {

  /** Evidence: the name has no other bearer. */
  static final String ONLY_CANDIDATE = "only candidate";

  /** Evidence: another mention of the name decided. */
  static final String ONE_SENSE = "one sense per article";

  /** Evidence: the text says in what it lies; the container's name follows. */
  static final String CONTAINED_IN = "contained in ";

  private static final double CONTAINED = 9;
  private static final double CONTAINER = 2;
  private static final double PER_REGION = 1.1;
  private static final double PER_COUNTRY = 1.3;
  private static final double NAMED_COUNTRY = 1;
  private static final double MOST = 4;
  private static final double HOME_REGION = 3;
  private static final double HOME_COUNTRY = 1.5;
  private static final double WORDING = 5;
  private static final double NEAR_KM = 150;
  private static final int MOST_REGIONS = 30;
  private static final double MOST_SHARED = 2;
  private static final double PER_SHARED = 1.5;
  private static final double IN_ONE_COUNTRY = 0.3;
  private static final double CLEAR_COUNTY = 2;
  private static final double LONELY = 0.6;
  private static final double SEAT = 2;
  private static final double BYNAME = 2.5;
  private static final double AROUND = 3;

  private final List<Found> found;
  private final HomeRegion home;
  private final Gazetteer gazetteer;
  private final Map<String, Double> regions = new HashMap<>();
  private final Map<String, Double> countries = new HashMap<>();

  /** What ambiguous names say together: for each region, the share of their bearers there. */
  private final Map<String, Double> shared = new HashMap<>();

  /** The share of each ambiguous name, which is no evidence for itself. */
  private final Map<String, Map<String, Double>> bearers = new HashMap<>();

  /** The towns that are clear by themselves. */
  private final List<Place> towns = new ArrayList<>();

  /** What a town's name has said itself, so that it is no evidence for itself. */
  private final Map<String, Place> own = new HashMap<>();

  /** The country of all bearers of a name that is not clear, which is no evidence for itself. */
  private final Map<String, String> ownCountries = new HashMap<>();

  private Resolution(List<Found> found, HomeRegion home, Gazetteer gazetteer) {
    this.found = found;
    this.home = home;
    this.gazetteer = gazetteer;
  }

  /** The mentions that could be resolved, each with its place, margin and evidence set. */
  static List<Found> resolve(List<Found> found, HomeRegion home, Gazetteer gazetteer) {
    Resolution resolution = new Resolution(found, home, gazetteer);
    resolution.collect();
    return resolution.choose();
  }

  /** A margin between the best and the next candidate as a certainty of 0.5 to 1. */
  static double certainty(double margin) {
    double certainty = 1 - 0.5 * Math.exp(-Math.max(0, margin));
    return Math.round(certainty * 1000) / 1000.0;
  }

  /** What is to be expected of a place without any context. */
  static double prior(Place place) {
    return switch (place.feature()) {
      case Place.COUNTRY -> 8;
      case Place.REGION ->
          switch (place.countryCode()) {
            case "US" -> place.regionCode().equals("US-DC") ? 4 : 7.5;
            case "CA", "AU", "GB" -> 7;
            case "PS" -> 3.5; // governorates of a town and its villages
            default -> 4.6;
          };
      case Place.AREA ->
          place.geonameId() != null
              ? Math.log10(place.population() + 300) - 0.2 // not chosen by hand
              : place.countryCode().equals("XX") ? 6 : 5;
      case Place.COUNTY -> 3;
      case Place.QUARTER -> Math.log10(place.population() + 300) - 0.4;
      default ->
          Math.log10(place.population() + 50)
              + (place.seat() == 2 ? SEAT : place.seat() == 1 ? 0.3 : 0)
              + (place.geonameId() == null ? 1 : 0);
    };
  }

  /** What the unambiguous mentions say about country and region. */
  private void collect() {
    if (home != null) {
      if (home.regionCode() != null) {
        regions.merge(home.regionCode(), HOME_REGION, Double::sum);
      }
      countries.merge(home.countryCode(), HOME_COUNTRY, Double::sum);
    }
    Set<String> heard = new HashSet<>();
    for (Found m : found) {
      if (m.by == By.SKELETON) {
        continue;
      }
      if (m.by == By.NAME && m.container == null && heard.add(m.key)) {
        Map<String, Double> shares = bearers(m);
        bearers.put(m.key, shares);
        shares.forEach((region, share) -> shared.merge(region, share, Double::sum));
      }
      Place clear = clear(m);
      if (clear == null) {
        String country = m.by == By.NAME ? onlyCountry(m) : null;
        if (country != null && ownCountries.put(m.key, country) == null) {
          countries.merge(country, IN_ONE_COUNTRY, Double::sum);
        }
        continue;
      }
      boolean town = clear.is(Place.CITY) || clear.is(Place.QUARTER);
      double weight =
          m.by == By.DEMONYM
              ? 0.7
              : town ? LONELY : clear.is(Place.COUNTY) && home == null ? CLEAR_COUNTY : 1;
      if (town && own.put(m.key, clear) != null) {
        continue; // a town speaks once
      }
      if (town) {
        towns.add(clear);
      }
      speak(clear, weight);
    }
  }

  /** The country in which all bearers of a name lie, or null. */
  private static String onlyCountry(Found m) {
    String country = null;
    for (Place candidate : m.candidates) {
      if (country != null && !country.equals(candidate.countryCode())) {
        return null;
      }
      country = candidate.countryCode();
    }
    return country;
  }

  /** The regions in which a name has bearers, each with its share; empty for a name of one. */
  private static Map<String, Double> bearers(Found m) {
    Map<String, Double> bearers = new HashMap<>();
    for (Place candidate : m.candidates) {
      if (candidate.regionCode() != null && !candidate.is(Place.REGION)) {
        bearers.put(candidate.regionCode(), 1.0);
      }
    }
    int regions = bearers.size();
    if (regions < 2 || regions > MOST_REGIONS) {
      return Map.of();
    }
    bearers.replaceAll((region, one) -> 1 / Math.sqrt(regions));
    return bearers;
  }

  /** What the other ambiguous names of the article say for a region. */
  private double agreement(Found m, String region) {
    if (region == null) {
      return 0;
    }
    double others = shared.getOrDefault(region, 0.0);
    if (others == 0) {
      return 0;
    }
    others -= bearers.getOrDefault(m.key, Map.of()).getOrDefault(region, 0.0);
    return Math.max(0, Math.min(MOST_SHARED, others));
  }

  private void speak(Place place, double weight) {
    if (!place.countryCode().equals("XX")) {
      countries.merge(place.countryCode(), weight, Double::sum);
    }
    if (place.regionCode() != null) {
      regions.merge(place.regionCode(), weight, Double::sum);
    }
  }

  /** The place of a mention that hardly can be another one, or null. */
  private Place clear(Found m) {
    Place best = null;
    double bestPrior = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    for (Place candidate : m.candidates) {
      if (atHome(candidate) && m.candidates.size() > 1 && !candidate.is(Place.REGION)) {
        return null; // the outlet's own Paris, Jordan or Lebanon
      }
      double prior = prior(candidate);
      if (prior > bestPrior) {
        if (best != null && !sameRegion(best, candidate) && !around(best, candidate)) {
          next = Math.max(next, bestPrior);
        }
        bestPrior = prior;
        best = candidate;
      } else if (!sameRegion(best, candidate) && !around(best, candidate)) {
        next = Math.max(next, prior);
      }
    }
    if (best == null || bestPrior - next < 1) {
      return null;
    }
    return best.is(Place.CITY) && bestPrior < 4 && m.candidates.size() > 1 ? null : best;
  }

  private boolean atHome(Place place) {
    return home != null
        && home.regionCode() != null
        && home.regionCode().equals(place.regionCode());
  }

  /** Whether one is a small area across several divisions that surrounds the other. */
  private static boolean around(Place a, Place b) {
    boolean across =
        a.is(Place.AREA) && a.regionCode() == null || b.is(Place.AREA) && b.regionCode() == null;
    return across && a.countryCode().equals(b.countryCode()) && a.kilometresTo(b) < NEAR_KM / 3;
  }

  /**
   * Whether a name is meant as the area rather than as the town of the same name in it, because the
   * article names another town there ({@code Rafah in southern Gaza}).
   */
  private boolean asArea(Found m, Place area) {
    if (!area.is(Place.AREA) || area.regionCode() != null || m.candidates.size() < 2) {
      return false;
    }
    for (Place town : towns) {
      if (around(area, town) && m.candidates.stream().noneMatch(c -> sameRegion(c, town))) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameRegion(Place a, Place b) {
    return a.regionCode() != null
        && a.regionCode().equals(b.regionCode())
        && a.countryCode().equals(b.countryCode());
  }

  private List<Found> choose() {
    Map<String, List<Found>> groups = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (Found m : found) {
      List<Found> group = groups.get(m.key);
      if (group == null) {
        group = new ArrayList<>();
        groups.put(m.key, group);
        order.add(m.key);
      }
      group.add(m);
    }
    // Containers first: "Dayton, Ohio" needs Ohio.
    for (String key : order) {
      List<Found> group = groups.get(key);
      if (group.stream().allMatch(m -> m.container == null)) {
        decide(group);
      }
    }
    for (String key : order) {
      List<Found> group = groups.get(key);
      if (group.get(0).place == null) {
        decide(group);
      }
    }
    List<Found> resolved = new ArrayList<>(found.size());
    for (Found m : found) {
      if (m.place != null) {
        resolved.add(m);
      }
    }
    return resolved;
  }

  /** One sense for all mentions of a name; a mention that says its own container keeps its own. */
  private void decide(List<Found> group) {
    Place itself = own.get(group.get(0).key);
    String country = ownCountries.get(group.get(0).key);
    if (itself != null) {
      speak(itself, -LONELY);
    }
    if (country != null) {
      countries.merge(country, -IN_ONE_COUNTRY, Double::sum);
    }
    decideAll(group);
    if (itself != null) {
      speak(itself, LONELY);
    }
    if (country != null) {
      countries.merge(country, IN_ONE_COUNTRY, Double::sum);
    }
  }

  private void decideAll(List<Found> group) {
    Found strongest = null;
    Found former = null;
    for (Found m : group) {
      if (former != null && m.isLike(former)) {
        m.decidedAs(former); // a name a thousand times over is weighed once
        continue;
      }
      former = m;
      score(m, null);
      if (m.place != null && (strongest == null || m.margin > strongest.margin)) {
        strongest = m;
      }
    }
    if (strongest == null) {
      return;
    }
    former = null;
    for (Found m : group) {
      if (m == strongest || m.place == null || m.container != null) {
        continue;
      }
      if (former != null && m.isLike(former)) {
        m.decidedAs(former);
        continue;
      }
      former = m;
      score(m, strongest.place);
    }
  }

  private void score(Found m, Place sense) {
    Place best = null;
    double bestScore = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (Place candidate : m.candidates) {
      double score = score(m, candidate, sense);
      if (score > bestScore
          || score == bestScore && Gazetteer.BY_SIZE.compare(candidate, best) < 0) {
        if (best != null && !sameRegion(best, candidate)) {
          second = Math.max(second, bestScore);
        }
        bestScore = score;
        best = candidate;
      } else if (score > second && !sameRegion(best, candidate)) {
        second = score;
      }
    }
    if (best == null || !believable(m, best)) {
      m.place = null;
      return;
    }
    m.place = best;
    m.margin = second == Double.NEGATIVE_INFINITY ? 2 : bestScore - second;
    m.evidence = evidence(m, best, sense);
  }

  private double score(Found m, Place candidate, Place sense) {
    double score = prior(candidate);
    if (m.by == By.NAME && m.candidates.size() > 1 && byname(m, candidate)) {
      score -= BYNAME;
    }
    score += support(regions, candidate.regionCode()) * PER_REGION;
    score += agreement(m, candidate.regionCode()) * PER_SHARED;
    double country = support(countries, candidate.countryCode());
    score += Math.sqrt(country) * PER_COUNTRY + (country > 0 ? NAMED_COUNTRY : 0);
    score += wording(m.wording, candidate);
    if (m.container != null && contains(m.container, candidate)) {
      score += CONTAINED;
    }
    if (holdsOneOf(m.contents, candidate)) {
      score += CONTAINER;
    }
    if (asArea(m, candidate)) {
      score += AROUND;
    }
    if (sense != null) {
      if (sense.equals(candidate)) {
        score += 4;
      }
      if (sameRegion(sense, candidate) || sense.kilometresTo(candidate) < NEAR_KM / 3) {
        score += 8;
      }
    }
    return score;
  }

  /**
   * Whether a town of the population gazetteer is called otherwise than the text calls it; the
   * beginning of its name is a short form ({@code Acapulco} de Juárez), unless a country or area
   * goes by it ({@code Gaza} City).
   */
  private boolean byname(Found m, Place candidate) {
    if (candidate.geonameId() == null
        || candidate.is(Place.COUNTRY)
        || gazetteer.lends(m.key, candidate)) {
      return false;
    }
    List<String> pieces = Names.pieces(candidate.name());
    String name = String.join(" ", pieces);
    return !name.equals(m.key)
        && (!name.startsWith(m.key + " ") || name.endsWith(" city"))
        && !Gazetteer.skeleton(pieces).equals(Gazetteer.skeleton(m.pieces.names(m.first, m.last)));
  }

  private static double support(Map<String, Double> evidence, String code) {
    Double value = code == null ? null : evidence.get(code);
    return value == null ? 0 : Math.max(0, Math.min(MOST, value));
  }

  private static double wording(Wording wording, Place candidate) {
    return switch (wording) {
      case NONE -> 0;
      case REGION ->
          candidate.is(Place.REGION) ? WORDING : candidate.is(Place.AREA) ? WORDING / 2 : 0;
      case CITY ->
          candidate.is(Place.CITY) ? WORDING : candidate.is(Place.QUARTER) ? WORDING / 2 : 0;
      case VILLAGE ->
          candidate.is(Place.CITY)
              ? WORDING - Math.max(0, Math.log10(candidate.population() + 1) - 4)
              : 0;
      case QUARTER -> candidate.is(Place.QUARTER) ? 2 : 0;
    };
  }

  private static boolean contains(Found container, Place candidate) {
    if (container.place != null) {
      return holds(container.place, candidate);
    }
    for (Place holder : container.candidates) {
      if (holds(holder, candidate)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsOneOf(List<Found> contents, Place holder) {
    for (Found content : contents) {
      for (Place candidate : content.candidates) {
        if (holds(holder, candidate)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(Place holder, Place candidate) {
    if (holder.equals(candidate)) {
      return false;
    }
    return switch (holder.feature()) {
      case Place.COUNTRY ->
          holder.countryCode().equals(candidate.countryCode()) && !candidate.is(Place.COUNTRY);
      case Place.REGION ->
          holder.regionCode().equals(candidate.regionCode()) && !candidate.is(Place.REGION);
      case Place.COUNTY ->
          holder.regionCode().equals(candidate.regionCode()) && holder.kilometresTo(candidate) < 60;
      default -> false;
    };
  }

  /** A transliterated look-up, or a small place, needs its country in the text. */
  private boolean believable(Found m, Place place) {
    if (m.by == By.DEMONYM || m.by == By.ABBREVIATION || m.container != null) {
      return true;
    }
    if (m.by == By.SKELETON) {
      return support(countries, place.countryCode()) > 0 || place.countryCode().equals("XX");
    }
    boolean chosen = place.geonameId() == null;
    if (place.is(Place.CITY)
        || place.is(Place.QUARTER)
        || !chosen && (place.is(Place.AREA) || place.is(Place.COUNTY))) {
      if (byname(m, place) && support(countries, place.countryCode()) == 0) {
        return place.population() >= 1_000_000 && m.candidates.size() == 1;
      }
      boolean supported =
          support(countries, place.countryCode()) > 0 || support(regions, place.regionCode()) > 0;
      return supported
          || place.population() >= 20_000
          || m.locative && !elsewhere()
          || m.candidates.size() == 1 && m.alone();
    }
    return true;
  }

  /** Whether anything but the name in question speaks for a country. */
  private boolean elsewhere() {
    return countries.values().stream().anyMatch(weight -> weight > 0);
  }

  private String evidence(Found m, Place place, Place sense) {
    if (m.container != null && contains(m.container, place)) {
      Place holder = m.container.place != null ? m.container.place : m.container.candidates.get(0);
      return CONTAINED_IN + holder.name();
    }
    if (m.by == By.DEMONYM) {
      return "demonym";
    }
    if (m.by == By.ABBREVIATION) {
      return "abbreviation";
    }
    if (sense != null && sense.equals(place)) {
      return ONE_SENSE;
    }
    if (m.wording != Wording.NONE) {
      return "worded as " + place.feature();
    }
    if (m.candidates.size() == 1) {
      return m.by == By.SKELETON ? "transliteration" : ONLY_CANDIDATE;
    }
    if (atHome(place)) {
      return "home region";
    }
    if (support(regions, place.regionCode()) > 0) {
      return "region " + place.regionCode();
    }
    if (support(countries, place.countryCode()) > 0) {
      return "country " + place.countryCode();
    }
    return "population";
  }
}
