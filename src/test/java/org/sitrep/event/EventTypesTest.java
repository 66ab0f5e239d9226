package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDates;

class EventTypesTest {

  static Stream<String[]> cases() {
    return Resources.rows(EventTypesTest.class, "event-type-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsTheSubEventType(String text, String subEventType) {
    assertThat(classify(null, text).type().subEventType()).isEqualTo(subEventType);
  }

  static Stream<String[]> mainNews() {
    return Resources.rows(EventTypesTest.class, "main-news-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("mainNews")
  void tellsTheMainNews(String title, String text, String published, String subEventType) {
    LocalDate day = LocalDate.parse(published);
    Reading reading = Reading.of(title, text, Set.of());
    List<DateMention> dates = Dates.find(reading, PublicationDates.find(reading, day));
    EventTypes.Typed typed =
        EventTypes.classify(reading, Actors.find(reading), List.of(), dates, day);
    assertThat(typed.type().subEventType()).as(title).isEqualTo(subEventType);
  }

  @Test
  void vocabularyIsAcledsAndFiveMore() {
    List<EventType> types = EventTypes.vocabulary();
    assertThat(types).hasSize(30);
    assertThat(types.stream().filter(type -> !type.disorderType().isEmpty())).hasSize(25);
    assertThat(types.stream().map(EventType::precedence).distinct()).hasSize(30);
    assertThat(types.stream().map(EventType::eventType).distinct()).hasSize(11);
    assertThat(EventTypes.of("Strategic developments", "Other").disorderType())
        .isEqualTo("Strategic developments");
    assertThat(EventTypes.of("Other", "Other").disorderType()).isEmpty();
    assertThatThrownBy(() -> EventTypes.bySubType("Skirmish"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Skirmish");
  }

  @Test
  void evidenceIsTheSentenceThatTellsIt() {
    EventTypes.Typed typed =
        classify(
            "Town falls",
            "The weather was mild on the coast. Rebels overran the town of Beit Nar on Sunday.");
    assertThat(typed.evidence().text()).startsWith("Rebels overran");
    assertThat(typed.score()).isBetween(0.3, 1.0);
  }

  @Test
  void readsOnWhereTheLeadTellsNothing() {
    String idle = "The valley is known for its apricots and for the long road to the coast. ";
    EventTypes.Typed typed =
        classify(null, idle.repeat(5) + "A roadside bomb killed four farmers there.");
    assertThat(typed.type().subEventType()).isEqualTo("Remote explosive/landmine/IED");
  }

  @Test
  void emptyArticlesTellNothing() {
    EventTypes.Typed typed = classify(null, " ");
    assertThat(typed.type().eventType()).isEqualTo("Other");
    assertThat(typed.evidence()).isNull();
  }

  @Property(tries = 300)
  void anyTextHasATypeOfTheList(@ForAll String title, @ForAll String text) {
    EventTypes.Typed typed = classify(title, text + " clashes " + text);
    assertThat(EventTypes.vocabulary()).contains(typed.type());
    assertThat(typed.score()).isBetween(0.0, 1.0);
  }

  @Test
  void oneMegabyteWithoutASpaceEnds() {
    String text = "x".repeat(1_000_000);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> classify(text, text));
  }

  private static EventTypes.Typed classify(String title, String text) {
    Reading reading = Reading.of(title, text, Set.of());
    return EventTypes.classify(reading, Actors.find(reading));
  }
}
