package org.sitrep.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A generated corpus as files: {@code articles.jsonl}, the labels {@code gold.csv} and {@code
 * incidents.csv}. Blocks of articles are made side by side and written in their order, so that
 * neither the number of cores nor the size of the corpus shows.
 */
public final class CorpusFiles {

  /** Articles of a block. */
  private static final int BLOCK = 256;

  /** Blocks that are made before they are written. */
  private static final int ROUND = 16;

  private static final List<String> NAMES = List.of("articles.jsonl", "gold.csv", "incidents.csv");
  private static final String UNFINISHED = ".part";

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private record Block(byte[] articles, String[] incidents, int copies) {}

  private final Corpus corpus;
  private final JsonFactory json = new JsonFactory();
  private final Path folder;

  private CorpusFiles(Corpus corpus, Path folder) {
    this.corpus = corpus;
    this.folder = folder;
  }

  /** Whether a folder holds anything, so that a corpus might be mistaken for what is there. */
  public static boolean isTaken(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  /**
   * Writes a corpus. Files of the same names are replaced once all are complete; others stay.
   *
   * @param plan what corpus
   * @param folder where; made if need be
   * @throws IOException where a file cannot be written; nothing is replaced then
   */
  public static Generated write(CorpusPlan plan, Path folder) throws IOException {
    Files.createDirectories(folder);
    CorpusFiles files = new CorpusFiles(new Corpus(plan), folder);
    try {
      Generated generated = files.write();
      for (String name : NAMES) {
        Files.move(
            files.unfinished(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      return generated;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      for (String name : NAMES) {
        Files.deleteIfExists(files.unfinished(name));
      }
    }
  }

  private Path unfinished(String name) {
    return folder.resolve(name + UNFINISHED);
  }

  private Generated write() throws IOException {
    incidents();
    int total = corpus.plan().articles();
    int copies = 0;
    int labelled = 0;
    try (OutputStream articles =
            new BufferedOutputStream(Files.newOutputStream(unfinished("articles.jsonl")), 1 << 20);
        CSVPrinter gold = csv("gold.csv")) {
      gold.printRecord("article_id", "incident", "scored");
      for (long from = 0; from < total; from += (long) BLOCK * ROUND) {
        int round = (int) from;
        int blocks = (int) Math.min(ROUND, (total - from + BLOCK - 1) / BLOCK);
        List<Block> made =
            IntStream.range(0, blocks).parallel().mapToObj(i -> block(round + i * BLOCK)).toList();
        int index = round;
        for (Block block : made) {
          articles.write(block.articles());
          copies += block.copies();
          for (String incident : block.incidents()) {
            gold.printRecord(Corpus.id(index++), incident, incident.isEmpty() ? 0 : 1);
            labelled += incident.isEmpty() ? 0 : 1;
          }
        }
      }
    }
    return new Generated(
        total, corpus.stories(), labelled, copies, Files.size(unfinished("articles.jsonl")));
  }

  private Block block(int from) {
    int size = Math.min(BLOCK, corpus.plan().articles() - from);
    String[] incidents = new String[size];
    int copies = 0;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size * 4096);
    Corpus.Desk desk = corpus.desk();
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.setRootValueSeparator(null);
      for (int i = 0; i < size; i++) {
        GeneratedArticle article = desk.article(from + i);
        incidents[i] = article.incident();
        copies += article.copy() ? 1 : 0;
        out.writeStartObject();
        out.writeStringField("id", article.id());
        out.writeStringField("url", article.url());
        out.writeStringField("title", article.title());
        out.writeStringField("text", article.text());
        if (article.publishedAt() != null) {
          out.writeStringField("published_at", article.publishedAt());
        }
        out.writeStringField("source", article.source());
        out.writeEndObject();
        out.writeRaw('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Block(bytes.toByteArray(), incidents, copies);
  }

  private void incidents() throws IOException {
    LocalDate start = corpus.plan().start();
    try (CSVPrinter out = csv("incidents.csv")) {
      out.printRecord(
          "incident",
          "date",
          "country_code",
          "region_code",
          "place",
          "latitude",
          "longitude",
          "event_type",
          "sub_event_type",
          "killed",
          "injured",
          "articles");
      for (int number = 0; number < corpus.stories(); number++) {
        Story story = corpus.story(number);
        World.Town town = story.town();
        out.printRecord(
            Corpus.name(number),
            start.plusDays(story.minute() / (24 * 60)),
            corpus.country(story).code(),
            town.regionCode(),
            town.name(),
            town.latitude(),
            town.longitude(),
            story.kind().eventType(),
            story.kind().subEventType(),
            story.killed(),
            story.injured(),
            story.size());
      }
    }
  }

  private CSVPrinter csv(String name) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(unfinished(name), StandardCharsets.UTF_8);
    return new CSVPrinter(writer, CSV);
  }
}
