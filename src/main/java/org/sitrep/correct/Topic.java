package org.sitrep.correct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Columns of {@code incidents} that are corrected together: they say one thing of the incident. */
enum Topic {
  WHERE("move", "country_code", "region_code", "place_name", "latitude", "longitude"),
  WHEN("move", "date_start", "date_end"),
  WHAT("override", "sub_event_type"),
  KILLED("override", "killed", "killed_low", "killed_best", "killed_high"),
  INJURED("override", "injured", "injured_low", "injured_best", "injured_high");

  private final String action;
  private final List<String> fields;

  Topic(String action, String... fields) {
    this.action = action;
    this.fields = List.of(fields);
  }

  /** What is written in a line's column {@code action}. */
  String action() {
    return action;
  }

  /** What is written in a line's column {@code field}. */
  List<String> fields() {
    return fields;
  }

  boolean isFigure() {
    return this == KILLED || this == INJURED;
  }

  /** Null where the field is none of an action with fields. */
  static Topic of(String field) {
    return Arrays.stream(values())
        .filter(topic -> topic.fields.contains(field))
        .findFirst()
        .orElse(null);
  }

  /** The fields of an action; none where it takes no field. */
  static Optional<List<String>> fieldsOf(String action) {
    List<String> fields =
        Arrays.stream(values())
            .filter(topic -> topic.action.equals(action))
            .flatMap(topic -> topic.fields.stream())
            .toList();
    return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
  }
}
