package org.sitrep.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

/**
 * Measures the figures of single articles against labelled data: {@code FiguresMeasure FOLDER
 * [MISSES]}, where the folder holds {@code articles.jsonl} and {@code gold.csv}. Not a test: it
 * prints shares and, to a file, the misses with their claims.
 */
final class FiguresMeasure {
  private static long nanos;

  private FiguresMeasure() {}

  /** Reads the folder named first and prints its shares. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Map<String, String[]> incidents = new HashMap<>();
    if (Files.exists(folder.resolve("incidents.csv"))) {
      for (String[] row : rows(folder.resolve("incidents.csv"))) {
        incidents.put(row[0], row);
      }
    }
    Map<String, JsonNode> articles = new HashMap<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("articles.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        articles.putIfAbsent(node.get("id").asText(), node);
      }
    }
    try (PrintStream misses =
        new PrintStream(args.length > 1 ? args[1] : "/dev/null", StandardCharsets.UTF_8)) {
      if (incidents.isEmpty()) {
        counts(rows(folder.resolve("gold.csv")), articles, misses);
      } else {
        events(rows(folder.resolve("gold.csv")), incidents, articles, misses);
      }
    }
  }

  private static void counts(
      List<String[]> gold, Map<String, JsonNode> articles, PrintStream misses) {
    int counted = 0;
    int exact = 0;
    int close = 0;
    int answered = 0;
    for (String[] row : gold) {
      Set<Integer> wanted = new HashSet<>();
      int sum = 0;
      for (int column : new int[] {5, 6}) {
        if (!row[column].isEmpty()) {
          wanted.add(Integer.parseInt(row[column]));
          sum += Integer.parseInt(row[column]);
        }
      }
      if (wanted.isEmpty()) {
        continue;
      }
      wanted.add(sum);
      counted++;
      JsonNode article = articles.get(row[0]);
      Read read = read(article);
      Figures figures = figures(article, read);
      Integer best = figures.killedBest();
      boolean hit = best != null && wanted.contains(best);
      answered += best != null ? 1 : 0;
      exact += hit ? 1 : 0;
      close += best != null && wanted.stream().anyMatch(w -> Math.abs(best - w) <= 0.1 * w) ? 1 : 0;
      if (!hit) {
        miss(misses, article, "gold " + wanted + " killed " + best, read, figures);
      }
    }
    System.out.printf(
        "counted %d answered %d killed exact %.3f within 10%% %.3f%n",
        counted, answered, exact / (double) counted, close / (double) counted);
  }

  private static void events(
      List<String[]> gold,
      Map<String, String[]> incidents,
      Map<String, JsonNode> articles,
      PrintStream misses) {
    int n = 0;
    int killed = 0;
    int injured = 0;
    int many = 0;
    int manyHit = 0;
    for (String[] row : gold) {
      String[] truth = incidents.get(row[1]);
      if (!row[2].equals("1") || truth == null) {
        continue;
      }
      n++;
      JsonNode article = articles.get(row[0]);
      Read read = read(article);
      Figures figures = figures(article, read);
      int goldKilled = truth[5].isEmpty() ? 0 : Integer.parseInt(truth[5]);
      int goldInjured = truth[6].isEmpty() ? 0 : Integer.parseInt(truth[6]);
      int k = figures.killedBest() == null ? 0 : figures.killedBest();
      int i = figures.injuredBest() == null ? 0 : figures.injuredBest();
      killed += k == goldKilled ? 1 : 0;
      injured += i == goldInjured ? 1 : 0;
      if (goldKilled >= 2) {
        many++;
        manyHit += k == goldKilled ? 1 : 0;
      }
      if (k != goldKilled || i != goldInjured) {
        miss(
            misses,
            article,
            (k != goldKilled ? "KILLED " : "INJURED ")
                + "gold "
                + goldKilled
                + "/"
                + goldInjured
                + " got "
                + k
                + "/"
                + i,
            read,
            figures);
      }
    }
    System.out.printf(
        "articles %d killed %.3f injured %.3f killed where two or more %.3f; %.2f ms for the claims of an article%n",
        n, killed / (double) n, injured / (double) n, manyHit / (double) many, nanos / 1e6 / n);
  }

  private static void miss(
      PrintStream out, JsonNode article, String what, Read read, Figures figures) {
    out.println("#### " + article.get("id").asText() + " " + what);
    out.println("T " + article.path("title").asText(""));
    String text = article.path("text").asText("");
    out.println("B " + text.substring(0, Math.min(900, text.length())).replace('\n', ' '));
    out.println("E " + read.main);
    for (ReconciledClaim reconciled : result(article, read).claims()) {
      Claim claim = reconciled.claim();
      String field = claim.field().equals("title") ? article.path("title").asText("") : text;
      int from = Math.max(claim.start(), claim.figureStart() - 60);
      int until = Math.min(claim.end(), claim.figureEnd() + 60);
      out.println(
          "  "
              + claim.field()
              + " "
              + claim.effect()
              + " "
              + claim.numberLow()
              + ".."
              + claim.numberHigh()
              + " "
              + claim.modality()
              + " "
              + claim.victimClass()
              + " "
              + claim.relation()
              + " by "
              + claim.claimant()
              + "/"
              + claim.claimantSide()
              + " "
              + claim.scope()
              + " at "
              + claim.placeName()
              + " on "
              + claim.dateExpression()
              + " -> "
              + reconciled.status()
              + " "
              + reconciled.reason()
              + " | "
              + field.substring(from, until).replace('\n', ' '));
    }
    figures.steps().forEach(step -> out.println("  = " + step));
  }

  /** What one article says. */
  record Read(
      Reading reading,
      PublicationDate published,
      List<DateMention> dates,
      Event main,
      List<Claim> claims) {}

  /** Annotates one article with everything that claims need. */
  static Read read(String title, String text, LocalDate metadata) {
    Gazetteer gazetteer = Gazetteer.embedded();
    Reading reading = Reading.of(title, text, Set.of());
    PublicationDate published = PublicationDates.find(reading, metadata);
    List<DateMention> dates = Dates.find(reading, published);
    List<PlaceMention> places = Places.find(reading, null, gazetteer);
    List<ActorMention> actors = Actors.find(reading);
    Event main =
        MainEvents.choose(
            reading,
            places,
            dates,
            published,
            actors,
            Places.dateline(reading, gazetteer).orElse(null),
            null);
    long start = System.nanoTime();
    List<Claim> claims = Claims.find(reading, places, dates, actors, published);
    nanos += System.nanoTime() - start;
    return new Read(reading, published, dates, main, claims);
  }

  private static Read read(JsonNode article) {
    String day = article.path("published_at").asText("");
    LocalDate metadata = day.length() >= 10 ? LocalDate.parse(day.substring(0, 10)) : null;
    return read(article.path("title").asText(""), article.path("text").asText(""), metadata);
  }

  private static Reconciliation.Result result(JsonNode article, Read read) {
    String id = article.get("id").asText();
    return Reconciliation.of(
        Reconciliation.Incident.of(read.main),
        List.of(
            new Reconciliation.Source(id, null, null, read.published.date(), null, read.claims)));
  }

  private static Figures figures(JsonNode article, Read read) {
    return result(article, read).figures();
  }

  private static List<String[]> rows(Path path) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      rows.add(line.split(",", -1));
    }
    return rows.subList(1, rows.size());
  }
}
