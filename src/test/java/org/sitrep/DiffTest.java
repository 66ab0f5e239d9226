package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.tables.Tables;

class DiffTest {

  @TempDir static Path folder;
  private static Path output;

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
                "kherson2",
                "River Post",
                "2024-06-04",
                "Five dockers killed in Kherson",
                "Five dockers were killed when shells hit the harbour of Kherson in Ukraine on"
                    + " Monday, the port authority said. Nine others were injured.")
            + article(
                "cebu1",
                "Visayas Star",
                "2024-06-13",
                "Explosion kills one in Cebu",
                "An explosion at a fireworks stall in Cebu City, Philippines, on Wednesday killed"
                    + " one vendor, police said.")
            + article(
                "cebu2",
                "Manila Ledger",
                "2024-06-13",
                "Family mourns Lito Abad",
                "Lito Abad, 34, died on Wednesday in Cebu City, Philippines, while he sold sweets to"
                    + " children beside the chapel of San Roque. His sister Nena Abad asked for help"
                    + " with the funeral.")
            + article(
                "lima1",
                "Andes Hoy",
                "2024-06-12",
                "Warehouse fire kills three in Lima",
                "A fire in a warehouse in Lima, Peru, on Tuesday killed three workers, firefighters"
                    + " said.")
            + article(
                "lima2",
                "Costa Diario",
                "2024-06-13",
                "Smoke chokes Lima workers",
                "Three men suffocated in Lima, Peru, on Tuesday when flames took the depot of a"
                    + " textile importer, the prosecutor said.")
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
                "kherson3",
                "Steppe Wire",
                "2024-06-06",
                "Kherson harbour shelling: toll rises to seven",
                "The death toll of Monday's shelling of the harbour of Kherson, Ukraine, rose to seven"
                    + " dockers on Wednesday, the port authority said. Nine people were injured.")
            + article(
                "cebu3",
                "Island Courier",
                "2024-06-14",
                "Explosion kills vendor Lito Abad in Cebu",
                "Lito Abad, 34, the vendor killed by an explosion at a fireworks stall in Cebu City,"
                    + " Philippines, on Wednesday, sold sweets to children beside the chapel of San"
                    + " Roque, police said. His sister Nena Abad asked for help with the funeral.")
            + article(
                "lima3",
                "Rimac Post",
                "2024-06-14",
                "Warehouse fire in Lima: three workers suffocated",
                "Three workers suffocated when a fire took the warehouse of a textile importer in"
                    + " Lima, Peru, on Tuesday, firefighters and the prosecutor said. The flames"
                    + " killed the three men in the depot.")
            + article(
                "later1",
                "Nile Times",
                "2024-06-18",
                "Clash kills four near Khartoum",
                "Soldiers clashed with gunmen in Khartoum, Sudan, on Monday and four soldiers were"
                    + " killed, the army said."));
    Sitrep.done("run", "--output", output, "--input", first);
    Sitrep.table(output, Tables.INCIDENT_ARTICLES).select("incident_id","article_id").show(50,false);
    Sitrep.done("run", "--output", output, "--input", later);
    Sitrep.table(output, Tables.INCIDENT_ARTICLES).select("incident_id","article_id").show(50,false);
  }

  private static String article(String id, String source, String day, String title, String text) {
    return "{\"id\": \"%s\", \"source\": \"%s\", \"published_at\": \"%s\", \"title\": \"%s\", \"text\": \"%s\"}\n"
        .formatted(id, source, day, title, text);
  }

  @Test
  void says() {
    System.out.println(Sitrep.done("diff", "previous", "latest", "--output", output));
    System.out.println(Sitrep.done("diff", "--help"));
    assertThat(true).isTrue();
  }
}
