package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
   * another region than most takes theirs: a local paper's homonym, a town named in passing.
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
    List<IncidentArticle> articles = new ArrayList<>();
    for (int i = 0; i < lessons.size(); i++) {
      articles.add(lessons.get(i).article(dated.get(i), lessons));
    }
    return articles;
  }

  private IncidentArticle article(DateInference.Dated dated, List<Lesson> all) {
    Lesson where = placed(all);
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
        where.region());
  }

  /**
   * The lesson that places the article: its own, unless it has no region or half of all, and twice
   * as many as agree with it, say another one.
   */
  private Lesson placed(List<Lesson> all) {
    List<Lesson> others =
        all.stream().filter(lesson -> lesson != this && !lesson.region().equals(NOWHERE)).toList();
    if (region().equals(NOWHERE)) {
      String own = country();
      Lesson other =
          most(
              others.stream()
                  .filter(lesson -> own.equals(NOWHERE) || own.equals(lesson.country()))
                  .toList());
      return other == null ? this : other;
    }
    Lesson other = most(others);
    if (other == null) {
      return this;
    }
    long against = others.stream().filter(l -> l.region().equals(other.region())).count();
    boolean overruled = 4 * against >= 3 * (others.size() + 1);
    return overruled ? other : this;
  }

  private String country() {
    return event == null || event.countryCode() == null ? NOWHERE : event.countryCode();
  }

  private String region() {
    return event == null || event.regionCode() == null ? NOWHERE : event.regionCode();
  }

  /** A lesson of the region that most name; ties go to the smaller code. */
  private static Lesson most(List<Lesson> placed) {
    Map<String, List<Lesson>> byRegion = new TreeMap<>();
    placed.forEach(
        lesson -> byRegion.computeIfAbsent(lesson.region(), code -> new ArrayList<>()).add(lesson));
    return byRegion.values().stream()
        .max(Comparator.comparingInt((List<Lesson> lessons) -> lessons.size()))
        .map(lessons -> lessons.get(0))
        .orElse(null);
  }
}
