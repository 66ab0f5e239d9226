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
    List<Corrected> corrections) {

  /** An incident of that id of which nothing is known yet. */
  public static Draft draft(String incidentId) {
    return new Draft(incidentId);
  }

  /** The incident as it is, to be changed in part. */
  public Draft draft() {
    Draft draft = new Draft(incidentId);
    draft.incidentIdsBefore = incidentIdsBefore;
    draft.title = title;
    draft.eventType = eventType;
    draft.subEventType = subEventType;
    draft.dateStart = dateStart;
    draft.dateEnd = dateEnd;
    draft.datePrec = datePrec;
    draft.dateBasis = dateBasis;
    draft.placeName = placeName;
    draft.geonameId = geonameId;
    draft.latitude = latitude;
    draft.longitude = longitude;
    draft.wherePrec = wherePrec;
    draft.countryCode = countryCode;
    draft.regionCode = regionCode;
    draft.regionName = regionName;
    draft.articleCount = articleCount;
    draft.originalCount = originalCount;
    draft.sourceCount = sourceCount;
    draft.killedLow = killedLow;
    draft.killedBest = killedBest;
    draft.killedHigh = killedHigh;
    draft.killedByClass = killedByClass;
    draft.injuredLow = injuredLow;
    draft.injuredBest = injuredBest;
    draft.injuredHigh = injuredHigh;
    draft.actor1 = actor1;
    draft.actor2 = actor2;
    draft.actors = actors;
    draft.civilianTargeting = civilianTargeting;
    draft.confidence = confidence;
    draft.figuresExplained = figuresExplained;
    draft.warning = warning;
    draft.corrections = corrections;
    return draft;
  }

  /** An incident in the making: columns that belong together are set together, by name. */
  public static final class Draft {
    private final String incidentId;
    private List<String> incidentIdsBefore = List.of();
    private String title;
    private String eventType;
    private String subEventType;
    private LocalDate dateStart;
    private LocalDate dateEnd;
    private Integer datePrec;
    private String dateBasis;
    private String placeName;
    private Long geonameId;
    private Double latitude;
    private Double longitude;
    private Integer wherePrec;
    private String countryCode;
    private String regionCode;
    private String regionName;
    private Integer articleCount;
    private Integer originalCount;
    private Integer sourceCount;
    private Integer killedLow;
    private Integer killedBest;
    private Integer killedHigh;
    private Map<String, Integer> killedByClass = Map.of();
    private Integer injuredLow;
    private Integer injuredBest;
    private Integer injuredHigh;
    private String actor1;
    private String actor2;
    private List<String> actors = List.of();
    private Boolean civilianTargeting;
    private Double confidence;
    private List<String> figuresExplained = List.of();
    private List<String> warning = List.of();
    private List<Corrected> corrections = List.of();

    private Draft(String incidentId) {
      this.incidentId = incidentId;
    }

    /** How its articles name it; null where none has a title. */
    public Draft title(String title) {
      this.title = title;
      return this;
    }

    /** The ids under which runs before knew it. */
    public Draft before(List<String> incidentIdsBefore) {
      this.incidentIdsBefore = incidentIdsBefore;
      return this;
    }

    /** What happened. */
    public Draft what(String eventType, String subEventType) {
      this.eventType = eventType;
      this.subEventType = subEventType;
      return this;
    }

    /** When it happened, and how that is known. */
    public Draft when(LocalDate dateStart, LocalDate dateEnd, Integer datePrec, String dateBasis) {
      this.dateStart = dateStart;
      this.dateEnd = dateEnd;
      this.datePrec = datePrec;
      this.dateBasis = dateBasis;
      return this;
    }

    /** Where it happened. */
    public Draft where(
        String placeName,
        Long geonameId,
        Double latitude,
        Double longitude,
        Integer wherePrec,
        String countryCode,
        String regionCode,
        String regionName) {
      this.placeName = placeName;
      this.geonameId = geonameId;
      this.latitude = latitude;
      this.longitude = longitude;
      this.wherePrec = wherePrec;
      this.countryCode = countryCode;
      this.regionCode = regionCode;
      this.regionName = regionName;
      return this;
    }

    /** How many tell it. */
    public Draft toldBy(Integer articleCount, Integer originalCount, Integer sourceCount) {
      this.articleCount = articleCount;
      this.originalCount = originalCount;
      this.sourceCount = sourceCount;
      return this;
    }

    /** The dead; null where nobody reports a figure. */
    public Draft killed(
        Integer killedLow,
        Integer killedBest,
        Integer killedHigh,
        Map<String, Integer> killedByClass) {
      this.killedLow = killedLow;
      this.killedBest = killedBest;
      this.killedHigh = killedHigh;
      this.killedByClass = killedByClass;
      return this;
    }

    /** The injured; null where nobody reports a figure. */
    public Draft injured(Integer injuredLow, Integer injuredBest, Integer injuredHigh) {
      this.injuredLow = injuredLow;
      this.injuredBest = injuredBest;
      this.injuredHigh = injuredHigh;
      return this;
    }

    /**
     * Who acts and upon whom, all who are named on a side, and whether civilians are the target.
     */
    public Draft who(String actor1, String actor2, List<String> actors, Boolean civilianTargeting) {
      this.actor1 = actor1;
      this.actor2 = actor2;
      this.actors = actors;
      this.civilianTargeting = civilianTargeting;
      return this;
    }

    /** How well it is supported, 0..1. */
    public Draft confidence(Double confidence) {
      this.confidence = confidence;
      return this;
    }

    /** The sum of its figures in words. */
    public Draft explained(List<String> figuresExplained) {
      this.figuresExplained = figuresExplained;
      return this;
    }

    /** What to mind, sorted. */
    public Draft warnings(List<String> warning) {
      this.warning = warning;
      return this;
    }

    /** What analysts made of it. */
    public Draft corrections(List<Corrected> corrections) {
      this.corrections = corrections;
      return this;
    }

    /** The incident as it stands now. */
    public Incident incident() {
      return new Incident(
          incidentId,
          incidentIdsBefore,
          title,
          eventType,
          subEventType,
          dateStart,
          dateEnd,
          datePrec,
          dateBasis,
          placeName,
          geonameId,
          latitude,
          longitude,
          wherePrec,
          countryCode,
          regionCode,
          regionName,
          articleCount,
          originalCount,
          sourceCount,
          killedLow,
          killedBest,
          killedHigh,
          killedByClass,
          injuredLow,
          injuredBest,
          injuredHigh,
          actor1,
          actor2,
          actors,
          civilianTargeting,
          confidence,
          figuresExplained,
          warning,
          corrections);
    }
  }
}
