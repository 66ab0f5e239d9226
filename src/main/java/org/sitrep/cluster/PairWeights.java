package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.text.Resources;

/** The weights of the pair features: a logistic model, as a readable resource of the jar. */
final class PairWeights {

  private final double intercept;
  private final double[] weights;

  private PairWeights(double intercept, double[] weights) {
    this.intercept = intercept;
    this.weights = weights;
  }

  /** The weights in the jar, read once. */
  static PairWeights shipped() {
    return Shipped.WEIGHTS;
  }

  /**
   * Weights from rows of feature and weight: the list's version, the intercept, then every feature
   * in order.
   *
   * @throws IllegalArgumentException where the rows are not those of this version's features
   */
  static PairWeights of(List<String[]> rows) {
    List<String> expected = new ArrayList<>(List.of("features", "intercept"));
    expected.addAll(PairFeatures.NAMES);
    List<String> found = rows.stream().map(row -> row[0]).toList();
    if (!found.equals(expected)) {
      throw new IllegalArgumentException("weights for " + found + ", features are " + expected);
    }
    double[] values = rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
    if (values[0] != PairFeatures.VERSION) {
      throw new IllegalArgumentException(
          "weights of feature list " + values[0] + ", this is " + PairFeatures.VERSION);
    }
    return new PairWeights(values[1], java.util.Arrays.copyOfRange(values, 2, values.length));
  }

  /** The logit that the two articles tell one event. */
  double logit(double[] features) {
    double sum = intercept;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  private static final class Shipped {
    static final PairWeights WEIGHTS = of(Resources.rows(PairWeights.class, "pair-weights.tsv"));
  }
}
