package org.sitrep.tables;

import java.util.List;

/**
 * A row of {@code sources}: what an outlet repeats and where its home is. Columns are explained in
 * the table's declaration.
 */
public record SourceStatistics(
    String source,
    Long articles,
    List<Long> repeatedLines,
    String homeCountry,
    String homeRegion) {}
