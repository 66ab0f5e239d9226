package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    long iso = GAZETTEER.divisions().stream().filter(d -> d.regionCode().contains("-")).count();
    assertThat(iso).isGreaterThan(3_400);
  }

  @Test
  void countriesAtWarAreCrosswalkedWholly() {
    Set<String> known = Set.of("IQ.19", "PS.GZ", "PS.WE");
    Set<String> without =
        GAZETTEER.divisions().stream()
            .map(Place::regionCode)
            .filter(code -> code.contains("."))
            .filter(
                code ->
                    Set.of(
                            "SY", "IQ", "YE", "LY", "UA", "PS", "LB", "AF", "SD", "SS", "ML", "BF",
                            "NE", "NG", "CD", "MM", "US")
                        .contains(code.substring(0, 2)))
            .collect(Collectors.toSet());
    assertThat(without).isEqualTo(known);
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
  void aDirectoryIsRefusedWithTheRemedy() {
    assertThat(Gazetteer.of("")).isSameAs(GAZETTEER);
    assertThatThrownBy(() -> Gazetteer.of("dump"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dump")
        .hasMessageContaining("leave the setting empty");
  }
}
