package org.sitrep.ingest;

/** Why something could not be read: the first words of {@code rejects.reason}. */
final class Reasons {

  /** The file or folder cannot be opened, or breaks off. */
  static final String UNREADABLE = "unreadable";

  /** Not UTF-8, nor UTF-16 with a byte order mark. */
  static final String ENCODING = "encoding";

  /** A text file with NUL characters. */
  static final String BINARY = "binary";

  /** A record beyond {@code max_text_mb}. */
  static final String TOO_LONG = "too_long";

  /** Broken JSON. */
  static final String JSON = "json";

  /** A broken row of comma-separated values. */
  static final String CSV = "csv";

  /** Neither title nor text. */
  static final String EMPTY = "empty";

  private Reasons() {}

  /** A reason with its particulars. */
  static String of(String reason, String particulars) {
    return reason + ": " + Characters.cut(particulars.replaceAll("\\s+", " ").strip(), 300);
  }

  /** The reason for an error while reading. */
  static String of(String reason, Throwable error) {
    String message = error.getMessage();
    return of(
        reason, message == null || message.isBlank() ? error.getClass().getSimpleName() : message);
  }

  static String tooLong(long maxBytes) {
    return of(TOO_LONG, "longer than max_text_mb = " + (maxBytes >> 20));
  }
}
