package org.sitrep.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language of a text, by its script and its function words.
 *
 * <p>Function words make up 35 to 50 % of running English; names of persons and places do not count
 * for or against it. Ten words are the least that a verdict is given on.
 */
public final class Language {

  /** What is said of a text whose language is none of the known ones. */
  public static final String UNDETERMINED = "und";

  private static final int LEAST_WORDS = 10;
  private static final int MOST_WORDS = 400;
  private static final int LONGEST_WORD = 12;
  private static final double LEAST_SHARE = 0.12;

  private static final Map<UnicodeScript, String> SCRIPTS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(UnicodeScript.GREEK, "el"),
              Map.entry(UnicodeScript.HEBREW, "he"),
              Map.entry(UnicodeScript.HAN, "zh"),
              Map.entry(UnicodeScript.HIRAGANA, "ja"),
              Map.entry(UnicodeScript.KATAKANA, "ja"),
              Map.entry(UnicodeScript.HANGUL, "ko"),
              Map.entry(UnicodeScript.THAI, "th"),
              Map.entry(UnicodeScript.DEVANAGARI, "hi"),
              Map.entry(UnicodeScript.BENGALI, "bn"),
              Map.entry(UnicodeScript.GEORGIAN, "ka"),
              Map.entry(UnicodeScript.ARMENIAN, "hy"),
              Map.entry(UnicodeScript.ETHIOPIC, "am"),
              Map.entry(UnicodeScript.MYANMAR, "my")));
  private static final List<String> CODES = new ArrayList<>();
  private static final Map<String, long[]> WORDS = new HashMap<>();

  /** The last bits of the hashes of all function words. */
  private static final BitSet HASHES = new BitSet();

  private static final int HASH_MASK = (1 << 14) - 1;

  static {
    for (String[] row : Resources.rows(Language.class, "stopwords.tsv")) {
      long bit = 1L << CODES.size();
      CODES.add(row[0]);
      for (String word : row[1].split(" ")) {
        WORDS.computeIfAbsent(word, key -> new long[1])[0] |= bit;
        HASHES.set(word.hashCode() & HASH_MASK);
      }
    }
  }

  private Language() {}

  /**
   * The ISO 639-1 code of a text's language.
   *
   * @return empty where the text is too short for a verdict (fewer than ten words); {@link
   *     #UNDETERMINED} where it is none of the known languages
   */
  public static Optional<String> of(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    int[] scripts = new int[UnicodeScript.values().length];
    int[] hits = new int[CODES.size()];
    int words = 0;
    int from = -1;
    int latin = 0;
    int hash = 0;
    boolean plain = true;
    boolean persian = false;
    boolean ukrainian = false;
    int limit = Math.min(text.length(), 20_000);
    for (int i = 0; i <= limit && words < MOST_WORDS; i++) {
      char c = i < limit ? text.charAt(i) : ' ';
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        from = from < 0 ? i : from;
        hash = 31 * hash + (c | 32);
        latin++;
      } else if (c > 0x7f && Character.isLetter(c)) {
        from = from < 0 ? i : from;
        plain = false;
        scripts[UnicodeScript.of(c).ordinal()]++;
        persian |= c == 'پ' || c == 'چ' || c == 'گ' || c == 'ی';
        ukrainian |= c == 'і' || c == 'ї' || c == 'є';
      } else if (from >= 0) {
        words++;
        // most words are no function words: their hash tells
        if (i - from <= LONGEST_WORD && (!plain || HASHES.get(hash & HASH_MASK))) {
          count(hits, WORDS.get(text.substring(from, i).toLowerCase(Locale.ROOT)));
        }
        from = -1;
        hash = 0;
        plain = true;
      }
    }
    scripts[UnicodeScript.LATIN.ordinal()] += latin;
    boolean dense = count(scripts, UnicodeScript.HAN) + kana(scripts) > 20;
    if (words < LEAST_WORDS && !dense) {
      return Optional.empty();
    }
    int letters = 0;
    int main = 0;
    for (int script = 0; script < scripts.length; script++) {
      letters += scripts[script];
      main = scripts[script] > scripts[main] ? script : main;
    }
    if (main != UnicodeScript.LATIN.ordinal() || scripts[main] * 2 < letters) {
      UnicodeScript script = UnicodeScript.values()[main];
      return Optional.of(byScript(script, kana(scripts) > 5, persian, ukrainian));
    }
    return Optional.of(byWords(hits, words));
  }

  private static void count(int[] hits, long[] codes) {
    long bits = codes == null ? 0 : codes[0];
    while (bits != 0) {
      hits[Long.numberOfTrailingZeros(bits)]++;
      bits &= bits - 1;
    }
  }

  private static int count(int[] scripts, UnicodeScript script) {
    return scripts[script.ordinal()];
  }

  private static int kana(int[] scripts) {
    return count(scripts, UnicodeScript.HIRAGANA) + count(scripts, UnicodeScript.KATAKANA);
  }

  private static String byScript(
      UnicodeScript script, boolean kana, boolean persian, boolean ukrainian) {
    if (script == UnicodeScript.ARABIC) {
      return persian ? "fa" : "ar";
    }
    if (script == UnicodeScript.CYRILLIC) {
      return ukrainian ? "uk" : "ru";
    }
    if (script == UnicodeScript.HAN && kana) {
      return "ja";
    }
    return SCRIPTS.getOrDefault(script, UNDETERMINED);
  }

  private static String byWords(int[] hits, int words) {
    int best = 0;
    for (int code = 1; code < hits.length; code++) {
      // English stands first and wins ties: names of places carry "al", "de", "el"
      if (hits[code] > hits[best]) {
        best = code;
      }
    }
    return hits[best] >= LEAST_SHARE * words ? CODES.get(best) : UNDETERMINED;
  }
}
