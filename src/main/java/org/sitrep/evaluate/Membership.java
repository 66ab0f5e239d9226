package org.sitrep.evaluate;

/**
 * A row of {@code incident_articles}.
 *
 * @param articleId the article
 * @param incidentId an incident that it tells
 * @param similarity how well it fits there, 0 to 1; null counts as 0
 * @param primary whether this is the incident that the article is mainly about
 */
public record Membership(String articleId, String incidentId, Double similarity, boolean primary) {}
