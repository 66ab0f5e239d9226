package org.sitrep.place;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.place.PlaceRecords.Division;
import org.sitrep.place.Supplement.Entry;
import org.sitrep.place.geonames.DivisionRow;
import org.sitrep.place.geonames.Dump;
import org.sitrep.place.geonames.NameRow;
import org.sitrep.place.geonames.PlaceRow;
import org.sitrep.place.stored.TrieBuilder;
import org.sitrep.text.Resources;

/**
 * Writes the index of a dump: one pass over the places, one over the alternate names. In memory are
 * only the divisions, what the embedded gazetteer knows of its own places, and a number for each id
 * of GeoNames.
 */
final class DumpBuilder implements Closeable {

  /** The name of the exact trie's files. */
  static final String EXACT = "exact";

  /** The name of the skeletons' files. */
  static final String SKELETONS = "skeletons";

  /** As the embedded gazetteer is made of places of this size and more. */
  private static final int NO_VILLAGE = 1_000;

  private static final int MOST_VILLAGES_PER_DIVISION = 4;

  /** If more villages than this bear a name, one of each division is enough. */
  private static final int MANY_VILLAGES = 64;

  private static final int LONGEST_NAME = 200;
  private static final int MOST_PIECES = 12;

  private final Curated curated;
  private final Dump dump;
  private final Path folder;
  private final DumpDivisions divisions;
  private final CuratedNumbers numbers;
  private final TrieBuilder exact;
  private final TrieBuilder skeletons;
  private final IdNumbers numberOfId = new IdNumbers();
  private final Map<Integer, Known> embedded = new HashMap<>();
  private final Map<String, Set<String>> languages = new HashMap<>();
  private final Map<String, Place> counties = new HashMap<>();
  private final Map<Entry, Best> lent = new LinkedHashMap<>();
  private final List<String> countries;
  private final Map<String, Integer> countryNumbers = new HashMap<>();
  private PlaceRecords records;
  private List<Place> added = List.of();

  /** What the embedded gazetteer knows of a place. */
  record Known(Division division, List<String> otherNames) {}

  /** The place of the dump that an entry of the supplement is, as far as was read. */
  private record Best(int number, int population) {}

  DumpBuilder(Curated curated, Dump dump, Path folder) throws IOException {
    this.curated = curated;
    this.dump = dump;
    this.folder = folder;
    divisions = new DumpDivisions(curated, dump.divisions());
    numbers = CuratedNumbers.of(curated);
    countries = List.copyOf(curated.countries().keySet());
    for (int i = 0; i < countries.size(); i++) {
      countryNumbers.put(countries.get(i), i);
    }
    for (String[] row : Resources.rows(Dump.class, "local-languages.tsv")) {
      languages.put(row[0], Set.copyOf(Curated.split(row[1])));
    }
    EmbeddedPlaces.read(
        curated,
        (place, names) ->
            embedded.put(
                place.geonameId().intValue(),
                new Known(
                    place.regionCode() == null
                        ? null
                        : new Division(place.regionCode(), place.regionName()),
                    List.copyOf(names.subList(1, names.size())))));
    exact = new TrieBuilder(folder, EXACT);
    skeletons = new TrieBuilder(folder, SKELETONS);
  }

  /** Reads the dump and writes the index. */
  void build() throws IOException {
    tellCurated();
    try (PlaceRecords.Writer writer = new PlaceRecords.Writer(folder)) {
      dump.places(row -> place(row, writer));
    }
    records = PlaceRecords.open(folder, countries, divisions.numbered());
    added = List.copyOf(divisions.added().values());
    embedded.clear();
    tellSupplement();
    for (DivisionRow row : dump.divisions()) {
      otherName(new NameRow(row.id(), "en", row.name()));
    }
    for (DivisionRow row : dump.secondDivisions()) {
      otherName(new NameRow(row.id(), "en", row.name()));
    }
    dump.names(this::otherName);
    numberOfId.clear();
    exact.build(this::choice);
    skeletons.build(this::choice);
    new IndexTables(divisions.numbered(), added, lentNumbers()).write(folder);
  }

  /** How many places were kept. */
  int places() {
    return records.count();
  }

  private Map<Integer, Integer> lentNumbers() {
    Map<Integer, Integer> entryOfNumber = new LinkedHashMap<>();
    lent.forEach((entry, best) -> entryOfNumber.put(best.number, entry.number()));
    return entryOfNumber;
  }

  // --- names of what is curated -----------------------------------------------------------------

  private void tellCurated() {
    curated.tellNames(
        new NameSink() {
          @Override
          public void exact(List<String> pieces, Place place) {
            add(exact, pieces, Integer.MAX_VALUE, numbers.of(place));
            if (place.is(Place.COUNTY)) {
              counties.put(place.regionCode() + " " + String.join(" ", pieces), place);
            }
          }

          @Override
          public void skeleton(List<String> bones, Place place) {
            add(skeletons, bones, Integer.MAX_VALUE, numbers.of(place));
          }
        });
  }

  private static void add(TrieBuilder trie, List<String> pieces, int rank, int number) {
    try {
      trie.add(pieces, rank, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tellSupplement() {
    for (Entry entry : curated.supplement().entries()) {
      Best best = lent.get(entry);
      int number = best == null ? numbers.of(entry) : best.number;
      int rank = best == null ? Integer.MAX_VALUE : best.population;
      for (String name : entry.names()) {
        tell(entry.place().countryCode(), Names.pieces(name), rank, number);
      }
    }
    // The divisions that the dump adds come last among the curated numbers.
    for (int i = 0; i < added.size(); i++) {
      int number = numbers.ofAdded(i);
      tellDivision(added.get(i), added.get(i).name(), number);
      numberOfId.put(added.get(i).geonameId().intValue(), number);
    }
  }

  private void tellDivision(Place division, String name, int number) {
    curated.tellDivision(
        new NameSink() {
          @Override
          public void exact(List<String> pieces, Place place) {
            add(exact, pieces, Integer.MAX_VALUE, number);
          }

          @Override
          public void skeleton(List<String> bones, Place place) {
            add(skeletons, bones, Integer.MAX_VALUE, number);
          }
        },
        division,
        name);
  }

  // --- places -----------------------------------------------------------------------------------

  private void place(PlaceRow row, PlaceRecords.Writer writer) throws IOException {
    String feature = row.kind().feature();
    if (feature.equals(Place.REGION)) {
      Place division = divisions.itself(row);
      if (division != null && numbers.knows(division)) {
        numberOfId.put(row.id(), numbers.of(division));
      }
      return;
    }
    Known known = embedded.get(row.id());
    Division division = divisions.of(row, known);
    if (feature.equals(Place.COUNTY) && division != null) {
      Place county =
          counties.get(division.code() + " " + String.join(" ", Names.pieces(row.name())));
      if (county != null) {
        numberOfId.put(row.id(), numbers.of(county));
        return;
      }
    }
    Place place =
        new Place(
            (long) row.id(),
            row.name(),
            feature,
            row.countryCode(),
            division == null ? null : division.code(),
            division == null ? null : division.name(),
            row.population(),
            row.kind().seat(),
            row.latitude(),
            row.longitude());
    int number =
        writer.write(
            place,
            countryNumbers.get(row.countryCode()),
            divisions.number(division),
            row.kind().administrative());
    numberOfId.put(row.id(), number);
    String country = row.countryCode();
    int population = row.population();
    boolean village = population < NO_VILLAGE && row.kind().seat() == 0 && known == null;
    for (String name : List.of(row.name(), row.asciiName())) {
      List<String> pieces = Names.pieces(name);
      if (!village || !isMereWord(pieces)) {
        tell(country, pieces, population, number);
      }
    }
    if (known != null) {
      known.otherNames.forEach(name -> tell(country, Names.pieces(name), population, number));
    }
    if (!dump.hasAlternateNames() && curated.isTransliterated(country)) {
      for (String name : row.otherNames().split(",")) {
        tellOther(country, population, number, name);
      }
    }
    lend(place, row, known, number);
  }

  /** Tells a name that is not the place's own, unless it is a mere word or of another script. */
  private void tellOther(String countryCode, int population, int number, String name) {
    if (!isLatin(name)) {
      return;
    }
    List<String> pieces = Names.pieces(name);
    if (population < NO_VILLAGE ? !isMereWord(pieces) : !curated.isCommon(pieces)) {
      tell(countryCode, pieces, population, number);
    }
  }

  private void tell(String countryCode, List<String> pieces, int rank, int number) {
    if (pieces.isEmpty() || pieces.size() > MOST_PIECES) {
      return;
    }
    add(exact, pieces, rank, number);
    if (curated.isTransliterated(countryCode)) {
      add(skeletons, Gazetteer.skeleton(pieces), rank, number);
    }
  }

  /** Whether a name is a common word, a first name, a number or two letters. */
  private boolean isMereWord(List<String> pieces) {
    if (pieces.size() != 1) {
      return false;
    }
    String piece = pieces.get(0);
    return piece.length() < 3
        || curated.isCommon(pieces)
        || Finder.isFirstName(piece)
        || piece.chars().noneMatch(Character::isLetter);
  }

  private static boolean isLatin(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x250 && Character.isLetter(c) && !(c >= 0x1e00 && c < 0x1f00)
          || Character.isSurrogate(c)) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  /** Notes the place if the supplement names it; of several the most populous. */
  private void lend(Place place, PlaceRow row, Known known, int number) {
    if (!place.is(Place.CITY) && !place.is(Place.QUARTER)
        || !curated.supplement().near(place.countryCode(), place.latitude(), place.longitude())) {
      return;
    }
    Set<String> names = new HashSet<>(List.of(row.name(), row.asciiName()));
    names.addAll(Arrays.asList(row.otherNames().split(",")));
    if (known != null) {
      names.addAll(known.otherNames);
    }
    Entry entry = curated.supplement().same(place, names);
    if (entry != null) {
      Best best = lent.get(entry);
      if (best == null || place.population() > best.population) {
        lent.put(entry, new Best(number, place.population()));
      }
    }
  }

  // --- other names ------------------------------------------------------------------------------

  private void otherName(NameRow row) {
    int number = numberOfId.get(row.id());
    if (number == IdNumbers.NONE) {
      return;
    }
    if (number < 0) {
      Place place = numbers.place(number, added);
      if (place.is(Place.REGION)
          && taken(row.language(), place.countryCode())
          && isLatin(row.name())) {
        tellDivision(place, row.name(), number);
      }
      return;
    }
    String country = records.country(number);
    if (taken(row.language(), country)) {
      tellOther(country, records.population(number), number, row.name());
    }
  }

  private boolean taken(String language, String countryCode) {
    return language.isEmpty()
        || language.equals("en")
        || languages.getOrDefault(countryCode, Set.of()).contains(language);
  }

  // --- choosing among the places of one name ----------------------------------------------------

  /**
   * What is curated, every town, and a few villages of each division: which of many in one division
   * is meant, no text tells. A unit of administration leaves its name to a town of the same
   * division.
   */
  private int[] choice(int[] numbers) {
    if (numbers.length == 1) {
      return numbers;
    }
    Set<Integer> withTown = new HashSet<>();
    int villages = 0;
    for (int number : numbers) {
      villages += number >= 0 && records.population(number) < NO_VILLAGE ? 1 : 0;
      if (number >= 0 && !records.isAdministrative(number)) {
        withTown.add(records.division(number));
      }
    }
    int most = villages > MANY_VILLAGES ? 1 : MOST_VILLAGES_PER_DIVISION;
    Map<Integer, Integer> counts = new HashMap<>();
    int[] kept = new int[numbers.length];
    int size = 0;
    for (int number : numbers) {
      if (number >= 0) {
        int division = records.division(number);
        if (records.isAdministrative(number) && withTown.contains(division)
            || records.population(number) < NO_VILLAGE
                && counts.merge(division, 1, Integer::sum) > most) {
          continue;
        }
      }
      kept[size++] = number;
    }
    return Arrays.copyOf(kept, size);
  }

  @Override
  public void close() throws IOException {
    exact.close();
    skeletons.close();
  }
}
