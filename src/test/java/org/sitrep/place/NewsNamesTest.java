package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

/** Towns, districts, villages, camps and crossings of countries in the news, by news' spellings. */
class NewsNamesTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();
  private static final int FEWEST = 25;
  private static final Set<String> AT_WAR =
      Set.of(
          "SY", "IQ", "YE", "LY", "UA", "PS", "LB", "AF", "SD", "SS", "ML", "BF", "NE", "TD", "NG",
          "CD", "MM", "MX", "CO", "SO", "ET", "IL", "PK", "IN");

  static Stream<String[]> names() {
    return Resources.rows(NewsNamesTest.class, "news-names.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theGazetteerHasTheNameInItsRegion(String country, String name, String region) {
    assertThat(GAZETTEER.division(region)).isPresent();
    assertThat(GAZETTEER.lookup(name))
        .filteredOn(place -> country.equals(place.countryCode()))
        .extracting(Place::regionCode)
        .contains(region);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSentenceIsResolvedToTheRegion(String country, String name, String region) {
    String text =
        "Fighting broke out in " + name + ", " + GAZETTEER.country(country).orElseThrow().name();
    List<PlaceMention> mentions =
        Places.find(Reading.of(null, text + ".", Set.of()), null, GAZETTEER);
    assertThat(mentions).isNotEmpty();
    assertThat(mentions.get(0).surface()).isEqualTo(name);
    assertThat(mentions.get(0).regionCode()).isEqualTo(region);
  }

  @Test
  void everyCountryHasEnoughNamesAndNoneTwice() {
    Map<String, Long> perCountry =
        names().collect(Collectors.groupingBy(row -> row[0], Collectors.counting()));
    for (String country : AT_WAR) {
      assertThat(perCountry.get(country)).as(country).isGreaterThanOrEqualTo(FEWEST);
    }
    Set<String> strip = Set.of("PS-GZA", "PS-NGZ", "PS-DEB", "PS-KYS", "PS-RFH");
    assertThat(names().filter(row -> strip.contains(row[2])).count())
        .isBetween((long) FEWEST, perCountry.get("PS") - FEWEST);
    assertThat(names().map(row -> row[0] + row[1])).doesNotHaveDuplicates();
  }

  @Test
  void allDivisionsOfTheirCountriesAreIso() {
    Set<String> newer = Set.of("ET.55", "ET.56");
    assertThat(GAZETTEER.divisions())
        .filteredOn(d -> AT_WAR.contains(d.countryCode()) && !newer.contains(d.regionCode()))
        .extracting(Place::regionCode)
        .allMatch(code -> code.matches("[A-Z]{2}-[A-Z0-9]{1,3}"));
  }
}
