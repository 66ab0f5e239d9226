package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.tables.Tables;

/** {@code --gazetteer}, as a user meets it. */
class GazetteerOptionTest {

  private static final Path DUMP = Path.of("src/test/resources/org/sitrep/place/dump");

  @TempDir private Path folder;

  private Path dump() throws IOException {
    Path dump = Files.createDirectories(folder.resolve("geonames"));
    try (Stream<Path> files = Files.list(DUMP)) {
      for (Path file : files.toList()) {
        Files.copy(file, dump.resolve(file.getFileName()));
      }
    }
    return dump;
  }

  private Path articles() throws IOException {
    return Files.writeString(
        folder.resolve("articles.jsonl"),
        "{\"url\":\"https://paper.example/1\",\"title\":\"Barrels fall on a village\",\"published\":"
            + "\"2015-04-17\",\"text\":\"Two people were killed on Thursday when helicopters dropped"
            + " barrels on the village of Kafr Sajnah in Syria, a medic said.\"}\n");
  }

  @Test
  void placesOfTheDirectoryAreFoundAndTheSummaryNamesIt() throws IOException {
    Path dump = dump();
    Path output = folder.resolve("output");
    assertThat(Sitrep.done("annotate", "--plan", "--gazetteer", dump, "--output", ingested(output)))
        .contains("gazetteer " + dump, "allCountries.txt, alternateNamesV2.txt", "to be indexed");
    Sitrep.done("annotate", "--gazetteer", dump, "--output", output);
    assertThat(Sitrep.done("annotate", "--plan", "--gazetteer", dump, "--output", output))
        .contains("admin2Codes.txt), indexed");
    List<Long> ids =
        Sitrep.table(output, Tables.DOCUMENTS)
            .selectExpr("explode(places) as place")
            .selectExpr("place.geoname_id as id")
            .where("id is not null")
            .collectAsList()
            .stream()
            .map((Row row) -> row.getLong(0))
            .toList();
    assertThat(ids).contains(900000001L);
    assertThat(summaries(output)).anyMatch(text -> text.contains(dump + " "));
  }

  private Path ingested(Path output) throws IOException {
    Sitrep.done("ingest", "--input", articles(), "--output", output);
    return output;
  }

  private static List<String> summaries(Path output) throws IOException {
    try (Stream<Path> files = Files.walk(output.resolve("_runs"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    }
  }

  @Test
  void aWrongDirectoryIsTheUsersToMend() throws IOException {
    Path output = ingested(folder.resolve("output"));
    Path nothing = folder.resolve("nothing");
    Sitrep.Said said = Sitrep.say("annotate", "--gazetteer", nothing, "--output", output);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("sitrep: gazetteer " + nothing + ": is not there");
    Path dump = dump();
    Path table = dump.resolve("allCountries.txt");
    Files.writeString(table, Files.readString(table).replace("\t35.5761\t", "\tnorth\t"));
    said = Sitrep.say("annotate", "--gazetteer", dump, "--output", output);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains(table + ", line 7: column 5 (latitude)")
        .doesNotContain("\tat ");
  }
}
