package org.sitrep.cluster;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.SharedSpark;
import org.sitrep.generate.CorpusFiles;
import org.sitrep.generate.CorpusPlan;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.Tables;

/** Adding articles in parts gives the clusters of all at once, though little is clustered anew. */
class AdditionTest {

  private static final Codec<Document> CODEC = Codec.of(Document.class, Tables.DOCUMENTS);

  /** Small caps and windows, so that a small corpus has keys above them. */
  private static final ClusterSettings SETTINGS =
      ClusterSettings.of(Map.of("region_width", "3", "place_width", "2", "most_members", "12"));

  private static List<Document> corpus;
  private static Dataset<Row> documents;
  private static Dataset<Row> frequencies;
  private static Map<String, Row> atOnce;

  @BeforeAll
  static void corpus(@TempDir Path folder) throws IOException {
    CorpusFiles.write(new CorpusPlan(240, 90, 11, LocalDate.of(2024, 1, 1)), folder);
    corpus = TestDocuments.read(folder.resolve("articles.jsonl"));
    documents =
        SharedSpark.session()
            .createDataFrame(corpus.stream().map(CODEC::row).toList(), CODEC.schema())
            .repartition(2)
            .cache();
    frequencies = Cluster.documentFrequencies(documents).cache();
    atOnce = told(clusters(corpus, none(), new ArrayList<>()));
  }

  @Test
  void lateArticlesChangeOldWeeksAsIfTheyHadBeenThere() {
    assertAdded(shuffled(1), 225, 235);
  }

  @Test
  @Tag("heavy")
  void weekByWeekGivesWhatAllAtOnceGives() {
    List<Document> ordered = new ArrayList<>(corpus);
    ordered.sort(
        Comparator.comparing(
            Document::publishedDate, Comparator.nullsLast(Comparator.naturalOrder())));
    assertAdded(ordered, 150, 190, 230);
  }

  @Test
  @Tag("heavy")
  void fewOrManyLateArticlesMakeNoDifference() {
    assertAdded(shuffled(2), 239);
    assertAdded(shuffled(3), 120);
    assertAdded(shuffled(4), 10, 20, 30);
  }

  @Test
  void otherSettingsClusterEverythingAnew() {
    List<String> notes = new ArrayList<>();
    Dataset<Row> before = clusters(corpus.subList(0, 60), none(), new ArrayList<>());
    Cluster.clusters(
        rows(corpus.subList(0, 70)), frequencies, before, ClusterSettings.defaults(), notes::add);
    assertThat(notes).noneMatch(note -> note.startsWith("clustered anew"));
  }

  @Test
  void documentsThatWereAnnotatedAnewAreClusteredAnew() {
    List<String> notes = new ArrayList<>();
    Dataset<Row> before = clusters(corpus.subList(0, 60), none(), new ArrayList<>());
    Dataset<Row> others =
        rows(corpus.subList(0, 60)).withColumn("tokens", expr("slice(tokens, 1, 40)"));
    Cluster.clusters(others, frequencies, before, SETTINGS, notes::add);
    assertThat(notes).isNotEmpty().noneMatch(note -> note.startsWith("clustered anew"));
  }

  private static List<Document> shuffled(int seed) {
    List<Document> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /** Clusters the first so many articles, then adds up to each further number, then the rest. */
  private static void assertAdded(List<Document> articles, int... sizes) {
    Dataset<Row> clusters = clusters(articles.subList(0, sizes[0]), none(), new ArrayList<>());
    int[] more = Arrays.copyOfRange(sizes, 1, sizes.length + 1);
    more[more.length - 1] = articles.size();
    int there = sizes[0];
    for (int size : more) {
      List<String> notes = new ArrayList<>();
      Dataset<Row> next = clusters(articles.subList(0, size), clusters, notes);
      int added = size - there;
      // Few articles leave something alone; many may touch all that is there.
      assertThat(anew(notes)).isBetween(added, 10 * added <= there ? size - 1 : size);
      clusters.unpersist();
      clusters = next;
      there = size;
    }
    assertThat(told(clusters)).isEqualTo(atOnce);
    clusters.unpersist();
  }

  private static int anew(List<String> notes) {
    return notes.stream()
        .filter(note -> note.startsWith("clustered anew"))
        .map(note -> note.replaceAll("clustered anew: (\\d+) of .*", "$1"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }

  private static Dataset<Row> clusters(
      List<Document> documents, Dataset<Row> before, List<String> notes) {
    return Cluster.clusters(rows(documents), frequencies, before, SETTINGS, notes::add);
  }

  private static Map<String, Row> told(Dataset<Row> clusters) {
    Map<String, Row> told = new TreeMap<>();
    clusters.collectAsList().forEach(row -> told.put(row.getString(0), row));
    return told;
  }

  private static Dataset<Row> none() {
    return SharedSpark.session().createDataFrame(List.of(), Codec.schema(Tables.CLUSTERS));
  }

  private static Dataset<Row> rows(List<Document> articles) {
    List<String> ids = articles.stream().map(Document::articleId).toList();
    Dataset<Row> wanted =
        SharedSpark.session().createDataset(ids, Encoders.STRING()).toDF("article_id");
    return documents.join(wanted, Cluster.seq("article_id"), "left_semi");
  }
}
