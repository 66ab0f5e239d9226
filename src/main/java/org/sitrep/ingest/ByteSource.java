package org.sitrep.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A buffered stream of bytes, read one by one or line by line, that knows its position. */
final class ByteSource implements Closeable {

  private final InputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int filled;
  private long before;

  ByteSource(InputStream stream) {
    this.stream = stream;
  }

  /** The next byte, -1 at the end. */
  int read() throws IOException {
    if (position == filled && !fill()) {
      return -1;
    }
    return buffer[position++] & 0xff;
  }

  /** Takes back the byte just read; once only. */
  void unread() {
    position--;
  }

  /** How many bytes were read. */
  long offset() {
    return before + position;
  }

  private boolean fill() throws IOException {
    int count;
    do {
      count = stream.read(buffer, 0, buffer.length);
    } while (count == 0);
    if (count < 0) {
      return false;
    }
    before += filled;
    position = 0;
    filled = count;
    return true;
  }

  /** Adds the bytes up to the next line feed, which is skipped, to a line; false at the end. */
  boolean line(Bytes line) throws IOException {
    if (position == filled && !fill()) {
      return false;
    }
    while (true) {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      line.add(buffer, position, end - position);
      position = end;
      if (position < filled) {
        position++;
        return true;
      }
      if (!fill()) {
        return true;
      }
    }
  }

  /** Adds whatever comes next; false at the end. */
  boolean more(Bytes bytes) throws IOException {
    if (position == filled && !fill()) {
      return false;
    }
    bytes.add(buffer, position, filled - position);
    position = filled;
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
