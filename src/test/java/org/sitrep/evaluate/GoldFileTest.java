package org.sitrep.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gold files may look like, and what is said of those that cannot be used. */
class GoldFileTest {

  private static GoldFile file(String text, Charset charset) {
    return GoldFile.read("my.csv", new ByteArrayInputStream(text.getBytes(charset)));
  }

  private static GoldFile file(String text) {
    return file(text.replace("|", "\n"), StandardCharsets.UTF_8);
  }

  @Test
  void columnsAreFoundByNameWhateverStandsAround() {
    String text =
        "\uFEFFnote, incident ,article_id\r\n\r\n\"two\r\nlines, one \"\"field\"\"\",fire,é1\r\n,flood,a2";
    assertThat(Clusters.Label.read(file(text)))
        .containsExactly(new Clusters.Label("é1", "fire"), new Clusters.Label("a2", "flood"));
  }

  @Test
  void labelsWithoutAMarkAreScored() {
    assertThat(Clusters.Label.read(file("article_id,incident|a,x|b,y"))).hasSize(2);
    assertThat(Clusters.Label.read(file("article_id,incident,scored|a,x,1|b,y,0|c,y")))
        .containsExactly(new Clusters.Label("a", "x"));
  }

  @Test
  void aDateCountsWhereNothingSaysOtherwise() {
    assertThat(ArticleLabel.read(file("article_id,date,region_code|a,2024-03-07,|b,,")))
        .extracting(ArticleLabel::date)
        .containsExactly(java.time.LocalDate.of(2024, 3, 7), null);
    assertThat(
            ArticleLabel.read(
                file("article_id,date,region_code,date_ok|a,7 March,,0|b,2024-03-08,,1")))
        .extracting(ArticleLabel::date)
        .containsExactly(null, java.time.LocalDate.of(2024, 3, 8));
  }

  @Test
  void wholeNumbersMayComeFromASpreadsheet() {
    assertThat(
            ArticleLabel.read(
                    file("article_id,date,region_code,civilians,noncivilians|a,,,12.0, 3 "))
                .get(0)
                .killed())
        .isEqualTo(List.of(12L, 3L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "clusters ~ article_id,story|a,x ~ my.csv: no column incident; its columns are article_id, story",
        "clusters ~ article_id,incident ~ my.csv: holds no labels; give a header line and a line per label",
        "clusters ~ '' ~ my.csv: holds no labels; give a header line and a line per label",
        "clusters ~ article_id,incident|a,x|b, ~ my.csv, line 3, column incident: is empty",
        "clusters ~ article_id,incident||a,x|,y ~ my.csv, line 4, column article_id: is empty",
        "clusters ~ article_id,incident,scored|a,x,yes ~ my.csv, line 2, column scored: must be 1 or 0, not yes",
        "clusters ~ article_id,incident,scored|a,x,0 ~ my.csv: no line has scored 1",
        "clusters ~ article_id,incident,incident|a,x,y ~ my.csv, line 1: two columns are called incident",
        "weekly ~ date,region_code,killed,injured|03/04/2024,US-TX,1,1 ~ my.csv, line 2, column date: must be a day as YYYY-MM-DD, not 03/04/2024",
        "weekly ~ date,region_code,killed,injured|2023-02-29,US-TX,1,1 ~ my.csv, line 2, column date: must be a day as YYYY-MM-DD, not 2023-02-29",
        "weekly ~ date,region_code,killed,injured|2024-03-04,US-TX,many,1 ~ my.csv, line 2, column killed: must be a whole number, not many",
        "weekly ~ date,region_code,killed,injured|2024-03-04,US-TX,1.5,1 ~ my.csv, line 2, column killed: must be a whole number, not 1.5",
        "weekly ~ date,region_code,killed,injured|2024-03-04,US-TX,1,-2 ~ my.csv, line 2, column injured: must not be negative, but is -2",
        "articles ~ article_id,date,region_code,date_ok|a,,SY-DI,1 ~ my.csv, line 2, column date: is empty, but date_ok is 1",
        "toponyms ~ article_id,start,end,latitude,longitude|a,0,4,north,3 ~ my.csv, line 2, column latitude: must be a number, not north",
        "toponyms ~ article_id,start,end,latitude,longitude|a,0,4,91,3 ~ my.csv, line 2, column latitude: must be -90 to 90, not 91",
        "toponyms ~ article_id,start,end,latitude,longitude|a,4,2,9,3 ~ my.csv, line 2, column end: 2 is before start 4",
        "toponyms ~ article_id,start,end,latitude,longitude|a,,2,9,3 ~ my.csv, line 2, column start: is empty",
        "types ~ id,class|a,x ~ my.csv: no column label; its columns are id, class",
        "types ~ name,label|a,x ~ my.csv: no column id; its columns are name, label"
      })
  void whatCannotBeUsedIsNamed(String measure, String text, String message) {
    assertThatThrownBy(
            () -> {
              GoldFile file = file(text);
              switch (measure) {
                case "clusters" -> Clusters.Label.read(file);
                case "weekly" -> IncidentLabel.read(file);
                case "articles" -> ArticleLabel.read(file);
                case "toponyms" -> Toponyms.Label.read(file);
                default -> Types.Label.read(file);
              }
            })
        .isInstanceOf(GoldException.class)
        .hasMessage(message);
  }

  @Test
  void otherEncodingsAndBrokenQuotesAreErrorsToo() {
    assertThatThrownBy(() -> file("article_id,incident\né,x", StandardCharsets.ISO_8859_1))
        .hasMessage("my.csv: not in UTF-8; save it as CSV in UTF-8");
    assertThatThrownBy(() -> file("article_id,incident|\"a,x"))
        .isInstanceOf(GoldException.class)
        .hasMessageStartingWith("my.csv: cannot be read: ");
  }
}
