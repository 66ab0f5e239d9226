package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.text.Resources;

class PairWeightsTest {

  private static final List<String[]> ROWS = Resources.rows(PairWeights.class, "pair-weights.tsv");

  @Test
  void everyWeightSaysWhatItsFeatureIs() {
    assertThat(ROWS)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(5);
              assertThat(row[0]).isNotEmpty();
              assertThat(row[4]).isNotEmpty();
            });
  }

  @Test
  void weightsLieWithinTheirBounds() {
    for (String[] row : ROWS) {
      double weight = Double.parseDouble(row[1]);
      assertThat(row[2].isEmpty() || weight >= Double.parseDouble(row[2])).as(row[0]).isTrue();
      assertThat(row[3].isEmpty() || weight <= Double.parseDouble(row[3])).as(row[0]).isTrue();
    }
  }

  @Test
  void weightsAreReadFromAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("weights.tsv");
    List<String> lines = new ArrayList<>(List.of("# of my own"));
    ROWS.forEach(row -> lines.add(row[0] + "\t" + (row[0].equals("features") ? row[1] : "2")));
    Files.write(file, lines);
    double[] one = new double[PairFeatures.NAMES.size()];
    one[0] = 1;
    assertThat(PairWeights.read(file.toString()).logit(one)).isEqualTo(4);
    assertThat(PairWeights.read("").logit(one)).isEqualTo(PairWeights.shipped().logit(one));
    Files.writeString(file, "features\n");
    assertThatThrownBy(() -> PairWeights.read(file.toString())).hasMessageContaining("weights.tsv");
    assertThatThrownBy(() -> PairWeights.read(folder.resolve("none").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
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
    assertThatThrownBy(() -> PairWeights.of(fewer)).hasMessageContaining("no_date");
    List<String[]> older = new ArrayList<>(ROWS);
    older.set(0, new String[] {"features", "0", ""});
    assertThatThrownBy(() -> PairWeights.of(older))
        .hasMessageContaining("this is " + PairFeatures.VERSION);
  }
}
