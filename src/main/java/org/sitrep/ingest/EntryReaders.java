package org.sitrep.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Opens a part of an input file, whatever its format, compression and encoding. */
final class EntryReaders {

  private EntryReaders() {}

  /** The Hadoop path of an input file: without a scheme it lies on the local disk. */
  static Path path(String path) {
    return path.startsWith("/") ? new Path("file", null, path) : new Path(path);
  }

  /** A reader of a part of a file. */
  static EntryReader open(
      InputSplit split, Columns columns, long maxBytes, Configuration configuration)
      throws IOException {
    Path path = path(split.file().path());
    if (split.file().format() == InputFormat.PARQUET) {
      return ParquetEntryReader.open(path, columns, configuration);
    }
    FileSystem system = path.getFileSystem(configuration);
    FSDataInputStream stream = system.open(path);
    try {
      if (split.start() > 0) {
        return lines(stream, split, columns, maxBytes);
      }
      InputStream plain = Compression.of(split.file().path()).open(stream, configuration);
      return of(split, utf8(plain), columns, maxBytes);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /** A reader of plain UTF-8 bytes. */
  static EntryReader of(InputSplit split, InputStream bytes, Columns columns, long maxBytes) {
    return switch (split.file().format()) {
      case TEXT -> new TextReader(new ByteSource(bytes), maxBytes);
      case JSON_LINES ->
          new JsonLinesReader(
              new ByteSource(bytes), bytesToRead(split), split.firstRecord(), columns, maxBytes);
      case JSON -> new JsonReader(new ByteSource(bytes), columns, maxBytes);
      case CSV -> new CsvReader(new Utf8Reader(bytes), columns, maxBytes);
      case PARQUET -> throw new IllegalArgumentException("Parquet is not read as a stream");
    };
  }

  /** A whole file is read to its end, whatever length the listing told. */
  private static long bytesToRead(InputSplit split) {
    return split.end() < split.file().length() ? split.end() - split.start() : Long.MAX_VALUE;
  }

  private static EntryReader lines(
      FSDataInputStream stream, InputSplit split, Columns columns, long maxBytes)
      throws IOException {
    // The line that runs into this part belongs to the part before.
    stream.seek(split.start() - 1);
    ByteSource source = new ByteSource(stream);
    int c = source.read();
    while (c >= 0 && c != '\n') {
      c = source.read();
    }
    long end =
        split.end() < split.file().length() ? split.end() - split.start() + 1 : Long.MAX_VALUE;
    return new JsonLinesReader(source, end, split.firstRecord(), columns, maxBytes);
  }

  /** The bytes as UTF-8: a byte order mark is dropped, UTF-16 with one is turned into UTF-8. */
  static InputStream utf8(InputStream stream) throws IOException {
    byte[] head = stream.readNBytes(3);
    if (head.length == 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      return stream;
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), stream);
    if (isUtf16(head)) {
      Charset charset =
          head[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      whole.skipNBytes(2);
      return new Transcoded(
          new InputStreamReader(
              whole,
              charset
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT)),
          whole);
    }
    return head.length == 0 ? stream : whole;
  }

  /** Whether a file starts with a byte order mark of UTF-16. */
  static boolean isUtf16(byte[] head) {
    return head.length >= 2
        && (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF
            || head[0] == (byte) 0xFF && head[1] == (byte) 0xFE);
  }

  /** Characters as UTF-8 bytes. */
  private static final class Transcoded extends InputStream {
    private final Reader reader;
    private final InputStream below;
    private final char[] chars = new char[1 << 13];
    private byte[] bytes = new byte[0];
    private int position;
    private char half;

    Transcoded(Reader reader, InputStream below) {
      this.reader = reader;
      this.below = below;
    }

    @Override
    public int read() throws IOException {
      return position < bytes.length || fill() ? bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int start, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (position == bytes.length && !fill()) {
        return -1;
      }
      int some = Math.min(count, bytes.length - position);
      System.arraycopy(bytes, position, to, start, some);
      position += some;
      return some;
    }

    private boolean fill() throws IOException {
      int start = half == 0 ? 0 : 1;
      chars[0] = half;
      int count = reader.read(chars, start, chars.length - start);
      if (count < 0 && start == 0) {
        return false;
      }
      int end = start + Math.max(count, 0);
      // A surrogate pair must not be torn apart between two turns.
      half = count > 0 && Character.isHighSurrogate(chars[end - 1]) ? chars[--end] : 0;
      bytes = new String(chars, 0, end).getBytes(StandardCharsets.UTF_8);
      position = 0;
      return bytes.length > 0 || fill();
    }

    @Override
    public void close() throws IOException {
      below.close();
    }
  }
}
