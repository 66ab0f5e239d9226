package org.sitrep.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 characters from bytes. A malformed byte becomes a lone low surrogate that carries it (as
 * Python's {@code surrogateescape} does), so that one bad byte spoils the row it stands in and no
 * other.
 */
final class Utf8Reader implements Closeable {

  private final InputStream stream;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).flip();
  private final CharBuffer chars = CharBuffer.allocate(1 << 15).flip();
  private boolean ended;

  Utf8Reader(InputStream stream) {
    this.stream = stream;
  }

  /** Whether a character stands for a malformed byte. */
  static boolean isMalformed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowSurrogate(c)
          && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** The next UTF-16 code unit, -1 at the end. */
  int read() throws IOException {
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      decode();
    }
    return chars.get();
  }

  private void decode() throws IOException {
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isError()) {
      if (chars.hasRemaining()) {
        chars.put((char) (0xDC00 | bytes.get() & 0xff));
      }
    } else if (result.isUnderflow() && !ended) {
      fill();
    }
    chars.flip();
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
