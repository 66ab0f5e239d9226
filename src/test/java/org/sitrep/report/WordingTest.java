package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "103|103|103|103",
        "0|0|50|0-0-50",
        "12|17|17|12-17-17",
        "0|0|0|0",
        "|||–",
      })
  void ranges(Long low, Long best, Long high, String text) {
    assertThat(new Range(low, best, high).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2015-05-10|2015-05-10|10 May 2015",
        "2015-05-10||10 May 2015",
        "2015-05-04|2015-05-10|4–10 May 2015",
        "2015-04-27|2015-05-03|27 Apr – 3 May 2015",
        "2024-12-30|2025-01-05|30 Dec 2024 – 5 Jan 2025",
        "||day unknown",
      })
  void days(LocalDate first, LocalDate last, String words) {
    assertThat(Days.of(first, last)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "warning|disputed|claimants disagree",
        "warning|some_new_code|some new code",
        "where_prec|7|place unknown",
        "type|other|no event",
        "short|violence_against_civilians|on civilians",
        "short|riots|riots",
        "type||''",
      })
  void codes(String kind, String code, String words) {
    assertThat(Words.of(kind, code)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"SY,Syria", "XX,Unknown", ",Unknown"})
  void countries(String code, String name) {
    assertThat(Words.country(code)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bridge bombed|Air/drone strike|Kos|Bridge bombed",
        "' '|Armed clash|Bama|Armed clash, Bama",
        "|Armed clash||Armed clash",
        "|||Incident",
      })
  void headlines(String title, String type, String place, String headline) {
    assertThat(Headline.of(title, type, place)).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|1|0|battles 2, crime",
        "1|3|0|crime 3, battles",
        "1|1|0|battles, crime",
        "0|0|0|''"
      })
  void types(long battles, long crime, long riots, String words) {
    assertThat(
            String.join(
                ", ",
                Words.counted("type", Map.of("battles", battles, "crime", crime, "riots", riots))))
        .isEqualTo(words);
  }
}
