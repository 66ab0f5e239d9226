package org.sitrep.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A field of an article that an input file may give. */
enum Field {
  /** Which input file a row of {@code --metadata} is about; never a field of an article. */
  FILE,
  ID,
  URL,
  TITLE,
  TEXT,
  PUBLISHED_AT,
  SOURCE,
  LANGUAGE;

  /** Its name on the command line and in resources. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that name. */
  static Optional<Field> named(String label) {
    return Arrays.stream(values()).filter(field -> field.label().equals(label)).findFirst();
  }
}
