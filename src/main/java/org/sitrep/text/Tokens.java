package org.sitrep.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Words and numbers by Unicode word boundaries (UAX #29, Lucene's {@code StandardTokenizer}), with
 * the parts of hyphenated names joined again.
 *
 * <p>UAX #29 breaks at every hyphen. Two parts that touch one hyphen are one token where
 *
 * <ul>
 *   <li>the first is a particle of names: {@code al-Shughur}, {@code Abdel-Rahman}, {@code
 *       bin-Laden};
 *   <li>both begin with a capital: {@code Deir-Ezzor}, {@code Jean-Pierre}, {@code Al-Qaeda};
 *   <li>the first is a number and the second a word: {@code 15-year-old}, {@code 40-strong}, or a
 *       short name and the second a number: {@code F-16}, {@code MiG-29}.
 * </ul>
 *
 * A zero-width space inside a word, as web pages have it, does not cut the word.
 *
 * <p>Other compounds stay apart, so that their parts can be looked up: {@code rebel|held}, {@code
 * al-Qaeda|linked}, {@code pro|Assad}, {@code 24|26}. Numbers with separators ({@code 1,200},
 * {@code 3.5}) are one token by UAX #29; a last stop is not part of a token ({@code U.S}).
 */
final class Tokens {

  private static final Set<String> PARTICLES =
      Set.copyOf(Resources.lines(Tokens.class, "name-particles.txt"));
  private static final int MAX_TOKEN = 255;
  private static final int LONGEST_JOINED = 80;

  /**
   * Slots for forms that a scanner has seen before: two for each hash, of which the one seen longer
   * ago gives way.
   */
  private static final int SEEN = 1 << 14;

  private static final ThreadLocal<Scanner> SCANNER = ThreadLocal.withInitial(Scanner::new);

  private Tokens() {}

  /** The tokens of a stretch of a field; offsets count from the start of the field. */
  static List<Token> of(String whole, int start, int end) {
    if (start >= end) {
      return List.of();
    }
    Scanner scanner = SCANNER.get();
    try {
      return scanner.tokens(whole, start, end);
    } catch (IOException e) {
      SCANNER.remove();
      throw new UncheckedIOException("cannot tokenize", e);
    } catch (RuntimeException e) {
      SCANNER.remove();
      throw e;
    }
  }

  /** A form folded for comparison: lower case, straight apostrophes, no possessive ending. */
  static String term(String form) {
    String term = form;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c == '’' || c == '‘' || c == 'ʼ' || c == 'ʻ' || c == '＇') {
        term =
            form.replace('’', '\'')
                .replace('‘', '\'')
                .replace('ʼ', '\'')
                .replace('ʻ', '\'')
                .replace('＇', '\'');
        break;
      }
    }
    term = term.toLowerCase(Locale.ROOT);
    return term.length() > 2 && term.endsWith("'s") ? term.substring(0, term.length() - 2) : term;
  }

  private static boolean joins(String whole, int leftStart, int leftEnd, int start, int end) {
    if (start != leftEnd + 1 || end - leftStart > LONGEST_JOINED) {
      return false;
    }
    char hyphen = whole.charAt(leftEnd);
    if (hyphen == '\u200b') {
      return Character.isLetter(whole.charAt(leftEnd - 1))
          && Character.isLowerCase(whole.charAt(start));
    }
    if (hyphen != '-' && hyphen != '\u2010' && hyphen != '\u2011') {
      return false;
    }
    // the part that touches the hyphen, where the left side has been joined before
    int partStart = leftStart;
    for (int i = leftEnd - 1; i > leftStart; i--) {
      char c = whole.charAt(i);
      if (c == '-' || c == '\u2010' || c == '\u2011') {
        partStart = i + 1;
        break;
      }
    }
    char left = whole.charAt(partStart);
    char right = whole.charAt(start);
    if (isDigit(whole.charAt(leftStart))) {
      return Character.isLetter(right);
    }
    if (isDigit(right)) {
      return Character.isUpperCase(left) && leftEnd - partStart <= 4;
    }
    if (Character.isUpperCase(left) && Character.isUpperCase(right)) {
      return true;
    }
    return leftEnd - partStart <= 5
        && Character.isLetter(right)
        && PARTICLES.contains(whole.substring(partStart, leftEnd).toLowerCase(Locale.ROOT))
        && (Character.isUpperCase(right) || particleOfName(whole, leftEnd, start, end));
  }

  /** In lower-cased text only the article is taken for a particle ({@code al-shughur}). */
  private static boolean particleOfName(String whole, int leftEnd, int start, int end) {
    return end - start >= 3
        && leftEnd >= 2
        && whole.charAt(leftEnd - 1) == 'l'
        && (whole.charAt(leftEnd - 2) == 'a' || whole.charAt(leftEnd - 2) == 'A');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Word boundaries of one stretch. A run of characters between two spaces that is plain (Latin
   * letters, digits and the marks of running text) is cut by the same rules here, far faster; any
   * other run is left to Lucene.
   */
  private static final class Scanner {

    /** What UAX #29 takes a character for; the rest is left to Lucene. */
    private static final byte OTHER = 0;

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte UNDERSCORE = 3;
    private static final byte MID_LETTER = 4;
    private static final byte MID_NUMBER = 5;
    private static final byte MID_BOTH = 6;
    private static final byte SPACE = 7;
    private static final byte FOREIGN = 8;

    private static final byte[] KINDS = kinds();

    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);
    private final Lexeme[] seen = new Lexeme[SEEN];

    private String whole;
    private List<Token> tokens;
    private int pendingStart;
    private int pendingEnd;

    Scanner() {
      tokenizer.setMaxTokenLength(MAX_TOKEN);
    }

    List<Token> tokens(String field, int start, int end) throws IOException {
      whole = field;
      tokens = new ArrayList<>((end - start) / 6 + 1);
      pendingStart = -1;
      int from = start;
      while (from < end) {
        boolean plain = true;
        int to = from;
        while (to < end) {
          byte kind = kind(field.charAt(to));
          if (kind == SPACE) {
            break;
          }
          plain &= kind != FOREIGN;
          to++;
        }
        if (plain && to - from <= MAX_TOKEN) {
          plain(from, to);
        } else {
          foreign(from, to);
        }
        from = to + 1;
      }
      flush();
      List<Token> result = List.copyOf(tokens);
      whole = null;
      tokens = null;
      return result;
    }

    private void plain(int start, int end) {
      int at = start;
      while (at < end) {
        byte kind = kind(whole.charAt(at));
        if (kind != LETTER && kind != DIGIT && kind != UNDERSCORE) {
          at++;
          continue;
        }
        int from = at;
        boolean word = false;
        byte last = kind;
        while (true) {
          word |= kind != UNDERSCORE;
          last = kind;
          at++;
          if (at == end) {
            break;
          }
          kind = kind(whole.charAt(at));
          if (kind == LETTER || kind == DIGIT || kind == UNDERSCORE) {
            continue;
          }
          byte next = at + 1 < end ? kind(whole.charAt(at + 1)) : OTHER;
          boolean within =
              next == last
                  && (last == LETTER && (kind == MID_LETTER || kind == MID_BOTH)
                      || last == DIGIT && (kind == MID_NUMBER || kind == MID_BOTH));
          if (!within) {
            break;
          }
          at++;
          kind = next;
        }
        if (word) {
          found(from, at);
        }
      }
    }

    private void foreign(int start, int end) throws IOException {
      tokenizer.setReader(new StringReader(whole.substring(start, end)));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        found(start + offset.startOffset(), start + offset.endOffset());
      }
      tokenizer.end();
      tokenizer.close();
    }

    private void found(int from, int to) {
      if (pendingStart >= 0 && joins(whole, pendingStart, pendingEnd, from, to)) {
        pendingEnd = to;
        return;
      }
      flush();
      pendingStart = from;
      pendingEnd = to;
    }

    private void flush() {
      if (pendingStart >= 0) {
        tokens.add(token(pendingStart, pendingEnd));
      }
    }

    /** A token that shares its lexeme with an equal one seen before, where there is one. */
    private Token token(int start, int end) {
      int hash = 0;
      for (int i = start; i < end; i++) {
        hash = 31 * hash + whole.charAt(i);
      }
      int slot = (hash ^ hash >>> 15) & SEEN - 2;
      Lexeme known = seen[slot];
      if (same(known, start, end)) {
        return new Token(start, end, known);
      }
      Lexeme lexeme = seen[slot + 1];
      if (!same(lexeme, start, end)) {
        lexeme = new Lexeme(whole.substring(start, end));
      }
      if (end - start <= LONGEST_JOINED) {
        seen[slot + 1] = known;
        seen[slot] = lexeme;
      }
      return new Token(start, end, lexeme);
    }

    private boolean same(Lexeme lexeme, int start, int end) {
      return lexeme != null
          && lexeme.form().length() == end - start
          && whole.startsWith(lexeme.form(), start);
    }

    private static byte kind(char c) {
      return c < KINDS.length ? KINDS[c] : FOREIGN;
    }

    private static byte[] kinds() {
      byte[] kinds = new byte[0x2028];
      Arrays.fill(kinds, FOREIGN);
      for (char c = ' '; c < 0x180; c++) {
        boolean foreign = c >= 0x7f && c <= 0xa0 || c == '©' || c == '®' || c == '\u00ad';
        kinds[c] = Character.isLetter(c) ? LETTER : foreign ? FOREIGN : OTHER;
      }
      Arrays.fill(kinds, '0', '9' + 1, DIGIT);
      for (char c : new char[] {'‐', '‑', '‒', '–', '—', '―', '“', '”', '„', '†', '•', '…'}) {
        kinds[c] = OTHER;
      }
      for (char c : new char[] {'.', '\'', '‘', '’'}) {
        kinds[c] = MID_BOTH;
      }
      kinds[','] = MID_NUMBER;
      kinds[';'] = MID_NUMBER;
      kinds[':'] = MID_LETTER;
      kinds['·'] = MID_LETTER;
      kinds['_'] = UNDERSCORE;
      kinds[' '] = SPACE;
      kinds['\n'] = SPACE;
      return kinds;
    }
  }
}
