package org.sitrep.cluster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The weighed terms of one field of one article.
 *
 * @param terms hashes, ascending
 * @param weights {@code (1 + ln tf) * idf} of each
 * @param rarity evidence that each term is when two articles share it: {@code max(0, ln(N/df) - 4)}
 * @param norm Euclidean length of the weights
 */
record TermVector(int[] terms, float[] weights, float[] rarity, double norm) {

  /** More terms than this are cut to the heaviest, so that no text makes a giant of its article. */
  private static final int MOST_TERMS = 512;

  /** The vector of an article's terms, repeated as often as they stand. */
  static TermVector of(TermField field, List<String> repeated, TermWeights weights) {
    Map<String, Integer> counts = new HashMap<>();
    repeated.forEach(term -> counts.merge(term, 1, Integer::sum));
    List<Term> terms = new ArrayList<>(counts.size());
    counts.forEach(
        (term, count) -> {
          float idf = weights.idf(field, term);
          if (idf > 0) {
            terms.add(
                new Term(Hashes.of(term), (float) (1 + Math.log(count)) * idf, rarity(idf), term));
          }
        });
    if (terms.size() > MOST_TERMS) {
      terms.sort(Term.HEAVIEST);
      terms.subList(MOST_TERMS, terms.size()).clear();
    }
    terms.sort(Term.BY_HASH);
    int[] hashes = new int[terms.size()];
    float[] values = new float[hashes.length];
    float[] rare = new float[hashes.length];
    int size = 0;
    for (Term term : terms) {
      if (size == 0 || hashes[size - 1] != term.hash) {
        hashes[size] = term.hash;
        values[size] = term.weight;
        rare[size] = term.rarity;
        size++;
      }
    }
    return of(Arrays.copyOf(hashes, size), Arrays.copyOf(values, size), Arrays.copyOf(rare, size));
  }

  /** A weighed term; of two with one hash the first by name counts. */
  private record Term(int hash, float weight, float rarity, String name) {
    private static final Comparator<Term> BY_HASH =
        Comparator.comparingInt(Term::hash).thenComparing(Term::name);
    private static final Comparator<Term> HEAVIEST =
        Comparator.comparingDouble((Term term) -> -term.weight).thenComparing(BY_HASH);
  }

  private static TermVector of(int[] terms, float[] weights, float[] rarity) {
    double sum = 0;
    for (float weight : weights) {
      sum += (double) weight * weight;
    }
    return new TermVector(terms, weights, rarity, Math.sqrt(sum));
  }

  private static float rarity(float idf) {
    return (float) Math.max(0, idf - 1 - TermWeights.RARE);
  }

  /** Cosine of two vectors, 0 where one is empty. */
  double cosine(TermVector other) {
    return norm == 0 || other.norm == 0 ? 0 : dot(other) / (norm * other.norm);
  }

  /** How much of the lighter vector the heavier one holds, 0..1. */
  double containment(TermVector other) {
    double lighter = Math.min(norm, other.norm);
    return lighter == 0 ? 0 : Math.min(1, dot(other) / (lighter * lighter));
  }

  /** Sum of the rarity of the terms that both hold. */
  double sharedRarity(TermVector other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      int left = terms[i];
      int right = other.terms[j];
      if (left == right) {
        sum += rarity[i];
      }
      // No branch: which side goes on cannot be predicted.
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return sum;
  }

  private double dot(TermVector other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      int left = terms[i];
      int right = other.terms[j];
      if (left == right) {
        sum += (double) weights[i] * other.weights[j];
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return sum;
  }

  int bytes() {
    return Integer.BYTES + terms.length * (Integer.BYTES + 2 * Float.BYTES);
  }

  void write(ByteBuffer buffer) {
    Sets.write(buffer, terms);
    IntStream.range(0, weights.length).forEach(i -> buffer.putFloat(weights[i]));
    IntStream.range(0, rarity.length).forEach(i -> buffer.putFloat(rarity[i]));
  }

  static TermVector read(ByteBuffer buffer) {
    int[] terms = Sets.read(buffer);
    return of(terms, floats(buffer, terms.length), floats(buffer, terms.length));
  }

  private static float[] floats(ByteBuffer buffer, int count) {
    float[] values = new float[count];
    buffer.asFloatBuffer().get(values);
    buffer.position(buffer.position() + count * Float.BYTES);
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TermVector vector
        && Arrays.equals(terms, vector.terms)
        && Arrays.equals(weights, vector.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(terms);
  }
}
