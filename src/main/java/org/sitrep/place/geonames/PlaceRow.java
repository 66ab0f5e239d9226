package org.sitrep.place.geonames;

/**
 * A row of GeoNames' main table, as far as it is used.
 *
 * @param id GeoNames id
 * @param name its name
 * @param asciiName its name in ASCII
 * @param otherNames the comma-separated column of names in all languages
 * @param latitude degrees north
 * @param longitude degrees east
 * @param kind what the feature code stands for
 * @param countryCode ISO 3166-1
 * @param admin1 code of the first-level division, may be empty
 * @param admin2 code of the second level, may be empty
 * @param population inhabitants, 0 where unknown
 */
public record PlaceRow(
    int id,
    String name,
    String asciiName,
    String otherNames,
    double latitude,
    double longitude,
    FeatureCodes.Kind kind,
    String countryCode,
    String admin1,
    String admin2,
    int population) {}
