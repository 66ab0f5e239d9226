package org.sitrep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.tables.Document;

/**
 * Clusters a small corpus without Spark, every pair scored, and prints the pairs that come out
 * wrong with what decided them. Arguments: a folder of texts or a JSONL file, and optionally gold
 * {@code article_id,incident,...}; without gold all pairs are printed.
 */
public final class SmallCorpus {
  private SmallCorpus() {}

  public static void main(String[] args) throws IOException {
    List<Document> documents = TestDocuments.read(Path.of(args[0]));
    Map<String, String> gold = new HashMap<>();
    if (args.length > 1) {
      for (String line : Files.readAllLines(Path.of(args[1])).stream().skip(1).toList()) {
        String[] cells = line.split(",");
        gold.put(cells[0], cells[1]);
      }
    }
    TermWeights weights = weights(documents);
    List<Profile> profiles = documents.stream().map(d -> Profile.of(d, weights)).toList();
    int n = profiles.size();
    List<int[]> pairs = new ArrayList<>();
    List<double[]> features = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        pairs.add(new int[] {i, j});
        features.add(PairFeatures.of(profiles.get(i), profiles.get(j)));
      }
    }
    double[] logits = features.stream().mapToDouble(f -> PairWeights.shipped().logit(f)).toArray();
    ClusterSettings settings = ClusterSettings.defaults();
    int[] clusters =
        Agglomeration.of(settings.linkThreshold(), settings.clip())
            .clusters(
                n,
                pairs.stream().mapToInt(p -> p[0]).toArray(),
                pairs.stream().mapToInt(p -> p[1]).toArray(),
                logits);
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (int k = 0; k < logits.length; k++) {
      int i = pairs.get(k)[0];
      int j = pairs.get(k)[1];
      boolean joined = clusters[i] == clusters[j];
      String one = gold.get(documents.get(i).articleId());
      boolean same = one != null && one.equals(gold.get(documents.get(j).articleId()));
      boolean copy = Copies.isCopy(profiles.get(i), profiles.get(j));
      right += joined && same ? 1 : 0;
      wrong += joined && !same ? 1 : 0;
      missed += !joined && same ? 1 : 0;
      if (gold.isEmpty() || joined != same || copy) {
        StringBuilder line = new StringBuilder();
        double[] values = features.get(k);
        for (int f = 0; f < values.length; f++) {
          if (values[f] != 0) {
            line.append(String.format(" %s %.2f", PairFeatures.NAMES.get(f), values[f]));
          }
        }
        System.out.printf(
            "%s %s %s logit %.2f%s%s%n",
            joined ? "joined" : "apart ",
            documents.get(i).articleId(),
            documents.get(j).articleId(),
            logits[k],
            copy ? " copy" : "",
            line);
      }
    }
    System.out.println(Arrays.toString(clusters));
    System.out.printf(
        "precision %.3f recall %.3f%n",
        (double) right / Math.max(1, right + wrong), (double) right / Math.max(1, right + missed));
  }

  private static TermWeights weights(List<Document> documents) {
    Map<Long, Long> counts = new HashMap<>();
    for (Document document : documents) {
      for (TermField field : TermField.values()) {
        field
            .distinct(document)
            .forEach(term -> counts.merge(Hashes.of(field.column(), term), 1L, Long::sum));
      }
    }
    counts.values().removeIf(count -> count < 2);
    return TermWeights.of(
        documents.size(),
        counts.keySet().stream().mapToLong(Long::longValue).toArray(),
        counts.values().stream().mapToLong(Long::longValue).toArray());
  }
}
