package org.sitrep.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitrep.event.Claim;
import org.sitrep.event.Figures;
import org.sitrep.event.ReconciledClaim;
import org.sitrep.event.Reconciliation;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;
import org.sitrep.tables.Document;
import org.sitrep.text.Resources;
import org.sitrep.time.DateRange;

/** The figures of the sample corpus where articles, day and place of each incident are given. */
class SampleFiguresTest {

  /** Incidents, of 51, whose figures of the dead are known not to be those worked out by hand. */
  private static final Set<String> KNOWN_KILLED =
      Set.of(
          "S27", "S28", "S29", "S30", "S31", "S33", "S34", "S35", "S41", "S42", "S44", "S46", "S48",
          "S51");

  /** The same for the injured. */
  private static final Set<String> KNOWN_INJURED = Set.of("S27", "S46", "S51");

  /** An incident with its articles and what came out. */
  private record Told(List<String> gold, Reconciliation.Result result) {

    boolean killed() {
      Figures figures = result.figures();
      return gold.get(9).equals(cell(figures.killedLow()))
          && gold.get(10).equals(cell(figures.killedBest()))
          && gold.get(11).equals(cell(figures.killedHigh()));
    }

    boolean injured() {
      return gold.get(12).equals(cell(result.figures().injuredBest()));
    }

    String line() {
      Figures figures = result.figures();
      return "%s want %s/%s/%s injured %s, got %s/%s/%s injured %s"
          .formatted(
              gold.get(0),
              gold.get(9),
              gold.get(10),
              gold.get(11),
              gold.get(12),
              cell(figures.killedLow()),
              cell(figures.killedBest()),
              cell(figures.killedHigh()),
              cell(figures.injuredBest()));
    }

    private static String cell(Integer number) {
      return number == null ? "" : number.toString();
    }
  }

  @Test
  void theFiguresAreThoseWorkedOutByHand() throws IOException {
    List<Told> all = tell();
    List<Told> killed = all.stream().filter(told -> !told.killed()).toList();
    List<Told> injured = all.stream().filter(told -> !told.injured()).toList();
    assertThat(all).hasSize(51);
    assertThat(killed)
        .as("killed: %s", killed.stream().map(Told::line).toList())
        .allSatisfy(told -> assertThat(told.gold.get(0)).isIn(KNOWN_KILLED));
    assertThat(injured)
        .as("injured: %s", injured.stream().map(Told::line).toList())
        .allSatisfy(told -> assertThat(told.gold.get(0)).isIn(KNOWN_INJURED));
  }

  /** Prints the misses with their claims and sums. */
  public static void main(String[] arguments) throws IOException {
    Set<String> wanted = Set.of(arguments);
    for (Told told : tell()) {
      boolean miss = !told.killed() || !told.injured();
      if (wanted.isEmpty() ? !miss : !wanted.contains(told.gold.get(0))) {
        continue;
      }
      System.out.println("## " + told.line() + " -- " + told.gold.get(13));
      for (ReconciledClaim reconciled : told.result.claims()) {
        Claim claim = reconciled.claim();
        System.out.printf(
            "  %s %s %s %d..%d %s %s [%s] %s by %s/%s on %s of %s %s (%s) at %s -> %s: %s%n",
            reconciled.articleId(),
            claim.field(),
            claim.effect(),
            claim.numberLow(),
            claim.numberHigh(),
            claim.modality(),
            claim.victimClass(),
            claim.victimText(),
            claim.relation(),
            claim.claimant(),
            claim.claimantSide(),
            claim.claimDate(),
            claim.dateExpression(),
            claim.scope(),
            claim.scopeReason(),
            claim.placeName(),
            reconciled.status(),
            reconciled.reason());
      }
      told.result.figures().steps().forEach(step -> System.out.println("  = " + step));
    }
  }

  private static List<Told> tell() throws IOException {
    Annotator annotator = new Annotator(Gazetteer.embedded(), Set.of());
    Map<String, List<String>> rows = rows("gold-articles.csv");
    Map<String, List<Reconciliation.Source>> sources = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = open("/org/sitrep/sample/articles.jsonl")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        Article article = article(node);
        List<String> gold = rows.get(article.articleId());
        Document document = annotator.document(article, null);
        LocalDate published =
            document.publishedDate() != null ? document.publishedDate() : day(gold.get(2));
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : document.claims()) {
          claims.add(claim.datedFrom(published));
        }
        // A copy of a text is told by its first sentence.
        String text = article.text().substring(article.text().indexOf(':') + 1);
        String first = gold.get(1) + text.substring(0, Math.min(120, text.length()));
        String original = text.isEmpty() ? null : texts.putIfAbsent(first, article.articleId());
        sources
            .computeIfAbsent(gold.get(1), incident -> new ArrayList<>())
            .add(
                new Reconciliation.Source(
                    article.articleId(),
                    original,
                    article.source(),
                    published,
                    article.publishedAt(),
                    claims));
      }
    }
    List<Told> all = new ArrayList<>();
    for (List<String> gold : rows("gold-incidents.csv").values()) {
      all.add(new Told(gold, Reconciliation.of(incident(gold), sources.get(gold.get(0)))));
    }
    return all;
  }

  private static Reconciliation.Incident incident(List<String> gold) {
    LocalDate start = day(gold.get(1));
    return new Reconciliation.Incident(
        gold.get(7),
        start == null ? null : new DateRange(start, day(gold.get(2)), 1),
        gold.get(6).isEmpty() ? null : gold.get(6),
        null,
        null,
        gold.get(3),
        gold.get(4));
  }

  private static Article article(JsonNode node) {
    String published = node.path("published_at").asText("");
    return new Article(
        node.get("id").asText(),
        "sample",
        0L,
        node.path("url").asText(null),
        node.path("source").asText(null),
        node.path("title").asText(null),
        node.path("text").asText(""),
        moment(published),
        published.length() < 10 ? null : day(published.substring(0, 10)),
        node.path("language").asText(null),
        "",
        List.of());
  }

  private static Instant moment(String published) {
    return published.length() > 10 ? OffsetDateTime.parse(published).toInstant() : null;
  }

  private static LocalDate day(String cell) {
    return cell.isEmpty() ? null : LocalDate.parse(cell);
  }

  private static Map<String, List<String>> rows(String file) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (BufferedReader lines = open("/sample/" + file)) {
      for (String line : lines.lines().skip(1).toList()) {
        List<String> row = cut(line);
        rows.put(row.get(0), row);
      }
    }
    return rows;
  }

  private static BufferedReader open(String resource) {
    InputStream in = Resources.class.getResourceAsStream(resource);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** A row of a CSV file whose last column may be quoted. */
  private static List<String> cut(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
