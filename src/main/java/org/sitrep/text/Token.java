package org.sitrep.text;

/**
 * A word or number of a sentence, by Unicode word boundaries (UAX #29).
 *
 * @param start offset into the field (title or text), UTF-16 code units
 * @param end offset after the token
 * @param lexeme its form
 */
public record Token(int start, int end, Lexeme lexeme) {

  /** The characters as they stand. */
  public String form() {
    return lexeme.form();
  }

  /**
   * The form folded for comparison: lower case, typographic apostrophes straightened, possessive 's
   * cut.
   */
  public String term() {
    return lexeme.term();
  }
}
