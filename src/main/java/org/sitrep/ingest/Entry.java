package org.sitrep.ingest;

import java.util.Map;

/** What stands at one place of an input file: a record, or something that could not be read. */
sealed interface Entry {

  /** Its number in the file, from 1. */
  long record();

  /**
   * A record.
   *
   * @param record its number in the file, from 1
   * @param values its fields: strings, numbers, {@code Instant} or {@code LocalDate}
   * @param raw its beginning as it stands; may be null
   */
  record Fields(long record, Map<Field, Object> values, String raw) implements Entry {}

  /**
   * Something that could not be read.
   *
   * @param record its number in the file, from 1
   * @param reason a word of {@link Reasons}, a colon, and the particulars
   * @param raw its beginning as it stands; may be null
   */
  record Unreadable(long record, String reason, String raw) implements Entry {}
}
