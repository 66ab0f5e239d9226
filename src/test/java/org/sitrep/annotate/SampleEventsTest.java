package org.sitrep.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.event.Event;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;

/**
 * The main event of every article of the sample corpus beside the gold made by reading. Each
 * article stands for itself here: no outlet's home is known, no other article helps.
 */
class SampleEventsTest {

  /** Articles that are not English get no places and no event by contract. */
  private static final Set<String> NOT_ENGLISH = Set.of("n042");

  /** English articles, of 99, that are known to come out with another sub-event type. */
  private static final Set<String> KNOWN_TYPES =
      Set.of(
          "n010", "n030", "n058", "n063", "n064", "n065", "n067", "n069", "n079", "n080", "n087",
          "n093", "n094", "n095", "n096", "n097", "n098", "n099");

  /** Those with another region. */
  private static final Set<String> KNOWN_REGIONS = Set.of("n052", "n060", "n098");

  /** Those without an incident in which one is seen. */
  private static final Set<String> KNOWN_EVENTS = Set.of("n095", "n096", "n097", "n098", "n099");

  private record Gold(String eventType, String subEventType, String regionCode) {}

  private static final Map<String, Event> EVENTS = new HashMap<>();
  private static final Map<String, Gold> GOLD = new HashMap<>();

  @BeforeAll
  static void annotate() throws IOException {
    Map<String, String> subTypes = new HashMap<>();
    for (CSVRecord row : rows("/sample/gold-incidents.csv")) {
      subTypes.put(row.get("incident"), row.get("sub_event_type"));
    }
    for (CSVRecord row : rows("/sample/gold-articles.csv")) {
      if (!NOT_ENGLISH.contains(row.get("article_id"))) {
        String eventType = row.get("event_type");
        String subType = subTypes.getOrDefault(row.get("incident"), eventType);
        GOLD.put(row.get("article_id"), new Gold(eventType, subType, row.get("region_code")));
      }
    }
    Annotator annotator = new Annotator(Gazetteer.embedded(), Set.of());
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = open("/org/sitrep/sample/articles.jsonl")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Article article = article(json.readTree(line));
        EVENTS.put(article.articleId(), annotator.document(article, null).event());
      }
    }
  }

  @Test
  void typesAsAReaderWould() {
    List<String> misses = new ArrayList<>();
    Set<String> missed = new TreeSet<>();
    int types = 0;
    for (String id : GOLD.keySet().stream().sorted().toList()) {
      Gold gold = GOLD.get(id);
      Event event = EVENTS.get(id);
      types += gold.eventType.equals(event.eventType()) ? 1 : 0;
      if (!gold.subEventType.equals(event.subEventType())) {
        missed.add(id);
        misses.add(id + ": " + event.subEventType() + " instead of " + gold.subEventType);
      }
    }
    report("event types", types, misses);
    assertThat(missed).as("%s", misses).isSubsetOf(KNOWN_TYPES);
    assertThat(types).as("event types").isGreaterThanOrEqualTo(87);
  }

  @Test
  void placesInTheRegion() {
    List<String> misses = new ArrayList<>();
    Set<String> missed = new TreeSet<>();
    for (String id : GOLD.keySet().stream().sorted().toList()) {
      String region = GOLD.get(id).regionCode;
      Event event = EVENTS.get(id);
      if (!Objects.equals(region, event.regionCode())) {
        missed.add(id);
        misses.add(id + ": " + event.regionCode() + " instead of " + region);
      }
    }
    report("regions", GOLD.size() - misses.size(), misses);
    assertThat(missed).as("%s", misses).isSubsetOf(KNOWN_REGIONS);
  }

  @Test
  void tellsAnEventExactlyWhereThereIsOne() {
    Set<String> missed = new TreeSet<>();
    GOLD.forEach(
        (id, gold) -> {
          if (EVENTS.get(id).eventType().equals("Other") != gold.eventType.equals("Other")) {
            missed.add(id);
          }
        });
    assertThat(missed).isSubsetOf(KNOWN_EVENTS);
  }

  private static void report(String what, int right, List<String> misses) {
    System.out.println("sample " + what + ": " + right + " of " + GOLD.size() + ", " + misses);
  }

  private static Article article(JsonNode node) {
    String published = text(node, "published_at");
    return new Article(
        text(node, "id"),
        "sample",
        0L,
        text(node, "url"),
        text(node, "source"),
        text(node, "title"),
        text(node, "text"),
        null,
        published == null ? null : LocalDate.parse(published.substring(0, 10)),
        text(node, "language"),
        null,
        List.of());
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }

  private static List<CSVRecord> rows(String resource) {
    try (BufferedReader reader = open(resource)) {
      return CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(String resource) {
    InputStream stream = SampleEventsTest.class.getResourceAsStream(resource);
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
