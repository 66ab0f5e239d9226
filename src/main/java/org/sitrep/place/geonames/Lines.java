package org.sitrep.place.geonames;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a tab-separated file, one at a time: only one is held. Bytes that are not UTF-8 are
 * an error that names the line.
 */
final class Lines implements Closeable {

  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private Lines(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Opens a file.
   *
   * @throws DumpException for a file that is an archive
   */
  static Lines of(Path file) throws IOException {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw DumpException.of(file, "is not there");
    }
    Lines lines = new Lines(file, in);
    lines.fill();
    if (lines.end >= 4 && lines.buffer[0] == 'P' && lines.buffer[1] == 'K' && lines.buffer[2] < 9) {
      in.close();
      throw DumpException.of(file, "is a zip archive; unpack it and keep the .txt inside");
    }
    if (lines.end >= 2 && lines.buffer[0] == 0x1f && (lines.buffer[1] & 0xff) == 0x8b) {
      in.close();
      throw DumpException.of(file, "is compressed with gzip; unpack it");
    }
    if (lines.end >= 3
        && (lines.buffer[0] & 0xff) == 0xef
        && (lines.buffer[1] & 0xff) == 0xbb
        && (lines.buffer[2] & 0xff) == 0xbf) {
      lines.at = 3; // a byte order mark that some editors add
    }
    return lines;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
    return end > 0;
  }

  /** Goes to the next line; false at the end of the file. Blank lines are skipped. */
  boolean next() throws IOException {
    do {
      if (!read()) {
        return false;
      }
    } while (length == 0);
    return true;
  }

  private boolean read() throws IOException {
    length = 0;
    if (at == end && !fill()) {
      return false;
    }
    number++;
    while (true) {
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      take(stop - at);
      at = stop;
      if (at < end) {
        at++;
        break;
      }
      if (!fill()) {
        break;
      }
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return true;
  }

  private void take(int count) {
    if (length + count > line.length) {
      if (length + count > LONGEST) {
        throw error("the line is longer than a mebibyte; this is no file of GeoNames");
      }
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
    }
    System.arraycopy(buffer, at, line, length, count);
    length += count;
  }

  /**
   * Where the columns of the line begin, with the place behind its end as last.
   *
   * @param columns filled with one more entry than there are columns
   * @return how many columns the line has; more than {@code columns} holds are counted only
   */
  int columns(int[] columns) {
    columns[0] = 0;
    int count = 1;
    for (int i = 0; i < length; i++) {
      if (line[i] == '\t') {
        if (count < columns.length) {
          columns[count] = i + 1;
        }
        count++;
      }
    }
    if (count < columns.length) {
      columns[count] = length + 1;
    }
    return count;
  }

  /** The text of a column. */
  String text(int[] columns, int column) {
    int from = columns[column];
    int to = columns[column + 1] - 1;
    boolean ascii = true;
    for (int i = from; i < to && ascii; i++) {
      ascii = line[i] >= 0;
    }
    if (ascii) {
      return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }
    try {
      CharBuffer text = decoder.decode(ByteBuffer.wrap(line, from, to - from));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw error("column " + (column + 1) + " is not UTF-8");
    }
  }

  /** Whether a column is a given word of ASCII. */
  boolean is(int[] columns, int column, String word) {
    int from = columns[column];
    if (columns[column + 1] - 1 - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (line[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  DumpException error(String expectation) {
    return DumpException.at(file, number, expectation);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
