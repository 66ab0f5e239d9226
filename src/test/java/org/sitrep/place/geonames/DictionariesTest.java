package org.sitrep.place.geonames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.text.Resources;

class DictionariesTest {

  @Test
  void everyFeatureCodeStandsOnceAndLeadsToAFeatureOfOurs() {
    List<String[]> rows = Resources.rows(FeatureCodes.class, "features.tsv");
    assertThat(rows).extracting(row -> row[0]).doesNotHaveDuplicates();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(3);
              assertThat(row[0]).matches("[AHLPST]\\.[A-Z0-9]{2,5}").doesNotMatch(".*[HQW]");
              assertThat(row[1]).isIn("region", "county", "city", "quarter", "area");
              assertThat(row[2]).isIn("0", "1", "2");
              assertThat(FeatureCodes.kind(row[0]).feature()).isEqualTo(row[1]);
            });
  }

  @Test
  void whatIsGoneIsNoPlaceOfNews() {
    for (String code : List.of("P.PPLH", "P.PPLQ", "P.PPLW", "P.PPLCH", "A.ADM1H", "A.PCLI")) {
      assertThat(FeatureCodes.kind(code)).as(code).isNull();
    }
    assertThat(FeatureCodes.kind("P.PPLC")).isEqualTo(new FeatureCodes.Kind("city", 2, false));
    assertThat(FeatureCodes.kind("A.ADM2")).isEqualTo(new FeatureCodes.Kind("county", 0, true));
  }

  @Test
  void languagesAreCodesOfCountriesThatStandOnce() {
    List<String[]> rows = Resources.rows(Dump.class, "local-languages.tsv");
    assertThat(rows).extracting(row -> row[0]).doesNotHaveDuplicates();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row[0]).matches("[A-Z]{2}");
              assertThat(Set.of(row[1].split("\\|"))).allMatch(code -> code.matches("[a-z]{2,3}"));
            });
  }
}
