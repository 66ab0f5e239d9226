package org.sitrep.event;

import java.time.LocalDate;

/**
 * The main event of an article: what happened, where and when.
 *
 * @param eventType ACLED's event type, or {@code Crime}, {@code Accident}, {@code Natural
 *     disaster}, {@code Diplomacy}, {@code Other}
 * @param subEventType ACLED's sub-event type, or the type again where it has none
 * @param civilianTargeting whether civilians were the main target
 * @param score how sure the type is, 0..1
 * @param field field of the sentence that tells it
 * @param start start of that sentence
 * @param end end of that sentence
 * @param dateStart first day of the event; null where unknown
 * @param dateEnd last day of the event; null where unknown
 * @param datePrec precision, 1..5 (UCDP); null where unknown
 * @param dateBasis {@code expression} (said in the text), {@code published} (no expression: the
 *     publication day) or {@code none}
 * @param startExpression the date expression of the first day, to be resolved again when the
 *     publication day is learned; may be null
 * @param endExpression the date expression of the last day; may be null
 * @param placeName name of the main place; null where unplaced
 * @param geonameId GeoNames id
 * @param latitude degrees north
 * @param longitude degrees east
 * @param wherePrec 1 exact place, 2 near it, 3 second-level division, 4 first-level division, 5
 *     area or line, 6 country, 7 none (UCDP)
 * @param countryCode ISO 3166-1 alpha-2, {@code XX} where unknown
 * @param regionCode ISO 3166-2, {@code XX} where unknown
 * @param regionName GeoNames' English name of the division
 * @param actor1 who acts
 * @param actor2 who is acted upon
 */
public record Event(
    String eventType,
    String subEventType,
    Boolean civilianTargeting,
    Double score,
    String field,
    int start,
    int end,
    LocalDate dateStart,
    LocalDate dateEnd,
    Integer datePrec,
    String dateBasis,
    String startExpression,
    String endExpression,
    String placeName,
    Long geonameId,
    Double latitude,
    Double longitude,
    Integer wherePrec,
    String countryCode,
    String regionCode,
    String regionName,
    String actor1,
    String actor2) {}
