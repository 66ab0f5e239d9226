package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosswalkTest {

  private static Crosswalk read(String text) {
    return Crosswalk.of("codes.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The texts use / for the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          region_code,pcode/SD-DN,SD02/                      | SD02
          \uFEFFregion_code,pcode/SD-DN,SD02                 | SD02
          pcode,region_code/SD02,SD-DN/                      | SD02
          region_code,pcode//SD-DN,SD02//SD-KH,SD01//        | SD02
          region_code , pcode/ SD-DN , SD02 /                | SD02
          region_code,pcode,name/SD-DN,SD02,"North, Darfur"/ | SD02
          region_code,pcode,name/SD-DN,SD02,/                | SD02
          region_code,pcode/#adm1+code,#adm1+code+v_pcode/SD-DN,SD02 | SD02
          region_code,pcode/SD-KH,SD01/                      |
          """)
  void readsCodes(String text, String pcode) {
    Crosswalk crosswalk = read(text.replace('/', '\n'));
    assertThat(crosswalk.present()).isTrue();
    assertThat(crosswalk.pcode("SD-DN")).isEqualTo(pcode);
    assertThat(crosswalk.pcode(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                       | codes.csv: no regions
          region_code,pcode/                       | codes.csv: no regions
          region,pcode/SD-DN,SD02/                 | codes.csv, line 1: unknown column "region"
          region_code,pcode,names/SD-DN,SD02,x/    | codes.csv, line 1: unknown column "names"
          region_code,name/SD-DN,x/                | codes.csv, line 1: no column pcode
          region_code,pcode,pcode/SD-DN,x,y/       | codes.csv, line 1: two columns are called pcode
          region_code;pcode/SD-DN;SD02/            | codes.csv, line 1: unknown column "region_code;pcode"
          region_code,pcode/SD-DN,/                | codes.csv, line 2: column pcode is empty
          region_code,pcode/SD-DN,SD02/ ,SD01/     | codes.csv, line 3: column region_code is empty
          region_code,pcode/SD-DN/                 | codes.csv, line 2: 1 cells, the header has 2
          region_code,pcode/SD-DN,SD02,x/          | codes.csv, line 2: 3 cells, the header has 2
          region_code,pcode//SD-DN,SD02/SD-DN,SD03 | codes.csv, line 4: region_code SD-DN stands already in line 3
          region_code,pcode/SD-DN,"SD02/           | codes.csv: not CSV
          """)
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('/', '\n')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void saysWhereTheBytesAreNoUtf8() {
    byte[] bytes =
        "region_code,pcode\nSD-DN,SD02\nSD-KH,Gis\u00ef".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Crosswalk.of("codes.csv", bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codes.csv, line 3: not in UTF-8; save it as CSV in UTF-8");
  }

  @Test
  void saysThatThereIsNoFile(@TempDir Path folder) {
    String absent = folder.resolve("absent.csv").toString();
    assertThatThrownBy(() -> Crosswalk.read(absent, new Configuration()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot read the crosswalk " + absent);
  }
}
