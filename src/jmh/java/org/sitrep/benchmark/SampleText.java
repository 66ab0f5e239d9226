package org.sitrep.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sitrep.Main;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;
import org.sitrep.text.Reading;

/** The articles of the embedded sample corpus, in memory, and read; one benchmark takes them all. */
@State(Scope.Benchmark)
public class SampleText {

  /** The articles. */
  final List<Article> articles = new ArrayList<>();

  /** The same, read. */
  final List<Reading> readings = new ArrayList<>();

  /** The embedded gazetteer. */
  final Gazetteer gazetteer = Gazetteer.of("");

  /** UTF-8 bytes of all texts and titles. */
  private long bytes;

  /** Loads the corpus. */
  @Setup
  public void load() throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (InputStream stream = Main.class.getResourceAsStream("sample/articles.jsonl");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(json.readTree(line));
      }
    }
  }

  private void add(JsonNode node) {
    String title = node.path("title").asText("");
    String text = node.path("text").asText("");
    String published = node.path("published_at").asText("");
    LocalDate day = published.length() < 10 ? null : LocalDate.parse(published.substring(0, 10));
    articles.add(
        new Article(
            node.path("id").asText(),
            null,
            null,
            null,
            node.path("source").asText(null),
            title,
            text,
            null,
            day,
            null,
            null,
            null));
    readings.add(Reading.of(title, text, Set.of()));
    bytes += title.getBytes(StandardCharsets.UTF_8).length;
    bytes += text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Counts the text that was read, so that the report can tell megabytes per second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Volume {

    /** Megabytes (a million bytes of UTF-8) read. */
    public double megabytes;

    /** Starts anew. */
    @Setup(Level.Iteration)
    public void reset() {
      megabytes = 0;
    }

    /** Notes that the whole corpus was read once. */
    void all(SampleText sample) {
      megabytes += sample.bytes / 1e6;
    }
  }
}
