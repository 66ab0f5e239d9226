package org.sitrep.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.event.Grammar.Role;
import org.sitrep.place.Place;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Sentence;

/** The places of claims: where a clause says that it happened, and whether that is far away. */
final class ClaimPlaces {

  /** Places this far apart are not one incident's. */
  private static final double NEAR_KM = 50;

  private static final Set<String> WHERE =
      Set.of("in", "at", "near", "outside", "inside", "around", "across", "of", "on", "over");

  private static final Set<String> DIRECTIONS =
      Set.of(
          "north",
          "south",
          "east",
          "west",
          "northeast",
          "northwest",
          "southeast",
          "southwest",
          "north-east",
          "north-west",
          "south-east",
          "south-west",
          "outside",
          "capital");
  private final BySentence<PlaceMention> places;

  ClaimPlaces(BySentence<PlaceMention> places) {
    this.places = places;
  }

  /** The place where the clause says that it happened: behind "in", "near" and the like. */
  PlaceMention of(Wording words, Counted one) {
    PlaceMention best = null;
    int near = Integer.MAX_VALUE;
    for (PlaceMention place : places.in(words.sentence())) {
      if (!BySentence.inside(words.sentence(), place.field(), place.start())
          || !PlaceMention.TOPONYM.equals(place.kind())) {
        continue;
      }
      int at = words.at(place.start());
      if (!located(words, at)) {
        continue;
      }
      int distance = Math.min(Math.abs(at - one.first), Math.abs(at - Math.max(0, one.verb)));
      boolean finer =
          best == null
              || precise(place) && !precise(best)
              || precise(place) == precise(best) && distance < near;
      if (finer) {
        best = place;
        near = distance;
      }
    }
    return best;
  }

  private static boolean located(Wording words, int at) {
    for (int k = at - 1; k >= 0 && k >= at - 4; k--) {
      if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return false;
      }
      if (WHERE.contains(words.term(k))) {
        // "said in Geneva" is where somebody spoke, "south of Geneva" is not in it.
        return !Claimants.speech(words.term(k - 1))
            && !(words.term(k).equals("of") && DIRECTIONS.contains(words.term(k - 1)));
      }
      if (words.is(k, Role.CONJUNCTION)) {
        continue;
      }
      if (words.endsNouns(k) && !words.is(k, Role.DETERMINER)) {
        return false;
      }
    }
    return false;
  }

  /** The place named nearest to an offset of a sentence; -1: the first one. */
  PlaceMention in(Sentence sentence, int offset) {
    PlaceMention best = null;
    int near = Integer.MAX_VALUE;
    for (PlaceMention place : places.in(sentence)) {
      if (!BySentence.inside(sentence, place.field(), place.start())
          || !PlaceMention.TOPONYM.equals(place.kind())) {
        continue;
      }
      int distance = offset < 0 ? place.start() : Math.abs(place.start() - offset);
      boolean finer =
          best == null
              || precise(place) && !precise(best)
              || precise(place) == precise(best) && distance < near;
      if (finer) {
        best = place;
        near = distance;
      }
    }
    return best;
  }

  /** Whether the region is known. */
  static boolean precise(PlaceMention place) {
    return place.regionCode() != null;
  }

  /** The country that most places of an article lie in, or null. */
  static String country(List<PlaceMention> places) {
    Map<String, Integer> counts = new HashMap<>();
    for (PlaceMention place : places) {
      if (PlaceMention.TOPONYM.equals(place.kind()) && known(place.countryCode())) {
        counts.merge(place.countryCode(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Whether a code of a country or region says where. */
  static boolean known(String code) {
    return code != null && !code.equals("XX");
  }

  /** Whether a claim's own place cannot be the given one. */
  static boolean away(
      Claim claim, Double latitude, Double longitude, String countryCode, String regionCode) {
    // A headline tells the main event, whatever places it names.
    if (claim.field().equals("title")
        || claim.placeName() == null
        || !known(claim.countryCode())
        || !known(countryCode)) {
      return false;
    }
    if (!claim.countryCode().equals(countryCode)) {
      return true;
    }
    if (!known(claim.regionCode()) || !known(regionCode)) {
      return false;
    }
    if (claim.regionCode().equals(regionCode)) {
      return false;
    }
    if (claim.latitude() == null || latitude == null || longitude == null) {
      return true;
    }
    return Place.kilometres(claim.latitude(), claim.longitude(), latitude, longitude) > NEAR_KM;
  }
}
