package org.sitrep.ingest;

import java.util.Arrays;

/** A growing run of bytes with a limit: what goes beyond is counted and dropped. */
final class Bytes {

  private final long limit;
  private byte[] bytes = new byte[1 << 13];
  private int length;
  private boolean over;

  Bytes(long limit) {
    this.limit = Math.min(limit, Integer.MAX_VALUE - 16);
  }

  void clear() {
    // One giant record must not hold its memory for the rest of the file.
    if (bytes.length > 1 << 22) {
      bytes = new byte[1 << 13];
    }
    length = 0;
    over = false;
  }

  void add(int value) {
    if (length >= limit) {
      over = true;
      return;
    }
    if (length == bytes.length) {
      grow(length + 1);
    }
    bytes[length++] = (byte) value;
  }

  void add(byte[] from, int start, int count) {
    int room = (int) Math.min(count, limit - length);
    over |= room < count;
    if (length + room > bytes.length) {
      grow(length + room);
    }
    System.arraycopy(from, start, bytes, length, room);
    length += room;
  }

  private void grow(int least) {
    long next = Math.min(Math.max(least, 2L * bytes.length), limit);
    bytes = Arrays.copyOf(bytes, (int) Math.max(next, least));
  }

  void trimLineEnd() {
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
  }

  boolean isOver() {
    return over;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return !over;
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }
}
