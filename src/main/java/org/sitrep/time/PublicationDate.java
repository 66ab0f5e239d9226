package org.sitrep.time;

import java.time.LocalDate;

/**
 * When an article was published, and how that is known.
 *
 * @param date the calendar day as the source wrote it; null where unknown
 * @param basis {@code metadata}, {@code byline}, {@code dateline} or {@code none}
 * @param expression what is known when the day is not, in the notation of {@link DateExpression},
 *     for example {@code XXXX-04-25}; else the ISO day; null where nothing is known
 */
public record PublicationDate(LocalDate date, String basis, String expression) {}
