package org.sitrep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadingProperties {

  /** Any UTF-16, unpaired surrogates included, mixed with what articles are made of. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> noise = Arbitraries.strings().all().ofMaxLength(20);
    Arbitrary<String> units =
        Arbitraries.chars()
            .range('\uD7F0', '\uE010')
            .list()
            .ofMaxSize(4)
            .map(ReadingProperties::join);
    Arbitrary<String> news =
        Arbitraries.of(
            "BEIRUT, April 25 — ",
            "Two men died. ",
            "\n",
            "\n\n",
            "\r\n",
            "Advertisement\n",
            "Related Articles\n",
            "al-",
            "Abdel-Rahman ",
            "U.S. ",
            "27 Jul 2016 ",
            "“",
            "”",
            "...",
            "1,200 ",
            "😀",
            "© 2015",
            " - ",
            "(Reuters)",
            "\u2028",
            "\u00A0",
            "e\u0301",
            "No. 5 ",
            "on Sunday ",
            "last month ",
            "Published 3 May 2012\n",
            ". — AFP");
    return Arbitraries.oneOf(noise, units, news).list().ofMaxSize(25).map(p -> String.join("", p));
  }

  private static String join(java.util.List<Character> chars) {
    StringBuilder text = new StringBuilder();
    chars.forEach(text::append);
    return text.toString();
  }

  @Property
  void spansLieInTheTextInOrder(@ForAll("texts") String title, @ForAll("texts") String text) {
    Reading reading = Reading.of(title, text, Set.of());
    int at = 0;
    for (Line line : reading.lines()) {
      assertThat(line.span().start()).isGreaterThanOrEqualTo(at);
      assertThat(line.span().end()).isGreaterThan(line.span().start());
      at = line.span().end();
    }
    assertThat(at).isLessThanOrEqualTo(text.length());
    int sentenceEnd = 0;
    for (Sentence sentence : reading.sentences()) {
      assertThat(reading.at(sentence.span())).isEqualTo(sentence.text());
      if (!sentence.isTitle()) {
        assertThat(sentence.span().start()).isGreaterThanOrEqualTo(sentenceEnd);
        sentenceEnd = sentence.span().end();
      }
      int tokenEnd = sentence.span().start();
      for (Token token : sentence.tokens()) {
        assertThat(token.start()).isGreaterThanOrEqualTo(tokenEnd);
        assertThat(token.end()).isGreaterThan(token.start());
        String field = sentence.isTitle() ? title : text;
        assertThat(field.substring(token.start(), token.end())).isEqualTo(token.form());
        tokenEnd = token.end();
      }
      assertThat(tokenEnd).isLessThanOrEqualTo(sentence.span().end());
    }
  }

  @Property
  void readingTwiceGivesTheSame(@ForAll("texts") String text) {
    assertThat(Reading.of(null, text, Set.of())).isEqualTo(Reading.of(null, text, Set.of()));
  }

  @Property
  void foldingATermAgainChangesNothing(@ForAll("texts") String text) {
    for (Token token : Tokens.of(text, 0, text.length())) {
      String again = Tokens.term(token.term());
      assertThat(token.term().endsWith("'s") ? token.term() : again).isEqualTo(token.term());
    }
  }

  @Property
  void everyTextHasALanguageOrNone(@ForAll("texts") String text) {
    assertThat(Language.of(text))
        .satisfies(code -> code.ifPresent(c -> assertThat(c).isNotBlank()));
  }
}
