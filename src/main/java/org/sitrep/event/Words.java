package org.sitrep.event;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sitrep.text.Lexeme;
import org.sitrep.text.Sentence;
import org.sitrep.text.Token;

/**
 * The tokens of a sentence cut at hyphens and folded, so that {@code al-Nusra} and {@code Al Nusra}
 * are the same two words; dotted abbreviations ({@code U.N.}) are one.
 *
 * <p>Equal words of different case stay apart by {@link #isCapitals} and {@link #isCapitalised}.
 */
final class Words {

  private static final Lexeme.Note<Parts> PARTS = Lexeme.Note.of(Parts::of);

  private Word[] words;
  private int[] starts;
  private int[] ends;
  private boolean[] joined;
  private boolean[] broken;
  private byte[] cases;
  private int size;

  private Words(int capacity) {
    words = new Word[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    joined = new boolean[capacity];
    broken = new boolean[capacity];
    cases = new byte[capacity];
  }

  /** The words of a sentence. */
  static Words of(Sentence sentence) {
    Words result = new Words(sentence.tokens().size() + 8);
    for (Token token : sentence.tokens()) {
      int first = result.size;
      result.cut(token);
      if (first > 0 && result.size > first) {
        result.join(first, sentence);
      }
    }
    return result;
  }

  /** The words of a dictionary entry. */
  static String[] ofPhrase(String phrase) {
    String[] parts = phrase.trim().split("[\\s\\-/]+");
    for (int i = 0; i < parts.length; i++) {
      parts[i] = fold(parts[i]);
    }
    return parts;
  }

  int size() {
    return size;
  }

  String at(int index) {
    return words[index].text();
  }

  /** The word with what dictionaries know of it. */
  Word word(int index) {
    return words[index];
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  /** Whether the word hangs on the one before by a hyphen. */
  boolean isJoined(int index) {
    return joined[index];
  }

  /** Whether punctuation other than a hyphen stands before the word, so that no phrase goes on. */
  boolean isBroken(int index) {
    return broken[index];
  }

  /** Whether all letters are capitals. */
  boolean isCapitals(int index) {
    return cases[index] == 2;
  }

  /** Whether it begins with a capital. */
  boolean isCapitalised(int index) {
    return cases[index] > 0;
  }

  /** The index of the last word that starts at or before the offset; -1 where none does. */
  int indexAt(int offset) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  private void join(int first, Sentence sentence) {
    int from = ends[first - 1] - sentence.span().start();
    int until = starts[first] - sentence.span().start();
    String text = sentence.text();
    boolean hyphen = until == from + 1 && hyphen(text.charAt(from));
    joined[first] = hyphen;
    for (int i = from; i < until && !hyphen; i++) {
      char c = text.charAt(i);
      broken[first] |= c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '—';
    }
  }

  private void cut(Token token) {
    Parts parts = PARTS.on(token.lexeme());
    int count = parts.words.length;
    while (size + count > words.length) {
      grow();
    }
    for (int i = 0; i < count; i++) {
      words[size] = parts.words[i];
      starts[size] = token.start() + parts.froms[i];
      ends[size] = token.start() + parts.untils[i];
      joined[size] = i > 0;
      cases[size] = parts.cases[i];
      size++;
    }
  }

  private void grow() {
    int capacity = size * 2 + 8;
    words = Arrays.copyOf(words, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    joined = Arrays.copyOf(joined, capacity);
    broken = Arrays.copyOf(broken, capacity);
    cases = Arrays.copyOf(cases, capacity);
  }

  /** The words of one form, with offsets into it. */
  private record Parts(Word[] words, int[] froms, int[] untils, byte[] cases) {

    private static Parts of(Lexeme lexeme) {
      String form = lexeme.form();
      List<Word> words = new ArrayList<>(1);
      int[] froms = new int[form.length()];
      int[] untils = new int[form.length()];
      byte[] cases = new byte[form.length()];
      boolean dotted = dotted(form);
      int from = 0;
      for (int i = 0; i <= form.length(); i++) {
        if (i < form.length() && (dotted || !hyphen(form.charAt(i)))) {
          continue;
        }
        String word = i > from ? fold(form.substring(from, i)) : "";
        if (!word.isEmpty()) {
          int until = i - from > 2 && possessive(form, i) ? i - 2 : i;
          froms[words.size()] = from;
          untils[words.size()] = until;
          cases[words.size()] = letterCase(form, from, until);
          words.add(new Word(word));
        }
        from = i + 1;
      }
      int count = words.size();
      return new Parts(
          words.toArray(Word[]::new),
          Arrays.copyOf(froms, count),
          Arrays.copyOf(untils, count),
          Arrays.copyOf(cases, count));
    }
  }

  private static byte letterCase(String form, int from, int until) {
    if (!Character.isUpperCase(form.charAt(from))) {
      return 0;
    }
    for (int i = from; i < until; i++) {
      if (Character.isLowerCase(form.charAt(i))) {
        return 1;
      }
    }
    return 2;
  }

  private static boolean dotted(String form) {
    if (form.length() < 3 || form.charAt(1) != '.') {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      if (i % 2 == 0 ? !Character.isLetter(form.charAt(i)) : form.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean hyphen(char c) {
    return c == '-' || c == '‐' || c == '‑' || c == '–' || c == '—' || c == '/';
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '`' || c == 'ʻ';
  }

  private static boolean possessive(String form, int end) {
    return end > 2
        && (form.charAt(end - 1) == 's' || form.charAt(end - 1) == 'S')
        && apostrophe(form.charAt(end - 2));
  }

  /** Lower case, no diacritics, no apostrophes, no dots, possessive cut. */
  static String fold(String form) {
    int length = possessive(form, form.length()) ? form.length() - 2 : form.length();
    boolean plain = true;
    for (int i = 0; i < length; i++) {
      char c = form.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        continue;
      }
      plain = false;
      break;
    }
    if (plain) {
      return length == form.length() ? form : form.substring(0, length);
    }
    StringBuilder folded = new StringBuilder(length);
    String source = form.substring(0, length);
    for (int i = 0; i < length; i++) {
      if (source.charAt(i) > 127) {
        source = Normalizer.normalize(source, Normalizer.Form.NFD);
        break;
      }
    }
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
