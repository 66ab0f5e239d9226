package org.sitrep.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.place.PlaceRecords.Division;
import org.sitrep.place.geonames.DivisionRow;
import org.sitrep.place.geonames.PlaceRow;
import org.sitrep.text.Resources;

/**
 * The divisions of a dump: the curated ones by GeoNames' codes, and those that the dump has beyond
 * them.
 */
final class DumpDivisions {

  private final Curated curated;
  private final Map<String, String> merged = new HashMap<>();
  private final Set<String> cut = new HashSet<>();
  private final Set<String> dumped = new HashSet<>();
  private final Map<Integer, String> codeById = new HashMap<>();
  private final Map<String, Place> added = new LinkedHashMap<>();
  private final Map<Division, Integer> numbers = new LinkedHashMap<>();

  DumpDivisions(Curated curated, List<DivisionRow> rows) {
    this.curated = curated;
    for (String[] row : Resources.rows(DumpDivisions.class, "merged-divisions.tsv")) {
      merged.put(row[0], row[1]);
    }
    for (String code : curated.geonamesCodes()) {
      int second = code.indexOf('.', 3);
      if (second > 0) {
        cut.add(code.substring(0, second));
      }
    }
    for (DivisionRow row : rows) {
      dumped.add(row.code());
      codeById.put(row.id(), row.code());
      Place country = curated.countries().get(row.code().substring(0, 2));
      if (country != null && curated.division(row.code()) == null && !givesWay(row.code())) {
        add(row.code(), row.name(), row.id(), country);
      }
    }
  }

  private boolean givesWay(String code) {
    return merged.containsKey(code) || cut.contains(code);
  }

  private Place add(String code, String name, int id, Place country) {
    Place division =
        new Place(
            (long) id,
            name,
            Place.REGION,
            country.countryCode(),
            code.intern(),
            name,
            0,
            0,
            country.latitude(),
            country.longitude());
    added.put(code, division);
    return division;
  }

  /** The divisions that the curated ones lack, by code, in a fixed order. */
  Map<String, Place> added() {
    return added;
  }

  /** The divisions in the order of their numbers; complete once all rows are read. */
  List<Division> numbered() {
    List<Division> divisions = new ArrayList<>();
    for (Division division : numbers.keySet()) {
      Place known = added.get(division.code());
      divisions.add(known == null ? division : new Division(division.code(), known.name()));
    }
    return divisions;
  }

  /** The number of a division, -1 for a place without one. */
  int number(Division division) {
    return division == null ? -1 : numbers.computeIfAbsent(division, key -> numbers.size());
  }

  /** The division that a row of feature {@code region} is, or null where it is none of ours. */
  Place itself(PlaceRow row) {
    String code = codeById.getOrDefault(row.id(), row.countryCode() + "." + row.admin1());
    if (row.admin1().isEmpty() || givesWay(code)) {
      return null;
    }
    Place division = curated.division(code);
    if (division != null) {
      return division;
    }
    Place known = added.get(code);
    if (known == null) {
      known = add(code, row.name(), row.id(), curated.countries().get(row.countryCode()));
    }
    if (known.geonameId() == row.id()) {
      known = at(known, row);
      added.put(code, known);
    }
    return known;
  }

  private static Place at(Place division, PlaceRow row) {
    return new Place(
        division.geonameId(),
        division.name(),
        division.feature(),
        division.countryCode(),
        division.regionCode(),
        division.regionName(),
        row.population(),
        0,
        row.latitude(),
        row.longitude());
  }

  /**
   * The division in which a row lies, or null.
   *
   * @param known what the embedded gazetteer knows of the place, or null
   */
  Division of(PlaceRow row, DumpBuilder.Known known) {
    Division embedded = known == null ? null : known.division();
    if (row.admin1().isEmpty() || row.admin1().equals("00")) {
      return embedded;
    }
    String code = row.countryCode() + "." + row.admin1();
    code = merged.getOrDefault(code, code);
    Place division = curated.division(code + "." + row.admin2());
    if (division == null) {
      division = curated.division(code);
    }
    if (division != null) {
      return new Division(division.regionCode(), division.regionName());
    }
    if (embedded != null || cut.contains(code) || known != null && !dumped.contains(code)) {
      return embedded;
    }
    return new Division(code, null); // its name comes with numbered()
  }
}
