package org.sitrep.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.place.Gazetteer;

class CorpusTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final CorpusPlan PLAN = new CorpusPlan(3000, 30, 7, START);

  @TempDir Path folder;

  @Test
  void filesAreEqualByteForByteAndAnotherSeedGivesOthers() throws IOException {
    CorpusPlan plan = new CorpusPlan(700, 20, 7, START);
    CorpusFiles.write(plan, folder.resolve("one"));
    CorpusFiles.write(plan, folder.resolve("two"));
    CorpusFiles.write(new CorpusPlan(700, 20, 8, START), folder.resolve("other"));
    for (String name : List.of("articles.jsonl", "gold.csv", "incidents.csv")) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
      assertThat(
              Files.mismatch(
                  folder.resolve("one").resolve(name), folder.resolve("other").resolve(name)))
          .isNotEqualTo(-1);
    }
    assertThat(folder.resolve("one").toFile().list()).hasSize(3);
  }

  @Test
  void anArticleIsTheSameInWhateverOrderArticlesAreMade() {
    Corpus.Desk forwards = new Corpus(PLAN).desk();
    Corpus.Desk backwards = new Corpus(PLAN).desk();
    List<GeneratedArticle> first = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      first.add(forwards.article(i));
    }
    for (int i = 199; i >= 0; i--) {
      assertThat(backwards.article(i)).isEqualTo(first.get(i));
    }
  }

  /** Guards the promise of equal bytes on every machine and in every release of Java. */
  @Test
  void diceFallAsTheyAlwaysDid() {
    Dice dice = Dice.of(1, 2, 3);
    assertThat(dice.bits()).isEqualTo(Dice.of(1, 2, 3).bits());
    assertThat(Dice.mix(0x9e3779b97f4a7c15L)).isEqualTo(0xe220a8397b1dcdafL);
  }

  @Test
  void filesAgree() throws IOException {
    Generated told = CorpusFiles.write(PLAN, folder);
    List<String> lines = Files.readAllLines(folder.resolve("articles.jsonl"));
    List<String> gold = Files.readAllLines(folder.resolve("gold.csv"));
    List<String> incidents = Files.readAllLines(folder.resolve("incidents.csv"));
    assertThat(lines).hasSize(3000);
    assertThat(gold.get(0)).isEqualTo("article_id,incident,scored");
    assertThat(gold).hasSize(3001);
    Map<String, Integer> sizes = new HashMap<>();
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    int undated = 0;
    for (int i = 0; i < lines.size(); i++) {
      JsonNode article = new ObjectMapper().readTree(lines.get(i));
      String[] label = gold.get(i + 1).split(",", -1);
      assertThat(label[0]).isEqualTo(article.get("id").asText());
      assertThat(label[2]).isEqualTo(label[1].isEmpty() ? "0" : "1");
      sizes.merge(label[1], 1, Integer::sum);
      if (article.has("published_at")) {
        assertThat(Instant.parse(article.get("published_at").asText()))
            .isBetween(from, from.plusSeconds(30L * 24 * 3600 - 1));
      } else {
        undated++;
        assertThat(article.get("text").asText()).startsWith("By ").contains(" January 2024");
      }
      assertThat(article.get("title").asText()).isNotBlank().doesNotContain("{");
    }
    assertThat(undated).isBetween(10, 60);
    assertThat(sizes.remove("")).isEqualTo(180);
    assertThat(incidents).hasSize(sizes.size() + 1).hasSize(told.incidents() + 1);
    for (String line : incidents.subList(1, incidents.size())) {
      String[] cells = line.split(",");
      assertThat(sizes.get(cells[0])).isEqualTo(Integer.parseInt(cells[11]));
    }
    assertThat(told.labelled()).isEqualTo(2820);
    assertThat(told.bytes()).isEqualTo(Files.size(folder.resolve("articles.jsonl")));
  }

  @Test
  void sharesAndLengthsAreWhatTheyShouldBe() {
    Corpus corpus = new Corpus(PLAN);
    Corpus.Desk desk = corpus.desk();
    int copies = 0;
    int bare = 0;
    double length = 0;
    Set<String> sources = new HashSet<>();
    for (int i = 0; i < 3000; i++) {
      GeneratedArticle article = desk.article(i);
      copies += article.copy() ? 1 : 0;
      bare += article.text().isEmpty() || article.text().equals(article.title()) ? 1 : 0;
      length += article.text().length();
      assertThat(article.text().length()).isLessThan(21_000);
      sources.add(article.source());
    }
    assertThat(copies / 3000.0).isCloseTo(0.2, within(0.03));
    assertThat(bare).isEqualTo(30);
    assertThat(length / 3000).isCloseTo(2950, within(250.0));
    assertThat(sources).hasSizeBetween(150, 300);
    int alone = 0;
    for (int story = 0; story < corpus.stories(); story++) {
      alone += corpus.story(story).size() == 1 ? 1 : 0;
      assertThat(corpus.story(story).size()).isBetween(1, 14);
    }
    // 1 / (1 + 1/4 + ... + 1/14^2)
    assertThat(alone / (double) corpus.stories()).isCloseTo(0.634, within(0.05));
  }

  @Test
  void tollsNeverFall() {
    Corpus corpus = new Corpus(PLAN);
    for (int number = 0; number < 300; number++) {
      Story story = corpus.story(number);
      int before = 0;
      for (int age = 0; age <= Story.FINAL; age += 100) {
        int known = story.known(story.killed(), age);
        assertThat(known).isBetween(before, story.killed());
        before = known;
      }
      assertThat(story.known(story.killed(), Story.FINAL)).isEqualTo(story.killed());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 17, 1000})
  void shuffleIsAPermutation(int size) {
    Shuffle shuffle = new Shuffle(5, size);
    BitSet seen = new BitSet();
    for (int i = 0; i < size; i++) {
      seen.set(shuffle.at(i));
    }
    assertThat(seen.cardinality()).isEqualTo(size);
    assertThat(seen.length()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 257})
  void smallCorporaAreCorpora(int articles) throws IOException {
    CorpusPlan plan = new CorpusPlan(articles, 1, -1, START);
    assertThat(CorpusFiles.write(plan, folder).articles()).isEqualTo(articles);
    assertThat(Files.readAllLines(folder.resolve("articles.jsonl"))).hasSize(articles);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 30, 2024-01-01, --articles",
    "100000001, 30, 2024-01-01, --articles",
    "10, 0, 2024-01-01, --days",
    "10, 18263, 2024-01-01, --days",
    "10, 2, 2100-12-31, --start",
    "10, 2, 1969-12-31, --start",
  })
  void plansOutOfRangeAreRefused(int articles, int days, LocalDate start, String option) {
    assertThatThrownBy(() -> new CorpusPlan(articles, days, 1, start))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(option);
  }

  @Test
  void everyTownIsInTheGazetteerWhereTheListPutsIt() {
    for (World.Country country : new World().countries()) {
      for (World.Town town : country.towns()) {
        assertThat(Gazetteer.embedded().lookup(town.name()))
            .as(town.name())
            .anyMatch(place -> town.regionCode().equals(place.regionCode()));
      }
    }
  }
}
