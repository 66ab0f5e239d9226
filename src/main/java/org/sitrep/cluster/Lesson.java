package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.event.Event;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.time.DateInference;
import org.sitrep.time.DateMention;
import org.sitrep.time.PublicationDate;

/**
 * What one article brings to its incident, and takes home.
 *
 * @param membership the article in the incident, not yet dated and placed
 * @param published its publication date, or what is known of it
 * @param dates its date expressions in reading order
 * @param event its main event; null where it tells none
 */
record Lesson(
    IncidentArticle membership, PublicationDate published, List<DateMention> dates, Event event) {

  private static final String NOWHERE = "XX";

  /**
   * The memberships of one incident, dated by each other; an article without a region takes the
   * region that most others name, within its own country where it knows that. One that names
   * another region than three of four takes theirs: a local paper's homonym, a town named in
   * passing.
   */
  static List<IncidentArticle> learned(List<Lesson> lessons) {
    List<DateInference.Dated> dated =
        DateInference.infer(
                lessons.stream()
                    .map(
                        lesson ->
                            new DateInference.Evidence(
                                lesson.membership.articleId(),
                                lesson.published,
                                lesson.dates,
                                lesson.event == null ? null : lesson.event.startExpression(),
                                lesson.event == null ? null : lesson.event.endExpression()))
                    .toList())
            .articles();
    List<Lesson> placed =
        lessons.stream().filter(lesson -> !lesson.region().equals(NOWHERE)).toList();
    Optional<Lesson> majority = majority(placed);
    Map<String, Lesson> byCountry = new HashMap<>();
    List<IncidentArticle> articles = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      Lesson lesson = lessons.get(i);
      Lesson where =
          lesson.region().equals(NOWHERE)
              ? byCountry.computeIfAbsent(lesson.country(), country -> most(placed, country))
              : majority.orElse(lesson);
      articles.add(lesson.article(dated.get(i), where == null ? lesson : where));
    }
    return articles;
  }

  private IncidentArticle article(DateInference.Dated dated, Lesson where) {
    return new IncidentArticle(
        membership.incidentId(),
        membership.articleId(),
        membership.similarity(),
        membership.isPrimary(),
        membership.duplicateOf(),
        dated.publishedDate(),
        dated.publishedBasis(),
        dated.event() == null ? null : dated.event().start(),
        dated.event() == null ? null : dated.event().end(),
        dated.event() == null ? null : dated.event().precision(),
        dated.eventBasis(),
        where.country(),
        where.region(),
        membership.clusteredId(),
        membership.passageStart(),
        membership.passageEnd());
  }

  private String country() {
    return event == null || event.countryCode() == null ? NOWHERE : event.countryCode();
  }

  private String region() {
    return event == null || event.regionCode() == null ? NOWHERE : event.regionCode();
  }

  /** A lesson of the region that three of four name, if there is such a region. */
  private static Optional<Lesson> majority(List<Lesson> placed) {
    Lesson most = most(placed, NOWHERE);
    if (most == null) {
      return Optional.empty();
    }
    long same = placed.stream().filter(lesson -> lesson.region().equals(most.region())).count();
    return 4 * same >= 3L * placed.size() ? Optional.of(most) : Optional.empty();
  }

  /**
   * A lesson of the region that most name, within a country where that is known; null where none
   * does. Ties go to the smaller code.
   */
  private static Lesson most(List<Lesson> placed, String country) {
    Map<String, List<Lesson>> byRegion = new TreeMap<>();
    for (Lesson lesson : placed) {
      if (country.equals(NOWHERE) || country.equals(lesson.country())) {
        byRegion.computeIfAbsent(lesson.region(), code -> new ArrayList<>()).add(lesson);
      }
    }
    return byRegion.values().stream()
        .max(Comparator.comparingInt((List<Lesson> lessons) -> lessons.size()))
        .map(lessons -> lessons.get(0))
        .orElse(null);
  }
}
