package org.sitrep.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.text.Reading;

/**
 * Measures dates on labelled articles: a folder with {@code fakes/} and {@code gva/}, beside the
 * checkout or named by {@code -Dsitrep.bench=DIR}; skipped where there is none.
 */
class DateMeasureTest {

  private record Read(PublicationDate published, EventDates.EventDate event) {}

  @Test
  void publicationDaysOfAgencyAndPaperArticles() throws IOException {
    Path folder = bench("fakes");
    Map<String, JsonNode> articles = articles(folder);
    int rows = 0;
    int exact = 0;
    int event = 0;
    for (String[] row : rows(folder.resolve("gold.csv"))) {
      if (!row[9].equals("1")) {
        continue;
      }
      rows++;
      LocalDate gold = LocalDate.parse(row[1]);
      Read read = read(articles.get(row[0]), null);
      exact += gold.equals(read.published().date()) ? 1 : 0;
      if (read.event().range() != null) {
        long early = ChronoUnit.DAYS.between(read.event().range().start(), gold);
        event += early >= 0 && early <= 2 ? 1 : 0;
      }
    }
    System.out.printf(
        "fakes rows=%d published exact=%.3f event 0-2 days before=%.3f%n",
        rows, exact / (double) rows, event / (double) rows);
    assertThat(exact / (double) rows).isGreaterThan(0.93);
    assertThat(event / (double) rows).isGreaterThan(0.93);
  }

  @Test
  void eventDaysOfLocalNews() throws IOException {
    Path folder = bench("gva");
    Map<String, JsonNode> articles = articles(folder);
    Map<String, LocalDate> days = new HashMap<>();
    for (String[] row : rows(folder.resolve("incidents.csv"))) {
      days.put(row[0], LocalDate.parse(row[1]));
    }
    int rows = 0;
    int exact = 0;
    int week = 0;
    for (String[] row : rows(folder.resolve("gold.csv"))) {
      LocalDate gold = days.get(row[1]);
      if (gold == null || !row[2].equals("1")) {
        continue;
      }
      rows++;
      JsonNode article = articles.get(row[0]);
      LocalDate published = LocalDate.parse(article.path("published_at").asText().substring(0, 10));
      LocalDate day = read(article, published).event().range().start();
      exact += day.equals(gold) ? 1 : 0;
      week += week(day).equals(week(gold)) ? 1 : 0;
    }
    System.out.printf(
        "gva rows=%d event day=%.3f week=%.3f%n",
        rows, exact / (double) rows, week / (double) rows);
    assertThat(exact / (double) rows).isGreaterThan(0.79);
    assertThat(week / (double) rows).isGreaterThan(0.885);
  }

  private static Read read(JsonNode article, LocalDate metadata) {
    Reading reading =
        Reading.of(article.path("title").asText(), article.path("text").asText(), Set.of());
    PublicationDate published = PublicationDates.find(reading, metadata);
    return new Read(published, EventDates.of(reading, Dates.find(reading, published), published));
  }

  private static String week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private static Path bench(String name) {
    String folder = System.getProperty("sitrep.bench", "../shared/bench");
    assumeTrue(Files.isDirectory(Path.of(folder)), "skipped: needs labelled articles in " + folder);
    return Path.of(folder, name);
  }

  private static Map<String, JsonNode> articles(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, JsonNode> articles = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("articles.jsonl"))) {
      JsonNode article = json.readTree(line);
      articles.put(article.path("id").asText(), article);
    }
    return articles;
  }

  private static List<String[]> rows(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
