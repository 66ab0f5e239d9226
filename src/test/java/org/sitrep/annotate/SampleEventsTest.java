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

  /** Shares of the 99 English articles that must come out as the gold has them. */
  private static final double EVENT_TYPES = 0.97;

  private static final double SUB_TYPES = 0.93;
  private static final double REGIONS = 0.97;

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
    int types = 0;
    int subTypes = 0;
    for (String id : GOLD.keySet().stream().sorted().toList()) {
      Gold gold = GOLD.get(id);
      Event event = EVENTS.get(id);
      types += gold.eventType.equals(event.eventType()) ? 1 : 0;
      if (gold.subEventType.equals(event.subEventType())) {
        subTypes++;
      } else {
        misses.add(id + ": " + event.subEventType() + " instead of " + gold.subEventType);
      }
    }
    report("event types", types, misses);
    assertThat((double) types / GOLD.size()).as("%s", misses).isGreaterThan(EVENT_TYPES);
    assertThat((double) subTypes / GOLD.size()).as("%s", misses).isGreaterThan(SUB_TYPES);
  }

  @Test
  void placesInTheRegion() {
    List<String> misses = new ArrayList<>();
    for (String id : GOLD.keySet().stream().sorted().toList()) {
      String region = GOLD.get(id).regionCode;
      Event event = EVENTS.get(id);
      if (!Objects.equals(region, event.regionCode())) {
        misses.add(id + ": " + event.regionCode() + " instead of " + region);
      }
    }
    int right = GOLD.size() - misses.size();
    report("regions", right, misses);
    assertThat((double) right / GOLD.size()).as("%s", misses).isGreaterThan(REGIONS);
  }

  @Test
  void tellsAnEventExactlyWhereThereIsOne() {
    GOLD.forEach(
        (id, gold) ->
            assertThat(EVENTS.get(id).eventType().equals("Other"))
                .as("%s is %s", id, EVENTS.get(id).subEventType())
                .isEqualTo(gold.eventType.equals("Other")));
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
