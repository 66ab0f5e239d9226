package org.sitrep;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.sitrep.report.Reported;
import org.sitrep.tables.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One step at a time, on the tables in the output folder. */
final class StepCommands {
  private StepCommands() {}

  /** A step by name, with the options that it has. */
  abstract static class One implements Callable<Integer> {
    @Spec CommandSpec spec;
    @Mixin OutputOption output;
    @Mixin PlanOption plan;

    InputOptions input() {
      return new InputOptions();
    }

    AnnotateOptions annotate() {
      return new AnnotateOptions();
    }

    ReportOptions report() {
      return new ReportOptions();
    }

    CorrectionsOption corrections() {
      return new CorrectionsOption();
    }

    Set<Job.Anew> anew() {
      return EnumSet.noneOf(Job.Anew.class);
    }

    @Override
    public Integer call() {
      Job job =
          new Job(
              spec.commandLine().getOut(),
              spec.commandLine().getErr(),
              output.folder,
              input(),
              annotate(),
              report(),
              corrections(),
              anew());
      List<Step> steps = List.of(Pipeline.step(spec.name()));
      if (plan.only) {
        job.plan(spec.name(), steps);
      } else {
        job.run(spec.name(), steps);
      }
      return Main.DONE;
    }
  }

  @Command(
      name = "ingest",
      mixinStandardHelpOptions = true,
      description = "Step 1 of 6: files to articles and rejects.")
  static final class Ingest extends One {
    @Mixin private InputOptions input;

    @Option(names = "--replace", description = "Starts over: forgets all articles of the output.")
    private boolean replace;

    @Override
    InputOptions input() {
      return input;
    }

    @Override
    Set<Job.Anew> anew() {
      return replace ? EnumSet.of(Job.Anew.REPLACE) : EnumSet.noneOf(Job.Anew.class);
    }
  }

  /** A step that uses frozen statistics and can renew them. */
  abstract static class WithStatistics extends One {
    @Mixin private AnnotateOptions annotate;

    @Option(
        names = "--rebuild",
        description = "Renews the frozen statistics of the step and does all articles anew.")
    private boolean rebuild;

    @Override
    AnnotateOptions annotate() {
      return annotate;
    }

    @Override
    Set<Job.Anew> anew() {
      return rebuild ? EnumSet.of(Job.Anew.REBUILD) : EnumSet.noneOf(Job.Anew.class);
    }
  }

  @Command(
      name = "annotate",
      mixinStandardHelpOptions = true,
      description = "Step 2 of 6: articles to documents, in one pass.")
  static final class Annotate extends WithStatistics {}

  @Command(
      name = "cluster",
      mixinStandardHelpOptions = true,
      description = "Step 3 of 6: documents to incident_articles.")
  static final class Cluster extends WithStatistics {}

  @Command(
      name = "reconcile",
      mixinStandardHelpOptions = true,
      description = {
        "Step 4 of 6: incident_articles and documents to incidents and claims.",
        "With --corrections it puts incident_articles right, too; statistics and report come after."
      })
  static final class Reconcile extends One {
    @Mixin private CorrectionsOption corrections;

    @Override
    CorrectionsOption corrections() {
      return corrections;
    }
  }

  @Command(
      name = "statistics",
      mixinStandardHelpOptions = true,
      description = "Step 5 of 6: incidents and claims to region_weeks and region_week_events.")
  static final class Statistics extends One {}

  @Command(
      name = "report",
      mixinStandardHelpOptions = true,
      description = {
        "Step 6 of 6: the weekly tables as pages and as files.",
        "Without --to the pages are published as OUT/latest/report."
      })
  static final class Report extends One {
    @Mixin private ReportOptions report;

    @Override
    ReportOptions report() {
      return report;
    }

    @Override
    public Integer call() {
      if (report.to == null || plan.only) {
        report.check();
        return super.call();
      }
      SparkSession spark = Main.session("report");
      Store store = Store.at(spark, output.folder);
      Reported reported = Reported.of(store, report.scope(spark));
      var made = UsageException.checked(() -> org.sitrep.report.Report.of(reported));
      made.write(spark, report.to);
      List<String> pages = made.pages();
      String page = report.week == null || pages.isEmpty() ? "index" : pages.get(0);
      spec.commandLine().getOut().println("page    " + report.to + "/" + page + ".html");
      spec.commandLine().getOut().flush();
      return Main.DONE;
    }
  }
}
