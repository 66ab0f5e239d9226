package org.sitrep.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.place.PlaceRecords.Division;

/**
 * The small tables of an index, as tab-separated text: divisions by number, divisions that the dump
 * adds, and the places to which the supplement lends its names.
 *
 * @param divisions by their number in the records of places
 * @param added divisions that are not curated, in the order of their numbers
 * @param lent number of the supplement's entry by the number of the place
 */
record IndexTables(List<Division> divisions, List<Place> added, Map<Integer, Integer> lent) {

  private static final String DIVISIONS = "divisions.tsv";
  private static final String ADDED = "added-divisions.tsv";
  private static final String LENT = "lent.tsv";

  /** Writes the tables into a folder. */
  void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Division division : divisions) {
      lines.add(division.code() + "\t" + (division.name() == null ? "" : division.name()));
    }
    Files.write(folder.resolve(DIVISIONS), lines);
    lines.clear();
    for (Place division : added) {
      lines.add(
          String.join(
              "\t",
              division.regionCode(),
              division.name(),
              division.countryCode(),
              division.geonameId().toString(),
              Double.toString(division.latitude()),
              Double.toString(division.longitude()),
              Integer.toString(division.population())));
    }
    Files.write(folder.resolve(ADDED), lines);
    lines.clear();
    lent.forEach((number, entry) -> lines.add(number + "\t" + entry));
    Files.write(folder.resolve(LENT), lines);
  }

  /** Reads the tables of a folder. */
  static IndexTables read(Path folder) throws IOException {
    List<Division> divisions = new ArrayList<>();
    for (String[] row : rows(folder, DIVISIONS)) {
      divisions.add(new Division(row[0].intern(), row[1].isEmpty() ? null : row[1]));
    }
    List<Place> added = new ArrayList<>();
    for (String[] row : rows(folder, ADDED)) {
      added.add(
          new Place(
              Long.valueOf(row[3]),
              row[1],
              Place.REGION,
              row[2].intern(),
              row[0].intern(),
              row[1],
              Integer.parseInt(row[6]),
              0,
              Double.parseDouble(row[4]),
              Double.parseDouble(row[5])));
    }
    Map<Integer, Integer> lent = new LinkedHashMap<>();
    for (String[] row : rows(folder, LENT)) {
      lent.put(Integer.valueOf(row[0]), Integer.valueOf(row[1]));
    }
    return new IndexTables(divisions, added, lent);
  }

  private static List<String[]> rows(Path folder, String name) throws IOException {
    return Files.readAllLines(folder.resolve(name)).stream()
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
