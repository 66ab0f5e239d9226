package org.sitrep.annotate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;

/** A text that no person wrote costs no more time than a long one, and never an exception. */
class HostileTextTest {

  /** Characters of a text; most kinds cost a tenth of a second. */
  private static final int LENGTH = 250_000;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Annotator ANNOTATOR = new Annotator(Gazetteer.embedded(), Set.of());

  @BeforeAll
  static void load() {
    read("The army left Paris on Monday.");
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        // words
        "THE ARMY SAID LONDON AND PARIS FELL ON MONDAY ",
        "New York City Of The North ",
        "abcdefghij",
        "ABCDEFGHIJ",
        "and ",
        "the ",
        "of the ",
        "in the northern ",
        "San ",
        "New ",
        "St. ",
        "J. ",
        "U.S.",
        "al ",
        "John Smith ",
        "London said ",
        "Clarke counties ",
        "counties ",
        "the village of Kafr Nabl in the province of Idlib in ",
        // marks
        ",",
        ". ",
        ".",
        "(",
        "| ",
        "/",
        "% ",
        ";",
        "_",
        " ",
        "\n",
        "A\n",
        "a-",
        "'s",
        "\"'“‘",
        "“He said “",
        "Paris's ",
        "Paris, ",
        "Paris, Texas, ",
        "Paris and ",
        // days
        "Monday ",
        "Monday to ",
        "Monday, Tuesday and ",
        "last week of last month of ",
        "two weeks ago ",
        "May June 12 March ",
        "from Thursday to ",
        "between 3 and 4 May and ",
        "3 May, 4 May, ",
        "1234567890",
        "12 3 2014 ",
        "12/3/",
        "1.",
        "12:30 ",
        "2014-05-03",
        "2014-05-03T12:00:00Z ",
        "PARIS, May 4 (AP) - X\n",
        "Published: ",
        "Updated 3 May\n",
        // scripts
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00a",
        "مدينة ",
        "\u202ELondon\u202C ",
        "\u200B",
        "Lon\u200Bdon ",
        "a\u0301\u0301\u0301",
        "\u0000",
        // articles of names
        "Al ",
        "Al Al ",
        "Al-",
        "As-",
        "As-As-",
        "El El ",
        "The ",
        // casualties
        "1-",
        "ten-ten-",
        "ten ",
        "one hundred ",
        "killed ",
        "10 killed and ",
        "killed 10, wounded 20, ",
        "10 people and ",
        "a man and ",
        "wife and four daughters, ",
        "12 people, including three children, were killed and ",
        "of whom 3 ",
        "rebels killed soldiers killed rebels ",
        "the Observatory said the army said ",
        "John Smith, 34, ",
        "and his wife ",
        "he was shot and died and ",
        "her death ",
        "who died ",
        "the dead were identified as ",
        "Mike and Matt Omar were killed and ",
        "bringing to 45 the number killed ",
        "denied that ",
        "taken to hospital ",
        "2 year old "
      })
  void oneThingOverAndOver(String again) {
    isRead(again.repeat(LENGTH / again.length()));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource
  void randomText(String text) {
    isRead(text);
  }

  static String[] randomText() {
    Random random = new Random(7);
    String[] words = {
      "Paris", "and", "of", "the", "Texas", ",", ".", "Monday", "May", "12", "2014", "last", "week",
      "in", "Mr", "John", "said", "County", "counties", "\"", "'s", "-", "al", "St", "New", "to",
      "from", "\n", "ago", "U.S.", "north"
    };
    StringBuilder mixed = new StringBuilder();
    while (mixed.length() < LENGTH) {
      mixed.append(words[random.nextInt(words.length)]).append(random.nextInt(5) > 0 ? " " : "");
    }
    StringBuilder ascii = new StringBuilder();
    StringBuilder any = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      ascii.append((char) (32 + random.nextInt(95)));
      any.append((char) random.nextInt(0x10000));
    }
    return new String[] {mixed.toString(), ascii.toString(), any.toString()};
  }

  private static void isRead(String text) {
    assertTimeoutPreemptively(
        PATIENCE, () -> assertThatCode(() -> read(text)).doesNotThrowAnyException());
  }

  private static void read(String text) {
    ANNOTATOR.document(
        new Article(
            "x",
            "x.txt",
            1L,
            null,
            "s",
            null,
            text,
            Instant.parse("2020-05-05T00:00:00Z"),
            LocalDate.of(2020, 5, 5),
            "en",
            "h",
            List.of()),
        null);
  }
}
