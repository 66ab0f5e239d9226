package org.sitrep.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.evaluate.Clusters;
import org.sitrep.evaluate.GoldFile;

/**
 * The labels of a generated corpus: which originals tell one planted incident.
 *
 * @param incidents the number of each article's incident, by ordinal; negative where the article
 *     has no label or copies another one
 * @param pairs pairs of originals of one incident
 */
record Planted(int[] incidents, long pairs) implements Serializable {

  private static final int NONE = -1;

  /** The labels of a file {@code gold.csv}. */
  static List<Clusters.Label> labels(Path gold) throws IOException {
    return Clusters.Label.read(GoldFile.read(gold.toString(), Files.newInputStream(gold)));
  }

  /** The labels of the originals. */
  static Planted of(List<Clusters.Label> labels, Originals originals) {
    Map<String, String> names = new HashMap<>();
    labels.forEach(label -> names.put(label.articleId(), label.incident()));
    Map<String, Integer> numbers = new HashMap<>();
    int[] incidents = new int[(int) originals.profiles().count()];
    Arrays.fill(incidents, NONE);
    originals
        .entries()
        .join(originals.copies(), Cluster.seq("ordinal"), "left_anti")
        .select("ordinal", "article_id")
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              String incident = names.get(row.getString(1));
              if (incident != null) {
                incidents[(int) row.getLong(0)] =
                    numbers.computeIfAbsent(incident, name -> numbers.size());
              }
            });
    return of(incidents);
  }

  /** The labels by ordinal. */
  static Planted of(int... incidents) {
    Map<Integer, Long> sizes = new HashMap<>();
    Arrays.stream(incidents)
        .filter(incident -> incident != NONE)
        .forEach(incident -> sizes.merge(incident, 1L, Long::sum));
    return new Planted(incidents, joined(sizes));
  }

  /**
   * The share of the planted pairs that is among pairs.
   *
   * @param found rows {@code a, b} of ordinals, no pair twice
   */
  double among(Dataset<Row> found) {
    int[] known = incidents;
    return share(
        found
            .select("a", "b")
            .filter(
                (FilterFunction<Row>)
                    row -> {
                      int incident = known[(int) row.getLong(0)];
                      return incident != NONE && incident == known[(int) row.getLong(1)];
                    })
            .count());
  }

  /**
   * The share of the planted pairs that is together in groups.
   *
   * @param groups rows of an ordinal and the number of its group; who has no row is alone
   */
  double together(Dataset<Row> groups) {
    Map<List<Long>, Long> cells = new HashMap<>();
    groups
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              int incident = incidents[(int) row.getLong(0)];
              if (incident != NONE) {
                cells.merge(List.of((long) incident, row.getLong(1)), 1L, Long::sum);
              }
            });
    return share(joined(cells));
  }

  private double share(long found) {
    return pairs == 0 ? 1 : (double) found / pairs;
  }

  private static long joined(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }
}
