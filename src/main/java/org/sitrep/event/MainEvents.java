package org.sitrep.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.place.HomeRegion;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.time.DateMention;
import org.sitrep.time.PublicationDate;

/** Puts together the main event of an article: what, where, when and who. */
public final class MainEvents {

  /** Sentences of the body in which a date may be the main event's. */
  private static final int LEAD = 4;

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
    EventTypes.Typed typed = EventTypes.classify(reading, actors);
    MainPlaces.Chosen where =
        MainPlaces.choose(new MainPlaces.Question(reading, typed, places, dates, dateline, home));
    When when = when(reading, typed, dates, published);
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
        when.start,
        when.end,
        when.precision,
        when.basis,
        when.startExpression,
        when.endExpression,
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

  private record When(
      LocalDate start,
      LocalDate end,
      Integer precision,
      String basis,
      String startExpression,
      String endExpression) {}

  private static When when(
      Reading reading, EventTypes.Typed typed, List<DateMention> dates, PublicationDate published) {
    DateMention said = null;
    List<Sentence> sentences = new ArrayList<>();
    if (typed.evidence() != null) {
      sentences.add(typed.evidence());
    }
    reading.sentences().stream().limit(LEAD).forEach(sentences::add);
    for (Sentence sentence : sentences) {
      for (DateMention date : dates) {
        if (said == null && "news".equals(date.role()) && sentence.span().contains(date.span())) {
          said = date;
        }
      }
    }
    if (said != null) {
      return new When(
          said.dateStart(),
          said.dateEnd(),
          said.datePrec(),
          "expression",
          said.expression(),
          said.expression());
    }
    if (published != null && published.expression() != null) {
      LocalDate day = published.date();
      return new When(
          day,
          day,
          day == null ? null : 1,
          "published",
          published.expression(),
          published.expression());
    }
    return new When(null, null, null, "none", null, null);
  }

  private static boolean civilians(EventType type, Parties parties) {
    return switch (type.eventType()) {
      case "Violence against civilians" -> true;
      case "Crime", "Accident", "Natural disaster", "Diplomacy", "Other" -> false;
      default ->
          type.subEventType().equals("Excessive force against protesters")
              || parties.civiliansHit();
    };
  }
}
