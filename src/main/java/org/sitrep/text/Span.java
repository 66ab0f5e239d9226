package org.sitrep.text;

/**
 * A stretch of an article's text or title.
 *
 * @param field {@code text} or {@code title}
 * @param start offset of the first UTF-16 code unit
 * @param end offset after the last UTF-16 code unit
 */
public record Span(String field, int start, int end) {

  /** The field that holds an article's body. */
  public static final String TEXT = "text";

  /** The field that holds an article's headline. */
  public static final String TITLE = "title";

  /** Checks that the offsets are in order. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("bad span " + field + " " + start + ".." + end);
    }
  }

  /** Whether the other span lies inside this one, in the same field. */
  public boolean contains(Span other) {
    return field.equals(other.field) && start <= other.start && other.end <= end;
  }

  /** Whether the two spans share a code unit of the same field. */
  public boolean overlaps(Span other) {
    return field.equals(other.field) && start < other.end && other.start < end;
  }
}
