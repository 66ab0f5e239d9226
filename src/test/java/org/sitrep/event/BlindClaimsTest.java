package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.place.Gazetteer;
import org.sitrep.text.Resources;

/** What is reached on texts whose claims and types were labelled without sight of the rules. */
class BlindClaimsTest {

  private static BlindClaims.Reached claims;
  private static BlindClaims.Reached types;

  @BeforeAll
  static void measure() {
    claims = BlindClaims.claims(Gazetteer.embedded());
    types = BlindClaims.types(Gazetteer.embedded());
    System.out.println(BlindClaims.figures(claims, types));
  }

  @Test
  void figuresAreFound() {
    assertThat(claims.figures()[0]).as("precision").isGreaterThan(0.92);
    assertThat(claims.figures()[1]).as("recall").isGreaterThan(0.95);
    assertThat(claims.modality()).as("modality").isGreaterThan(0.98);
    assertThat(claims.victims()).as("class").isGreaterThan(0.83);
  }

  @Test
  void eventsAreTyped() {
    assertThat(types.figures()[0]).as("types").isGreaterThan(0.91);
    assertThat(types.figures()[1]).as("sub-types").isGreaterThan(0.89);
    assertThat(types.victims()).as("civilian targeting").isGreaterThan(0.93);
  }

  /** A fault that came or went is seen; {@link BlindClaims#main} writes the lists anew. */
  @Test
  void faultsAreTheKnownOnes() {
    assertThat(claims.faults())
        .containsExactlyElementsOf(Resources.lines(BlindClaims.class, "blind-claims-faults.txt"));
    assertThat(types.faults())
        .containsExactlyElementsOf(Resources.lines(BlindClaims.class, "blind-types-faults.txt"));
  }
}
