package org.sitrep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.correct.Correct;
import org.sitrep.ingest.IngestSummary;
import org.sitrep.tables.Correction;
import org.sitrep.tables.OutputException;
import org.sitrep.tables.Run;
import org.sitrep.tables.Store;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * What a step of the pipeline finds around it.
 *
 * @param spark the session
 * @param run the tables as this run sees and writes them
 * @param settings how the steps work
 * @param input what is read
 * @param annotate gazetteer and given statistics
 * @param report what is reported
 * @param given corrections that the user gives; empty where those of the output hold
 * @param anew which parts begin anew
 * @param notes what the summary should tell besides counts
 */
record Context(
    SparkSession spark,
    Run run,
    Settings settings,
    InputOptions input,
    AnnotateOptions annotate,
    ReportOptions report,
    Optional<List<Correction>> given,
    Set<Job.Anew> anew,
    Notes notes) {

  private static final String SAMPLE = "_sample/articles.jsonl";

  /**
   * What is to be read: what the user names, else the sample corpus where the output is new, else
   * nothing.
   */
  List<String> inputs() {
    if (!input.inputs.isEmpty()) {
      return input.inputs;
    }
    if (run.has(Tables.ARTICLES)) {
      return List.of();
    }
    try (InputStream stream = Context.class.getResourceAsStream("sample/articles.jsonl")) {
      String sample = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      run.folder().replace(SAMPLE, sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    notes.add("no --input: this is the embedded sample corpus, invented articles in real places");
    return List.of(run.folder().path(SAMPLE));
  }

  /**
   * Tells what was read, and refuses a reading that went mostly wrong.
   *
   * @throws RejectsException where more was rejected than the settings allow
   */
  void check(IngestSummary summary) {
    notes.add(
        summary.files()
            + " files, "
            + summary.records()
            + " records: "
            + summary.articles()
            + " new articles, "
            + summary.unchanged()
            + " known, "
            + summary.repeated()
            + " repeated, "
            + summary.renamed()
            + " under an id of another text, "
            + summary.rejected()
            + " rejected");
    summary.rejectedBy().forEach((reason, count) -> notes.add(count + " rejected: " + reason));
    summary
        .ignoredColumns()
        .forEach(
            (column, files) -> notes.add("ignored column " + column + " (" + files + " files)"));
    if (!summary.ignoredFiles().isEmpty()) {
      notes.add("ignored files of unknown kind: " + String.join(", ", summary.ignoredFiles()));
    }
    summary.warnings().forEach(notes::add);
    double most = settings.number("ingest.max_reject_share");
    if (summary.records() > 0 && summary.rejected() > most * summary.records()) {
      throw new RejectsException(
          summary.rejected()
              + " of "
              + summary.records()
              + " records were rejected, more than spark.sitrep.ingest.max_reject_share = "
              + most
              + " allows; nothing was published");
    }
  }

  /** The corrections that hold: the user's, else those that the output keeps. */
  List<Correction> corrections() {
    return given.orElseGet(
        () ->
            run.has(Tables.CORRECTIONS)
                ? Correct.corrections(run.published(Tables.CORRECTIONS))
                : List.of());
  }

  boolean rebuild() {
    return anew.contains(Job.Anew.REBUILD);
  }

  /** Whether a frozen statistics table must be made in this run. */
  boolean missing(Table statistics) {
    return rebuild() || !run.has(statistics);
  }

  /** A frozen statistics table of the output that the user named with {@code --statistics}. */
  Optional<Dataset<Row>> given(Table statistics) {
    if (annotate.statistics == null) {
      return Optional.empty();
    }
    Store other = Store.at(spark, annotate.statistics);
    if (other.current().isEmpty()) {
      throw new OutputException(
          "--statistics " + annotate.statistics + " holds no tables of sitrep");
    }
    return Optional.of(other.read(statistics));
  }
}
