package org.sitrep.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.text.Reading;
import org.sitrep.time.DateInference.Dated;
import org.sitrep.time.DateInference.Evidence;
import org.sitrep.time.DateInference.Incident;

class DateInferenceTest {

  private static final String BY_YEAR =
      """
      Militants close in on river town

      Published June 14th, 2014 - 06:07 GMT

      Militants moved closer to the river town on Friday in a push that began Thursday, a monitor said.
      """;
  private static final String BY_DATELINE =
      """
      AMMAN, June 14 — Militants stormed the river town today, a monitor said.

      They launched their push on Thursday and had taken its suburbs last month.
      """;
  private static final String BY_DAY =
      """
      At least nine guards died in the river fort, a monitor said on Monday.

      Fights broke out early Sunday and lasted until early Monday. On June 7, militants started an
      assault on the gate, the town's elders recalled.
      """;
  private static final String BY_MONTH =
      """
      The army made gains near the river, an agency reported Sunday.

      Militants blew up the gate of the fort earlier on Sunday, it added. The army lost the town last
      month. On Tuesday, a minister gave a speech.

      The army had retaken it before losing it again in May 2015.
      """;

  private static Evidence read(String id, String text, LocalDate metadata) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate published = PublicationDates.find(reading, metadata);
    List<DateMention> dates = Dates.find(reading, published);
    EventDates.EventDate event = EventDates.of(reading, dates, published);
    return new Evidence(id, published, dates, event.startExpression(), event.endExpression());
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void aDatelineTakesItsYearFromADatedArticle() {
    Incident incident =
        DateInference.infer(List.of(read("a", BY_DATELINE, null), read("b", BY_YEAR, null)));
    Dated first = incident.articles().get(0);
    assertThat(first.publishedDate()).isEqualTo(day("2014-06-14"));
    assertThat(first.publishedBasis()).isEqualTo("inferred");
    assertThat(first.event()).isEqualTo(DateRange.between(day("2014-06-12"), day("2014-06-14")));
    assertThat(first.eventBasis()).isEqualTo("inferred");
    assertThat(incident.articles().get(1).publishedBasis()).isEqualTo("byline");
    assertThat(incident.window())
        .isEqualTo(DateRange.between(day("2014-06-12"), day("2014-06-14")));
    assertThat(incident.basis()).isEqualTo("expression");
    assertThat(incident.contradictions()).isEmpty();
  }

  @Test
  void aDayWithoutAYearIsPlacedBehindTheMonthThatAnotherArticleNames() {
    Incident incident =
        DateInference.infer(List.of(read("a", BY_MONTH, null), read("b", BY_DAY, null)));
    // 7 June 2015 is a Sunday
    assertThat(incident.articles().get(0).publishedDate()).isEqualTo(day("2015-06-07"));
    assertThat(incident.articles().get(1).publishedDate()).isEqualTo(day("2015-06-08"));
    assertThat(incident.articles()).allMatch(a -> a.publishedBasis().equals("inferred"));
    assertThat(incident.window())
        .isEqualTo(DateRange.between(day("2015-06-07"), day("2015-06-08")));
    assertThat(incident.basis()).isEqualTo("inferred");
    assertThat(incident.contradictions()).isEmpty();
  }

  @Test
  void theWeekdayMustFit() {
    String wrong = BY_DAY.replace("June 7", "June 9").replace("Monday", "Saturday");
    Incident incident =
        DateInference.infer(List.of(read("a", BY_MONTH, null), read("b", wrong, null)));
    assertThat(incident.articles()).allMatch(a -> a.publishedDate() == null);
    assertThat(incident.contradictions()).singleElement().asString().contains("TUESDAY");
    assertThat(incident.window()).isEqualTo(new DateRange(day("2015-06-01"), day("2015-06-30"), 4));
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    Incident incident =
        DateInference.infer(
            List.of(read("a", BY_DAY, null), read("b", "A bomb killed nine on Friday.", null)));
    assertThat(incident.window()).isNull();
    assertThat(incident.basis()).isEqualTo("none");
    assertThat(incident.articles())
        .allMatch(
            a -> a.publishedDate() == null && a.event() == null && a.eventBasis().equals("none"));
  }

  @Test
  void aBareYearIsNoBound() {
    Evidence alone = read("a", BY_DAY + "\nThe revolt broke out in 2011.\n", null);
    assertThat(DateInference.infer(List.of(alone)).window()).isNull();
  }

  @Test
  void anUndatedArticleIsPublishedWhenItsWeekdaysFit() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A bomb killed nine people on Friday.", day("2015-04-25")),
                read("b", "A bomb killed ten people on Friday, the mayor said Sunday.", null)));
    Dated second = incident.articles().get(1);
    assertThat(second.publishedDate()).isEqualTo(day("2015-04-26"));
    assertThat(second.event()).isEqualTo(DateRange.day(day("2015-04-24")));
  }

  @Test
  void anArticleWithoutAnyDateTakesTheIncidentsDayButNoPublicationDay() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A bomb killed nine people on Friday.", day("2015-04-25")),
                read("b", "A bomb killed ten people.", null)));
    Dated second = incident.articles().get(1);
    assertThat(second.publishedDate()).isNull();
    assertThat(second.event()).isEqualTo(DateRange.day(day("2015-04-24")));
    assertThat(second.eventBasis()).isEqualTo("inferred");
  }

  @Test
  void whoeverIsFarOffIsReportedAndDoesNotMoveTheWindow() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A bomb killed nine people on Friday.", day("2015-04-25")),
                read("b", "A bomb killed nine people on Friday.", day("2015-04-26")),
                read("c", "A bomb killed nine people on Friday.", day("2015-05-30"))));
    assertThat(incident.window()).isEqualTo(DateRange.day(day("2015-04-24")));
    assertThat(incident.contradictions()).singleElement().asString().startsWith("c dates");
  }

  @Test
  void aPublicationDayOnlyCountsWhereNobodyTellsTheDay() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A bomb killed nine people on Friday.", day("2015-04-25")),
                read("b", "A bomb killed nine people.", day("2015-04-26"))));
    assertThat(incident.window()).isEqualTo(DateRange.day(day("2015-04-24")));
  }

  @Test
  void aFollowUpWithAnotherSingleDayDoesNotStretchTheEvent() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A bomb killed nine people on Friday.", day("2015-04-25")),
                read("b", "Troops shot a suspect dead on Sunday.", day("2015-04-26"))));
    assertThat(incident.window()).isEqualTo(DateRange.day(day("2015-04-24")));
    assertThat(incident.contradictions()).isEmpty();
  }

  @Test
  void theDayThatMostTellWins() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A bomb killed nine people on Thursday.", day("2015-04-25")),
                read("b", "A bomb killed nine people on Friday.", day("2015-04-25")),
                read("c", "A bomb killed ten people on Friday.", day("2015-04-26"))));
    assertThat(incident.window()).isEqualTo(DateRange.day(day("2015-04-24")));
  }

  @Test
  void aRangeThatAnArticleTellsStaysOne() {
    Incident incident =
        DateInference.infer(
            List.of(
                read(
                    "a",
                    "Clashes that broke out on Thursday lasted until Saturday.",
                    day("2015-04-26")),
                read("b", "Clashes killed nine people on Friday.", day("2015-04-25"))));
    assertThat(incident.window())
        .isEqualTo(DateRange.between(day("2015-04-23"), day("2015-04-25")));
  }

  @Test
  void anArticleWithOnlyItsDayOfPublicationLearnsTheDayOfTheEvent() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A bomb killed nine people on Friday.", day("2015-04-25")),
                read("b", "The town mourns its nine dead.", day("2015-04-26"))));
    Dated second = incident.articles().get(1);
    assertThat(second.publishedDate()).isEqualTo(day("2015-04-26"));
    assertThat(second.event()).isEqualTo(DateRange.day(day("2015-04-24")));
    assertThat(second.eventBasis()).isEqualTo("inferred");
  }

  @Test
  void theOrderOfArticlesDoesNotMatter() {
    List<Evidence> articles =
        new ArrayList<>(
            List.of(
                read("a", BY_MONTH, null),
                read("b", BY_DAY, null),
                read("c", "A bomb killed ten people.", null)));
    Incident incident = DateInference.infer(articles);
    Collections.reverse(articles);
    Incident reversed = DateInference.infer(articles);
    assertThat(reversed.window()).isEqualTo(incident.window());
    assertThat(reversed.articles()).containsExactlyInAnyOrderElementsOf(incident.articles());
  }

  @Test
  void noArticlesGiveNoIncident() {
    assertThat(DateInference.infer(List.of()).window()).isNull();
  }

  private static final String RAID = "A raid killed nine people in the river town.";

  private static List<String> days(Incident incident) {
    return incident.articles().stream()
        .map(article -> article.event().start() + " " + article.eventBasis())
        .toList();
  }

  @Test
  void oneArticleTeachesTheDayShortlyBefore() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A raid killed nine people on Thursday.", day("2015-04-24")),
                read("b", RAID, day("2015-04-25"))));
    assertThat(days(incident)).containsExactly("2015-04-23 expression", "2015-04-23 inferred");
  }

  @Test
  void oneArticleAloneDoesNotMoveAnotherFarBack() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A raid killed nine people on 10 April 2015.", day("2015-04-11")),
                read("b", RAID, day("2015-04-25"))));
    assertThat(days(incident)).containsExactly("2015-04-10 expression", "2015-04-25 published");
  }

  @Test
  void twoThatAgreeMoveAThirdFarBack() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A raid killed nine people on 10 April 2015.", day("2015-04-11")),
                read("b", "A raid killed nine people on Friday.", day("2015-04-11")),
                read("c", RAID, day("2015-06-25"))));
    assertThat(days(incident))
        .containsExactly("2015-04-10 expression", "2015-04-10 expression", "2015-04-10 inferred");
    assertThat(incident.contradictions()).isEmpty();
  }

  @Test
  void whatComesAfterThePublicationIsNotItsNewsAndIsReported() {
    Incident incident =
        DateInference.infer(
            List.of(
                read("a", "A raid killed nine people on 20 April 2015.", day("2015-04-21")),
                read("b", "A raid killed nine people on Monday.", day("2015-04-21")),
                read("c", RAID, day("2015-04-15"))));
    assertThat(days(incident).get(2)).isEqualTo("2015-04-15 published");
    assertThat(incident.contradictions())
        .containsExactly(
            "c was published on 2015-04-15, before the others' 2015-04-20..2015-04-20");
  }

  @Test
  void anUndatedArticleOfAnotherDayStaysUndated() {
    Evidence dated = read("a", "A bomb killed nine people on Friday.", day("2015-04-25"));
    Evidence other = read("b", "A bomb killed nine people in the port on Tuesday.", null);
    Evidence same = read("c", "A bomb killed nine people in the port on Friday.", null);
    Evidence silent = read("d", "A bomb killed nine people in the port.", null);
    List<Dated> articles = DateInference.infer(List.of(dated, other, same, silent)).articles();
    assertThat(articles.get(1).event()).isNull();
    assertThat(articles.get(2).event()).isEqualTo(DateRange.day(day("2015-04-24")));
    assertThat(articles.get(3).event()).isEqualTo(DateRange.day(day("2015-04-24")));
  }
}
