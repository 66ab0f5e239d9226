package org.sitrep;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All steps. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "All steps: reads articles, writes all tables and the report, prints the region-week table.",
      "On an existing output it adds the new articles; an article that is there already is left alone."
    })
final class RunCommand implements Callable<Integer> {

  /** Ways to begin anew. */
  static final class Anew {
    @Option(
        names = "--replace",
        description = "Starts over: forgets all articles and incident ids of the output.")
    boolean replace;

    @Option(
        names = "--rebuild",
        description =
            "Keeps the articles, renews the frozen statistics, annotates and clusters everything anew.")
    boolean rebuild;

    Set<Job.Anew> choices() {
      EnumSet<Job.Anew> choices = EnumSet.noneOf(Job.Anew.class);
      if (replace) {
        choices.add(Job.Anew.REPLACE);
      }
      if (rebuild) {
        choices.add(Job.Anew.REBUILD);
      }
      return choices;
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private InputOptions input;
  @Mixin private AnnotateOptions annotate;
  @Mixin private CorrectionsOption corrections;
  @Mixin private PlanOption plan;
  @ArgGroup private Anew anew = new Anew();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "40",
      description = "Rows to print (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    Job job =
        new Job(
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            output.folder,
            input,
            annotate,
            new ReportOptions(),
            corrections,
            anew.choices());
    if (plan.only) {
      job.plan("run", Pipeline.STEPS);
      return Main.DONE;
    }
    job.run("run", Pipeline.STEPS);
    job.printRegionWeeks(limit);
    return Main.DONE;
  }
}
