package org.sitrep.correct;

import org.sitrep.tables.Correction;
import org.sitrep.tables.IncidentId;

/**
 * What articles that leave their incident together have in common: the label of their lines, else
 * the article alone.
 *
 * @param value the label; null where there is none
 * @param articleId the article where there is no label; else null
 */
record Label(String value, String articleId) {

  Label(Correction split) {
    this(split.value(), split.value() == null ? split.articleId() : null);
  }

  /** The id of the incident that they make: the same in every run, whoever is there already. */
  String incidentId() {
    return IncidentId.of(value == null ? "split\n" + articleId : "split together\n" + value);
  }
}
