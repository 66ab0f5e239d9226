package org.sitrep;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sitrep.annotate.ActorFile;
import org.sitrep.place.Gazetteer;
import org.sitrep.report.Report;
import org.sitrep.report.TextTable;
import org.sitrep.tables.Correction;
import org.sitrep.tables.Run;
import org.sitrep.tables.Store;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/** One writing command from lock to publication, with progress and a summary. */
final class Job {

  /** What begins anew. */
  enum Anew {
    /** Everything: articles and ids are forgotten. */
    REPLACE,
    /** Statistics, annotation and clusters; articles and ids are kept. */
    REBUILD
  }

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What new corrections alone do not change: nothing is annotated and clustered anew. */
  private static final List<Table> BEFORE_CORRECTIONS =
      List.of(Tables.DOCUMENTS, Tables.INCIDENT_ARTICLES);

  private final PrintWriter out;
  private final PrintWriter err;
  private final String output;
  private final InputOptions input;
  private final AnnotateOptions annotate;
  private final ReportOptions report;
  private final CorrectionsOption corrections;
  private final Set<Anew> anew;

  Job(
      PrintWriter out,
      PrintWriter err,
      String output,
      InputOptions input,
      AnnotateOptions annotate,
      ReportOptions report,
      CorrectionsOption corrections,
      Set<Anew> anew) {
    this.out = out;
    this.err = err;
    this.output = output;
    this.input = input;
    this.annotate = annotate;
    this.report = report;
    this.corrections = corrections;
    this.anew = anew;
  }

  /** Tells what {@link #run} would do. */
  void plan(String command, List<Step> steps) {
    SparkSession spark = Main.session(command);
    Store store = Store.at(spark, output);
    boolean replace = anew.contains(Anew.REPLACE);
    for (Step step : steps) {
      for (Table table : step.reads()) {
        boolean there =
            !replace
                && store.current().filter(v -> v.tables().containsKey(table.name())).isPresent();
        if (!there && needs(step, table, steps)) {
          throw absent(step, table);
        }
      }
    }
    out.print(
        new Plan(
                store,
                spark.sparkContext().hadoopConfiguration(),
                Settings.of(configured(spark)),
                input,
                annotate,
                corrections.read(spark).map(List::size).orElse(null),
                anew)
            .of(steps));
    out.flush();
  }

  private UsageException absent(Step step, Table table) {
    return new UsageException(
        "step "
            + step.name()
            + " reads "
            + table.name()
            + ", which "
            + output
            + " does not have; do the step before it first");
  }

  /** Does the steps, publishes, and says what came of it. */
  void run(String command, List<Step> steps) {
    Instant begin = Instant.now();
    String gazetteer = UsageException.checked(() -> Gazetteer.version(annotate.gazetteer));
    UsageException.checked(() -> ActorFile.read(annotate.actors));
    SparkSession spark = Main.session(command);
    Settings settings = Settings.of(configured(spark));
    Optional<List<Correction>> given = corrections.read(spark);
    Store store = Store.at(spark, output);
    try (Run run = store.begin(runId(begin), Main.version())) {
      if (anew.contains(Anew.REPLACE)) {
        run.startOver();
      }
      Notes notes = new Notes();
      Context context =
          new Context(spark, run, settings, input, annotate, report, given, anew, notes);
      List<Map<String, Object>> lines = new ArrayList<>();
      boolean nothingNew = false;
      for (Step step : steps) {
        if (nothingNew && step.writes().stream().anyMatch(BEFORE_CORRECTIONS::contains)) {
          continue;
        }
        for (Table table : step.reads()) {
          if (!run.has(table) && needs(step, table, steps)) {
            throw absent(step, table);
          }
        }
        err.printf(
            Locale.ROOT,
            "step %d/%d %s ...%n",
            Pipeline.STEPS.indexOf(step) + 1,
            Pipeline.STEPS.size(),
            step.name());
        err.flush();
        Instant start = Instant.now();
        step.work().accept(context);
        Map<String, Object> line = line(step, run, Duration.between(start, Instant.now()));
        lines.add(line);
        err.println("     " + told(line));
        err.flush();
        nothingNew = nothingNew || step.name().equals("ingest") && nothingToDo(run, steps);
        if (nothingNew && given.isEmpty()) {
          notes.lines().forEach(note -> err.println("note: " + note));
          out.println("nothing new: every article is in " + output + " already");
          return;
        }
      }
      run.publish();
      summarize(command, begin, store, run, settings, gazetteer, notes, lines);
    }
  }

  /** Whether reading brought nothing, and the steps behind it were done for all that is there. */
  private boolean nothingToDo(Run run, List<Step> steps) {
    if (!anew.isEmpty()
        || run.published(Tables.ARTICLES).isEmpty()
        || run.batch(Tables.ARTICLES).count() + run.batch(Tables.REJECTS).count() > 0) {
      return false;
    }
    return steps.size() == 1
        || run.published(Tables.ARTICLES).count()
            == run.published(Tables.REGION_WEEKS)
                .agg(functions.coalesce(functions.sum("articles"), functions.lit(0L)))
                .first()
                .getLong(0);
  }

  private boolean needs(Step step, Table table, List<Step> steps) {
    return steps.size() == 1
        && !step.writes().contains(table)
        && table.growth() != Table.Growth.GIVEN
        && !Pipeline.STATISTICS.contains(table);
  }

  private void summarize(
      String command,
      Instant begin,
      Store store,
      Run run,
      Settings settings,
      String gazetteer,
      Notes notes,
      List<Map<String, Object>> lines) {
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("run_id", run.id());
    summary.put("command", command);
    summary.put("started_at", begin.toString());
    summary.put("seconds", seconds);
    summary.put("inputs", input.inputs);
    summary.put("metadata", input.metadata);
    summary.put("gazetteer", gazetteer);
    summary.put("actors", annotate.actors.isBlank() ? null : annotate.actors);
    summary.put("statistics", annotate.statistics);
    summary.put("corrections", corrections.file);
    summary.put("code_version", Main.version());
    summary.put("schema_version", Tables.SCHEMA_VERSION);
    summary.put("settings", settings.values());
    summary.put("steps", lines);
    summary.put("notes", notes.lines());
    run.summarize(summary);

    List<List<String>> rows = new ArrayList<>();
    for (Map<String, Object> line : lines) {
      rows.add(
          List.of(
              String.valueOf(line.get("step")),
              told(line),
              String.format(Locale.ROOT, "%.1f", line.get("seconds"))));
    }
    err.println();
    err.print(TextTable.of(List.of("step", "rows written", "seconds"), rows));
    notes.lines().forEach(note -> err.println("note: " + note));
    err.printf(Locale.ROOT, "run %s done in %.1f s%n", run.id(), seconds);
    err.flush();
    String latest = store.folder().path("_versions/" + run.id());
    out.println(
        "tables  " + plain(latest) + "/  (also " + plain(store.folder().path("latest")) + "/)");
    if (lines.stream().anyMatch(line -> "report".equals(line.get("step")))) {
      out.println("page    " + plain(latest) + "/report/index.html");
    }
    out.flush();
  }

  private static String plain(String uri) {
    return uri.startsWith("file:") ? uri.substring("file:".length()) : uri;
  }

  private static Map<String, Object> line(Step step, Run run, Duration time) {
    Map<String, Object> rows = new LinkedHashMap<>();
    for (Table table : step.writes()) {
      if (run.wrote(table)) {
        rows.put(table.name(), run.batch(table).count());
      }
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", step.name());
    line.put("rows", rows);
    line.put("seconds", time.toMillis() / 1000.0);
    return line;
  }

  private static String told(Map<String, Object> line) {
    StringBuilder told = new StringBuilder();
    ((Map<?, ?>) line.get("rows"))
        .forEach(
            (table, count) ->
                told.append(told.isEmpty() ? "" : ", ").append(count).append(' ').append(table));
    return told.isEmpty() ? "-" : told.toString();
  }

  /** Prints the region-week table as published. */
  void printRegionWeeks(int limit) {
    Store store = Store.at(Main.session("run"), output);
    out.println();
    out.print(Report.regionWeeks(store.read(Tables.REGION_WEEKS), limit));
    out.flush();
  }

  static Map<String, String> configured(SparkSession spark) {
    Map<String, String> configured = new HashMap<>();
    for (scala.Tuple2<String, String> pair : spark.sparkContext().getConf().getAll()) {
      configured.put(pair._1(), pair._2());
    }
    return configured;
  }

  private static String runId(Instant begin) {
    return RUN_ID.format(begin)
        + String.format(Locale.ROOT, "-%04x", ThreadLocalRandom.current().nextInt(0x10000));
  }
}
