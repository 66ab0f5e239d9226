package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;
import org.sitrep.annotate.Annotator;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.Tables;

class SecondaryMembershipsTest {

  private static final Codec<Document> DOCUMENTS = Codec.of(Document.class, Tables.DOCUMENTS);
  private static final Codec<IncidentArticle> MEMBERS =
      Codec.of(IncidentArticle.class, Tables.INCIDENT_ARTICLES);

  private static final String TAIL =
      " Rescue workers dug survivors out of the ruins of a market until the evening, and doctors"
          + " asked for blood. Shopkeepers, who had opened their stalls an hour before, called it"
          + " the heaviest attack that they remembered. Soldiers and rebels blamed each other.\n\n";

  private static final Map<String, String> TEXTS =
      Map.of(
          "ariha",
          "Syrian army jets bombed the rebel-held town of Ariha in Idlib province on Monday,"
              + " killing nine people, residents said."
              + TAIL
              + "Meanwhile, rebels shelled the town of Azaz on Sunday and killed two nurses.",
          "douma",
          "Syrian soldiers shelled the rebel-held town of Douma near Damascus on Monday, killing"
              + " three people, medics said."
              + TAIL
              + "Elsewhere, mortars fired by rebels hit the town of Azaz on Sunday, killing two.",
          "raqqa",
          "Syrian army jets bombed the rebel-held city of Raqqa on Monday, killing four people,"
              + " residents said."
              + TAIL
              + "Meanwhile, army jets bombed the town of Ariha on Monday, killing nine people.",
          "homs",
          "A car bomb planted by rebels exploded in the city of Homs on Monday, killing five"
              + " soldiers, state media said."
              + TAIL
              + "On July 3, rebels captured the town of Tadmur from the army.");

  private static Annotator annotator;
  private static List<Document> documents;

  @BeforeAll
  static void annotate() {
    annotator = new Annotator(Gazetteer.embedded(), Set.of());
    documents = new ArrayList<>();
    new TreeMap<>(TEXTS).forEach((id, text) -> documents.add(annotated(id, text)));
  }

  private static Document annotated(String id, String text) {
    return annotator.document(
        new Article(
            id,
            id,
            0L,
            null,
            "outlet",
            null,
            text,
            null,
            LocalDate.of(2016, 8, 16),
            "en",
            id,
            List.of()),
        null);
  }

  @Test
  void aPassageJoinsTheIncidentThatAnotherArticleIsAbout() {
    assertThat(secondary(documents, 2, List.of())).containsEntry("raqqa", "i-ariha");
  }

  @Test
  void passagesOfOneEventMakeOneIncident() {
    Map<String, String> secondary = secondary(documents, 2, List.of());
    assertThat(secondary.get("ariha")).hasSize(16).isEqualTo(secondary.get("douma"));
  }

  @Test
  void whatIsRecalledMakesNone() {
    assertThat(document("homs").passages()).hasSize(1);
    assertThat(secondary(documents, 2, List.of())).doesNotContainKey("homs");
  }

  @Test
  void incidentsBeyondTheCapOfABlockAreTold() {
    List<Document> many = new ArrayList<>(List.of(document("raqqa")));
    for (int i = 0; i < SecondaryMemberships.MOST_SITES + 20; i++) {
      many.add(annotated("ariha" + i, TEXTS.get("ariha")));
    }
    List<String> notes = new ArrayList<>();
    all(many, 2, List.of(), notes).count();
    assertThat(notes).singleElement().asString().matches("passages: [1-9]\\d* whereabouts .*");
    all(documents, 2, List.of(), notes).count();
    assertThat(notes).hasSize(1);
  }

  @Test
  void neitherOrderNorPartitionsChangeAnything() {
    Map<String, String> expected = secondary(documents, 1, List.of());
    List<Document> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(secondary(shuffled, 7, List.of())).isEqualTo(expected);
  }

  @Test
  void anIncidentOfPassagesKeepsItsId() {
    var passage = document("douma").passages().get(0);
    IncidentArticle before =
        new IncidentArticle(
            "kept",
            "douma",
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "kept",
            passage.start(),
            passage.end());
    assertThat(secondary(documents, 2, List.of(before)))
        .containsEntry("douma", "kept")
        .containsEntry("ariha", "kept");
  }

  @Test
  void whatArticlesCameToBeAboutTakesThePassages() {
    // The passage's own incident of the run before gives way to one of primary members.
    var passage = document("raqqa").passages().get(0);
    IncidentArticle before =
        new IncidentArticle(
            "lost",
            "raqqa",
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "lost",
            passage.start(),
            passage.end());
    assertThat(secondary(documents, 2, List.of(before))).containsEntry("raqqa", "i-ariha");
  }

  @Test
  void primaryMembershipsStayAsTheyAre() {
    Dataset<Row> all = all(documents, 3, List.of(), new ArrayList<>());
    List<IncidentArticle> primary =
        all.where("is_primary").collectAsList().stream().map(MEMBERS::record).toList();
    assertThat(primary)
        .containsExactlyInAnyOrderElementsOf(
            documents.stream().map(document -> primary(document)).toList());
  }

  private static Document document(String id) {
    return documents.stream()
        .filter(document -> document.articleId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static IncidentArticle primary(Document document) {
    var event = document.event();
    String incident = "i-" + document.articleId();
    return new IncidentArticle(
        incident,
        document.articleId(),
        1.0,
        true,
        null,
        document.publishedDate(),
        document.publishedBasis(),
        event.dateStart(),
        event.dateEnd(),
        event.datePrec(),
        event.dateBasis(),
        event.countryCode(),
        event.regionCode(),
        incident,
        null,
        null);
  }

  /** The secondary incident of each article. */
  private static Map<String, String> secondary(
      List<Document> documents, int partitions, List<IncidentArticle> before) {
    Map<String, String> incidents = new TreeMap<>();
    for (Row row :
        all(documents, partitions, before, new ArrayList<>())
            .where("not is_primary")
            .collectAsList()) {
      IncidentArticle member = MEMBERS.record(row);
      assertThat(incidents.put(member.articleId(), member.incidentId())).isNull();
      assertThat(member.passageStart()).isPositive().isLessThan(member.passageEnd());
    }
    return incidents;
  }

  private static Dataset<Row> all(
      List<Document> documents, int partitions, List<IncidentArticle> before, List<String> notes) {
    List<IncidentArticle> primary = new ArrayList<>();
    documents.forEach(document -> primary.add(primary(document)));
    Dataset<Row> rows =
        SharedSpark.session()
            .createDataFrame(documents.stream().map(DOCUMENTS::row).toList(), DOCUMENTS.schema());
    return SecondaryMemberships.with(
        members(primary).repartition(partitions),
        rows.repartition(partitions),
        members(before),
        notes::add);
  }

  private static Dataset<Row> members(List<IncidentArticle> members) {
    return SharedSpark.session()
        .createDataFrame(members.stream().map(MEMBERS::row).toList(), MEMBERS.schema());
  }
}
