package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.HomeRegion;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

class MainPlacesTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();

  static Stream<String[]> cases() {
    return Resources.rows(MainPlacesTest.class, "main-place-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsWhereTheMainEventWas(
      String home, String title, String text, String region, String place, String precision) {
    HomeRegion at = home.equals("-") ? null : new HomeRegion(home.substring(0, 2), home);
    Reading reading = Reading.of(title.equals("-") ? null : title, text, Set.of());
    PublicationDate published = PublicationDates.find(reading, null);
    List<PlaceMention> places = Places.find(reading, at, GAZETTEER);
    Event event =
        MainEvents.choose(
            reading,
            places,
            Dates.find(reading, published),
            published,
            Actors.find(reading),
            Places.dateline(reading, places, at, GAZETTEER).orElse(null),
            at);
    assertThat(String.join(" ", event.regionCode(), name(event), "" + event.wherePrec()))
        .isEqualTo(String.join(" ", region, place, precision));
  }

  private static String name(Event event) {
    return event.placeName() == null ? "-" : event.placeName();
  }
}
