package org.sitrep;

import static org.sitrep.tables.Tables.ARTICLES;
import static org.sitrep.tables.Tables.CLAIMS;
import static org.sitrep.tables.Tables.CLUSTERS;
import static org.sitrep.tables.Tables.CORRECTIONS;
import static org.sitrep.tables.Tables.DOCUMENTS;
import static org.sitrep.tables.Tables.DOCUMENT_FREQUENCIES;
import static org.sitrep.tables.Tables.INCIDENTS;
import static org.sitrep.tables.Tables.INCIDENT_ARTICLES;
import static org.sitrep.tables.Tables.REGION_WEEKS;
import static org.sitrep.tables.Tables.REGION_WEEK_EVENTS;
import static org.sitrep.tables.Tables.REJECTS;
import static org.sitrep.tables.Tables.SOURCES;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.annotate.ActorFile;
import org.sitrep.annotate.Annotate;
import org.sitrep.annotate.AnnotateSettings;
import org.sitrep.cluster.Cluster;
import org.sitrep.cluster.ClusterSettings;
import org.sitrep.cluster.SecondaryMemberships;
import org.sitrep.correct.Correct;
import org.sitrep.ingest.Ingest;
import org.sitrep.ingest.IngestSettings;
import org.sitrep.ingest.Ingested;
import org.sitrep.ingest.InputFiles;
import org.sitrep.ingest.Metadata;
import org.sitrep.place.Gazetteer;
import org.sitrep.reconcile.Reconcile;
import org.sitrep.reconcile.Reconciled;
import org.sitrep.report.Report;
import org.sitrep.report.Reported;
import org.sitrep.statistics.Statistics;
import org.sitrep.tables.Correction;
import org.sitrep.tables.Run;
import org.sitrep.tables.Table;

/**
 * The steps in order: what each reads, what it writes, and the function that does it. Read this
 * first.
 */
final class Pipeline {

  /** Tables that the first run makes and later runs take as they are. */
  static final List<Table> STATISTICS = List.of(SOURCES, DOCUMENT_FREQUENCIES);

  static final List<Step> STEPS =
      List.of(
          new Step("ingest", List.of(), List.of(ARTICLES, REJECTS), Pipeline::ingest),
          new Step(
              "annotate",
              List.of(ARTICLES, SOURCES),
              List.of(SOURCES, DOCUMENTS),
              Pipeline::annotate),
          new Step(
              "cluster",
              List.of(DOCUMENTS, DOCUMENT_FREQUENCIES, CORRECTIONS),
              List.of(DOCUMENT_FREQUENCIES, CLUSTERS, INCIDENT_ARTICLES),
              Pipeline::cluster),
          new Step(
              "reconcile",
              List.of(DOCUMENTS, INCIDENT_ARTICLES, CORRECTIONS),
              List.of(INCIDENTS, CLAIMS, CORRECTIONS),
              Pipeline::reconcile),
          new Step(
              "statistics",
              List.of(DOCUMENTS, INCIDENT_ARTICLES, INCIDENTS, CLAIMS, DOCUMENT_FREQUENCIES),
              List.of(REGION_WEEKS, REGION_WEEK_EVENTS),
              Pipeline::statistics),
          new Step(
              "report",
              List.of(
                  ARTICLES,
                  REJECTS,
                  INCIDENT_ARTICLES,
                  INCIDENTS,
                  CLAIMS,
                  REGION_WEEKS,
                  REGION_WEEK_EVENTS),
              List.of(),
              Pipeline::report));

  private Pipeline() {}

  /** The step of that name. */
  static Step step(String name) {
    return STEPS.stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow();
  }

  private static void ingest(Context context) {
    Run run = context.run();
    List<String> inputs = context.inputs();
    if (inputs.isEmpty()) {
      return;
    }
    Configuration files = context.spark().sparkContext().hadoopConfiguration();
    String metadata = context.input().metadata;
    Metadata beside = metadata == null ? Metadata.none() : Metadata.read(metadata, files);
    IngestSettings settings =
        UsageException.checked(
            () ->
                new IngestSettings(
                    context.input().map, beside, context.settings().integer("ingest.max_text_mb")));
    Dataset<Row> known = run.published(ARTICLES).select("article_id", "text_hash");
    try (Ingested ingested =
        Ingest.articles(context.spark(), InputFiles.list(inputs, files), settings, known)) {
      context.check(ingested.summary());
      run.write(ARTICLES, ingested.articles());
      run.write(REJECTS, Ingest.unknown(ingested.rejects(), run.published(REJECTS)));
    }
  }

  private static void annotate(Context context) {
    Run run = context.run();
    AnnotateSettings settings =
        new AnnotateSettings(
            Gazetteer.absolute(context.annotate().gazetteer),
            context.settings().integer("annotate.home_sample"),
            UsageException.checked(() -> ActorFile.read(context.annotate().actors)));
    UsageException.checked(() -> Gazetteer.of(settings.gazetteer()));
    Dataset<Row> articles = run.read(ARTICLES);
    if (context.missing(SOURCES)) {
      run.write(
          SOURCES, context.given(SOURCES).orElseGet(() -> Annotate.sources(articles, settings)));
    }
    if (context.rebuild()) {
      run.rewrite(DOCUMENTS, Annotate.documents(articles, run.read(SOURCES), settings));
    } else {
      Dataset<Row> fresh = Annotate.missing(articles, run.read(DOCUMENTS));
      run.write(DOCUMENTS, Annotate.documents(fresh, run.read(SOURCES), settings));
    }
  }

  private static void cluster(Context context) {
    Run run = context.run();
    Dataset<Row> documents = run.read(DOCUMENTS);
    if (context.missing(DOCUMENT_FREQUENCIES)) {
      run.write(
          DOCUMENT_FREQUENCIES,
          context
              .given(DOCUMENT_FREQUENCIES)
              .orElseGet(() -> Cluster.documentFrequencies(documents)));
    }
    Dataset<Row> before = run.published(CLUSTERS);
    Dataset<Row> clusters =
        Cluster.clusters(
            documents,
            run.read(DOCUMENT_FREQUENCIES),
            context.rebuild() ? before.limit(0) : before,
            UsageException.checked(() -> ClusterSettings.of(context.settings().step("cluster"))),
            context.notes()::add);
    run.write(CLUSTERS, clusters);
    clusters.unpersist();
    Dataset<Row> named =
        Cluster.named(run.read(CLUSTERS), documents, run.published(INCIDENT_ARTICLES));
    memberships(context, named, documents);
    named.unpersist();
  }

  private static void memberships(Context context, Dataset<Row> named, Dataset<Row> documents) {
    Run run = context.run();
    Dataset<Row> memberships =
        SecondaryMemberships.with(
            corrected(named, documents, context.corrections()),
            documents,
            run.published(INCIDENT_ARTICLES),
            context.notes()::add);
    run.write(INCIDENT_ARTICLES, memberships);
    memberships.unpersist();
  }

  /** Memberships as analysts correct them, each dated and placed by the incident it is in then. */
  private static Dataset<Row> corrected(
      Dataset<Row> named, Dataset<Row> documents, List<Correction> corrections) {
    if (corrections.isEmpty()) {
      return Cluster.taught(named, documents);
    }
    Correct correct = Correct.of(corrections, named);
    return correct.moved(Cluster.taught(correct.regrouped(named), documents));
  }

  private static void reconcile(Context context) {
    Run run = context.run();
    Dataset<Row> documents = run.read(DOCUMENTS);
    List<Correction> corrections = context.corrections();
    if (context.given().isPresent() && !run.wrote(INCIDENT_ARTICLES)) {
      memberships(context, Cluster.named(run.read(INCIDENT_ARTICLES), documents), documents);
    }
    Reconciled reconciled =
        Reconcile.incidents(
            documents,
            run.read(INCIDENT_ARTICLES),
            run.published(INCIDENT_ARTICLES),
            run.published(INCIDENTS));
    Correct correct = Correct.of(corrections, run.read(INCIDENT_ARTICLES).where("is_primary"));
    run.write(INCIDENTS, correct.incidents(reconciled.incidents()));
    run.write(CLAIMS, reconciled.claims());
    reconciled.release();
    boolean holding = context.given().isPresent() || !corrections.isEmpty();
    // an output without corrections has an empty table, for readers that take every folder
    if (holding || !run.has(CORRECTIONS)) {
      List<Correction> became = correct.became(run.read(INCIDENTS));
      run.write(CORRECTIONS, Correct.table(documents, became));
      if (holding) {
        Correct.told(became).forEach(context.notes()::add);
      }
    }
  }

  private static void statistics(Context context) {
    Run run = context.run();
    run.write(
        REGION_WEEKS,
        Statistics.regionWeeks(
            run.read(DOCUMENTS),
            run.read(INCIDENT_ARTICLES),
            run.read(INCIDENTS),
            run.read(CLAIMS),
            run.read(DOCUMENT_FREQUENCIES)));
    run.write(REGION_WEEK_EVENTS, Statistics.regionWeekEvents(run.read(INCIDENTS)));
  }

  private static void report(Context context) {
    Run run = context.run();
    Reported reported = Reported.of(run, context.report().scope(context.spark()));
    UsageException.checked(() -> Report.of(reported)).write(context.spark(), run.reportFolder());
  }
}
