package org.sitrep.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentTest {

  private static final LocalDate DAY = LocalDate.of(2023, 3, 4);

  private static Incident full() {
    return Incident.draft("i")
        .before(List.of("h"))
        .title("Mill burns")
        .what("Accidents", "Accident")
        .when(DAY, DAY.plusDays(1), 2, "expression")
        .where("Millbrook", 7L, 1.5, 2.5, 3, "GB", "GB-ENG", "England")
        .toldBy(4, 5, 6)
        .killed(8, 9, 10, Map.of("civilians", 9))
        .injured(11, 12, 13)
        .who("one", "two", List.of("one", "two"), true)
        .confidence(0.25)
        .explained(List.of("the sum"))
        .warnings(List.of("disputed"))
        .corrections(List.of(new Corrected(2, "drop", "a1", "f", "x", "y", "z", "N.")))
        .incident();
  }

  /** What a draft forgets would be lost by every correction. */
  @Test
  void aDraftOfAnIncidentKeepsEveryColumn() throws Exception {
    Incident full = full();
    for (var column : Incident.class.getRecordComponents()) {
      Object value = column.getAccessor().invoke(full);
      assertThat(value).as(column.getName()).isNotNull().isNotEqualTo(List.of());
    }
    assertThat(full.draft().incident()).isEqualTo(full);
  }

  @Test
  void eachColumnHasItsOwnValue() {
    List<Integer> numbers =
        List.of(
            full().articleCount(),
            full().originalCount(),
            full().sourceCount(),
            full().killedLow(),
            full().killedBest(),
            full().killedHigh(),
            full().injuredLow(),
            full().injuredBest(),
            full().injuredHigh());
    assertThat(numbers).containsExactly(4, 5, 6, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void aDraftChangesWhatItSets() {
    Incident moved = full().draft().injured(null, null, null).title("Mill stands").incident();
    assertThat(moved.injuredBest()).isNull();
    assertThat(moved.title()).isEqualTo("Mill stands");
    assertThat(moved.killedBest()).isEqualTo(9);
    assertThat(Incident.draft("new").incident().warning()).isEmpty();
  }
}
