package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

/** The states of the US with their abbreviations and counties. */
class StatesTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();

  static Stream<String[]> states() {
    return Resources.rows(StatesTest.class, "us-states.tsv").stream();
  }

  private static List<PlaceMention> find(String text) {
    return Places.find(Reading.of(null, text, Set.of()), null, GAZETTEER);
  }

  @Test
  void fiftyStatesAndTheDistrict() {
    assertThat(states().map(row -> "US-" + row[1]))
        .hasSize(51)
        .containsExactlyInAnyOrderElementsOf(
            GAZETTEER.divisions().stream()
                .map(Place::regionCode)
                .filter(code -> code.startsWith("US-"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("states")
  void aTownIsPlacedByPostalCodeAndByApsAbbreviation(
      String name, String postal, String ap, String county, String counties) {
    for (String state : ap.equals("-") ? List.of(postal) : List.of(postal, ap)) {
      List<PlaceMention> mentions =
          find("Two men were hurt in Springfield, " + state + ", on Monday morning.");
      assertThat(mentions).as(state).isNotEmpty();
      PlaceMention last = mentions.get(mentions.size() - 1);
      assertThat(last.regionCode()).as(state).isEqualTo("US-" + postal);
      assertThat(last.feature()).isEqualTo(Place.REGION);
    }
  }

  @ParameterizedTest
  @MethodSource("states")
  void aCountyIsResolved(String name, String postal, String ap, String county, String counties) {
    if (county.equals("-")) {
      return;
    }
    PlaceMention mention = find("A barn burned in " + county + ", " + name + ".").get(0);
    assertThat(mention.surface()).isEqualTo(county);
    assertThat(mention.regionCode()).isEqualTo("US-" + postal);
    assertThat(mention.feature()).isEqualTo(Place.COUNTY);
  }

  @Test
  void everyStateHasAllItsCounties() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Gazetteer.class.getResourceAsStream("counties.tsv.gz")),
                StandardCharsets.UTF_8))) {
      Map<String, Long> perState =
          reader
              .lines()
              .filter(line -> line.startsWith("US."))
              .collect(Collectors.groupingBy(line -> line.substring(3, 5), Collectors.counting()));
      states()
          .forEach(
              row ->
                  assertThat(perState.getOrDefault(row[1], 0L))
                      .as(row[0])
                      .isEqualTo(Long.valueOf(row[4])));
    }
  }
}
