package org.sitrep.ingest;

/** An input that cannot be used at all; the message names it and the remedy. */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
