package org.sitrep.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sitrep.event.Claim;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;
import org.sitrep.tables.Document;
import org.sitrep.time.DateInference;
import org.sitrep.time.DateRange;
import org.sitrep.time.PublicationDate;

/** Articles without any metadata, annotated and dated by each other. */
class UndatedArticlesTest {

  private static final String BY_MONTH =
      """
      The army has gained ground in Deir ez-Zor against the besiegers, state radio reported Sunday.

      The army killed dozens of militants near the grain silos of Mayadin, the radio said.

      Gunmen blew up the gate of the silos earlier on Sunday, a monitor said. They had captured the \
      town last month.

      Forty guards were shot there in 2011. Loyalists later returned before losing the town in May \
      2015.
      """;

  private static final String BY_DAY =
      """
      Guards hold out in silos

      At least 12 gunmen and nine guards were killed in clashes at the grain silos of Mayadin in \
      Deir ez-Zor, the Euphrates Monitor said on Monday.

      The fighting broke out early Sunday and lasted until early Monday.

      On June 7, the gunmen began another assault on the silos with two car bombs.

      On May 22, they had overrun the town.
      """;

  private static final String BY_DATELINE =
      """
      BEIRUT, June 14 — Gunmen overran the town of Mayadin in Deir ez-Zor today, a monitor said.

      The Euphrates Monitor said at least 15 guards were killed. The assault began on Thursday.
      """;

  private static final String BY_BYLINE =
      """
      Gunmen close in on Mayadin

      Published June 13th, 2015 - 05:10 GMT

      Gunmen moved nearer to Mayadin in Deir ez-Zor on Friday in an assault that began Thursday, the \
      Euphrates Monitor said.
      """;

  private static final Annotator ANNOTATOR = new Annotator(Gazetteer.embedded(), Set.of());

  private static Document read(String id, String text) {
    return ANNOTATOR.document(
        new Article(id, null, null, null, null, null, text, null, null, null, null, List.of()),
        null);
  }

  private static DateInference.Incident infer(Document... documents) {
    return DateInference.infer(
        Stream.of(documents)
            .map(
                document ->
                    new DateInference.Evidence(
                        document.articleId(),
                        new PublicationDate(
                            document.publishedDate(),
                            document.publishedBasis(),
                            document.publishedExpression()),
                        document.dates(),
                        document.event().startExpression(),
                        document.event().endExpression()))
            .toList());
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void aMonthAndADayWithoutAYearMakeADate() {
    DateInference.Incident incident = infer(read("a", BY_MONTH), read("b", BY_DAY));
    assertThat(incident.articles())
        .extracting(DateInference.Dated::publishedDate, DateInference.Dated::publishedBasis)
        .containsExactly(
            tuple(day("2015-06-07"), "inferred"), tuple(day("2015-06-08"), "inferred"));
    assertThat(incident.window())
        .isEqualTo(DateRange.between(day("2015-06-07"), day("2015-06-08")));
    assertThat(incident.basis()).isEqualTo("inferred");
  }

  @Test
  void aBylineLendsItsYearToADateline() {
    DateInference.Incident incident = infer(read("a", BY_DATELINE), read("b", BY_BYLINE));
    assertThat(incident.articles())
        .extracting(DateInference.Dated::publishedDate, DateInference.Dated::publishedBasis)
        .containsExactly(tuple(day("2015-06-14"), "inferred"), tuple(day("2015-06-13"), "byline"));
    assertThat(incident.window())
        .isEqualTo(DateRange.between(day("2015-06-11"), day("2015-06-14")));
  }

  @Test
  void aloneTheyStayUndated() {
    for (String text : List.of(BY_DAY, BY_DATELINE)) {
      DateInference.Incident incident = infer(read("a", text));
      assertThat(incident.window()).isNull();
      assertThat(incident.articles().get(0).publishedDate()).isNull();
    }
  }

  @Test
  void aClaimHasNoDayBeforeItsArticleHas() {
    for (String text : List.of(BY_MONTH, BY_DAY, BY_DATELINE)) {
      assertThat(read("a", text).claims())
          .isNotEmpty()
          .extracting(Claim::claimDate)
          .containsOnlyNulls();
    }
    assertThat(read("a", BY_DAY).claims())
        .extracting(Claim::numberLow, Claim::claimExpression)
        .contains(tuple(12, "WXX-1:past"), tuple(9, "WXX-1:past"));
  }
}
