package org.sitrep.event;

import java.util.List;
import org.sitrep.place.HomeRegion;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Reading;
import org.sitrep.text.Span;
import org.sitrep.time.DateMention;
import org.sitrep.time.DateRange;
import org.sitrep.time.EventDates;
import org.sitrep.time.PublicationDate;

/** Puts together the main event of an article: what, where, when and who. */
public final class MainEvents {

  private static final PublicationDate UNPUBLISHED = new PublicationDate(null, "none", null);

  private MainEvents() {}

  /**
   * The main event of an article.
   *
   * @param places the places of the story, without the dateline
   * @param dates date expressions, resolved where the publication day is known
   * @param published when the article was published
   * @param actors the actors, from {@link Actors#find}
   * @param dateline where the reporter sat; may be null
   * @param home the region that the outlet writes about most; may be null
   */
  public static Event choose(
      Reading reading,
      List<PlaceMention> places,
      List<DateMention> dates,
      PublicationDate published,
      List<ActorMention> actors,
      PlaceMention dateline,
      HomeRegion home) {
    EventTypes.Typed typed =
        EventTypes.classify(
            reading, actors, places, dates, published == null ? null : published.date());
    MainPlaces.Chosen where =
        MainPlaces.choose(new MainPlaces.Question(reading, typed, places, dates, dateline, home));
    EventDates.EventDate when =
        EventDates.of(reading, dates, published == null ? UNPUBLISHED : published);
    DateRange days = when.range();
    List<ActorMention> sided = Actors.sides(actors, where.countryCode());
    Parties parties = Parties.of(reading, typed, sided);
    Span evidence = typed.evidence() == null ? new Span(Span.TEXT, 0, 0) : typed.evidence().span();
    PlaceMention place = where.mention();
    return new Event(
        typed.type().eventType(),
        typed.type().subEventType(),
        civilians(typed.type(), parties),
        typed.score(),
        evidence.field(),
        evidence.start(),
        evidence.end(),
        days == null ? null : days.start(),
        days == null ? null : days.end(),
        days == null ? null : days.precision(),
        when.basis(),
        when.startExpression(),
        when.endExpression(),
        place == null ? null : place.name(),
        place == null ? null : place.geonameId(),
        place == null ? null : place.latitude(),
        place == null ? null : place.longitude(),
        where.precision(),
        where.countryCode(),
        where.regionCode(),
        where.regionName(),
        parties.actor1(),
        parties.actor2());
  }

  /** Whether civilians are the target of an event of that type. */
  static boolean civilians(EventType type, Parties parties) {
    return switch (type.eventType()) {
      case "Violence against civilians" -> true;
      case "Crime", "Accident", "Natural disaster", "Diplomacy", "Other" -> false;
      default ->
          type.subEventType().equals("Excessive force against protesters")
              || parties.civiliansHit();
    };
  }
}
