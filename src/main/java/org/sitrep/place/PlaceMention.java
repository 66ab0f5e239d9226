package org.sitrep.place;

import org.sitrep.text.Span;

/**
 * A place name in an article, resolved.
 *
 * @param field {@code text} or {@code title}
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param surface the characters as they stand
 * @param kind {@link #TOPONYM}, {@link #DEMONYM} or {@link #DATELINE}
 * @param name the gazetteer's name
 * @param geonameId GeoNames id, null where the gazetteer has none
 * @param latitude degrees north
 * @param longitude degrees east
 * @param countryCode ISO 3166-1 alpha-2
 * @param regionCode ISO 3166-2, or {@code CC.NN}; null for a country
 * @param regionName GeoNames' English name of the first-level division; null for a country
 * @param feature {@code country}, {@code region}, {@code county}, {@code city}, {@code quarter} or
 *     {@code area}
 * @param score how sure the resolution is, 0..1
 * @param evidence what decided it, for example {@code contained in Idlib}
 */
public record PlaceMention(
    String field,
    int start,
    int end,
    String surface,
    String kind,
    String name,
    Long geonameId,
    Double latitude,
    Double longitude,
    String countryCode,
    String regionCode,
    String regionName,
    String feature,
    Double score,
    String evidence) {

  /** A place by its name. */
  public static final String TOPONYM = "toponym";

  /** A country, region or town by its people or adjective: {@code Syrian}. */
  public static final String DEMONYM = "demonym";

  /** Where the reporter sat, which need not be where the story happened. */
  public static final String DATELINE = "dateline";

  /** Another mention of the same place. */
  PlaceMention at(Span span, String surface, String kind) {
    return new PlaceMention(
        span.field(),
        span.start(),
        span.end(),
        surface,
        kind,
        name,
        geonameId,
        latitude,
        longitude,
        countryCode,
        regionCode,
        regionName,
        feature,
        score,
        Resolution.ONE_SENSE);
  }

  /** Where it stands. */
  public Span span() {
    return new Span(field, start, end);
  }
}
