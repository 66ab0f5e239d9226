package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.text.Resources;

class PairWeightsTest {

  private static final List<String[]> ROWS = Resources.rows(PairWeights.class, "pair-weights.tsv");

  @Test
  void everyWeightSaysWhatItsFeatureIs() {
    assertThat(ROWS).allSatisfy(row -> assertThat(row).hasSize(3).doesNotContain(""));
  }

  @Test
  void strangersAreNotJoined() {
    double logit = PairWeights.shipped().logit(new double[PairFeatures.NAMES.size()]);
    assertThat(logit).isLessThan(ClusterSettings.defaults().linkThreshold());
  }

  @Test
  void weightsOfAnotherListAreRefused() {
    List<String[]> fewer = new ArrayList<>(ROWS);
    fewer.remove(fewer.size() - 1);
    assertThatThrownBy(() -> PairWeights.of(fewer)).hasMessageContaining("weak");
    List<String[]> older = new ArrayList<>(ROWS);
    older.set(0, new String[] {"features", "0", ""});
    assertThatThrownBy(() -> PairWeights.of(older)).hasMessageContaining("this is 1");
  }
}
