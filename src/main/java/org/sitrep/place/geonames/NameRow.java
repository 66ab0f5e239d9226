package org.sitrep.place.geonames;

/**
 * A row of GeoNames' table of alternate names that can stand in a text.
 *
 * @param id GeoNames id of the place
 * @param language ISO 639 code, {@code abbr}, or empty where unknown
 * @param name the name
 */
public record NameRow(int id, String language, String name) {}
