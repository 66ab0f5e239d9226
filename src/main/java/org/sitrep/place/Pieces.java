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
  final Piece[] pieces;
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
    pieces = new Piece[count];
    int n = 0;
    int capitals = 0;
    int letters = 0;
    for (Token token : sentence.tokens()) {
      for (Piece piece : Piece.of(token.lexeme())) {
        pieces[n] = piece;
        starts[n] = token.start() + piece.from;
        ends[n] = starts[n] + piece.form.length();
        form[n] = piece.form;
        plain[n] = piece.plain;
        capital[n] = piece.capital;
        gaps[n] = n == 0 ? Gap.START : gap(whole, ends[n - 1], starts[n]);
        if (piece.telling) {
          letters++;
          capitals += piece.capital ? 1 : 0;
        }
        n++;
      }
    }
    size = n;
    boolean closed = !sentence.isTitle() && whole.charAt(sentence.span().end() - 1) == '.';
    headlineCase = letters >= (closed ? 6 : 3) && capitals * 10 > letters * 7;
  }

  static Pieces of(Sentence sentence, String whole) {
    int count = 0;
    for (Token token : sentence.tokens()) {
      count += Piece.of(token.lexeme()).length;
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
