package org.sitrep.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.hadoop.conf.Configuration;
import org.sitrep.tables.Correction;
import org.sitrep.tables.GivenTable;

/**
 * The file that an analyst writes: comma-separated values (RFC 4180) in UTF-8 with the columns
 * {@code action, article_id, field, value, note, author} in any order; spreadsheets' semicolons,
 * tabs and byte order mark are understood. See {@code docs/corrections.md}.
 */
public final class CorrectionsFile {

  /** Lines at most: corrections are written by hand, and every worker holds them all. */
  static final int MOST_LINES = 10_000;

  static final String WAITING = "waiting";

  private static final int MOST_MEGABYTES = 8;
  private static final int MOST_PROBLEMS = 20;

  private static final String ACTION = "action";
  private static final String ARTICLE_ID = "article_id";
  private static final String FIELD = "field";
  private static final String VALUE = "value";
  private static final String NOTE = "note";
  private static final String AUTHOR = "author";
  private static final GivenTable.Columns COLUMNS =
      new GivenTable.Columns(List.of(ACTION, ARTICLE_ID), List.of(FIELD, VALUE, NOTE, AUTHOR));

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
    return of(path, GivenTable.bytes("the corrections", path, configuration, MOST_MEGABYTES));
  }

  /**
   * The corrections that a file holds, by line.
   *
   * @param file what messages call it
   */
  static List<Correction> of(String file, byte[] bytes) {
    CorrectionsFile reading = new CorrectionsFile(file);
    List<Correction> corrections = reading.rows(GivenTable.text(file, bytes));
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
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
    GivenTable table = GivenTable.of(file, text, format, COLUMNS);
    if (!table.headed()) {
      throw new IllegalArgumentException(
          file
              + ": empty; give at least the header action,article_id,field,value,note,author,"
              + " which alone clears all");
    }
    List<Correction> corrections = new ArrayList<>();
    for (GivenTable.Row row : table.rows()) {
      if (row.misfit() != null) {
        problems.add(
            "line %d: %s; put a cell with a separator in quotes"
                .formatted(row.line(), row.misfit()));
        continue;
      }
      corrections.add(correction(row));
      if (corrections.size() > MOST_LINES) {
        throw row.wrong("more than " + MOST_LINES + " corrections");
      }
    }
    return corrections;
  }

  private static Correction correction(GivenTable.Row row) {
    String action = row.cell(ACTION);
    String field = row.cell(FIELD);
    return new Correction(
        row.line(),
        action == null ? null : action.toLowerCase(Locale.ROOT),
        row.cell(ARTICLE_ID),
        field == null ? null : field.toLowerCase(Locale.ROOT),
        row.cell(VALUE),
        row.cell(NOTE),
        row.cell(AUTHOR),
        WAITING,
        null,
        null);
  }

  /** What the header is written with: a comma, or what spreadsheets take instead. */
  private static char delimiter(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return header.indexOf(',') >= 0
        ? ','
        : header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }
}
