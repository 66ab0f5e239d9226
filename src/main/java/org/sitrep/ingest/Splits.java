package org.sitrep.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Input files to parts of even size, and parts to tasks. */
final class Splits {

  private static final long LEAST_BYTES = 1L << 20;
  private static final long MOST_BYTES = 64L << 20;

  /** What opening a file costs, in bytes that could be read instead. */
  private static final long OPENING = 64L << 10;

  private Splits() {}

  /** How much one task should read. */
  static long bytesPerTask(List<InputFile> files, int cores) {
    long total = files.stream().mapToLong(InputFile::length).sum();
    return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, total / (2L * cores)));
  }

  /** Parts of a file; several only for long plain JSON lines in UTF-8. */
  static List<InputSplit> parts(
      InputFile file, Map<Field, String> metadata, long bytes, Configuration configuration) {
    if (!isSplittable(file, bytes, configuration)) {
      return List.of(new InputSplit(file, 0, file.length(), 1, metadata));
    }
    long count = (file.length() + bytes - 1) / bytes;
    List<InputSplit> parts = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      parts.add(
          new InputSplit(
              file, part(file.length(), i, count), part(file.length(), i + 1, count), 1, metadata));
    }
    return parts;
  }

  private static long part(long length, long i, long count) {
    return length / count * i + length % count * i / count;
  }

  private static boolean isSplittable(InputFile file, long bytes, Configuration configuration) {
    if (file.format() != InputFormat.JSON_LINES
        || Compression.of(file.path()) != Compression.NONE
        || file.length() <= bytes) {
      return false;
    }
    Path path = EntryReaders.path(file.path());
    try (InputStream stream = path.getFileSystem(configuration).open(path)) {
      return !EntryReaders.isUtf16(stream.readNBytes(2));
    } catch (IOException e) {
      // The task that reads it will tell why.
      return false;
    }
  }

  /** How many lines start in a part; -1 where it cannot be read. */
  static long lines(InputSplit part, Configuration configuration) {
    Path path = EntryReaders.path(part.file().path());
    try (FSDataInputStream stream = path.getFileSystem(configuration).open(path)) {
      long lines = part.start() == 0 ? 1 : 0;
      long from = Math.max(0, part.start() - 1);
      long left = part.end() - 1 - from;
      stream.seek(from);
      byte[] buffer = new byte[1 << 16];
      while (left > 0) {
        int count = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          return -1;
        }
        for (int i = 0; i < count; i++) {
          if (buffer[i] == '\n') {
            lines++;
          }
        }
        left -= count;
      }
      return lines;
    } catch (IOException e) {
      return -1;
    }
  }

  /**
   * Parts with the numbers of their first lines.
   *
   * @param parts parts of one file, in order
   * @param lines how many lines start in each; a file with an unknown count is read in one part
   */
  static List<InputSplit> numbered(List<InputSplit> parts, List<Long> lines) {
    InputSplit first = parts.get(0);
    if (lines.contains(-1L)) {
      return List.of(new InputSplit(first.file(), 0, first.file().length(), 1, first.metadata()));
    }
    List<InputSplit> numbered = new ArrayList<>();
    long record = 1;
    for (int i = 0; i < parts.size(); i++) {
      InputSplit part = parts.get(i);
      numbered.add(new InputSplit(part.file(), part.start(), part.end(), record, part.metadata()));
      record += lines.get(i);
    }
    return numbered;
  }

  /** Parts to tasks, in order. */
  static List<ArrayList<InputSplit>> tasks(List<InputSplit> parts, long bytes) {
    List<ArrayList<InputSplit>> tasks = new ArrayList<>();
    ArrayList<InputSplit> task = new ArrayList<>();
    long size = 0;
    for (InputSplit part : parts) {
      long cost = part.end() - part.start() + OPENING;
      if (!task.isEmpty() && size + cost > bytes + OPENING) {
        tasks.add(task);
        task = new ArrayList<>();
        size = 0;
      }
      task.add(part);
      size += cost;
    }
    if (!task.isEmpty()) {
      tasks.add(task);
    }
    return tasks;
  }
}
