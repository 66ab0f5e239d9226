package org.sitrep.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.place.Gazetteer;
import org.sitrep.text.Resources;

/** What is reached on texts dated without sight of the rules. */
class BlindDatesTest {

  private static BlindDates.Reached reached;

  @BeforeAll
  static void measure() {
    reached = BlindDates.measure(Gazetteer.embedded());
    System.out.println("blind dates: " + BlindDates.figures(reached));
  }

  @Test
  void daysOfPublication() {
    assertThat(reached.published()).isGreaterThan(0.99);
  }

  @Test
  void daysOfTheEvent() {
    assertThat(reached.start()).as("first day").isGreaterThan(0.97);
    assertThat(reached.end()).as("last day").isGreaterThan(0.97);
    assertThat(reached.articleStart()).as("first day, annotated").isGreaterThan(0.97);
    assertThat(reached.articleEnd()).as("last day, annotated").isGreaterThan(0.97);
  }

  /** A fault that came or went is seen; {@link BlindDates#main} writes the list anew. */
  @Test
  void faultsAreTheKnownOnes() {
    assertThat(reached.faults())
        .containsExactlyElementsOf(Resources.lines(BlindDates.class, "blind-dates-faults.tsv"));
  }
}
