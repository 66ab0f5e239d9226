package org.sitrep.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.event.ActorRow;

class ActorFileTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void commasAndTabsSayTheSame() throws IOException {
    List<ActorRow> wanted =
        List.of(
            new ActorRow(
                "Owl Front", List.of("OFX", "the Owls"), "rebels", "ML-rebels", "ML", 2012, null),
            new ActorRow("Heron, Sons of", List.of(), "militia", null, null, null, null));
    String commas =
        "\uFEFFName,aliases,class,side,country,from,to\n# a comment\n"
            + "Owl Front,OFX | the Owls,rebels,ML-rebels,ML,2012,\n\n"
            + "\"Heron, Sons of\",,militia,,,,\n";
    assertThat(ActorFile.read(file("a.csv", commas))).isEqualTo(wanted);
    String tabs =
        "name\taliases\tclass\tside\tcountry\tfrom\tto\n"
            + "Owl Front\tOFX|the Owls\trebels\tML-rebels\tML\t2012\t\n"
            + "Heron, Sons of\t\tmilitia\t\t\t\t\n";
    assertThat(ActorFile.read(file("a.tsv", tabs))).isEqualTo(wanted);
    assertThat(ActorFile.read("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,side~Owl,XO~|line 1: no column class; the file begins with the header name,class",
        "name,class,klass~Owl,rebels,x~|line 1: unknown column \"klass\"",
        "name,class~Owl,rebels~Heron,robbers~|line 3: class robbers is none of",
        "name,class,name~Owl,rebels,Owl~|line 1: two columns are called name",
        "# owls~name,class~# more~Owl,robbers~|line 4: class robbers is none of",
        "name,class~,rebels~|line 2: has no name",
        "name,class~Owl,~|line 2: has no class",
        "name,class,from~Owl,rebels,soon~|line 2: column from holds soon",
        "name,class,from,to~Owl,rebels,2015,2012~|line 2: its period begins in 2015",
        "name,class,country~Owl,rebels,Mali~|line 2: country Mali is no two-letter code",
        "name,class,side~Owl,rebels,both sides~|line 2: side both sides is no word",
        "name,class~Owl,rebels~Owl,rebels~|line 3: names Owl a second time",
        "name,class~Сова,rebels~|line 2: alias Сова needs words of Latin letters",
      })
  void aWrongLineIsNamed(String text, String message) throws IOException {
    String file = file("b.csv", text.replace('~', '\n'));
    assertThatThrownBy(() -> ActorFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("actors " + file + ", " + message);
  }

  @Test
  void whatIsNoTextIsTold() throws IOException {
    Path latin = folder.resolve("c.csv");
    Files.write(latin, "name,class\nBühl,rebels\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ActorFile.read(latin.toString()))
        .hasMessageContaining("line 2: not in UTF-8");
    assertThatThrownBy(() -> ActorFile.read(folder.toString())).hasMessageContaining("is no file");
  }

  @Test
  void oneMoreThanTheMostRowsIsTooMany() throws IOException {
    StringBuilder text = new StringBuilder("name,class\n");
    for (int i = 0; i <= ActorFile.MOST_ROWS; i++) {
      text.append("Owl ").append(i).append(",rebels\n");
    }
    String file = file("d.csv", text.toString());
    assertThatThrownBy(() -> ActorFile.read(file)).hasMessageContaining("line 10002: is one more");
  }
}
