package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sitrep.text.Resources;

/**
 * Learns the weights of the pair features from labelled articles: MLlib's logistic regression over
 * the candidate pairs whose two articles have labels, each feature's weight within the bounds that
 * the weights in the jar declare for it. Bounds hold what is known of news that the labels hardly
 * try (two battles for one town, for example).
 *
 * <p>It is judged by cross-validation over incidents: the folds are incidents, a pair inside a fold
 * is scored by a model that saw none of that fold's pairs, a pair of two folds by the mean of their
 * models; then all articles are clustered together, as densely as they lie.
 */
public final class Training {

  private static final String SHIPPED = "pair-weights.tsv";
  private static final double PENALTY = 1e-6;

  /**
   * A bound where none is declared. Not infinite: MLlib multiplies bounds with the deviation of the
   * feature, and that is 0 where it is the same in all pairs.
   */
  private static final double FAR = 1e6;

  private static final int MOST_ROUNDS = 500;
  private static final double TOLERANCE = 1e-9;
  private static final int COSINE_DAYS = 30;
  private static final StructType PAIR =
      new StructType()
          .add("a", DataTypes.LongType)
          .add("b", DataTypes.LongType)
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType())
          .add("fold", DataTypes.IntegerType);

  /** A labelled article. */
  private record Labelled(int incident, int fold) implements Serializable {}

  private final Originals originals;
  private final ClusterSettings settings;
  private final int folds;
  private final Map<Long, Labelled> labelled;
  private final Dataset<Row> pairs;

  private Training(
      Originals originals,
      ClusterSettings settings,
      int folds,
      Map<Long, Labelled> labelled,
      Dataset<Row> pairs) {
    this.originals = originals;
    this.settings = settings;
    this.folds = folds;
    this.labelled = labelled;
    this.pairs = pairs;
  }

  /**
   * Makes ready to learn.
   *
   * @param documents the articles, a table {@code documents}
   * @param documentFrequencies frozen statistics
   * @param labels the real incident of each labelled article
   * @param folds parts of the cross-validation, at least 2
   */
  public static Training of(
      Dataset<Row> documents,
      Dataset<Row> documentFrequencies,
      Map<String, String> labels,
      ClusterSettings settings,
      int folds) {
    Broadcast<TermWeights> weights =
        DocumentFrequencies.broadcast(documentFrequencies, settings.mostTerms());
    Originals originals = Originals.of(documents, weights, settings);
    List<Row> named = new ArrayList<>();
    labels.forEach((article, incident) -> named.add(RowFactory.create(article, incident)));
    Map<String, Integer> numbers = new HashMap<>();
    Map<Long, Labelled> labelled = new HashMap<>();
    originals
        .entries()
        .select("ordinal", "article_id")
        .join(
            documents
                .sparkSession()
                .createDataFrame(named, StructType.fromDDL("article_id STRING, incident STRING")),
            "article_id")
        .select("ordinal", "incident")
        .collectAsList() // as many as there are labels
        .forEach(
            row ->
                labelled.put(
                    row.getLong(0),
                    new Labelled(
                        numbers.computeIfAbsent(row.getString(1), name -> numbers.size()),
                        fold(row.getString(1), folds))));
    HashMap<Long, Labelled> known = new HashMap<>(labelled);
    Dataset<Row> pairs =
        Materialised.rows(
            Comparison.of(
                    originals.candidates(),
                    originals.profiles(),
                    settings.chunk(),
                    PAIR,
                    (a, first, b, second) -> pair(known, a, first, b, second))
                .where("label is not null"));
    return new Training(originals, settings, folds, labelled, pairs);
  }

  private static Row pair(
      Map<Long, Labelled> known, long a, Profile first, long b, Profile second) {
    Labelled one = known.get(a);
    Labelled two = known.get(b);
    if (one == null || two == null) {
      return RowFactory.create(a, b, null, null, null);
    }
    return RowFactory.create(
        a,
        b,
        one.incident == two.incident ? 1.0 : 0.0,
        Vectors.dense(PairFeatures.of(first, second)),
        one.fold == two.fold ? one.fold : null);
  }

  /** The fold of an incident: its MD5, so that it depends on the name alone. */
  private static int fold(String incident, int folds) {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5")
              .digest((incident + "x").getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).mod(BigInteger.valueOf(folds)).intValue();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Candidate pairs for each article, and the share of the pairs of one incident that are among
   * them (near copies left out), as a line.
   */
  public String candidates() {
    long distinct = originals.candidates().distinct().count();
    long articles = originals.profiles().count();
    Set<Long> copies = new HashSet<>();
    originals
        .copies()
        .select("ordinal")
        .toLocalIterator()
        .forEachRemaining(row -> copies.add(row.getLong(0)));
    Map<Integer, Long> sizes = new HashMap<>();
    labelled.forEach(
        (ordinal, label) -> {
          if (!copies.contains(ordinal)) {
            sizes.merge(label.incident, 1L, Long::sum);
          }
        });
    long wanted = sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    long found = pairs.where("label = 1").count();
    return String.format(
        Locale.ROOT,
        "candidates %.1f per article, %.3f of the pairs of one incident among them",
        2.0 * distinct / articles,
        (double) found / wanted);
  }

  /** Candidate pairs of one incident, from which alone can be learned. */
  public long examples() {
    return pairs.where("label = 1").count();
  }

  /** The weights learned from all labels, as a file of weights. */
  public String weights() {
    PairWeights model = model(pairs);
    StringBuilder file = new StringBuilder();
    file.append("# Weights of the pair features, learned by `sitrep train` from ")
        .append(labelled.size())
        .append(" labelled articles, ")
        .append(pairs.count())
        .append(" candidate pairs,\n# ")
        .append(pairs.where("label = 1").count())
        .append(
            " of them of one incident. Columns: feature, weight, least and most weight, what it is.\n");
    int feature = -2;
    for (String[] row : Resources.rows(PairWeights.class, SHIPPED)) {
      String[] cells = row.clone();
      if (feature >= -1) {
        double weight = feature == -1 ? model.intercept() : model.weight(feature);
        cells[1] = String.format(Locale.ROOT, "%.3f", weight + 0.0);
      }
      feature++;
      file.append(String.join("\t", cells)).append('\n');
    }
    return file.toString();
  }

  /**
   * The clusters of all articles, each pair scored by models that were not learned from it: {@code
   * article_id, cluster, similarity}.
   */
  public Dataset<Row> crossValidated() {
    PairWeights[] models = new PairWeights[folds];
    for (int fold = 0; fold < folds; fold++) {
      models[fold] = model(pairs.where("fold <> " + fold));
    }
    HashMap<Long, Labelled> known = new HashMap<>(labelled);
    return originals.members(
        (a, first, b, second) -> {
          double[] features = PairFeatures.of(first, second);
          Labelled one = known.get(a);
          Labelled two = known.get(b);
          return Arrays.stream(
                  one == null || two == null
                      ? models
                      : new PairWeights[] {models[one.fold], models[two.fold]})
              .mapToDouble(model -> model.logit(features))
              .average()
              .orElseThrow();
        },
        settings);
  }

  /**
   * The clusters of plain average link, for comparison: cosine of all terms, faded over the days
   * between the publications by a gaussian of {@value #COSINE_DAYS} days.
   *
   * @param threshold least mean similarity of two clusters that are merged, 0..1
   */
  public Dataset<Row> averageLink(double threshold) {
    return originals.members(
        (a, first, b, second) -> 2 * fadedCosine(first, second) - 1,
        settings.scored(2 * threshold - 1, 1));
  }

  private static double fadedCosine(Profile a, Profile b) {
    double cosine = a.vector(TermField.ALL).cosine(b.vector(TermField.ALL));
    if (a.published() == EventDays.UNKNOWN || b.published() == EventDays.UNKNOWN) {
      return cosine;
    }
    double gaps = (a.published() - b.published()) / (double) COSINE_DAYS;
    return cosine * Math.exp(-gaps * gaps / 2);
  }

  /** Lets go of what is persisted. */
  public void release() {
    pairs.unpersist();
    originals.release();
  }

  private static PairWeights model(Dataset<Row> pairs) {
    int size = PairFeatures.NAMES.size();
    double[] least = new double[size];
    double[] most = new double[size];
    List<String[]> declared = Resources.rows(PairWeights.class, SHIPPED);
    for (int i = 0; i < size; i++) {
      String[] row = declared.get(i + 2);
      least[i] = row[2].isEmpty() ? -FAR : Double.parseDouble(row[2]);
      most[i] = row[3].isEmpty() ? FAR : Double.parseDouble(row[3]);
    }
    LogisticRegressionModel model =
        new LogisticRegression()
            .setFamily("binomial")
            .setLowerBoundsOnCoefficients(Matrices.dense(1, size, least))
            .setUpperBoundsOnCoefficients(Matrices.dense(1, size, most))
            .setRegParam(PENALTY)
            .setStandardization(false)
            .setMaxIter(MOST_ROUNDS)
            .setTol(TOLERANCE)
            // The rows in one order, so that sums are the same on every machine.
            .fit(
                pairs
                    .select("a", "b", "label", "features")
                    .repartition(1)
                    .sort(col("a"), col("b")));
    double[] learned = model.coefficients().toArray();
    for (int i = 0; i < size; i++) {
      // MLlib gives 0 to a feature that is the same in all pairs, whatever its bounds.
      learned[i] = Math.min(Math.max(learned[i], least[i]), most[i]);
    }
    return PairWeights.of(model.intercept(), learned);
  }
}
