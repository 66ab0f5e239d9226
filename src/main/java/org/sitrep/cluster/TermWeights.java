package org.sitrep.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.sitrep.text.Resources;

/**
 * Inverse document frequencies, smoothed by a background corpus of {@value #BACKGROUND} articles.
 *
 * <p>Without the background the weights of a small corpus degenerate: in five articles a name that
 * two of them share and the word <i>killed</i> have the same frequency. In the background a common
 * word of news stands in one article of ten, another term in the share of its field; its influence
 * fades as the corpus grows.
 *
 * <p>A term that the statistics lack is taken to stand in two articles, the fewest in which it can
 * be shared.
 */
final class TermWeights implements Serializable {

  /** Articles of the background corpus. */
  static final int BACKGROUND = 20;

  /** From {@code ln(N / df)} of this on a shared term is evidence by itself. */
  static final double RARE = 4;

  private static final double COMMON_SHARE = 0.1;
  private static final double TOO_COMMON = 0.3;
  private static final long serialVersionUID = 1L;

  private final long[] terms;
  private final int[] frequencies;
  private final double documents;

  private TermWeights(long[] terms, int[] frequencies, double documents) {
    this.terms = terms;
    this.frequencies = frequencies;
    this.documents = documents;
  }

  /**
   * The weights of a corpus.
   *
   * @param documents number of articles of the statistics
   * @param terms hashes of field and term, in any order
   * @param frequencies documents that hold each of them
   */
  static TermWeights of(long documents, long[] terms, long[] frequencies) {
    int slots = Integer.highestOneBit(Math.max(1, terms.length)) * 4;
    long[] table = new long[slots];
    int[] counts = new int[slots];
    for (int i = 0; i < terms.length; i++) {
      int slot = slot(table, counts, terms[i]);
      table[slot] = terms[i];
      counts[slot] = (int) Math.min(Integer.MAX_VALUE, frequencies[i]);
    }
    return new TermWeights(table, counts, documents);
  }

  /** Where a term stands, or the empty slot where it would: open addressing, at most half full. */
  private static int slot(long[] terms, int[] frequencies, long term) {
    int slot = (int) (term & terms.length - 1);
    while (frequencies[slot] != 0 && terms[slot] != term) {
      slot = slot + 1 & terms.length - 1;
    }
    return slot;
  }

  /**
   * The weight of a term: {@code ln((1 + N) / (1 + df)) + 1}, zero where it stands in more than
   * three articles of ten.
   */
  float idf(TermField field, String term) {
    int slot = slot(terms, frequencies, Hashes.of(field.column(), term));
    double df = Math.max(2, frequencies[slot]);
    boolean plain = field == TermField.ALL || field == TermField.TITLE;
    double share = plain && Common.WORDS.contains(term) ? COMMON_SHARE : field.background();
    double all = documents + BACKGROUND;
    df += BACKGROUND * share;
    return df > TOO_COMMON * all ? 0f : (float) (Math.log((1 + all) / (1 + df)) + 1);
  }

  private static final class Common {
    static final Set<String> WORDS = load();

    private static Set<String> load() {
      Set<String> words = new HashSet<>();
      Resources.lines(TermWeights.class, "common-words.txt")
          .forEach(line -> words.addAll(Arrays.asList(line.split(" "))));
      return Set.copyOf(words);
    }
  }
}
