package org.sitrep.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.generate.CorpusFiles;
import org.sitrep.generate.CorpusPlan;
import org.sitrep.tables.Store;
import org.sitrep.tables.Tables;

/**
 * A corpus with a giant story: near copies of one article, each edited by another paper, among
 * articles of other stories; and what clustering made of the copies.
 */
public final class CopiesBenchmark {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OTHERS = 1000;
  private static final int DAYS = 30;
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final String COPY = "copy-";

  /** Most words that an editor exchanges. */
  private static final int MOST_EXCHANGED = 4;

  /** Share of copies that are cut, and the most of the sentences that is cut then. */
  private static final double CUT = 0.5;

  private static final double MOST_CUT = 0.4;

  /** Minutes within which all copies appear: four days. */
  private static final int MINUTES = 4 * 24 * 60;

  private CopiesBenchmark() {}

  /**
   * Arguments: {@code make}, the number of copies and the folder of the corpus; or {@code tell}, a
   * clustered output, the peak resident memory of its clustering in kB, and the TSV file that takes
   * the figures.
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("make")) {
      make(Integer.parseInt(arguments[1]), OTHERS, Path.of(arguments[2]));
      return;
    }
    SparkSession spark = ClusterBenchmark.session();
    Figures figures =
        figures(
            spark,
            arguments[1],
            arguments[2].isEmpty() ? Double.NaN : Long.parseLong(arguments[2]) / 1024.0);
    figures.append(Path.of(arguments[3]));
    System.out.println(figures.line());
    spark.stop();
  }

  /**
   * Writes {@code articles.jsonl}: generated articles, and so many edited copies of one of them.
   * The same numbers give the same bytes.
   */
  static void make(int copies, int others, Path folder) throws IOException {
    Path base = folder.resolve("others");
    CorpusFiles.write(new CorpusPlan(others, DAYS, 1, START), base);
    List<String> lines = Files.readAllLines(base.resolve("articles.jsonl"));
    JsonNode article = chosen(lines);
    SplittableRandom dice = new SplittableRandom(1);
    Path unfinished = folder.resolve("articles.part");
    try (BufferedWriter out = Files.newBufferedWriter(unfinished)) {
      for (String line : lines) {
        out.write(line + "\n");
      }
      for (int i = 0; i < copies; i++) {
        out.write(JSON.writeValueAsString(copy(article, i, dice.split())) + "\n");
      }
    }
    Files.move(
        unfinished,
        folder.resolve("articles.jsonl"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** Of the dated articles that tell an event at some length the first. */
  private static JsonNode chosen(List<String> lines) throws IOException {
    for (String line : lines) {
      JsonNode article = JSON.readTree(line);
      String text = article.path("text").asText();
      if (article.has("published_at")
          && text.length() > 2500
          && text.matches("(?s).*\\b(killed|dead|died)\\b.*")) {
        return article;
      }
    }
    throw new IllegalStateException("no article is long enough");
  }

  private static ObjectNode copy(JsonNode article, int number, SplittableRandom dice) {
    String paper = "Paper " + (1 + dice.nextInt(400));
    ObjectNode copy = JSON.createObjectNode();
    copy.put("id", COPY + number);
    copy.put("url", "https://www.paper.example/" + COPY + number);
    copy.put("title", article.path("title").asText());
    copy.put("text", edited(article.path("text").asText(), paper, number, dice));
    copy.put(
        "published_at",
        LocalDateTime.parse(
                article.path("published_at").asText(), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
            .plusMinutes(dice.nextInt(MINUTES))
            .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)));
    copy.put("source", paper);
    return copy;
  }

  /** Words exchanged, the end cut, a head and a foot of the paper's own. */
  private static String edited(String text, String paper, int number, SplittableRandom dice) {
    List<String> sentences = new ArrayList<>(Arrays.asList(text.split("(?<=[.!?])\\s+")));
    if (dice.nextDouble() < CUT) {
      int kept = (int) Math.ceil(sentences.size() * (1 - MOST_CUT * dice.nextDouble()));
      sentences = sentences.subList(0, Math.max(1, kept));
    }
    String[] words = String.join(" ", sentences).split(" ");
    int exchanged = dice.nextInt(MOST_EXCHANGED + 1);
    for (int i = 0; i < exchanged; i++) {
      int at = dice.nextInt(words.length);
      if (words[at].matches("[a-z]{4,}")) {
        words[at] =
            words[dice.nextInt(words.length)].replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
      }
    }
    return "By a correspondent of "
        + paper
        + "\n\n"
        + String.join(" ", words)
        + "\n\n"
        + paper
        + ", edition "
        + number
        + ". All rights kept by the paper.";
  }

  /** What became of the copies in a clustered output. */
  static Figures figures(SparkSession spark, String output, double peakMegabytes)
      throws IOException {
    Store store = Store.at(spark, output);
    Dataset<Row> members = store.read(Tables.INCIDENT_ARTICLES).where("is_primary");
    Dataset<Row> copies =
        members
            .join(store.read(Tables.ARTICLES).select("article_id", "url"), "article_id")
            .where("url like '%/" + COPY + "%'");
    List<Row> incidents = new ArrayList<>(copies.groupBy("incident_id").count().collectAsList());
    incidents.sort(Comparator.comparingLong((Row row) -> -row.getLong(1)));
    Path folder = Path.of(output);
    return new Figures()
        .number("copies", copies.count())
        .number("articles", members.count())
        .number("ingest_seconds", seconds(folder, "ingest"), 1)
        .number("annotate_seconds", seconds(folder, "annotate"), 1)
        .number("cluster_seconds", seconds(folder, "cluster"), 1)
        .number("cluster_peak_MB", peakMegabytes, 0)
        .number("reconcile_seconds", seconds(folder, "reconcile"), 1)
        .number("statistics_seconds", seconds(folder, "statistics"), 1)
        .number("report_seconds", seconds(folder, "report"), 1)
        .number("in_one_incident", incidents.isEmpty() ? 0 : incidents.get(0).getLong(1))
        .number("incidents_of_copies", incidents.size())
        .number("set_aside_as_copies", copies.where("duplicate_of is not null").count());
  }

  private static double seconds(Path output, String step) throws IOException {
    return ClusterBenchmark.seconds(ClusterBenchmark.summary(output, step), step);
  }
}
