package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;

class ClaimantsTest {

  private static final PublicationDate PUBLISHED =
      new PublicationDate(LocalDate.of(2016, 6, 10), "metadata", null);

  static Stream<String[]> cases() {
    return Resources.rows(ClaimantsTest.class, "claimant-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFigureHasItsClaimant(String text, int figure, String claimant, String side) {
    Reading reading = Reading.of(null, text, Set.of());
    List<PlaceMention> places = Places.find(reading, null, Gazetteer.embedded());
    List<Claim> claims =
        Claims.find(
                reading, places, Dates.find(reading, PUBLISHED), Actors.find(reading), PUBLISHED)
            .stream()
            .filter(claim -> claim.numberLow() == figure)
            .toList();
    assertThat(claims).isNotEmpty();
    assertThat(claims.get(0).claimant()).isEqualTo(claimant.equals("-") ? null : claimant);
    if (!side.equals("?")) {
      assertThat(claims.get(0).claimantSide()).isEqualTo(side.isEmpty() ? null : side);
    }
  }
}
