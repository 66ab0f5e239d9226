package org.sitrep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {

  static Stream<Arguments> tokens() {
    return Cases.of(ReadingTest.class, "tokens-cases.tsv", 2);
  }

  static Stream<Arguments> sentences() {
    return Cases.of(ReadingTest.class, "sentences-cases.tsv", 1);
  }

  static Stream<Arguments> datelines() {
    return Cases.of(ReadingTest.class, "dateline-cases.tsv", 3);
  }

  static Stream<Arguments> lines() {
    return Cases.of(ReadingTest.class, "line-cases.tsv", 2);
  }

  static Stream<Arguments> heads() {
    return Cases.of(ReadingTest.class, "head-cases.tsv", 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void tokens(String text, String terms) {
    assertThat(Tokens.of(text, 0, text.length()).stream().map(Token::term))
        .containsExactly(terms.split("\\|"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void sentences(String marked) {
    String text = marked.replace("¦", "");
    List<String> expected = Stream.of(marked.split("¦")).map(String::strip).toList();
    assertThat(Reading.of(null, text, Set.of()).sentences().stream().map(Sentence::text))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void datelines(String text, String place, String date) {
    Reading reading = Reading.of(null, text, Set.of());
    if (place.isEmpty()) {
      assertThat(reading.dateline()).isEmpty();
      return;
    }
    Dateline dateline = reading.dateline().orElseThrow();
    assertThat(dateline.place()).isEqualTo(place);
    assertThat(dateline.date()).isEqualTo(date);
    assertThat(reading.sentences().get(0).text()).isEqualTo(text.substring(dateline.span().end()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void lines(String line, String kind) {
    String text =
        "Fire destroys old mill\n\nThe old mill burned down on Monday, the mayor said.\n\n"
            + line
            + "\n\nNobody was in it when the roof came down, and the cause is still unknown.";
    Reading reading = Reading.of(null, text, Set.of());
    assertThat(
            reading.lines().stream()
                .filter(l -> reading.at(l.span()).equals(line))
                .map(l -> l.kind().name()))
        .containsExactly(kind);
    assertThat(reading.sentences().get(reading.sentences().size() - 1).text())
        .startsWith("Nobody was in it");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void heads(String text, String title, String byline, String first) {
    Reading reading = Reading.of(title, text, Set.of());
    assertThat(
            reading.spans(Line.Kind.BYLINE).stream()
                .map(reading::at)
                .collect(Collectors.joining("|")))
        .isEqualTo(byline);
    assertThat(
            reading.sentences().stream()
                .filter(s -> s.kind() == Line.Kind.PROSE)
                .findFirst()
                .orElseThrow()
                .text())
        .isEqualTo(first);
  }

  @Test
  void linksBehindTheirHeadingAreFurnitureUpToTheNextProse() {
    String text =
        "The old mill burned down on Monday, the mayor said.\n\nRelated articles\n\n"
            + "Mill sold to mayor\n\nMill haunted, children say\n\n"
            + "Nobody was in it when the roof came down, and the cause is still unknown.";
    Reading reading = Reading.of(null, text, Set.of());
    assertThat(reading.spans(Line.Kind.FURNITURE).stream().map(reading::at))
        .containsExactly("Related articles", "Mill sold to mayor", "Mill haunted, children say");
    assertThat(reading.sentences()).hasSize(2);
  }

  @Test
  void commentsAreFurnitureToTheEnd() {
    String text =
        "The old mill burned down on Monday, the mayor told reporters at the town hall.\n\n"
            + "Leave a Reply\n\nI never liked that mill, and the mayor should have sold it long ago.";
    assertThat(Reading.of(null, text, Set.of()).sentences()).hasSize(1);
  }

  @Test
  void linesThatASourceRepeatsAreFurniture() {
    String repeated = "The Example Herald is the oldest paper of the county.";
    String text = "The old mill burned down.\n\n" + repeated;
    Reading reading = Reading.of(null, text, Set.of(Reading.lineHash(repeated)));
    assertThat(reading.spans(Line.Kind.FURNITURE).stream().map(reading::at))
        .containsExactly(repeated);
  }

  @Test
  void anAgencyBehindTheLastSentenceIsNotPartOfIt() {
    Reading reading = Reading.of(null, "The old mill burned down. — AFP", Set.of());
    assertThat(reading.sentences().stream().map(Sentence::text))
        .containsExactly("The old mill burned down.");
  }

  @Test
  void linesBrokenByTheirWidthAreOneParagraph() {
    String text =
        "The old mill on the river burned down on Monday night, and\n"
            + "the mayor of the town said that nobody had been in it. The\n"
            + "cause is unknown.\n\nA new one will be built.";
    Reading reading = Reading.of(null, text, Set.of());
    assertThat(reading.sentences().stream().map(s -> s.text().replace('\n', ' ')))
        .containsExactly(
            "The old mill on the river burned down on Monday night, and the mayor of the town said"
                + " that nobody had been in it.",
            "The cause is unknown.",
            "A new one will be built.");
  }

  @Test
  void termsLeaveTitleAndFurnitureOut() {
    Reading reading = Reading.of("Mill burns", "The mill fell.\n\nAdvertisement", Set.of());
    assertThat(reading.terms()).containsExactly("the", "mill", "fell");
  }

  @Test
  void nothingIsAnEmptyReading() {
    assertThat(Reading.of(null, null, Set.of()).sentences()).isEmpty();
    assertThat(Reading.of(" ", "\n \n", Set.of()).lines()).isEmpty();
  }

  @Test
  void aMegabyteWithoutASpaceIsRead() {
    Reading reading = Reading.of(null, "a".repeat(1 << 20), Set.of());
    assertThat(reading.sentences()).hasSize(1);
  }

  @Test
  void aListWithoutAStopIsCutBetweenItsWords() {
    String list = "tables, chairs and ".repeat(4_000);
    Reading reading = Reading.of(null, list, Set.of());
    assertThat(reading.sentences())
        .hasSizeBetween(5, 8)
        .allSatisfy(sentence -> assertThat(sentence.text()).hasSizeLessThanOrEqualTo(16_000))
        .allSatisfy(sentence -> assertThat(sentence.text()).matches("\\w[^\\n]*\\w,?"));
    assertThat(reading.sentences().stream().mapToInt(s -> s.tokens().size()).sum())
        .isEqualTo(12_000);
  }

  @Test
  void fourThreadsReadTheSame() {
    String text =
        "BEIRUT, April 25 — Lt. Gen. Omar Haddad's men took al-Bab. It fell at 6 a.m. Monday.";
    Reading alone = Reading.of("A town falls", text, Set.of());
    assertThat(
            IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> Reading.of("A town falls", text, Set.of()))
                .distinct())
        .containsExactly(alone);
  }
}
