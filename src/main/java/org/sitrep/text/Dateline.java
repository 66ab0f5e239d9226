package org.sitrep.text;

/**
 * The place and day before an agency story: where the reporter sat, and when.
 *
 * @param span the whole dateline with its dash
 * @param place the place as written, for example {@code BEIRUT}
 * @param date the day as written, for example {@code April 25}; empty when there is none
 */
public record Dateline(Span span, String place, String date) {}
