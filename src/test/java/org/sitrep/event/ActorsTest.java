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
