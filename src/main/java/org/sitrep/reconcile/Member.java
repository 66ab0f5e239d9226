package org.sitrep.reconcile;

import java.util.Collection;
import java.util.Set;
import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentArticle;

/**
 * An article in an incident.
 *
 * @param document what it tells
 * @param membership what the incident taught about it
 */
record Member(Document document, IncidentArticle membership) {

  /**
   * The member that an article is.
   *
   * @param document all that the article tells
   * @param passing starts of its passages that are members of other incidents
   */
  static Member of(Document document, IncidentArticle membership, Collection<Integer> passing) {
    return new Member(
        Boolean.FALSE.equals(membership.isPrimary())
            ? Passing.passage(document, membership.passageStart())
            : Passing.without(document, passing),
        membership);
  }

  /** Whether the incident is what the article is about, rather than told in a passage of it. */
  boolean primary() {
    return !Boolean.FALSE.equals(membership.isPrimary());
  }

  boolean original() {
    return membership.duplicateOf() == null;
  }

  /** The member of an incident with these articles: what copies another's tells by itself here. */
  Member among(Set<String> articles) {
    return original() || articles.contains(membership.duplicateOf())
        ? this
        : new Member(
            document,
            new IncidentArticle(
                membership.incidentId(),
                membership.articleId(),
                membership.similarity(),
                membership.isPrimary(),
                null,
                membership.publishedDate(),
                membership.publishedBasis(),
                membership.eventDate(),
                membership.eventDateEnd(),
                membership.datePrec(),
                membership.dateBasis(),
                membership.countryCode(),
                membership.regionCode(),
                membership.clusteredId(),
                membership.passageStart(),
                membership.passageEnd()));
  }
}
