package org.sitrep.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.place.Place;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Line;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.time.DateExpression;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;

/**
 * Finds the passages of an article that tell another event than its main one.
 *
 * <p>A passage begins with a sentence of prose behind the opening that tells a deed by itself, at a
 * place of its own (away from the main event's) and on a day of its own: a day told as news, or
 * none, where the sentence turns to a side event ("Meanwhile, ..."): then that of publication. A
 * sentence that tells a written day long gone recalls an earlier event, of the main event's place
 * or another. What follows without leaving the place belongs to it. History without a day, plans
 * and conditions, sentences that tell of several distant places or of the main event's place too,
 * make no passage; rather none than a wrong one.
 */
public final class Passages {

  /** The weight of rules from which on a sentence tells a deed by itself. */
  private static final double TOLD = 5;

  /** A name of which the gazetteer is less sure than this may be another place of that name. */
  private static final double SURE = 0.9;

  /** UCDP's precision of what is no larger than a county. */
  private static final int TOWN = 3;

  /** Sentences that may follow the telling one. */
  private static final int REACH = 3;

  /** Letters of a title. */
  private static final int TITLE = 140;

  /** A region and a town in it, or two towns of one front, are one whereabouts. */
  private static final double WHEREABOUTS_KM = 100;

  private static final Set<String> VIOLENCE =
      Set.of("Battles", "Explosions/Remote violence", "Violence against civilians");

  private static final Set<String> CROWDS = Set.of("Protests", "Riots");

  /** What is told as another event only with its victims. */
  private static final Set<String> MISFORTUNE = Set.of("Crime", "Accident", "Natural disaster");

  private static final Set<String> TERRITORY =
      Set.of("Non-violent transfer of territory", "Looting/property destruction");

  /** Words that leave open whether it happened. */
  private static final Set<String> OPEN =
      Set.of("would", "could", "might", "may", "if", "unless", "should", "hypothetical", "whether");

  private static final Set<String> HERE =
      Set.of(
          "region",
          "area",
          "town",
          "city",
          "village",
          "district",
          "province",
          "governorate",
          "neighborhood",
          "neighbourhood",
          "front",
          "attack",
          "incident");

  private final List<Sentence> sentences;
  private final EventTypes.Alone alone;
  private final Reading reading;
  private final BySentence<PlaceMention> places;
  private final BySentence<DateMention> dates;
  private final PublicationDate published;
  private final List<ActorMention> actors;
  private final List<Claim> claims;
  private final Event main;

  private Passages(
      Reading reading,
      List<PlaceMention> places,
      List<DateMention> dates,
      PublicationDate published,
      List<ActorMention> actors,
      List<Claim> claims,
      Event main) {
    this.reading = reading;
    this.alone = EventTypes.alone(reading, actors, places, dates, published.date());
    this.sentences = alone.sentences();
    this.places = BySentence.places(reading, places);
    this.dates = BySentence.dates(reading, dates);
    this.published = published;
    this.actors = actors;
    this.claims = claims;
    this.main = main;
  }

  /**
   * The passages of an article, in text order; each tells an event that no other of them tells.
   *
   * @param places the places of the story, without the dateline
   * @param dates date expressions, resolved where the publication day is known
   * @param published when the article was published
   * @param actors the actors, from {@link Actors#find}
   * @param claims the claims, from {@link Claims#scoped}
   * @param main the main event
   */
  public static List<Passage> find(
      Reading reading,
      List<PlaceMention> places,
      List<DateMention> dates,
      PublicationDate published,
      List<ActorMention> actors,
      List<Claim> claims,
      Event main) {
    boolean placed = main.countryCode() != null && !main.countryCode().equals("XX");
    if (!placed || places.isEmpty()) {
      return List.of();
    }
    return new Passages(reading, places, dates, published, actors, claims, main).find();
  }

  private List<Passage> find() {
    List<Passage> found = new ArrayList<>();
    int from = 0;
    // The headline and the first sentence tell the main event.
    while (from < sentences.size() && !prose(from)) {
      from++;
    }
    for (int i = from + 1; i < sentences.size(); i++) {
      Passage passage = prose(i) && !tellsMain(i) ? at(i) : null;
      if (passage != null) {
        add(found, passage);
        while (i + 1 < sentences.size() && sentences.get(i + 1).span().end() <= passage.end()) {
          i++;
        }
      }
    }
    return withClaims(found);
  }

  private boolean prose(int index) {
    Sentence sentence = sentences.get(index);
    return !sentence.isTitle() && sentence.kind() == Line.Kind.PROSE;
  }

  private boolean tellsMain(int index) {
    return main.start() == sentences.get(index).span().start() && !Span.TITLE.equals(main.field());
  }

  /** The passage that begins with a sentence, or null. */
  private Passage at(int index) {
    Sentence sentence = sentences.get(index);
    List<PlaceMention> named = places.in(sentence);
    if (named.isEmpty()) {
      return null;
    }
    Words words = Words.of(sentence);
    PlaceCues cues = PlaceCues.of(words);
    Day own = day(dates.in(sentence), false);
    if (own == Day.NEVER) {
      return null;
    }
    PlaceMention place = place(words, cues, named, own != null && own.retold);
    if (place == null) {
      return null;
    }
    EventTypes.Typed typed = alone.type(index);
    if (typed == null || typed.score() < TOLD || !tells(typed.type(), sentence, place)) {
      return null;
    }
    // Where nobody fights, a strange place is more often another of its name than another event.
    boolean strange = alone.isPeace() && !cues.side() && !(own != null && own.retold);
    if (strange || open(words)) {
      return null;
    }
    int last = last(index, place);
    for (int k = index + 1; k <= last && own == null; k++) {
      Day later = day(dates.in(sentences.get(k)), true);
      own = later == Day.NEVER || later != null && later.retold ? null : later;
    }
    if (own == null && !cues.elsewhere() || own != null && own.retold && mainly(own, place)) {
      return null;
    }
    Span span = new Span(Span.TEXT, sentences.get(first(index, place)).span().start(), end(last));
    return passage(sentence, span, typed, place, own);
  }

  /** Whether the past that a sentence tells is the main event's own. */
  private boolean mainly(Day past, PlaceMention place) {
    LocalDate start = past.mention.dateStart();
    boolean same =
        start == null || main.dateStart() == null
            ? past.mention.expression().equals(main.startExpression())
            : SameEvent.gap(start, past.mention.dateEnd(), main.dateStart(), end(main))
                <= SameEvent.NEAR_DAYS;
    return same && (alone.isPeace() || !away(place));
  }

  private int end(int index) {
    return sentences.get(index).span().end();
  }

  /** The cross-heading above a telling sentence, where it names the same place, else itself. */
  private int first(int index, PlaceMention place) {
    Sentence above = sentences.get(index - 1);
    boolean heading = above.kind() == Line.Kind.HEADING && !above.isTitle();
    boolean same =
        places.in(above).stream().anyMatch(other -> located(other) && near(other, place));
    return heading && same ? index - 1 : index;
  }

  /** The last sentence of the passage that begins with one. */
  private int last(int index, PlaceMention place) {
    int last = index;
    while (last + 1 < sentences.size() && last < index + REACH && prose(last + 1)) {
      Sentence next = sentences.get(last + 1);
      Words words = Words.of(next);
      if (PlaceCues.of(words).elsewhere()) {
        return last;
      }
      boolean here = next.paragraph() == sentences.get(last).paragraph() || refers(words);
      for (PlaceMention other : places.in(next)) {
        if (located(other)) {
          if (!near(other, place)) {
            return last;
          }
          here = true;
        }
      }
      if (!here) {
        return last;
      }
      last++;
    }
    return last;
  }

  /** Whether a sentence speaks of a place told before: "there", "in that rugged region". */
  private static boolean refers(Words words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.at(i);
      if (word.equals("there") && i > 1) {
        return true;
      }
      boolean points = word.equals("that") || word.equals("this") || word.equals("same");
      for (int k = i + 1; points && k <= i + 2 && k < words.size(); k++) {
        if (HERE.contains(words.at(k))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean open(Words words) {
    for (int i = 0; i < words.size(); i++) {
      // The month begins with a capital.
      if (OPEN.contains(words.at(i)) && !(words.isCapitalised(i) && i > 0)) {
        return true;
      }
    }
    return false;
  }

  /** Where a sentence's deed was, or null where that is the main event's place or unclear. */
  private PlaceMention place(
      Words words, PlaceCues cues, List<PlaceMention> named, boolean retold) {
    PlaceMention best = null;
    for (PlaceMention mention : named) {
      int first = words.indexAt(mention.start());
      int end = words.indexAt(mention.end() - 1) + 1;
      if (!located(mention) || first < 0 || cues.behind(first) || cues.speaks(end)) {
        continue;
      }
      PlaceCues.Cue cue = cues.before(first);
      if (cue == null || cue.kind() != PlaceCues.Kind.AT) {
        continue;
      }
      if (!retold && !away(mention)) {
        return null;
      }
      if (best != null && !close(best, mention)) {
        return null;
      }
      boolean finer =
          best != null
              && best.regionCode().equals(mention.regionCode())
              && precision(mention) < precision(best);
      best = best == null || finer ? mention : best;
    }
    if (best == null || !retold && headlined(best) || strange(best)) {
      return null;
    }
    boolean sure = best.score() != null && best.score() >= SURE;
    boolean exact = precision(best) <= TOWN;
    return sure && (exact || !alone.isPeace()) ? best : null;
  }

  /** Whether the headline names the place: then what happened there is the main event. */
  private boolean headlined(PlaceMention place) {
    Sentence first = sentences.get(0);
    return first.isTitle()
        && places.in(first).stream().anyMatch(other -> located(other) && near(other, place));
  }

  /** Whether a place lies in a country that the article never names. */
  private boolean strange(PlaceMention place) {
    if (place.countryCode().equals(main.countryCode())) {
      return false;
    }
    for (Sentence sentence : sentences) {
      for (PlaceMention other : places.in(sentence)) {
        if (other.countryCode().equals(place.countryCode()) && "country".equals(other.feature())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean located(PlaceMention mention) {
    return PlaceMention.TOPONYM.equals(mention.kind())
        && mention.regionCode() != null
        && !mention.regionCode().equals("XX")
        && mention.latitude() != null
        && !"country".equals(mention.feature());
  }

  private static int precision(PlaceMention mention) {
    return MainPlaces.precision(mention.feature());
  }

  /** Whether a place cannot be the main event's. */
  private boolean away(PlaceMention mention) {
    if (!mention.countryCode().equals(main.countryCode())) {
      return true;
    }
    if (main.regionCode() == null || main.regionCode().equals("XX")) {
      return false;
    }
    boolean region = mention.regionCode().equals(main.regionCode());
    if (precision(mention) <= TOWN && SameEvent.exact(main)) {
      double kilometres =
          Place.kilometres(
              mention.latitude(), mention.longitude(), main.latitude(), main.longitude());
      return kilometres > (region ? 2 : 1) * SameEvent.NEAR_KM;
    }
    return !region;
  }

  private static boolean close(PlaceMention one, PlaceMention other) {
    return one.countryCode().equals(other.countryCode())
        && (one.regionCode().equals(other.regionCode())
            || kilometres(one, other) <= WHEREABOUTS_KM);
  }

  private static boolean near(PlaceMention one, PlaceMention other) {
    return one.regionCode().equals(other.regionCode())
            && (precision(one) > TOWN || precision(other) > TOWN)
        || kilometres(one, other) <= SameEvent.NEAR_KM;
  }

  private static double kilometres(PlaceMention one, PlaceMention other) {
    return Place.kilometres(one.latitude(), one.longitude(), other.latitude(), other.longitude());
  }

  /** When a passage's deed was. */
  private record Day(DateMention mention, boolean retold) {

    /** In a past without a day, or in the future. */
    static final Day NEVER = new Day(null, false);
  }

  /**
   * The day that a sentence tells, {@link Day#NEVER} where it tells of a period or the future, null
   * where it tells none.
   *
   * @param later whether the sentence only follows the telling one, and then tells news or nothing
   */
  private static Day day(List<DateMention> mentions, boolean later) {
    DateMention news = null;
    DateMention said = null;
    DateMention past = null;
    boolean never = false;
    for (DateMention mention : mentions) {
      switch (mention.role()) {
        case Dates.NEWS -> {
          if (mention.reason().equals("speech")) {
            said = said == null ? mention : said;
          } else if (!mention.reason().equals("aftermath")) {
            news = news == null ? mention : news;
          }
        }
        case Dates.HISTORY -> {
          boolean written =
              mention.datePrec() != null && mention.datePrec() == 1
                  || mention.datePrec() == null
                      && DateExpression.isYearlessDay(mention.expression());
          if (written && mention.reason().equals("earlier day")) {
            past = past == null ? mention : past;
          } else {
            never = true;
          }
        }
        default -> never = true;
      }
    }
    if (news != null) {
      return new Day(news, false);
    }
    if (later || past != null && !never) {
      return later ? null : new Day(past, true);
    }
    if (never) {
      return Day.NEVER;
    }
    return said == null ? null : new Day(said, false);
  }

  /** Whether a sentence of a type tells an event that is worth a row of its own. */
  private boolean tells(EventType type, Sentence sentence, PlaceMention place) {
    if (MISFORTUNE.contains(type.eventType()) || alone.isPeace()) {
      boolean kind = MISFORTUNE.contains(type.eventType()) || VIOLENCE.contains(type.eventType());
      return kind && counted(sentence, place);
    }
    return VIOLENCE.contains(type.eventType())
        || CROWDS.contains(type.eventType())
        || TERRITORY.contains(type.subEventType());
  }

  /** Whether a sentence counts dead or wounded of its own place. */
  private boolean counted(Sentence sentence, PlaceMention place) {
    for (Claim claim : claims) {
      boolean victims =
          claim.effect().equals(Claims.KILLED) || claim.effect().equals(Claims.INJURED);
      if (victims
          && claim.field().equals(sentence.span().field())
          && claim.start() == sentence.span().start()
          && (claim.placeName() == null || claim.placeName().equals(place.name()))) {
        return true;
      }
    }
    return false;
  }

  private Passage passage(
      Sentence sentence, Span whole, EventTypes.Typed typed, PlaceMention place, Day day) {
    List<ActorMention> sided = Actors.sides(actors, place.countryCode());
    Parties parties = Parties.of(reading, typed, sided);
    DateMention told = day == null ? null : day.mention;
    LocalDate start = told == null ? published.date() : told.dateStart();
    LocalDate until = told == null ? published.date() : told.dateEnd();
    Integer precision = told == null ? Integer.valueOf(2) : told.datePrec();
    String basis = told == null ? "published" : "expression";
    String expression = told == null ? DateExpression.PRESENT : told.expression();
    Span span = sentence.span();
    Event event =
        new Event(
            typed.type().eventType(),
            typed.type().subEventType(),
            MainEvents.civilians(typed.type(), parties),
            Math.min(1, Math.round(typed.score() * 100) / 1000.0),
            span.field(),
            span.start(),
            span.end(),
            start,
            until,
            start == null ? null : precision,
            start == null ? "none" : basis,
            expression,
            expression,
            place.name(),
            place.geonameId(),
            place.latitude(),
            place.longitude(),
            precision(place),
            place.countryCode(),
            place.regionCode(),
            place.regionName(),
            parties.actor1(),
            parties.actor2());
    String role = day != null && day.retold ? Passage.RETOLD : Passage.NEWS;
    return new Passage(whole.start(), whole.end(), title(sentence.text()), role, event, List.of());
  }

  /** A sentence on one line, cut behind a word where it is longer than a headline. */
  static String title(String sentence) {
    String line = sentence.strip().replaceAll("\\s+", " ");
    if (line.length() <= TITLE) {
      return line;
    }
    int cut = line.lastIndexOf(' ', TITLE - 1);
    return line.substring(0, cut < TITLE / 2 ? TITLE - 1 : cut).replaceAll("[\\s,;:–—-]+$", "")
        + "…";
  }

  /** Adds a passage that tells what none before it tells; a told day is worth more than none. */
  private static void add(List<Passage> found, Passage passage) {
    for (int i = 0; i < found.size(); i++) {
      Passage before = found.get(i);
      if (same(before, passage)) {
        boolean dated = before.event().dateBasis().equals("expression");
        if (!dated && passage.event().dateBasis().equals("expression")) {
          found.set(i, passage);
        }
        return;
      }
    }
    found.add(passage);
  }

  private static boolean same(Passage one, Passage other) {
    Event a = one.event();
    Event b = other.event();
    boolean days =
        a.dateStart() == null || b.dateStart() == null
            ? a.startExpression().equals(b.startExpression())
                || one.role().equals(Passage.NEWS) && other.role().equals(Passage.NEWS)
            : SameEvent.gap(a.dateStart(), a.dateEnd(), b.dateStart(), b.dateEnd())
                <= SameEvent.NEAR_DAYS;
    return days && SameEvent.places(a, b) && SameEvent.types(a.eventType(), b.eventType());
  }

  /**
   * The passages with the claims that they tell of their places, the same where the article tells
   * them again, and what a passage recalls as history.
   */
  private List<Passage> withClaims(List<Passage> found) {
    Set<Integer> taken = new HashSet<>();
    List<Passage> result = new ArrayList<>(found.size());
    for (Passage passage : found) {
      List<Integer> own = new ArrayList<>();
      for (int i = 0; i < claims.size(); i++) {
        if (belongs(claims.get(i), passage) && taken.add(i)) {
          own.add(i);
        }
      }
      result.add(
          new Passage(
              passage.start(),
              passage.end(),
              passage.title(),
              passage.role(),
              passage.event(),
              List.copyOf(own)));
    }
    return List.copyOf(result);
  }

  private boolean belongs(Claim claim, Passage passage) {
    if (inside(claim, passage)) {
      return tells(claim, passage);
    }
    for (Claim told : claims) {
      boolean again =
          told.effect().equals(claim.effect())
              && told.numberLow() == claim.numberLow()
              && told.numberHigh() == claim.numberHigh();
      if (again && inside(told, passage) && tells(told, passage)) {
        return claim.scope().equals(Claims.ELSEWHERE)
            && claim.placeName() != null
            && tells(claim, passage);
      }
    }
    return false;
  }

  private static boolean inside(Claim claim, Passage passage) {
    return claim.field().equals(Span.TEXT)
        && claim.start() >= passage.start()
        && claim.end() <= passage.end();
  }

  /** Whether a claim is told of a passage's place and day, or of none other. */
  private static boolean tells(Claim claim, Passage passage) {
    Event event = passage.event();
    boolean there = claim.placeName() == null || there(claim, event);
    boolean dated = claim.dateStart() != null && event.dateStart() != null;
    boolean then =
        dated
            && !claim.dateStart().isBefore(event.dateStart().minusDays(SameEvent.NEAR_DAYS))
            && SameEvent.gap(claim.dateStart(), claim.dateEnd(), event.dateStart(), end(event))
                <= SameEvent.NEAR_DAYS;
    return switch (claim.scope()) {
      case Claims.HISTORY -> there && (then || passage.role().equals(Passage.RETOLD) && !dated);
      case Claims.NEWS, Claims.ELSEWHERE ->
          there && (then || !dated) && passage.role().equals(Passage.NEWS);
      default -> false;
    };
  }

  private static LocalDate end(Event event) {
    return event.dateEnd() == null ? event.dateStart() : event.dateEnd();
  }

  private static boolean there(Claim claim, Event event) {
    if (SameEvent.exact(event) && claim.latitude() != null && claim.longitude() != null) {
      return Place.kilometres(
              claim.latitude(), claim.longitude(), event.latitude(), event.longitude())
          <= SameEvent.NEAR_KM;
    }
    return event.regionCode().equals(claim.regionCode());
  }
}
