package org.sitrep.correct;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.event.EventTypes;
import org.sitrep.tables.Corrected;
import org.sitrep.tables.Correction;
import org.sitrep.tables.Incident;
import org.sitrep.time.DateRange;

/** What analysts change in one incident, and the incident as it is then. */
final class Amendment implements Serializable {

  private static final long serialVersionUID = 1L;

  static final String CORRECTED = "corrected";
  private static final String DROPPED = "dropped";
  private static final Set<String> OF_FIGURES = Set.of("belligerent_only", "disputed");
  private static final Set<String> OF_DAYS = Set.of("undated", "date_conflict");

  private final EnumMap<Topic, List<Correction>> changes = new EnumMap<>(Topic.class);
  private final List<Corrected> told = new ArrayList<>();
  private Correction drop;

  static Corrected told(Correction row, String field, String before, String after) {
    return new Corrected(
        row.line(), row.action(), row.articleId(), field, before, after, row.note(), row.author());
  }

  /** Adds what was done to the incident's members. */
  void tell(Corrected what) {
    told.add(what);
  }

  /** Says that the incident is none; false where a line said so before. */
  boolean drop(Correction row) {
    if (drop != null) {
      return false;
    }
    drop = row;
    return true;
  }

  /** The line that drops the incident; null where none does. */
  Integer droppedBy() {
    return drop == null ? null : drop.line();
  }

  void change(Topic topic, List<Correction> lines) {
    changes.put(topic, new ArrayList<>(lines));
  }

  /** Country and region to which the incident is moved; null where it stays in its region. */
  Whereabouts region() {
    Map<String, String> values = values(Topic.WHERE);
    return values.containsKey("region_code") || values.containsKey("country_code")
        ? Whereabouts.NOWHERE.moved(values)
        : null;
  }

  /** The days to which the incident is moved; null where nobody does. */
  DateRange days() {
    if (!changes.containsKey(Topic.WHEN)) {
      return null;
    }
    Map<String, String> values = values(Topic.WHEN);
    LocalDate start = LocalDate.parse(values.get("date_start"));
    String end = values.get("date_end");
    return DateRange.between(start, end == null ? start : LocalDate.parse(end));
  }

  private Map<String, String> values(Topic topic) {
    Map<String, String> values = new HashMap<>();
    changes.getOrDefault(topic, List.of()).forEach(row -> values.put(row.field(), row.value()));
    return values;
  }

  /** The incident as corrected, with what was corrected. */
  Incident applied(Incident incident) {
    IncidentFields fields = new IncidentFields(incident);
    List<Corrected> all = new ArrayList<>(told);
    TreeSet<String> warnings = new TreeSet<>(incident.warning());
    List<String> steps = new ArrayList<>(incident.figuresExplained());
    warnings.add(CORRECTED);
    if (drop != null) {
      all.add(told(drop, "event_type", incident.eventType(), IncidentFields.OTHER));
      fields.drop();
      steps.clear();
      warnings.removeAll(OF_FIGURES);
      warnings.add(DROPPED);
    }
    changes.forEach(
        (topic, lines) -> {
          Map<String, String> before = fields.values(topic);
          change(fields, topic, warnings);
          Map<String, String> after = fields.values(topic);
          all.addAll(changed(lines, before, after));
          if (topic.isFigure() && fields.tellsEvent()) {
            steps.add(step(topic, lines.get(0), before, after));
          }
        });
    all.sort(Comparator.comparingInt(Corrected::line));
    return fields.incident(steps, List.copyOf(warnings), List.copyOf(all));
  }

  private void change(IncidentFields fields, Topic topic, TreeSet<String> warnings) {
    Map<String, String> values = values(topic);
    switch (topic) {
      case WHERE -> {
        fields.put(fields.whereabouts().moved(values));
        if (fields.whereabouts().inRegion()) {
          warnings.remove("unplaced");
        } else {
          warnings.add("unplaced");
        }
      }
      case WHEN -> {
        fields.put(days());
        warnings.removeAll(OF_DAYS);
      }
      case WHAT -> fields.put(EventTypes.bySubType(values.get("sub_event_type")));
      case KILLED, INJURED -> {
        if (fields.tellsEvent()) {
          fields.put(topic, values);
          if (topic == Topic.KILLED) {
            warnings.removeAll(OF_FIGURES);
          }
        }
      }
    }
  }

  /** What a line names, and what had to follow it. */
  private static List<Corrected> changed(
      List<Correction> lines, Map<String, String> before, Map<String, String> after) {
    List<Corrected> changed = new ArrayList<>();
    after.forEach(
        (field, value) -> {
          Correction line =
              lines.stream().filter(row -> row.field().equals(field)).findFirst().orElse(null);
          if (line != null || !Objects.equals(before.get(field), value)) {
            changed.add(told(line == null ? lines.get(0) : line, field, before.get(field), value));
          }
        });
    return changed;
  }

  private static String step(
      Topic topic, Correction line, Map<String, String> before, Map<String, String> after) {
    return topic.fields().get(0)
        + ": corrected from "
        + figures(before)
        + " to "
        + figures(after)
        + (line.author() == null ? "" : " by " + line.author())
        + (line.note() == null ? "" : " (" + line.note() + ")");
  }

  private static String figures(Map<String, String> values) {
    return values.containsValue(null)
        ? "no report"
        : values.values().stream().distinct().count() == 1
            ? values.values().iterator().next()
            : String.join(" / ", values.values());
  }
}
