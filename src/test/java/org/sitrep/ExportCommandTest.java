package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.report.TableRows.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.report.TableRows;
import org.sitrep.tables.Run;
import org.sitrep.tables.Store;
import org.sitrep.tables.Tables;

/** Tables as files for maps, spreadsheets and humanitarian tools. */
class ExportCommandTest {

  @TempDir static Path folder;
  private static Path output;

  @BeforeAll
  static void publish() {
    output = folder.resolve("out");
    try (Run run = Store.at(SharedSpark.session(), output.toString()).begin("r1", "test")) {
      run.write(
          Tables.INCIDENTS,
          TableRows.of(
              Tables.INCIDENTS,
              row(
                  "incident_id",
                  "00000000000010ff",
                  "title",
                  "=cmd()",
                  "event_type",
                  "Battles",
                  "date_start",
                  Date.valueOf("2024-09-12"),
                  "latitude",
                  -16.5,
                  "longitude",
                  -179.75,
                  "country_code",
                  "FJ",
                  "region_code",
                  "FJ.01",
                  "killed_best",
                  2,
                  "killed_high",
                  2),
              row("incident_id", "b", "event_type", "Crime", "region_code", "XX")));
      run.write(
          Tables.INCIDENT_ARTICLES,
          TableRows.of(
              Tables.INCIDENT_ARTICLES,
              row("incident_id", "00000000000010ff", "article_id", "1", "is_primary", true)));
      run.write(
          Tables.DOCUMENTS,
          TableRows.of(
              Tables.DOCUMENTS,
              row(
                  "article_id", "1",
                  "source", "@daily",
                  "title", "=cmd()",
                  "actors", new Row[0])));
      run.publish();
    }
  }

  private static Path done(String table, String file, Object... more) {
    Path to = folder.resolve(file);
    List<Object> words = new ArrayList<>(List.of("export", table, "--output", output, "--to", to));
    words.addAll(List.of(more));
    Sitrep.done(words.toArray());
    return to;
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (var parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }

  private static Path crosswalk(String text) throws IOException {
    return Files.writeString(folder.resolve("codes.csv"), text, StandardCharsets.UTF_8);
  }

  @Test
  void aTableWithPointsBecomesAMap() throws IOException {
    Path file = done("incidents", "incidents.geojson", "--format", "geojson");
    JsonNode map = new ObjectMapper().readTree(file.toFile());
    assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(map.get("features")).hasSize(2);
    for (JsonNode feature : map.get("features")) {
      boolean placed = !feature.get("properties").get("latitude").isNull();
      assertThat(feature.get("geometry").toString())
          .isEqualTo(placed ? "{\"type\":\"Point\",\"coordinates\":[-179.75,-16.5]}" : "null");
    }
    Path empty = done("incidents", "no.geojson", "--format", "geojson", "--where", "1 = 0");
    assertThat(new ObjectMapper().readTree(empty.toFile()).get("features")).isEmpty();
    Path events = done("ucdp_events", "ucdp.geojson", "--format", "geojson");
    assertThat(new ObjectMapper().readTree(events.toFile()).get("features")).hasSize(1);
  }

  @Test
  void eventsForASpreadsheetRunNothing() throws IOException {
    List<CSVRecord> records = records(done("ucdp_events", "ucdp.csv"));
    assertThat(records).hasSize(2);
    List<String> header = records.get(0).toList();
    assertThat(header).startsWith("id", "relid", "year").endsWith("gwnoa", "gwnob").hasSize(49);
    assertThat(records.get(1).get(header.indexOf("source_headline"))).isEqualTo("'=cmd()");
    assertThat(records.get(1).get(header.indexOf("source_office"))).isEqualTo("'@daily");
  }

  @Test
  void aCrosswalkAddsCodesAndTags() throws IOException {
    Path codes = crosswalk("region_code,pcode\nFJ.01,FJ1\n");
    List<CSVRecord> records =
        records(
            done("incidents", "tagged.csv", "--crosswalk", codes, "--where", "killed_best = 2"));
    assertThat(records).hasSize(3);
    List<String> header = records.get(0).toList();
    int pcode = header.indexOf("pcode");
    assertThat(header.get(pcode - 1)).isEqualTo("region_code");
    assertThat(records)
        .extracting(record -> record.get(pcode))
        .containsExactly("pcode", "#adm1+code+v_pcode", "FJ1");
    Path lines = done("incidents", "coded.jsonl", "--crosswalk", codes, "--format", "jsonl");
    assertThat(Files.readString(lines)).contains("\"pcode\":\"FJ1\"").doesNotContain("#adm1");
    Path map = done("incidents", "coded.geojson", "--crosswalk", codes, "--format", "geojson");
    assertThat(Files.readString(map)).contains("\"pcode\":\"FJ1\"", "\"pcode\":null");
  }

  @Test
  void saysWhatCannotBeExportedSo() throws IOException {
    Path codes = crosswalk("region_code,pcode\nFJ.01,FJ1\n");
    Path twice = Files.writeString(folder.resolve("twice.csv"), "region_code,pcode\na,1\na,2\n");
    for (Object[] words :
        List.<Object[]>of(
            new Object[] {
              "geojson needs the columns latitude and longitude",
              "export",
              "incident_articles",
              "--format",
              "geojson"
            },
            new Object[] {
              "a crosswalk needs the column region_code",
              "export",
              "ucdp_events",
              "--crosswalk",
              codes
            },
            new Object[] {
              twice + ", line 3: region_code a stands already in line 2",
              "export",
              "incidents",
              "--crosswalk",
              twice
            },
            new Object[] {
              "cannot read the crosswalk",
              "export",
              "incidents",
              "--crosswalk",
              folder.resolve("no")
            })) {
      List<Object> line = new ArrayList<>(List.of(words).subList(1, words.length));
      line.addAll(List.of("--output", output, "--to", folder.resolve("never")));
      Sitrep.Said said = Sitrep.say(line.toArray());
      assertThat(said.code()).as(said.err()).isEqualTo(Main.USAGE);
      assertThat(said.err().lines()).hasSize(1);
      assertThat(said.err()).startsWith("sitrep: ").contains((String) words[0]);
      assertThat(folder.resolve("never")).doesNotExist();
    }
  }
}
