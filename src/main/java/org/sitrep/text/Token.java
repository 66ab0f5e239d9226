package org.sitrep.text;

/**
 * A word or number of a sentence, by Unicode word boundaries (UAX #29).
 *
 * @param start offset into the field (title or text), UTF-16 code units
 * @param end offset after the token
 * @param form the characters as they stand
 * @param term the form folded for comparison: lower case, typographic apostrophes straightened,
 *     possessive 's cut
 */
public record Token(int start, int end, String form, String term) {}
