package org.sitrep.text;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A form as it is written, with what dictionaries know of it: the tokens of one form share it, so
 * that a frequent word is looked up once and not at each of its places.
 */
public final class Lexeme {

  private final String form;
  private final String term;
  private final Object[] notes = new Object[Note.MOST];

  Lexeme(String form) {
    this.form = form;
    this.term = Tokens.term(form);
  }

  /** The characters as they stand. */
  public String form() {
    return form;
  }

  /** The form folded for comparison. */
  public String term() {
    return term;
  }

  /** Whether the other is the same form; what is noted on it follows from the form. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Lexeme lexeme && form.equals(lexeme.form);
  }

  @Override
  public int hashCode() {
    return form.hashCode();
  }

  @Override
  public String toString() {
    return form;
  }

  /**
   * What one dictionary knows of forms, worked out when a form is first asked for. Threads may ask
   * at once: at worst each works it out.
   *
   * @param <V> what is known; immutable, and dependent on the form alone
   */
  public static final class Note<V> {

    /** How many dictionaries there may be. */
    private static final int MOST = 6;

    private static final AtomicInteger NOTES = new AtomicInteger();

    private final int index = NOTES.getAndIncrement();
    private final Function<Lexeme, V> knowledge;

    private Note(Function<Lexeme, V> knowledge) {
      this.knowledge = knowledge;
    }

    /** A note that a dictionary keeps on every form; for static fields. */
    public static <V> Note<V> of(Function<Lexeme, V> knowledge) {
      return new Note<>(knowledge);
    }

    /** What is known of a form, never null. */
    @SuppressWarnings("unchecked")
    public V on(Lexeme lexeme) {
      Object known = lexeme.notes[index];
      if (known == null) {
        known = knowledge.apply(lexeme);
        lexeme.notes[index] = known;
      }
      return (V) known;
    }
  }
}
