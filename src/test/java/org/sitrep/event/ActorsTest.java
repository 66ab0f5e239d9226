package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

class ActorsTest {

  static Stream<String[]> cases() {
    return Resources.rows(ActorsTest.class, "actor-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsActorsWithClassAndSide(
      String text, String surface, String name, String actorClass, String side) {
    ActorMention found =
        find(text).stream()
            .filter(actor -> actor.surface().equals(surface))
            .findFirst()
            .orElseThrow();
    assertThat(found.name()).isEqualTo(name);
    assertThat(found.actorClass()).isEqualTo(actorClass);
    assertThat(found.side()).isEqualTo(side.equals("-") ? null : side);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The town is rebel-held.",
        "An anti-government slogan.",
        "She looked at us and asked who is next.",
        "An observatory on the mountain watches the stars.",
        "WHO IS TO BLAME FOR THE LOST GAME TODAY"
      })
  void findsNoActorWhereThereIsNone(String text) {
    assertThat(find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SY-rebels, SY-government, true",
    "SY-rebels, SY-rebels, false",
    "rebels, SY-rebels, false",
    "rebels, SY-government, true",
    "government, SY-government, false",
    "IS, SY-rebels, true",
    "UA-government, RU-government, true",
    ", SY-rebels, false"
  })
  void sidesFightEachOther(String side, String other, boolean hostile) {
    assertThat(Actors.hostile(side, other)).isEqualTo(hostile);
    assertThat(Actors.hostile(other, side)).isEqualTo(hostile);
  }

  @ParameterizedTest
  @CsvSource({
    "SY-rebels, state_forces, true",
    "SY-rebels, police, true",
    "SY-rebels, rebels, false",
    "SY-government, rebels, true",
    "SY-government, state_forces, false",
    "SY-government, civilians, false",
    ", rebels, false"
  })
  void classesAreEnemiesOfSides(String side, String victimClass, boolean hostile) {
    assertThat(Actors.hostileToClass(side, victimClass)).isEqualTo(hostile);
  }

  @Test
  void sidesFollowTheCountry() {
    List<ActorMention> general = find("Rebels fired at soldiers.");
    assertThat(Actors.sides(general, "YE"))
        .extracting(ActorMention::side)
        .containsExactly("YE-rebels", "YE-government");
    assertThat(Actors.sides(general, "XX")).isEqualTo(general);
    assertThat(Actors.sides(general, null)).isEqualTo(general);
  }

  @ParameterizedTest
  @CsvSource({
    "Nusra took the hill in Syria., 2015, Nusra Front, SY-rebels",
    "Nusra took the hill in Syria., 2019, Hayat Tahrir al-Sham, SY-rebels",
    "HTS ministers met in Syria., 2025, Syrian government, SY-government",
    "The Taliban took the pass in Afghanistan., 2018, Taliban, AF-Taliban",
    "The Taliban took the pass in Afghanistan., 2023, Taliban, AF-government",
    "The RSF took the town in Sudan., 2018, Rapid Support Forces, SD-government",
    "The RSF took the town in Sudan., 2024, Rapid Support Forces, SD-RSF",
    "Ansar Dine took the town in Mali., 2013, Ansar Dine, ML-rebels",
    "Ansar Dine took the town in Mali., 2020, JNIM, ML-rebels",
    "FARC held the valley in Colombia., 2012, FARC, CO-FARC",
    "FARC held the valley in Colombia., 2020, FARC dissidents, CO-FARC",
    "Seleka held the town., 2013, Seleka, CF-rebels",
    "Seleka held the town., 2016, ex-Seleka, CF-rebels"
  })
  void aNameIsOfItsYears(String text, int year, String name, String side) {
    Reading reading = Reading.of(null, text, Set.of());
    assertThat(Actors.find(reading, ActorDictionary.embedded(), year))
        .anySatisfy(
            actor -> {
              assertThat(actor.name()).isEqualTo(name);
              assertThat(actor.side()).isEqualTo(side);
            });
  }

  @Test
  void usersRowsWin() {
    ActorDictionary own =
        ActorDictionary.with(
            List.of(
                new ActorRow("Fano", List.of(), "rebels", "ET-rebels", "ET", null, null),
                new ActorRow("Grey Otters", List.of("M23"), "rebels", "XO", null, 2010, 2014)));
    Reading reading =
        Reading.of(null, "Fano militiamen met M23 in Ethiopia. Boko Haram did not.", Set.of());
    assertThat(Actors.find(reading, own, 2013))
        .extracting(ActorMention::name, ActorMention::actorClass)
        .contains(
            org.assertj.core.groups.Tuple.tuple("Fano", "rebels"),
            org.assertj.core.groups.Tuple.tuple("Grey Otters", "rebels"),
            org.assertj.core.groups.Tuple.tuple("Boko Haram", "rebels"));
    assertThat(Actors.find(reading, own, 2020))
        .extracting(ActorMention::name)
        .contains("M23")
        .doesNotContain("Grey Otters");
    assertThat(ActorDictionary.with(List.of())).isSameAs(ActorDictionary.embedded());
  }

  @Test
  void theDictionaryHasNoFaults() {
    for (String[] row : Resources.rows(ActorsTest.class, "actors.tsv")) {
      String side = row[3].isBlank() ? null : row[3];
      String country = row.length < 5 || row[4].isBlank() ? null : row[4];
      ActorRow actor =
          new ActorRow(row[0], List.of(row[1].split("\\|")), row[2], side, country, null, null);
      assertThat(actor.fault()).as(row[0]).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The fire brigade came at once.",
        "The Fire Brigade came at once.",
        "A 2nd Battalion reunion.",
        "The Brigade dined."
      })
  void noGroupIsCoinedWhereThereIsNone(String text) {
    assertThat(find(text)).isEmpty();
  }

  @Property(tries = 300)
  void spansAreExactOnAnyText(@ForAll String title, @ForAll String text) {
    Reading reading = Reading.of(title, text + " Syrian army " + text + "al-Nusra", Set.of());
    for (ActorMention actor : Actors.find(reading)) {
      String field = actor.field().equals("title") ? reading.title() : reading.text();
      assertThat(field.substring(actor.start(), actor.end())).isEqualTo(actor.surface());
    }
  }

  @Test
  void fourThreadsFindTheSame() throws Exception {
    String text = "Syrian troops fought Al Nusra and Hezbollah, the Observatory said. ".repeat(50);
    List<ActorMention> expected = find(text);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<ActorMention>>> tasks = java.util.Collections.nCopies(8, () -> find(text));
      for (Future<List<ActorMention>> found : threads.invokeAll(tasks)) {
        assertThat(found.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<ActorMention> find(String text) {
    return Actors.find(Reading.of(null, text, Set.of()));
  }
}
