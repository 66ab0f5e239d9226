package org.sitrep.report;

import java.util.List;
import java.util.Map;

/** Event types as columns of {@code region_weeks}, and how incidents name them. */
final class EventColumns {

  /** All but {@code other}, which is no event. */
  static final List<String> ALL =
      List.of(
          "battles",
          "explosions_remote_violence",
          "violence_against_civilians",
          "protests",
          "riots",
          "strategic_developments",
          "crime",
          "accidents",
          "natural_disasters",
          "diplomacy");

  private static final Map<String, String> SINGULAR =
      Map.of("accident", "accidents", "natural_disaster", "natural_disasters");

  private EventColumns() {}

  /** The column of an event type: {@code Explosions/Remote violence} is counted in one. */
  static String of(String eventType) {
    String code = eventType == null ? "other" : eventType.toLowerCase(java.util.Locale.ROOT);
    code = code.replaceAll("[^a-z]+", "_");
    return SINGULAR.getOrDefault(code, code);
  }
}
