package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

/** Countries by every name and demonym. */
class CountriesTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();

  private static List<String[]> countries() {
    return Resources.rows(Gazetteer.class, "countries.tsv");
  }

  private static List<Place> demonym(String word) {
    int node = GAZETTEER.demonyms().root();
    for (String piece : Names.pieces(word)) {
      node = GAZETTEER.demonyms().step(node, piece);
      if (node < 0) {
        return List.of();
      }
    }
    return GAZETTEER.demonyms().places(node);
  }

  @Test
  void everyCodeOfIsoIsACountry() {
    assertThat(GAZETTEER.countries())
        .extracting(Place::countryCode)
        .doesNotHaveDuplicates()
        .contains(Locale.getISOCountries());
  }

  @Test
  void everyCountryHasADemonymOrAReason() {
    Set<String> without =
        countries().stream()
            .filter(row -> row[6].isEmpty())
            .map(row -> row[0])
            .collect(Collectors.toCollection(TreeSet::new));
    List<String[]> reasons = Resources.rows(CountriesTest.class, "without-demonym.tsv");
    assertThat(without).containsExactlyElementsOf(reasons.stream().map(row -> row[0]).toList());
    assertThat(reasons).extracting(row -> row[1]).containsOnly("nobody", "shared", "none");
    assertThat(Arrays.asList(Locale.getISOCountries())).containsAll(without);
  }

  @Test
  void aDemonymMeansOneCountry() {
    for (String[] row : countries()) {
      for (String word : row[6].isEmpty() ? new String[0] : row[6].split("\\|")) {
        assertThat(demonym(word)).as(word).extracting(Place::countryCode).containsExactly(row[0]);
      }
    }
  }

  @Test
  void demonymsOfRegionsRepeatNoneOfTheCountries() {
    Set<String> ofCountries =
        countries().stream()
            .flatMap(row -> Arrays.stream(row[6].split("\\|")))
            .collect(Collectors.toSet());
    assertThat(Resources.rows(Gazetteer.class, "demonyms.tsv"))
        .extracting(row -> row[0])
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(ofCountries);
  }

  /** The actors' list of nations is another view of the same knowledge: they must not disagree. */
  @Test
  void nationsOfActorsAreTheSameCountries() {
    List<String> unlike = new ArrayList<>();
    for (String[] row : Resources.rows(Gazetteer.class, "/org/sitrep/event/nations.tsv")) {
      for (String word : row[1].split("\\|")) {
        List<Place> places = new ArrayList<>(demonym(word));
        places.addAll(GAZETTEER.lookup(word));
        if (places.stream().noneMatch(place -> place.countryCode().equals(row[0]))) {
          unlike.add(row[0] + " " + word);
        }
      }
    }
    assertThat(unlike).containsExactly("TM Turkmen"); // a people of Iraq and Syria, too
  }

  @ParameterizedTest
  @CsvSource({
    "DE, Deutschland",
    "AT, Österreich",
    "CH, Suisse",
    "BE, België",
    "IT, Italia",
    "BR, Brasil",
    "PL, Polska",
    "HU, Magyarország",
    "FI, Suomi",
    "SE, Sverige",
    "NO, Norge",
    "DK, Danmark",
    "TR, Türkiye",
    "HR, Hrvatska",
    "IE, Éire",
    "CI, Côte d'Ivoire",
    "TD, Tchad",
    "CM, Cameroun",
    "MM, Burma",
    "SZ, Swaziland",
    "CZ, Czech Republic",
    "MK, Macedonia",
    "CD, DRC",
    "CD, DR Congo",
    "CG, Congo-Brazzaville",
    "KP, DPRK",
    "AE, U.A.E.",
    "TL, East Timor",
    "CV, Cape Verde",
    "PS, Palestine",
    "XK, Kosovo"
  })
  void aCountryIsKnownByItsOtherNames(String code, String name) {
    assertThat(GAZETTEER.lookup(name)).first().extracting(Place::countryCode).isEqualTo(code);
    assertThat(GAZETTEER.lookup(name).get(0).is(Place.COUNTRY)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DE-BY, Bayern",
    "DE-SN, Sachsen",
    "AT-6, Steiermark",
    "CH-GE, Genève",
    "IT-52, Toscana",
    "IT-21, Piemonte",
    "ES-CT, Cataluña",
    "ES-PV, Euskadi",
    "FR-BRE, Bretagne",
    "BE-VLG, Vlaanderen",
    "DK-85, Sjælland",
    "FI-10, Lappi",
    "PL-24, Śląskie",
    "CZ-64, Jihomoravský",
    "PT-20, Açores",
    "TR-35, İzmir",
    "BR-SP, São Paulo",
    "MX-MEX, Edomex"
  })
  void aDivisionIsKnownByItsOwnName(String code, String name) {
    assertThat(GAZETTEER.lookup(name))
        .filteredOn(place -> place.is(Place.REGION))
        .extracting(Place::regionCode)
        .contains(code);
  }

  @Test
  void nativeNamesAreNoWordsOfOrdinaryEnglish() {
    Set<String> common = Set.copyOf(Resources.lines(Gazetteer.class, "common-words.txt"));
    for (String[] row : Resources.rows(Gazetteer.class, "country-names.tsv")) {
      for (String name : row[1].split("\\|")) {
        assertThat(common).doesNotContain(String.join(" ", Names.pieces(name)));
      }
    }
    Reading reading = Reading.of(null, "The island and the land were dry, men said.", Set.of());
    assertThat(Places.find(reading, null, GAZETTEER)).isEmpty();
  }
}
