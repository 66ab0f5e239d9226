package org.sitrep.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.text.Dateline;
import org.sitrep.text.Reading;
import org.sitrep.text.Span;

/** Finds the places that an article names and decides which ones they are. */
public final class Places {

  private Places() {}

  /**
   * The places named in an article, in reading order (the title first). The dateline is not among
   * them.
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
              mention.by == Found.By.DEMONYM ? "demonym" : "toponym",
              mention.place,
              Resolution.certainty(mention.margin),
              mention.evidence));
    }
    return List.copyOf(mentions);
  }

  /** The place of the dateline: where the reporter sat, not where the story happened. */
  public static Optional<PlaceMention> dateline(Reading reading, Gazetteer gazetteer) {
    Dateline dateline = reading.dateline().orElse(null);
    if (dateline == null) {
      return Optional.empty();
    }
    int at =
        dateline.span().start()
            + Math.max(0, reading.at(dateline.span()).indexOf(dateline.place()));
    for (String name : new String[] {dateline.place(), dateline.place().split("[,/]")[0]}) {
      Place best = null;
      for (Place place : gazetteer.lookup(name)) {
        if (best == null || rank(place) > rank(best)) {
          best = place;
        }
      }
      if (best != null) {
        return Optional.of(
            mention(
                dateline.span().field(),
                at,
                Math.min(at + name.length(), dateline.span().end()),
                reading,
                "toponym",
                best,
                0.5,
                "dateline"));
      }
    }
    return Optional.empty();
  }

  private static double rank(Place place) {
    return Resolution.prior(place) + (place.is(Place.CITY) ? 2 : 0);
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
