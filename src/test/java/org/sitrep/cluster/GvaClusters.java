package org.sitrep.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.SharedSpark;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.Tables;
import org.sitrep.text.Reading;

/**
 * Clusters a dated corpus in JSONL and writes {@code article_id,incident_id,similarity}, to be
 * scored against gold. Arguments: the corpus, the file to write, and optionally a gold file {@code
 * article_id,incident,scored} for the recall of the candidates and a file for the features of all
 * scored pairs.
 */
public final class GvaClusters {
  private GvaClusters() {}

  public static void main(String[] args) throws IOException {
    SparkSession spark = SharedSpark.session();
    List<Document> list = documents(Path.of(args[0]));
    Codec<Document> codec = Codec.of(Document.class, Tables.DOCUMENTS);
    Dataset<Row> documents =
        spark.createDataFrame(list.stream().map(codec::row).toList(), codec.schema()).cache();
    Dataset<Row> frequencies = Cluster.documentFrequencies(documents);
    if (!args[1].equals("-")) {
      cluster(documents, frequencies, Path.of(args[1]));
    }
    if (args.length > 2) {
      pairs(documents, frequencies, Path.of(args[2]), args.length > 3 ? Path.of(args[3]) : null);
    }
  }

  private static void cluster(Dataset<Row> documents, Dataset<Row> frequencies, Path file)
      throws IOException {
    long start = System.nanoTime();
    Dataset<Row> none =
        documents.sparkSession().createDataFrame(List.of(), Codec.schema(Tables.INCIDENT_ARTICLES));
    Dataset<Row> result =
        Cluster.incidentArticles(documents, frequencies, none, ClusterSettings.defaults());
    Codec<IncidentArticle> out = Codec.of(IncidentArticle.class, Tables.INCIDENT_ARTICLES);
    List<String> lines = new ArrayList<>(List.of("article_id,incident_id,similarity"));
    int copies = 0;
    for (Row row : result.collectAsList()) {
      IncidentArticle member = out.record(row);
      copies += member.duplicateOf() == null ? 0 : 1;
      lines.add(member.articleId() + "," + member.incidentId() + "," + member.similarity());
    }
    Files.write(file, lines);
    System.out.printf(
        "%d articles, %d copies, clustered in %.1f s%n",
        lines.size() - 1, copies, (System.nanoTime() - start) / 1e9);
  }

  private static void pairs(
      Dataset<Row> documents, Dataset<Row> frequencies, Path goldFile, Path features)
      throws IOException {
    Map<String, String> gold = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (String line :
        Files.readAllLines(goldFile).subList(1, Files.readAllLines(goldFile).size())) {
      String[] cells = line.split(",");
      if (cells[2].equals("1")) {
        gold.put(cells[0], cells[1]);
        sizes.merge(cells[1], 1, Integer::sum);
      }
    }
    long truePairs = sizes.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
    TermWeights weights = DocumentFrequencies.weights(frequencies, 500_000);
    Dataset<Row> profiles =
        Profiles.of(
            documents,
            org.apache.spark.api.java.JavaSparkContext.fromSparkContext(
                    documents.sparkSession().sparkContext())
                .broadcast(weights));
    ClusterSettings settings = ClusterSettings.defaults();
    Dataset<Row> copies = NearDuplicates.of(profiles, settings);
    Dataset<Row> originals = profiles.join(copies, Cluster.seq("ordinal"), "left_anti");
    Map<Long, String> ids = new HashMap<>();
    Map<Long, Profile> all = new HashMap<>();
    Map<Long, Integer> sizesOfBytes = new HashMap<>();
    for (Row row : profiles.select("ordinal", "article_id", "profile").collectAsList()) {
      ids.put(row.getLong(0), row.getString(1));
      all.put(row.getLong(0), Profile.of((byte[]) row.get(2)));
      sizesOfBytes.put(row.getLong(0), ((byte[]) row.get(2)).length);
    }
    System.out.printf(
        "profile %.0f bytes on average%n",
        sizesOfBytes.values().stream().mapToInt(i -> i).average().orElse(0));
    Dataset<Row> candidates = Candidates.pairs(originals, settings);
    long copyHits =
        copies.collectAsList().stream()
            .filter(r -> same(gold, ids, r.getLong(0), r.getLong(1)))
            .count();
    long copyMisses =
        copies.collectAsList().stream()
            .filter(
                r ->
                    gold.containsKey(ids.get(r.getLong(0)))
                        && gold.containsKey(ids.get(r.getLong(1)))
                        && !same(gold, ids, r.getLong(0), r.getLong(1)))
            .count();
    System.out.printf("copies of the same incident %d, of another %d%n", copyHits, copyMisses);
    count("candidates", candidates, gold, ids, all.size(), truePairs);
    Dataset<Row> scored = Pairs.scored(candidates, profiles, settings);
    count("with friends", scored, gold, ids, all.size(), truePairs);
    if (features != null) {
      List<String> lines = new ArrayList<>();
      lines.add("a,b,same," + String.join(",", PairFeatures.NAMES));
      for (Row row : scored.collectAsList()) {
        String a = ids.get(row.getLong(0));
        String b = ids.get(row.getLong(1));
        if (gold.containsKey(a) && gold.containsKey(b)) {
          StringBuilder line = new StringBuilder(a + "," + b + ",");
          line.append(gold.get(a).equals(gold.get(b)) ? 1 : 0);
          for (double value : PairFeatures.of(all.get(row.getLong(0)), all.get(row.getLong(1)))) {
            line.append(',').append((float) value);
          }
          lines.add(line.toString());
        }
      }
      Files.write(features, lines);
    }
  }

  private static void count(
      String name,
      Dataset<Row> pairs,
      Map<String, String> gold,
      Map<Long, String> ids,
      int articles,
      long truePairs) {
    List<Row> rows = pairs.select("a", "b").collectAsList();
    long hits =
        rows.stream().filter(row -> same(gold, ids, row.getLong(0), row.getLong(1))).count();
    System.out.printf(
        "%s: %d pairs, %.1f per article, recall of true pairs %.3f (pairs with copies left out)%n",
        name, rows.size(), 2.0 * rows.size() / articles, (double) hits / truePairs);
  }

  private static boolean same(Map<String, String> gold, Map<Long, String> ids, long a, long b) {
    String incident = gold.get(ids.get(a));
    return incident != null && incident.equals(gold.get(ids.get(b)));
  }

  private static List<Document> documents(Path corpus) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(corpus, StandardCharsets.UTF_8)) {
      nodes.add(mapper.readTree(line));
    }
    Map<Long, List<LocalDate>> seen = new HashMap<>();
    for (JsonNode node : nodes) {
      Set<Long> own = new HashSet<>();
      for (String line : node.path("text").asText("").split("\n")) {
        if (!line.isBlank()) {
          own.add(Reading.lineHash(line));
        }
      }
      own.forEach(h -> seen.computeIfAbsent(h, k -> new ArrayList<>()).add(published(node)));
    }
    Set<Long> repeated = new HashSet<>();
    seen.forEach(
        (hash, days) -> {
          if (days.size() >= 3) {
            LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
            LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
            if (first.plusDays(30).isBefore(last)) {
              repeated.add(hash);
            }
          }
        });
    return nodes.stream().map(node -> document(node, repeated)).toList();
  }

  private static LocalDate published(JsonNode node) {
    return LocalDate.parse(node.path("published_at").asText().substring(0, 10));
  }

  private static Document document(JsonNode node, Set<Long> repeated) {
    return TestDocuments.of(
        node.path("id").asText(),
        node.path("title").asText(""),
        node.path("text").asText(""),
        published(node),
        repeated);
  }
}
