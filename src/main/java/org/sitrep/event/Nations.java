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
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> demonyms = new HashMap<>();

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

  /** The country whose name, not demonym, the phrase is ({@code United States}), or null. */
  static String name(String phrase) {
    return INSTANCE.names.get(phrase);
  }

  /** The demonym for canonical names, or null. */
  static String demonym(String country) {
    return INSTANCE.demonyms.get(country);
  }

  private static Nations load() {
    Nations nations = new Nations();
    for (String[] row : Resources.rows(Nations.class, "nations.tsv")) {
      String demonym = row[1].split("\\|")[0];
      nations.demonyms.put(row[0], demonym);
      for (String name : row[2].split("\\|")) {
        nations.names.putIfAbsent(name, row[0]);
      }
      for (String name : (row[1] + "|" + row[2]).split("\\|")) {
        if (!name.isBlank()) {
          boolean capitals = name.equals(name.toUpperCase(java.util.Locale.ROOT));
          Nation nation = new Nation(row[0], demonym, capitals);
          nations.phrases.add(name, nation);
          if (nations.names.containsKey(name) && !capitals && !name.endsWith("s")) {
            // The genitive of texts that lost their apostrophes: "Syrias army".
            nations.phrases.add(name + "s", nation);
          }
          if (name.indexOf(' ') < 0) {
            nations.single.putIfAbsent(name, row[0]);
          }
        }
      }
    }
    return nations;
  }
}
