package org.sitrep.place;

/**
 * An entry of the gazetteer.
 *
 * @param geonameId GeoNames id, null where unknown
 * @param name the gazetteer's name, for divisions and countries GeoNames' English one
 * @param feature {@code country}, {@code region}, {@code county}, {@code city}, {@code quarter} or
 *     {@code area}
 * @param countryCode ISO 3166-1 alpha-2, {@code XX} for an area in several countries
 * @param regionCode ISO 3166-2, or GeoNames' {@code CC.NN}; null for a country or an area in
 *     several divisions
 * @param regionName GeoNames' English name of that division, null where there is none
 * @param population inhabitants, 0 where unknown
 * @param seat {@code 2} for the capital of a country, {@code 1} for that of a first-level division,
 *     else 0
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Place(
    Long geonameId,
    String name,
    String feature,
    String countryCode,
    String regionCode,
    String regionName,
    int population,
    int seat,
    double latitude,
    double longitude) {

  static final String COUNTRY = "country";
  static final String REGION = "region";
  static final String COUNTY = "county";
  static final String CITY = "city";
  static final String QUARTER = "quarter";
  static final String AREA = "area";

  private static final double EARTH_DIAMETER_KM = 12742;

  boolean is(String kind) {
    return feature.equals(kind);
  }

  /** The district as an area under a name without its type word. */
  Place asArea(String bareName) {
    return new Place(
        null,
        bareName,
        AREA,
        countryCode,
        regionCode,
        regionName,
        population,
        0,
        latitude,
        longitude);
  }

  /** Great-circle distance to another place, in kilometres. */
  public double kilometresTo(Place other) {
    return kilometres(latitude, longitude, other.latitude, other.longitude);
  }

  /** Great-circle distance of two points in degrees, in kilometres (haversine). */
  public static double kilometres(double lat1, double lon1, double lat2, double lon2) {
    double a = Math.toRadians(lat1);
    double b = Math.toRadians(lat2);
    double h =
        Math.pow(Math.sin((b - a) / 2), 2)
            + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(Math.toRadians(lon2 - lon1) / 2), 2);
    return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
