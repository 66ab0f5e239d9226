package org.sitrep.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.text.Resources;

/** Where generated stories happen: real countries and towns, the most reported first. */
final class World {

  /**
   * A country.
   *
   * @param code ISO 3166-1
   * @param name as in a sentence
   * @param adjective of its people and offices
   * @param rebels armed parties beside the government
   * @param towns the largest first
   */
  record Country(
      String code, String name, String adjective, List<String> rebels, List<Town> towns) {}

  /**
   * A town.
   *
   * @param regionCode ISO 3166-2
   * @param regionName English name of the division
   * @param region the division as a sentence names it
   * @param name the town's name
   * @param latitude degrees north, as written
   * @param longitude degrees east, as written
   */
  record Town(
      String regionCode,
      String regionName,
      String region,
      String name,
      String latitude,
      String longitude) {}

  private static final List<String> DIVISION_WORDS =
      List.of(
          "Province",
          "State",
          "Governorate",
          "Region",
          "County",
          "Department",
          "Division",
          "District",
          "Oblast",
          "Krai",
          "Republic",
          "City",
          "Strip",
          "Bank");

  private final List<Country> countries;
  private final Zipf zipf;

  World() {
    Map<String, List<Town>> towns = new LinkedHashMap<>();
    for (String[] row : Resources.rows(World.class, "towns.tsv")) {
      towns
          .computeIfAbsent(row[0], key -> new ArrayList<>())
          .add(new Town(row[1], row[2], region(row[2]), row[3], row[4], row[5]));
    }
    List<Country> read = new ArrayList<>();
    for (String[] row : Resources.rows(World.class, "countries.tsv")) {
      read.add(
          new Country(row[0], row[1], row[2], List.of(row[3].split("\\|")), towns.get(row[0])));
    }
    countries = List.copyOf(read);
    zipf = new Zipf(countries.size(), 2);
  }

  private static String region(String name) {
    return DIVISION_WORDS.stream().anyMatch(word -> name.endsWith(" " + word))
        ? name
        : name + " province";
  }

  List<Country> countries() {
    return countries;
  }

  /** The number of a country, by Zipf's law. */
  int country(Dice dice) {
    return zipf.draw(dice);
  }
}
