package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.tables.Store;
import org.sitrep.tables.Tables;
import org.sitrep.tables.Version;

/**
 * Two runs compared through the command line: late articles raise the toll of an old week and show
 * that two incidents were one; a correction comes, and a new week.
 */
@Tag("heavy")
class DiffTest {

  @TempDir static Path folder;
  private static Path output;
  private static String said;
  private static String goma;
  private static String mugunga;
  private static String kherson;

  @BeforeAll
  static void run() throws IOException {
    output = folder.resolve("out");
    Path first = folder.resolve("first.jsonl");
    Files.writeString(
        first,
        article(
                "kherson1",
                "Harbour News",
                "2024-06-04",
                "Shells kill five at Kherson harbour",
                "Shells hit the harbour of Kherson, Ukraine, on Monday and killed five dockers,"
                    + " the port authority said. Nine people were injured.")
            + article(
                "goma1",
                "Lake Post",
                "2024-06-18",
                "Shells kill six in Goma camp",
                "Shells fell on a camp near Goma, Congo, on Monday and killed six refugees, aid"
                    + " workers said.")
            + article(
                "goma2",
                "Rift Daily",
                "2024-06-18",
                "Bombs hit Mugunga",
                "Bombs hit Mugunga, Congo, on Monday and nine people were killed, the governor said."
                    + " Tents burned.")
            + article(
                "lima1",
                "Andes Hoy",
                "2024-06-12",
                "Warehouse fire kills three in Lima",
                "A fire in a warehouse in Lima, Peru, on Tuesday killed three workers, firefighters"
                    + " said.")
            + article(
                "mosul1",
                "Tigris Daily",
                "2024-06-05",
                "Car bomb kills seven in Mosul",
                "A car bomb exploded beside a bakery in Mosul, Iraq, on Tuesday and killed seven"
                    + " people, police said."));
    Path later = folder.resolve("later.jsonl");
    Files.writeString(
        later,
        article(
                "kherson2",
                "Steppe Wire",
                "2024-06-06",
                "Kherson harbour shelling: toll rises to seven",
                "The death toll of Monday's shelling of the harbour of Kherson, Ukraine, rose to"
                    + " seven dockers on Wednesday, the port authority said. Nine people were"
                    + " injured.")
            + article(
                "goma3",
                "Virunga Voice",
                "2024-06-19",
                "Six refugees killed as bombs hit Mugunga camp near Goma",
                "Bombs and shells hit the camp of Mugunga near Goma, Congo, on Monday. Six refugees"
                    + " were killed and tents burned, the governor and aid workers said.")
            + article(
                "khartoum1",
                "Nile Times",
                "2024-06-25",
                "Clash kills four near Khartoum",
                "Soldiers clashed with gunmen in Khartoum, Sudan, on Monday and four soldiers were"
                    + " killed, the army said."));
    Path corrections = folder.resolve("corrections.csv");
    Files.writeString(
        corrections,
        "action,article_id,field,value,note,author\n"
            + "override,lima1,killed,11,the hospital's list,R. Haddad\n");
    Sitrep.done("run", "--output", output, "--input", first);
    goma = incident("goma1");
    mugunga = incident("goma2");
    kherson = incident("kherson1");
    assertThat(goma).as("two incidents before the later articles").isNotEqualTo(mugunga);
    Sitrep.done("run", "--output", output, "--input", later, "--corrections", corrections);
    said = Sitrep.done("diff", "previous", "latest", "--output", output);
  }

  private static String article(String id, String source, String day, String title, String text) {
    return "{\"id\": \"%s\", \"source\": \"%s\", \"published_at\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}\n"
        .formatted(id, source, day, title, text);
  }

  private static String incident(String article) {
    return Sitrep.table(output, Tables.INCIDENT_ARTICLES)
        .where("is_primary and article_id = '" + article + "'")
        .first()
        .getAs("incident_id");
  }

  /** The lines that begin so, with single blanks. */
  private static List<String> lines(String begin) {
    return said.lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .filter(line -> line.startsWith(begin))
        .toList();
  }

  @Test
  void namesBothRunsAndCountsWhatChanged() {
    List<Version> runs = runs(output);
    assertThat(lines("before")).singleElement().asString().contains(runs.get(1).runId());
    assertThat(lines("after"))
        .singleElement()
        .asString()
        .contains(runs.get(0).runId(), "later.jsonl");
    assertThat(lines("5 region-weeks"))
        .containsExactly(
            "5 region-weeks changed; 5 incidents (new 1, merged 1, revised 3);"
                + " 4 articles (new 3, moved 1).");
    assertThat(said).doesNotContain("Mosul", "mosul1");
  }

  private static List<Version> runs(Path output) {
    return Store.at(SharedSpark.session(), output.toString()).history();
  }

  @Test
  void newWeekAndOldWeek() {
    assertThat(lines("Sudan "))
        .singleElement()
        .asString()
        .startsWith("Sudan Khartoum 2024-W26 0 → 1 – →")
        .endsWith("0 → 1");
    assertThat(lines("Peru "))
        .singleElement()
        .asString()
        .contains("2024-W24 1 3 → 11")
        .endsWith(" 1");
    Row now =
        Sitrep.table(output, Tables.INCIDENTS).where("incident_id = '" + kherson + "'").first();
    assertThat(now.<Integer>getAs("killed_high")).isEqualTo(7);
    assertThat(lines(kherson))
        .singleElement()
        .asString()
        .startsWith(kherson + " other figures 5 → ");
    assertThat(lines("kherson2 new Steppe Wire 2024-06-06 " + kherson)).hasSize(1);
  }

  @Test
  void twoIncidentsThatAreOne() {
    String one = incident("goma3");
    String other = one.equals(goma) ? mugunga : goma;
    assertThat(List.of(incident("goma1"), incident("goma2"))).containsOnly(one);
    assertThat(lines(one))
        .singleElement()
        .asString()
        .contains("took in " + other)
        .contains(" 1 → 3 ");
    assertThat(lines(other))
        .singleElement()
        .asString()
        .contains("merged into " + one)
        .contains(" 1 → ");
    // the village was placed in no region: told there, where it was, and where it is
    assertThat(lines((one.equals(goma) ? "goma2" : "goma1") + " moved "))
        .hasSize(2)
        .allMatch(line -> line.contains(other + " → " + one));
    assertThat(lines("Congo - Kinshasa Region unknown 2024-W25 1 → 0 9 → –")).hasSize(1);
    assertThat(lines("goma3 new Virunga Voice 2024-06-19 " + one)).hasSize(1);
  }

  @Test
  void corrections() {
    assertThat(lines(incident("lima1")))
        .singleElement()
        .asString()
        .contains("corrected by hand 3 → 11");
    assertThat(lines("no article came")).hasSize(1);
    assertThat(lines("new, applied"))
        .containsExactly("new, applied override lima1 killed 11 R. Haddad the hospital's list");
  }

  @Test
  void theOtherWayRoundThingsAreGone() {
    String back = Sitrep.done("diff", "latest", "previous", "--output", output, "--limit", "1");
    assertThat(back)
        .contains("split 1", "gone 1", "Khartoum")
        .contains("... and 4 more region-weeks; --limit N tells more, 0 all");
  }

  @Test
  void writesAFile() throws IOException {
    Path file = folder.resolve("changed.csv");
    Sitrep.done(
        "diff",
        "previous",
        "latest",
        "--output",
        output,
        "--where",
        "iso_week_id < '2024-W25'",
        "--to",
        file);
    List<String> rows = Files.readAllLines(file);
    assertThat(rows.get(0))
        .contains("iso_week_id,country_code,region_code", "killed_best,killed_best_before");
    assertThat(rows.subList(1, rows.size()))
        .hasSize(2)
        .anyMatch(row -> row.startsWith("2024-W24,PE,"))
        .anyMatch(row -> row.startsWith("2024-W23,UA,"));
  }

  @Test
  void aRunIsNoOtherThanItself() {
    assertThat(Sitrep.done("diff", "latest", "latest", "--output", output))
        .contains("No region-week, incident, article or correction differs.");
  }

  @Test
  void namesTheRunsThereAre() throws IOException {
    String latest = runs(output).get(0).runId();
    String previous = runs(output).get(1).runId();
    Sitrep.Said unknown = Sitrep.say("diff", "1999", "latest", "--output", output);
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("no run 1999", latest + " (latest), " + previous + " (previous)");
    Sitrep.Said both = Sitrep.say("diff", latest.substring(0, 2), "latest", "--output", output);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("more than one run begins with");
    Path cleaned = folder.resolve("cleaned");
    copy(output, cleaned);
    Sitrep.done("clean", "--keep", "1", "--output", cleaned);
    Sitrep.Said removed = Sitrep.say("diff", previous, "latest", "--output", cleaned);
    assertThat(removed.code()).isEqualTo(2);
    assertThat(removed.err())
        .contains("the tables of run " + previous + " were removed", "there is " + latest);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isSymbolicLink(file)) {
          continue;
        }
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
