package org.sitrep.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
 * Other compounds stay apart, so that their parts can be looked up: {@code rebel|held}, {@code
 * al-Qaeda|linked}, {@code pro|Assad}, {@code 24|26}. Numbers with separators ({@code 1,200},
 * {@code 3.5}) are one token by UAX #29; a last stop is not part of a token ({@code U.S}).
 */
final class Tokens {

  private static final Set<String> PARTICLES =
      Set.copyOf(Resources.lines(Tokens.class, "name-particles.txt"));
  private static final int MAX_TOKEN = 255;
  private static final int LONGEST_JOINED = 80;

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

  /** One thread's tokenizer. */
  private static final class Scanner {
    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final OffsetAttribute offset = tokenizer.getAttribute(OffsetAttribute.class);

    Scanner() {
      tokenizer.setMaxTokenLength(MAX_TOKEN);
    }

    List<Token> tokens(String whole, int start, int end) throws IOException {
      List<Token> tokens = new ArrayList<>((end - start) / 6 + 1);
      int pendingStart = -1;
      int pendingEnd = -1;
      tokenizer.setReader(new StringReader(whole.substring(start, end)));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        int from = start + offset.startOffset();
        int to = start + offset.endOffset();
        if (pendingStart >= 0 && joins(whole, pendingStart, pendingEnd, from, to)) {
          pendingEnd = to;
          continue;
        }
        if (pendingStart >= 0) {
          tokens.add(token(whole, pendingStart, pendingEnd));
        }
        pendingStart = from;
        pendingEnd = to;
      }
      if (pendingStart >= 0) {
        tokens.add(token(whole, pendingStart, pendingEnd));
      }
      tokenizer.end();
      tokenizer.close();
      return List.copyOf(tokens);
    }

    private static Token token(String whole, int start, int end) {
      String form = whole.substring(start, end);
      return new Token(start, end, form, term(form));
    }
  }
}
