package org.sitrep.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What is known about input files beside themselves: the rows of {@code --metadata}, by file. It
 * wins over a text file's own fields; for files of many records it fills outlet, language and time
 * where a record lacks them.
 */
public final class Metadata implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The metadata are held by the driver, so they are bounded. */
  private static final int MOST_BYTES = 256 << 20;

  private static final int NAMED = 10;
  private static final Metadata NONE = new Metadata("", Map.of(), List.of());

  private final String path;
  private final Map<String, Map<Field, String>> rows;
  private final List<String> warnings;

  private Metadata(String path, Map<String, Map<Field, String>> rows, List<String> warnings) {
    this.path = path;
    this.rows = rows;
    this.warnings = warnings;
  }

  /** No metadata. */
  public static Metadata none() {
    return NONE;
  }

  /**
   * Reads a metadata file: CSV with a header or JSON lines, with a column {@code file} and the
   * usual fields.
   *
   * @throws InputException where it cannot be read or has no column {@code file}
   */
  public static Metadata read(String path, Configuration configuration) {
    byte[] bytes;
    try {
      Path file = new Path(path);
      FileSystem system = file.getFileSystem(configuration);
      try (InputStream stream = Compression.of(path).open(system.open(file), configuration)) {
        bytes = EntryReaders.utf8(stream).readNBytes(MOST_BYTES + 1);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException("cannot read metadata " + path + ": " + e.getMessage(), e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new InputException(
          "metadata "
              + path
              + " are longer than "
              + (MOST_BYTES >> 20)
              + " MB; put the fields into the records themselves, as JSON lines or Parquet");
    }
    InputFormat format =
        InputFormat.of(path)
            .filter(known -> known == InputFormat.CSV || known == InputFormat.JSON_LINES)
            .orElseThrow(
                () -> new InputException("metadata " + path + " must be .csv, .tsv or .jsonl"));
    return read(path, format, bytes);
  }

  private static Metadata read(String path, InputFormat format, byte[] bytes) {
    Map<String, Map<Field, String>> rows = new TreeMap<>();
    List<String> broken = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    InputFile file = new InputFile(path, path, format, bytes.length);
    InputSplit split = new InputSplit(file, 0, bytes.length, 1, Map.of());
    Columns columns = new Columns(FieldNames.ofMetadata());
    try (EntryReader reader =
        EntryReaders.of(split, new ByteArrayInputStream(bytes), columns, MOST_BYTES)) {
      for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof Entry.Unreadable unreadable) {
          broken.add(unreadable.record() + " (" + unreadable.reason() + ")");
        } else if (entry instanceof Entry.Fields fields) {
          Map<Field, String> row = new EnumMap<>(Field.class);
          fields.values().forEach((field, value) -> row.put(field, value.toString().strip()));
          String name = row.remove(Field.FILE);
          row.remove(Field.TEXT);
          if (name == null) {
            broken.add(entry.record() + " (no file)");
          } else if (rows.putIfAbsent(key(name), row) != null) {
            twice.add(name);
          }
        }
      }
    } catch (IOException e) {
      throw new InputException("cannot read metadata " + path + ": " + e.getMessage(), e);
    }
    if (rows.isEmpty()) {
      throw new InputException(
          "metadata "
              + path
              + " name no file; give a header with a column file"
              + (broken.isEmpty() ? "" : ": record " + broken.get(0)));
    }
    List<String> warnings = new ArrayList<>();
    warn(warnings, path, "records could not be read", broken);
    warn(warnings, path, "files named twice, the first row counts", twice);
    return new Metadata(path, rows, List.copyOf(warnings));
  }

  /**
   * The metadata of each input file that has some.
   *
   * @param byPath the fields by {@link InputFile#path}
   * @param warnings rows that match no file or several
   */
  record Matched(Map<String, Map<Field, String>> byPath, List<String> warnings) {}

  /** Finds the files that the rows are about: by path below the input, else by unique name. */
  Matched match(List<InputFile> files) {
    if (rows.isEmpty()) {
      return new Matched(Map.of(), warnings);
    }
    Map<String, List<InputFile>> byRelativePath = new HashMap<>();
    Map<String, List<InputFile>> byName = new HashMap<>();
    for (InputFile file : files) {
      byRelativePath.computeIfAbsent(file.relativePath(), any -> new ArrayList<>(1)).add(file);
      byName.computeIfAbsent(file.name(), any -> new ArrayList<>(1)).add(file);
    }
    Map<String, Map<Field, String>> matched = new HashMap<>();
    Set<String> exact = new HashSet<>();
    List<String> unmatched = new ArrayList<>();
    List<String> ambiguous = new ArrayList<>();
    rows.forEach(
        (name, row) -> {
          List<InputFile> paths = byRelativePath.getOrDefault(name, List.of());
          List<InputFile> found = paths.isEmpty() ? byName.getOrDefault(name, List.of()) : paths;
          if (found.isEmpty()) {
            unmatched.add(name);
          } else if (found.size() > 1) {
            ambiguous.add(name);
          } else if (!paths.isEmpty()) {
            exact.add(found.get(0).path());
            matched.put(found.get(0).path(), row);
          } else if (!exact.contains(found.get(0).path())) {
            matched.putIfAbsent(found.get(0).path(), row);
          }
        });
    List<String> told = new ArrayList<>(warnings);
    warn(told, path, "rows match no input file", unmatched);
    warn(told, path, "rows match several input files, give their paths below the input", ambiguous);
    return new Matched(matched, List.copyOf(told));
  }

  private static void warn(List<String> warnings, String path, String what, List<String> names) {
    if (!names.isEmpty()) {
      warnings.add(
          "metadata %s: %d %s: %s%s"
              .formatted(
                  path,
                  names.size(),
                  what,
                  String.join(", ", names.subList(0, Math.min(NAMED, names.size()))),
                  names.size() > NAMED ? ", ..." : ""));
    }
  }

  private static String key(String name) {
    String slashed = name.replace('\\', '/');
    return slashed.startsWith("./") ? slashed.substring(2) : slashed;
  }

  /** The fields of a record with the metadata of its file. */
  static Map<Field, Object> merged(
      Map<Field, Object> fields, Map<Field, String> metadata, InputFormat format) {
    if (metadata.isEmpty()) {
      return fields;
    }
    Map<Field, Object> merged = new EnumMap<>(Field.class);
    merged.putAll(fields);
    metadata.forEach(
        (field, value) -> {
          if (format == InputFormat.TEXT) {
            merged.put(field, value);
          } else if (field == Field.SOURCE
              || field == Field.LANGUAGE
              || field == Field.PUBLISHED_AT) {
            merged.putIfAbsent(field, value);
          }
        });
    return merged;
  }
}
