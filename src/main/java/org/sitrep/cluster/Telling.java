package org.sitrep.cluster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.event.Event;
import org.sitrep.event.SameEvent;

/**
 * What an incident or a passage tells of one event: of which type, where and when, as far as known.
 *
 * @param event type and place
 * @param start first day; null where unknown
 * @param end last day; null where unknown
 */
record Telling(Event event, LocalDate start, LocalDate end) {

  /** Days that share a block. */
  private static final int SLAB_DAYS = 4;

  /** Longer events are found by so many of their first days. */
  private static final int LONGEST_DAYS = 60;

  /** Degrees of a cell; 25 km are less than one cell up to 63 degrees north. */
  private static final double CELL_DEGREES = 0.5;

  /** A telling of a type, at a place, on days; all but type and region may be null. */
  static Telling of(
      String type,
      String subType,
      String region,
      Double latitude,
      Double longitude,
      Integer wherePrec,
      LocalDate start,
      LocalDate end) {
    Event event =
        new Event(
            type, subType, null, null, null, 0, 0, null, null, null, null, null, null, null, null,
            latitude, longitude, wherePrec, null, region, null, null, null);
    return new Telling(event, start, end == null ? start : end);
  }

  /**
   * Whether both are taken for one event: on one day, or of one sub-type; where only a region is
   * known of either, on one day and of one type, since a war has many events in a region.
   */
  boolean matches(Telling other) {
    if (start == null
        || other.start == null
        || gap(other) > SameEvent.NEAR_DAYS
        || !SameEvent.types(event.eventType(), other.event.eventType())
        || !SameEvent.places(event, other.event)) {
      return false;
    }
    if (SameEvent.exact(event) && SameEvent.exact(other.event)) {
      return gap(other) == 0 || event.subEventType().equals(other.event.subEventType());
    }
    return gap(other) == 0 && event.eventType().equals(other.event.eventType());
  }

  int gap(Telling other) {
    return SameEvent.gap(start, end, other.start, other.end);
  }

  /** Kilometres between two exact places; 0 where either is an area. */
  double kilometres(Telling other) {
    return SameEvent.exact(event) && SameEvent.exact(other.event)
        ? SameEvent.kilometres(event, other.event)
        : 0;
  }

  /** The blocks of an incident; a matching passage looks into at least one of them. */
  List<String> blocks() {
    List<String> places = new ArrayList<>();
    places.add("r" + event.regionCode());
    if (SameEvent.exact(event)) {
      places.add(cell(0, 0));
    } else {
      places.add("a" + event.regionCode());
    }
    return withSlabs(places, 0);
  }

  /** The blocks in which a passage looks for incidents. */
  List<String> lookups() {
    List<String> places = new ArrayList<>();
    if (!SameEvent.exact(event)) {
      places.add("r" + event.regionCode());
      return withSlabs(places, SameEvent.NEAR_DAYS);
    }
    places.add("a" + event.regionCode());
    for (int north = -1; north <= 1; north++) {
      for (int east = -1; east <= 1; east++) {
        places.add(cell(north, east));
      }
    }
    return withSlabs(places, SameEvent.NEAR_DAYS);
  }

  private String cell(int north, int east) {
    int columns = (int) (360 / CELL_DEGREES);
    int row = (int) Math.floor(event.latitude() / CELL_DEGREES) + north;
    int column = (int) Math.floor(event.longitude() / CELL_DEGREES) + east;
    return "c" + row + "," + Math.floorMod(column, columns);
  }

  private List<String> withSlabs(List<String> places, int margin) {
    List<String> blocks = new ArrayList<>();
    if (start == null) {
      return blocks;
    }
    long from = start.toEpochDay() - margin;
    long until = Math.min(end.toEpochDay(), start.toEpochDay() + LONGEST_DAYS) + margin;
    for (long slab = Math.floorDiv(from, SLAB_DAYS);
        slab <= Math.floorDiv(until, SLAB_DAYS);
        slab++) {
      for (String place : places) {
        blocks.add(place + "/" + slab);
      }
    }
    return blocks;
  }
}
