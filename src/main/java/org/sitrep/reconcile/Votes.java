package org.sitrep.reconcile;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A weighted vote; ties go to the first in order. */
final class Votes<T extends Comparable<T>> {

  private final Map<T, Double> weights = new TreeMap<>();

  void add(T choice, double weight) {
    if (choice != null) {
      weights.merge(choice, weight, Double::sum);
    }
  }

  /** The winner; null where nobody voted. */
  T winner() {
    return weights.entrySet().stream()
        .max(
            Map.Entry.<T, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
