package org.sitrep.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.sitrep.event.Grammar.Role;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Line;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.text.Sentence;
import org.sitrep.text.Token;
import org.sitrep.time.DateExpression;
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

  /** Figures from here on are sums over a war where the sentence speaks of one. */
  private static final int LARGE = 1000;

  /** An article about an event of the past lies at most this far behind it. */
  private static final int FOLLOW_UP_DAYS = 800;

  /** A large figure this many times the lead's is another event's, whatever its class. */
  private static final int LARGE_REACH = 20;

  /** A figure that points back at the event may be this many times what the lead tells. */
  private static final double TIED_REACH = 3;

  /** Another claimant's figure may be this many times the lead's. */
  private static final double RIVAL_REACH = 3;

  /** Places this far apart are not one incident's. */
  private static final double NEAR_KM = 50;

  private static final Set<String> WHERE =
      Set.of("in", "at", "near", "outside", "inside", "around", "across", "of", "on", "over");

  private static final Set<String> DIRECTIONS =
      Set.of(
          "north",
          "south",
          "east",
          "west",
          "northeast",
          "northwest",
          "southeast",
          "southwest",
          "north-east",
          "north-west",
          "south-east",
          "south-west",
          "outside",
          "capital");

  private static final Lexicon<String> SCOPES = Lexicon.of("scope-phrases.tsv", row -> row[1]);

  private static final Set<String> EVENTS =
      Set.copyOf(Resources.lines(Claims.class, "event-nouns.txt"));

  private final Reading reading;
  private final BySentence<PlaceMention> places;
  private final BySentence<DateMention> dates;
  private final BySentence<ActorMention> actors;
  private final Claimants claimants;
  private final DateMention latestNews;
  private final PublicationDate published;
  private final String country;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Claim> shot = new ArrayList<>();
  private final List<Claim> implied = new ArrayList<>();
  private final Map<Integer, Integer> order = new HashMap<>();
  private final Set<Integer> tied = new HashSet<>();
  private final Set<Integer> more = new HashSet<>();
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
    this.places = BySentence.places(reading, places);
    this.dates = BySentence.dates(reading, dates);
    this.published = published == null ? new PublicationDate(null, "none", null) : published;
    this.country = country(places);
    List<ActorMention> sided = Actors.sides(actors, country);
    this.actors = BySentence.actors(reading, sided);
    this.claimants = Claimants.of(sided, this.actors, country);
    this.latestNews = latestNews(dates, this.published);
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
              && away(
                  claim, main.latitude(), main.longitude(), main.countryCode(), main.regionCode());
      Claim own = main == null ? claim : nation(claim, main.countryCode());
      result.add(away ? scope(own, ELSEWHERE, "told of " + claim.placeName()) : own);
    }
    return result;
  }

  /** Soldiers of the country where it happens are state forces, whoever tells it. */
  private static Claim nation(Claim claim, String country) {
    boolean foreign = claim.victimClass().equals(VictimClasses.FOREIGN_FORCES);
    if (!known(country) || !foreign && !claim.victimClass().equals(VictimClasses.STATE_FORCES)) {
      return claim;
    }
    String nation = Nations.first(claim.victimText());
    if (nation == null || foreign != nation.equals(country)) {
      return claim;
    }
    String victims = foreign ? VictimClasses.STATE_FORCES : VictimClasses.FOREIGN_FORCES;
    return with(claim, claim.scope(), claim.scopeReason(), claim.relation(), claim, victims);
  }

  /** Whether a claim's own place cannot be the given one. */
  static boolean away(
      Claim claim, Double latitude, Double longitude, String countryCode, String regionCode) {
    // A headline tells the main event, whatever places it names.
    if (claim.field().equals("title")
        || claim.placeName() == null
        || !known(claim.countryCode())
        || !known(countryCode)) {
      return false;
    }
    if (!claim.countryCode().equals(countryCode)) {
      return true;
    }
    if (!known(claim.regionCode()) || !known(regionCode)) {
      return false;
    }
    if (claim.regionCode().equals(regionCode)) {
      return false;
    }
    if (claim.latitude() == null || latitude == null || longitude == null) {
      return true;
    }
    return kilometres(claim.latitude(), claim.longitude(), latitude, longitude) > NEAR_KM;
  }

  private static Claim part(Claim claim) {
    return with(claim, claim.scope(), claim.scopeReason(), "part");
  }

  static Claim scope(Claim claim, String scope, String reason) {
    return with(claim, scope, reason, claim.relation());
  }

  private static Claim with(Claim claim, String scope, String reason, String relation) {
    return with(claim, scope, reason, relation, claim);
  }

  private static Claim placed(Claim claim, Claim place) {
    return with(claim, claim.scope(), claim.scopeReason(), claim.relation(), place);
  }

  private static Claim with(
      Claim claim, String scope, String reason, String relation, Claim place) {
    return with(claim, scope, reason, relation, place, claim.victimClass());
  }

  private static Claim with(
      Claim claim, String scope, String reason, String relation, Claim place, String victims) {
    return new Claim(
        claim.field(),
        claim.start(),
        claim.end(),
        claim.figureStart(),
        claim.figureEnd(),
        claim.effect(),
        claim.numberLow(),
        claim.numberHigh(),
        claim.modality(),
        victims,
        claim.victimText(),
        claim.claimant(),
        claim.claimantSide(),
        claim.claimDate(),
        claim.claimExpression(),
        claim.dateStart(),
        claim.dateEnd(),
        claim.dateExpression(),
        scope,
        reason,
        relation,
        place.placeName(),
        place.latitude(),
        place.longitude(),
        place.countryCode(),
        place.regionCode());
  }

  /** Whether the headline names a death, whoever died. */
  private boolean deadlyTitle;

  private List<Claim> find() {
    int told = 0;
    for (Sentence sentence : reading.sentences()) {
      boolean heading = sentence.kind() == Line.Kind.HEADING;
      if (heading && !sentence.isTitle()) {
        // A country in a heading more often speaks than is the place of what follows.
        PlaceMention named = placeIn(sentence, -1);
        headingPlace = named != null && precise(named) ? named : null;
      }
      Wording words = Wording.of(sentence);
      List<Claimants.Attribution> speakers = claimants.in(words, heading);
      carried = null;
      if (!speakers.isEmpty()) {
        Claimants.Attribution last = speakers.get(speakers.size() - 1);
        voice = last;
        voiceDay = spoken(words, last.word());
        voiceParagraph = sentence.isTitle() || heading ? -1 : sentence.paragraph();
      } else if (!sentence.isTitle() && sentence.paragraph() == voiceParagraph) {
        carried = voice;
      }
      if (triggered(sentence)) {
        IntPredicate name = word -> named(words, word);
        List<Counted> found = CasualtyClauses.of(words, name);
        deadlyTitle |= sentence.isTitle() && CasualtyWords.deadly(words);
        for (Counted one : found) {
          if (!sentence.isTitle() && tied(words, one)) {
            tied.add(words.start(one.first));
          }
          add(words, one, speakers, told);
        }
      }
      if (!sentence.isTitle()) {
        order.put(sentence.span().start(), told);
        told++;
      }
    }
    settle();
    headlines();
    partsAgain();
    increments();
    promote();
    apart();
    resolveShot();
    if (claims.stream().noneMatch(claim -> claim.effect().equals(KILLED)) && !implied.isEmpty()) {
      claims.add(implied.get(0));
    }
    return List.copyOf(claims);
  }

  /** Whether the clause points back at the event: "killed in the attack", "the death toll". */
  private static boolean tied(Wording words, Counted one) {
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

  private void add(Wording words, Counted one, List<Claimants.Attribution> speakers, int told) {
    Sentence sentence = words.sentence();
    Claimants.Attribution speaker = speaker(speakers, one);
    DateMention spoken = speaker == null ? null : spoken(words, speaker.word());
    if (speaker == null && carried != null) {
      // A paragraph goes on in the voice with which it begins.
      speaker = carried;
      spoken = voiceDay;
    }
    if (one.more) {
      more.add(words.start(one.first));
    }
    DateMention own = own(words, one, spoken);
    DateMention since = since(words, one);
    String scope = NEWS;
    String reason = "";
    String phrase = phrase(words, one, told, tied.contains(words.start(one.first)));
    if (since != null) {
      scope = CUMULATIVE;
      reason = "since " + since.surface();
      own = since;
    } else if (phrase != null) {
      scope = phrase.substring(0, phrase.indexOf('\t'));
      reason = phrase.substring(phrase.indexOf('\t') + 1);
    } else if (own != null && HISTORY.equals(own.role()) && !recent(words, own)) {
      scope = HISTORY;
      reason = own.surface();
    }
    // an article without a day of its own learns the day of its claims with that of its incident
    DateMention said = spoken != null ? spoken : published.date() == null ? null : latestNews;
    PlaceMention place = placeOf(words, one);
    if (place == null && !sentence.isTitle()) {
      place = headingPlace;
    }
    String victimClass = victimClass(words, one);
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
            victimClass,
            words.text(one.first, Math.max(one.first + 1, one.end)),
            speaker == null ? null : speaker.claimant(),
            speaker == null ? null : speaker.side(),
            said == null ? published.date() : end(said),
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
      shot.add(claim);
    } else if (isImplied) {
      implied.add(claim);
    } else {
      claims.add(claim);
    }
  }

  /**
   * What a headline and the story tell of the same number are the same victims; the story says of
   * what class ("4 Troopers Killed", "four of its soldiers").
   */
  private void headlines() {
    for (int i = 0; i < claims.size(); i++) {
      Claim title = claims.get(i);
      if (!title.field().equals("title")
          || title.numberLow() < 2
          || !VictimClasses.specific(title.victimClass())) {
        continue;
      }
      Claim other = null;
      boolean told = false;
      for (Claim claim : claims) {
        boolean same =
            claim.field().equals("text")
                && !claim.victimText().equals(title.victimText())
                && claim.effect().equals(title.effect())
                && !claim.relation().equals("part");
        told |= same && claim.victimClass().equals(title.victimClass());
        if (same
            && other == null
            && claim.start() < OPENING
            && claim.numberLow() == title.numberLow()
            && VictimClasses.specific(claim.victimClass())) {
          other = claim;
        }
      }
      for (int k = 0; k < claims.size() && other != null && !told; k++) {
        Claim claim = claims.get(k);
        if (claim.victimText().equals(title.victimText())
            && claim.effect().equals(title.effect())) {
          claims.set(
              k,
              with(
                  claim,
                  claim.scope(),
                  claim.scopeReason(),
                  claim.relation(),
                  claim,
                  other.victimClass()));
        }
      }
    }
  }

  /** A figure told without its place, and again with it, is the same figure there. */
  private void settle() {
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      boolean plain =
          !VictimClasses.specific(claim.victimClass()) && claim.numberHigh() < 2
              || claim.field().equals("title");
      if (plain || known(claim.regionCode())) {
        continue;
      }
      for (Claim other : claims) {
        if (known(other.regionCode())
            && other.effect().equals(claim.effect())
            && other.numberLow() == claim.numberLow()
            && other.numberHigh() == claim.numberHigh()
            && other.victimClass().equals(claim.victimClass())
            && lastWord(other.victimText()).equals(lastWord(claim.victimText()))
            && (claim.countryCode() == null || claim.countryCode().equals(other.countryCode()))) {
          claims.set(i, placed(claim, other));
          break;
        }
      }
    }
  }

  /** What the article elsewhere tells as a part is one wherever it is told. */
  private void partsAgain() {
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (!claim.relation().equals("none") || !beside(claim)) {
        continue;
      }
      for (Claim other : claims) {
        if (other.relation().equals("part")
            && other.effect().equals(claim.effect())
            && other.numberLow() == claim.numberLow()
            && other.numberHigh() == claim.numberHigh()
            && other.victimClass().equals(claim.victimClass())
            && lastWord(other.victimText()).equals(lastWord(claim.victimText()))) {
          claims.set(i, part(claim));
          break;
        }
      }
    }
  }

  /** Whether its sentence tells a larger figure of the effect. */
  private boolean beside(Claim claim) {
    for (Claim other : claims) {
      if (other.start() == claim.start()
          && other.field().equals(claim.field())
          && other.effect().equals(claim.effect())
          && other.numberLow() > claim.numberHigh()) {
        return true;
      }
    }
    return false;
  }

  /** "Five more die": a part of the toll that the article tells beside it. */
  private void increments() {
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      boolean on =
          claim.relation().equals(ALSO)
              || claim.relation().equals("none") && more.contains(claim.figureStart());
      if (!on) {
        continue;
      }
      for (Claim other : claims) {
        boolean toll =
            other != claim
                && other.effect().equals(claim.effect())
                && other.numberLow() > claim.numberHigh()
                && other.scope().equals(claim.scope())
                && !other.relation().equals("part")
                && !more.contains(other.figureStart())
                && (other.relation().equals("total")
                    || other.start() != claim.start()
                    || other.figureStart() > claim.figureEnd());
        if (toll) {
          claims.set(i, part(claim));
          break;
        }
      }
    }
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * An article that tells no newer figures is about the past event that it tells first: a trial, a
   * follow-up.
   */
  private void promote() {
    Claim first = null;
    for (Claim claim : claims) {
      if (!claim.effect().equals(KILLED) && !claim.effect().equals(INJURED)) {
        continue;
      }
      if (claim.scope().equals(NEWS) && claim.numberHigh() > 0) {
        return;
      }
      boolean recent =
          claim.scope().equals(HISTORY)
              && claim.dateStart() != null
              && (published.date() == null
                  || claim.dateStart().isAfter(published.date().minusDays(FOLLOW_UP_DAYS)));
      if (first == null && recent && claim.dateEnd().isBefore(claim.dateStart().plusDays(40))) {
        first = claim;
      }
    }
    if (first == null) {
      return;
    }
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (claim.scope().equals(HISTORY)
          && java.util.Objects.equals(claim.dateExpression(), first.dateExpression())) {
        claims.set(i, scope(claim, NEWS, "no newer figure in the article"));
      }
    }
  }

  /**
   * The headline and the first sentence with a figure tell the main event's toll. Later figures
   * that do not fit into it, without a word that ties them to that event, tell another event; later
   * figures that add up to it are its parts.
   */
  private void apart() {
    for (String effect : List.of(KILLED, INJURED)) {
      Lead lead = lead(effect);
      if (lead != null) {
        earlier(effect, lead);
        addends(effect, lead);
        misfits(effect, lead);
      }
      follow(effect, lead);
    }
    behindTheWounded();
  }

  /** Where headlines and leads end, in characters of the text. */
  private static final int OPENING = 600;

  /** The relation of figures that come on top of what the same voice told before. */
  static final String ALSO = "also";

  private static final Set<String> PRONOUNS = Set.of("he", "she", "one", "who", "him", "her");

  /**
   * An article whose headline and opening tell of wounded alone names the dead of another event
   * when it tells of a single one further down, unless a pronoun points back at the wounded.
   */
  private void behindTheWounded() {
    boolean wounded = false;
    if (deadlyTitle) {
      return;
    }
    for (Claim claim : claims) {
      boolean opens = claim.field().equals("title") || claim.start() < OPENING;
      if (opens && leads(claim, KILLED) && claim.numberHigh() > 0) {
        return;
      }
      wounded |= opens && leads(claim, INJURED) && claim.numberHigh() > 0;
    }
    if (!wounded) {
      return;
    }
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      String first = claim.victimText().toLowerCase(Locale.ROOT).split("\\s", 2)[0];
      if (leads(claim, KILLED)
          && claim.numberHigh() == 1
          && claim.relation().equals("none")
          && !PRONOUNS.contains(first)) {
        claims.set(i, scope(claim, ELSEWHERE, "the opening tells of wounded alone"));
      }
    }
  }

  /** What ended on a day before the lead's was another event, or an earlier round of this one. */
  private void earlier(String effect, Lead lead) {
    LocalDate day = null;
    for (Claim claim : claims) {
      boolean leading =
          leads(claim, effect) && claim.start() == lead.start && claim.numberHigh() > 0;
      if (leading && claim.field().equals("text") && claim.dateStart() != null) {
        day = day == null || claim.dateStart().isBefore(day) ? claim.dateStart() : day;
      }
    }
    for (int i = 0; i < claims.size() && day != null; i++) {
      Claim claim = claims.get(i);
      if (leads(claim, effect)
          && claim.start() > lead.start
          && claim.field().equals("text")
          && claim.numberLow() > 1
          && claim.dateEnd() != null
          && claim.dateEnd().isBefore(day)) {
        claims.set(i, scope(claim, HISTORY, "dated " + claim.dateEnd() + ", before the lead's"));
      }
    }
  }

  /**
   * A part shares the scope of its whole; what only adds detail to another event is that event's.
   */
  private void follow(String effect, Lead lead) {
    Claim away = null;
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (!claim.effect().equals(effect) || claim.field().equals("title")) {
        continue;
      }
      Claim whole = null;
      boolean news = false;
      for (Claim other : claims) {
        if (other.start() == claim.start()
            && other.field().equals(claim.field())
            && other.effect().equals(effect)
            && !other.relation().equals("part")) {
          news |= other.scope().equals(NEWS);
          whole = other.scope().equals(NEWS) ? whole : other;
        }
      }
      boolean part = claim.relation().equals("part");
      boolean strays =
          claim.scope().equals(NEWS)
              || whole != null
                  && claim.scope().equals(CUMULATIVE)
                  && whole.scope().equals(ELSEWHERE);
      if (claim.scope().equals(NEWS)
          && part
          && whole == null
          && lead != null
          && claim.numberLow() > lead.limit) {
        claims.set(i, scope(claim, ELSEWHERE, "more than all of the lead's " + lead.number));
      } else if (strays && part && whole != null && !news) {
        claims.set(i, scope(claim, whole.scope(), whole.scopeReason()));
      } else if (claim.scope().equals(NEWS)
          && part
          && whole == null
          && away != null
          && order.getOrDefault(claim.start(), 0) - order.getOrDefault(away.start(), 0) == 1) {
        claims.set(i, scope(claim, away.scope(), away.scopeReason()));
      }
      if (claims.get(i).scope().equals(ELSEWHERE)) {
        away = claims.get(i);
      } else if (!part) {
        away = null;
      }
    }
  }

  /**
   * The toll of the headline and the first sentence with a figure.
   *
   * @param limit most that fits into it
   * @param number the toll itself
   * @param victimClass the class when it counts only one, else {@code unknown}
   * @param start start of the first sentence with a figure
   * @param classes the classes that it counts
   * @param claimants who say so
   */
  private record Lead(
      double limit,
      long number,
      String victimClass,
      int start,
      Set<String> classes,
      Set<String> claimants) {}

  private Lead lead(String effect) {
    Tally title = new Tally();
    Tally body = new Tally();
    int start = -1;
    for (Claim claim : claims) {
      if (!leads(claim, effect)) {
        continue;
      }
      if (claim.field().equals("title")) {
        title.add(claim);
      } else if (start < 0 || claim.start() == start) {
        start = claim.start();
        body.add(claim);
      } else {
        break;
      }
    }
    if (start < 0) {
      start = 0;
    }
    boolean titleIsPart = false;
    for (Claim claim : claims) {
      titleIsPart |=
          claim.start() == start
              && claim.field().equals("text")
              && claim.effect().equals(effect)
              && claim.relation().equals("part")
              && claim.numberHigh() == title.number;
    }
    boolean bodyLeads =
        title.number == 0 || title.vague || titleIsPart || body.number <= title.limit();
    Tally lead =
        bodyLeads && body.number > 0 && (body.number >= title.number || title.vague) ? body : title;
    if (lead.number == 0) {
      return null;
    }
    Set<String> claimants = new HashSet<>(title.claimants);
    claimants.addAll(body.claimants);
    String only = lead.classes.size() == 1 ? lead.classes.iterator().next() : VictimClasses.UNKNOWN;
    return new Lead(
        lead.limit(), lead.number, only, bodyLeads ? start : -1, lead.classes, claimants);
  }

  private static boolean leads(Claim claim, String effect) {
    return claim.effect().equals(effect)
        && claim.scope().equals(NEWS)
        && !claim.relation().equals("part");
  }

  /** The sum of one sentence. */
  private static final class Tally {
    private long number;
    private boolean vague;
    private boolean open;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> claimants = new HashSet<>();

    private void add(Claim claim) {
      vague |= claim.modality().equals("vague");
      open |= !claim.modality().equals("exact");
      classes.add(claim.victimClass());
      if (claim.claimant() != null) {
        claimants.add(claim.claimant());
      }
      number =
          claim.relation().equals("total")
              ? Math.max(number, claim.numberHigh())
              : number + claim.numberHigh();
    }

    private double limit() {
      return vague
          ? number * 20.0
          : open ? Math.max(number + 2.0, number * 1.3) : Math.max(number + 1.0, number * 1.1);
    }
  }

  /** "13 killed in Alpha and Beta", then "nine died in Alpha", "four died in Beta". */
  private void addends(String effect, Lead lead) {
    Map<Integer, Long> bySentence = new java.util.TreeMap<>();
    for (Claim claim : claims) {
      if (leads(claim, effect)
          && claim.field().equals("text")
          && claim.start() > lead.start
          && claim.numberLow() < lead.number) {
        bySentence.merge(claim.start(), (long) claim.numberLow(), Long::sum);
      }
    }
    Set<Long> distinct = new HashSet<>(bySentence.values());
    long sum = 0;
    for (long number : distinct) {
      sum += number;
    }
    if (distinct.size() < 2 || sum != lead.number) {
      return;
    }
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      if (leads(claim, effect)
          && claim.field().equals("text")
          && bySentence.containsKey(claim.start())) {
        claims.set(i, part(claim));
      }
    }
  }

  private long sentenceSum(Claim claim) {
    long sum = 0;
    for (Claim other : claims) {
      if (other.start() == claim.start()
          && other.field().equals(claim.field())
          && leads(other, claim.effect())) {
        sum += other.numberHigh();
      }
    }
    return Math.max(sum, claim.numberHigh());
  }

  private void misfits(String effect, Lead lead) {
    Map<String, Long> byClass = new HashMap<>();
    boolean one = VictimClasses.specific(lead.victimClass);
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      boolean stock =
          claim.scope().equals(CUMULATIVE)
              && claim.dateExpression() != null
              && claim.effect().equals(effect)
              && !claim.relation().equals("part");
      if (!leads(claim, effect) && !stock || claim.numberHigh() == 0) {
        continue;
      }
      String victims = claim.victimClass();
      boolean later = claim.field().equals("text") && claim.start() > lead.start;
      boolean concerns =
          !one
              || claim.numberLow() >= LARGE && claim.numberLow() > LARGE_REACH * lead.number
              || victims.equals(lead.victimClass)
              || !VictimClasses.specific(victims);
      boolean back = tied.contains(claim.figureStart());
      if (later && concerns) {
        long sum = claim.numberLow();
        if (!one && VictimClasses.specific(victims)) {
          for (Map.Entry<String, Long> other : byClass.entrySet()) {
            sum += other.getKey().equals(victims) ? 0 : other.getValue();
          }
        }
        boolean rival = rival(claim, lead);
        boolean commander =
            lead.number == 1 && claim.start() < OPENING && VictimClasses.specific(victims);
        if (rival || commander) {
          // Another voice's figure for the same event; a commander "and ten of his men".
          continue;
        }
        if (sum > (back ? Math.max(lead.limit, TIED_REACH * lead.number) : lead.limit)) {
          claims.set(i, scope(claim, ELSEWHERE, "does not fit into the lead's " + lead.number));
          continue;
        }
        if (!back
            && sentenceSum(claim) * 2 < lead.number
            && claim.relation().equals("none")
            && (!one || VictimClasses.specific(victims))) {
          // Far fewer than the lead tells: some of them, not all of them told otherwise.
          claims.set(i, part(claim));
          continue;
        }
      }
      if (VictimClasses.specific(victims)) {
        byClass.merge(victims, (long) claim.numberLow(), Math::max);
      }
    }
  }

  /** Whether the claim is another voice's figure for the lead's event. */
  private static boolean rival(Claim claim, Lead lead) {
    if (claim.claimant() == null
        || claim.numberLow() < 2
        || lead.claimants.isEmpty()
        || lead.claimants.contains(claim.claimant())) {
      return false;
    }
    if (Actors.hostileToClass(claim.claimantSide(), claim.victimClass())) {
      // It will bound, not count.
      return claim.numberLow() < LARGE_REACH * lead.number;
    }
    boolean complement =
        VictimClasses.specific(claim.victimClass())
            && !lead.classes.contains(claim.victimClass())
            && !lead.classes.contains(VictimClasses.UNKNOWN);
    return claim.numberLow() <= RIVAL_REACH * lead.number
        && (complement || claim.numberLow() * RIVAL_REACH >= lead.number);
  }

  /**
   * Who was shot is dead or injured: those that the article does not tell as dead were injured,
   * where it tells no number of injured itself.
   */
  private void resolveShot() {
    int injured = 0;
    int killed = 0;
    Map<Integer, Integer> killedBySentence = new HashMap<>();
    for (Claim claim : claims) {
      if (!claim.scope().equals(NEWS) || claim.relation().equals("part")) {
        continue;
      }
      if (claim.effect().equals(INJURED)) {
        injured = Math.max(injured, claim.numberLow());
      }
      if (claim.effect().equals(KILLED)
          && !claim.victimClass().equals(VictimClasses.PERPETRATORS)) {
        int key = claim.start() * 2 + (claim.field().equals("title") ? 1 : 0);
        int sum = killedBySentence.merge(key, claim.numberLow(), Integer::sum);
        killed = Math.max(killed, sum);
      }
    }
    Claim most = null;
    for (Claim claim : shot) {
      if (claim.scope().equals(NEWS)
          && !claim.relation().equals("part")
          && (most == null || claim.numberLow() > most.numberLow())) {
        most = claim;
      }
    }
    if (most != null && most.numberLow() == 1 && killed == 0) {
      killed = suicide() ? 1 : 0;
    }
    if (most == null || most.numberLow() - killed <= injured) {
      return;
    }
    claims.add(
        new Claim(
            most.field(),
            most.start(),
            most.end(),
            most.figureStart(),
            most.figureEnd(),
            INJURED,
            most.numberLow() - killed,
            Math.max(most.numberLow(), most.numberHigh()) - killed,
            most.modality(),
            most.victimClass(),
            most.victimText(),
            most.claimant(),
            most.claimantSide(),
            most.claimDate(),
            most.claimExpression(),
            most.dateStart(),
            most.dateEnd(),
            most.dateExpression(),
            most.scope(),
            killed == 0 ? "shot" : "shot, " + killed + " of them dead",
            most.relation(),
            most.placeName(),
            most.latitude(),
            most.longitude(),
            most.countryCode(),
            most.regionCode()));
  }

  private boolean suicide() {
    for (Claim claim : claims) {
      if (claim.effect().equals(KILLED)
          && claim.scope().equals(NEWS)
          && claim.victimClass().equals(VictimClasses.PERPETRATORS)) {
        return true;
      }
    }
    return false;
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

  /** The day beside a word of saying: "said on Monday". */
  private DateMention spoken(Wording words, int verb) {
    DateMention best = null;
    int near = Integer.MAX_VALUE;
    for (DateMention date : dates.in(words.sentence())) {
      if (!in(words.sentence(), date.field(), date.start()) || HISTORY.equals(date.role())) {
        continue;
      }
      int at = words.at(date.start());
      int distance = at > verb ? at - verb : (verb - at) * 2;
      if (distance <= 5
          && distance < near
          && !split(words, Math.min(at, verb), Math.max(at, verb))) {
        best = date;
        near = distance;
      }
    }
    return best;
  }

  private static boolean split(Wording words, int from, int until) {
    for (int k = from + 1; k <= until && k < words.size(); k++) {
      if (words.marked(k, Wording.COMMA | Wording.STOP | Wording.COLON | Wording.ASIDE)
          || words.is(k, Role.BLOCK) && k < until) {
        return true;
      }
    }
    return false;
  }

  /** The day of the claim's own clause: the date nearest to the verb. */
  private DateMention own(Wording words, Counted one, DateMention spoken) {
    DateMention best = null;
    int near = Integer.MAX_VALUE;
    int anchor = one.verb >= 0 ? one.verb : one.first;
    for (DateMention date : dates.in(words.sentence())) {
      if (date == spoken || !in(words.sentence(), date.field(), date.start())) {
        continue;
      }
      int at = words.at(date.start());
      int distance = Math.min(Math.abs(at - anchor), Math.abs(at - one.first));
      if (distance < near && sameClause(words, Math.max(anchor, one.end), at)) {
        best = date;
        near = distance;
      }
    }
    return best;
  }

  /** "in the past 24 hours" is no history. */
  private static boolean recent(Wording words, DateMention date) {
    if (!DateExpression.PAST.equals(date.expression())) {
      return false;
    }
    int next = words.at(date.end());
    String term = words.term(next);
    return Numbers.at(words, next) != null
        || term.equals("few")
        || term.equals("day")
        || term.equals("night")
        || term.equals("week");
  }

  /**
   * Whether a later word is not in a clause of its own: "where troops are holed up since Friday".
   */
  private static boolean sameClause(Wording words, int from, int until) {
    for (int k = from; k < until && k < words.size(); k++) {
      String term = words.term(k);
      if (term.equals("where") || term.equals("who") || term.equals("which")) {
        return false;
      }
    }
    return true;
  }

  /** The date behind a "since" that governs the clause of the figure, or null. */
  private DateMention since(Wording words, Counted one) {
    for (DateMention date : dates.in(words.sentence())) {
      if (!in(words.sentence(), date.field(), date.start())) {
        continue;
      }
      int at = words.at(date.start());
      for (int k = at; k >= 0 && k >= at - 7; k--) {
        if (words.term(k).equals("since") && governs(words, k, one)) {
          return date;
        }
      }
    }
    return null;
  }

  private static boolean governs(Wording words, int since, Counted one) {
    if (since < one.first) {
      return since == 0
          || words.marked(since, Wording.COMMA | Wording.ASIDE | Wording.QUOTE)
          || since < 4;
    }
    for (int k = one.end; k < since; k++) {
      String term = words.term(k);
      if (term.equals("where")
          || term.equals("who")
          || term.equals("which")
          || term.equals("when")
          || Claimants.speech(term)) {
        return false;
      }
    }
    return true;
  }

  /** The scope that a phrase of the sentence gives, with the phrase behind a tab; or null. */
  private static String phrase(Wording words, Counted one, int told, boolean tied) {
    boolean title = words.sentence().isTitle();
    for (int k = 0; k < words.size(); k++) {
      Lexicon.Hit<String> hit = SCOPES.at(words, k);
      if (hit == null) {
        continue;
      }
      String scope = hit.value();
      boolean holds =
          switch (scope) {
            case "large" -> one.low >= LARGE || one.high >= LARGE;
            case "yearly" -> true;
            case CUMULATIVE -> told > 2 || one.low >= LARGE;
            case ELSEWHERE -> !tied && !title && told > 1 && k < one.first + 3;
            default -> !title;
          };
      if (holds) {
        boolean sum = scope.equals("large") || scope.equals("yearly");
        return (sum ? CUMULATIVE : scope) + "\t" + words.text(k, hit.end());
      }
    }
    return null;
  }

  private static DateMention latestNews(List<DateMention> dates, PublicationDate published) {
    DateMention latest = null;
    for (DateMention date : dates) {
      if (!"news".equals(date.role()) || date.dateEnd() == null) {
        continue;
      }
      if (published.date() != null && date.dateEnd().isAfter(published.date())) {
        continue;
      }
      if (latest == null || date.dateEnd().isAfter(latest.dateEnd())) {
        latest = date;
      }
    }
    return latest;
  }

  private static LocalDate end(DateMention date) {
    return date.dateEnd();
  }

  /** The place where the clause says that it happened: behind "in", "near" and the like. */
  private PlaceMention placeOf(Wording words, Counted one) {
    PlaceMention best = null;
    int near = Integer.MAX_VALUE;
    for (PlaceMention place : places.in(words.sentence())) {
      if (!in(words.sentence(), place.field(), place.start())
          || !PlaceMention.TOPONYM.equals(place.kind())) {
        continue;
      }
      int at = words.at(place.start());
      if (!located(words, at)) {
        continue;
      }
      int distance = Math.min(Math.abs(at - one.first), Math.abs(at - Math.max(0, one.verb)));
      boolean finer =
          best == null
              || precise(place) && !precise(best)
              || precise(place) == precise(best) && distance < near;
      if (finer) {
        best = place;
        near = distance;
      }
    }
    return best;
  }

  private static boolean located(Wording words, int at) {
    for (int k = at - 1; k >= 0 && k >= at - 4; k--) {
      if (words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return false;
      }
      if (WHERE.contains(words.term(k))) {
        // "said in Geneva" is where somebody spoke, "south of Geneva" is not in it.
        return !Claimants.speech(words.term(k - 1))
            && !(words.term(k).equals("of") && DIRECTIONS.contains(words.term(k - 1)));
      }
      if (words.is(k, Role.CONJUNCTION)) {
        continue;
      }
      if (words.endsNouns(k) && !words.is(k, Role.DETERMINER)) {
        return false;
      }
    }
    return false;
  }

  /** The place named nearest to an offset of a sentence; -1: the first one. */
  private PlaceMention placeIn(Sentence sentence, int offset) {
    PlaceMention best = null;
    int near = Integer.MAX_VALUE;
    for (PlaceMention place : places.in(sentence)) {
      if (!in(sentence, place.field(), place.start())
          || !PlaceMention.TOPONYM.equals(place.kind())) {
        continue;
      }
      int distance = offset < 0 ? place.start() : Math.abs(place.start() - offset);
      boolean finer =
          best == null
              || precise(place) && !precise(best)
              || precise(place) == precise(best) && distance < near;
      if (finer) {
        best = place;
        near = distance;
      }
    }
    return best;
  }

  private static boolean precise(PlaceMention place) {
    return place.regionCode() != null;
  }

  private String victimClass(Wording words, Counted one) {
    String victimClass = one.victimClass;
    if (!VictimClasses.specific(victimClass)) {
      for (ActorMention actor : actors.in(words.sentence())) {
        if (in(words.sentence(), actor.field(), actor.start())
            && actor.start() >= words.start(one.first)
            && actor.end() <= words.end(Math.max(one.first, one.end - 1)) + 1
            && VictimClasses.ALL.contains(actor.actorClass())
            && VictimClasses.specific(actor.actorClass())) {
          victimClass = actor.actorClass();
        }
      }
    }
    if (victimClass.equals(VictimClasses.STATE_FORCES)) {
      victimClass = named(words, one, victimClass);
    }
    if (victimClass.equals(VictimClasses.STATE_FORCES) && country != null) {
      for (PlaceMention place : places.in(words.sentence())) {
        if (PlaceMention.DEMONYM.equals(place.kind())
            && in(words.sentence(), place.field(), place.start())
            && place.start() >= words.start(one.first)
            && place.end() <= words.end(Math.max(one.first, one.end - 1))
            && place.countryCode() != null
            && !place.countryCode().equals(country)) {
          return VictimClasses.FOREIGN_FORCES;
        }
      }
    }
    return victimClass;
  }

  /** "20 members of the Free Army": what is named decides, not the word army. */
  private String named(Wording words, Counted one, String victimClass) {
    int from = words.start(one.first);
    int until = words.end(Math.min(words.size() - 1, one.end + 5));
    if (!words.term(one.end).equals("of")) {
      until = words.end(Math.max(one.first, one.end - 1));
    }
    for (ActorMention actor : actors.in(words.sentence())) {
      if (in(words.sentence(), actor.field(), actor.start())
          && actor.start() >= from
          && actor.end() <= until
          && (actor.actorClass().equals(VictimClasses.REBELS)
              || actor.actorClass().equals(VictimClasses.MILITIA))) {
        return actor.actorClass();
      }
    }
    return victimClass;
  }

  private boolean named(Wording words, int word) {
    int start = words.start(word);
    for (ActorMention actor : actors.in(words.sentence())) {
      if (in(words.sentence(), actor.field(), actor.start())
          && actor.start() <= start
          && start < actor.end()) {
        return true;
      }
    }
    for (PlaceMention place : places.in(words.sentence())) {
      if (in(words.sentence(), place.field(), place.start())
          && place.start() <= start
          && start < place.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean in(Sentence sentence, String field, int start) {
    return sentence.span().field().equals(field)
        && sentence.span().start() <= start
        && start < sentence.span().end();
  }

  private static String country(List<PlaceMention> places) {
    Map<String, Integer> counts = new HashMap<>();
    for (PlaceMention place : places) {
      if (PlaceMention.TOPONYM.equals(place.kind()) && known(place.countryCode())) {
        counts.merge(place.countryCode(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static boolean known(String code) {
    return code != null && !code.equals("XX");
  }

  private static double kilometres(double lat1, double lon1, double lat2, double lon2) {
    double dLat = Math.toRadians(lat2 - lat1);
    double dLon = Math.toRadians(lon2 - lon1);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 12742 * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
