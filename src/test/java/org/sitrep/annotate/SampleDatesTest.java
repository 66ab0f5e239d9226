package org.sitrep.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.event.Event;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;
import org.sitrep.tables.Document;
import org.sitrep.time.DateInference;
import org.sitrep.time.DateRange;
import org.sitrep.time.PublicationDate;

/** The days of the sample corpus' incidents, its articles grouped as they should be. */
class SampleDatesTest {

  /** Incidents, of 51, whose last day is known to come out wrong. */
  private static final Set<String> KNOWN_INCIDENTS = Set.of("S27", "S46");

  /** Articles that are known not to tell the day by themselves. */
  private static final Set<String> KNOWN_ARTICLES =
      Set.of(
          "n013", "n016", "n022", "n029", "n037", "n042", "n059", "n060", "n063", "n079", "n080");

  private static final Map<String, Document> DOCUMENTS = new HashMap<>();
  private static final Map<String, DateInference.Incident> INCIDENTS = new TreeMap<>();
  private static final Map<String, LocalDate> PUBLISHED = new TreeMap<>();

  @BeforeAll
  static void annotate() throws IOException {
    Annotator annotator = new Annotator(Gazetteer.embedded(), Set.of());
    ObjectMapper json = new ObjectMapper();
    for (String line : lines("/org/sitrep/sample/articles.jsonl")) {
      JsonNode row = json.readTree(line);
      String at = row.path("published_at").asText("");
      Document document =
          annotator.document(
              new Article(
                  row.path("id").asText(),
                  null,
                  null,
                  null,
                  row.path("source").asText(null),
                  row.path("title").asText(null),
                  row.path("text").asText(null),
                  null,
                  at.length() < 10 ? null : LocalDate.parse(at.substring(0, 10)),
                  row.path("language").asText(null),
                  null,
                  List.of()),
              null);
      DOCUMENTS.put(document.articleId(), document);
    }
    Map<String, List<Document>> members = new TreeMap<>();
    for (String[] row : rows("/sample/gold-articles.csv")) {
      members.computeIfAbsent(row[1], id -> new ArrayList<>()).add(DOCUMENTS.get(row[0]));
    }
    members.forEach((id, documents) -> INCIDENTS.put(id, days(documents)));
    INCIDENTS
        .values()
        .forEach(
            incident ->
                incident
                    .articles()
                    .forEach(
                        article -> PUBLISHED.put(article.articleId(), article.publishedDate())));
  }

  private static DateInference.Incident days(List<Document> documents) {
    return DateInference.infer(
        documents.stream()
            .map(
                document ->
                    new DateInference.Evidence(
                        document.articleId(),
                        new PublicationDate(
                            document.publishedDate(),
                            document.publishedBasis(),
                            document.publishedExpression()),
                        document.dates(),
                        document.event().startExpression(),
                        document.event().endExpression()))
            .toList());
  }

  @Test
  void articlesArePublishedWhenTheySay() throws IOException {
    List<String> misses = new ArrayList<>();
    for (String[] row : rows("/sample/gold-articles.csv")) {
      LocalDate gold = parse(row[2]);
      if (!Objects.equals(gold, PUBLISHED.get(row[0]))) {
        misses.add(row[0] + " gold " + gold + ", got " + PUBLISHED.get(row[0]));
      }
    }
    assertThat(misses).isEmpty();
  }

  @Test
  void incidentsLastAsLongAsTheEvent() throws IOException {
    List<String> misses = new ArrayList<>();
    Set<String> missed = new TreeSet<>();
    int incidents = 0;
    for (String[] row : rows("/sample/gold-incidents.csv")) {
      incidents++;
      DateInference.Incident incident = INCIDENTS.get(row[0]);
      DateRange window = incident.window();
      LocalDate start = window == null ? null : window.start();
      LocalDate end = window == null ? null : window.end();
      if (!Objects.equals(parse(row[1]), start) || !Objects.equals(parse(row[2]), end)) {
        missed.add(row[0]);
        misses.add(
            row[0]
                + " gold "
                + row[1]
                + ".."
                + row[2]
                + ", got "
                + start
                + ".."
                + end
                + told(incident));
      }
    }
    assertThat(incidents).isEqualTo(51);
    assertThat(missed).as("%s", misses).isSubsetOf(KNOWN_INCIDENTS);
  }

  @Test
  void articlesTellTheDayThemselves() throws IOException {
    Map<String, String> starts = new HashMap<>();
    for (String[] row : rows("/sample/gold-incidents.csv")) {
      starts.put(row[0], row[1]);
    }
    int articles = 0;
    Set<String> missed = new TreeSet<>();
    List<String> misses = new ArrayList<>();
    for (String[] row : rows("/sample/gold-articles.csv")) {
      LocalDate gold = parse(starts.getOrDefault(row[1], ""));
      if (gold == null) {
        continue;
      }
      articles++;
      Event event = DOCUMENTS.get(row[0]).event();
      if (!gold.equals(event.dateStart())) {
        missed.add(row[0]);
        misses.add(
            row[0]
                + " "
                + row[1]
                + " gold "
                + gold
                + ", got "
                + event.dateStart()
                + " from "
                + event.startExpression());
      }
    }
    System.out.println(
        "sample: day of the event told " + (articles - misses.size()) + "/" + articles);
    misses.forEach(System.out::println);
    assertThat(missed).isSubsetOf(KNOWN_ARTICLES);
  }

  private static String told(DateInference.Incident incident) {
    return incident.articles().stream()
        .map(
            article ->
                "\n    "
                    + article.articleId()
                    + " of "
                    + article.publishedDate()
                    + ": "
                    + article.event()
                    + " "
                    + article.eventBasis())
        .collect(Collectors.joining());
  }

  private static LocalDate parse(String day) {
    return day.isEmpty() ? null : LocalDate.parse(day);
  }

  private static List<String[]> rows(String resource) throws IOException {
    return lines(resource).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static List<String> lines(String resource) throws IOException {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    SampleDatesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      return lines.filter(line -> !line.isBlank()).toList();
    }
  }
}
