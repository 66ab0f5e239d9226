package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.evaluate.Clusters;
import org.sitrep.evaluate.Membership;
import org.sitrep.tables.Store;
import org.sitrep.tables.Tables;

/**
 * Tells how fast and how well a generated corpus was clustered: the run's own seconds, and the
 * planted pairs of originals that are left after each stage. The stages are done a second time for
 * that, in this JVM.
 */
public final class ClusterBenchmark {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClusterBenchmark() {}

  /**
   * Arguments: the layouts that the corpus stands for ({@code days}, {@code density} or {@code
   * days,density}), its days, a clustered output, the labels, the peak resident memory of its run
   * in kB, and the TSV file that takes the figures.
   */
  public static void main(String[] arguments) throws IOException {
    SparkSession spark = session();
    Figures figures =
        figures(
            spark,
            Integer.parseInt(arguments[1]),
            arguments[2],
            Path.of(arguments[3]),
            arguments[4].isEmpty() ? Double.NaN : Long.parseLong(arguments[4]) / 1024.0);
    for (String layout : arguments[0].split(",")) {
      System.out.println(told(layout, figures, Path.of(arguments[5])));
    }
    spark.stop();
  }

  /** The session that the launch configures. */
  static SparkSession session() {
    return SparkSession.builder().config("spark.sql.session.timeZone", "UTC").getOrCreate();
  }

  /** The settings of clustering that the launch configures. */
  static ClusterSettings settings(SparkSession spark) {
    Map<String, String> given = new HashMap<>();
    for (var pair : spark.sparkContext().getConf().getAllWithPrefix("spark.sitrep.cluster.")) {
      given.put(pair._1(), pair._2());
    }
    return ClusterSettings.of(given);
  }

  /** Appends the figures of a layout, with the ratio to the next smaller size of the same. */
  static String told(String layout, Figures measured, Path file) throws IOException {
    int articles = Integer.parseInt(measured.of("articles"));
    Figures figures = new Figures().text("layout", layout);
    Map<String, String> smaller =
        Figures.read(file).stream()
            .filter(row -> row.get("layout").equals(layout))
            .filter(row -> Integer.parseInt(row.get("articles")) < articles)
            // of one size the last measurement counts
            .reduce(
                (one, two) ->
                    Integer.parseInt(two.get("articles")) >= Integer.parseInt(one.get("articles"))
                        ? two
                        : one)
            .orElse(null);
    measured.copyTo(figures);
    if (smaller == null) {
      figures.text("times_articles", "").text("times_seconds", "");
    } else {
      figures
          .number("times_articles", articles / Double.parseDouble(smaller.get("articles")), 2)
          .number(
              "times_seconds",
              Double.parseDouble(measured.of("seconds"))
                  / Double.parseDouble(smaller.get("seconds")),
              2);
    }
    figures.append(file);
    return figures.without("run").without("blocks").line();
  }

  /** What is measured of one clustered corpus; without layout and ratio. */
  static Figures figures(
      SparkSession spark, int days, String output, Path gold, double peakMegabytes)
      throws IOException {
    JsonNode summary = summary(Path.of(output), "cluster");
    Store store = Store.at(spark, output);
    Dataset<Row> documents = store.read(Tables.DOCUMENTS);
    List<Clusters.Label> labels = Planted.labels(gold);
    ClusterSettings settings = settings(spark);
    PairWeights weights = PairWeights.read(settings.weights());

    long begin = System.nanoTime();
    Originals originals =
        Originals.of(
            documents,
            DocumentFrequencies.broadcast(
                store.read(Tables.DOCUMENT_FREQUENCIES), settings.mostTerms()),
            settings);
    double toCandidates = since(begin);
    Planted planted = Planted.of(labels, originals);
    long articles = originals.profiles().count();
    Dataset<Row> candidates = Materialised.rows(originals.candidates().distinct());
    Comparison.Score logit = (a, first, b, second) -> weights.logit(first, second);
    begin = System.nanoTime();
    Dataset<Row> edges =
        Materialised.rows(
            Comparison.of(originals.candidates(), originals.profiles(), settings.chunk(), logit)
                .where(col("score").gt(settings.linkThreshold())));
    double toEdges = since(begin);
    begin = System.nanoTime();
    Linking.clusters(edges, originals.profiles(), logit, settings).unpersist();
    double toClusters = since(begin);
    Dataset<Row> components = Components.of(edges, settings.fewEdges());
    Dataset<Row> incidents =
        store
            .read(Tables.INCIDENT_ARTICLES)
            .where("is_primary")
            .join(originals.entries().select("article_id", "ordinal"), "article_id")
            .selectExpr("ordinal", "xxhash64(incident_id) as incident");
    Clusters clusters = Clusters.of(labels, memberships(store));
    List<Row> block = largestBlock(originals);

    double seconds = seconds(summary, "cluster");
    Figures figures =
        new Figures()
            .number("articles", articles)
            .number("days", days)
            .number("seconds", seconds, 1)
            .number("articles_per_second", articles / seconds, 0)
            .number("stage_candidates", toCandidates, 1)
            .number("stage_edges", toEdges, 1)
            .number("stage_linking", toClusters, 1)
            .number("peak_MB", peakMegabytes, 0)
            .number("copies", originals.copies().count())
            .number("candidates_per_article", 2.0 * candidates.count() / articles, 1)
            .number("planted_pairs", planted.pairs())
            .number("recall_candidates", planted.among(candidates), 4)
            .number("recall_edges", planted.among(edges), 4)
            .number("recall_components", planted.together(components), 4)
            .number("recall_incidents", planted.together(incidents), 4)
            .number("pairwise_F1", f1(clusters.precision(), clusters.recall()), 4)
            .number("BCubed_F1", f1(clusters.bcubedPrecision(), clusters.bcubedRecall()), 4)
            .number("largest_component", largest(components, "component"))
            .number("largest_block", block.isEmpty() ? 0 : block.get(0).getLong(1))
            .text("of_kind", block.isEmpty() ? "" : kind(block.get(0).getLong(0)))
            .text("run", summary.path("run_id").asText())
            .text("blocks", blocks(summary));
    components.unpersist();
    edges.unpersist();
    candidates.unpersist();
    originals.release();
    return figures;
  }

  /** The key that most originals hold, if any, and how many they are. */
  private static List<Row> largestBlock(Originals originals) {
    return originals
        .entries()
        .join(originals.copies(), Cluster.seq("ordinal"), "left_anti")
        .select(explode(col("keys")).as("key"))
        .groupBy("key")
        .agg(count(lit(1)).as("articles"))
        .orderBy(desc("articles"), col("key"))
        .takeAsList(1);
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static String kind(long key) {
    return KeyKind.of(key).name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static long largest(Dataset<Row> groups, String group) {
    List<Row> most = groups.groupBy(group).count().orderBy(desc("count")).takeAsList(1);
    return most.isEmpty() ? 1 : most.get(0).getLong(1);
  }

  private static List<Membership> memberships(Store store) {
    List<Membership> memberships = new ArrayList<>();
    store
        .read(Tables.INCIDENT_ARTICLES)
        .select("article_id", "incident_id", "similarity", "is_primary")
        .toLocalIterator()
        .forEachRemaining(
            row ->
                memberships.add(
                    new Membership(
                        row.getString(0), row.getString(1), row.getDouble(2), row.getBoolean(3))));
    return memberships;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** The summary of the last run of an output that did a step. */
  static JsonNode summary(Path output, String step) throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("_runs"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(ClusterBenchmark::json)
          .filter(summary -> summary.path("steps").findValuesAsText("step").contains(step))
          .max(Comparator.comparing(summary -> summary.path("started_at").asText()))
          .orElseThrow(() -> new IllegalStateException(output + ": no run did " + step));
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Seconds that a run spent in a step; none where it did not do it. */
  static double seconds(JsonNode summary, String step) {
    for (JsonNode line : summary.path("steps")) {
      if (line.path("step").asText().equals(step)) {
        return line.path("seconds").asDouble();
      }
    }
    return Double.NaN;
  }

  private static String blocks(JsonNode summary) {
    for (JsonNode note : summary.path("notes")) {
      if (note.asText().startsWith("blocks of candidates: ")) {
        return note.asText().substring("blocks of candidates: ".length());
      }
    }
    return "";
  }
}
