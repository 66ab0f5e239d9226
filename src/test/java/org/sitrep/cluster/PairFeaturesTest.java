package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.place.Place;
import org.sitrep.tables.Document;

class PairFeaturesTest {

  private static final TermWeights WEIGHTS = TermWeights.of(0, new long[0], new long[0]);

  private static final String BATTLE =
      "Fighting broke out near the grain silos of Azaz on Friday, residents said. Fourteen soldiers"
          + " were killed, according to a doctor at the clinic. Rebels shelled the eastern gate.";
  private static final String SAME_BATTLE =
      "Fourteen soldiers died on Friday as rebels attacked the silos outside Azaz, a doctor said.";
  private static final String LATER_BATTLE =
      "Clashes resumed in Azaz on Sunday and two rebels were killed, monitors said.";

  private static final Profile FIRST = profile(BATTLE, LocalDate.of(2016, 3, 5));
  private static final Profile SECOND = profile(SAME_BATTLE, LocalDate.of(2016, 3, 6));
  private static final Profile LATER = profile(LATER_BATTLE, LocalDate.of(2016, 3, 21));

  @Test
  void orderOfTheTwoDoesNotMatter() {
    assertThat(PairFeatures.of(FIRST, SECOND)).isEqualTo(PairFeatures.of(SECOND, FIRST));
    assertThat(PairFeatures.of(FIRST, LATER)).isEqualTo(PairFeatures.of(LATER, FIRST));
  }

  @Test
  void sameBattleIsLikelierThanTheNextOne() {
    assertThat(logit(FIRST, SECOND)).isGreaterThan(logit(FIRST, LATER) + 2);
  }

  @Test
  void everyFeatureHasAValue() {
    assertThat(PairFeatures.of(FIRST, LATER))
        .hasSize(PairFeatures.NAMES.size())
        .doesNotContain(Double.NaN);
  }

  @Test
  void daysApartContradict() {
    assertThat(value("event_apart", FIRST, LATER)).isEqualTo(1);
    assertThat(value("event_apart", FIRST, SECOND)).isZero();
    assertThat(value("same_date", FIRST, SECOND)).isEqualTo(1);
  }

  @Test
  void undatedArticleIsNeutral() {
    Profile undated = profile(SAME_BATTLE, null);
    assertThat(value("event_gap", FIRST, undated)).isZero();
    assertThat(value("event_apart", FIRST, undated)).isZero();
    assertThat(value("event_after_published", FIRST, undated)).isZero();
  }

  @Test
  void profileSurvivesItsBytes() {
    Profile read = Profile.of(FIRST.bytes());
    assertThat(read).usingRecursiveComparison().isEqualTo(FIRST);
    assertThat(PairFeatures.of(read, SECOND)).isEqualTo(PairFeatures.of(FIRST, SECOND));
  }

  @Test
  void emptyArticleIsComparedToo() {
    Profile empty = profile("", null);
    assertThat(PairFeatures.of(empty, empty)).doesNotContain(Double.NaN);
    assertThat(Copies.isCopy(empty, empty)).isFalse();
  }

  @Test
  void distanceOnTheGlobe() {
    // Aleppo and Hama, measured on a map.
    assertThat(Place.kilometres(36.2, 37.16, 35.13, 36.76)).isCloseTo(124, within(2.0));
  }

  @Test
  void rareTermsWeighMore() {
    long common = Hashes.of(TermField.ALL.column(), "harvest");
    TermWeights weights = TermWeights.of(1000, new long[] {common}, new long[] {200});
    assertThat(weights.idf(TermField.ALL, "harvest"))
        .isLessThan(weights.idf(TermField.ALL, "silo"));
    assertThat(weights.idf(TermField.ALL, "soldiers"))
        .isLessThan(weights.idf(TermField.ALL, "silo"));
  }

  private static double value(String name, Profile a, Profile b) {
    return PairFeatures.of(a, b)[PairFeatures.NAMES.indexOf(name)];
  }

  private static double logit(Profile a, Profile b) {
    return PairWeights.shipped().logit(PairFeatures.of(a, b));
  }

  private static Profile profile(String text, LocalDate published) {
    Document document = TestDocuments.of("id", "", text, published, Set.of());
    return Profile.of(document, WEIGHTS);
  }
}
