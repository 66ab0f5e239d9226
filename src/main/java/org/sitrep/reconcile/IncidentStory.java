package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.event.ActorMention;
import org.sitrep.event.Event;
import org.sitrep.event.EventTypes;
import org.sitrep.event.Figures;
import org.sitrep.event.ReconciledClaim;
import org.sitrep.event.Reconciliation;
import org.sitrep.tables.Document;
import org.sitrep.tables.Incident;
import org.sitrep.tables.IncidentClaim;
import org.sitrep.time.DateInference;
import org.sitrep.time.DateRange;
import org.sitrep.time.PublicationDate;

/**
 * The story of one incident from its members: what, where, when, to how many, and who says so.
 * Pure; the order of the members does not matter.
 *
 * @param incident the row of {@code incidents}
 * @param claims its rows of {@code claims}
 */
record IncidentStory(Incident incident, List<IncidentClaim> claims) {

  private static final String OTHER = "Other";
  private static final String NOWHERE = "XX";

  /** A story that many outlets tell is trusted more; so many say all that more can say. */
  private static final double MANY_SOURCES = 4;

  /**
   * The story.
   *
   * @param members the members, but for copies whose original is among them
   * @param copies what those add
   */
  static IncidentStory of(String id, Collection<Member> members, Copies copies) {
    Set<String> articles =
        members.stream().map(member -> member.document().articleId()).collect(Collectors.toSet());
    List<Member> sorted =
        members.stream()
            .map(member -> member.among(articles))
            .sorted(
                Comparator.<Member, LocalDate>comparing(
                        member -> member.membership().publishedDate(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(member -> member.document().articleId()))
            .toList();
    List<Member> primary = sorted.stream().filter(Member::primary).toList();
    // An incident that no article is about is what the passages tell.
    List<Member> telling = primary.isEmpty() ? sorted : primary;
    List<Member> originals = telling.stream().filter(Member::original).toList();
    List<Member> tellers = originals.isEmpty() ? telling : originals;
    String type = type(tellers);
    List<Member> tellersOfType =
        tellers.stream()
            .filter(member -> type.equals(member.document().event().eventType()))
            .toList();
    String subType = subType(tellersOfType);
    Event where = where(tellersOfType);
    DateInference.Incident days = days(tellers, type);
    DateRange window = days.window();
    Reconciliation.Result result =
        Reconciliation.of(
            new Reconciliation.Incident(
                type,
                window,
                where.placeName(),
                where.latitude(),
                where.longitude(),
                where.countryCode(),
                where.regionCode()),
            sorted.stream().map(IncidentStory::source).toList());
    Figures figures = type.equals(OTHER) ? none() : result.figures();
    TreeSet<String> warnings = new TreeSet<>(figures.warnings());
    if (window == null) {
      warnings.add("undated");
    }
    if (where.regionCode().equals(NOWHERE)) {
      warnings.add("unplaced");
    }
    if (!days.contradictions().isEmpty()) {
      warnings.add("date_conflict");
    }
    if (copies.language()
        || telling.stream().anyMatch(member -> member.document().warning().contains("language"))) {
      warnings.add("language");
    }
    int sources =
        (int)
            Stream.concat(
                    telling.stream().map(member -> member.document().source()),
                    copies.outlets().stream())
                .filter(Objects::nonNull)
                .distinct()
                .count();
    List<String> parties = parties(tellersOfType);
    Incident.Draft incident =
        Incident.draft(id)
            .title(title(telling))
            .what(type, subType)
            .where(
                where.placeName(),
                where.geonameId(),
                where.latitude(),
                where.longitude(),
                where.wherePrec(),
                where.countryCode(),
                where.regionCode(),
                where.regionName())
            .toldBy(
                primary.size() + copies.articles(),
                primary.isEmpty() ? 0 : originals.size(),
                primary.isEmpty() ? 0 : sources)
            .killed(
                figures.killedLow(),
                figures.killedBest(),
                figures.killedHigh(),
                figures.killedByClass())
            .injured(figures.injuredLow(), figures.injuredBest(), figures.injuredHigh())
            .who(
                parties.get(0),
                parties.get(1),
                actors(tellersOfType),
                againstCivilians(tellersOfType))
            .confidence(confidence(where, window, figures, Math.max(sources, 1)))
            .explained(figures.steps())
            .warnings(List.copyOf(warnings));
    if (window == null) {
      incident.when(null, null, null, "none");
    } else {
      incident.when(window.start(), window.end(), window.precision(), days.basis());
    }
    return new IncidentStory(
        incident.incident(), result.claims().stream().map(claim -> claim(id, claim)).toList());
  }

  /**
   * What happened: the type for which the members speak most surely; a real event before {@code
   * Other}.
   */
  private static String type(List<Member> tellers) {
    Votes<String> votes = new Votes<>();
    for (Member member : tellers) {
      Event event = member.document().event();
      if (!event.eventType().equals(OTHER)) {
        votes.add(event.eventType(), 0.5 + score(event));
      }
    }
    String winner = votes.winner();
    return winner == null ? OTHER : winner;
  }

  /** The members' sub-event type that is highest in precedence. */
  private static String subType(List<Member> tellers) {
    return tellers.stream()
        .map(member -> member.document().event())
        .min(
            Comparator.comparingInt(
                event -> EventTypes.of(event.eventType(), event.subEventType()).precedence()))
        .map(Event::subEventType)
        .orElse(OTHER);
  }

  /** Where: the country, then the region, then the place that most members name. */
  private static Event where(List<Member> tellers) {
    List<Event> events = tellers.stream().map(member -> member.document().event()).toList();
    Votes<String> regions = new Votes<>();
    for (Event event : events) {
      if (!event.regionCode().equals(NOWHERE)) {
        regions.add(event.countryCode() + " " + event.regionCode(), weight(event));
      }
    }
    String region = regions.winner();
    List<Event> inRegion =
        events.stream()
            .filter(
                event ->
                    region == null || region.equals(event.countryCode() + " " + event.regionCode()))
            .toList();
    if (region == null) {
      Votes<String> countries = new Votes<>();
      events.stream()
          .filter(event -> !event.countryCode().equals(NOWHERE))
          .forEach(event -> countries.add(event.countryCode(), weight(event)));
      String country = countries.winner();
      inRegion =
          events.stream()
              .filter(event -> country == null || country.equals(event.countryCode()))
              .toList();
    }
    Votes<String> places = new Votes<>();
    inRegion.forEach(event -> places.add(event.placeName(), weight(event)));
    String place = places.winner();
    return inRegion.stream()
        .filter(event -> Objects.equals(place, event.placeName()))
        .min(
            Comparator.comparing(Event::wherePrec, Comparator.nullsLast(Comparator.naturalOrder())))
        .orElse(events.get(0));
  }

  private static double weight(Event event) {
    return 1.0 / (event.wherePrec() == null ? 7 : event.wherePrec());
  }

  private static double score(Event event) {
    return event.score() == null ? 0 : event.score();
  }

  /**
   * When: all originals date each other, but only those that tell the incident's type say when it
   * was.
   */
  private static DateInference.Incident days(List<Member> tellers, String type) {
    return DateInference.infer(tellers.stream().map(member -> evidence(member, type)).toList());
  }

  private static DateInference.Evidence evidence(Member member, String type) {
    Document document = member.document();
    boolean tells = document.event().eventType().equals(type);
    return new DateInference.Evidence(
        document.articleId(),
        // What tells in passing was dated by the incident that its article is about.
        member.primary()
            ? new PublicationDate(
                document.publishedDate(), document.publishedBasis(), document.publishedExpression())
            : new PublicationDate(
                member.membership().publishedDate(),
                member.membership().publishedBasis(),
                document.publishedExpression()),
        document.dates(),
        tells ? document.event().startExpression() : null,
        tells ? document.event().endExpression() : null);
  }

  static Reconciliation.Source source(Member member) {
    Document document = member.document();
    LocalDate published = member.membership().publishedDate();
    return new Reconciliation.Source(
        document.articleId(),
        member.membership().duplicateOf(),
        document.source(),
        published,
        document.publishedAt(),
        Dating.claims(document, published));
  }

  private static String title(List<Member> sorted) {
    return sorted.stream()
        .filter(Member::original)
        .map(member -> member.document().title())
        .filter(title -> title != null && !title.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** Who acts, and upon whom: the names that most members give; nobody acts upon himself. */
  private static List<String> parties(List<Member> tellers) {
    Votes<String> acting = new Votes<>();
    Votes<String> actedUpon = new Votes<>();
    tellers.forEach(member -> acting.add(member.document().event().actor1(), 1));
    String first = acting.winner();
    for (Member member : tellers) {
      Event event = member.document().event();
      String other = Objects.equals(first, event.actor2()) ? event.actor1() : event.actor2();
      if (!Objects.equals(first, other)) {
        actedUpon.add(other, 1);
      }
    }
    return Arrays.asList(first, actedUpon.winner());
  }

  /** Whether more than half of the members tell of violence against civilians. */
  private static boolean againstCivilians(List<Member> tellers) {
    long against =
        tellers.stream()
            .filter(member -> Boolean.TRUE.equals(member.document().event().civilianTargeting()))
            .count();
    return against * 2 > tellers.size();
  }

  private static List<String> actors(List<Member> tellers) {
    TreeSet<String> names = new TreeSet<>();
    for (Member member : tellers) {
      for (ActorMention actor : member.document().actors()) {
        if (actor.side() != null && !actor.actorClass().equals("media")) {
          names.add(actor.name());
        }
      }
    }
    return List.copyOf(names);
  }

  /** Mean of four things, each 0..1: place, day, independent outlets, agreement of figures. */
  private static double confidence(Event where, DateRange window, Figures figures, int sources) {
    double place = where.wherePrec() == null ? 0 : (7 - where.wherePrec()) / 6.0;
    double day = window == null ? 0 : (6 - window.precision()) / 5.0;
    double outlets = Math.min(1, sources / MANY_SOURCES);
    double agreement = figures.confidence() == null ? 0.5 : figures.confidence();
    return Math.round((place + day + outlets + agreement) * 25) / 100.0;
  }

  private static Figures none() {
    return new Figures(
        null, null, null, new HashMap<>(), null, null, null, List.of(), null, List.of());
  }

  static IncidentClaim claim(String id, ReconciledClaim reconciled) {
    var claim = reconciled.claim();
    return new IncidentClaim(
        id,
        reconciled.articleId(),
        claim.field(),
        claim.start(),
        claim.end(),
        claim.figureStart(),
        claim.figureEnd(),
        claim.effect(),
        claim.numberLow(),
        claim.numberHigh(),
        claim.modality(),
        claim.victimClass(),
        claim.victimText(),
        claim.claimant(),
        claim.claimantSide(),
        claim.claimDate(),
        reconciled.status(),
        reconciled.reason());
  }
}
