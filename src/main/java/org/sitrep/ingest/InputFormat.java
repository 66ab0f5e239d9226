package org.sitrep.ingest;

import java.util.Locale;
import java.util.Optional;

/** The format of an input file, known by its extension. */
public enum InputFormat {
  /** {@code .txt}: the file is one article. */
  TEXT,
  /** {@code .jsonl}, {@code .ndjson}: an object a line. */
  JSON_LINES,
  /** {@code .json}: an array of objects, or objects one after the other. */
  JSON,
  /** {@code .csv}, {@code .tsv}: rows under a header. */
  CSV,
  /** {@code .parquet}: columns by name. */
  PARQUET;

  /** The format of a file of that name; empty for an unknown extension. */
  static Optional<InputFormat> of(String name) {
    Compression compression = Compression.of(name);
    Optional<InputFormat> format =
        switch (extension(compression.strip(name))) {
          case "txt" -> Optional.of(TEXT);
          case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
          case "json" -> Optional.of(JSON);
          case "csv", "tsv" -> Optional.of(CSV);
          case "parquet" -> Optional.of(PARQUET);
          default -> Optional.empty();
        };
    // Parquet compresses inside; its reader needs to jump about in the file.
    return format.filter(known -> known != PARQUET || compression == Compression.NONE);
  }

  /** A path without the extension of its format, and of its compression. */
  static String withoutExtension(String path) {
    String plain = Compression.of(path).strip(path);
    return plain.substring(0, plain.length() - extension(plain).length() - 1);
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= name.lastIndexOf('/') ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
