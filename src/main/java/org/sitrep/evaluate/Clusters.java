package org.sitrep.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether articles that tell one event stand in one incident. An article counts in its primary
 * incident; one that the output lacks counts as an incident of its own.
 *
 * <p>Pairwise precision: the share of the pairs that are together in the output which are together
 * in the gold; recall the reverse. BCubed (Amigó, Gonzalo, Artiles and Verdejo, "A comparison of
 * extrinsic clustering evaluation metrics based on formal constraints", Information Retrieval 12,
 * 2009): the same share per article, averaged over articles, so that large incidents do not
 * outweigh all others. ARI: the Rand index adjusted for chance (Hubert and Arabie, "Comparing
 * partitions", Journal of Classification 2, 1985), 1 for equal partitions, about 0 for random ones.
 *
 * @param articles articles in the gold
 * @param missing of these, articles that the output lacks
 * @param goldClusters incidents in the gold
 * @param predictedClusters incidents of these articles in the output
 * @param precision pairwise precision
 * @param recall pairwise recall
 * @param bcubedPrecision BCubed precision
 * @param bcubedRecall BCubed recall
 * @param ari adjusted Rand index; 1 where both partitions are one cluster, or all singletons, for
 *     which it is not defined
 */
public record Clusters(
    int articles,
    int missing,
    int goldClusters,
    int predictedClusters,
    double precision,
    double recall,
    double bcubedPrecision,
    double bcubedRecall,
    double ari)
    implements Evaluation {

  /**
   * A label.
   *
   * @param articleId the article
   * @param incident any name of its real incident
   */
  public record Label(String articleId, String incident) {

    /**
     * The labels whose {@code scored} is 1; all where there is no such column.
     *
     * @throws GoldException where a line cannot be used or none is scored
     */
    public static List<Label> read(GoldFile file) {
      List<Label> labels =
          file.rows("article_id", "incident").stream()
              .filter(row -> row.marked("scored"))
              .map(row -> new Label(row.filled("article_id"), row.filled("incident")))
              .toList();
      if (labels.isEmpty()) {
        throw new GoldException(file.name() + ": no line has scored 1");
      }
      return labels;
    }
  }

  private record Cell(String incident, String cluster) {}

  private record Best(boolean primary, double similarity, String cluster) {
    boolean below(Best other) {
      return primary == other.primary ? similarity < other.similarity : other.primary;
    }
  }

  /**
   * Compares two partitions of the labelled articles.
   *
   * @param labels the gold; the last label of an article counts
   * @param memberships the output; of an article's rows the primary one counts, else the most
   *     similar, else the first; other articles are ignored
   */
  public static Clusters of(List<Label> labels, Iterable<Membership> memberships) {
    Map<String, String> gold = new LinkedHashMap<>();
    labels.forEach(label -> gold.put(label.articleId(), label.incident()));
    Map<String, Best> best = new HashMap<>();
    for (Membership row : memberships) {
      if (gold.containsKey(row.articleId())) {
        Best next =
            new Best(
                row.primary(), row.similarity() == null ? 0 : row.similarity(), row.incidentId());
        best.merge(row.articleId(), next, (one, two) -> one.below(two) ? two : one);
      }
    }
    Map<Cell, Integer> cells = new LinkedHashMap<>();
    Map<String, Integer> incidents = new HashMap<>();
    Map<String, Integer> clusters = new HashMap<>();
    for (Map.Entry<String, String> label : gold.entrySet()) {
      Best found = best.get(label.getKey());
      String cluster = found == null ? "missing:" + label.getKey() : found.cluster();
      cells.merge(new Cell(label.getValue(), cluster), 1, Integer::sum);
      incidents.merge(label.getValue(), 1, Integer::sum);
      clusters.merge(cluster, 1, Integer::sum);
    }
    int n = gold.size();
    double bcubedPrecision = 0;
    double bcubedRecall = 0;
    for (Map.Entry<Cell, Integer> cell : cells.entrySet()) {
      long together = (long) cell.getValue() * cell.getValue();
      bcubedPrecision += (double) together / clusters.get(cell.getKey().cluster());
      bcubedRecall += (double) together / incidents.get(cell.getKey().incident());
    }
    long both = pairs(cells);
    long predicted = pairs(clusters);
    long wanted = pairs(incidents);
    return new Clusters(
        n,
        n - best.size(),
        incidents.size(),
        clusters.size(),
        Shares.orZero(both, predicted),
        Shares.orZero(both, wanted),
        bcubedPrecision / n,
        bcubedRecall / n,
        ari(both, predicted, wanted, (double) ((long) n * (n - 1)) / 2));
  }

  private static long pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToLong(size -> (long) size * (size - 1) / 2).sum();
  }

  private static double ari(long both, long predicted, long wanted, double all) {
    if (predicted == wanted && (predicted == 0 || predicted == all)) {
      return 1;
    }
    double expected = (double) predicted * wanted / all;
    return (both - expected) / ((predicted + wanted) / 2.0 - expected);
  }

  @Override
  public List<String> lines() {
    return List.of(
        "articles "
            + articles
            + "  missing "
            + missing
            + "  gold clusters "
            + goldClusters
            + "  predicted clusters "
            + predictedClusters,
        "pairwise "
            + Shares.line(precision, recall)
            + "   BCubed "
            + Shares.line(bcubedPrecision, bcubedRecall)
            + "   ARI "
            + FixedPoint.of(ari));
  }

  @Override
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("articles", articles);
    figures.put("missing", missing);
    figures.put("gold_clusters", goldClusters);
    figures.put("predicted_clusters", predictedClusters);
    Shares.put(figures, "pairwise", precision, recall);
    Shares.put(figures, "bcubed", bcubedPrecision, bcubedRecall);
    figures.put("ari", ari);
    return figures;
  }
}
