package org.sitrep.evaluate;

/**
 * A row of {@code region_weeks}; null figures count as 0.
 *
 * @param regionCode ISO 3166-2, or GeoNames' code with a dot
 * @param isoWeekId for example {@code 2015-W17}; null where undated
 * @param incidents incidents that start in the week
 * @param killed {@code killed_best}
 * @param injured {@code injured_best}
 */
public record RegionWeek(
    String regionCode, String isoWeekId, Long incidents, Long killed, Long injured) {}
