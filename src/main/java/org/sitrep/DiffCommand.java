package org.sitrep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.report.DifferenceText;
import org.sitrep.report.Differences;
import org.sitrep.report.Export;
import org.sitrep.tables.Store;
import org.sitrep.tables.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells which region-weeks changed between two runs, and which articles did it. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Which region-weeks changed between two runs of an output, and which incidents and articles did it.",
      "A run is named by its id or the first characters of it, by `latest`, or by `previous`; `sitrep runs` lists"
          + " the runs. Those whose tables `clean` removed cannot be compared."
    })
final class DiffCommand implements Callable<Integer> {

  private static final int MOST = 100_000;

  /** What a run's summary says of how it worked, beside its settings. */
  private static final List<String> WAYS = List.of("code_version", "gazetteer", "actors");

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The run compared with.")
  private String before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The run of which is told.")
  private String after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = {
        "Region-weeks to tell, and incidents and articles of each (default: ${DEFAULT-VALUE}); 0 for all.",
        "What is not told is counted."
      })
  private int limit;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = {
        "Only region-weeks that meet a condition on iso_week_id, country_code, region_code, country_name,"
            + " region_name,",
        "incidents, killed_best, ..., articles, or on their values before: incidents_before, ...",
        "For example \"iso_week_id < '2015-W17'\"."
      })
  private String where;

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = "Of the file: csv, jsonl or parquet (default: ${DEFAULT-VALUE}).")
  private Export.Format format;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Writes all region-weeks that changed, before and after, into a file as well.")
  private String to;

  @Override
  public Integer call() throws JsonProcessingException {
    if (limit < 0 || limit > MOST) {
      throw new UsageException("--limit must be 0 to " + MOST + ", not " + limit);
    }
    if (format == Export.Format.geojson) {
      throw new UsageException("--format must be csv, jsonl or parquet, not geojson");
    }
    SparkSession spark = Main.session("diff");
    Store store = Store.at(spark, output.folder);
    Map<String, JsonNode> summaries = new LinkedHashMap<>();
    for (Store.RunSummary run : store.runs()) {
      summaries.put(run.runId(), new ObjectMapper().readTree(run.json()));
    }
    KeptRuns runs = new KeptRuns(output.folder, store.history(), List.copyOf(summaries.keySet()));
    Version then = KeptRuns.comparable(runs.version(before));
    Version now = KeptRuns.comparable(runs.version(after));
    var out = spec.commandLine().getOut();
    JsonNode earlier = summaries.getOrDefault(then.runId(), new ObjectMapper().nullNode());
    JsonNode later = summaries.getOrDefault(now.runId(), new ObjectMapper().nullNode());
    out.println("before  " + told(then, earlier));
    out.println("after   " + told(now, later));
    List<String> ways = otherWays(earlier, later);
    if (!ways.isEmpty()) {
      out.println("differ  " + String.join("; ", ways));
    }
    out.println();
    try (Differences differences =
        Differences.of(table -> store.read(table, then), table -> store.read(table, now))) {
      Dataset<Row> changed = ShowCommand.filtered(differences.regionWeeks(), where);
      out.print(DifferenceText.of(differences.told(changed, limit)));
      if (to != null) {
        long written = Export.write(spark, changed, format, to);
        out.println();
        out.println(written + " region-weeks in " + to);
      }
    }
    out.flush();
    return Main.DONE;
  }

  private static String told(Version version, JsonNode summary) {
    return version.runId()
        + (summary.path("command").isTextual()
            ? "  " + summary.path("command").asText() + " " + inputs(summary.path("inputs"))
            : "")
        + "  sitrep "
        + version.codeVersion();
  }

  /** The first of the inputs, and how many more there are. */
  private static String inputs(JsonNode inputs) {
    return inputs.size() <= 1
        ? inputs.toString()
        : "[" + inputs.path(0) + " and " + (inputs.size() - 1) + " more]";
  }

  /** How two runs worked otherwise, which may change figures without any article. */
  static List<String> otherWays(JsonNode before, JsonNode after) {
    List<String> ways = new ArrayList<>();
    if (!before.isObject() || !after.isObject()) {
      return ways;
    }
    for (String way : WAYS) {
      add(ways, way, before.path(way), after.path(way));
    }
    TreeSet<String> settings = new TreeSet<>();
    before.path("settings").fieldNames().forEachRemaining(settings::add);
    after.path("settings").fieldNames().forEachRemaining(settings::add);
    for (String key : settings) {
      add(ways, key, before.path("settings").path(key), after.path("settings").path(key));
    }
    return ways;
  }

  private static void add(List<String> ways, String name, JsonNode before, JsonNode after) {
    String then = before.asText("");
    String now = after.asText("");
    if (!Objects.equals(then, now)) {
      ways.add(
          name + " " + (then.isEmpty() ? "none" : then) + " → " + (now.isEmpty() ? "none" : now));
    }
  }
}
