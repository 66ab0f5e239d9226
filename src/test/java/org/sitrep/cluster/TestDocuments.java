package org.sitrep.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.event.ActorMention;
import org.sitrep.event.Actors;
import org.sitrep.event.Claims;
import org.sitrep.event.Event;
import org.sitrep.event.MainEvents;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.tables.Document;
import org.sitrep.text.Clues;
import org.sitrep.text.Reading;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

/** Documents as annotation makes them, for the tests of clustering. */
final class TestDocuments {
  private TestDocuments() {}

  /** The documents of a folder of texts, or of the records of a JSONL file. */
  static List<Document> read(Path corpus) throws IOException {
    List<Document> documents = new ArrayList<>();
    if (Files.isDirectory(corpus)) {
      try (Stream<Path> files = Files.list(corpus)) {
        for (Path file : files.sorted().toList()) {
          String id = file.getFileName().toString();
          documents.add(of(id, "", Files.readString(file), null, Set.of()));
        }
      }
      return documents;
    }
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(corpus)) {
      JsonNode node = mapper.readTree(line);
      String published = node.path("published_at").asText("");
      documents.add(
          of(
              node.path("id").asText(),
              node.path("title").asText(""),
              node.path("text").asText(""),
              published.length() < 10 ? null : LocalDate.parse(published.substring(0, 10)),
              Set.of()));
    }
    return documents;
  }

  /** A document of an article whose day of publication may be null. */
  static Document of(
      String id, String title, String text, LocalDate published, Set<Long> repeatedLines) {
    Reading reading = Reading.of(title, text, repeatedLines);
    PublicationDate publication = PublicationDates.find(reading, published);
    Gazetteer gazetteer = Gazetteer.embedded();
    List<PlaceMention> places = Places.find(reading, null, gazetteer);
    List<DateMention> dates = Dates.find(reading, publication);
    List<ActorMention> actors = Actors.find(reading);
    Event event =
        MainEvents.choose(
            reading,
            places,
            dates,
            publication,
            actors,
            Places.dateline(reading, gazetteer).orElse(null),
            null);
    return new Document(
        id,
        "outlet",
        title,
        "en",
        null,
        publication.date(),
        publication.basis(),
        publication.expression(),
        List.of(),
        List.of(),
        reading.terms(),
        places,
        dates,
        actors,
        Claims.find(reading, places, dates, actors, publication),
        event,
        List.of(),
        Clues.of(reading, places.stream().map(PlaceMention::surface).collect(Collectors.toSet())),
        List.of());
  }
}
