package org.sitrep.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A small table that a user writes: separated values in UTF-8, with or without a byte order mark,
 * under a header whose columns are known by name, in any order and any case. It is read whole;
 * lines without a word are skipped. What cannot be used is told by file and line.
 */
public final class GivenTable {

  private static final String MARK = "\uFEFF";

  private final String file;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private GivenTable(String file) {
    this.file = file;
  }

  /**
   * The columns that a table may have.
   *
   * @param required those that it must have, in lower case
   * @param optional the others, in lower case
   */
  public record Columns(List<String> required, List<String> optional) {

    private String told() {
      return "the file begins with the header "
          + String.join(",", required)
          + (optional.isEmpty() ? "" : " and, if wanted, " + String.join(",", optional));
    }
  }

  /**
   * The bytes of a file.
   *
   * @param what what messages call it, for example {@code the crosswalk}
   * @param path on any file system that Hadoop reaches
   * @param megabytes most that it may hold
   * @throws IllegalArgumentException where it cannot be read, or is longer
   */
  public static byte[] bytes(String what, String path, Configuration configuration, int megabytes) {
    byte[] bytes;
    int most = megabytes << 20;
    try {
      Path file = new Path(path);
      try (InputStream stream = file.getFileSystem(configuration).open(file)) {
        bytes = stream.readNBytes(most + 1);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read " + what + " " + path + ": " + e.getMessage(), e);
    }
    if (bytes.length > most) {
      throw new IllegalArgumentException(what + " " + path + ": longer than " + megabytes + " MB");
    }
    return bytes;
  }

  /**
   * The text of a file without its byte order mark.
   *
   * @param file what messages call it
   * @throws IllegalArgumentException where it is not in UTF-8
   */
  public static String text(String file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw wrong(file, line, "not in UTF-8; save it as CSV in UTF-8");
    }
    String text = out.flip().toString();
    return text.startsWith(MARK) ? text.substring(1) : text;
  }

  /**
   * The table that a text holds.
   *
   * @param file what messages call it
   * @param format what separates its cells, and what begins a comment
   * @throws IllegalArgumentException where it is no such table or has not these columns
   */
  public static GivenTable of(String file, String text, CSVFormat format, Columns known) {
    GivenTable table = new GivenTable(file);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        if (record.stream().allMatch(String::isBlank)) {
          continue;
        }
        int line = firstLine(record, parser.getCurrentLineNumber());
        if (table.columns.isEmpty()) {
          table.head(line, record, known);
        } else {
          table.rows.add(table.new Row(line, record));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      throw new IllegalArgumentException(file + ": not CSV: " + cause.getMessage(), e);
    }
    return table;
  }

  /** Cells in quotes may run over several lines; the parser counts to the last. */
  private static int firstLine(CSVRecord record, long last) {
    long breaks =
        record.stream()
            .mapToLong(cell -> cell.replace("\r\n", "\n").chars().filter(GivenTable::ends).count())
            .sum();
    return (int) (last - breaks);
  }

  private static boolean ends(int character) {
    return character == '\n' || character == '\r';
  }

  private void head(int line, CSVRecord header, Columns known) {
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).strip();
      String name = column.toLowerCase(Locale.ROOT);
      if (!known.required().contains(name) && !known.optional().contains(name)) {
        throw wrong(line, "unknown column \"" + column + "\"; " + known.told());
      }
      if (columns.put(name, i) != null) {
        throw wrong(line, "two columns are called " + name);
      }
    }
    for (String column : known.required()) {
      if (!columns.containsKey(column)) {
        throw wrong(line, "no column " + column + "; " + known.told());
      }
    }
  }

  /** Whether there is a header; without one there are no rows. */
  public boolean headed() {
    return !columns.isEmpty();
  }

  /** Whether the header has a column. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The rows under the header, in the order of the file. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  private IllegalArgumentException wrong(int line, String what) {
    return wrong(file, line, what);
  }

  private static IllegalArgumentException wrong(String file, int line, String what) {
    return new IllegalArgumentException(file + ", line " + line + ": " + what);
  }

  /** A row of the table. */
  public final class Row {
    private final int line;
    private final CSVRecord record;

    private Row(int line, CSVRecord record) {
      this.line = line;
      this.record = record;
    }

    /** The line of the file on which it begins, from 1. */
    public int line() {
      return line;
    }

    /** The first cell as it stands; tags and remarks begin there. */
    public String first() {
      return record.get(0);
    }

    /** The cell of a column without blanks around it; null where it is empty or missing. */
    public String cell(String column) {
      Integer index = columns.get(column);
      String cell = index == null || index >= record.size() ? "" : record.get(index).strip();
      return cell.isEmpty() ? null : cell;
    }

    /** How its cells differ in number from the header's, in words; null where they do not. */
    public String misfit() {
      return record.size() == columns.size()
          ? null
          : record.size() + " cells, the header has " + columns.size();
    }

    /** The error that something is wrong with it. */
    public IllegalArgumentException wrong(String what) {
      return GivenTable.this.wrong(line, what);
    }
  }
}
