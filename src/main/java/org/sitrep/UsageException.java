package org.sitrep;

import java.util.function.Supplier;

/**
 * The command line or a setting asks for what is not there; the message names it and the remedy.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** What settings of a user make; a bad value among them is the user's to mend. */
  static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
