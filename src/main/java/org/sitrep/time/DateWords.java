package org.sitrep.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.text.Resources;
import org.sitrep.text.Token;

/** The words of which date expressions are made. */
final class DateWords {

  static final Map<String, Integer> WEEKDAYS =
      Map.of(
          "monday", 1,
          "tuesday", 2,
          "wednesday", 3,
          "thursday", 4,
          "friday", 5,
          "saturday", 6,
          "sunday", 7);

  static final Map<String, String> UNITS =
      Map.of(
          "day", "D", "days", "D", "week", "W", "weeks", "W", "month", "M", "months", "M", "year",
          "Y", "years", "Y");

  static final Map<String, Integer> NUMBERS = numbers();

  private static final Map<String, Set<String>> WORDS = words();

  static final Set<String> DAYPARTS = WORDS.get("daypart");
  static final Set<String> YEAR_LEADS = WORDS.get("year-lead");
  static final Set<String> DECADE_LEADS = WORDS.get("decade-lead");
  static final Set<String> MONTH_LEADS = WORDS.get("month-lead");
  static final Set<String> COUNTED = WORDS.get("counted");
  static final Set<String> FEW = Set.of("few", "several", "couple");
  static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

  /** Words before a month and the third of it that they name. */
  static final Map<String, String> PARTS =
      Map.of(
          "early", "early",
          "beginning", "early",
          "start", "early",
          "mid", "mid",
          "middle", "mid",
          "late", "late",
          "end", "late");

  /** Words that make "a month ago" a day. */
  static final Set<String> EXACT = WORDS.get("exact");

  /** Words before "the 15th". */
  static final Set<String> DAY_LEADS = WORDS.get("day-lead");

  static final Set<String> BREAKS = WORDS.get("break");

  /** Days with a name by the first word of the name: its words, then its month and day. */
  private static final Map<String, List<String[]>> FEASTS = feasts();

  private DateWords() {}

  /** Whether the name of a day begins with the term. */
  static boolean beginsFeast(String term) {
    return FEASTS.containsKey(term);
  }

  /** The words and, last, the month and day of the named day at a token; empty where none is. */
  static Optional<String[]> feast(List<Token> tokens, int at) {
    for (String[] feast : FEASTS.getOrDefault(tokens.get(at).term(), List.of())) {
      int i = 0;
      while (i < feast.length - 1
          && at + i < tokens.size()
          && tokens.get(at + i).term().equals(feast[i])) {
        i++;
      }
      if (i == feast.length - 1) {
        return Optional.of(feast);
      }
    }
    return Optional.empty();
  }

  private static Map<String, List<String[]>> feasts() {
    Map<String, List<String[]>> feasts = new HashMap<>();
    for (String[] row : Resources.rows(DateWords.class, "feasts.tsv")) {
      String[] feast = (row[0] + " " + row[1]).split(" ");
      feasts.computeIfAbsent(feast[0], key -> new ArrayList<>()).add(feast);
    }
    return Map.copyOf(feasts);
  }

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String[] row : Resources.rows(DateWords.class, "words.tsv")) {
      words.put(row[0], Set.of(row[1].split(" ")));
    }
    return Map.copyOf(words);
  }

  private static Map<String, Integer> numbers() {
    String[] words = {
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve"
    };
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      numbers.put(words[i], i + 1);
    }
    numbers.put("a", 1);
    numbers.put("an", 1);
    return Map.copyOf(numbers);
  }
}
