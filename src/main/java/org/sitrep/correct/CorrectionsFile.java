package org.sitrep.correct;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
import org.sitrep.tables.Correction;

/**
 * The file that an analyst writes: comma-separated values (RFC 4180) in UTF-8 with the columns
 * {@code action, article_id, field, value, note, author} in any order; spreadsheets' semicolons,
 * tabs and byte order mark are understood. See {@code docs/corrections.md}.
 */
public final class CorrectionsFile {

  /** Lines at most: corrections are written by hand, and every worker holds them all. */
  static final int MOST_LINES = 10_000;

  static final String WAITING = "waiting";

  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_PROBLEMS = 20;

  private static final String ACTION = "action";
  private static final String ARTICLE_ID = "article_id";
  private static final String FIELD = "field";
  private static final String VALUE = "value";
  private static final String NOTE = "note";
  private static final String AUTHOR = "author";
  private static final List<String> COLUMNS =
      List.of(ACTION, ARTICLE_ID, FIELD, VALUE, NOTE, AUTHOR);
  private static final String HEADER = String.join(",", COLUMNS);

  private final String file;
  private final List<String> problems = new ArrayList<>();

  private CorrectionsFile(String file) {
    this.file = file;
  }

  /**
   * Reads corrections; none where the file holds a header alone.
   *
   * @param path on any file system that Hadoop reaches
   * @throws IllegalArgumentException where they cannot be used; the message names file and lines
   */
  public static List<Correction> read(String path, Configuration configuration) {
    byte[] bytes;
    try {
      Path file = new Path(path);
      try (InputStream stream = file.getFileSystem(configuration).open(file)) {
        bytes = stream.readNBytes(MOST_BYTES + 1);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read the corrections " + path + ": " + e.getMessage(), e);
    }
    return of(path, bytes);
  }

  /**
   * The corrections that a file holds, by line.
   *
   * @param file what messages call it
   */
  static List<Correction> of(String file, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the corrections " + file + " are longer than " + (MOST_BYTES >> 20) + " MB");
    }
    CorrectionsFile reading = new CorrectionsFile(file);
    List<Correction> corrections = reading.rows(reading.text(bytes));
    corrections = new CorrectionChecks(reading.problems).checked(corrections);
    if (!reading.problems.isEmpty()) {
      throw new IllegalArgumentException(reading.told());
    }
    return List.copyOf(corrections);
  }

  private String told() {
    List<String> told =
        new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    if (told.size() < problems.size()) {
      told.add("and " + (problems.size() - told.size()) + " more");
    }
    return file + ", " + String.join("\n  ", told);
  }

  private List<Correction> rows(String text) {
    List<Correction> corrections = new ArrayList<>();
    Map<String, Integer> columns = null;
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      int line = 1;
      for (CSVRecord record : parser) {
        int next = (int) parser.getCurrentLineNumber() + 1;
        if (record.stream().allMatch(String::isBlank)) {
          line = next;
          continue;
        }
        if (columns == null) {
          columns = columns(line, record);
        } else if (record.size() != columns.size()) {
          problems.add(
              "line %d: %d cells, the header has %d; put a cell with a separator in quotes"
                  .formatted(line, record.size(), columns.size()));
        } else {
          corrections.add(correction(line, record, columns));
        }
        if (corrections.size() > MOST_LINES) {
          throw new IllegalArgumentException(
              "%s, line %d: more than %d corrections".formatted(file, line, MOST_LINES));
        }
        line = next;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(file + ": not CSV: " + e.getMessage(), e);
    }
    if (columns == null) {
      throw new IllegalArgumentException(
          file + ": empty; give at least the header " + HEADER + ", which alone clears all");
    }
    return corrections;
  }

  private static Correction correction(int line, CSVRecord record, Map<String, Integer> columns) {
    String action = cell(record, columns, ACTION);
    String field = cell(record, columns, FIELD);
    return new Correction(
        line,
        action == null ? null : action.toLowerCase(Locale.ROOT),
        cell(record, columns, ARTICLE_ID),
        field == null ? null : field.toLowerCase(Locale.ROOT),
        cell(record, columns, VALUE),
        cell(record, columns, NOTE),
        cell(record, columns, AUTHOR),
        WAITING,
        null,
        null);
  }

  private Map<String, Integer> columns(int line, CSVRecord header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).strip().toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(column)) {
        throw new IllegalArgumentException(
            "%s, line %d: unknown column \"%s\"; the file begins with the header %s"
                .formatted(file, line, column, HEADER));
      }
      if (columns.put(column, i) != null) {
        throw new IllegalArgumentException(
            "%s, line %d: two columns are called %s".formatted(file, line, column));
      }
    }
    for (String required : List.of(ACTION, ARTICLE_ID)) {
      if (!columns.containsKey(required)) {
        throw new IllegalArgumentException(
            "%s, line %d: no column %s; the columns are %s"
                .formatted(file, line, required, HEADER));
      }
    }
    return columns;
  }

  private static String cell(CSVRecord record, Map<String, Integer> columns, String column) {
    Integer index = columns.get(column);
    String cell = index == null ? "" : record.get(index).strip();
    return cell.isEmpty() ? null : cell;
  }

  /** What the header is written with: a comma, or what spreadsheets take instead. */
  private static char delimiter(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return header.indexOf(',') >= 0
        ? ','
        : header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + ": not in UTF-8; save it as CSV in UTF-8", e);
    }
  }
}
