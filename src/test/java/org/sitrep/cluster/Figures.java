package org.sitrep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one measurement, by name: a line to read, and a line of a TSV file. */
final class Figures {

  private final Map<String, String> values = new LinkedHashMap<>();

  /** A text; tabs and line ends become spaces. */
  Figures text(String name, String value) {
    values.put(name, value.replaceAll("\\s+", " "));
    return this;
  }

  Figures number(String name, long value) {
    return text(name, Long.toString(value));
  }

  /** A number with so many digits behind the point; empty where it is none. */
  Figures number(String name, double value, int digits) {
    return text(
        name,
        Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value + 0.0));
  }

  /** A figure as it is told. */
  String of(String name) {
    return values.get(name);
  }

  /** Adds all of these to other figures. */
  void copyTo(Figures others) {
    others.values.putAll(values);
  }

  /** The same without one of them. */
  Figures without(String name) {
    Figures rest = new Figures();
    copyTo(rest);
    rest.values.remove(name);
    return rest;
  }

  /** The line to read: {@code name value, name value}; what is empty is left out. */
  String line() {
    List<String> told = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            told.add(name.replace('_', ' ') + " " + value);
          }
        });
    return String.join(", ", told);
  }

  /**
   * Appends the figures to a file, whose first line names the columns.
   *
   * @throws IllegalStateException where the file has other columns
   */
  void append(Path file) throws IOException {
    String header = String.join("\t", values.keySet());
    if (Files.notExists(file)) {
      Files.writeString(file, header + "\n");
    }
    if (!Files.readAllLines(file).get(0).equals(header)) {
      throw new IllegalStateException(file + " has other columns; move it away");
    }
    Files.writeString(file, String.join("\t", values.values()) + "\n", StandardOpenOption.APPEND);
  }

  /** The lines of a file of figures, by column; none where there is no file. */
  static List<Map<String, String>> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(Collections.unmodifiableMap(row));
    }
    return rows;
  }
}
