package org.sitrep.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code incidents}: one real-world event. Columns are explained in the table's
 * declaration.
 */
public record Incident(
    String incidentId,
    List<String> incidentIdsBefore,
    String title,
    String eventType,
    String subEventType,
    LocalDate dateStart,
    LocalDate dateEnd,
    Integer datePrec,
    String dateBasis,
    String placeName,
    Long geonameId,
    Double latitude,
    Double longitude,
    Integer wherePrec,
    String countryCode,
    String regionCode,
    String regionName,
    Integer articleCount,
    Integer originalCount,
    Integer sourceCount,
    Integer killedLow,
    Integer killedBest,
    Integer killedHigh,
    Map<String, Integer> killedByClass,
    Integer injuredLow,
    Integer injuredBest,
    Integer injuredHigh,
    String actor1,
    String actor2,
    List<String> actors,
    Boolean civilianTargeting,
    Double confidence,
    List<String> figuresExplained,
    List<String> warning,
    List<Corrected> corrections) {}
