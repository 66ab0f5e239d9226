package org.sitrep.text;

import java.util.List;

/**
 * The words by which two articles can be recognised as telling one event; each list holds distinct
 * entries, sorted.
 *
 * @param titleTerms terms of the headline without its site suffix and without stop words
 * @param capitalised capitalised words inside sentences, lower-cased
 * @param capitalisedBigrams two capitalised words in a row, lower-cased
 * @param persons first and last word of what looks like a person's name, without officials
 * @param ages ages of persons, for example {@code 27}, {@code 3} or {@code 18m} (months)
 * @param agesWithGender ages with the gender of the noun behind them, for example {@code 27f}
 * @param streets names of streets, without their type word
 * @param blocks street blocks, for example {@code 1600 plymouth}
 * @param kinds words for the kind of incident (weapon, relation, setting)
 * @param shingles hashes of runs of four terms; a sample where the text is long
 */
public record Clues(
    List<String> titleTerms,
    List<String> capitalised,
    List<String> capitalisedBigrams,
    List<String> persons,
    List<String> ages,
    List<String> agesWithGender,
    List<String> streets,
    List<String> blocks,
    List<String> kinds,
    List<Integer> shingles) {}
