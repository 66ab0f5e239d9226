package org.sitrep.reconcile;

import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentArticle;

/**
 * An article in an incident.
 *
 * @param document what it tells
 * @param membership what the incident taught about it
 */
record Member(Document document, IncidentArticle membership) {

  boolean original() {
    return membership.duplicateOf() == null;
  }
}
