package org.sitrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.cluster.ClusterSettings;
import org.sitrep.cluster.Training;
import org.sitrep.evaluate.Clusters;
import org.sitrep.evaluate.GoldException;
import org.sitrep.evaluate.Membership;
import org.sitrep.tables.Store;
import org.sitrep.tables.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the weights that decide whether two articles tell one event. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Learns from labelled articles of an output which pairs of articles tell one event, writes the",
      "weights, and prints how well they cluster articles that they were not learned from."
    },
    footer = {
      "",
      "Labels are CSV in UTF-8 with a header: article_id, incident, [scored].",
      "The weights are used where spark.sitrep.cluster.weights names the file, for",
      "example in jobs/3-cluster.conf; the next run that adds articles, or `sitrep",
      "cluster`, then clusters everything anew.",
      "",
      "Example:",
      "  sitrep train --labels labels.csv --to weights.tsv --output sitrep-out"
    })
final class TrainCommand implements Callable<Integer> {

  /** Thresholds of the average link that the result is compared with; the best counts. */
  private static final double[] THRESHOLDS = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35};

  @Spec private CommandSpec spec;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      required = true,
      description = "The labels: a local file, or a URI such as s3a://bucket/my.csv.")
  private String labels;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Local file for the weights; without it they are only judged.")
  private String to;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Parts of the cross-validation over incidents, 2 to 20 (default: ${DEFAULT-VALUE}).")
  private int folds;

  @Mixin private OutputOption output;

  @Override
  public Integer call() {
    if (folds < 2 || folds > 20) {
      throw new UsageException("--folds must be 2 to 20, not " + folds);
    }
    if (to != null && Files.isDirectory(Path.of(to))) {
      throw new UsageException("--to " + to + " is a folder; name a file");
    }
    List<Clusters.Label> gold;
    try {
      gold = Clusters.Label.read(EvaluateCommand.file(labels));
    } catch (GoldException e) {
      throw new UsageException(e.getMessage());
    }
    Map<String, String> incidents = new TreeMap<>();
    gold.forEach(label -> incidents.put(label.articleId(), label.incident()));
    SparkSession spark = Main.session("train");
    Store store = Store.at(spark, output.folder);
    Settings settings = Settings.of(Job.configured(spark));
    Training training =
        Training.of(
            store.read(Tables.DOCUMENTS),
            store.read(Tables.DOCUMENT_FREQUENCIES),
            incidents,
            UsageException.checked(() -> ClusterSettings.of(settings.step("cluster"))),
            folds);
    if (training.examples() == 0) {
      throw new UsageException(
          labels + ": no two labelled articles of one incident are candidates in " + output.folder);
    }
    var out = spec.commandLine().getOut();
    out.println(training.candidates());
    out.println("cross-validated over incidents, " + folds + " folds");
    judged(gold, training.crossValidated()).lines().forEach(line -> out.println("  " + line));
    Clusters best = null;
    double chosen = 0;
    for (double threshold : THRESHOLDS) {
      Clusters plain = judged(gold, training.averageLink(threshold));
      if (best == null || f1(plain) > f1(best)) {
        best = plain;
        chosen = threshold;
      }
    }
    out.printf(
        Locale.ROOT,
        "for comparison, plain average link of faded cosines, best of %d thresholds (%.2f)%n",
        THRESHOLDS.length,
        chosen);
    best.lines().forEach(line -> out.println("  " + line));
    if (to != null) {
      write(training.weights());
      out.println("weights  " + to);
    }
    out.flush();
    training.release();
    return Main.DONE;
  }

  private void write(String weights) {
    try {
      Files.writeString(Path.of(to), weights);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("--to " + to + ": cannot be written: " + e);
    }
  }

  private static double f1(Clusters clusters) {
    double sum = clusters.precision() + clusters.recall();
    return sum == 0 ? 0 : 2 * clusters.precision() * clusters.recall() / sum;
  }

  private static Clusters judged(List<Clusters.Label> gold, Dataset<Row> members) {
    List<String> labelled = gold.stream().map(Clusters.Label::articleId).distinct().toList();
    List<Membership> memberships = new ArrayList<>();
    members
        .join(
            members.sparkSession().createDataset(labelled, Encoders.STRING()).toDF("article_id"),
            "article_id")
        .select("article_id", "cluster", "similarity")
        .toLocalIterator()
        .forEachRemaining(
            row ->
                memberships.add(
                    new Membership(
                        row.getString(0), String.valueOf(row.getLong(1)), row.getDouble(2), true)));
    members.unpersist();
    return Clusters.of(gold, memberships);
  }
}
