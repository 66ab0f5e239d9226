package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.Tables;

/** Clusters the sample corpus. */
class ClusterTest {

  private static final Codec<Document> DOCUMENTS = Codec.of(Document.class, Tables.DOCUMENTS);
  private static final Codec<IncidentArticle> MEMBERS =
      Codec.of(IncidentArticle.class, Tables.INCIDENT_ARTICLES);

  private static List<Document> corpus;
  private static Dataset<Row> frequencies;
  private static Map<String, IncidentArticle> members;

  @BeforeAll
  static void cluster() throws IOException {
    corpus = TestDocuments.read(Path.of("src/main/resources/org/sitrep/sample/articles.jsonl"));
    frequencies = Cluster.documentFrequencies(rows(corpus)).cache();
    members = members(rows(corpus), List.of());
  }

  @Test
  void everyArticleHasOneIncident() {
    assertThat(members.keySet())
        .containsExactlyInAnyOrderElementsOf(corpus.stream().map(Document::articleId).toList());
    assertThat(members.values())
        .allSatisfy(
            member -> {
              assertThat(member.isPrimary()).isTrue();
              assertThat(member.incidentId()).matches("[0-9a-f]{16}");
              assertThat(member.similarity()).isBetween(0.0, 1.0);
            });
  }

  @Test
  void copyIsInTheIncidentOfItsOriginal() {
    List<IncidentArticle> copies =
        members.values().stream().filter(member -> member.duplicateOf() != null).toList();
    assertThat(copies).isNotEmpty();
    assertThat(copies)
        .allSatisfy(
            copy -> {
              IncidentArticle original = members.get(copy.duplicateOf());
              assertThat(original.duplicateOf()).isNull();
              assertThat(original.incidentId()).isEqualTo(copy.incidentId());
            });
  }

  @Test
  void unrelatedIncidentsStayApart() throws IOException {
    Map<String, String> gold = new HashMap<>();
    Files.readAllLines(Path.of("src/test/resources/sample/gold-articles.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(cells -> gold.put(cells[0], cells[1]));
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (IncidentArticle one : members.values()) {
      for (IncidentArticle two : members.values()) {
        if (one.articleId().compareTo(two.articleId()) < 0) {
          boolean joined = one.incidentId().equals(two.incidentId());
          boolean same = gold.get(one.articleId()).equals(gold.get(two.articleId()));
          right += joined && same ? 1 : 0;
          wrong += joined && !same ? 1 : 0;
          missed += !joined && same ? 1 : 0;
        }
      }
    }
    assertThat((double) right / (right + wrong)).as("precision").isGreaterThanOrEqualTo(0.9);
    assertThat((double) right / (right + missed)).as("recall").isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void neitherOrderNorPartitioningMatters() {
    List<Document> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(members(rows(shuffled).repartition(7), List.of())).isEqualTo(members);
    assertThat(members(rows(shuffled).repartition(1), List.of())).isEqualTo(members);
  }

  @Test
  void incidentsKeepTheirIds() {
    // Each incident had another name before, and one of them was two.
    List<IncidentArticle> before = new ArrayList<>();
    Map<String, String> expected = new TreeMap<>();
    for (IncidentArticle member : members.values()) {
      String old = "old" + member.incidentId().substring(3);
      expected.put(member.articleId(), old);
      before.add(renamed(member, old));
    }
    IncidentArticle moved = before.get(0);
    before.set(0, renamed(moved, "0000000000000000"));
    long others =
        before.stream().filter(m -> m.incidentId().equals(expected.get(moved.articleId()))).count();
    if (others == 0) {
      expected.put(moved.articleId(), "0000000000000000");
    }
    Map<String, String> found = new TreeMap<>();
    members(rows(corpus), before).forEach((id, member) -> found.put(id, member.incidentId()));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void blocksOfCandidatesAreCounted() {
    List<String> notes = new ArrayList<>();
    Cluster.clusters(rows(corpus), frequencies, none(), ClusterSettings.defaults(), notes::add);
    assertThat(notes)
        .singleElement()
        .asString()
        .matches(
            "blocks of candidates: capitalised \\d+ \\(\\d+ unused, \\d+ pairs\\), .*region days .*");
  }

  private static IncidentArticle renamed(IncidentArticle member, String id) {
    return new IncidentArticle(
        id,
        member.articleId(),
        member.similarity(),
        member.isPrimary(),
        member.duplicateOf(),
        member.publishedDate(),
        member.publishedBasis(),
        member.eventDate(),
        member.eventDateEnd(),
        member.datePrec(),
        member.dateBasis(),
        member.countryCode(),
        member.regionCode(),
        id,
        null,
        null);
  }

  private static Map<String, IncidentArticle> members(
      Dataset<Row> documents, List<IncidentArticle> before) {
    Dataset<Row> previous =
        SharedSpark.session()
            .createDataFrame(before.stream().map(MEMBERS::row).toList(), MEMBERS.schema());
    Map<String, IncidentArticle> found = new TreeMap<>();
    Dataset<Row> clusters =
        Cluster.clusters(documents, frequencies, none(), ClusterSettings.defaults(), note -> {});
    Cluster.taught(Cluster.named(clusters, documents, previous), documents)
        .collectAsList()
        .forEach(row -> found.put(MEMBERS.record(row).articleId(), MEMBERS.record(row)));
    return found;
  }

  private static Dataset<Row> none() {
    return SharedSpark.session().createDataFrame(List.of(), Codec.schema(Tables.CLUSTERS));
  }

  private static Dataset<Row> rows(List<Document> documents) {
    return SharedSpark.session()
        .createDataFrame(documents.stream().map(DOCUMENTS::row).toList(), DOCUMENTS.schema());
  }
}
