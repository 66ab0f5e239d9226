package org.sitrep.time;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sitrep.text.Resources;

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

  static final Set<String> BREAKS = WORDS.get("break");

  private DateWords() {}

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
