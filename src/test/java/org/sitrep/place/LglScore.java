package org.sitrep.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.text.Reading;

/**
 * Annotates a JSONL corpus with places and writes them as CSV, to be measured against a gold
 * standard such as the Local-Global Lexicon. Outlets' homes are learned from the corpus itself,
 * each article's own votes left out.
 *
 * <p>Arguments: articles.jsonl, places.csv, and {@code plain} to do without homes.
 */
final class LglScore {

  private LglScore() {}

  /** Runs the measurement. */
  public static void main(String[] args) throws IOException {
    boolean homes = args.length < 3 || !args[2].equals("plain");
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> articles = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(Path.of(args[0]))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        articles.add(mapper.readTree(line));
      }
    }
    Gazetteer gazetteer = Gazetteer.embedded();
    List<Reading> readings = new ArrayList<>();
    for (JsonNode article : articles) {
      readings.add(Reading.of(null, article.path("text").asText(), Set.of()));
    }
    List<Set<String>> votes = new ArrayList<>();
    Map<String, Map<String, Integer>> bySource = new HashMap<>();
    Map<String, Integer> voters = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    long begin = System.nanoTime();
    for (int i = 0; i < articles.size(); i++) {
      Set<String> vote = Homes.votes(readings.get(i), gazetteer);
      votes.add(vote);
      String source = articles.get(i).path("source").asText();
      voters.merge(source, 1, Integer::sum);
      vote.forEach(region -> all.merge(region, 1, Integer::sum));
      for (String region : vote) {
        bySource.computeIfAbsent(source, key -> new HashMap<>()).merge(region, 1, Integer::sum);
      }
    }
    Homes.Corpus corpus = new Homes.Corpus(all, articles.size());
    System.out.printf(
        "%d articles in %d ms%n", articles.size(), (System.nanoTime() - begin) / 1_000_000);
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8))) {
      out.println(
          "article_id,start,end,latitude,longitude,region_name,name,geoname_id,country_code,"
              + "region_code,feature,kind,score,evidence,surface");
      for (int i = 0; i < articles.size(); i++) {
        String source = articles.get(i).path("source").asText();
        Map<String, Integer> counts = new HashMap<>(bySource.getOrDefault(source, Map.of()));
        votes.get(i).forEach(region -> counts.merge(region, -1, Integer::sum));
        HomeRegion home =
            homes
                ? Homes.of(source, counts, voters.get(source) - 1L, corpus, gazetteer).orElse(null)
                : null;
        for (PlaceMention m : Places.find(readings.get(i), home, gazetteer)) {
          out.println(
              String.join(
                  ",",
                  articles.get(i).path("id").asText(),
                  Integer.toString(m.start()),
                  Integer.toString(m.end()),
                  m.latitude().toString(),
                  m.longitude().toString(),
                  quoted(m.regionName()),
                  quoted(m.name()),
                  m.geonameId() == null ? "" : m.geonameId().toString(),
                  m.countryCode(),
                  m.regionCode() == null ? "" : m.regionCode(),
                  m.feature(),
                  m.kind(),
                  m.score().toString(),
                  quoted(m.evidence()),
                  quoted(m.surface())));
        }
      }
    }
  }

  private static String quoted(String value) {
    return value == null ? "" : '"' + value.replace("\"", "\"\"") + '"';
  }
}
