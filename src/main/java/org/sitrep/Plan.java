package org.sitrep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.sitrep.annotate.ActorFile;
import org.sitrep.ingest.InputFile;
import org.sitrep.ingest.InputFiles;
import org.sitrep.place.Gazetteer;
import org.sitrep.report.TextTable;
import org.sitrep.tables.Store;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import org.sitrep.tables.Version;

/** What a writing command would do, told without doing any of it. */
final class Plan {

  private static final int FEW = 12;
  private static final double KILO = 1000;

  private final Store store;
  private final Configuration files;
  private final Settings settings;
  private final InputOptions input;
  private final AnnotateOptions annotate;
  private final Integer corrections;
  private final Set<Job.Anew> anew;

  /**
   * A plan.
   *
   * @param corrections how many lines of corrections the user gives; null where he gives no file
   */
  Plan(
      Store store,
      Configuration files,
      Settings settings,
      InputOptions input,
      AnnotateOptions annotate,
      Integer corrections,
      Set<Job.Anew> anew) {
    this.store = store;
    this.files = files;
    this.settings = settings;
    this.input = input;
    this.annotate = annotate;
    this.corrections = corrections;
    this.anew = anew;
  }

  /**
   * The plan in words.
   *
   * @throws org.sitrep.ingest.InputException where an input cannot be read
   * @throws org.sitrep.tables.OutputException where the output folder holds something else
   */
  String of(List<Step> steps) {
    store.check();
    StringBuilder plan = new StringBuilder();
    Version current = anew.contains(Job.Anew.REPLACE) ? null : store.current().orElse(null);
    if (steps.contains(Pipeline.step("ingest"))) {
      plan.append(inputs(current));
    }
    String gazetteer = UsageException.checked(() -> Gazetteer.description(annotate.gazetteer));
    if (steps.contains(Pipeline.step("annotate")) && !annotate.gazetteer.isBlank()) {
      plan.append("gazetteer ").append(gazetteer).append('\n');
    }
    int actors = UsageException.checked(() -> ActorFile.read(annotate.actors)).size();
    if (steps.contains(Pipeline.step("annotate")) && actors > 0) {
      plan.append("actors    ").append(annotate.actors).append(", ").append(actors);
      plan.append(actors == 1 ? " row\n" : " rows\n");
    }
    plan.append("output    ").append(store.folder().path("")).append(output(current)).append('\n');
    if (corrections != null) {
      plan.append("corrects  ").append(corrections).append(" lines, instead of those kept\n");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Step step : steps) {
      rows.add(List.of(step.name(), reads(step, current), writes(step, current)));
    }
    plan.append('\n').append(TextTable.of(List.of("step", "reads", "writes"), rows)).append('\n');
    for (String line : changed()) {
      plan.append("setting   ").append(line).append('\n');
    }
    return plan.append("nothing was written: this is the plan alone\n").toString();
  }

  private String inputs(Version current) {
    if (input.inputs.isEmpty()) {
      return current == null
          ? "input     the embedded sample corpus\n"
          : "input     none: nothing is added to the articles that are there\n";
    }
    InputFiles found = InputFiles.list(input.inputs, files);
    StringBuilder told = new StringBuilder();
    found.files().stream()
        .limit(FEW)
        .forEach(
            file ->
                told.append("input     ")
                    .append(file.path())
                    .append("  ")
                    .append(size(file.length()))
                    .append('\n'));
    if (found.files().size() > FEW) {
      told.append("          ... and ").append(found.files().size() - FEW).append(" more\n");
    }
    told.append("in all    ")
        .append(found.files().size())
        .append(" files, ")
        .append(size(found.files().stream().mapToLong(InputFile::length).sum()))
        .append(" as they lie\n");
    found.ignored().stream()
        .limit(FEW)
        .forEach(file -> told.append("ignored   ").append(file).append(" (unknown extension)\n"));
    found
        .unreadable()
        .forEach(
            file ->
                told.append("rejected  ")
                    .append(file.inputPath())
                    .append(" (")
                    .append(file.reason())
                    .append(")\n"));
    if (input.metadata != null) {
      told.append("metadata  ").append(input.metadata).append('\n');
    }
    return told.toString();
  }

  private String output(Version current) {
    if (current != null) {
      return ", published by " + current.runId() + "; articles that are there stay as they are";
    }
    return store.current().isPresent()
        ? ", starting over: the articles and ids that are there are forgotten"
        : ", new";
  }

  private String reads(Step step, Version current) {
    List<String> tables = new ArrayList<>();
    if (step.name().equals("ingest")) {
      tables.add("the input");
    }
    for (Table table : step.reads()) {
      if (table.equals(Tables.CORRECTIONS) && !corrects()) {
        continue;
      }
      if (step.writes().contains(table) && makes(table, current)) {
        if (annotate.statistics != null) {
          tables.add(table.name() + " of " + annotate.statistics);
        }
        continue;
      }
      tables.add(table.name());
    }
    return tables.isEmpty() ? "-" : String.join(", ", tables);
  }

  /** Whether corrections hold: given now, or kept. */
  private boolean corrects() {
    return corrections != null
        || store
            .current()
            .filter(version -> version.tables().containsKey(Tables.CORRECTIONS.name()))
            .isPresent();
  }

  /** Whether a frozen statistics table is made or taken over, since the output has none to keep. */
  private boolean makes(Table table, Version current) {
    return anew.contains(Job.Anew.REBUILD)
        || current == null
        || !current.tables().containsKey(table.name());
  }

  private String writes(Step step, Version current) {
    List<String> tables =
        step.writes().stream()
            .filter(table -> !Pipeline.STATISTICS.contains(table) || makes(table, current))
            .filter(table -> !table.equals(Tables.CORRECTIONS) || corrects())
            .map(Table::name)
            .collect(Collectors.toCollection(ArrayList::new));
    if (step.name().equals("reconcile") && corrections != null) {
      tables.add(Tables.INCIDENT_ARTICLES.name());
    }
    if (step.writes().isEmpty()) {
      tables.add("report/");
    }
    return String.join(", ", tables);
  }

  private List<String> changed() {
    Map<String, String> defaults =
        Settings.declared().stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
    return settings.values().entrySet().stream()
        .filter(entry -> !entry.getValue().equals(defaults.get(entry.getKey())))
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .sorted()
        .toList();
  }

  /** A size for people, in decimal units. */
  static String size(long bytes) {
    double size = bytes;
    for (String unit : Arrays.asList("B", "kB", "MB", "GB", "TB")) {
      if (size < KILO || unit.equals("TB")) {
        return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", size, unit);
      }
      size /= KILO;
    }
    throw new AssertionError();
  }
}
