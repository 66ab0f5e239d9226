package org.sitrep.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.sitrep.event.ActorRow;
import org.sitrep.tables.GivenTable;

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

  private static final GivenTable.Columns COLUMNS =
      new GivenTable.Columns(
          List.of("name", "class"), List.of("aliases", "side", "country", "from", "to"));

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
      return rows("actors " + file, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "actors " + file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<ActorRow> rows(String file, byte[] bytes) {
    CSVFormat format =
        (file.toLowerCase(Locale.ROOT).endsWith(".tsv") ? CSVFormat.TDF : CSVFormat.RFC4180)
            .builder()
            .setCommentMarker('#')
            .get();
    GivenTable table = GivenTable.of(file, GivenTable.text(file, bytes), format, COLUMNS);
    if (!table.headed()) {
      throw new IllegalArgumentException(
          file + ": empty; give a header name,class and a line per actor");
    }
    List<ActorRow> rows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (GivenTable.Row line : table.rows()) {
      ActorRow row = row(line);
      if (row.fault() != null) {
        throw line.wrong(row.fault());
      }
      if (!names.add(row.name() + " " + row.from())) {
        throw line.wrong("names " + row.name() + " a second time for the same period");
      }
      rows.add(row);
      if (rows.size() > MOST_ROWS) {
        throw line.wrong("is one more than the " + MOST_ROWS + " rows that are read");
      }
    }
    return List.copyOf(rows);
  }

  private static ActorRow row(GivenTable.Row line) {
    List<String> aliases = new ArrayList<>();
    String written = line.cell("aliases");
    for (String alias : written == null ? new String[0] : written.split("\\|")) {
      if (!alias.isBlank()) {
        aliases.add(alias.trim());
      }
    }
    return new ActorRow(
        line.cell("name"),
        aliases,
        line.cell("class"),
        line.cell("side"),
        line.cell("country"),
        year(line, "from"),
        year(line, "to"));
  }

  private static Integer year(GivenTable.Row line, String column) {
    String value = line.cell(column);
    if (value == null) {
      return null;
    }
    if (!value.matches("(19|20|21)\\d\\d")) {
      throw line.wrong("column " + column + " holds " + value + ", which is no year");
    }
    return Integer.valueOf(value);
  }
}
