package org.sitrep.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Gold labels: comma-separated values (RFC 4180) with a header, in UTF-8, with or without a byte
 * order mark. Columns are found by name, in any order; those that a measure does not know are left
 * alone. Empty lines are skipped; a line that is cut short has empty fields.
 */
public final class GoldFile {

  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}(\\.0*)?");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private final String name;
  private final Map<String, Integer> columns;
  private final List<Row> rows;

  private GoldFile(String name, Map<String, Integer> columns, List<Row> rows) {
    this.name = name;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads a file of labels.
   *
   * @param name what messages call it
   * @param stream its bytes; closed afterwards
   * @throws GoldException where it cannot be read or has no rows
   */
  public static GoldFile read(String name, InputStream stream) {
    Map<String, Integer> columns = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    GoldFile file = new GoldFile(name, columns, rows);
    try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
        CSVParser parser = CSVParser.parse(withoutMark(reader), CSVFormat.RFC4180)) {
      boolean header = true;
      long line = 1;
      for (CSVRecord record : parser) {
        if (record.size() == 1 && record.get(0).isEmpty()) {
          line = parser.getCurrentLineNumber() + 1;
          continue;
        }
        if (header) {
          file.head(record, line);
          header = false;
        } else {
          rows.add(file.new Row(line, record.values()));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      throw new GoldException(
          cause instanceof CharacterCodingException
              ? name + ": not in UTF-8; save it as CSV in UTF-8"
              : name + ": cannot be read: " + cause.getMessage(),
          e);
    }
    if (rows.isEmpty()) {
      throw new GoldException(name + ": holds no labels; give a header line and a line per label");
    }
    return file;
  }

  private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private void head(CSVRecord record, long line) {
    for (int i = 0; i < record.size(); i++) {
      String column = record.get(i).strip();
      if (columns.put(column, i) != null && !column.isEmpty()) {
        throw new GoldException(name + ", line " + line + ": two columns are called " + column);
      }
    }
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /**
   * Its rows, for a measure that cannot do without some columns.
   *
   * @throws GoldException where a column is missing
   */
  List<Row> rows(String... required) {
    for (String column : required) {
      if (!has(column)) {
        throw new GoldException(
            name
                + ": no column "
                + column
                + "; its columns are "
                + String.join(
                    ", ",
                    columns.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList()));
      }
    }
    return rows;
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** One label. */
  final class Row {
    private final long line;
    private final String[] values;

    Row(long line, String[] values) {
      this.line = line;
      this.values = values;
    }

    /** The characters as they stand; empty where column or field is missing. */
    String text(String column) {
      Integer i = columns.get(column);
      return i == null || i >= values.length ? "" : values[i];
    }

    /** The characters of a field that must not be empty. */
    String filled(String column) {
      String text = text(column);
      if (text.isBlank()) {
        throw wrong(column, "is empty");
      }
      return text;
    }

    /** A mark: 1 is yes, 0 or empty is no, and without the column all are marked. */
    boolean marked(String column) {
      if (!has(column)) {
        return true;
      }
      String text = text(column).strip();
      if (!text.isEmpty() && !text.equals("0") && !text.equals("1")) {
        throw wrong(column, "must be 1 or 0, not " + text);
      }
      return text.equals("1");
    }

    /** A day, or null where the field is empty. */
    LocalDate date(String column) {
      String text = text(column).strip();
      if (text.isEmpty()) {
        return null;
      }
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw wrong(column, "must be a day as YYYY-MM-DD, not " + text);
      }
    }

    /** A whole number of zero or more, or null where the field is empty. */
    Long count(String column) {
      String text = text(column).strip();
      if (text.isEmpty()) {
        return null;
      }
      if (!WHOLE.matcher(text).matches()) {
        throw wrong(column, "must be a whole number, not " + text);
      }
      int point = text.indexOf('.');
      long number = Long.parseLong(point < 0 ? text : text.substring(0, point));
      if (number < 0) {
        throw wrong(column, "must not be negative, but is " + text);
      }
      return number;
    }

    /** As {@link #count}, for a field that must not be empty. */
    long filledCount(String column) {
      filled(column);
      return count(column);
    }

    /** A decimal number between two bounds, for a field that must not be empty. */
    double number(String column, double least, double most) {
      String text = filled(column).strip();
      if (!DECIMAL.matcher(text).matches()) {
        throw wrong(column, "must be a number, not " + text);
      }
      double number = Double.parseDouble(text);
      if (number < least || number > most) {
        throw wrong(
            column,
            "must be "
                + FixedPoint.of(least, 0)
                + " to "
                + FixedPoint.of(most, 0)
                + ", not "
                + text);
      }
      return number;
    }

    /** An error of this line's column. */
    GoldException wrong(String column, String what) {
      return new GoldException(name + ", line " + line + ", column " + column + ": " + what);
    }
  }
}
