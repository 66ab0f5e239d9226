package org.sitrep.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Cases;
import org.sitrep.text.Reading;

class DateCasesTest {

  static Stream<Arguments> expressions() {
    return Cases.of(DateCasesTest.class, "expression-cases.tsv", 5);
  }

  static Stream<Arguments> dates() {
    return Cases.of(DateCasesTest.class, "dates-cases.tsv", 3);
  }

  static Stream<Arguments> publications() {
    return Cases.of(DateCasesTest.class, "publication-cases.tsv", 6);
  }

  static Stream<Arguments> events() {
    return Cases.of(DateCasesTest.class, "event-cases.tsv", 5);
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource
  void expressions(String expression, String anchor, String start, String end, String precision) {
    Optional<DateRange> expected =
        start.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new DateRange(
                    LocalDate.parse(start), LocalDate.parse(end), Integer.parseInt(precision)));
    assertThat(DateExpression.resolve(expression, day(anchor))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} ({1})")
  @MethodSource
  void dates(String text, String published, String expected) {
    List<DateMention> mentions = Dates.find(Reading.of(null, text, Set.of()), published(published));
    assertThat(
            mentions.stream()
                .map(m -> m.surface() + "=" + m.expression() + " " + m.role() + "/" + m.reason())
                .collect(Collectors.joining(";")))
        .isEqualTo(expected);
    assertThat(mentions)
        .allSatisfy(m -> assertThat(text.startsWith(m.surface(), m.start())).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void publications(
      String text, String title, String metadata, String date, String basis, String expression) {
    Reading reading = Reading.of(title, text.replace("\\n", "\n"), Set.of());
    assertThat(PublicationDates.find(reading, day(metadata)))
        .isEqualTo(new PublicationDate(day(date), basis, expression.isEmpty() ? null : expression));
  }

  @ParameterizedTest(name = "{0} ({1})")
  @MethodSource
  void events(String text, String published, String start, String end, String basis) {
    Reading reading = Reading.of(null, text.replace("\\n", "\n"), Set.of());
    PublicationDate publication = published(published);
    EventDates.EventDate event =
        EventDates.of(reading, Dates.find(reading, publication), publication);
    assertThat(event.basis()).isEqualTo(basis);
    assertThat(event.range() == null ? null : event.range().start()).isEqualTo(day(start));
    assertThat(event.range() == null ? null : event.range().end()).isEqualTo(day(end));
  }

  private static PublicationDate published(String day) {
    return day.isEmpty()
        ? new PublicationDate(null, "none", null)
        : new PublicationDate(LocalDate.parse(day), "metadata", day);
  }

  private static LocalDate day(String iso) {
    return iso.isEmpty() ? null : LocalDate.parse(iso);
  }
}
