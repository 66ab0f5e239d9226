package org.sitrep.annotate;

import java.time.LocalDate;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.event.ActorDictionary;
import org.sitrep.event.ActorMention;
import org.sitrep.event.Actors;
import org.sitrep.event.Claim;
import org.sitrep.event.Claims;
import org.sitrep.event.Event;
import org.sitrep.event.MainEvents;
import org.sitrep.event.Passage;
import org.sitrep.event.Passages;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.HomeRegion;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.tables.Article;
import org.sitrep.tables.Document;
import org.sitrep.tables.SourceStatistics;
import org.sitrep.text.Clues;
import org.sitrep.text.Language;
import org.sitrep.text.Line;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

/**
 * Article to document, in one pass: read, date, place, name actors, extract claims, choose the main
 * event. Pure; one instance serves a partition.
 */
public final class Annotator {

  private static final String ENGLISH = "en";

  private final Gazetteer gazetteer;
  private final Set<Long> repeatedEverywhere;
  private final ActorDictionary actors;

  /**
   * An annotator that knows the embedded actors.
   *
   * @param gazetteer the places of the world
   * @param repeatedEverywhere hashes of lines that the corpus repeats whatever the source
   */
  public Annotator(Gazetteer gazetteer, Set<Long> repeatedEverywhere) {
    this(gazetteer, repeatedEverywhere, ActorDictionary.embedded());
  }

  /**
   * An annotator.
   *
   * @param gazetteer the places of the world
   * @param repeatedEverywhere hashes of lines that the corpus repeats whatever the source
   * @param actors who is who
   */
  public Annotator(Gazetteer gazetteer, Set<Long> repeatedEverywhere, ActorDictionary actors) {
    this.gazetteer = gazetteer;
    this.repeatedEverywhere = repeatedEverywhere;
    this.actors = actors;
  }

  /**
   * Everything that an article tells.
   *
   * @param article the article
   * @param source what is known of its outlet; null where nothing is
   */
  public Document document(Article article, SourceStatistics source) {
    Reading reading = Reading.of(article.title(), article.text(), repeated(source));
    Set<String> warnings =
        new LinkedHashSet<>(article.warning() == null ? List.of() : article.warning());
    String language = language(article);
    PublicationDate published = PublicationDates.find(reading, article.publishedDate());
    if (published.date() == null) {
      warnings.add("undated");
    }
    boolean english = language == null || language.equals(ENGLISH);
    if (!english) {
      warnings.add("language");
    }
    List<PlaceMention> places = List.of();
    List<DateMention> dates = List.of();
    List<ActorMention> named = List.of();
    List<Claim> claims = List.of();
    List<Passage> passages = List.of();
    Set<String> surfaces = Set.of();
    Event event = nothing(reading);
    if (english) {
      HomeRegion home = home(source);
      places = Places.find(reading, home, gazetteer);
      dates = Dates.find(reading, published);
      LocalDate day = published.date();
      named = Actors.find(reading, actors, day == null ? null : day.getYear());
      PlaceMention dateline = Places.dateline(reading, places, home, gazetteer).orElse(null);
      event = MainEvents.choose(reading, places, dates, published, named, dateline, home);
      claims = Claims.scoped(Claims.find(reading, places, dates, named, published), event);
      passages = Passages.find(reading, places, dates, published, named, claims, event);
      surfaces = surfaces(places);
      places = with(dateline, places);
    }
    if ("XX".equals(event.regionCode())) {
      warnings.add("unplaced");
    }
    return new Document(
        article.articleId(),
        article.source(),
        article.title(),
        language,
        article.publishedAt(),
        published.date(),
        published.basis(),
        published.expression(),
        furniture(reading),
        reading.sentences().stream().map(Sentence::span).toList(),
        reading.terms(),
        places,
        dates,
        named,
        claims,
        event,
        passages,
        Clues.of(reading, surfaces),
        warnings.stream().sorted().toList());
  }

  private Set<Long> repeated(SourceStatistics source) {
    if (source == null || source.repeatedLines() == null || source.repeatedLines().isEmpty()) {
      return repeatedEverywhere;
    }
    return new Either(new HashSet<>(source.repeatedLines()), repeatedEverywhere);
  }

  private static String language(Article article) {
    String given = article.language();
    if (given != null && given.length() >= 2) {
      return given.substring(0, 2).toLowerCase(java.util.Locale.ROOT);
    }
    return Language.of(article.text()).orElse(null);
  }

  private static HomeRegion home(SourceStatistics source) {
    return source == null || source.homeCountry() == null
        ? null
        : new HomeRegion(source.homeCountry(), source.homeRegion());
  }

  private static List<Span> furniture(Reading reading) {
    return reading.lines().stream()
        .filter(line -> line.kind() == Line.Kind.FURNITURE || line.kind() == Line.Kind.BYLINE)
        .map(Line::span)
        .toList();
  }

  /** All places in reading order, the dateline's among them. */
  private static List<PlaceMention> with(PlaceMention dateline, List<PlaceMention> places) {
    if (dateline == null) {
      return places;
    }
    List<PlaceMention> all = new ArrayList<>(places);
    int at = 0;
    while (at < all.size()
        && (all.get(at).field().equals(Span.TITLE) || all.get(at).start() < dateline.start())) {
      at++;
    }
    all.add(at, dateline);
    return List.copyOf(all);
  }

  private static Set<String> surfaces(List<PlaceMention> places) {
    Set<String> surfaces = new HashSet<>();
    places.forEach(place -> surfaces.add(place.surface()));
    return surfaces;
  }

  private static Event nothing(Reading reading) {
    Span first =
        reading.sentences().isEmpty()
            ? new Span(Span.TEXT, 0, 0)
            : reading.sentences().get(0).span();
    return new Event(
        "Other",
        "Other",
        false,
        0.0,
        first.field(),
        first.start(),
        first.end(),
        null,
        null,
        null,
        "none",
        null,
        null,
        null,
        null,
        null,
        null,
        7,
        "XX",
        "XX",
        null,
        null,
        null);
  }

  /** What either of two sets holds, without copying the large one for each article. */
  private static final class Either extends AbstractSet<Long> {
    private final Set<Long> one;
    private final Set<Long> other;

    Either(Set<Long> one, Set<Long> other) {
      this.one = one;
      this.other = other;
    }

    @Override
    public boolean contains(Object line) {
      return one.contains(line) || other.contains(line);
    }

    @Override
    public boolean isEmpty() {
      return one.isEmpty() && other.isEmpty();
    }

    @Override
    public Iterator<Long> iterator() {
      return Stream.concat(one.stream(), other.stream()).distinct().iterator();
    }

    @Override
    public int size() {
      return (int) Stream.concat(one.stream(), other.stream()).distinct().count();
    }
  }
}
