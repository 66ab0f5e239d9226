package org.sitrep.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.sitrep.tables.Document;
import org.sitrep.text.Clues;
import org.sitrep.text.Reading;

/** Documents made by the parts of annotation that clustering needs. */
final class TestDocuments {
  private TestDocuments() {}

  static Document of(
      String id, String title, String text, LocalDate published, Set<Long> repeatedLines) {
    Reading reading = Reading.of(title, text, repeatedLines);
    return new Document(
        id, "outlet", title, "en", null, published, published == null ? "none" : "metadata", null,
        List.of(), List.of(), reading.terms(), List.of(), List.of(), List.of(), List.of(), null,
        Clues.of(reading), List.of());
  }
}
