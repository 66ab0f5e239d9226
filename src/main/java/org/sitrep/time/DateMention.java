package org.sitrep.time;

import java.time.LocalDate;
import org.sitrep.text.Span;

/**
 * A date expression in an article.
 *
 * @param field {@code text} or {@code title}
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param surface the characters as they stand
 * @param expression its meaning without an anchor, so that it can be resolved again once the
 *     publication day is known; see {@link DateExpression}
 * @param dateStart first day, null while the anchor is unknown
 * @param dateEnd last day, null while the anchor is unknown
 * @param datePrec precision: 1 day, 2 two to six days, 3 week, 4 month, 5 year (UCDP)
 * @param role {@code news}, {@code context} (a period around the event), {@code history} or {@code
 *     future}
 * @param reason why it has that role, for example {@code anniversary}
 */
public record DateMention(
    String field,
    int start,
    int end,
    String surface,
    String expression,
    LocalDate dateStart,
    LocalDate dateEnd,
    Integer datePrec,
    String role,
    String reason) {

  /** Where it stands. */
  public Span span() {
    return new Span(field, start, end);
  }
}
