package org.sitrep.event;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.sitrep.text.Resources;

/** Numbers of persons in words and digits, with ranges and the words that open or soften them. */
final class Numbers {

  /** Largest number of persons that is believed. */
  private static final long LIMIT = 100_000_000L;

  private static final Lexicon<Modality> MODALITIES =
      Lexicon.of("modalities.tsv", row -> new Modality(row[1], Integer.parseInt(row[2])));
  private static final Map<String, Word> WORDS = words();

  private Numbers() {}

  /**
   * A number in a sentence.
   *
   * @param first first word, modality included
   * @param end index behind its last word
   * @param low least persons meant
   * @param high most persons meant
   * @param modality {@code exact}, {@code at_least}, {@code about}, {@code up_to} or {@code vague}
   * @param plainDigits whether it stands as bare digits without a modality, so that it may be a
   *     year, a time or a page counter
   */
  record Amount(int first, int end, int low, int high, String modality, boolean plainDigits) {}

  private record Modality(String name, int shift) {}

  private record Word(long value, String kind) {}

  /**
   * A number word.
   *
   * @param amount what it counts
   * @param unit whether it counts by itself
   * @param scale whether it multiplies what stands before; with neither it is vague
   */
  record Value(long amount, boolean unit, boolean scale) {}

  private record Core(int end, long value, boolean vague, boolean digits, long rangeEnd) {}

  /** The number that starts at a word, or null. */
  static Amount at(Wording words, int from) {
    Lexicon.Hit<Modality> modality = MODALITIES.at(words, from);
    if (modality != null) {
      int next = modality.end();
      if (words.term(next).equals("another") || words.term(next).equals("an-additional")) {
        next++;
      }
      // "as many as at least", "up to about": the first word rules.
      Lexicon.Hit<Modality> second = MODALITIES.at(words, next);
      if (second != null) {
        next = second.end();
      }
      if (words.marked(next, Wording.STOP | Wording.SIGN)) {
        return null;
      }
      Core core = core(words, next);
      return core == null ? null : amount(from, core, modality.value());
    }
    if (words.term(from).equals("between")) {
      Core low = core(words, from + 1);
      if (low != null && low.rangeEnd < 0 && words.term(low.end).equals("and")) {
        Core high = core(words, low.end + 1);
        if (high != null && high.value > low.value) {
          return new Amount(from, high.end, (int) low.value, (int) high.value, "exact", low.digits);
        }
      }
      return null;
    }
    Core core = core(words, from);
    if (core == null) {
      return null;
    }
    Amount amount = amount(from, core, new Modality(core.vague ? "vague" : "exact", 0));
    if (words.marked(core.end, Wording.PLUS)
        || words.term(core.end).equals("or") && words.term(core.end + 1).equals("more")) {
      int end = words.marked(core.end, Wording.PLUS) ? core.end : core.end + 2;
      return new Amount(from, end, amount.low, amount.high, "at_least", false);
    }
    return amount;
  }

  private static Amount amount(int from, Core core, Modality modality) {
    int value = (int) core.value;
    String name = core.vague ? "vague" : modality.name;
    if (core.rangeEnd > core.value) {
      String ranged = name.equals("about") ? "about" : "exact";
      return new Amount(from, core.end, value, (int) core.rangeEnd, ranged, core.digits);
    }
    int shifted = Math.max(0, core.vague ? value : value + modality.shift);
    boolean plain = core.digits && name.equals("exact");
    if (name.equals("up_to")) {
      return new Amount(from, core.end, 0, shifted, name, false);
    }
    return new Amount(from, core.end, shifted, shifted, name, plain);
  }

  /** Digits, number words and scales, with "to", "-" or "or" between two of them. */
  private static Core core(Wording words, int from) {
    Core first = single(words, from);
    if (first == null || first.vague) {
      return first;
    }
    String next = words.term(first.end);
    if ((next.equals("to") || next.equals("or"))
        && !words.marked(first.end, Wording.COMMA | Wording.STOP)
        && first.rangeEnd < 0) {
      int from2 = first.end + 1;
      // "from 500 to well over 1,000"
      if (words.term(from2).equals("well")) {
        from2++;
      }
      Lexicon.Hit<Modality> more = next.equals("to") ? MODALITIES.at(words, from2) : null;
      Core second = single(words, more == null ? from2 : more.end());
      if (second != null
          && !second.vague
          && second.value > first.value
          && (second.digits || !first.digits)
          && (next.equals("to") || second.value == first.value + 1)) {
        return new Core(second.end, first.value, false, first.digits, second.value);
      }
    }
    return first;
  }

  /** "one and a half million". */
  private static Core halves(Wording words, int from) {
    Value whole = words.word(from).number;
    if (whole == null
        || !whole.unit
        || !words.term(from + 1).equals("and")
        || !words.term(from + 2).equals("a")
        || !words.term(from + 3).equals("half")
        || !scaleWord(words.term(from + 4))) {
      return null;
    }
    long scale = WORDS.get(words.term(from + 4)).value;
    return new Core(from + 5, whole.amount * scale + scale / 2, false, false, -1);
  }

  private static Core single(Wording words, int from) {
    String term = words.term(from);
    if (term.isEmpty() || words.marked(from, Wording.SIGN)) {
      return null;
    }
    Core halves = halves(words, from);
    if (halves != null) {
      return halves;
    }
    if (Character.isDigit(term.charAt(0))) {
      return digits(words, from, term);
    }
    int index = from;
    if ((term.equals("a") || term.equals("half"))
        && !words.marked(from + 1, Wording.STOP | Wording.COMMA)) {
      return article(words, from, term);
    }
    long total = 0;
    long part = 0;
    boolean vague = false;
    boolean any = false;
    boolean scaled = false;
    while (index < words.size()
        && (!any || !words.marked(index, Wording.STOP | Wording.COMMA | Wording.COLON))) {
      String next = words.term(index);
      if (any && next.equals("and") && scaled && !vague && unit(words.word(index + 1).number)) {
        index++;
        continue;
      }
      if (any && vague && next.equals("of") && scale(words.term(index + 1))) {
        index++;
        continue;
      }
      Value value = words.word(index).number;
      if (value == null) {
        break;
      }
      if (value.scale) {
        if (!any || vague) {
          break;
        }
        part = Math.max(part, 1) * value.amount;
        scaled = true;
        if (value.amount >= 1000) {
          total += part;
          part = 0;
        }
      } else if (!value.unit) {
        if (any && !vague) {
          break;
        }
        part = vague ? part * value.amount : value.amount;
        vague = true;
        if (index + 1 < words.size() && scaleWord(words.term(index + 1))) {
          part *= WORDS.get(words.term(index + 1)).value;
          index++;
        }
      } else {
        if (any && (vague || part % 10 != 0 || part == 0 && total == 0)
            || any && !scaled && part % 100 < 20 && part != 0) {
          break;
        }
        part += value.amount;
      }
      any = true;
      index++;
      if (total + part > LIMIT) {
        return null;
      }
    }
    if (!any) {
      return null;
    }
    int end = index;
    if (vague && words.term(end).equals("of") && !words.marked(end, Wording.COMMA)) {
      end++;
    }
    return new Core(end, total + part, vague, false, -1);
  }

  /** "a dozen", "half a dozen", "a hundred", "a couple of", "a few". */
  private static Core article(Wording words, int from, String term) {
    int index = from + 1;
    long factor = 1;
    boolean half = term.equals("half");
    if (half && words.term(index).equals("a")) {
      index++;
    }
    String next = words.term(index);
    if ((next.equals("few") || next.equals("couple")) && !half) {
      int end = index + 1;
      long value = next.equals("few") ? 3 : 2;
      if (scaleWord(words.term(end))) {
        value *= WORDS.get(words.term(end)).value;
        end++;
      }
      return new Core(words.term(end).equals("of") ? end + 1 : end, value, true, false, -1);
    }
    if (next.equals("quarter")
        && words.term(index + 1).equals("of")
        && words.term(index + 2).equals("a")
        && scaleWord(words.term(index + 3))) {
      return new Core(index + 4, WORDS.get(words.term(index + 3)).value / 4, false, false, -1);
    }
    if (!scaleWord(next)) {
      return null;
    }
    factor = WORDS.get(next).value;
    int end = words.term(index + 1).equals("of") ? index + 2 : index + 1;
    return new Core(end, half ? factor / 2 : factor, false, false, -1);
  }

  private static Core digits(Wording words, int from, String term) {
    int dash = term.indexOf('-');
    if (dash < 0) {
      dash = term.indexOf('–');
    }
    if (dash > 0) {
      long low = plain(term, 0, dash);
      long high = plain(term, dash + 1, term.length());
      return low >= 0 && high > low && high <= LIMIT
          ? new Core(from + 1, low, false, true, high)
          : null;
    }
    int dot = term.indexOf('.');
    String next = words.term(from + 1);
    boolean scale = scaleWord(next) && !words.marked(from + 1, Wording.COMMA | Wording.STOP);
    if (words.marked(from + 1, Wording.PERCENT)) {
      return null;
    }
    if (dot > 0) {
      long whole = plain(term, 0, dot);
      long tenths = plain(term, dot + 1, Math.min(term.length(), dot + 2));
      if (!scale || whole < 0 || tenths < 0) {
        return null;
      }
      long factor = WORDS.get(next).value;
      long value = whole * factor + tenths * factor / 10;
      return value > LIMIT ? null : new Core(from + 2, value, false, true, -1);
    }
    long value = plain(term, 0, term.length());
    if (value < 0 || value > LIMIT || term.length() > 1 && term.charAt(0) == '0') {
      return null;
    }
    if (scale) {
      value *= WORDS.get(next).value;
      return value > LIMIT ? null : new Core(from + 2, value, false, true, -1);
    }
    return new Core(from + 1, value, false, true, -1);
  }

  private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(,\\d\\d)+,\\d{3}");

  /**
   * Digits with groups of three behind commas, or of two before the last three as in South Asia; -1
   * where it is not that.
   */
  private static long plain(String term, int from, int until) {
    if (term.indexOf(',') > 0 && until - from <= 12) {
      String own = term.substring(from, until);
      if (INDIAN.matcher(own).matches()) {
        return Long.parseLong(own.replace(",", ""));
      }
    }
    long value = 0;
    int sinceComma = -1;
    if (from >= until || until - from > 12) {
      return -1;
    }
    for (int i = from; i < until; i++) {
      char c = term.charAt(i);
      if (c == ',') {
        if (sinceComma >= 0 && sinceComma != 3 || i == from || i - from > 3 && sinceComma < 0) {
          return -1;
        }
        sinceComma = 0;
      } else if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        if (sinceComma >= 0) {
          sinceComma++;
        }
      } else {
        return -1;
      }
    }
    return sinceComma >= 0 && sinceComma != 3 ? -1 : value;
  }

  /** The value of a number word, also of "forty-three"; null where it is none. */
  static Value value(String term) {
    Word word = WORDS.get(term);
    if (word != null) {
      return new Value(word.value, word.kind.equals("unit"), word.kind.equals("scale"));
    }
    int dash = term.indexOf('-');
    if (dash > 0) {
      Word tens = WORDS.get(term.substring(0, dash));
      Word ones = WORDS.get(term.substring(dash + 1));
      if (tens != null
          && ones != null
          && tens.value >= 20
          && tens.value < 100
          && tens.kind.equals("unit")
          && ones.kind.equals("unit")
          && ones.value > 0
          && ones.value < 10) {
        return new Value(tens.value + ones.value, true, false);
      }
    }
    return null;
  }

  private static boolean unit(Value value) {
    return value != null && value.unit;
  }

  private static boolean scale(String term) {
    Word word = WORDS.get(term);
    return word != null && word.kind.equals("vague") && word.value >= 100;
  }

  private static boolean scaleWord(String term) {
    Word word = WORDS.get(term);
    return word != null && word.kind.equals("scale");
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new HashMap<>();
    for (String[] row : Resources.rows(Numbers.class, "number-words.tsv")) {
      words.put(row[0], new Word(Long.parseLong(row[1]), row[2]));
    }
    return Map.copyOf(words);
  }
}
