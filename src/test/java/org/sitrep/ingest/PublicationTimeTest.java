package org.sitrep.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Resources;

class PublicationTimeTest {

  static List<String[]> cases() {
    return Resources.rows(PublicationTimeTest.class, "publication-time-cases.tsv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatIsWritten(String given, String time, String day) {
    Optional<PublicationTime> expected =
        time.equals("-")
            ? Optional.empty()
            : Optional.of(new PublicationTime(Instant.parse(time), LocalDate.parse(day)));
    assertThat(PublicationTime.of(given)).isEqualTo(expected);
  }

  @Test
  void takesNumbersDaysAndTimes() {
    PublicationTime time =
        new PublicationTime(Instant.parse("2015-04-25T06:07:00Z"), LocalDate.of(2015, 4, 25));
    assertThat(PublicationTime.of(1429942020L)).contains(time);
    assertThat(PublicationTime.of(1429942020000L)).contains(time);
    assertThat(PublicationTime.of(1429942020000000L)).contains(time);
    assertThat(PublicationTime.of(time.at())).contains(time);
    assertThat(PublicationTime.of(20150425L)).map(PublicationTime::date).contains(time.date());
    assertThat(PublicationTime.of(time.date())).map(PublicationTime::date).contains(time.date());
    assertThat(PublicationTime.of(null)).isEmpty();
  }

  @Property
  void everyDayOfTheCalendarComesBack(@ForAll @LongRange(min = -25567, max = 47846) long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    assertThat(PublicationTime.of(day.toString())).map(PublicationTime::date).contains(day);
  }

  @Property
  void anyStringIsReadOrLeft(@ForAll String given) {
    assertThat(PublicationTime.of(given)).isNotNull();
  }
}
