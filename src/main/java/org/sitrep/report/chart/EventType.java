package org.sitrep.report.chart;

import java.util.List;
import org.sitrep.text.Resources;

/**
 * How an event type is drawn.
 *
 * @param code as in the tables
 * @param letter one capital, different for each type, so that colour never tells alone
 * @param words as the key has it
 */
record EventType(String code, String letter, String words) {

  /** All types in the order of the key; the last one is "other". */
  static final List<EventType> ALL =
      Resources.rows(EventType.class, "types.tsv").stream()
          .map(row -> new EventType(row[0], row[1], row[2]))
          .toList();

  static EventType of(String code) {
    return ALL.stream()
        .filter(type -> type.code.equals(code))
        .findFirst()
        .orElse(ALL.get(ALL.size() - 1));
  }

  /** The class that gives an element the type's colour. */
  String style() {
    return "type-" + code.replace('_', '-');
  }
}
