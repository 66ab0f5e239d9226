package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The gazetteer is loaded at first use, once, and stays small: measured in a JVM of its own. */
class LoadingTest {

  private static final long MB = 1 << 20;
  private static final long MOST_MB = 250;

  @Test
  void itLoadsLazilyOnceAndStaysSmall() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    Map<String, Long> figures =
        output
            .lines()
            .filter(line -> line.startsWith("loading "))
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(parts -> parts[1], parts -> Long.valueOf(parts[2])));
    assertThat(figures.get("instances")).isEqualTo(1);
    assertThat(figures.get("beforeUseMb")).as("heap of the class alone").isLessThan(10);
    assertThat(figures.get("retainedMb")).isBetween(10L, MOST_MB);
  }

  /**
   * What the other JVM does: it initialises the class, then uses the gazetteer from four threads.
   */
  static final class Loading {

    private Loading() {}

    public static void main(String[] arguments) throws Exception {
      long bare = used();
      Class.forName(Gazetteer.class.getName());
      long initialised = used();
      long start = System.nanoTime();
      ExecutorService pool = Executors.newFixedThreadPool(4);
      List<Callable<Gazetteer>> calls = Collections.nCopies(4, Gazetteer::embedded);
      Set<Gazetteer> instances = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Future<Gazetteer> call : new ArrayList<>(pool.invokeAll(calls))) {
        instances.add(call.get());
      }
      pool.shutdown();
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      print("instances", instances.size());
      print("beforeUseMb", (initialised - bare) / MB);
      print("retainedMb", (used() - bare) / MB);
      print("milliseconds", milliseconds);
      print("divisions", Gazetteer.embedded().divisions().size());
    }

    private static void print(String figure, long value) {
      System.out.println("loading " + figure + " " + value);
    }

    private static long used() throws InterruptedException {
      for (int i = 0; i < 3; i++) {
        System.gc();
        Thread.sleep(20);
      }
      Runtime runtime = Runtime.getRuntime();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }
}
