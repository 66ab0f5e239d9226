package org.sitrep.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as text: a line of CSV, a JSON object, a GeoJSON feature. */
final class Cells {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";

  private Cells() {}

  /** What writes one value into a generator. */
  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String json(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The row as a JSON object, every column named, null where it is unknown. */
  static String json(Row row) {
    return json(json -> object(json, row));
  }

  /** The text as a JSON string, or {@code null}. */
  static String json(String text) {
    return json(json -> json.writeString(text));
  }

  /**
   * The row as a GeoJSON feature (RFC 7946): a point, longitude first, from its columns {@code
   * latitude} and {@code longitude}; no geometry where one of them is unknown or not on the globe.
   * All columns are properties.
   *
   * @param id column that holds the feature's id; null where rows have none
   */
  static String feature(Row row, String id) {
    return json(
        json -> {
          json.writeStartObject();
          json.writeStringField("type", "Feature");
          if (id != null && row.getAs(id) != null) {
            json.writeObjectField("id", row.getAs(id));
          }
          json.writeFieldName("geometry");
          point(json, row.getAs(LATITUDE), row.getAs(LONGITUDE));
          json.writeFieldName("properties");
          object(json, row);
          json.writeEndObject();
        });
  }

  private static void point(JsonGenerator json, Double latitude, Double longitude)
      throws IOException {
    // the negation also turns away what is not a number
    if (latitude == null
        || longitude == null
        || !(Math.abs(latitude) <= 90)
        || !(Math.abs(longitude) <= 180)) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    json.writeNumber(longitude);
    json.writeNumber(latitude);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void object(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    StructField[] fields = row.schema().fields();
    for (int i = 0; i < fields.length; i++) {
      json.writeFieldName(fields[i].name());
      value(json, row.get(i));
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      json.writeNull();
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Row row) {
      object(json, row);
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry :
          new TreeMap<Object, Object>(CollectionConverters.asJava(map)).entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof scala.collection.Iterable<?> list) {
      json.writeStartArray();
      for (Object element : CollectionConverters.asJava(list)) {
        value(json, element);
      }
      json.writeEndArray();
    } else {
      json.writeString(plain(value));
    }
  }

  /** Days and times as ISO 8601 has them, times in UTC. */
  private static String plain(Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    return value instanceof Timestamp time ? time.toInstant().toString() : value.toString();
  }

  /**
   * The row as a line of CSV (RFC 4180): empty where a value is unknown, lists and structs as JSON,
   * no text that a spreadsheet would run.
   */
  static String csv(Row row) {
    Object[] cells = new Object[row.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(row.get(i));
    }
    return csv(cells);
  }

  private static Object cell(Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      return null;
    }
    if (value instanceof String text) {
      return Formulas.disarmed(text);
    }
    boolean nested =
        value instanceof Row
            || value instanceof scala.collection.Map<?, ?>
            || value instanceof scala.collection.Iterable<?>;
    return nested ? json(json -> value(json, value)) : plain(value);
  }

  /** Texts as a line of CSV, with its end. */
  static String csv(List<String> cells) {
    return csv(cells.toArray());
  }

  private static String csv(Object... cells) {
    StringWriter text = new StringWriter();
    try (var printer = CSVFormat.RFC4180.print(text)) {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
