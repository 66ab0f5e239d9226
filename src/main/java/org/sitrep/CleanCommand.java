package org.sitrep;

import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.tables.Store;
import org.sitrep.tables.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes old versions. */
@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    description = "Removes old versions of the tables; a file that a kept version needs stays.")
final class CleanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private PlanOption plan;

  @Option(
      names = "--keep",
      paramLabel = "N",
      required = true,
      description = "Newest versions to keep, 1 or more.")
  private int keep;

  @Override
  public Integer call() {
    if (keep < 1) {
      throw new UsageException("--keep must be 1 or more, not " + keep);
    }
    Store store = Store.at(Main.session("clean"), output.folder);
    List<String> removed =
        plan.only ? store.old(keep).stream().map(Version::runId).toList() : store.clean(keep);
    var out = spec.commandLine().getOut();
    out.println(
        removed.isEmpty()
            ? "nothing to remove"
            : (plan.only ? "would remove " : "removed ") + String.join(", ", removed));
    out.flush();
    return Main.DONE;
  }
}
