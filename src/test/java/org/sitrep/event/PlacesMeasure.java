package org.sitrep.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.HomeRegion;
import org.sitrep.place.Homes;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

/**
 * Measures the main region of single articles against labelled data: {@code PlacesMeasure FOLDER
 * [MISSES [ANSWERS]]}, where the folder holds {@code articles.jsonl}, {@code gold.csv} and perhaps
 * {@code incidents.csv}. Repeated lines and outlets' homes are learned from the folder's own
 * articles. Not a test: it prints the share of right regions in all articles and in two halves by a
 * hash of the id, writes the misses of the first half only, and every answer as CSV.
 */
final class PlacesMeasure {

  private PlacesMeasure() {}

  private record Told(String id, String source, String title, String text, LocalDate day) {}

  /** Reads the folder named first and prints its shares. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Map<String, Told> articles = articles(folder.resolve("articles.jsonl"));
    Map<String, String> gold = gold(folder);
    Gazetteer gazetteer = Gazetteer.embedded();
    Set<Long> everywhere = repeated(articles.values(), 3);
    Map<String, HomeRegion> homes = homes(articles.values(), gazetteer);
    int[] seen = new int[2];
    int[] hits = new int[2];
    try (PrintStream misses = out(args, 1);
        PrintStream answers = out(args, 2)) {
      answers.println("article_id,source,home,country_code,region_code,place_name,where_prec");
      for (Told told : articles.values()) {
        String wanted = gold.get(told.id);
        if (wanted == null) {
          continue;
        }
        HomeRegion home = homes.get(told.source);
        Reading reading = Reading.of(told.title, told.text, everywhere);
        PublicationDate published = PublicationDates.find(reading, told.day);
        List<PlaceMention> places = Places.find(reading, home, gazetteer);
        List<DateMention> dates = Dates.find(reading, published);
        PlaceMention dateline = Places.dateline(reading, places, home, gazetteer).orElse(null);
        Event event =
            MainEvents.choose(
                reading, places, dates, published, Actors.find(reading), dateline, home);
        answers.printf(
            "%s,%s,%s,%s,%s,%s,%d%n",
            told.id,
            told.source,
            home == null ? "" : home.countryCode() + "/" + home.regionCode(),
            event.countryCode(),
            event.regionCode(),
            event.placeName() == null ? "" : event.placeName().replace(",", ""),
            event.wherePrec());
        int half = half(told.id);
        seen[half]++;
        boolean hit = List.of(wanted.split("\\|")).contains(capital(event.regionCode()));
        hits[half] += hit ? 1 : 0;
        if (!hit && half == 0) {
          misses.printf(
              "#### %s gold %s got %s %s (%s %s) home %s source %s dateline %s%n",
              told.id,
              wanted,
              event.regionCode(),
              event.placeName(),
              event.eventType(),
              event.subEventType(),
              home,
              told.source,
              dateline == null ? null : dateline.name() + " " + dateline.regionCode());
          misses.println("T " + told.title);
          misses.println("B " + told.text.substring(0, Math.min(1500, told.text.length())));
          places.forEach(
              place ->
                  misses.print(
                      place.field().charAt(1)
                          + place.start()
                          + " "
                          + place.surface()
                          + "="
                          + place.countryCode()
                          + "/"
                          + place.regionCode()
                          + "/"
                          + place.feature()
                          + "/"
                          + place.score()
                          + "/"
                          + place.evidence()
                          + "; "));
          misses.println();
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "articles %d region %.3f   even %d %.3f   odd %d %.3f   homes %d%n",
        seen[0] + seen[1],
        (hits[0] + hits[1]) / (double) (seen[0] + seen[1]),
        seen[0],
        hits[0] / (double) seen[0],
        seen[1],
        hits[1] / (double) seen[1],
        homes.size());
  }

  private static PrintStream out(String[] args, int i) throws IOException {
    return new PrintStream(args.length > i ? args[i] : "/dev/null", StandardCharsets.UTF_8);
  }

  private static Map<String, Told> articles(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Told> articles = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      String source = node.path("source").asText("");
      String day = node.path("published_at").asText("");
      articles.putIfAbsent(
          node.get("id").asText(),
          new Told(
              node.get("id").asText(),
              source.isEmpty() ? host(node.path("url").asText("")) : source,
              node.path("title").asText(""),
              node.path("text").asText(""),
              day.length() >= 10 ? LocalDate.parse(day.substring(0, 10)) : null));
    }
    return articles;
  }

  private static String host(String url) {
    try {
      String host = String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT);
      return host.startsWith("www.") ? host.substring(4) : host;
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  /** The region, or the regions between bars, that each article may have. */
  private static Map<String, String> gold(Path folder) throws IOException {
    Map<String, String> gold = new HashMap<>();
    if (Files.exists(folder.resolve("incidents.csv"))) {
      Map<String, String> regions = new HashMap<>();
      rows(folder.resolve("incidents.csv")).forEach(row -> regions.put(row[0], row[2]));
      for (String[] row : rows(folder.resolve("gold.csv"))) {
        if (row[2].equals("1") && regions.containsKey(row[1])) {
          gold.put(row[0], regions.get(row[1]));
        }
      }
    } else {
      rows(folder.resolve("gold.csv"))
          .forEach(row -> gold.merge(row[0], capital(row[2]), (a, b) -> a + "|" + b));
    }
    return gold;
  }

  /** The labels call the countryside of Damascus Damascus. */
  private static String capital(String region) {
    return "SY-RD".equals(region) ? "SY-DI" : String.valueOf(region);
  }

  /** Lines of so many articles more than a month apart. */
  private static Set<Long> repeated(Iterable<Told> articles, int least) {
    Map<Long, Integer> counts = new HashMap<>();
    Map<Long, LocalDate> firsts = new HashMap<>();
    Map<Long, LocalDate> lasts = new HashMap<>();
    for (Told told : articles) {
      Set<Long> lines = new HashSet<>();
      told.text.lines().filter(l -> !l.isBlank()).forEach(l -> lines.add(Reading.lineHash(l)));
      for (Long line : lines) {
        counts.merge(line, 1, Integer::sum);
        if (told.day != null) {
          firsts.merge(line, told.day, (a, b) -> a.isBefore(b) ? a : b);
          lasts.merge(line, told.day, (a, b) -> a.isAfter(b) ? a : b);
        }
      }
    }
    Set<Long> repeated = new HashSet<>();
    counts.forEach(
        (line, count) -> {
          boolean apart =
              firsts.containsKey(line) && firsts.get(line).plusDays(30).isBefore(lasts.get(line));
          if (count >= least && apart) {
            repeated.add(line);
          }
        });
    return repeated;
  }

  private static Map<String, HomeRegion> homes(Iterable<Told> articles, Gazetteer gazetteer) {
    Map<String, Map<String, Integer>> votes = new TreeMap<>();
    Map<String, Integer> all = new HashMap<>();
    Map<String, Integer> voters = new HashMap<>();
    int voted = 0;
    for (Told told : articles) {
      Map<String, Integer> own = votes.computeIfAbsent(told.source, source -> new HashMap<>());
      Reading reading = Reading.of(told.title, told.text, Set.of());
      Set<String> vote = Homes.votes(reading, gazetteer);
      vote.forEach(region -> own.merge(region, 1, Integer::sum));
      vote.forEach(region -> all.merge(region, 1, Integer::sum));
      if (!vote.isEmpty()) {
        voters.merge(told.source, 1, Integer::sum);
        voted++;
      }
    }
    Homes.Corpus corpus = new Homes.Corpus(all, voted);
    System.out.println("corpus " + corpus.country());
    Map<String, HomeRegion> homes = new HashMap<>();
    votes.forEach(
        (source, own) ->
            Homes.of(source, own, voters.getOrDefault(source, 0), corpus, gazetteer)
                .ifPresent(home -> homes.put(source, home)));
    return homes;
  }

  /** 0 for half of the ids, by a bit of their digest: these may be read; 1 for the others. */
  static int half(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(id.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, digest).testBit(5) ? 1 : 0;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String[]> rows(Path path) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      rows.add(line.split(",", -1));
    }
    return rows.subList(1, rows.size());
  }
}
