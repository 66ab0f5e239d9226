package org.sitrep.event;

import java.time.LocalDate;
import java.util.Set;
import org.sitrep.place.Place;

/**
 * Whether two tellings can be of one event by what, where and when alone: types that go together,
 * places at most 25 km apart (or one region, where only that is known), days that overlap or lie at
 * most two days apart.
 */
public final class SameEvent {

  /** Places so far apart are one. */
  public static final double NEAR_KM = 25;

  /** Days so far apart are of one event. */
  public static final int NEAR_DAYS = 2;

  private static final String NOWHERE = "XX";

  /** UCDP's precision from which on a place is an area. */
  private static final int AREA = 3;

  /** One outlet's shelling is the other's battle. */
  private static final Set<String> WAR =
      Set.of(
          "Battles",
          "Explosions/Remote violence",
          "Violence against civilians",
          "Strategic developments");

  private static final Set<String> CRIME = Set.of("Crime", "Violence against civilians");
  private static final Set<String> CROWD = Set.of("Protests", "Riots");

  private SameEvent() {}

  /** Whether two event types can be of one event. */
  public static boolean types(String one, String other) {
    return one.equals(other)
        || WAR.contains(one) && WAR.contains(other)
        || CRIME.contains(one) && CRIME.contains(other)
        || CROWD.contains(one) && CROWD.contains(other);
  }

  /** Whether two places are one, as exactly as both are known. */
  public static boolean places(Event one, Event other) {
    if (exact(one) && exact(other)) {
      return kilometres(one, other) <= NEAR_KM;
    }
    return one.regionCode() != null
        && !one.regionCode().equals(NOWHERE)
        && one.regionCode().equals(other.regionCode());
  }

  /** Days between two ranges, 0 where they overlap. */
  public static int gap(LocalDate start, LocalDate end, LocalDate from, LocalDate until) {
    long gap =
        Math.max(from.toEpochDay() - end.toEpochDay(), start.toEpochDay() - until.toEpochDay());
    return (int) Math.max(0, Math.min(gap, Integer.MAX_VALUE));
  }

  /** Distance of two places with coordinates, in kilometres. */
  public static double kilometres(Event one, Event other) {
    return Place.kilometres(one.latitude(), one.longitude(), other.latitude(), other.longitude());
  }

  /** Whether a place is known more exactly than a division. */
  public static boolean exact(Event event) {
    return event.latitude() != null
        && event.longitude() != null
        && event.wherePrec() != null
        && event.wherePrec() <= AREA;
  }
}
