package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Line;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.text.Sentence;
import org.sitrep.text.Token;
import org.sitrep.time.DateMention;
import org.sitrep.time.PublicationDate;

/**
 * Finds the casualty figures of an article: every number of persons to whom something happened,
 * with its victims, its claimant, its day and its place.
 */
public final class Claims {

  static final String KILLED = "killed";
  static final String INJURED = "injured";
  static final String NEWS = "news";
  static final String HISTORY = "history";
  static final String CUMULATIVE = "cumulative";
  static final String ELSEWHERE = "elsewhere";

  /** The relation of figures that come on top of what the same voice told before. */
  static final String ALSO = "also";

  private static final Set<String> EVENTS =
      Set.copyOf(Resources.lines(Claims.class, "event-nouns.txt"));

  private final Reading reading;
  private final Claimants claimants;
  private final ClaimDates dates;
  private final ClaimPlaces places;
  private final ClaimVictims victims;
  private final DateMention latestNews;
  private final PublicationDate published;
  private final ArticleClaims article;
  private final List<Claim> implied = new ArrayList<>();
  private PlaceMention headingPlace;
  private Claimants.Attribution voice;
  private Claimants.Attribution carried;
  private DateMention voiceDay;
  private int voiceParagraph = -1;

  private Claims(
      Reading reading,
      List<PlaceMention> places,
      List<DateMention> dates,
      List<ActorMention> actors,
      PublicationDate published) {
    this.reading = reading;
    this.published = published == null ? new PublicationDate(null, "none", null) : published;
    String country = ClaimPlaces.country(places);
    List<ActorMention> sided = Actors.sides(actors, country);
    BySentence<ActorMention> actorsIn = BySentence.actors(reading, sided);
    BySentence<PlaceMention> placesIn = BySentence.places(reading, places);
    this.claimants = Claimants.of(sided, actorsIn, country);
    this.dates = new ClaimDates(BySentence.dates(reading, dates));
    this.places = new ClaimPlaces(placesIn);
    this.victims = new ClaimVictims(actorsIn, placesIn, country);
    this.latestNews = ClaimDates.latestNews(dates, this.published);
    this.article = new ArticleClaims(this.published.date());
  }

  /**
   * The casualty claims of an article, in reading order.
   *
   * @param places its place mentions, in any order
   * @param dates its date mentions, in any order
   * @param actors its actor mentions, in any order
   * @param published when it was published, as far as known
   */
  public static List<Claim> find(
      Reading reading,
      List<PlaceMention> places,
      List<DateMention> dates,
      List<ActorMention> actors,
      PublicationDate published) {
    return new Claims(reading, places, dates, actors, published).find();
  }

  /**
   * The claims with the scope {@code elsewhere} where their own clause or heading names a place
   * away from the main event's.
   */
  public static List<Claim> scoped(List<Claim> claims, Event main) {
    List<Claim> result = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      boolean away =
          main != null
              && NEWS.equals(claim.scope())
              && ClaimPlaces.away(
                  claim, main.latitude(), main.longitude(), main.countryCode(), main.regionCode());
      Claim own = main == null ? claim : ClaimVictims.nation(claim, main.countryCode());
      result.add(away ? own.scoped(ELSEWHERE, "told of " + claim.placeName()) : own);
    }
    return result;
  }

  private List<Claim> find() {
    for (Sentence sentence : reading.sentences()) {
      boolean heading = sentence.kind() == Line.Kind.HEADING;
      if (heading && !sentence.isTitle()) {
        // A country in a heading more often speaks than is the place of what follows.
        PlaceMention named = places.in(sentence, -1);
        headingPlace = named != null && ClaimPlaces.precise(named) ? named : null;
      }
      Wording words = Wording.of(sentence);
      List<Claimants.Attribution> speakers = claimants.in(words, heading);
      carried = null;
      if (!speakers.isEmpty()) {
        Claimants.Attribution last = speakers.get(speakers.size() - 1);
        voice = last;
        voiceDay = dates.spoken(words, last.word());
        voiceParagraph = sentence.isTitle() || heading ? -1 : sentence.paragraph();
      } else if (!sentence.isTitle() && sentence.paragraph() == voiceParagraph) {
        carried = voice;
      }
      if (triggered(sentence)) {
        if (sentence.isTitle() && CasualtyWords.deadly(words)) {
          article.addDeadlyTitle();
        }
        for (Counted one : CasualtyClauses.of(words, word -> victims.ofName(words, word))) {
          add(words, one, speakers);
        }
      }
      if (!sentence.isTitle()) {
        article.addSentence(sentence.span().start());
      }
    }
    RetoldClaims retold = new RetoldClaims(article);
    retold.places();
    retold.classesOfHeadlines();
    retold.parts();
    retold.increments();
    OtherEvents others = new OtherEvents(article);
    others.promote();
    others.apart();
    new ShotVictims(article).resolve();
    List<Claim> claims = article.claims();
    if (claims.stream().noneMatch(claim -> claim.effect().equals(KILLED)) && !implied.isEmpty()) {
      claims.add(implied.get(0));
    }
    return List.copyOf(claims);
  }

  /** Whether the clause points back at the event: "killed in the attack", "the death toll". */
  private static boolean pointsBack(Wording words, Counted one) {
    int verb = Math.max(one.verb, 0);
    int from = Math.max(0, Math.min(verb, one.first) - 5);
    int until = Math.min(words.size() - 1, Math.max(verb, one.end) + 5);
    for (int k = from; k < until; k++) {
      if ((words.term(k).equals("the") || words.term(k).equals("this"))
          && (EVENTS.contains(words.term(k + 1)) || EVENTS.contains(words.term(k + 2)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean triggered(Sentence sentence) {
    for (Token token : sentence.tokens()) {
      if (CasualtyWords.begin(token.term())) {
        return true;
      }
    }
    return false;
  }

  private void add(Wording words, Counted one, List<Claimants.Attribution> speakers) {
    Sentence sentence = words.sentence();
    Claimants.Attribution speaker = speaker(speakers, one);
    DateMention spoken = speaker == null ? null : dates.spoken(words, speaker.word());
    if (speaker == null && carried != null) {
      // A paragraph goes on in the voice with which it begins.
      speaker = carried;
      spoken = voiceDay;
    }
    if (!sentence.isTitle() && pointsBack(words, one)) {
      article.addPointingBack(words.start(one.first));
    }
    if (one.more) {
      article.addOnTop(words.start(one.first));
    }
    DateMention own = dates.own(words, one, spoken);
    DateMention since = dates.since(words, one);
    String scope = NEWS;
    String reason = "";
    ScopePhrases.Scope phrase = ScopePhrases.of(words, one, article);
    if (since != null) {
      scope = CUMULATIVE;
      reason = "since " + since.surface();
      own = since;
    } else if (phrase != null) {
      scope = phrase.name();
      reason = phrase.reason();
    } else if (own != null && HISTORY.equals(own.role()) && !ClaimDates.recent(words, own)) {
      scope = HISTORY;
      reason = own.surface();
    }
    // an article without a day of its own learns the day of its claims with that of its incident
    DateMention said = spoken != null ? spoken : published.date() == null ? null : latestNews;
    PlaceMention place = places.of(words, one);
    if (place == null && !sentence.isTitle()) {
      place = headingPlace;
    }
    boolean isShot = one.effect.equals("shot");
    boolean isImplied = one.modality.equals("implied");
    Claim claim =
        new Claim(
            sentence.span().field(),
            sentence.span().start(),
            sentence.span().end(),
            words.start(one.first),
            words.end(Math.max(one.first, one.end - 1)),
            isShot ? INJURED : one.effect,
            one.low,
            one.high,
            isImplied ? "at_least" : one.modality,
            victims.classOf(words, one),
            words.text(one.first, Math.max(one.first + 1, one.end)),
            speaker == null ? null : speaker.claimant(),
            speaker == null ? null : speaker.side(),
            said == null ? published.date() : said.dateEnd(),
            said != null
                ? said.expression()
                : published.date() == null ? null : published.expression(),
            own == null ? null : own.dateStart(),
            own == null ? null : own.dateEnd(),
            own == null ? null : own.expression(),
            scope,
            reason,
            one.also ? ALSO : one.relation,
            place == null ? null : place.name(),
            place == null ? null : place.latitude(),
            place == null ? null : place.longitude(),
            place == null ? null : place.countryCode(),
            place == null ? null : place.regionCode());
    if (isShot) {
      article.shot().add(claim);
    } else if (isImplied) {
      implied.add(claim);
    } else {
      article.claims().add(claim);
    }
  }

  private static Claimants.Attribution speaker(List<Claimants.Attribution> speakers, Counted one) {
    Claimants.Attribution best = null;
    for (Claimants.Attribution speaker : speakers) {
      if (best == null
          || Math.abs(speaker.word() - one.first) < Math.abs(best.word() - one.first)) {
        best = speaker;
      }
    }
    return best;
  }
}
