package org.sitrep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CluesTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/org/sitrep/text/clues-cases.tsv",
      delimiter = '\t',
      emptyValue = "",
      useHeadersInDisplayName = true)
  void clue(String list, String text, String expected) {
    Clues clues = Clues.of(Reading.of("", text, Set.of()), Set.of("Rocky Ford"));
    List<String> found =
        switch (list) {
          case "capitalised" -> clues.capitalised();
          case "bigrams" -> clues.capitalisedBigrams();
          case "persons" -> clues.persons();
          case "ages" -> clues.ages();
          case "gender" -> clues.agesWithGender();
          case "streets" -> clues.streets();
          case "blocks" -> clues.blocks();
          case "kinds" -> clues.kinds();
          case "title" -> Clues.of(Reading.of(text, "", Set.of())).titleTerms();
          default -> throw new IllegalArgumentException(list);
        };
    assertThat(found)
        .isEqualTo(
            expected == null ? List.of() : Arrays.stream(expected.split(", ")).sorted().toList());
  }

  @Test
  void longTextKeepsTheSmallestShingles() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append("word").append(i * 7919 % 1009).append(' ');
    }
    List<Integer> all = Clues.of(Reading.of("", text.toString(), Set.of())).shingles();
    assertThat(all).hasSize(Clues.SHINGLES).isSorted().doesNotHaveDuplicates();
  }

  @Property(tries = 300)
  void anyTextHasSortedDistinctClues(@ForAll String title, @ForAll String text) {
    Clues clues = Clues.of(Reading.of(title, text, Set.of()));
    for (List<String> list :
        List.of(clues.titleTerms(), clues.capitalised(), clues.persons(), clues.kinds())) {
      assertThat(list).isSorted().doesNotHaveDuplicates();
    }
    assertThat(clues).isEqualTo(Clues.of(Reading.of(title, text, Set.of())));
  }
}
