package org.sitrep.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks on one thread and prints megabytes of text per second. */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Prints a table: benchmark, megabytes per second, half-width of the 99.9 % interval, and the
   * share of the plain loop's speed.
   *
   * @param arguments one regular expression of the benchmarks to run; none for all
   */
  public static void main(String[] arguments) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(arguments.length == 0 ? "org.sitrep.benchmark" : arguments[0])
            .mode(Mode.Throughput)
            .timeUnit(TimeUnit.SECONDS)
            .threads(1)
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(4))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(2))
            .jvmArgsAppend("-Xmx2g", "-XX:+UseSerialGC")
            .verbosity(VerboseMode.SILENT)
            .build();
    print(new Runner(options).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Result<?>> speeds = new TreeMap<>();
    for (RunResult result : results) {
      String[] names = result.getParams().getBenchmark().split("\\.");
      String name = names[names.length - 2] + "." + names[names.length - 1];
      speeds.put(name, result.getSecondaryResults().get("megabytes"));
    }
    Result<?> loop = speeds.get("Tokenizing.plainLoop");
    System.out.printf("%-24s%10s%10s%14s%n", "benchmark", "MB/s", "+-", "of plain loop");
    speeds.forEach(
        (name, speed) ->
            System.out.printf(
                Locale.ROOT,
                "%-24s%10.2f%10.2f%14s%n",
                name,
                speed.getScore(),
                speed.getScoreError(),
                loop == null
                    ? ""
                    : String.format(
                        Locale.ROOT, "%.1f %%", 100 * speed.getScore() / loop.getScore())));
  }
}
