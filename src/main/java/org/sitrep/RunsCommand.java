package org.sitrep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sitrep.report.TextTable;
import org.sitrep.tables.Store;
import org.sitrep.tables.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the runs there are. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists the runs of an output, newest first.")
final class RunsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Override
  public Integer call() throws JsonProcessingException {
    Store store = Store.at(Main.session("runs"), output.folder);
    Set<String> kept = store.history().stream().map(Version::runId).collect(Collectors.toSet());
    String current = store.current().map(Version::runId).orElse("");
    List<List<String>> rows = new ArrayList<>();
    for (Store.RunSummary run : store.runs()) {
      JsonNode summary = new ObjectMapper().readTree(run.json());
      String state =
          run.runId().equals(current) ? "current" : kept.contains(run.runId()) ? "kept" : "removed";
      rows.add(
          0,
          List.of(
              run.runId(),
              summary.path("command").asText(),
              summary.path("started_at").asText(),
              summary.path("seconds").asText(),
              state,
              summary.path("inputs").toString()));
    }
    var out = spec.commandLine().getOut();
    out.print(
        TextTable.of(List.of("run", "command", "started", "seconds", "tables", "inputs"), rows));
    out.flush();
    return Main.DONE;
  }
}
