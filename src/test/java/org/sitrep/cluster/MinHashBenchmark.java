package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.MinHashLSHModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sitrep.evaluate.Clusters;
import org.sitrep.tables.Document;
import org.sitrep.tables.Store;
import org.sitrep.tables.Tables;

/**
 * Finding the pairs of originals of one incident: this project's way beside MLlib's {@code
 * MinHashLSH.approxSimilarityJoin} over the same terms. The join gets every advantage: the copies
 * are set aside before, its features are in memory, and a pair need only be counted.
 */
public final class MinHashBenchmark {

  private static final int[] TABLES = {1, 3, 5, 10};
  private static final double[] DISTANCES = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95};
  private static final int FEATURES = 1 << 18;
  private static final long SEED = 1;
  private static final String OURS = "sitrep";
  private static final String THEIRS = "MinHashLSH";
  private static final String NOT_TRIED = "not tried: ";
  private static final String CANCELLED = "cancelled";
  private static final StructType HASHED =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("features", SQLDataTypes.VectorType());

  /**
   * One way to find pairs.
   *
   * @param method {@code sitrep} or {@code MinHashLSH}
   * @param tables hash tables; 0 where there are none
   * @param distance largest Jaccard distance of a pair; NaN where there is none
   * @param seconds time; NaN where it was cancelled
   * @param pairs distinct pairs
   * @param recall share of the planted pairs among them
   * @param state {@code done}, or why there are no figures
   */
  record Found(
      String method,
      int tables,
      double distance,
      double seconds,
      long pairs,
      double recall,
      String state) {

    boolean done() {
      return state.equals("done");
    }

    Figures figures(long articles) {
      return new Figures()
          .number("articles", articles)
          .text("method", method)
          .text("tables", tables == 0 ? "" : String.valueOf(tables))
          .number("distance", distance, 2)
          .number("seconds", seconds, 1)
          .text("pairs", done() ? String.valueOf(pairs) : "")
          .number("recall", recall, 4)
          .text("state", state);
    }
  }

  private final SparkSession spark;
  private final long limit;
  private final PrintStream out;
  private final int[] tried;
  private final double[] distances;

  private MinHashBenchmark(
      SparkSession spark, long limit, PrintStream out, int[] tried, double[] distances) {
    this.spark = spark;
    this.limit = limit;
    this.out = out;
    this.tried = tried;
    this.distances = distances;
  }

  /**
   * Arguments: the annotated output and the labels of a small corpus, which only warms the JVM; the
   * same of the corpus; seconds after which a setting is cancelled; the TSV file that takes the
   * figures.
   */
  public static void main(String[] arguments) throws IOException {
    SparkSession spark = ClusterBenchmark.session();
    long limit = Long.parseLong(arguments[4]);
    of(
        spark,
        limit,
        arguments[0],
        Path.of(arguments[1]),
        new PrintStream(PrintStream.nullOutputStream()),
        new int[] {1, 10},
        new double[] {0.9});
    List<Found> found =
        of(spark, limit, arguments[2], Path.of(arguments[3]), System.out, TABLES, DISTANCES);
    long articles = Store.at(spark, arguments[2]).read(Tables.DOCUMENTS).count();
    for (Found way : found) {
      way.figures(articles).append(Path.of(arguments[5]));
    }
    verdicts(found).forEach(System.out::println);
    spark.stop();
  }

  /**
   * Finds the pairs of an annotated corpus in every way; ours come first.
   *
   * @param limit seconds after which a join is cancelled
   * @param tables numbers of hash tables
   * @param distances Jaccard distances, ascending
   */
  static List<Found> of(
      SparkSession spark,
      long limit,
      String output,
      Path gold,
      PrintStream out,
      int[] tables,
      double[] distances)
      throws IOException {
    return new MinHashBenchmark(spark, limit, out, tables, distances)
        .all(output, Planted.labels(gold));
  }

  private List<Found> all(String output, List<Clusters.Label> labels) {
    Dataset<Row> documents = Store.at(spark, output).read(Tables.DOCUMENTS);
    Dataset<Row> frequencies =
        Cluster.documentFrequencies(documents).persist(StorageLevel.MEMORY_AND_DISK());
    frequencies.count();
    ClusterSettings settings = ClusterBenchmark.settings(spark);
    PairWeights weights = PairWeights.read(settings.weights());
    Comparison.Score logit = (a, first, b, second) -> weights.logit(first, second);

    long begin = System.nanoTime();
    Originals originals =
        Originals.of(
            documents, DocumentFrequencies.broadcast(frequencies, settings.mostTerms()), settings);
    double toCandidates = since(begin);
    Dataset<Row> edges =
        Materialised.rows(
            Comparison.of(originals.candidates(), originals.profiles(), settings.chunk(), logit)
                .where(col("score").gt(settings.linkThreshold())));
    double toEdges = since(begin);
    Dataset<Row> clusters = Linking.clusters(edges, originals.profiles(), logit, settings);
    double toClusters = since(begin);

    Planted planted = Planted.of(labels, originals);
    List<Found> found = new ArrayList<>();
    Dataset<Row> candidates = Materialised.rows(originals.candidates().distinct());
    add(
        found,
        new Found(
            OURS + " candidates",
            0,
            Double.NaN,
            toCandidates,
            candidates.count(),
            planted.among(candidates),
            "done"));
    add(
        found,
        new Found(
            OURS + " edges", 0, Double.NaN, toEdges, edges.count(), planted.among(edges), "done"));
    add(
        found,
        new Found(
            OURS + " clusters",
            0,
            Double.NaN,
            toClusters,
            pairs(clusters),
            planted.together(clusters.select("ordinal", "cluster")),
            "done"));
    clusters.unpersist();
    candidates.unpersist();
    edges.unpersist();
    double recall = found.stream().mapToDouble(Found::recall).min().orElseThrow();
    Dataset<Row> features = features(documents, originals, planted);
    originals.release();
    frequencies.unpersist();
    for (int tables : tried) {
      joined(features, tables, planted.pairs(), recall, found);
    }
    features.unpersist();
    return found;
  }

  private static long pairs(Dataset<Row> clusters) {
    return clusters
        .groupBy("cluster")
        .agg(expr("count(*) * (count(*) - 1) div 2 as pairs"))
        .agg(expr("coalesce(sum(pairs), 0)"))
        .first()
        .getLong(0);
  }

  /** The terms of each original, hashed: {@code ordinal, incident, features}; persisted. */
  private static Dataset<Row> features(
      Dataset<Row> documents, Originals originals, Planted planted) {
    int[] incidents = planted.incidents();
    Dataset<Row> hashed =
        Documents.only(documents, "article_id", "tokens", "clues")
            .map((MapFunction<Row, Row>) row -> hashed(Documents.record(row)), Encoders.row(HASHED))
            .where("features is not null");
    Dataset<Row> known =
        originals
            .entries()
            .join(originals.copies(), Cluster.seq("ordinal"), "left_anti")
            .select("ordinal", "article_id")
            .map(
                (MapFunction<Row, Row>)
                    row ->
                        RowFactory.create(
                            row.getLong(0), row.getString(1), incidents[(int) row.getLong(0)]),
                Encoders.row(
                    StructType.fromDDL("ordinal BIGINT, article_id STRING, incident INT")));
    return Materialised.rows(
        known.join(hashed, "article_id").select("ordinal", "incident", "features"));
  }

  /** A set as a vector of ones; null where there is no term, which MinHashLSH does not take. */
  private static Row hashed(Document document) {
    int[] terms =
        TermField.ALL.distinct(document).stream()
            .mapToInt(term -> Hashes.of(term) & FEATURES - 1)
            .sorted()
            .distinct()
            .toArray();
    double[] ones = new double[terms.length];
    Arrays.fill(ones, 1);
    return RowFactory.create(
        document.articleId(), terms.length == 0 ? null : Vectors.sparse(FEATURES, terms, ones));
  }

  /**
   * Looks for the smallest distance that finds enough, halving the list: a larger one finds more
   * and takes longer. Where not even the smallest ends, joins of more tables are not tried.
   *
   * @param enough the recall below which a setting does not matter
   */
  private void joined(
      Dataset<Row> features, int tables, long wanted, double enough, List<Found> found) {
    MinHashLSHModel model =
        new MinHashLSH()
            .setNumHashTables(tables)
            .setInputCol("features")
            .setOutputCol("hashes")
            .setSeed(SEED)
            .fit(features);
    boolean hopeless = found.stream().anyMatch(this::isCancelledAtOnce);
    Set<Double> open = new TreeSet<>();
    Arrays.stream(distances).forEach(open::add);
    int low = 0;
    int high = distances.length - 1;
    while (low <= high && !hopeless) {
      int middle = (low + high + 1) / 2;
      Found way = join(model, features, tables, distances[middle], wanted);
      add(found, way);
      open.remove(distances[middle]);
      if (way.done() && way.recall() < enough) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    String why = NOT_TRIED + (hopeless ? "fewer tables did not end" : "other distances tell");
    for (double distance : open) {
      add(found, new Found(THEIRS, tables, distance, Double.NaN, 0, Double.NaN, why));
    }
  }

  private boolean isCancelledAtOnce(Found way) {
    return way.distance() == distances[0] && way.state().startsWith(CANCELLED);
  }

  private Found join(
      MinHashLSHModel model, Dataset<Row> features, int tables, double distance, long wanted) {
    SparkContext context = spark.sparkContext();
    String group = THEIRS + " " + tables + " " + distance + " " + System.nanoTime();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    long begin = System.nanoTime();
    Future<Row> counted =
        thread.submit(
            () -> {
              context.setJobGroup(group, "similarity join", true);
              return model
                  .approxSimilarityJoin(features, features, distance, "distance")
                  .where("datasetA.ordinal < datasetB.ordinal")
                  .selectExpr(
                      "count(*)",
                      "count_if(datasetA.incident >= 0 and datasetA.incident = datasetB.incident)")
                  .first();
            });
    try {
      Row row = counted.get(limit, TimeUnit.SECONDS);
      return new Found(
          THEIRS,
          tables,
          distance,
          since(begin),
          row.getLong(0),
          wanted == 0 ? 1 : (double) row.getLong(1) / wanted,
          "done");
    } catch (TimeoutException e) {
      context.cancelJobGroupAndFutureJobs(group);
      return unfinished(tables, distance, CANCELLED + " after " + limit + " s");
    } catch (ExecutionException e) {
      return unfinished(tables, distance, "failed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      ended(thread);
    }
  }

  private static Found unfinished(int tables, double distance, String state) {
    return new Found(THEIRS, tables, distance, Double.NaN, 0, Double.NaN, state);
  }

  /** Waits until nothing of a cancelled join is at work any more. */
  private static void ended(ExecutorService thread) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a cancelled join does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    // Spark removes the files of a shuffle once nothing refers to it: those of a join are large.
    System.gc();
  }

  private void add(List<Found> found, Found way) {
    found.add(way);
    out.println(way.figures(0).without("articles").line());
  }

  /** For each of our stages the fastest setting of the join whose recall is not below it. */
  static List<String> verdicts(List<Found> found) {
    List<String> verdicts = new ArrayList<>();
    List<Found> settings = found.stream().filter(way -> way.method().equals(THEIRS)).toList();
    long open = settings.stream().filter(way -> way.state().startsWith(CANCELLED)).count();
    for (Found ours : found.stream().filter(way -> way.method().startsWith(OURS)).toList()) {
      String theirs =
          settings.stream()
              .filter(way -> way.done() && way.recall() >= ours.recall())
              .min(Comparator.comparingDouble(Found::seconds))
              .map(
                  way ->
                      String.format(
                          Locale.ROOT,
                          "%d tables, distance %.2f: %.1f s, %.1f times as long, %d pairs, recall"
                              + " %.4f",
                          way.tables(),
                          way.distance(),
                          way.seconds(),
                          way.seconds() / ours.seconds(),
                          way.pairs(),
                          way.recall()))
              .orElse("none");
      verdicts.add(
          String.format(
              Locale.ROOT,
              "%s: %.1f s, recall %.4f; fastest setting of %s with that recall: %s (%d of %d"
                  + " settings did not end)",
              ours.method(),
              ours.seconds(),
              ours.recall(),
              THEIRS,
              theirs,
              open,
              settings.size()));
    }
    return verdicts;
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
