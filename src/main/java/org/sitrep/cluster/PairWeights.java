package org.sitrep.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sitrep.text.Resources;

/**
 * The weights of the pair features: a logistic model, as a readable file. Columns, between tabs:
 * feature, weight, least and most weight that training may give it (or empty), what it is.
 */
final class PairWeights implements Serializable {

  private final double intercept;
  private final double[] weights;

  private PairWeights(double intercept, double[] weights) {
    this.intercept = intercept;
    this.weights = weights;
  }

  /**
   * The weights of a file.
   *
   * @param file a local file; empty for the weights in the jar
   * @throws IllegalArgumentException where it cannot be read or has other features
   */
  static PairWeights read(String file) {
    if (file.isBlank()) {
      return shipped();
    }
    try {
      return of(
          Files.readAllLines(Path.of(file)).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .toList());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the weights " + file + " cannot be used: " + e, e);
    }
  }

  /** A model of given weights, in the order of the features. */
  static PairWeights of(double intercept, double[] weights) {
    return new PairWeights(intercept, weights.clone());
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
    if (rows.stream().anyMatch(row -> row.length < 2)) {
      throw new IllegalArgumentException("a line has no weight");
    }
    double[] values = rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
    if (values[0] != PairFeatures.VERSION) {
      throw new IllegalArgumentException(
          "weights of feature list " + values[0] + ", this is " + PairFeatures.VERSION);
    }
    return new PairWeights(values[1], Arrays.copyOfRange(values, 2, values.length));
  }

  /** The logit of two articles that share nothing. */
  double intercept() {
    return intercept;
  }

  /** The weight of a feature, by its place in the list. */
  double weight(int feature) {
    return weights[feature];
  }

  /** The logit that two articles with these features tell one event. */
  double logit(double[] features) {
    double sum = intercept;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /** The logit that two articles tell one event. */
  double logit(Profile a, Profile b) {
    return logit(PairFeatures.of(a, b));
  }

  @Override
  public String toString() {
    return PairFeatures.VERSION + " " + intercept + " " + Arrays.toString(weights);
  }

  private static final class Shipped {
    static final PairWeights WEIGHTS = of(Resources.rows(PairWeights.class, "pair-weights.tsv"));
  }
}
