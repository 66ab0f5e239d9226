package org.sitrep.event;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.sitrep.text.Reading;

/**
 * Types the snippets of CASE 2021, task 2: reads {@code id,label,text}, writes {@code
 * article_id,event_type,sub_event_type}; {@code case2021-classes.csv} maps our names to its labels.
 */
public final class Case2021Score {

  private Case2021Score() {}

  /** Arguments: the snippets, the file to write. */
  public static void main(String[] args) throws IOException {
    CSVFormat header = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    CSVFormat columns =
        CSVFormat.DEFAULT
            .builder()
            .setHeader("article_id", "event_type", "sub_event_type")
            .setRecordSeparator('\n')
            .get();
    try (Reader in = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8);
        Writer out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(out, columns)) {
      for (CSVRecord row : header.parse(in)) {
        Reading reading = Reading.of(null, row.get("text"), Set.of());
        EventType type = EventTypes.classify(reading, Actors.find(reading)).type();
        printer.printRecord(row.get("id"), type.eventType(), type.subEventType());
      }
    }
  }
}
