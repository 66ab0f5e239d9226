package org.sitrep.place.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of records of one length, mapped into memory. Reading is safe from many threads: every
 * access gives its own position.
 */
public final class MappedRecords {

  /** Two gibibytes are the most that a mapping holds; this keeps records whole. */
  private static final int SEGMENT_BITS = 24;

  private final ByteBuffer[] segments;
  private final int length;
  private final long count;

  private MappedRecords(ByteBuffer[] segments, int length, long count) {
    this.segments = segments;
    this.length = length;
    this.count = count;
  }

  /**
   * Maps a file for reading.
   *
   * @param length of a record, in bytes
   */
  public static MappedRecords open(Path file, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return map(channel, FileChannel.MapMode.READ_ONLY, length, channel.size() / length);
    }
  }

  /** Makes a file of zeros and maps it for writing. */
  static MappedRecords create(Path file, int length, long count) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return map(channel, FileChannel.MapMode.READ_WRITE, length, count);
    }
  }

  private static MappedRecords map(
      FileChannel channel, FileChannel.MapMode mode, int length, long count) throws IOException {
    int whole = 1 << SEGMENT_BITS;
    ByteBuffer[] segments = new ByteBuffer[(int) ((count + whole - 1) >>> SEGMENT_BITS)];
    for (int i = 0; i < segments.length; i++) {
      long first = (long) i << SEGMENT_BITS;
      segments[i] = channel.map(mode, first * length, Math.min(whole, count - first) * length);
    }
    return new MappedRecords(segments, length, count);
  }

  /** How many records there are. */
  public long count() {
    return count;
  }

  private ByteBuffer segment(long record) {
    return segments[(int) (record >>> SEGMENT_BITS)];
  }

  private int at(long record, int offset) {
    return (int) (record & (1 << SEGMENT_BITS) - 1) * length + offset;
  }

  /** Four bytes of a record. */
  public int intAt(long record, int offset) {
    return segment(record).getInt(at(record, offset));
  }

  /** A byte of a record. */
  public byte byteAt(long record, int offset) {
    return segment(record).get(at(record, offset));
  }

  /** As many bytes of a file of single bytes, which may lie across a border of mappings. */
  public byte[] bytes(long from, int count) {
    if (count == 0) {
      return new byte[0]; // at the end there may be no mapping
    }
    byte[] bytes = new byte[count];
    int first = Math.min(count, (1 << SEGMENT_BITS) - at(from, 0));
    segment(from).get(at(from, 0), bytes, 0, first);
    if (first < count) {
      segment(from + first).get(0, bytes, first, count - first);
    }
    return bytes;
  }

  long longAt(long record, int offset) {
    return segment(record).getLong(at(record, offset));
  }

  void putInt(long record, int offset, int value) {
    segment(record).putInt(at(record, offset), value);
  }

  void putLong(long record, int offset, long value) {
    segment(record).putLong(at(record, offset), value);
  }
}
