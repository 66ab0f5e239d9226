package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.event.Event;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.time.PublicationDate;

class LessonTest {

  @ParameterizedTest
  @CsvSource({
    // what each article of an incident says, what each is taught
    "US-OH XX US-OH, US-OH US-OH US-OH",
    "US-OH US-OH US-OH US-TX, US-OH US-OH US-OH US-OH",
    "US-OH US-OH US-TX, US-OH US-OH US-TX",
    "US-OH US-TX, US-OH US-TX",
    "US-OH US-OH US-TX US-TX, US-OH US-OH US-TX US-TX",
    "US-OH US-OH US-OH US-TX US-TX, US-OH US-OH US-OH US-TX US-TX",
    "US-OH US-IN US-KY, US-OH US-IN US-KY",
    "XX XX, XX XX",
  })
  void oneThatStandsAloneTakesTheRegionOfMost(String told, String taught) {
    List<Lesson> lessons = new ArrayList<>();
    for (String region : told.split(" ")) {
      lessons.add(
          new Lesson(
              membership("a" + lessons.size()),
              new PublicationDate(null, "none", null),
              List.of(),
              event(region)));
    }
    assertThat(Lesson.learned(lessons))
        .extracting(IncidentArticle::regionCode)
        .isEqualTo(Arrays.asList(taught.split(" ")));
  }

  private static IncidentArticle membership(String id) {
    return new IncidentArticle(
        "i", id, 1.0, true, null, null, null, null, null, null, null, null, null, "i", null, null);
  }

  private static Event event(String region) {
    return new Event(
        "Crime",
        "Crime",
        false,
        1.0,
        "text",
        0,
        0,
        null,
        null,
        null,
        "none",
        null,
        null,
        null,
        null,
        null,
        null,
        region.equals("XX") ? 7 : 4,
        region.substring(0, 2),
        region,
        null,
        null,
        null);
  }
}
