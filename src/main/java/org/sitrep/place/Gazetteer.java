package org.sitrep.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.sitrep.text.Resources;

/**
 * The world's place names: populated places, countries, first-level divisions, counties, demonyms,
 * abbreviations of states, and a hand-kept supplement of small places that news names. Immutable;
 * built once per JVM.
 */
public final class Gazetteer {

  private static final double SAME_PLACE_KM = 6;

  private final NameTrie names = new NameTrie();
  private final NameTrie skeletons = new NameTrie();
  private final NameTrie demonyms = new NameTrie();
  private final Map<String, Place> countries = new TreeMap<>();
  private final Map<String, Place> divisions = new TreeMap<>();
  private final Map<String, Place> stateAbbreviations = new HashMap<>();
  private final Map<String, Place> postalAbbreviations = new HashMap<>();
  private final Set<Place> supplementedPlaces = new HashSet<>();
  private final Map<Place, Set<String>> lent = new HashMap<>();
  private final Set<String> transliterated;

  private Gazetteer() {
    Class<?> here = Gazetteer.class;
    transliterated = Set.copyOf(Resources.lines(here, "transliterated.txt"));
    Set<String> common = Set.copyOf(Resources.lines(here, "common-words.txt"));
    for (String[] row : Resources.rows(here, "countries.tsv")) {
      Place country =
          new Place(
              Long.valueOf(row[2]),
              row[1],
              Place.COUNTRY,
              row[0],
              null,
              null,
              0,
              0,
              Double.parseDouble(row[3]),
              Double.parseDouble(row[4]));
      countries.put(row[0], country);
      name(country, row[1]);
      split(row[5]).forEach(alias -> name(country, alias));
      split(row[6]).forEach(word -> demonyms.add(Names.pieces(word), country));
    }
    for (String[] row : Resources.rows(here, "country-names.tsv")) {
      split(row[1]).forEach(alias -> name(countries.get(row[0]), alias));
    }
    Map<String, Place> byGeonamesCode = new HashMap<>();
    for (String[] row : Resources.rows(here, "divisions.tsv")) {
      Place country = countries.get(row[0].substring(0, 2));
      if (country == null) {
        continue;
      }
      boolean located = !row[4].isEmpty();
      Place division =
          new Place(
              null,
              row[2],
              Place.REGION,
              country.countryCode(),
              row[1].intern(),
              row[2],
              located ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(row[6])) : 0,
              0,
              located ? Integer.parseInt(row[4]) / 1e4 : country.latitude(),
              located ? Integer.parseInt(row[5]) / 1e4 : country.longitude());
      divisions.put(row[1], division);
      byGeonamesCode.put(row[0], division);
      division(division, row[2], common);
      split(row[3]).forEach(alias -> division(division, alias, common));
    }
    Map<String, List<Place>> supplemented = supplement();
    places(byGeonamesCode, common, supplemented);
    counties(byGeonamesCode);
    for (String[] row : Resources.rows(here, "demonyms.tsv")) {
      demonyms.add(Names.pieces(row[0]), demonymPlace(row, supplemented));
    }
    for (String[] row : Resources.rows(here, "abbreviations.tsv")) {
      Place division = divisions.get(row[1]);
      postalAbbreviations.put(row[0], division);
      if (row[2].equals("anywhere")) {
        stateAbbreviations.put(row[0], division);
      }
    }
  }

  private static final class Embedded {
    static final Gazetteer INSTANCE = new Gazetteer();
  }

  /** The gazetteer of the jar, loaded at first use. */
  public static Gazetteer embedded() {
    return Embedded.INSTANCE;
  }

  /**
   * The gazetteer that a setting names: the embedded one for an empty setting.
   *
   * @throws IllegalArgumentException for a directory: a full GeoNames dump is not read yet
   */
  public static Gazetteer of(String directoryOrEmpty) {
    if (directoryOrEmpty == null || directoryOrEmpty.isBlank()) {
      return embedded();
    }
    throw new IllegalArgumentException(
        "gazetteer "
            + directoryOrEmpty
            + ": reading a GeoNames directory is not supported yet; leave the setting empty for the"
            + " embedded gazetteer");
  }

  /**
   * The places that bear a name, most populous first: by exact spelling (blind to case, diacritics
   * and apostrophes), else by transliteration.
   */
  public List<Place> lookup(String name) {
    List<String> pieces = Names.pieces(name);
    List<Place> found = walk(names, pieces);
    if (found.isEmpty()) {
      found = walk(skeletons, skeleton(pieces));
    }
    List<Place> sorted = new ArrayList<>(found);
    sorted.sort(BY_SIZE);
    return sorted;
  }

  /** A country by its ISO 3166-1 code. */
  public Optional<Place> country(String code) {
    return Optional.ofNullable(countries.get(code));
  }

  /** A first-level division by its code, {@code SY-ID}. */
  public Optional<Place> division(String code) {
    return Optional.ofNullable(divisions.get(code));
  }

  /** All countries, by code. */
  public Collection<Place> countries() {
    return Collections.unmodifiableCollection(countries.values());
  }

  /** All first-level divisions, by code. */
  public Collection<Place> divisions() {
    return Collections.unmodifiableCollection(divisions.values());
  }

  /** Whether a place is one of the small ones that the supplement names by hand. */
  boolean isSupplemented(Place place) {
    return supplementedPlaces.contains(place);
  }

  /**
   * Whether the supplement lends a name, in plain pieces with spaces between, to a place of the
   * population gazetteer: then news calls the place so.
   */
  boolean lends(String plainName, Place place) {
    return lent.getOrDefault(place, Set.of()).contains(plainName);
  }

  NameTrie names() {
    return names;
  }

  NameTrie skeletons() {
    return skeletons;
  }

  NameTrie demonyms() {
    return demonyms;
  }

  /** The division behind an abbreviation that stands alone ({@code Calif}), or null. */
  Place abbreviated(String form) {
    return stateAbbreviations.get(form);
  }

  /** The division behind an abbreviation that follows a place and a comma, or null. */
  Place abbreviatedBehindComma(String form) {
    return postalAbbreviations.get(form);
  }

  static final Comparator<Place> BY_SIZE =
      Comparator.comparingInt(Gazetteer::weight)
          .reversed()
          .thenComparing(Place::countryCode)
          .thenComparing(p -> p.regionCode() == null ? "" : p.regionCode())
          .thenComparing(Place::feature)
          .thenComparing(Place::name)
          .thenComparingDouble(Place::latitude)
          .thenComparingDouble(Place::longitude);

  private static int weight(Place place) {
    return place.is(Place.COUNTRY) ? Integer.MAX_VALUE : place.population();
  }

  private static List<Place> walk(NameTrie trie, List<String> pieces) {
    int node = trie.root();
    for (String piece : pieces) {
      node = trie.step(node, piece);
      if (node < 0) {
        return List.of();
      }
    }
    return pieces.isEmpty() ? List.of() : trie.places(node);
  }

  static List<String> skeleton(List<String> pieces) {
    List<String> bones = new ArrayList<>(pieces.size());
    for (String piece : pieces) {
      if (!Names.isArticle(piece)) {
        bones.add(Names.skeleton(piece));
      }
    }
    return bones;
  }

  private static List<String> split(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  private void name(Place place, String name) {
    List<String> pieces = Names.pieces(name);
    names.add(pieces, place);
    if (!place.is(Place.COUNTRY) && transliterated.contains(place.countryCode())) {
      skeletons.add(skeleton(pieces), place);
    }
  }

  private static final Set<String> DIVISION_WORDS =
      Set.of(
          "province",
          "region",
          "state",
          "governorate",
          "oblast",
          "department",
          "district",
          "prefecture",
          "republic",
          "division",
          "muhafazat",
          "wilaya",
          "city",
          "county",
          "canton",
          "territory");

  /** A division is also known without its type word ({@code Rivne Oblast}, {@code Rivne}). */
  private void division(Place division, String name, Set<String> common) {
    List<String> pieces = Names.pieces(name);
    if (pieces.size() == 1 && common.contains(pieces.get(0))) {
      return;
    }
    name(division, name);
    int last = pieces.size() - 1;
    if (last > 0 && DIVISION_WORDS.contains(pieces.get(last))) {
      String bare = String.join(" ", pieces.subList(0, last));
      if (!common.contains(bare)) {
        name(division, bare);
      }
    }
  }

  private Place demonymPlace(String[] row, Map<String, List<Place>> supplemented) {
    if (row[2].isEmpty()) {
      return countries.get(row[1]);
    }
    Place division = divisions.get(row[2]);
    return division != null ? division : supplemented.get(row[2]).get(0);
  }

  /** Reads the supplement; the result lists its places by every name they bear. */
  private Map<String, List<Place>> supplement() {
    Map<String, List<Place>> byName = new HashMap<>();
    for (String[] row : Resources.rows(Gazetteer.class, "supplement.tsv")) {
      Place division = row[5].isEmpty() ? null : divisions.get(row[5]);
      if (!row[5].isEmpty() && division == null) {
        throw new IllegalStateException("supplement.tsv: " + row[0] + ": no division " + row[5]);
      }
      Set<String> all = new LinkedHashSet<>();
      all.add(row[0]);
      all.addAll(split(row[1]));
      if (row[6].equals(Place.REGION)) {
        all.forEach(name -> name(division, name));
        continue;
      }
      Place place =
          new Place(
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
      for (String name : all) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
      }
    }
    return byName;
  }

  private void places(
      Map<String, Place> divisionsByCode,
      Set<String> common,
      Map<String, List<Place>> supplemented) {
    // Supplement rows by skeleton, to find the place of the population gazetteer that each one is.
    Map<List<String>, List<Place>> pending = new HashMap<>();
    Map<Place, Set<String>> namesOf = new HashMap<>();
    Set<String> supplementedIn = new HashSet<>();
    supplemented.forEach(
        (name, list) -> {
          for (Place place : list) {
            pending
                .computeIfAbsent(skeleton(Names.pieces(name)), key -> new ArrayList<>())
                .add(place);
            namesOf.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(name);
            supplementedIn.add(place.countryCode());
          }
        });
    Set<Place> merged = new HashSet<>();
    try (BufferedReader reader = open("places.tsv.gz")) {
      Place country = null;
      Place division = null;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("@")) {
          country = countries.get(line.substring(1, 3));
          division = divisionsByCode.get(line.substring(1));
          continue;
        }
        if (country == null) {
          continue;
        }
        String[] row = line.split("\t", -1);
        String feature = row[3].equals("X") ? Place.QUARTER : Place.CITY;
        Place place =
            new Place(
                Long.valueOf(row[0]),
                row[1],
                feature,
                country.countryCode(),
                division == null ? null : division.regionCode(),
                division == null ? null : division.regionName(),
                row[4].isEmpty() ? 0 : Integer.parseInt(row[4]),
                row[3].equals("C") ? 2 : row[3].equals("A") ? 1 : 0,
                Integer.parseInt(row[5]) / 1e4,
                Integer.parseInt(row[6]) / 1e4);
        List<String> all = new ArrayList<>();
        all.add(row[1]);
        for (String alternate : split(row[2])) {
          List<String> pieces = Names.pieces(alternate);
          if (pieces.size() > 1 || pieces.size() == 1 && !common.contains(pieces.get(0))) {
            all.add(alternate);
          }
        }
        Place same = null;
        for (String name : supplementedIn.contains(place.countryCode()) ? all : List.<String>of()) {
          for (Place candidate : pending.getOrDefault(skeleton(Names.pieces(name)), List.of())) {
            if (!candidate.is(Place.AREA)
                && candidate.countryCode().equals(place.countryCode())
                && candidate.kilometresTo(place) <= SAME_PLACE_KM) {
              same = candidate;
            }
          }
        }
        if (same != null && merged.add(same)) {
          Place named = renamed(place, same);
          all.addAll(namesOf.get(same));
          supplementedPlaces.add(named);
          lent.put(
              named,
              namesOf.get(same).stream()
                  .map(name -> String.join(" ", Names.pieces(name)))
                  .collect(Collectors.toUnmodifiableSet()));
          all.forEach(name -> name(named, name));
        } else {
          all.forEach(name -> name(place, name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read places.tsv.gz", e);
    }
    namesOf.forEach(
        (place, all) -> {
          if (!merged.contains(place)) {
            supplementedPlaces.add(place);
            all.forEach(name -> name(place, name));
          }
        });
  }

  /** The population gazetteer's place under the supplement's name. */
  private static Place renamed(Place place, Place supplement) {
    return new Place(
        place.geonameId(),
        supplement.name(),
        supplement.feature(),
        place.countryCode(),
        supplement.regionCode() == null ? place.regionCode() : supplement.regionCode(),
        supplement.regionCode() == null ? place.regionName() : supplement.regionName(),
        Math.max(place.population(), supplement.population()),
        place.seat(),
        place.latitude(),
        place.longitude());
  }

  private void counties(Map<String, Place> divisionsByCode) {
    try (BufferedReader reader = open("counties.tsv.gz")) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t", -1);
        Place division = divisionsByCode.get(row[0]);
        Place county =
            new Place(
                null,
                row[1],
                Place.COUNTY,
                division.countryCode(),
                division.regionCode(),
                division.regionName(),
                Integer.parseInt(row[4]),
                0,
                Integer.parseInt(row[2]) / 1e4,
                Integer.parseInt(row[3]) / 1e4);
        name(county, row[1]);
        if (row.length > 5) {
          name(county.asArea(row[5]), row[5]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read counties.tsv.gz", e);
    }
  }

  private static BufferedReader open(String name) throws IOException {
    InputStream stream = Gazetteer.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("no resource " + name);
    }
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(stream, 1 << 16), StandardCharsets.UTF_8),
        1 << 16);
  }
}
