package org.sitrep.correct;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.Place;
import org.sitrep.tables.Incident;

/** Where an incident was: the columns of {@code incidents} that say it. */
record Whereabouts(
    String countryCode,
    String regionCode,
    String regionName,
    String placeName,
    Long geonameId,
    Double latitude,
    Double longitude,
    Integer wherePrec) {

  private static final String UNKNOWN = "XX";

  private static final int EXACT = 1;
  private static final int DIVISION = 4;
  private static final int COUNTRY = 6;
  private static final int NONE = 7;

  /** Nothing known. */
  static final Whereabouts NOWHERE =
      new Whereabouts(UNKNOWN, UNKNOWN, null, null, null, null, null, NONE);

  static Whereabouts of(Incident incident) {
    return new Whereabouts(
        incident.countryCode(),
        incident.regionCode(),
        incident.regionName(),
        incident.placeName(),
        incident.geonameId(),
        incident.latitude(),
        incident.longitude(),
        incident.wherePrec());
  }

  /** Whether the region is known. */
  boolean inRegion() {
    return !regionCode.equals(UNKNOWN);
  }

  /**
   * Where it is after a move. A region or country takes the place with it: the old one lies
   * elsewhere. A place is looked up in its region; one that the gazetteer lacks has the region's
   * coordinates, unless they are given.
   *
   * @param values fields of a move, checked
   */
  Whereabouts moved(Map<String, String> values) {
    Whereabouts moved = this;
    if (values.containsKey("region_code")) {
      moved = at(Gazetteer.embedded().division(values.get("region_code")).orElseThrow(), DIVISION);
    } else if (values.containsKey("country_code")) {
      moved = at(Gazetteer.embedded().country(values.get("country_code")).orElseThrow(), COUNTRY);
    }
    String name = values.get("place_name");
    if (name != null) {
      moved = moved.in(name);
    }
    if (values.containsKey("latitude")) {
      moved =
          new Whereabouts(
              moved.countryCode,
              moved.regionCode,
              moved.regionName,
              moved.placeName,
              moved.geonameId,
              Double.valueOf(values.get("latitude")),
              Double.valueOf(values.get("longitude")),
              EXACT);
    }
    return moved;
  }

  private static Whereabouts at(Place area, int precision) {
    return new Whereabouts(
        area.countryCode(),
        area.regionCode() == null ? UNKNOWN : area.regionCode(),
        area.regionName(),
        area.name(),
        area.geonameId(),
        area.latitude(),
        area.longitude(),
        precision);
  }

  private Whereabouts in(String name) {
    Optional<Place> found =
        Gazetteer.embedded().lookup(name).stream()
            .filter(
                place ->
                    inRegion()
                        ? regionCode.equals(place.regionCode())
                        : countryCode.equals(UNKNOWN) || countryCode.equals(place.countryCode()))
            .findFirst();
    if (found.isPresent() && (inRegion() || found.get().regionCode() == null)) {
      Place place = found.get();
      return new Whereabouts(
          countryCode,
          regionCode,
          regionName,
          name,
          place.geonameId(),
          place.latitude(),
          place.longitude(),
          EXACT);
    }
    Optional<Place> area =
        inRegion()
            ? Gazetteer.embedded().division(regionCode)
            : Gazetteer.embedded().country(countryCode);
    return new Whereabouts(
        countryCode,
        regionCode,
        regionName,
        name,
        null,
        area.map(Place::latitude).orElse(null),
        area.map(Place::longitude).orElse(null),
        area.isEmpty()
            ? Objects.requireNonNullElse(wherePrec, NONE)
            : inRegion() ? DIVISION : COUNTRY);
  }
}
