package org.sitrep.place;

/**
 * The region that an outlet writes about most.
 *
 * @param countryCode ISO 3166-1 alpha-2
 * @param regionCode ISO 3166-2, or {@code CC.NN}; may be null
 */
public record HomeRegion(String countryCode, String regionCode) {}
