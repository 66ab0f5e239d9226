package org.sitrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sitrep.generate.CorpusFiles;
import org.sitrep.generate.CorpusPlan;
import org.sitrep.generate.Generated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a generated corpus; without Spark. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes an invented corpus of any size, for measuring speed and scale; its articles are no",
      "measure of quality. The same options give the same bytes on every machine."
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--articles",
      paramLabel = "N",
      required = true,
      description = "Articles, 1 to " + CorpusPlan.MOST_ARTICLES + ".")
  private int articles;

  @Option(
      names = "--days",
      paramLabel = "D",
      required = true,
      description = "Days from the first to the last, 1 to " + CorpusPlan.MOST_DAYS + ".")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      required = true,
      description = "Which of the many corpora of this size, any whole number.")
  private long seed;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Local folder for articles.jsonl, gold.csv and incidents.csv; new or empty.")
  private String to;

  @Option(
      names = "--start",
      paramLabel = "YYYY-MM-DD",
      defaultValue = "2024-01-01",
      description = "First day (default: ${DEFAULT-VALUE}).")
  private String start;

  @Option(names = "--force", description = "Replace these files in a folder that is not empty.")
  private boolean force;

  @Override
  public Integer call() {
    CorpusPlan plan =
        UsageException.checked(() -> new CorpusPlan(articles, days, seed, day(start)));
    long begin = System.nanoTime();
    try {
      Path folder = Path.of(to);
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new UsageException("--to " + to + " is not a folder");
      }
      if (!force && CorpusFiles.isTaken(folder)) {
        throw new UsageException("--to " + to + " is not empty; --force replaces a corpus there");
      }
      Generated generated = CorpusFiles.write(plan, folder);
      var out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT,
          "%d articles (%d of %d incidents, %d copies), %.1f MB, in %.1f s: %s%n",
          generated.articles(),
          generated.labelled(),
          generated.incidents(),
          generated.copies(),
          generated.bytes() / 1e6,
          (System.nanoTime() - begin) / 1e9,
          folder);
      out.flush();
      return Main.DONE;
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("--to " + to + ": cannot be written: " + e);
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException("--start must be a day as YYYY-MM-DD, not " + text);
    }
  }
}
