package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Resources;

class GazetteerTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();

  @Test
  void everyCountryHasACodeAndAPoint() {
    assertThat(GAZETTEER.countries()).hasSizeGreaterThanOrEqualTo(249);
    assertThat(GAZETTEER.countries())
        .allSatisfy(
            country -> {
              assertThat(country.countryCode()).matches("[A-Z]{2}");
              assertThat(country.geonameId()).isPositive();
              assertThat(country.latitude()).isBetween(-90.0, 90.0);
              assertThat(country.longitude()).isBetween(-180.0, 180.0);
              assertThat(GAZETTEER.lookup(country.name())).contains(country);
            });
  }

  @Test
  void divisionCodesAreIsoOrGeonamesAndOneDivisionBearsEach() {
    assertThat(GAZETTEER.divisions()).hasSizeGreaterThan(3_800);
    assertThat(GAZETTEER.divisions())
        .allSatisfy(
            division -> {
              assertThat(division.regionCode())
                  .matches("[A-Z]{2}-[A-Z0-9]{1,3}|[A-Z]{2}\\.[A-Z0-9]+")
                  .startsWith(division.countryCode());
              assertThat(division.latitude()).isBetween(-90.0, 90.0);
            });
    assertThat(GAZETTEER.divisions()).extracting(Place::regionCode).doesNotHaveDuplicates();
  }

  private static final Path SOURCES = Path.of("src", "main", "gazetteer");

  /** What the hand-kept list of the build gives as a reason, by country or GeoNames code. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(SOURCES.resolve("without-iso.tsv"))) {
      if (!line.startsWith("#")) {
        String[] row = line.split("\t", -1);
        assertThat(reasons.put(row[0], row[1])).as(row[0]).isNull();
      }
    }
    return reasons;
  }

  @Test
  void everyDivisionHasItsIsoCodeOrAReason() throws IOException {
    Map<String, String> reasons = reasons();
    assertThat(reasons.values())
        .allMatch(
            Set.of("no subdivisions", "other level", "newer", "abolished", "uninhabited")
                ::contains);
    Set<String> used = new TreeSet<>();
    for (Place division : GAZETTEER.divisions()) {
      String code = division.regionCode();
      if (code.matches(division.countryCode() + "-[A-Z0-9]{1,3}")) {
        continue;
      }
      String reason = reasons.containsKey(code) ? code : division.countryCode();
      assertThat(reasons).as(code + " " + division.name()).containsKey(reason);
      used.add(reason);
    }
    assertThat(used).as("reasons that stand for a division").isEqualTo(reasons.keySet());
  }

  @Test
  void mergedDivisionsAreThoseOfTheCrosswalk() throws IOException {
    assertThat(Resources.lines(Gazetteer.class, "merged-divisions.tsv"))
        .containsExactlyInAnyOrderElementsOf(
            Files.readAllLines(SOURCES.resolve("divisions.tsv")).stream()
                .filter(line -> !line.startsWith("#") && line.split("\t")[1].contains("."))
                .toList());
  }

  @Test
  void aCountryWithoutSubdivisionsHasNone() throws IOException {
    for (Map.Entry<String, String> reason : reasons().entrySet()) {
      if (reason.getValue().equals("no subdivisions")) {
        assertThat(GAZETTEER.divisions())
            .filteredOn(division -> division.countryCode().equals(reason.getKey()))
            .extracting(Place::regionCode)
            .allMatch(code -> code.startsWith(reason.getKey() + "."));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SY-HA, Al-Hasakah",
    "SY-HM, Hama",
    "SY-HI, Homs",
    "SY-ID, Idlib",
    "SY-HL, Aleppo",
    "SY-DI, Damascus Governorate",
    "SY-RD, Rif-dimashq",
    "SY-DY, Deir ez-Zor",
    "SY-LA, Latakia",
    "SY-QU, Quneitra",
    "SY-DR, Daraa",
    "SY-SU, Suwayda",
    "SY-RA, Raqqa",
    "SY-TA, Tartus",
    "UA-63, Kharkiv",
    "UA-30, Kyiv City",
    "UA-32, Kyiv Oblast",
    "UA-14, Donetsk",
    "UA-09, Luhansk",
    "PS-KYS, Khan Yunis",
    "PS-HBN, Hebron",
    "NP-P5, Lumbini Province",
    "KZ-10, Abai Region",
    "IQ-NI, Nineveh",
    "US-OH, Ohio",
    "US-DC, District of Columbia",
    "IR-23, Tehran",
    "RU-CE, Chechnya",
    "SD-DN, Northern Darfur"
  })
  void divisionsBearTheirCodes(String code, String name) {
    assertThat(GAZETTEER.division(code).map(Place::name)).contains(name);
  }

  @Test
  void theSupplementLendsItsNamesToTheKnownPlace() {
    List<Place> found = GAZETTEER.lookup("Jisr al-Shughur");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).geonameId()).isEqualTo(169023L);
    assertThat(GAZETTEER.lookup("Jisr esh-Shughur")).isEqualTo(found);
    assertThat(GAZETTEER.lookup("Soran"))
        .extracting(Place::regionCode)
        .contains("SY-HM", "IQ-AR")
        .doesNotContain("SY-HL");
  }

  static Stream<String[]> spellings() {
    return Resources.rows(GazetteerTest.class, "folding-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void spellingsFallTogetherOrNot(String one, String two, String expected) {
    boolean same =
        Gazetteer.skeleton(Names.pieces(one)).equals(Gazetteer.skeleton(Names.pieces(two)));
    assertThat(same).isEqualTo(expected.equals("same"));
  }

  @Test
  void anEmptySettingIsTheEmbeddedOne() {
    assertThat(Gazetteer.of("")).isSameAs(GAZETTEER);
    assertThat(Gazetteer.of(null)).isSameAs(GAZETTEER);
    assertThat(Gazetteer.version("")).isEqualTo("embedded");
    assertThatThrownBy(() -> Gazetteer.of("dump"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dump: is not there");
  }
}
