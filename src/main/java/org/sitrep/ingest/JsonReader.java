package org.sitrep.ingest;

import java.io.IOException;

/**
 * A JSON file that is one array of objects, one object, or objects one after the other. Objects are
 * cut out first and parsed one by one, so that a broken one costs itself alone, and a file of any
 * length passes through the memory of one object.
 */
final class JsonReader implements EntryReader {

  private final ByteSource source;
  private final JsonRecord json;
  private final Bytes piece;
  private final long maxBytes;
  private long record;
  private boolean skipping;

  JsonReader(ByteSource source, Columns columns, long maxBytes) {
    this.source = source;
    this.json = new JsonRecord(columns, maxBytes);
    this.piece = new Bytes(maxBytes);
    this.maxBytes = maxBytes;
  }

  @Override
  public Entry next() throws IOException {
    if (skipping) {
      skipping = false;
      skipToObjectLine();
    }
    int c = source.read();
    while (c == ',' || c == '[' || c == ']' || isSpace(c)) {
      c = source.read();
    }
    if (c < 0) {
      return null;
    }
    record++;
    piece.clear();
    piece.add(c);
    return c == '{' ? object() : stray();
  }

  private Entry object() throws IOException {
    int depth = 1;
    boolean quoted = false;
    boolean escaped = false;
    int last = '{';
    while (depth > 0) {
      int c = source.read();
      if (c < 0) {
        return broken("the file ends inside an object");
      }
      if (quoted) {
        if (c == '\n') {
          skipping = true;
          return broken("the line ends inside a string");
        }
        if (escaped) {
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '{' && last != ':' && last != ',' && last != '[') {
        // No object may start here: the one before was never closed.
        source.unread();
        return broken("the object is not closed");
      } else {
        switch (c) {
          case '"' -> quoted = true;
          case '{', '[' -> depth++;
          case '}', ']' -> depth--;
          default -> {}
        }
        last = isSpace(c) ? last : c;
      }
      piece.add(c);
    }
    return piece.isOver()
        ? new Entry.Unreadable(record, Reasons.tooLong(maxBytes), raw())
        : json.entry(record, piece.array(), piece.length());
  }

  /** Whatever stands between objects, up to the end of its line or the next object. */
  private Entry stray() throws IOException {
    int c = source.read();
    while (c >= 0 && c != '\n' && c != '{' && c != ',' && c != ']') {
      piece.add(c);
      c = source.read();
    }
    if (c == '{') {
      source.unread();
    }
    return broken("not an object");
  }

  /** Skips to the next line that starts with an object: the only sure place to go on. */
  private void skipToObjectLine() throws IOException {
    boolean fresh = true;
    int c;
    while ((c = source.read()) >= 0) {
      if (c == '\n') {
        fresh = true;
      } else if (fresh && c == '{') {
        source.unread();
        return;
      } else if (!isSpace(c) && c != ',') {
        fresh = false;
      }
    }
  }

  private Entry broken(String what) {
    return new Entry.Unreadable(record, Reasons.of(Reasons.JSON, what), raw());
  }

  private String raw() {
    return Characters.raw(piece.array(), 0, piece.length());
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
