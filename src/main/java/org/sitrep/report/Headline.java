package org.sitrep.report;

/** What an incident is called: its headline, else what happened and where. */
final class Headline {
  private Headline() {}

  static String of(String title, String subEventType, String placeName) {
    if (title != null && !title.isBlank()) {
      return title;
    }
    String what = subEventType == null ? "Incident" : subEventType;
    return placeName == null || placeName.isBlank() ? what : what + ", " + placeName;
  }
}
