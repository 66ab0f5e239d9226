package org.sitrep.cluster;

import java.util.List;
import java.util.OptionalInt;
import org.sitrep.event.SameEvent;
import org.sitrep.place.Place;

/**
 * What speaks for and against two articles telling one event, as numbers. Contradictions are
 * features like the rest, never walls.
 */
final class PairFeatures {

  /** Version of the list; raised when a feature is added or means something else. */
  static final int VERSION = 2;

  /** The features in order. */
  static final List<String> NAMES =
      List.of(
          "soft_tokens",
          "cos_tokens",
          "con_capitalised",
          "title_week",
          "published_gap",
          "same_person",
          "no_age",
          "cos_ages",
          "no_street",
          "no_block",
          "same_region",
          "con_places",
          "same_place_days",
          "same_date",
          "event_after_published",
          "cos_kinds",
          "shingles",
          "event_gap",
          "event_apart",
          "place_distance",
          "other_region",
          "other_type",
          "same_figure",
          "other_sides",
          "weak",
          "rare_title",
          "no_date");

  /** An article without any date is taken to be this far from every other. */
  private static final int UNKNOWN_GAP_DAYS = 14;

  private static final double MOST_RARITY = 1.5;
  private static final int APART_DAYS = 3;
  private static final int FEW_SHINGLES = 8;

  private PairFeatures() {}

  /** The features of two articles; the order of the two does not matter. */
  static double[] of(Profile a, Profile b) {
    OptionalInt eventGap = a.days().gap(b.days());
    int gap = gapDays(a, b, eventGap);
    double week = Math.exp(-gap * gap / 98.0);
    boolean sameRegion = a.region() != 0 && a.region() == b.region();
    boolean placed = a.whereExact() && b.whereExact();
    double km = placed ? kilometres(a, b) : 0;
    boolean precise = a.days().precision() <= 2 && b.days().precision() <= 2;
    int apart = eventGap.orElse(0);
    return new double[] {
      Math.min(MOST_RARITY, rarity(a, b, TermField.ALL)),
      vector(a, TermField.ALL).cosine(vector(b, TermField.ALL)),
      vector(a, TermField.CAPITALISED).containment(vector(b, TermField.CAPITALISED)),
      vector(a, TermField.TITLE).cosine(vector(b, TermField.TITLE)) * week,
      Math.log1p(gap) / 7,
      flag(Sets.meet(a.persons(), b.persons())),
      flag(Sets.contradict(a.ages(), b.ages())),
      vector(a, TermField.AGE).cosine(vector(b, TermField.AGE)),
      flag(Sets.contradict(a.streets(), b.streets())),
      flag(Sets.contradict(a.blocks(), b.blocks())),
      flag(sameRegion),
      vector(a, TermField.PLACE).containment(vector(b, TermField.PLACE)),
      samePlaceDays(a, b, eventGap) ? 1 : 0,
      flag(sameDate(a, b)),
      flag(eventAfter(a, b) || eventAfter(b, a)),
      vector(a, TermField.KIND).cosine(vector(b, TermField.KIND)),
      sharedShingles(a, b),
      Math.log1p(Math.max(0, apart - 1)) / 5,
      flag(precise && apart > APART_DAYS),
      Math.log1p(km) / 7,
      flag(a.region() != 0 && b.region() != 0 && !sameRegion),
      flag(a.type() != 0 && b.type() != 0 && a.type() != b.type()),
      flag(Sets.meet(a.figures(), b.figures())),
      flag(Sets.contradict(a.sides(), b.sides())),
      flag(a.weak() || b.weak()),
      rarity(a, b, TermField.TITLE),
      flag(Sets.contradict(a.daysOfYear(), b.daysOfYear()))
    };
  }

  private static double kilometres(Profile a, Profile b) {
    return Place.kilometres(a.latitude(), a.longitude(), b.latitude(), b.longitude());
  }

  /** What makes one event, but for its type: one place, at most two days apart. */
  private static boolean samePlaceDays(Profile a, Profile b, OptionalInt eventGap) {
    return eventGap.isPresent()
        && eventGap.getAsInt() <= SameEvent.NEAR_DAYS
        && a.whereExact()
        && b.whereExact()
        && (a.place() == b.place() || kilometres(a, b) <= SameEvent.NEAR_KM);
  }

  private static int gapDays(Profile a, Profile b, OptionalInt eventGap) {
    if (a.published() != EventDays.UNKNOWN && b.published() != EventDays.UNKNOWN) {
      return Math.abs(a.published() - b.published());
    }
    return eventGap.orElse(UNKNOWN_GAP_DAYS);
  }

  private static boolean sameDate(Profile a, Profile b) {
    return a.dates().length > 0 && b.dates().length > 0
        ? Sets.meet(a.dates(), b.dates())
        : Sets.meet(a.daysOfYear(), b.daysOfYear());
  }

  private static boolean eventAfter(Profile event, Profile article) {
    return event.days().isAbsolute()
        && event.days().precision() <= 2
        && article.published() != EventDays.UNKNOWN
        && event.days().start() - article.published() > 1;
  }

  private static double sharedShingles(Profile a, Profile b) {
    Shingles shingles = Shingles.of(a.shingles(), b.shingles());
    return Math.sqrt(
        Math.min(1, (double) shingles.shared() / Math.max(FEW_SHINGLES, shingles.fewer())));
  }

  /** Evidence of the rare terms that both hold: three is much. */
  private static double rarity(Profile a, Profile b, TermField field) {
    return Math.log1p(vector(a, field).sharedRarity(vector(b, field))) / 3;
  }

  private static TermVector vector(Profile profile, TermField field) {
    return profile.vector(field);
  }

  private static double flag(boolean holds) {
    return holds ? 1 : 0;
  }
}
