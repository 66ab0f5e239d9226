package org.sitrep.annotate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sitrep.event.ActorRow;

/**
 * A user's actors: a table with a header ({@code name}, {@code aliases}, {@code class}, and where
 * wanted {@code side}, {@code country}, {@code from}, {@code to}), comma-separated, or
 * tab-separated where the name ends in {@code .tsv}; lines that begin with {@code #} are comments.
 */
public final class ActorFile {

  /** Most rows of a file: they travel with every task. */
  public static final int MOST_ROWS = 10_000;

  /** Most bytes of a file. */
  public static final int MOST_BYTES = 2_000_000;

  /** What some programs write before UTF-8. */
  private static final String MARK = "\uFEFF";

  private static final List<String> COLUMNS =
      List.of("name", "aliases", "class", "side", "country", "from", "to");
  private static final List<String> NEEDED = List.of("name", "class");

  private ActorFile() {}

  /**
   * The rows of a file; none where the path is empty.
   *
   * @throws IllegalArgumentException where it cannot be used; the message names the file and the
   *     line
   */
  public static List<ActorRow> read(String file) {
    if (file == null || file.isBlank()) {
      return List.of();
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("actors " + file + ": is not there, or is no file");
    }
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new IllegalArgumentException(
            "actors " + file + ": has more than " + MOST_BYTES + " bytes; keep those that matter");
      }
      return rows(file, Files.readString(path));
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException("actors " + file + ": is not written in UTF-8", e);
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "actors " + file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<ActorRow> rows(String file, String text) throws IOException {
    CSVFormat format =
        (file.toLowerCase(Locale.ROOT).endsWith(".tsv") ? CSVFormat.TDF : CSVFormat.RFC4180)
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();
    List<ActorRow> rows = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(text.startsWith(MARK) ? text.substring(1) : text, format)) {
      columns(file, parser.getHeaderMap());
      Set<String> names = new HashSet<>();
      for (CSVRecord line : parser) {
        long number = parser.getCurrentLineNumber();
        ActorRow row = row(file, number, line);
        if (row.fault() != null) {
          throw wrong(file, number, row.fault());
        }
        if (!names.add(row.name() + " " + row.from())) {
          throw wrong(file, number, "names " + row.name() + " a second time for the same period");
        }
        rows.add(row);
        if (rows.size() > MOST_ROWS) {
          throw wrong(file, number, "is one more than the " + MOST_ROWS + " rows that are read");
        }
      }
    }
    return List.copyOf(rows);
  }

  private static void columns(String file, Map<String, Integer> header) {
    for (String column : NEEDED) {
      if (!header.containsKey(column)) {
        throw new IllegalArgumentException(
            "actors "
                + file
                + ", line 1: has no column "
                + column
                + "; the columns are "
                + String.join(", ", COLUMNS));
      }
    }
    for (String column : header.keySet()) {
      if (!COLUMNS.contains(column.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "actors "
                + file
                + ", line 1: does not know the column "
                + column
                + "; the columns are "
                + String.join(", ", COLUMNS));
      }
    }
  }

  private static ActorRow row(String file, long number, CSVRecord line) {
    List<String> aliases = new ArrayList<>();
    String written = value(line, "aliases");
    for (String alias : written == null ? new String[0] : written.split("\\|")) {
      if (!alias.isBlank()) {
        aliases.add(alias.trim());
      }
    }
    return new ActorRow(
        value(line, "name"),
        aliases,
        value(line, "class"),
        value(line, "side"),
        value(line, "country"),
        year(file, number, "from", value(line, "from")),
        year(file, number, "to", value(line, "to")));
  }

  private static String value(CSVRecord line, String column) {
    if (!line.isMapped(column) || !line.isSet(column)) {
      return null;
    }
    String value = line.get(column);
    return value == null || value.isBlank() ? null : value;
  }

  private static Integer year(String file, long number, String column, String value) {
    if (value == null) {
      return null;
    }
    if (!value.matches("(19|20|21)\\d\\d")) {
      throw wrong(file, number, "column " + column + " holds " + value + ", which is no year");
    }
    return Integer.valueOf(value);
  }

  private static IllegalArgumentException wrong(String file, long number, String what) {
    return new IllegalArgumentException("actors " + file + ", line " + number + ": " + what);
  }
}
