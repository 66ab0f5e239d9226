package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Cases;
import org.sitrep.text.Reading;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

class PassagesTest {

  private static final Map<String, String> LEADS =
      Map.of(
          "war",
          "Syrian army jets bombed the rebel-held town of Ariha in Idlib province on Monday,"
              + " killing nine people, residents said. Fighters of the Nusra Front hold the town"
              + " against the army. Rescue workers dug survivors out of the ruins of a market until"
              + " the evening, and doctors asked for blood. Shopkeepers, who had opened their stalls"
              + " an hour before, called the bombing the heaviest that they remembered.\n\n",
          "crime",
          "A woman was shot and killed at a car wash in Toledo, Ohio, on Monday night, police"
              + " said. Officers asked for witnesses. The owner of the car wash told reporters that"
              + " he had heard three shots and seen a grey sedan leave the lot with its lights off."
              + " Neighbours laid flowers at the gate and lit candles until late in the evening."
              + "\n\n");

  static Stream<Arguments> cases() {
    return Cases.of(PassagesTest.class, "passage-cases.tsv", 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void tellOtherEvents(String why, String lead, String follows, String expected) {
    String text = LEADS.get(lead) + follows;
    List<Told> told = told(text, LocalDate.of(2016, 8, 16));
    assertThat(told.stream().map(Told::line).collect(Collectors.joining("; ")))
        .isEqualTo(expected.equals("-") ? "" : expected);
  }

  @Test
  void unknownPublicationLeavesTheDayToBeLearned() {
    String text = LEADS.get("war") + "Meanwhile, rebels shelled the town of Azaz on Sunday.";
    Passage passage = told(text, null).get(0).passage;
    assertThat(passage.event().dateStart()).isNull();
    assertThat(passage.event().dateBasis()).isEqualTo("none");
    assertThat(passage.event().startExpression()).startsWith("WXX-7");
  }

  @Test
  void spansLieInTheTextAndTitlesAreCut() {
    String follows =
        "Meanwhile, rebels shelled the town of Azaz on Sunday, "
            + "as they had announced in leaflets, ".repeat(5)
            + "and withdrew. Nobody was hurt there.";
    String text = LEADS.get("war") + follows;
    Passage passage = told(text, LocalDate.of(2016, 8, 16)).get(0).passage;
    assertThat(text.substring(passage.start(), passage.end())).isEqualTo(follows);
    assertThat(passage.title()).startsWith("Meanwhile, rebels shelled").endsWith("…");
    assertThat(passage.title().length()).isLessThanOrEqualTo(141);
  }

  @Test
  void aCrossHeadingOfThePlaceBelongsToIt() {
    String text =
        LEADS.get("war")
            + "Shells hit Azaz\n\nRebels shelled the town of Azaz on Sunday and killed a nurse.";
    Passage passage = told(text, LocalDate.of(2016, 8, 16)).get(0).passage;
    assertThat(text.substring(passage.start())).startsWith("Shells hit Azaz");
  }

  private record Told(Passage passage, List<Claim> claims) {

    String line() {
      Event event = passage.event();
      String figures =
          passage.claims().stream()
              .map(claims::get)
              .map(claim -> " " + claim.effect() + claim.numberLow())
              .collect(Collectors.joining());
      return String.join(
              " ",
              passage.role(),
              event.regionCode(),
              String.valueOf(event.dateStart()),
              event.subEventType())
          + figures;
    }
  }

  private static List<Told> told(String text, LocalDate day) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate published = PublicationDates.find(reading, day);
    List<PlaceMention> places = Places.find(reading, null, Gazetteer.embedded());
    List<DateMention> dates = Dates.find(reading, published);
    List<ActorMention> actors = Actors.find(reading);
    Event main = MainEvents.choose(reading, places, dates, published, actors, null, null);
    List<Claim> claims =
        Claims.scoped(Claims.find(reading, places, dates, actors, published), main);
    return Passages.find(reading, places, dates, published, actors, claims, main).stream()
        .map(passage -> new Told(passage, claims))
        .toList();
  }
}
