package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

/** The embedded places, written as a dump and read from there, lead to the same. */
class DumpEqualityTest {

  @TempDir private static Path folder;

  private static final Gazetteer EMBEDDED = Gazetteer.embedded();
  private static final List<String> NAMES = new ArrayList<>();
  private static Gazetteer dumped;

  @BeforeAll
  static void write() throws IOException {
    try (BufferedWriter table = Files.newBufferedWriter(folder.resolve("allCountries.txt"))) {
      String[] code = {};
      for (String line : Curated.lines("places.tsv.gz")) {
        if (line.startsWith("@")) {
          code = line.substring(1).split("\\.");
          continue;
        }
        String[] row = line.split("\t", -1);
        String feature =
            switch (row[3]) {
              case "X" -> "PPLX";
              case "C" -> "PPLC";
              case "A" -> "PPLA";
              default -> "PPL";
            };
        table.write(
            String.join(
                "\t",
                row[0],
                row[1],
                "",
                "",
                degrees(row[5]),
                degrees(row[6]),
                "P",
                feature,
                code[0],
                "",
                code.length > 1 ? code[1] : "",
                code.length > 2 ? code[2] : "",
                "",
                "",
                row[4],
                "",
                "",
                "",
                "2024-01-01\n"));
        NAMES.add(row[1]);
      }
    }
    dumped = Gazetteer.of(folder.toString());
  }

  private static String degrees(String tenThousandths) {
    return String.format(Locale.ROOT, "%.4f", Integer.parseInt(tenThousandths) / 1e4);
  }

  @Test
  void everyNameLeadsToTheSamePlaces() {
    List<String> other = new ArrayList<>();
    for (String name : NAMES) {
      List<Place> embedded = EMBEDDED.lookup(name);
      List<Place> read = dumped.lookup(name);
      if (!embedded.equals(read)) {
        other.add(name + "\n  " + embedded + "\n  " + read);
      }
    }
    assertThat(NAMES).hasSizeGreaterThan(130_000);
    assertThat(other).isEmpty();
  }

  private static String told(String text, Gazetteer gazetteer) {
    StringBuilder told = new StringBuilder();
    for (PlaceMention mention : Places.find(Reading.of(null, text, Set.of()), null, gazetteer)) {
      told.append(mention).append('\n');
    }
    return told.toString();
  }

  @Test
  void textsAreResolvedAlike() {
    for (String[] row : Resources.rows(PlacesTest.class, "place-cases.tsv")) {
      assertThat(told(row[0], dumped)).as(row[0]).isEqualTo(told(row[0], EMBEDDED));
    }
    for (String[] row : Resources.rows(NewsNamesTest.class, "news-names.tsv")) {
      assertThat(dumped.lookup(row[1])).as(row[1]).isEqualTo(EMBEDDED.lookup(row[1]));
    }
  }
}
