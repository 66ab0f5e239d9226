package org.sitrep.tables;

import java.time.LocalDate;

/**
 * A row of {@code incident_articles}: one article's membership in one incident. Columns are
 * explained in the table's declaration.
 */
public record IncidentArticle(
    String incidentId,
    String articleId,
    Double similarity,
    Boolean isPrimary,
    String duplicateOf,
    LocalDate publishedDate,
    String publishedBasis,
    LocalDate eventDate,
    LocalDate eventDateEnd,
    Integer datePrec,
    String dateBasis,
    String countryCode,
    String regionCode,
    String clusteredId,
    Integer passageStart,
    Integer passageEnd) {}
