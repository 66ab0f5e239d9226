package org.sitrep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {

  static Stream<Arguments> languages() {
    return Cases.of(LanguageTest.class, "language-cases.tsv", 2);
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource
  void languages(String text, String code) {
    assertThat(Language.of(text).orElse("")).isEqualTo(code);
  }
}
