package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.HomeRegion;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

class MainEventsTest {

  static Stream<String[]> cases() {
    return Resources.rows(MainEventsTest.class, "main-event-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsWhatWhereAndWho(
      String title, String text, String region, String type, String actor1, String actor2) {
    Event event = event(title.equals("-") ? null : title, text, null, null);
    assertThat(event.regionCode()).isEqualTo(region);
    assertThat(event.eventType()).isEqualTo(type);
    assertThat(event.actor1()).isEqualTo(actor1.equals("-") ? null : actor1);
    assertThat(event.actor2()).isEqualTo(actor2.equals("-") ? null : actor2);
  }

  @Test
  void townIsNamedWithItsRegion() {
    Event event = event(null, "Rebels seized the town of Ariha in Idlib province.", null, null);
    assertThat(event.placeName()).isEqualTo("Ariha");
    assertThat(event.wherePrec()).isEqualTo(1);
    assertThat(event.regionCode()).isEqualTo("SY-ID");
    assertThat(event.latitude()).isBetween(35.7, 35.9);
  }

  @Test
  void eventNearATownIsLessPrecise() {
    Event event =
        event(null, "Syrian soldiers and rebels clashed on the outskirts of Aleppo.", null, null);
    assertThat(event.wherePrec()).isEqualTo(2);
  }

  @Test
  void countryAloneGivesNoRegion() {
    Event event = event(null, "Rebels and soldiers clashed across Yemen.", null, null);
    assertThat(event.countryCode()).isEqualTo("YE");
    assertThat(event.regionCode()).isEqualTo("XX");
    assertThat(event.wherePrec()).isEqualTo(6);
  }

  @Test
  void nothingKnownIsXx() {
    Event event = event(null, "", null, null);
    assertThat(event.countryCode()).isEqualTo("XX");
    assertThat(event.regionCode()).isEqualTo("XX");
    assertThat(event.wherePrec()).isEqualTo(7);
    assertThat(event.dateBasis()).isEqualTo("none");
    assertThat(event.dateStart()).isNull();
  }

  @Test
  void localCrimeWithoutAPlaceIsAtHome() {
    HomeRegion home = new HomeRegion("US", "US-TN");
    Event event = event(null, "A man was shot in the leg, police said.", null, home);
    assertThat(event.regionCode()).isEqualTo("US-TN");
    assertThat(event.wherePrec()).isEqualTo(4);
  }

  @Test
  void weekdayIsTheEventsDay() {
    Event event =
        event(
            null,
            "A roadside bomb killed two farmers on Friday, officials said.",
            LocalDate.of(2016, 3, 6),
            null);
    assertThat(event.dateStart()).isEqualTo(LocalDate.of(2016, 3, 4));
    assertThat(event.dateBasis()).isEqualTo("expression");
    assertThat(event.startExpression()).isNotNull();
  }

  @Test
  void withoutAnExpressionThePublicationDayIsTheEvents() {
    LocalDate day = LocalDate.of(2016, 3, 6);
    Event event = event(null, "A roadside bomb killed two farmers, officials said.", day, null);
    assertThat(event.dateStart()).isEqualTo(day);
    assertThat(event.dateBasis()).isEqualTo("published");
  }

  @Test
  void civiliansAreTheTarget() {
    assertThat(event(null, "Gunmen massacred villagers.", null, null).civilianTargeting()).isTrue();
    assertThat(
            event(null, "Rebels and soldiers clashed for hours.", null, null).civilianTargeting())
        .isFalse();
  }

  @Property(tries = 100)
  void anyTextHasAnEvent(@ForAll String title, @ForAll String text) {
    Event event = event(title, text + " Clashes in Aleppo on Friday. " + text, null, null);
    assertThat(event.eventType()).isNotNull();
    assertThat(event.countryCode()).hasSize(2);
    assertThat(event.regionCode()).isNotEmpty();
    assertThat(event.wherePrec()).isBetween(1, 7);
    assertThat(event.start()).isLessThanOrEqualTo(event.end());
  }

  private static Event event(String title, String text, LocalDate day, HomeRegion home) {
    Reading reading = Reading.of(title, text, Set.of());
    PublicationDate published = PublicationDates.find(reading, day);
    List<DateMention> dates = Dates.find(reading, published);
    List<PlaceMention> places = Places.find(reading, home, Gazetteer.embedded());
    PlaceMention dateline = Places.dateline(reading, Gazetteer.embedded()).orElse(null);
    return MainEvents.choose(
        reading, places, dates, published, Actors.find(reading), dateline, home);
  }
}
