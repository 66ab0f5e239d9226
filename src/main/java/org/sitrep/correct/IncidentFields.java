package org.sitrep.correct;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sitrep.event.EventType;
import org.sitrep.tables.Corrected;
import org.sitrep.tables.Incident;
import org.sitrep.time.DateRange;

/** An incident in the making: the columns that can be corrected, the others as they were. */
final class IncidentFields {

  /** The type of what tells no event. */
  static final String OTHER = "Other";

  private final Incident own;
  private String eventType;
  private String subEventType;
  private LocalDate dateStart;
  private LocalDate dateEnd;
  private Integer datePrec;
  private String dateBasis;
  private Whereabouts where;
  private Bounds killed;
  private Map<String, Integer> killedByClass;
  private Bounds injured;

  IncidentFields(Incident incident) {
    own = incident;
    eventType = incident.eventType();
    subEventType = incident.subEventType();
    dateStart = incident.dateStart();
    dateEnd = incident.dateEnd();
    datePrec = incident.datePrec();
    dateBasis = incident.dateBasis();
    where = Whereabouts.of(incident);
    killed = new Bounds(incident.killedLow(), incident.killedBest(), incident.killedHigh());
    killedByClass = incident.killedByClass();
    injured = new Bounds(incident.injuredLow(), incident.injuredBest(), incident.injuredHigh());
  }

  /** What tells no event carries no figures. */
  boolean tellsEvent() {
    return !eventType.equals(OTHER);
  }

  Whereabouts whereabouts() {
    return where;
  }

  /** Makes it none: its articles stay, it counts as no incident. */
  void drop() {
    eventType = OTHER;
    subEventType = OTHER;
    killed = Bounds.UNKNOWN;
    injured = Bounds.UNKNOWN;
    killedByClass = Map.of();
  }

  void put(EventType type) {
    if (type.eventType().equals(OTHER)) {
      drop();
    }
    eventType = type.eventType();
    subEventType = type.subEventType();
  }

  void put(DateRange days) {
    dateStart = days.start();
    dateEnd = days.end();
    datePrec = days.precision();
    dateBasis = Amendment.CORRECTED;
  }

  void put(Whereabouts whereabouts) {
    where = whereabouts;
  }

  /** Figures; by class they are unknown once their sum is another. */
  void put(Topic topic, Map<String, String> values) {
    if (topic == Topic.KILLED) {
      Bounds before = killed;
      killed = killed.overridden(topic.fields(), values);
      killedByClass = Objects.equals(before.best(), killed.best()) ? killedByClass : Map.of();
    } else {
      injured = injured.overridden(topic.fields(), values);
    }
  }

  /** The columns of a topic as text, null where unknown. */
  Map<String, String> values(Topic topic) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (topic) {
      case WHERE -> {
        values.put("country_code", where.countryCode());
        values.put("region_code", where.regionCode());
        values.put("place_name", where.placeName());
        values.put("latitude", text(where.latitude()));
        values.put("longitude", text(where.longitude()));
      }
      case WHEN -> {
        values.put("date_start", text(dateStart));
        values.put("date_end", text(dateEnd));
      }
      case WHAT -> {
        values.put("event_type", eventType);
        values.put("sub_event_type", subEventType);
      }
      case KILLED, INJURED -> {
        Bounds bounds = topic == Topic.KILLED ? killed : injured;
        values.put(topic.fields().get(1), text(bounds.low()));
        values.put(topic.fields().get(2), text(bounds.best()));
        values.put(topic.fields().get(3), text(bounds.high()));
      }
    }
    return values;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  Incident incident(List<String> steps, List<String> warnings, List<Corrected> corrections) {
    return own.draft()
        .what(eventType, subEventType)
        .when(dateStart, dateEnd, datePrec, dateBasis)
        .where(
            where.placeName(),
            where.geonameId(),
            where.latitude(),
            where.longitude(),
            where.wherePrec(),
            where.countryCode(),
            where.regionCode(),
            where.regionName())
        .killed(killed.low(), killed.best(), killed.high(), killedByClass)
        .injured(injured.low(), injured.best(), injured.high())
        .explained(steps)
        .warnings(warnings)
        .corrections(corrections)
        .incident();
  }
}
