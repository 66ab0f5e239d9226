package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.text.Resources;

/** What is reached on texts whose marks were set without sight of the rules. */
class BlindPlacesTest {

  private static BlindPlaces.Reached reached;

  @BeforeAll
  static void measure() {
    reached = BlindPlaces.measure(Gazetteer.embedded());
    System.out.println("blind places: " + BlindPlaces.figures(reached));
  }

  @Test
  void textsAreMarked() {
    assertThat(BlindPlaces.texts()).hasSize(80);
    assertThat(BlindPlaces.texts())
        .allSatisfy(
            text -> {
              assertThat(text.marks()).isNotEmpty();
              assertThat(text.text()).doesNotContain("[", "]", "|");
              assertThat(text.marks())
                  .allSatisfy(
                      mark -> {
                        assertThat(text.text().substring(mark.start(), mark.end()))
                            .isEqualTo(mark.surface());
                        assertThat(mark.kind()).isIn("toponym", "demonym", "either");
                        assertThat(mark.code()).matches("-|[A-Z]{2}([-.][A-Z0-9]{1,3})?");
                      });
            });
  }

  @Test
  void namesAreFound() {
    assertThat(reached.toponyms()[0]).as("precision of toponyms").isGreaterThan(0.95);
    assertThat(reached.toponyms()[1]).as("recall of toponyms").isGreaterThan(0.92);
    assertThat(reached.toponyms()[2]).as("F1 of toponyms").isGreaterThan(0.935);
    assertThat(reached.all()[2]).as("F1 with demonyms").isGreaterThan(0.94);
  }

  @Test
  void namesFoundAreTheRightPlaces() {
    assertThat(reached.country()).isGreaterThan(0.98);
    assertThat(reached.region()).isGreaterThan(0.96);
  }

  /** A fault that came or went is seen; {@link BlindPlaces#main} writes the list anew. */
  @Test
  void faultsAreTheKnownOnes() {
    assertThat(reached.faults())
        .containsExactlyElementsOf(Resources.lines(BlindPlaces.class, "blind-places-faults.tsv"));
  }
}
