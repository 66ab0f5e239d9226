package org.sitrep.tables;

import java.io.Serializable;

/**
 * A row of {@code corrections}: one line that an analyst wrote. Columns are explained in the
 * table's declaration.
 */
public record Correction(
    int line,
    String action,
    String articleId,
    String field,
    String value,
    String note,
    String author,
    String status,
    String reason,
    String incidentId)
    implements Serializable {

  /** The same line with what became of it. */
  public Correction became(String newStatus, String newReason, String newIncidentId) {
    return new Correction(
        line, action, articleId, field, value, note, author, newStatus, newReason, newIncidentId);
  }
}
