package org.sitrep.event;

import java.util.List;
import org.sitrep.text.Lexeme;

/** A word of a {@link Wording} with what the dictionaries for casualty clauses know of it. */
final class Term {

  /** What stands before the first word and behind the last. */
  static final Term NOTHING = new Term("");

  private static final Lexeme.Note<Term> NOTE = Lexeme.Note.of(lexeme -> new Term(lexeme.term()));

  final String text;

  /** Its roles, a bit for each; see {@link Grammar#bit}. */
  final int roles;

  /** What it means as a word for victims, or null. */
  final VictimClasses.Noun noun;

  /** Its value as a number word, or null. */
  final Numbers.Value number;

  private final List<?>[] phrases = new List<?>[Lexicon.MOST];

  private Term(String text) {
    this.text = text;
    roles = Grammar.roles(text);
    noun = VictimClasses.noun(text);
    number = Numbers.value(text);
  }

  static Term of(Lexeme lexeme) {
    return NOTE.on(lexeme);
  }

  /** Several tokens that hyphens join. */
  static Term of(String text) {
    return new Term(text);
  }

  /** The phrases of a lexicon that begin with this word. */
  @SuppressWarnings("unchecked")
  <V> List<Lexicon.Entry<V>> phrases(Lexicon<V> lexicon) {
    List<?> known = phrases[lexicon.number()];
    if (known == null) {
      known = lexicon.beginning(text);
      phrases[lexicon.number()] = known;
    }
    return (List<Lexicon.Entry<V>>) known;
  }
}
