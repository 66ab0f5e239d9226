package org.sitrep.ingest;

import java.io.Closeable;
import java.io.IOException;

/**
 * The rows of comma-separated values (RFC 4180), as they stand: a row ends at the first line end
 * outside quotes. It finds only where rows end, with bounded memory; their fields are another's
 * business.
 */
final class CsvRows implements Closeable {

  /** What was found. */
  enum Kind {
    ROW,
    TOO_LONG,
    UNCLOSED
  }

  /**
   * A row.
   *
   * @param kind whether it can be used
   * @param text its characters without the line end; cut unless it is a usable row
   */
  record Row(Kind kind, String text) {}

  private final Utf8Reader reader;
  private final long limit;
  private String pending = "";
  private int position;
  private char delimiter = ',';

  CsvRows(Utf8Reader reader, long limit) {
    this.reader = reader;
    this.limit = Math.min(limit, Integer.MAX_VALUE - 16);
  }

  /** Sets what separates fields. */
  void delimiter(char separator) {
    this.delimiter = separator;
  }

  /** The next line, quotes unheeded; it will be read again. Null at the end. */
  String peekLine() throws IOException {
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = read()) >= 0 && line.length() < limit) {
      line.append((char) c);
      if (c == '\n') {
        break;
      }
    }
    push(line.toString());
    return line.isEmpty() ? null : line.toString().stripTrailing();
  }

  /** The next row, null at the end. */
  Row next() throws IOException {
    StringBuilder row = new StringBuilder();
    boolean quoted = false;
    boolean fieldStart = true;
    boolean over = false;
    boolean any = false;
    int firstLineEnd = -1;
    while (true) {
      int c = read();
      if (c < 0) {
        if (quoted && !over) {
          return unclosed(row, firstLineEnd);
        }
        return any ? finished(row, over) : null;
      }
      any = true;
      if (quoted) {
        if (c == '"') {
          int after = read();
          if (after == '"') {
            if (!over) {
              row.append('"');
            }
          } else {
            quoted = false;
            back(after);
          }
        } else if (c == '\n' && firstLineEnd < 0) {
          firstLineEnd = row.length();
        }
      } else if (c == '\n' || c == '\r') {
        if (c == '\r') {
          int after = read();
          if (after != '\n') {
            back(after);
          }
        }
        return finished(row, over);
      } else if (c == '"' && fieldStart) {
        quoted = true;
      }
      fieldStart = c == delimiter;
      if (over) {
        continue;
      }
      row.append((char) c);
      if (row.length() > limit) {
        over = true;
        row.setLength(Characters.RAW);
      }
    }
  }

  /**
   * A quote that the file never closes: only its first line is lost. What follows has no closing
   * quote left, so that it is read once more and not again and again.
   */
  private Row unclosed(StringBuilder row, int firstLineEnd) {
    if (firstLineEnd >= 0) {
      push(row.substring(firstLineEnd + 1));
      row.setLength(firstLineEnd);
    }
    return new Row(Kind.UNCLOSED, Characters.cut(row.toString(), Characters.RAW));
  }

  private static Row finished(StringBuilder row, boolean over) {
    return new Row(over ? Kind.TOO_LONG : Kind.ROW, row.toString());
  }

  private int read() throws IOException {
    if (position < pending.length()) {
      return pending.charAt(position++);
    }
    return reader.read();
  }

  private void back(int c) {
    if (c < 0) {
      return;
    }
    if (position > 0 && position <= pending.length() && pending.charAt(position - 1) == c) {
      position--;
    } else {
      push(String.valueOf((char) c));
    }
  }

  private void push(String text) {
    pending = text + pending.substring(position);
    position = 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
