package org.sitrep.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.SharedSpark;
import org.sitrep.event.Event;
import org.sitrep.event.Passage;
import org.sitrep.text.Clues;
import org.sitrep.text.Span;
import org.sitrep.time.DateMention;

class CodecTest {

  record Pair(Class<? extends Record> record, Table table) {}

  static List<Pair> pairs() {
    return List.of(
        new Pair(Article.class, Tables.ARTICLES),
        new Pair(Reject.class, Tables.REJECTS),
        new Pair(SourceStatistics.class, Tables.SOURCES),
        new Pair(Document.class, Tables.DOCUMENTS),
        new Pair(IncidentArticle.class, Tables.INCIDENT_ARTICLES),
        new Pair(Incident.class, Tables.INCIDENTS),
        new Pair(IncidentClaim.class, Tables.CLAIMS),
        new Pair(ArticleEvent.class, Tables.ARTICLE_EVENTS));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void componentsAreColumns(Pair pair) {
    assertThat(Codec.of(pair.record(), pair.table()).schema().fieldNames()).isNotEmpty();
  }

  @Test
  void refusesARecordOfAnotherTable() {
    assertThatThrownBy(() -> Codec.of(Reject.class, Tables.ARTICLES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("input_path");
  }

  @Test
  void aDocumentComesBackFromParquetAsItWas() {
    Event event =
        new Event(
            "Battles",
            "Armed clash",
            false,
            0.9,
            "text",
            0,
            10,
            LocalDate.of(2015, 4, 23),
            null,
            2,
            "expression",
            "WXX-4:past",
            null,
            "Idlib",
            1L,
            35.9,
            36.6,
            1,
            "SY",
            "SY-ID",
            "Idlib",
            "rebels",
            null);
    Document document =
        new Document(
            "a/1",
            "outlet.example",
            null,
            "en",
            Instant.parse("2015-04-25T06:07:00Z"),
            LocalDate.of(2015, 4, 25),
            "metadata",
            "2015-04-25",
            List.of(),
            List.of(new Span("text", 0, 10)),
            List.of("one", "two"),
            List.of(),
            List.of(
                new DateMention(
                    "text",
                    1,
                    4,
                    "x",
                    "P-1D",
                    LocalDate.of(2015, 4, 24),
                    LocalDate.of(2015, 4, 24),
                    1,
                    "news",
                    null)),
            List.of(),
            List.of(),
            event,
            List.of(new Passage(3, 9, "Elsewhere", Passage.RETOLD, event, List.of(0, 2))),
            new Clues(
                List.of("t"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(7)),
            List.of("unplaced"));
    Codec<Document> codec = Codec.of(Document.class, Tables.DOCUMENTS);
    Dataset<Row> rows =
        SharedSpark.session().createDataset(List.of(codec.row(document)), codec.encoder());
    assertThat(codec.record(rows.collectAsList().get(0))).isEqualTo(document);
  }

  @Test
  void mapsComeBack() {
    Incident incident =
        Incident.draft("i")
            .title("t")
            .what("Battles", "Armed clash")
            .when(null, null, null, "none")
            .where(null, null, null, null, 7, "XX", "XX", null)
            .toldBy(1, 1, 1)
            .killed(0, 0, 50, Map.of("rebels", 43, "state_forces", 60))
            .who(null, null, List.of(), false)
            .confidence(0.5)
            .warnings(List.of("undated"))
            .corrections(
                List.of(
                    new Corrected(
                        2,
                        "override",
                        "a1",
                        "killed_high",
                        null,
                        "50",
                        "the hospital's list",
                        "N.")))
            .incident();
    Codec<Incident> codec = Codec.of(Incident.class, Tables.INCIDENTS);
    Dataset<Row> rows =
        SharedSpark.session().createDataset(List.of(codec.row(incident)), codec.encoder());
    assertThat(codec.record(rows.collectAsList().get(0))).isEqualTo(incident);
    assertThat(incident.draft().incident()).isEqualTo(incident);
  }
}
