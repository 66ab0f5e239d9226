package org.sitrep.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** One JSON object to the fields of an article. */
final class JsonRecord {

  private final JsonFactory factory;
  private final Columns columns;

  JsonRecord(Columns columns, long maxBytes) {
    this.columns = columns;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength((int) Math.min(Integer.MAX_VALUE, Math.max(maxBytes, 1 << 20)))
                    .maxNestingDepth(200)
                    .build())
            .build();
  }

  /** The entry for some bytes that should be one JSON object. */
  Entry entry(long record, byte[] bytes, int length) {
    String raw = Characters.raw(bytes, 0, length);
    try {
      String json = Characters.decode(bytes, 0, length);
      Columns.Values values = new Columns.Values();
      try (JsonParser parser = factory.createParser(json)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          return new Entry.Unreadable(record, Reasons.of(Reasons.JSON, "not an object"), raw);
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          Optional<FieldNames.Target> target = columns.target(parser.currentName());
          parser.nextToken();
          if (target.isEmpty()) {
            parser.skipChildren();
          } else {
            values.put(target.get(), value(parser));
          }
        }
        if (parser.nextToken() != null) {
          return new Entry.Unreadable(
              record, Reasons.of(Reasons.JSON, "something follows the object"), raw);
        }
      }
      return new Entry.Fields(record, values.fields(), raw);
    } catch (CharacterCodingException e) {
      return new Entry.Unreadable(record, Reasons.of(Reasons.ENCODING, e), raw);
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      return new Entry.Unreadable(
          record,
          Reasons.of(Reasons.JSON, Characters.cut(e.getOriginalMessage(), 250) + where),
          raw);
    } catch (IOException e) {
      return new Entry.Unreadable(record, Reasons.of(Reasons.JSON, e), raw);
    }
  }

  /** A string, a number, the lines of an array of strings; null for anything else. */
  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getText();
      case START_ARRAY -> lines(parser);
      default -> {
        parser.skipChildren();
        yield null;
      }
    };
  }

  private static Object integer(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getText()
        : (Object) parser.getLongValue();
  }

  /** Paragraphs come as an array in some corpora. */
  private static String lines(JsonParser parser) throws IOException {
    StringBuilder lines = new StringBuilder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        lines.append(lines.isEmpty() ? "" : "\n").append(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return lines.toString();
  }
}
