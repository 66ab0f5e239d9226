package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class EventDaysTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/org/sitrep/cluster/event-days-cases.tsv",
      delimiter = '\t',
      useHeadersInDisplayName = true)
  void gap(String one, String two, Integer days) {
    EventDays a = EventDays.of(one);
    EventDays b = EventDays.of(two);
    assertThat(a.gap(b)).isEqualTo(b.gap(a));
    assertThat(a.gap(b).isPresent() ? (Integer) a.gap(b).getAsInt() : null).isEqualTo(days);
  }
}
