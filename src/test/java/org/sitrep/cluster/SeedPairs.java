package org.sitrep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.tables.Document;

/** Prints the features and logits of all pairs of a folder of texts. Argument: the folder. */
public final class SeedPairs {
  private SeedPairs() {}

  public static void main(String[] args) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.sorted().toList()) {
        documents.add(
            TestDocuments.of(
                file.getFileName().toString().substring(0, 3),
                "",
                Files.readString(file),
                null,
                Set.of()));
      }
    }
    Map<Long, Long> counts = new HashMap<>();
    for (Document document : documents) {
      for (TermField field : TermField.values()) {
        field
            .distinct(document)
            .forEach(term -> counts.merge(Hashes.of(field.column(), term), 1L, Long::sum));
      }
    }
    counts.values().removeIf(count -> count < 2);
    TermWeights weights =
        TermWeights.of(
            documents.size(),
            counts.keySet().stream().mapToLong(Long::longValue).toArray(),
            counts.values().stream().mapToLong(Long::longValue).toArray());
    List<Profile> profiles = documents.stream().map(d -> Profile.of(d, weights)).toList();
    for (int i = 0; i < profiles.size(); i++) {
      Document d = documents.get(i);
      System.out.println(
          d.articleId()
              + " "
              + profiles.get(i).days()
              + " published "
              + d.publishedExpression()
              + " "
              + d.event()
              + "\n   figures "
              + Arrays.toString(profiles.get(i).figures()));
    }
    for (int i = 0; i < profiles.size(); i++) {
      for (int j = i + 1; j < profiles.size(); j++) {
        double[] features = PairFeatures.of(profiles.get(i), profiles.get(j));
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < features.length; k++) {
          if (features[k] != 0) {
            line.append(String.format(" %s %.2f", PairFeatures.NAMES.get(k), features[k]));
          }
        }
        System.out.printf(
            "%s %s logit %.2f%s%n",
            documents.get(i).articleId(),
            documents.get(j).articleId(),
            PairWeights.shipped().logit(features),
            line);
      }
    }
  }
}
