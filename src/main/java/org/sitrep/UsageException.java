package org.sitrep;

/**
 * The command line or a setting asks for what is not there; the message names it and the remedy.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
