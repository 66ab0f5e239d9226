package org.sitrep.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.tables.Correction;

class CorrectionsFileTest {

  private static final String HEADER = "action,article_id,field,value,note,author\n";

  private static List<Correction> read(String text) {
    return CorrectionsFile.of("c.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsWhatAnAnalystTypes() {
    List<Correction> rows =
        read(
            HEADER
                + "merge,a1,,a2,,\n"
                + "move,a3,region_code,SY-ID,\"the town, not the street\nof that name\",R. Haddad\n"
                + ",,,,,\n"
                + "Override,a3,KILLED, 12 ,,\n");
    assertThat(rows)
        .containsExactly(
            row(2, "merge", "a1", null, "a2", null, null),
            row(
                3,
                "move",
                "a3",
                "region_code",
                "SY-ID",
                "the town, not the street\nof that name",
                "R. Haddad"),
            row(6, "override", "a3", "killed", "12", null, null));
  }

  private static Correction row(
      int line,
      String action,
      String article,
      String field,
      String value,
      String note,
      String author) {
    return new Correction(line, action, article, field, value, note, author, "waiting", null, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          action;article_id;value\\nmerge;a1;a2\\n
          action\\tarticle_id\\tvalue\\nmerge\\ta1\\ta2
          BOMaction,article_id,value\\r\\nmerge,a1,a2\\r\\n
          value,Action , ARTICLE_ID\\na2,merge,a1\\n
          \\n\\naction,article_id,value\\n\\nmerge,a1,a2
          """)
  void understandsSpreadsheets(String text) {
    assertThat(read(text.translateEscapes().replace("BOM", "\uFEFF")))
        .extracting(Correction::action, Correction::articleId, Correction::value)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("merge", "a1", "a2"));
  }

  @Test
  void aHeaderAloneClearsAll() {
    assertThat(read(HEADER)).isEmpty();
    assertThat(read("action,article_id")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          merge,a1,,,,                                    | line 2: column value is empty
          merge,a1,,a1,,                                  | line 2: merges a1 with itself
          merge,a1,killed,a2,,                            | line 2: merge takes no field
          merge,a1,,a2,,\\nmerge,a2,,a1,,                 | line 3: merge of a2 stands already in line 2
          split,a1,,x,,\\nsplit,a2,,y,,\\nmerge,a1,,a2,,  | line 4: merges a1 and a2, which lines 2 and 3 split apart
          split,a1,,,,\\nsplit,a1,,,,                     | line 3: split of a1 stands already in line 2
          drop,a1,,yes,,                                  | line 2: drop takes no value
          drop,a1,,,,\\nmove,a1,region_code,SY-ID,,       | line 3: corrects the incident of a1, which line 2 drops
          delete,a1,,,,                                   | line 2: unknown action "delete"
          ,a1,,,,                                         | line 2: column action is empty
          merge,,,a2,,                                    | line 2: column article_id is empty
          move,a1,,SY-ID,,                                | line 2: column field is empty
          move,a1,region,SY-ID,,                          | line 2: unknown field "region"; move takes country_code, region_code
          move,a1,killed,3,,                              | line 2: unknown field "killed"; move takes
          move,a1,region_code,,,                          | line 2: column value is empty
          move,a1,region_code,SY-ZZ,,                     | line 2: no region SY-ZZ
          move,a1,region_code,Idlib,,                     | line 2: no region Idlib
          move,a1,country_code,QQ,,                       | line 2: no country QQ
          move,a1,region_code,SY-ID,,\\nmove,a1,country_code,IQ,, | line 3: SY-ID is not in IQ
          move,a1,latitude,35.8,,                         | line 2: latitude without longitude
          move,a1,latitude,95,,\\nmove,a1,longitude,3,,   | line 2: 95 is no latitude
          move,a1,latitude,NaN,,\\nmove,a1,longitude,3,,  | line 2: NaN is no latitude
          move,a1,date_start,23/04/2015,,                 | line 2: 23/04/2015 is no day; write it as 2015-04-23
          move,a1,date_start,2015-02-29,,                 | line 2: 2015-02-29 is no day
          move,a1,date_end,2015-02-20,,                   | line 2: date_end without date_start
          move,a1,date_start,2015-02-20,,\\nmove,a1,date_end,2015-02-19,, | line 3: the last day is before the first of line 2
          override,a1,killed,twelve,,                     | line 2: twelve is no figure
          override,a1,killed,-1,,                         | line 2: -1 is no figure
          override,a1,killed,99999999999,,                | line 2: 99999999999 is no figure
          override,a1,killed_low,unknown,,                | line 2: unknown is no figure
          override,a1,killed,3,,\\noverride,a1,killed,4,, | line 3: killed of a1 stands already in line 2
          override,a1,killed,3,,\\noverride,a1,killed_low,2,, | line 3: killed_low beside killed of line 2
          override,a1,killed_best,3,,\\noverride,a1,killed_low,4,, | line 2: killed_best 3 is below killed_low 4 of line 3
          override,a1,injured_high,3,,\\noverride,a1,injured_low,4,, | line 2: injured_high 3 is below injured_low 4 of line 3
          override,a1,sub_event_type,Clash,,              | line 2: no sub-event type Clash
          drop,a1                                         | line 2: 2 cells, the header has 6
          merge,a1,,a2,far, near,R.                       | line 2: 7 cells, the header has 6
          """)
  void tellsWhatIsWrongAndWhere(String lines, String message) {
    assertThatThrownBy(() -> read(HEADER + lines.translateEscapes()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c.csv, ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          merge,a1,,a2,,       | line 1: unknown column "merge"; the file begins with the header action,article_id
          action,field         | line 1: no column article_id
          action,action        | line 1: two columns are called action
          \\n                  | c.csv: empty; give at least the header
          action,article_id\\n"drop,a1 | not CSV
          """)
  void needsItsHeader(String text, String message) {
    assertThatThrownBy(() -> read(text.translateEscapes())).hasMessageContaining(message);
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThatThrownBy(() -> read(HEADER + "delete,a1,,,,\nmerge,a1,,,,\n"))
        .hasMessageContaining("line 2: ")
        .hasMessageContaining("line 3: ");
  }

  @Test
  void refusesWhatIsNoHandwork() {
    String many = "drop,a%d\n";
    StringBuilder text = new StringBuilder("action,article_id\n");
    for (int i = 0; i <= CorrectionsFile.MOST_LINES; i++) {
      text.append(many.formatted(i));
    }
    assertThatThrownBy(() -> read(text.toString())).hasMessageContaining("more than 10000");
    assertThatThrownBy(() -> CorrectionsFile.of("c.csv", new byte[] {'a', (byte) 0xe9, '\n'}))
        .hasMessageContaining("not in UTF-8");
  }
}
