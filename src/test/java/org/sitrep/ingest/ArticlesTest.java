package org.sitrep.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.tables.Article;

class ArticlesTest {

  private static Article article(InputFormat format, String relative, Map<Field, Object> fields) {
    InputFile file = new InputFile("/in/" + relative, relative, format, 1);
    return Articles.article(fields, new InputSplit(file, 0, 1, 1, Map.of()), 7).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.Example.org/a/b?c=d,example.org",
    "http://user:pw@news.example.org:8080/x,news.example.org",
    "//example.org/x,example.org",
    "example.org/x,example.org",
    "https://example.org,example.org",
    "not an address,",
    "local,",
    "https://,",
  })
  void theHostOfAnAddress(String url, String host) {
    assertThat(Articles.host(url)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "EN,en",
    "en-US,en",
    "en_GB,en",
    "eng,en",
    "English,en",
    "ara,ar",
    "Arabic,ar",
    "tlh,tlh",
  })
  void aLanguageIsItsTwoLetters(String given, String language) {
    assertThat(Articles.language(given)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/c.txt,a/b/c",
    "a.b.txt.gz,a.b",
    "Ünïcode name.TXT,Ünïcode name",
  })
  void aTextFileIsNamedByItsPath(String relative, String id) {
    assertThat(article(InputFormat.TEXT, relative, Map.of(Field.TEXT, "x")).articleId())
        .isEqualTo(id);
  }

  @Test
  void anIdIsGivenOrHashedFromAddressOrText() {
    Map<Field, Object> given = Map.of(Field.ID, 12L, Field.TEXT, "x", Field.URL, "http://e.org/1");
    Map<Field, Object> url = Map.of(Field.TEXT, "x", Field.URL, "http://e.org/1");
    Map<Field, Object> otherText = Map.of(Field.TEXT, "y", Field.URL, "http://e.org/1");
    Map<Field, Object> text = Map.of(Field.TEXT, "x");
    String byUrl = article(InputFormat.JSON_LINES, "f", url).articleId();
    assertThat(article(InputFormat.JSON_LINES, "f", given).articleId()).isEqualTo("12");
    assertThat(byUrl).matches("[0-9a-f]{16}");
    assertThat(article(InputFormat.JSON_LINES, "f", otherText).articleId()).isEqualTo(byUrl);
    assertThat(article(InputFormat.JSON_LINES, "f", text))
        .satisfies(it -> assertThat(it.articleId()).isEqualTo(it.textHash()));
  }

  @Test
  void theHashTellsTitleFromText() {
    assertThat(Articles.textHash("a", "b")).isNotEqualTo(Articles.textHash("ab", null));
    assertThat(Articles.textHash(null, "b")).isEqualTo(Articles.textHash("", "b"));
    // SHA-256 of "a", NUL, "b"
    assertThat(Articles.textHash("a", "b")).isEqualTo("59b271ae1bbcb1d3");
  }

  @Test
  void whatIsOddIsWarnedOf() {
    Article article =
        article(
            InputFormat.CSV,
            "f",
            Map.of(Field.TITLE, "Blast kills two", Field.PUBLISHED_AT, "soon"));
    assertThat(article.warning()).containsExactly("bad_date", "no_text");
    assertThat(article.publishedAt()).isNull();
    assertThat(article.text()).isNull();
    assertThat(article.inputRecord()).isEqualTo(7);
  }

  @Test
  void unpairedSurrogatesAreReplacedInPlace() {
    Article article =
        article(InputFormat.JSON, "f", Map.of(Field.TEXT, "a\uD83Db\uDE00c\uD83D\uDE00"));
    assertThat(article.text()).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
  }

  @Test
  void metadataWinOverATextFileAndFillARecord() {
    Map<Field, String> metadata =
        Map.of(Field.PUBLISHED_AT, "2015-04-25", Field.SOURCE, "wire", Field.TITLE, "t");
    Map<Field, Object> record = Map.of(Field.TEXT, "x", Field.SOURCE, "own", Field.ID, "1");
    assertThat(Metadata.merged(record, metadata, InputFormat.TEXT))
        .containsEntry(Field.SOURCE, "wire")
        .containsEntry(Field.TITLE, "t");
    assertThat(Metadata.merged(record, metadata, InputFormat.JSON_LINES))
        .containsEntry(Field.SOURCE, "own")
        .containsEntry(Field.PUBLISHED_AT, "2015-04-25")
        .doesNotContainKey(Field.TITLE);
    assertThat(
            article(InputFormat.TEXT, "f.txt", Metadata.merged(record, metadata, InputFormat.TEXT))
                .publishedDate())
        .isEqualTo(LocalDate.of(2015, 4, 25));
  }

  @Test
  void neitherTitleNorTextIsNoArticle() {
    InputFile file = new InputFile("/in/f", "f", InputFormat.CSV, 1);
    assertThat(
            Articles.article(
                Map.of(Field.ID, "1", Field.TEXT, " \n"),
                new InputSplit(file, 0, 1, 1, Map.of()),
                1))
        .isEmpty();
  }
}
