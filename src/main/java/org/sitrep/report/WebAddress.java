package org.sitrep.report;

import java.util.regex.Pattern;

/** Addresses of articles that a reader may follow: of the web, and nothing that would run. */
final class WebAddress {

  /** Scheme, host, and a rest without blanks, controls and what would end an attribute. */
  private static final Pattern WEB =
      Pattern.compile(
          "https?://[^\\s\\p{Cntrl}\\p{Z}/?#\\\\\"'<>]+([/?#][^\\s\\p{Cntrl}\\p{Z}\"<>]*)?",
          Pattern.CASE_INSENSITIVE);

  private WebAddress() {}

  /**
   * The address where it is one of {@code http} or {@code https} with a host, else null: {@code
   * javascript:}, {@code data:} and what is no address at all do not survive.
   */
  static String of(String url) {
    if (url == null) {
      return null;
    }
    String stripped = url.strip();
    return WEB.matcher(stripped).matches() ? stripped : null;
  }
}
