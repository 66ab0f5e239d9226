package org.sitrep.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.Main;
import org.sitrep.text.Reading;

/**
 * Measures the index of a dump: {@code generate DIR [rows] [names]} writes one of the real one's
 * size, {@code index DIR} indexes it and looks names up, {@code find DIR} finds places in the
 * sample corpus. Run by hand, with the heap to be tried.
 */
final class DumpScale {

  private static final int ROWS = 12_000_000;
  private static final int NAMES = 16_000_000;
  private static final int TIMES = 40;
  private static final int LOOKED_UP = 200_000;

  private DumpScale() {}

  /** Does what the first argument says. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("generate")) {
      int rows = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROWS;
      int names = arguments.length > 3 ? Integer.parseInt(arguments[3]) : NAMES;
      GeneratedDump.write(folder, rows, names);
      print("bytes of the dump", bytes(folder));
      return;
    }
    if (arguments[0].equals("find")) {
      find(folder);
      return;
    }
    measure(folder);
  }

  /**
   * Finds places in the sample corpus by the embedded gazetteer and by the directory's, in turn.
   */
  private static void find(Path folder) throws IOException {
    List<Reading> readings = new ArrayList<>();
    long letters = 0;
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Main.class.getResourceAsStream("sample/articles.jsonl"), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode article = json.readTree(line);
        String text = article.path("text").asText();
        readings.add(Reading.of(article.path("title").asText(), text, Set.of()));
        letters += text.length();
      }
    }
    for (int round = 0; round < 6; round++) {
      for (String directory : List.of("", folder.toString())) {
        Gazetteer gazetteer = Gazetteer.of(directory);
        long mentions = 0;
        long begin = System.nanoTime();
        for (int time = 0; time < TIMES; time++) {
          for (Reading reading : readings) {
            mentions += Places.find(reading, null, gazetteer).size();
          }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String name = directory.isEmpty() ? "embedded" : "directory";
        print(name + ", MB/s", TIMES * letters / 1e6 / seconds);
        print(name + ", mentions an article", mentions / (double) TIMES / readings.size());
      }
    }
  }

  private static void measure(Path folder) throws IOException {
    Curated curated = Curated.loaded();
    print("bytes of the dump", bytes(folder));
    boolean made = DumpIndex.of(folder, curated).isMade();
    long begin = System.nanoTime();
    Gazetteer gazetteer = Gazetteer.of(folder.toString());
    print(made ? "seconds to open" : "seconds to index", (System.nanoTime() - begin) / 1e9);
    print("largest heap in MB", peak() / 1e6);
    print("heap allowed in MB", Runtime.getRuntime().maxMemory() / 1e6);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isDirectory).sorted().toList()) {
        print("bytes of " + file.getFileName(), bytes(file));
      }
    }
    lookUp(gazetteer, folder);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    print("heap retained in MB", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
  }

  /** Looks up names of the table, in an order that the index does not have, twice. */
  private static void lookUp(Gazetteer gazetteer, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (BufferedReader table = Files.newBufferedReader(folder.resolve("allCountries.txt"))) {
      long number = 0;
      for (String row = table.readLine();
          row != null && names.size() < LOOKED_UP;
          row = table.readLine()) {
        String[] columns = row.split("\t", -1);
        if (number++ % 7 == 0 && columns[6].equals("P")) {
          names.add(columns[1]);
        }
      }
    }
    for (String time : List.of("first", "second")) {
      long found = 0;
      long begin = System.nanoTime();
      for (String name : names) {
        found += gazetteer.lookup(name).size();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      print("look-ups a second, the " + time + " time", names.size() / seconds);
      print("places found for each", found / (double) names.size());
    }
  }

  private static long peak() {
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed();
      }
    }
    return peak;
  }

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder, 1)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static void print(String what, double figure) {
    System.out.println(String.format(Locale.ROOT, "%s: %,.2f", what, figure));
  }
}
