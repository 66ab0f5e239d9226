package org.sitrep.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.text.Sentence;
import org.sitrep.time.DateMention;

/**
 * The event type of an article: ACLED's 25 sub-event types and five of our own, by weighted rules
 * over the word classes and actors of its headline and lead.
 */
public final class EventTypes {

  /** The headline and lead end with the sentence that reaches this many words. */
  private static final int LEAD_WORDS = 60;

  private static final int LEAD_SENTENCES = 5;

  /** What the headline alone tells counts once more with this share. */
  private static final double HEADLINE = 0.4;

  /** What headline and opening sentence tell counts once more with this share. */
  private static final double OPENING = 0.3;

  /** How many passages of a lead's length are read until one tells an event. */
  private static final int PASSAGES = 3;

  /** An article that names a belligerent in this many words is about a war, else about peace. */
  private static final int WAR = 100;

  private EventTypes() {}

  /**
   * What an article tells, and where.
   *
   * @param type the type
   * @param score how sure, 0..1
   * @param evidence the sentence that tells it most clearly; null for an empty article
   */
  public record Typed(EventType type, double score, Sentence evidence) {}

  /** The closed list in order of precedence. */
  public static List<EventType> vocabulary() {
    return Vocabulary.TYPES;
  }

  /**
   * The type with a sub-event type's name.
   *
   * @throws IllegalArgumentException where the list has none; {@code Other} is our own type, not
   *     the sub-type of {@code Strategic developments}
   */
  public static EventType bySubType(String subEventType) {
    EventType type = Vocabulary.BY_SUB_TYPE.get(subEventType);
    if (type == null) {
      throw new IllegalArgumentException("no sub-event type " + subEventType);
    }
    return type;
  }

  /** The type that both names give, or {@code Other} where the list has no such pair. */
  public static EventType of(String eventType, String subEventType) {
    for (EventType type : Vocabulary.TYPES) {
      if (type.eventType().equals(eventType) && type.subEventType().equals(subEventType)) {
        return type;
      }
    }
    return bySubType("Other");
  }

  /** The type of a text of which only the actors are known. */
  public static Typed classify(Reading reading, List<ActorMention> actors) {
    return classify(reading, actors, List.of(), List.of(), null);
  }

  /**
   * The type of an article's main event: of its lead, or else of the first passage that tells one.
   *
   * @param places names that may be taken or lost; may be empty
   * @param dates date expressions, whose roles tell background from news; may be empty
   * @param published the day of publication, or null
   */
  public static Typed classify(
      Reading reading,
      List<ActorMention> actors,
      List<PlaceMention> places,
      List<DateMention> dates,
      LocalDate published) {
    List<Sentence> sentences =
        reading.sentences().stream().filter(sentence -> !sentence.tokens().isEmpty()).toList();
    Typed none = new Typed(bySubType("Other"), 0.5, sentences.isEmpty() ? null : sentences.get(0));
    Article article =
        new Article(sentences, actors, places, dates, published, peace(sentences, actors));
    int from = 0;
    for (int passage = 0; passage < PASSAGES && from < sentences.size(); passage++) {
      int until = passageEnd(sentences, from);
      Typed typed = classify(article, from, until);
      if (typed != null) {
        return passage == 0
            ? typed
            : new Typed(typed.type, typed.score / (passage + 1), typed.evidence);
      }
      from = until;
    }
    return none;
  }

  private record Article(
      List<Sentence> sentences,
      List<ActorMention> actors,
      List<PlaceMention> places,
      List<DateMention> dates,
      LocalDate published,
      boolean peace) {

    /** The sentences up to here are the headline and the first of the story. */
    private int opening() {
      return sentences.get(0).isTitle() ? 2 : 1;
    }
  }

  private static Typed classify(Article article, int from, int until) {
    List<Sentence> passage = article.sentences.subList(from, until);
    List<EventRules.Scan> scans = new ArrayList<>(passage.size());
    for (int i = from; i < until; i++) {
      scans.add(scan(article, i, i > from));
    }
    if (article.peace) {
      scans.get(0).peace();
    }
    double[] scores = EventRules.INSTANCE.scores(scans);
    if (passage.get(0).isTitle()) {
      add(scores, HEADLINE, scans.subList(0, 1));
    }
    if (from == 0) {
      add(scores, OPENING, scans.subList(0, Math.min(scans.size(), article.opening())));
    }
    EventType best = null;
    double most = 0;
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      EventType type = Vocabulary.TOLD.get(i);
      boolean first = best != null && scores[i] == most && type.precedence() < best.precedence();
      if (scores[i] > most || first) {
        second = most;
        most = scores[i];
        best = type;
      } else {
        second = Math.max(second, scores[i]);
      }
    }
    if (best == null) {
      return null;
    }
    double sure = Math.min(1, most / 10) * (most - second / 2) / most;
    return new Typed(best, Math.round(sure * 1000) / 1000.0, evidence(passage, scans, best));
  }

  /**
   * What sentences of an article tell, each by itself and whatever the article is about.
   *
   * <p>Parameters as for {@link #classify(Reading, List, List, List, LocalDate)}.
   */
  static Alone alone(
      Reading reading,
      List<ActorMention> actors,
      List<PlaceMention> places,
      List<DateMention> dates,
      LocalDate published) {
    List<Sentence> sentences =
        reading.sentences().stream().filter(sentence -> !sentence.tokens().isEmpty()).toList();
    return new Alone(
        new Article(sentences, actors, places, dates, published, peace(sentences, actors)));
  }

  /** An article whose sentences are read one by one. */
  static final class Alone {
    private final Article article;

    private Alone(Article article) {
      this.article = article;
    }

    /** Whether the article names no belligerents. */
    boolean isPeace() {
      return article.peace;
    }

    /** The sentences that have words. */
    List<Sentence> sentences() {
      return article.sentences;
    }

    /** What a sentence tells, its score the weight of its rules; null for nothing. */
    Typed type(int index) {
      EventRules.Scan scan = scan(article, index);
      if (article.peace) {
        scan.peace();
      }
      double[] scores = EventRules.INSTANCE.scores(List.of(scan));
      EventType best = null;
      double most = 0;
      for (int i = 0; i < scores.length; i++) {
        EventType type = Vocabulary.TOLD.get(i);
        if (scores[i] > most
            || best != null && scores[i] == most && type.precedence() < best.precedence()) {
          most = scores[i];
          best = type;
        }
      }
      return best == null ? null : new Typed(best, most, article.sentences.get(index));
    }
  }

  private static boolean peace(List<Sentence> sentences, List<ActorMention> actors) {
    long words = sentences.stream().mapToLong(sentence -> sentence.tokens().size()).sum();
    long belligerents = actors.stream().filter(EventTypes::belligerent).count();
    return belligerents * WAR < words;
  }

  private static boolean belligerent(ActorMention actor) {
    return switch (actor.actorClass()) {
      case "rebels", "state_forces", "militia", "foreign_forces" -> true;
      default -> false;
    };
  }

  /** Whether a sentence tells a happening at all: any of the words for deeds, done. */
  static boolean tells(Words words) {
    return EventRules.INSTANCE.tells(words);
  }

  private static Sentence evidence(
      List<Sentence> lead, List<EventRules.Scan> scans, EventType type) {
    Sentence best = null;
    double most = 0;
    for (int i = 0; i < lead.size(); i++) {
      double score = EventRules.INSTANCE.score(List.of(scans.get(i)), type.subEventType());
      // The body tells more of where and when than the headline does.
      boolean better = best != null && best.isTitle() ? score >= most : score > most;
      if (score > 0 && better) {
        best = lead.get(i);
        most = score;
      }
    }
    return best == null ? lead.get(0) : best;
  }

  private static void add(double[] scores, double share, List<EventRules.Scan> scans) {
    double[] more = EventRules.INSTANCE.scores(scans);
    for (int i = 0; i < scores.length; i++) {
      scores[i] += share * more[i];
    }
  }

  private static EventRules.Scan scan(Article article, int index, boolean later) {
    if (later && PlaceCues.of(Words.of(article.sentences.get(index))).elsewhere()) {
      // "Meanwhile, ..." begins a side event.
      return EventRules.INSTANCE.nothing();
    }
    return scan(article, index);
  }

  private static EventRules.Scan scan(Article article, int index) {
    Sentence sentence = article.sentences.get(index);
    Words words = Words.of(sentence);
    List<ActorMention> actors = new ArrayList<>();
    for (ActorMention actor : article.actors) {
      if (inside(sentence, actor.field(), actor.start(), actor.end())) {
        actors.add(actor);
      }
    }
    List<PlaceMention> places = new ArrayList<>();
    for (PlaceMention place : article.places) {
      // Elections and shops "take" places too: only where belligerents are is one captured.
      if (!article.peace
          && PlaceMention.TOPONYM.equals(place.kind())
          && !"country".equals(place.feature())
          && inside(sentence, place.field(), place.start(), place.end())) {
        places.add(place);
      }
    }
    List<EventRules.Hit> hits = EventRules.INSTANCE.hits(words);
    boolean[] muted =
        EventRules.INSTANCE.followsUp(hits)
            ? new boolean[words.size()]
            : Backgrounds.of(
                sentence, words, index < article.opening(), article.dates, article.published);
    return EventRules.INSTANCE.scan(words, hits, actors, places, muted);
  }

  private static boolean inside(Sentence sentence, String field, int start, int end) {
    return field.equals(sentence.span().field())
        && start >= sentence.span().start()
        && end <= sentence.span().end();
  }

  private static int passageEnd(List<Sentence> sentences, int from) {
    int words = 0;
    int until = from;
    while (until < sentences.size() && words < LEAD_WORDS && until - from < LEAD_SENTENCES) {
      words += sentences.get(until).tokens().size();
      until++;
    }
    return until;
  }

  private static final class Vocabulary {

    private static final List<EventType> TYPES = load();
    private static final Map<String, EventType> BY_SUB_TYPE = bySubType();

    private static final List<EventType> TOLD =
        EventRules.INSTANCE.subTypes().stream().map(BY_SUB_TYPE::get).toList();

    private static List<EventType> load() {
      return Resources.rows(EventTypes.class, "event-types.tsv").stream()
          .map(row -> new EventType(row[0], row[1], row[2], Integer.parseInt(row[3])))
          .toList();
    }

    private static Map<String, EventType> bySubType() {
      Map<String, EventType> types = new LinkedHashMap<>();
      for (EventType type : TYPES) {
        // The later Other is our own.
        types.put(type.subEventType(), type);
      }
      return types;
    }
  }
}
