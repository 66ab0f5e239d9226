package org.sitrep.tables;

/** An output folder cannot be used as asked; the message names the folder and the remedy. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that names the folder and the remedy. */
  public OutputException(String message) {
    super(message);
  }

  OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
