package org.sitrep.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitrep.text.Resources;

/** How coded values read: event types, warnings, precisions, bases of dates. */
final class Words {

  private static final Map<String, String> WORDS = read();

  private Words() {}

  private static Map<String, String> read() {
    Map<String, String> words = new HashMap<>();
    for (String[] row : Resources.rows(Words.class, "words.tsv")) {
      words.put(row[0] + "/" + row[1], row[2]);
    }
    return Map.copyOf(words);
  }

  /** The words of a code; the code with blanks where no words are known, nothing for null. */
  static String of(String kind, Object code) {
    if (code == null) {
      return "";
    }
    String known = WORDS.get(kind + "/" + code);
    return known == null ? code.toString().replace('_', ' ') : known;
  }

  static List<String> of(String kind, List<String> codes) {
    return codes == null ? List.of() : codes.stream().map(code -> of(kind, code)).toList();
  }

  /** Counted codes, most frequent first: {@code battles 2, crime}; what is zero is left out. */
  static List<String> counted(String kind, Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            count ->
                of(kind, count.getKey()) + (count.getValue() > 1 ? " " + count.getValue() : ""))
        .toList();
  }

  /** A count with its digits in groups. */
  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A count with its noun: {@code 1 region}, {@code 2 countries}. */
  static String counted(long number, String noun) {
    String many = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return count(number) + " " + (number == 1 ? noun : many);
  }

  /** The English name of a country. */
  static String country(String code) {
    return code == null || code.equals("XX") || code.isEmpty()
        ? "Unknown"
        : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
