package org.sitrep.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.text.Resources;

/**
 * The hand-kept places that news names and a population gazetteer lacks or spells otherwise: each
 * lends its names to the place of the population gazetteer that it is, or stands by itself.
 */
final class Supplement {

  private static final double SAME_PLACE_KM = 6;

  /** Degrees; a square of the grid and its neighbours hold all that lies within six kilometres. */
  private static final double SQUARE = 0.1;

  /**
   * A place of the supplement.
   *
   * @param number its place in the order of the file
   * @param place what it is, if no other gazetteer knows it
   * @param names all its names, the usual one first
   */
  record Entry(int number, Place place, Set<String> names) {

    /** Its names in plain pieces with spaces between. */
    Set<String> plainNames() {
      return names.stream()
          .map(name -> String.join(" ", Names.pieces(name)))
          .collect(Collectors.toUnmodifiableSet());
    }

    /** A place of the population gazetteer under this entry's name. */
    Place lentTo(Place known) {
      boolean knowsRegion = place.regionCode() != null;
      return new Place(
          known.geonameId(),
          place.name(),
          place.feature(),
          known.countryCode(),
          knowsRegion ? place.regionCode() : known.regionCode(),
          knowsRegion ? place.regionName() : known.regionName(),
          Math.max(known.population(), place.population()),
          known.seat(),
          known.latitude(),
          known.longitude());
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Place, Set<String>> divisionNames = new LinkedHashMap<>();
  private final Map<List<String>, List<Entry>> bySkeleton = new HashMap<>();
  private final Set<String> countries = new HashSet<>();
  private final Set<Long> squares = new HashSet<>();

  private Supplement() {}

  /**
   * Reads the supplement.
   *
   * @param divisions first-level divisions by code
   */
  static Supplement read(Map<String, Place> divisions) {
    Supplement supplement = new Supplement();
    Map<Place, Set<String>> namesOf = new LinkedHashMap<>();
    for (String[] row : Resources.rows(Supplement.class, "supplement.tsv")) {
      Place division = row[5].isEmpty() ? null : divisions.get(row[5]);
      if (!row[5].isEmpty() && division == null) {
        throw new IllegalStateException("supplement.tsv: " + row[0] + ": no division " + row[5]);
      }
      boolean region = row[6].equals(Place.REGION);
      Place place =
          region
              ? division
              : new Place(
                  null,
                  row[0],
                  row[6],
                  row[4].intern(),
                  division == null ? null : division.regionCode(),
                  division == null ? null : division.regionName(),
                  row.length > 7 ? Integer.parseInt(row[7]) : 0,
                  0,
                  Double.parseDouble(row[2]),
                  Double.parseDouble(row[3]));
      Set<String> names =
          (region ? supplement.divisionNames : namesOf)
              .computeIfAbsent(place, key -> new LinkedHashSet<>());
      names.add(row[0]);
      names.addAll(Curated.split(row[1]));
    }
    namesOf.forEach(supplement::add);
    return supplement;
  }

  private void add(Place place, Set<String> names) {
    Entry entry = new Entry(entries.size(), place, names);
    entries.add(entry);
    countries.add(place.countryCode());
    squares.add(square(place.latitude(), place.longitude(), 0, 0));
    for (String name : names) {
      bySkeleton
          .computeIfAbsent(Gazetteer.skeleton(Names.pieces(name)), key -> new ArrayList<>())
          .add(entry);
    }
  }

  private static long square(double latitude, double longitude, int north, int east) {
    long row = (long) Math.floor(latitude / SQUARE) + north;
    return row * 100_000 + (long) Math.floor(longitude / SQUARE) + east;
  }

  /** All entries that are places, in the order of the file. */
  List<Entry> entries() {
    return entries;
  }

  /** The names that it gives to divisions. */
  Map<Place, Set<String>> divisionNames() {
    return divisionNames;
  }

  /** The first place that goes by a name. */
  Place named(String name) {
    for (Entry entry : entries) {
      if (entry.names.contains(name)) {
        return entry.place;
      }
    }
    throw new IllegalStateException("supplement.tsv: no " + name);
  }

  /** Whether any entry could be a place of a country at a point. */
  boolean near(String countryCode, double latitude, double longitude) {
    if (!countries.contains(countryCode)) {
      return false;
    }
    if (Math.abs(latitude) > 50) {
      return true; // squares are too narrow there
    }
    for (int north = -1; north <= 1; north++) {
      for (int east = -1; east <= 1; east++) {
        if (squares.contains(square(latitude, longitude, north, east))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The entry that a place with these names is, or null. */
  Entry same(Place place, Collection<String> names) {
    Entry same = null;
    if (near(place.countryCode(), place.latitude(), place.longitude())) {
      for (String name : names) {
        for (Entry entry :
            bySkeleton.getOrDefault(Gazetteer.skeleton(Names.pieces(name)), List.of())) {
          if (!entry.place.is(Place.AREA)
              && entry.place.countryCode().equals(place.countryCode())
              && entry.place.kilometresTo(place) <= SAME_PLACE_KM) {
            same = entry;
          }
        }
      }
    }
    return same;
  }
}
