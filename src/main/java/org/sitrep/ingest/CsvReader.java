package org.sitrep.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma-separated values with a header (RFC 4180; semicolon or tab where the header line has more
 * of them). A broken row costs that row alone. The header is not counted as a record.
 */
final class CsvReader implements EntryReader {

  private final CsvRows rows;
  private final Columns columns;
  private final long maxBytes;
  private CSVFormat format;
  private List<Optional<FieldNames.Target>> header;
  private List<String> names;
  private long record;
  private boolean done;

  CsvReader(Utf8Reader reader, Columns columns, long maxBytes) {
    this.rows = new CsvRows(reader, maxBytes);
    this.columns = columns;
    this.maxBytes = maxBytes;
  }

  /** Columns in the order of the header; the row's fields go to the recognised ones. */
  private Entry header() throws IOException {
    String line = rows.peekLine();
    if (line == null) {
      return stop(Reasons.of(Reasons.EMPTY, "no header line"), null);
    }
    char delimiter = delimiter(line);
    rows.delimiter(delimiter);
    format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    CsvRows.Row row = rows.next();
    try {
      names = row.kind() == CsvRows.Kind.ROW ? fields(row.text()) : List.of();
    } catch (IOException e) {
      names = List.of();
    }
    header = new ArrayList<>();
    boolean told = false;
    for (String name : names) {
      Optional<FieldNames.Target> target = columns.target(name.strip());
      header.add(target);
      told |= target.isPresent() && columns.names().isNeeded(target.get().field());
    }
    if (!told) {
      return stop(Reasons.of(Reasons.CSV, columns.names().missing()), raw(row));
    }
    return null;
  }

  private Entry stop(String reason, String raw) {
    done = true;
    return new Entry.Unreadable(1, reason, raw);
  }

  @Override
  public Entry next() throws IOException {
    if (done) {
      return null;
    }
    if (header == null) {
      Entry problem = header();
      if (problem != null) {
        return problem;
      }
    }
    CsvRows.Row row = rows.next();
    while (row != null && row.kind() == CsvRows.Kind.ROW && row.text().isBlank()) {
      row = rows.next();
    }
    if (row == null) {
      done = true;
      return null;
    }
    record++;
    return switch (row.kind()) {
      case TOO_LONG -> new Entry.Unreadable(record, Reasons.tooLong(maxBytes), raw(row));
      case UNCLOSED -> broken("a quote is never closed", row);
      case ROW -> entry(row);
    };
  }

  private Entry entry(CsvRows.Row row) {
    if (Utf8Reader.isMalformed(row.text())) {
      return new Entry.Unreadable(
          record,
          Reasons.of(Reasons.ENCODING, "the row is not UTF-8; convert the file first"),
          raw(row));
    }
    List<String> fields;
    try {
      fields = fields(row.text());
    } catch (IOException e) {
      return broken("a quoted field goes on after its closing quote", row);
    }
    for (int i = header.size(); i < fields.size(); i++) {
      if (!fields.get(i).isBlank()) {
        return broken(columns(fields), row);
      }
    }
    if (fields.size() < header.size()) {
      return broken(columns(fields), row);
    }
    Columns.Values values = new Columns.Values();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).isPresent()) {
        values.put(header.get(i).get(), fields.get(i));
      }
    }
    return new Entry.Fields(record, values.fields(), raw(row));
  }

  private String columns(List<String> fields) {
    return fields.size() + " fields where the header has " + header.size();
  }

  private List<String> fields(String row) throws IOException {
    try (CSVParser parser = CSVParser.parse(row, format)) {
      for (CSVRecord fields : parser) {
        return fields.toList();
      }
      return List.of();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Entry broken(String what, CsvRows.Row row) {
    return new Entry.Unreadable(record, Reasons.of(Reasons.CSV, what), raw(row));
  }

  private static String raw(CsvRows.Row row) {
    return Characters.wellFormed(Characters.cut(row.text(), Characters.RAW));
  }

  private static char delimiter(String line) {
    char best = ',';
    long most = line.chars().filter(c -> c == ',').count();
    for (char each : new char[] {'\t', ';'}) {
      long count = line.chars().filter(c -> c == each).count();
      if (count > most) {
        best = each;
        most = count;
      }
    }
    return best;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
