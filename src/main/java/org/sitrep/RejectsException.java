package org.sitrep;

/** More records were rejected than the settings allow. */
final class RejectsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RejectsException(String message) {
    super(message);
  }
}
