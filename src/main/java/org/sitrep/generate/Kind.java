package org.sitrep.generate;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.text.Resources;

/**
 * A kind of story.
 *
 * @param name as in the first column of {@code types.tsv}
 * @param eventType event type of such an incident; empty without an event
 * @param subEventType sub-event type; empty without an event
 * @param weight how often it happens, beside the others' weights
 * @param killed share of stories with dead
 * @param injured share of stories with injured
 * @param nouns what the papers call it
 */
record Kind(
    String name,
    String eventType,
    String subEventType,
    double weight,
    double killed,
    double injured,
    List<String> nouns) {

  /** Sport, markets, book fairs: no event. */
  static final Kind NONE = new Kind("none", "", "", 0, 0, 0, List.of("season"));

  /** The kinds of {@code types.tsv}. */
  static List<Kind> all() {
    List<Kind> kinds = new ArrayList<>();
    for (String[] row : Resources.rows(Kind.class, "types.tsv")) {
      kinds.add(
          new Kind(
              row[0],
              row[1],
              row[2],
              Double.parseDouble(row[3]),
              Double.parseDouble(row[4]),
              Double.parseDouble(row[5]),
              List.of(row[6].split("\\|"))));
    }
    return List.copyOf(kinds);
  }
}
