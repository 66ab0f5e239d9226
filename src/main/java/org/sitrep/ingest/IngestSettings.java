package org.sitrep.ingest;

import java.util.Map;

/**
 * How input is read.
 *
 * @param fieldMap field of an article to the column that holds it, {@code text} to {@code
 *     article_content}; fields that are not named are recognised by the usual names
 * @param metadata what is known about the files beside themselves
 * @param maxTextMb longest record, in MB; a longer one is rejected
 */
public record IngestSettings(Map<String, String> fieldMap, Metadata metadata, int maxTextMb) {

  /** Longest record in MB where nothing else is asked for. */
  public static final int MAX_TEXT_MB = 32;

  private static final int HIGHEST_TEXT_MB = 512;

  /** Checks the values. */
  public IngestSettings {
    if (maxTextMb < 1 || maxTextMb > HIGHEST_TEXT_MB) {
      throw new IllegalArgumentException(
          "max_text_mb = " + maxTextMb + "; give 1 to " + HIGHEST_TEXT_MB);
    }
    FieldNames.of(fieldMap);
    fieldMap = Map.copyOf(fieldMap);
  }

  /** The settings where nothing is asked for. */
  public static IngestSettings standard() {
    return new IngestSettings(Map.of(), Metadata.none(), MAX_TEXT_MB);
  }

  long maxBytes() {
    return (long) maxTextMb << 20;
  }
}
