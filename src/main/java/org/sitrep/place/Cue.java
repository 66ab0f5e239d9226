package org.sitrep.place;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.sitrep.text.Resources;

/** What a word beside a name says, by the kinds of {@code cues.tsv}. */
enum Cue {
  AFTER_DEMONYM_OTHER,
  APPOSITION,
  AREA_WORD,
  BETWEEN,
  CAPITAL,
  CITY,
  CLUB,
  DIRECTION,
  FIRM,
  GAME_LINK,
  GAME_VERB,
  INSTITUTION,
  LANGUAGE_LEAD,
  NAMING,
  OPENING,
  PLAYER,
  PERSON_VERB,
  PREPOSITION,
  QUARTER,
  REGION,
  REGIONS,
  STREET,
  STREET_PREPOSITION,
  VILLAGE,
  WITHIN;

  private final Set<String> words = new HashSet<>();

  static {
    for (String[] row : Resources.rows(Cue.class, "cues.tsv")) {
      valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_')).words.add(row[1]);
    }
  }

  boolean is(String word) {
    return words.contains(word);
  }
}
