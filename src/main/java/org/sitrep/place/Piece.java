package org.sitrep.place;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.text.Lexeme;

/** A part of a form between hyphens, with what is known of it whatever its neighbours. */
final class Piece {

  private static final Lexeme.Note<Piece[]> NOTE = Lexeme.Note.of(Piece::cut);

  final String form;
  final String plain;

  /** Where it begins in its form. */
  final int from;

  final boolean capital;

  /** Whether it tells how a sentence is capitalised: a word of more than three letters. */
  final boolean telling;

  /** Whether its plain form is one of the Arabic article. */
  final boolean article;

  /** Whether common words, first names and titles hold its plain form. */
  final boolean common;

  final boolean firstName;
  final boolean title;

  /** Where names that begin with it lead, by the gazetteer that was asked last. */
  private volatile Start start;

  private Piece(String form, String plain, int from) {
    this.form = form;
    this.plain = plain;
    this.from = from;
    capital = Character.isUpperCase(firstLetter(form));
    telling = Character.isLetter(form.charAt(0)) && form.length() > 3;
    article = Names.isArticle(plain);
    common = Finder.isCommon(plain);
    firstName = Finder.isFirstName(plain);
    title = Finder.isTitle(plain);
  }

  /**
   * The nodes behind the root for a piece, -1 where no name begins with it.
   *
   * @param skeleton the node of its skeleton
   */
  record Start(Gazetteer gazetteer, int name, int demonym, int skeleton) {}

  /** The pieces of a form. */
  static Piece[] of(Lexeme lexeme) {
    return NOTE.on(lexeme);
  }

  Start start(Gazetteer gazetteer) {
    Start known = start;
    if (known == null || known.gazetteer != gazetteer) {
      known =
          new Start(
              gazetteer,
              step(gazetteer.names(), plain),
              step(gazetteer.demonyms(), plain),
              step(gazetteer.skeletons(), Names.skeleton(plain)));
      start = known;
    }
    return known;
  }

  private static int step(NameTrie trie, String piece) {
    return trie.step(trie.root(), piece);
  }

  private static Piece[] cut(Lexeme lexeme) {
    String form = lexeme.form();
    List<Piece> pieces = new ArrayList<>(1);
    int end = withoutPossessive(form);
    int from = 0;
    for (int i = 0; i <= end; i++) {
      if (i < end && !isHyphen(form.charAt(i))) {
        continue;
      }
      if (i > from) {
        String word = form.substring(from, i);
        String plain = Names.plain(word);
        if (!plain.isEmpty()) {
          pieces.add(new Piece(word, plain, from));
        }
      }
      from = i + 1;
    }
    return pieces.toArray(Piece[]::new);
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
}
