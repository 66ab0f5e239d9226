package org.sitrep.event;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.sitrep.text.Resources;

/** Countries by the demonyms and names under which news speaks of their armies and governments. */
final class Nations {

  private static final Nations INSTANCE = load();

  private static final Pattern BREAKS = Pattern.compile("[\\s,’'-]+");

  private final Phrases<Nation> phrases = new Phrases<>();
  private final Map<String, String> single = new HashMap<>();

  private Nations() {}

  /**
   * A country under one of its names.
   *
   * @param country ISO 3166-1 alpha-2
   * @param demonym the demonym for canonical names
   * @param capitals whether the name counts only in capitals ({@code US})
   */
  record Nation(String country, String demonym, boolean capitals) {}

  /** Where a nation's name was found. */
  record Found(Nation nation, int end) {}

  /** The nation whose longest name starts at the word, or null. */
  static Found at(Words words, int from) {
    if (!words.isCapitalised(from) || !words.word(from).begins(INSTANCE.phrases)) {
      return null;
    }
    Found[] best = new Found[1];
    INSTANCE.phrases.at(
        words,
        from,
        (nation, end) -> {
          if ((!nation.capitals || words.isCapitals(from))
              && (best[0] == null || end > best[0].end)) {
            best[0] = new Found(nation, end);
          }
        });
    return best[0];
  }

  /** The country that a phrase names first ({@code three Syrian soldiers}), or null. */
  static String first(String phrase) {
    for (String word : BREAKS.split(phrase)) {
      String country = word.isEmpty() ? null : INSTANCE.single.get(word);
      if (country != null) {
        return country;
      }
    }
    return null;
  }

  private static Nations load() {
    Nations nations = new Nations();
    for (String[] row : Resources.rows(Nations.class, "nations.tsv")) {
      String demonym = row[1].split("\\|")[0];
      for (String name : (row[1] + "|" + row[2]).split("\\|")) {
        if (!name.isBlank()) {
          boolean capitals = name.equals(name.toUpperCase(java.util.Locale.ROOT));
          nations.phrases.add(name, new Nation(row[0], demonym, capitals));
          if (name.indexOf(' ') < 0) {
            nations.single.putIfAbsent(name, row[0]);
          }
        }
      }
    }
    return nations;
  }
}
