package org.sitrep.place;

import java.util.Arrays;
import java.util.List;
import org.sitrep.text.Sentence;
import org.sitrep.text.Token;

/**
 * A sentence cut into the pieces that names are made of: its tokens, cut again at hyphens, with
 * what stands between each piece and the one before.
 */
final class Pieces {

  /** What stands between two pieces. */
  enum Gap {
    /** Nothing: the first of its sentence. */
    START,
    SPACE,
    HYPHEN,
    COMMA,
    /** A full stop and perhaps a space. */
    STOP,
    /** A possessive ending and a space ({@code Syria's Idlib}). */
    POSSESSIVE,
    OTHER
  }

  final Sentence sentence;
  final int size;
  final int[] starts;
  final int[] ends;
  final String[] plain;
  final String[] form;
  final boolean[] capital;
  final Gap[] gaps;

  /** Whether most words begin with a capital, as in the headlines of some papers. */
  final boolean headlineCase;

  private Pieces(Sentence sentence, String whole, int count) {
    this.sentence = sentence;
    starts = new int[count];
    ends = new int[count];
    plain = new String[count];
    form = new String[count];
    capital = new boolean[count];
    gaps = new Gap[count];
    int n = 0;
    int capitals = 0;
    int letters = 0;
    for (Token token : sentence.tokens()) {
      int end = token.start() + withoutPossessive(token.form());
      int from = token.start();
      for (int i = from; i <= end; i++) {
        boolean cut = i == end || isHyphen(whole.charAt(i));
        if (!cut) {
          continue;
        }
        if (i > from) {
          String word = whole.substring(from, i);
          String folded = Names.plain(word);
          if (!folded.isEmpty()) {
            starts[n] = from;
            ends[n] = i;
            form[n] = word;
            plain[n] = folded;
            capital[n] = Character.isUpperCase(firstLetter(word));
            gaps[n] = n == 0 ? Gap.START : gap(whole, ends[n - 1], from);
            if (Character.isLetter(word.charAt(0)) && word.length() > 3) {
              letters++;
              capitals += capital[n] ? 1 : 0;
            }
            n++;
          }
        }
        from = i + 1;
      }
    }
    size = n;
    headlineCase = letters >= 3 && capitals * 10 > letters * 7;
  }

  static Pieces of(Sentence sentence, String whole) {
    int count = 0;
    for (Token token : sentence.tokens()) {
      count++;
      for (int i = 0; i < token.form().length(); i++) {
        if (isHyphen(token.form().charAt(i))) {
          count++;
        }
      }
    }
    return new Pieces(sentence, whole, count);
  }

  /** The plain forms of a run of pieces. */
  List<String> names(int first, int last) {
    return Arrays.asList(plain).subList(first, last + 1);
  }

  /** The plain form of a piece, empty outside the sentence. */
  String plainAt(int i) {
    return i >= 0 && i < size ? plain[i] : "";
  }

  boolean capitalAt(int i) {
    return i >= 0 && i < size && capital[i];
  }

  Gap gapAt(int i) {
    return i >= 0 && i < size ? gaps[i] : Gap.OTHER;
  }

  /** Whether a piece stands alone in capitals of at least four letters. */
  boolean upper(int i) {
    String word = form[i];
    if (word.length() < 4) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (!Character.isUpperCase(word.charAt(k))) {
        return false;
      }
    }
    return true;
  }

  private static char firstLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetterOrDigit(word.charAt(i))) {
        return word.charAt(i);
      }
    }
    return ' ';
  }

  private static int withoutPossessive(String form) {
    int n = form.length();
    if (n > 2 && (form.charAt(n - 1) == 's' || form.charAt(n - 1) == 'S')) {
      char mark = form.charAt(n - 2);
      if (mark == '\'' || mark == '’') {
        return n - 2;
      }
    }
    return n;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  private static Gap gap(String whole, int from, int to) {
    int length = to - from;
    if (length == 1) {
      char c = whole.charAt(from);
      return switch (c) {
        case ' ', '\t', '\u00a0' -> Gap.SPACE;
        case '-', '\u2010', '\u2011' -> Gap.HYPHEN;
        case '.' -> Gap.STOP;
        case ',' -> Gap.COMMA;
        default -> Gap.OTHER;
      };
    }
    if (length == 0 || length > 6) {
      return Gap.OTHER;
    }
    boolean comma = false;
    boolean stop = false;
    boolean mark = false;
    for (int i = from; i < to; i++) {
      char c = whole.charAt(i);
      if (c == ',') {
        comma = true;
      } else if (c == '.') {
        stop = true;
      } else if (c == '\'' || c == '’' || c == 's' || c == 'S') {
        mark = true;
      } else if (c != ' ' && c != '\u00a0' && c != '\t') {
        return Gap.OTHER;
      }
    }
    if (mark) {
      return comma || stop ? Gap.OTHER : Gap.POSSESSIVE;
    }
    return comma ? Gap.COMMA : stop ? Gap.STOP : Gap.SPACE;
  }
}
