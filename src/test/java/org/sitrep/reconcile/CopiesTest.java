package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import org.sitrep.tables.Incident;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.IncidentClaim;
import org.sitrep.tables.Tables;

/** A story is the same whether its copies stand in memory with the others or are only counted. */
class CopiesTest {

  private static final Codec<Document> DOCUMENTS = Codec.of(Document.class, Tables.DOCUMENTS);
  private static final Codec<IncidentArticle> MEMBERS =
      Codec.of(IncidentArticle.class, Tables.INCIDENT_ARTICLES);
  private static final Codec<Incident> INCIDENTS = Codec.of(Incident.class, Tables.INCIDENTS);
  private static final Codec<IncidentClaim> CLAIMS = Codec.of(IncidentClaim.class, Tables.CLAIMS);

  private static final String STORY =
      "A car bomb exploded beside a bakery in Mosul on Monday, killing seven people and wounding"
          + " 20, police said. Police said seven people were killed.";

  private static final String ASIDE =
      "Syrian army jets bombed the rebel-held city of Raqqa on Monday, killing four people,"
          + " residents said. Rescue workers dug survivors out of the ruins of a market until the"
          + " evening, and doctors asked for blood. Shopkeepers, who had opened their stalls an hour"
          + " before, called it the heaviest attack that they remembered. Soldiers and rebels"
          + " blamed each other.\n\nMeanwhile, army jets bombed the town of Ariha on Monday,"
          + " killing nine people.";

  private static final List<Document> documents = new ArrayList<>();
  private static final List<IncidentArticle> members = new ArrayList<>();

  @BeforeAll
  static void write() {
    Annotator annotator = new Annotator(Gazetteer.embedded(), Set.of());
    add(annotator, "first", "Tigris Daily", STORY, "bomb", null);
    add(annotator, "copy1", "Plain Post", STORY, "bomb", "first");
    add(annotator, "copy2", "Hill Herald", STORY + " More follows.", "bomb", "first");
    add(
        annotator,
        "other",
        "Tigris Daily",
        "Nine people were killed when a car bomb exploded in Mosul on Monday, the governor said.",
        "bomb",
        null);
    // Its original was moved to another incident: here it speaks for itself.
    add(annotator, "moved", "Steppe Wire", STORY, "elsewhere", "first");
    add(annotator, "moved2", "Lake Post", STORY, "elsewhere", "first");
    // They tell it in passing only: neither article nor outlet counts.
    add(annotator, "aside", "Aside News", ASIDE, "bomb", null);
    add(annotator, "aside2", "Copy Courier", ASIDE, "bomb", "aside");
  }

  private static void add(
      Annotator annotator,
      String id,
      String source,
      String text,
      String incident,
      String duplicateOf) {
    LocalDate published = LocalDate.of(2024, 6, 4);
    Document document =
        annotator.document(
            new Article(id, id, 0L, null, source, id, text, null, published, "en", id, List.of()),
            null);
    documents.add(document);
    boolean primary = document.passages().isEmpty();
    members.add(
        new IncidentArticle(
            incident,
            id,
            1.0,
            primary,
            duplicateOf,
            published,
            "metadata",
            LocalDate.of(2024, 6, 3),
            LocalDate.of(2024, 6, 3),
            1,
            "expression",
            "IQ",
            "IQ-NI",
            incident,
            primary ? null : document.passages().get(0).start(),
            primary ? null : document.passages().get(0).end()));
  }

  @Test
  void countedOrTogetherTheStoryIsOne() {
    Dataset<Row> rows = rows(documents, DOCUMENTS);
    Dataset<Row> memberships = rows(members, MEMBERS);
    Reconciled reconciled =
        Reconcile.incidents(
            rows, memberships, memberships.limit(0), rows(List.<Incident>of(), INCIDENTS));
    List<Incident> expected = new ArrayList<>();
    List<IncidentClaim> claims = new ArrayList<>();
    for (String incident : List.of("bomb", "elsewhere")) {
      List<Member> together = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        if (members.get(i).incidentId().equals(incident)) {
          together.add(Member.of(documents.get(i), members.get(i), List.of()));
        }
      }
      Collections.shuffle(together, new Random(3));
      IncidentStory story = IncidentStory.of(incident, together, Copies.NONE);
      expected.add(story.incident());
      claims.addAll(story.claims());
    }
    assertThat(records(reconciled.incidents(), INCIDENTS))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(records(reconciled.claims(), CLAIMS)).containsExactlyInAnyOrderElementsOf(claims);
    Incident bomb = INCIDENTS.record(reconciled.incidents().where("incident_id = 'bomb'").first());
    assertThat(members).filteredOn(member -> !member.isPrimary()).hasSize(2);
    assertThat(bomb.articleCount()).isEqualTo(4);
    assertThat(bomb.originalCount()).isEqualTo(2);
    assertThat(bomb.sourceCount()).isEqualTo(3);
    assertThat(reconciled.claims().where("reason like 'in a copy of first'").count()).isPositive();
    assertThat(
            reconciled.claims().where("incident_id = 'elsewhere' and status = 'counted'").count())
        .isPositive();
    reconciled.release();
  }

  private static <T extends Record> Dataset<Row> rows(List<T> records, Codec<T> codec) {
    return SharedSpark.session()
        .createDataFrame(records.stream().map(codec::row).toList(), codec.schema());
  }

  private static <T extends Record> List<T> records(Dataset<Row> rows, Codec<T> codec) {
    return rows.collectAsList().stream().map(codec::record).toList();
  }
}
