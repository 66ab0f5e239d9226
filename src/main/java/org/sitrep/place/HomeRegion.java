package org.sitrep.place;

/**
 * The region that an outlet writes for, learned by {@link Homes}.
 *
 * @param countryCode ISO 3166-1 alpha-2
 * @param regionCode ISO 3166-2 or {@code CC.NN}; null where only the country is clear
 */
public record HomeRegion(String countryCode, String regionCode) {}
