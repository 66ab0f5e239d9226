package org.sitrep.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.sitrep.text.Resources;

/**
 * What the gazetteer knows whichever file its populated places come from: countries, first-level
 * divisions, counties, demonyms, abbreviations of states, and the supplement.
 */
final class Curated {

  private final Map<String, Place> countries = new TreeMap<>();
  private final Map<String, Place> divisions = new TreeMap<>();
  private final Map<String, Place> byGeonamesCode = new HashMap<>();
  private final HeapTrie demonyms = new HeapTrie();
  private final Map<String, Place> stateAbbreviations = new HashMap<>();
  private final Map<String, Place> postalAbbreviations = new HashMap<>();
  private final Set<String> transliterated;
  private final Set<String> common;
  private final Supplement supplement;

  private Curated() {
    Class<?> here = Curated.class;
    transliterated = Set.copyOf(Resources.lines(here, "transliterated.txt"));
    common = Set.copyOf(Resources.lines(here, "common-words.txt"));
    for (String[] row : Resources.rows(here, "countries.tsv")) {
      Place country =
          new Place(
              Long.valueOf(row[2]),
              row[1],
              Place.COUNTRY,
              row[0].intern(),
              null,
              null,
              0,
              0,
              Double.parseDouble(row[3]),
              Double.parseDouble(row[4]));
      countries.put(row[0], country);
      split(row[6]).forEach(word -> demonyms.add(Names.pieces(word), country));
    }
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
    }
    supplement = Supplement.read(divisions);
    for (String[] row : Resources.rows(here, "demonyms.tsv")) {
      demonyms.add(Names.pieces(row[0]), demonymPlace(row));
    }
    for (String[] row : Resources.rows(here, "abbreviations.tsv")) {
      Place division = divisions.get(row[1]);
      postalAbbreviations.put(row[0], division);
      if (row[2].equals("anywhere")) {
        stateAbbreviations.put(row[0], division);
      }
    }
  }

  private static final class Loaded {
    static final Curated INSTANCE = new Curated();
  }

  /** What the jar holds, loaded at first use. */
  static Curated loaded() {
    return Loaded.INSTANCE;
  }

  /** The resources on which an index of names depends, its own and those of the dump's reader. */
  static List<String> resources() {
    return List.of(
        "countries.tsv",
        "country-names.tsv",
        "divisions.tsv",
        "counties.tsv.gz",
        "supplement.tsv",
        "transliterated.txt",
        "common-words.txt",
        "first-names.txt",
        "merged-divisions.tsv",
        "places.tsv.gz",
        "geonames/features.tsv",
        "geonames/local-languages.tsv",
        "geonames/no-languages.txt");
  }

  private Place demonymPlace(String[] row) {
    if (row[2].isEmpty()) {
      return countries.get(row[1]);
    }
    Place division = divisions.get(row[2]);
    return division != null ? division : supplement.named(row[2]);
  }

  /** Countries by ISO 3166-1 code. */
  Map<String, Place> countries() {
    return countries;
  }

  /** First-level divisions by their code, ISO 3166-2 or GeoNames'. */
  Map<String, Place> divisions() {
    return divisions;
  }

  /** The division behind a code of GeoNames ({@code SY.12}), or null. */
  Place division(String geonamesCode) {
    return byGeonamesCode.get(geonamesCode);
  }

  /** The codes of GeoNames that stand for a division. */
  Set<String> geonamesCodes() {
    return byGeonamesCode.keySet();
  }

  Supplement supplement() {
    return supplement;
  }

  HeapTrie demonyms() {
    return demonyms;
  }

  Place abbreviated(String form) {
    return stateAbbreviations.get(form);
  }

  Place abbreviatedBehindComma(String form) {
    return postalAbbreviations.get(form);
  }

  /** Whether a name is a single common word, which names a place only by its own first name. */
  boolean isCommon(List<String> pieces) {
    return pieces.size() == 1 && common.contains(pieces.get(0));
  }

  /** Tells the names of countries, divisions and counties; always in the same order. */
  void tellNames(NameSink sink) {
    Class<?> here = Curated.class;
    for (String[] row : Resources.rows(here, "countries.tsv")) {
      tell(sink, countries.get(row[0]), row[1]);
      split(row[5]).forEach(alias -> tell(sink, countries.get(row[0]), alias));
    }
    for (String[] row : Resources.rows(here, "country-names.tsv")) {
      split(row[1]).forEach(alias -> tell(sink, countries.get(row[0]), alias));
    }
    for (String[] row : Resources.rows(here, "divisions.tsv")) {
      Place division = byGeonamesCode.get(row[0]);
      if (division != null) {
        tellDivision(sink, division, row[2]);
        split(row[3]).forEach(alias -> tellDivision(sink, division, alias));
      }
    }
    supplement
        .divisionNames()
        .forEach((division, names) -> names.forEach(name -> tell(sink, division, name)));
    tellCounties(sink);
  }

  /** Tells a name of a place, with its skeleton where the country's names are transliterated. */
  void tell(NameSink sink, Place place, String name) {
    tell(sink, place, Names.pieces(name));
  }

  void tell(NameSink sink, Place place, List<String> pieces) {
    if (pieces.isEmpty()) {
      return;
    }
    sink.exact(pieces, place);
    if (!place.is(Place.COUNTRY) && isTransliterated(place.countryCode())) {
      sink.skeleton(Gazetteer.skeleton(pieces), place);
    }
  }

  /** Whether names of a country reach English transliterated. */
  boolean isTransliterated(String countryCode) {
    return transliterated.contains(countryCode);
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
  void tellDivision(NameSink sink, Place division, String name) {
    List<String> pieces = Names.pieces(name);
    if (isCommon(pieces)) {
      return;
    }
    tell(sink, division, pieces);
    int last = pieces.size() - 1;
    if (last > 0 && DIVISION_WORDS.contains(pieces.get(last))) {
      List<String> bare = pieces.subList(0, last);
      if (!isCommon(bare)) {
        tell(sink, division, bare);
      }
    }
  }

  private void tellCounties(NameSink sink) {
    for (String line : lines("counties.tsv.gz")) {
      String[] row = line.split("\t", -1);
      Place division = byGeonamesCode.get(row[0]);
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
      tell(sink, county, row[1]);
      if (row.length > 5) {
        tell(sink, county.asArea(row[5]), row[5]);
      }
    }
  }

  static List<String> split(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  /** The lines of a compressed resource, without comments. */
  static Iterable<String> lines(String name) {
    InputStream stream = Curated.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("no resource " + name);
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(stream, 1 << 16), StandardCharsets.UTF_8),
            1 << 16)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return lines;
  }
}
