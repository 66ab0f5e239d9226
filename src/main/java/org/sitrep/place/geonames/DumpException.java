package org.sitrep.place.geonames;

import java.nio.file.Path;

/** A folder or a line that is not as GeoNames publishes it; the message names it and the remedy. */
public final class DumpException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  DumpException(String message) {
    super(message);
  }

  /** A line that is wrong, and what was expected. */
  static DumpException at(Path file, long line, String expectation) {
    return new DumpException("gazetteer " + file + ", line " + line + ": " + expectation);
  }

  /** A file or folder that is wrong as a whole. */
  static DumpException of(Path file, String reason) {
    return new DumpException("gazetteer " + file + ": " + reason);
  }
}
