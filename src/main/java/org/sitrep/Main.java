package org.sitrep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;
import org.sitrep.ingest.InputException;
import org.sitrep.tables.LockedException;
import org.sitrep.tables.OutputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line; the only place that makes a SparkSession. */
@Command(
    name = "sitrep",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "What happened, in which region, in which week, how many died, and who says so: news corpora to incidents",
      "and per-region, per-week statistics."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 3 another run is at work, 4 too many rejects.",
      "`sitrep COMMAND --help` explains a command."
    },
    subcommands = {
      RunCommand.class,
      StepCommands.Ingest.class,
      StepCommands.Annotate.class,
      StepCommands.Cluster.class,
      StepCommands.Reconcile.class,
      StepCommands.Statistics.class,
      StepCommands.Report.class,
      ShowCommand.class,
      ExportCommand.class,
      TrainCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      GenerateCommand.class,
      DiffCommand.class,
      RunsCommand.class,
      CleanCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int LOCKED = 3;
  static final int REJECTS = 4;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int code = run(writer(System.out), writer(System.err), arguments);
    System.out.flush();
    System.err.flush();
    // Spark leaves threads that are no daemons; a failed command must say so to the shell.
    System.exit(code);
  }

  /** Runs a command in this JVM, in a notebook for example, and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((error, line, parsed) -> explain(error, line.getErr()))
        .execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int explain(Exception error, PrintWriter out) {
    Throwable cause = error;
    for (Throwable next = error; next != null; next = next.getCause()) {
      if (next instanceof UsageException
          || next instanceof InputException
          || next instanceof OutputException
          || next instanceof LockedException
          || next instanceof RejectsException) {
        cause = next;
        break;
      }
    }
    if (cause instanceof UsageException
        || cause instanceof InputException
        || cause instanceof OutputException) {
      out.println("sitrep: " + cause.getMessage());
      return USAGE;
    }
    if (cause instanceof LockedException) {
      out.println("sitrep: " + cause.getMessage());
      return LOCKED;
    }
    if (cause instanceof RejectsException) {
      out.println("sitrep: " + cause.getMessage());
      return REJECTS;
    }
    out.println("sitrep: failed: " + error);
    error.printStackTrace(out);
    return FAILED;
  }

  /**
   * The session of a command. The master comes from spark-submit; what is set here is not tuning
   * but meaning: days and weeks are UTC wherever the job runs, and other readers understand the
   * timestamps.
   *
   * @throws UsageException where nobody gave a master
   */
  static SparkSession session(String command) {
    if (SparkSession.getDefaultSession().isEmpty()
        && System.getProperty("spark.master") == null
        && System.getenv("SPARK_MASTER") == null) {
      throw new UsageException(
          "no Spark master is set; start with jobs/sitrep, or with spark-submit sitrep.jar");
    }
    try {
      return SparkSession.builder()
          .appName("sitrep " + command)
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
          .config("spark.sql.datetime.java8API.enabled", "false")
          .getOrCreate();
    } catch (IllegalArgumentException e) {
      throw new UsageException("cannot start Spark: " + e.getMessage());
    }
  }

  /** Version of sitrep, from the build. */
  static String version() {
    try (InputStream stream = Main.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"sitrep " + version()};
    }
  }
}
