package org.sitrep.evaluate;

/**
 * Gold labels that cannot be used; the message names the file and, where known, line and column.
 */
public final class GoldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GoldException(String message) {
    super(message);
  }

  GoldException(String message, Throwable cause) {
    super(message, cause);
  }
}
