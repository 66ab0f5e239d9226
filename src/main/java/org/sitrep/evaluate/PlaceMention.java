package org.sitrep.evaluate;

/**
 * A row of {@code places}: a place named in a text; null is unknown.
 *
 * @param articleId the article
 * @param start first character, UTF-16 code units of the text
 * @param end behind its last character
 * @param name gazetteer name
 * @param geonameId GeoNames id
 * @param latitude degrees north
 * @param longitude degrees east
 * @param regionName English name of the first-level division
 */
public record PlaceMention(
    String articleId,
    long start,
    long end,
    String name,
    Long geonameId,
    Double latitude,
    Double longitude,
    String regionName) {}
