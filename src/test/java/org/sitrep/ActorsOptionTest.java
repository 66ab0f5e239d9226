package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.tables.Tables;

/** {@code --actors}, as a user meets it. */
class ActorsOptionTest {

  @TempDir private Path folder;

  private Path ingested() throws IOException {
    Path articles =
        Files.writeString(
            folder.resolve("articles.jsonl"),
            "{\"url\":\"https://paper.example/1\",\"title\":\"Kestrel League storms an army post\","
                + "\"published\":\"2019-04-17\",\"text\":\"The Kestrel League attacked an army post"
                + " near Gao in Mali on Wednesday, killing nine soldiers in heavy clashes, the"
                + " army said.\"}\n");
    Path output = folder.resolve("output");
    Sitrep.done("ingest", "--input", articles, "--output", output);
    return output;
  }

  private Path actors(String text) throws IOException {
    return Files.writeString(folder.resolve("actors.csv"), text);
  }

  @Test
  void aUsersActorIsFoundAndActs() throws IOException {
    Path file =
        actors(
            "name,aliases,class,side,country,from,to\n"
                + "Ligue du Faucon,Kestrel League|the Kestrels,rebels,ML-rebels,ML,2015,\n");
    Path output = ingested();
    assertThat(Sitrep.done("annotate", "--plan", "--actors", file, "--output", output))
        .contains("actors    " + file + ", 1 row\n");
    Sitrep.done("annotate", "--actors", file, "--output", output);
    Row row =
        Sitrep.table(output, Tables.DOCUMENTS)
            .selectExpr("actors.name as names", "event.actor1 as actor1", "event.actor2 as actor2")
            .first();
    assertThat(row.<String>getList(0)).contains("Ligue du Faucon");
    assertThat(row.getString(1)).isEqualTo("Ligue du Faucon");
    assertThat(row.getString(2)).isEqualTo("armed forces");
  }

  @Test
  void aWrongLineIsTheUsersToMend() throws IOException {
    Path output = ingested();
    Path file = actors("name,class,from\nOwl Front,rebels,2015\nHeron Band,robbers,\n");
    Sitrep.Said said = Sitrep.say("annotate", "--actors", file, "--output", output);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err())
        .contains("actors " + file + ", line 3: class robbers is none of civilians,")
        .doesNotContain("\tat ");
    Path nothing = folder.resolve("nothing.csv");
    said = Sitrep.say("annotate", "--actors", nothing, "--output", output);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("actors " + nothing + ": is not there");
  }
}
