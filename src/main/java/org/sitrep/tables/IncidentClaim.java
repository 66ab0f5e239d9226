package org.sitrep.tables;

import java.time.LocalDate;

/**
 * A row of {@code claims}: one figure in one sentence, with what became of it. Columns are
 * explained in the table's declaration.
 */
public record IncidentClaim(
    String incidentId,
    String articleId,
    String field,
    int start,
    int end,
    int figureStart,
    int figureEnd,
    String effect,
    int numberLow,
    int numberHigh,
    String modality,
    String victimClass,
    String victimText,
    String claimant,
    String claimantSide,
    LocalDate claimDate,
    String status,
    String reason) {}
