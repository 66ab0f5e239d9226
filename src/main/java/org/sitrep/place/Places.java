package org.sitrep.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.text.Dateline;
import org.sitrep.text.Reading;
import org.sitrep.text.Span;

/** Finds the places that an article names and decides which ones they are. */
public final class Places {

  private Places() {}

  /**
   * The places named in an article, in reading order (the title first). The dateline's is not among
   * them: {@link #dateline}.
   *
   * @param reading the article
   * @param home the region that the outlet writes for, or null
   * @param gazetteer the known places
   */
  public static List<PlaceMention> find(Reading reading, HomeRegion home, Gazetteer gazetteer) {
    List<Found> found = Finder.find(reading, gazetteer);
    List<PlaceMention> mentions = new ArrayList<>(found.size());
    for (Found mention : Resolution.resolve(found, home, gazetteer)) {
      mentions.add(
          mention(
              mention.pieces.sentence.span().field(),
              mention.start(),
              mention.end(),
              reading,
              mention.by == Found.By.DEMONYM ? PlaceMention.DEMONYM : PlaceMention.TOPONYM,
              mention.place,
              Resolution.certainty(mention.margin),
              mention.evidence));
    }
    return List.copyOf(mentions);
  }

  /** The place of the dateline: where the reporter sat, not where the story happened. */
  public static Optional<PlaceMention> dateline(Reading reading, Gazetteer gazetteer) {
    return dateline(reading, List.of(), null, gazetteer);
  }

  /**
   * The place of the dateline: where the reporter sat, not where the story happened.
   *
   * @param places the places of the story, whose regions speak for the dateline's
   * @param home the region that the outlet writes for, or null
   */
  public static Optional<PlaceMention> dateline(
      Reading reading, List<PlaceMention> places, HomeRegion home, Gazetteer gazetteer) {
    Dateline dateline = reading.dateline().orElse(null);
    if (dateline == null) {
      return Optional.empty();
    }
    int at =
        dateline.span().start()
            + Math.max(0, reading.at(dateline.span()).indexOf(dateline.place()));
    Set<String> told = new HashSet<>();
    for (PlaceMention place : places) {
      told.add(place.countryCode());
      told.add(place.regionCode());
    }
    PlaceMention named = named(dateline.place(), places);
    if (named != null) {
      Span span = new Span(dateline.span().field(), at, at + dateline.place().length());
      return Optional.of(named.at(span, reading.at(span), PlaceMention.DATELINE));
    }
    String division = division(reading.at(dateline.span()), dateline.place(), gazetteer);
    for (String name : new String[] {dateline.place(), dateline.place().split("[,/]")[0]}) {
      Place best = null;
      double most = 0;
      for (Place place : gazetteer.lookup(name)) {
        double rank = rank(place, told, home, division);
        if (best == null || rank > most) {
          best = place;
          most = rank;
        }
      }
      if (best != null) {
        return Optional.of(
            mention(
                dateline.span().field(),
                at,
                Math.min(at + name.length(), dateline.span().end()),
                reading,
                PlaceMention.DATELINE,
                best,
                0.5,
                "likeliest of its name"));
      }
    }
    return Optional.empty();
  }

  /** The first mention of a name in the story, or null. */
  private static PlaceMention named(String name, List<PlaceMention> places) {
    for (PlaceMention place : places) {
      if (place.surface().equalsIgnoreCase(name) && place.kind().equals(PlaceMention.TOPONYM)) {
        return place;
      }
    }
    return null;
  }

  /** The region that stands behind the town of a dateline ({@code COLUMBUS, Ga.}), or null. */
  private static String division(String dateline, String town, Gazetteer gazetteer) {
    for (String part :
        dateline.substring(dateline.indexOf(town) + town.length()).split("[,()–—-]")) {
      String name = part.strip();
      if (name.endsWith(".")) {
        name = name.substring(0, name.length() - 1);
      }
      Place abbreviated = gazetteer.abbreviatedBehindComma(name);
      if (abbreviated != null) {
        return abbreviated.regionCode();
      }
      for (Place place : name.isEmpty() ? List.<Place>of() : gazetteer.lookup(name)) {
        if (place.is(Place.REGION) && Resolution.prior(place) > 4) {
          return place.regionCode();
        }
      }
    }
    return null;
  }

  private static double rank(Place place, Set<String> told, HomeRegion home, String division) {
    double rank = Resolution.prior(place) + (place.is(Place.CITY) ? 2 : 0);
    rank += told.contains(place.countryCode()) ? 0.5 : 0;
    String region = place.regionCode();
    if (region != null) {
      rank += region.equals(division) ? 6 : 0;
      rank += told.contains(region) ? 1 : 0;
      rank += home != null && region.equals(home.regionCode()) ? 3 : 0;
    }
    return rank + (home != null && place.countryCode().equals(home.countryCode()) ? 1.5 : 0);
  }

  private static PlaceMention mention(
      String field,
      int start,
      int end,
      Reading reading,
      String kind,
      Place place,
      double score,
      String evidence) {
    return new PlaceMention(
        field,
        start,
        end,
        reading.at(new Span(field, start, end)),
        kind,
        place.name(),
        place.geonameId(),
        place.latitude(),
        place.longitude(),
        place.countryCode(),
        place.regionCode(),
        place.regionName(),
        place.feature(),
        score,
        evidence);
  }
}
