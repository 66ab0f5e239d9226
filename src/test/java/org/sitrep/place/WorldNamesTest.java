package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

/** Natural features, islands, districts, camps, renamed towns and people's nouns of the world. */
class WorldNamesTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();
  private static final Set<String> FEATURES = Set.of(Place.CITY, Place.QUARTER, Place.AREA);

  private static final Set<String> VAST = Set.of("AU", "BR", "CA", "CN", "NE", "RU", "US");

  static Stream<String[]> names() {
    return Resources.rows(WorldNamesTest.class, "world-names.tsv").stream();
  }

  /** The rows that are places of their own, not names of divisions. */
  static Stream<String[]> supplement() {
    return Resources.rows(Gazetteer.class, "supplement.tsv").stream()
        .filter(row -> !row[6].equals(Place.REGION));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNameIsFoundWhereTheMapHasIt(String name, String country, String region) {
    String where =
        GAZETTEER.country(country).map(place -> ", " + place.name()).orElse(" on Tuesday");
    List<PlaceMention> mentions =
        Places.find(
            Reading.of(null, "Two people died near " + name + where + ".", Set.of()),
            null,
            GAZETTEER);
    assertThat(mentions).isNotEmpty();
    PlaceMention mention = mentions.get(0);
    assertThat(mention.surface()).isEqualTo(name);
    assertThat(mention.countryCode()).isEqualTo(country);
    if (!region.isEmpty()) {
      assertThat(mention.regionCode()).isEqualTo(region);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A Pole, PL, ",
    "A Dane, DK, ",
    "A Lao national, LA, ",
    "A Frenchwoman, FR, ",
    "A Scot, GB, GB-SCT",
    "Two Englishmen, GB, GB-ENG",
    "Two Aussies, AU, ",
    "A Basque, ES, ES-PV",
    "Two Sardinians, IT, IT-88",
    "A Tibetan, CN, CN-XZ",
    "Two Ontarians, CA, CA-ON",
    "A Queenslander, AU, AU-QLD",
    "Two Iowans, US, US-IA",
    "Two Kurds, XX, ",
    "A Siberian, RU, "
  })
  void aPersonOfAPlaceNamesIt(String who, String country, String region) {
    List<PlaceMention> mentions =
        Places.find(Reading.of(null, who + " was among the injured.", Set.of()), null, GAZETTEER);
    assertThat(mentions).hasSize(1);
    assertThat(mentions.get(0).countryCode()).isEqualTo(country);
    assertThat(mentions.get(0).regionCode()).isEqualTo(region);
  }

  @Test
  void eachRowOfTheSupplementLiesInItsCountry() {
    supplement()
        .forEach(
            row -> {
              String name = row[0];
              double latitude = Double.parseDouble(row[2]);
              double longitude = Double.parseDouble(row[3]);
              assertThat(row.length).as(name).isBetween(7, 8);
              assertThat(latitude).as(name).isBetween(-90.0, 90.0);
              assertThat(longitude).as(name).isBetween(-180.0, 180.0);
              assertThat(FEATURES).as(name).contains(row[6]);
              if (!row[4].equals("XX")) {
                assertThat(GAZETTEER.country(row[4])).as(name).isPresent();
              }
              if (row.length > 7) {
                assertThat(Integer.parseInt(row[7])).as(name).isPositive();
              }
            });
  }

  /** A point that is far from its division has its signs or its code wrong. */
  @Test
  void eachTownOfTheSupplementLiesNearItsDivision() {
    supplement()
        .filter(row -> row[6].equals(Place.CITY) || row[6].equals(Place.QUARTER))
        .filter(row -> !row[5].isEmpty())
        .forEach(
            row -> {
              Place division = GAZETTEER.division(row[5]).orElseThrow();
              assertThat(division.countryCode()).as(row[0]).isEqualTo(row[4]);
              assertThat(
                      Place.kilometres(
                          Double.parseDouble(row[2]),
                          Double.parseDouble(row[3]),
                          division.latitude(),
                          division.longitude()))
                  .as(row[0] + " in " + row[5])
                  .isLessThan(VAST.contains(row[4]) ? 1300 : 650);
            });
  }

  @Test
  void noRowStandsTwice() {
    Set<String> seen = new HashSet<>();
    supplement()
        .forEach(
            row ->
                assertThat(seen.add(row[4] + " " + row[5] + " " + row[0]))
                    .as(row[0] + " " + row[4])
                    .isTrue());
  }
}
