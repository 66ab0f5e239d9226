package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

class CellsTest {

  private static final StructType PLACE =
      StructType.fromDDL("id STRING, latitude DOUBLE, longitude DOUBLE, killed INT");

  private static Row place(Double latitude, Double longitude, Integer killed) {
    return new GenericRowWithSchema(new Object[] {"a", latitude, longitude, killed}, PLACE);
  }

  private static Row text(String text) {
    return new GenericRowWithSchema(new Object[] {text}, StructType.fromDDL("title STRING"));
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  /** Blanks, controls and marks before the sign count as a spreadsheet counts them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd()",
        "=cmd|' /C calc'!A0",
        "+1 555 0100",
        "-3 degrees",
        "@home",
        "  =1+1",
        "\t=1+1",
        "\r\n=1+1",
        "\u00a0=1+1",
        "\u3000=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\uff1dcmd()",
        "\uff0b1",
        " \uff0d1",
        "\uff20SUM"
      })
  void aFormulaIsATextInCsvAndAsItIsInJson(String formula) throws IOException {
    assertThat(record(Cells.csv(text(formula))).get(0)).isEqualTo("'" + formula);
    assertThat(tree(Cells.json(text(formula))).get("title").asText()).isEqualTo(formula);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Two dead = a sad day",
        "<script>alert(1)</script>",
        "\"Quoted\", and a comma",
        "first\nsecond",
        "first\r\nsecond",
        "'apostrophe",
        "\u0645\u0642\u062a\u0644 \ud83d\udd25",
        "tab\there",
        "#hashtag",
        "1. item",
        ""
      })
  void otherTextsComeBackAsTheyWere(String text) throws IOException {
    assertThat(record(Cells.csv(text(text))).get(0)).isEqualTo(text);
    assertThat(tree(Cells.json(text(text))).get("title").asText()).isEqualTo(text);
  }

  private static CSVRecord record(String line) throws IOException {
    List<CSVRecord> records = CSVFormat.RFC4180.parse(new StringReader(line)).getRecords();
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  @Test
  void unknownIsNotZero() throws IOException {
    assertThat(record(Cells.csv(place(null, -0.5, 0))).toList())
        .containsExactly("a", "", "-0.5", "0");
    assertThat(record(Cells.csv(place(1.0, null, null))).toList())
        .containsExactly("a", "1.0", "", "");
    assertThat(Cells.json(place(1.0, null, 0)))
        .isEqualTo("{\"id\":\"a\",\"latitude\":1.0,\"longitude\":null,\"killed\":0}");
    assertThat(Cells.json(place(Double.NaN, Double.POSITIVE_INFINITY, null)))
        .isEqualTo("{\"id\":\"a\",\"latitude\":null,\"longitude\":null,\"killed\":null}");
  }

  @Test
  void typesStayTypes() throws IOException {
    StructType schema =
        StructType.fromDDL(
            "day DATE, time TIMESTAMP, big BIGINT, truth BOOLEAN, list ARRAY<STRING>,"
                + " map MAP<STRING, INT>, struct STRUCT<x: INT, y: STRING>");
    Row inner =
        new GenericRowWithSchema(
            new Object[] {1, null}, (StructType) schema.apply("struct").dataType());
    Row row =
        new GenericRowWithSchema(
            new Object[] {
              Date.valueOf("2024-09-12"),
              Timestamp.from(Instant.parse("2024-09-12T10:00:00Z")),
              Long.MAX_VALUE,
              true,
              CollectionConverters.asScala(List.of("=a", "b")),
              CollectionConverters.asScala(
                  new java.util.TreeMap<>(java.util.Map.of("b", 2, "a", 1))),
              inner
            },
            schema);
    String json =
        "{\"day\":\"2024-09-12\",\"time\":\"2024-09-12T10:00:00Z\",\"big\":9223372036854775807,"
            + "\"truth\":true,\"list\":[\"=a\",\"b\"],\"map\":{\"a\":1,\"b\":2},"
            + "\"struct\":{\"x\":1,\"y\":null}}";
    assertThat(Cells.json(row)).isEqualTo(json);
    assertThat(record(Cells.csv(row)).toList())
        .containsExactly(
            "2024-09-12",
            "2024-09-12T10:00:00Z",
            "9223372036854775807",
            "true",
            "[\"=a\",\"b\"]",
            "{\"a\":1,\"b\":2}",
            "{\"x\":1,\"y\":null}");
  }

  /** RFC 7946, section 3.1.1 and 4: longitude first, degrees of WGS 84. */
  @ParameterizedTest
  @CsvSource({
    "13.5, 25.25, '[25.25,13.5]'",
    "-17.8, 179.9, '[179.9,-17.8]'",
    "-17.8, -179.9, '[-179.9,-17.8]'",
    "-17.8, 180, '[180.0,-17.8]'",
    "0, 0, '[0.0,0.0]'",
    "90, -180, '[-180.0,90.0]'",
    "90.1, 0,",
    "0, 180.1,",
    "0, -190,",
    "NaN, 0,",
    "0, NaN,",
    ", 25.25,",
    "13.5, ,",
    ", ,"
  })
  void aFeatureHasAPointOrNone(Double latitude, Double longitude, String coordinates)
      throws IOException {
    JsonNode feature = tree(Cells.feature(place(latitude, longitude, 0), "id"));
    assertThat(feature.get("type").asText()).isEqualTo("Feature");
    assertThat(feature.get("id").asText()).isEqualTo("a");
    assertThat(feature.get("properties").get("killed").isInt()).isTrue();
    JsonNode geometry = feature.get("geometry");
    if (coordinates == null) {
      assertThat(geometry.isNull()).isTrue();
    } else {
      assertThat(geometry.get("type").asText()).isEqualTo("Point");
      assertThat(geometry.get("coordinates").toString()).isEqualTo(coordinates);
    }
  }

  @Test
  void aFeatureWithoutIdHasNone() throws IOException {
    assertThat(tree(Cells.feature(place(1.0, 2.0, 3), null)).has("id")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv, .",
    "x/a.csv, x",
    "./a.csv, .",
    "/a.csv, /",
    "s3a://bucket/x/a.csv, s3a://bucket/x"
  })
  void foldersOfFiles(String file, String folder) {
    assertThat(Export.folder(file)).isEqualTo(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://news.example/a?b=c&d=1#e | https://news.example/a?b=c&d=1#e
          HTTP://News.Example              | HTTP://News.Example
          ' https://news.example/ '        | https://news.example/
          https://news.example:8080/x      | https://news.example:8080/x
          javascript:alert(1)              |
          JavaScript:alert(1)              |
          'java\tscript:alert(1)'          |
          data:text/html;base64,AAAA       |
          file:///etc/passwd               |
          ftp://news.example/a             |
          //news.example/a                 |
          news.example/a                   |
          https:///a                       |
          https://                         |
          'https://news.example/a b'       |
          https://news.example/">x         |
          https://news.example/<script>    |
          =HYPERLINK(1)                    |
                                           |
          """)
  void onlyAddressesOfTheWebSurvive(String url, String survives) {
    assertThat(WebAddress.of(url)).isEqualTo(survives);
  }
}
