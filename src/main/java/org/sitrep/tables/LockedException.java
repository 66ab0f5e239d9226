package org.sitrep.tables;

/** Another run is at work in the output folder. */
public final class LockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LockedException(String message) {
    super(message);
  }
}
