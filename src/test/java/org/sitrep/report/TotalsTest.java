package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {

  /** Weeks as {@code incidents/killed}, killed as {@code low-best-high}, one number, or nothing. */
  private static Totals week(String told) {
    if (told.equals("none")) {
      return null;
    }
    String[] parts = told.split("/", -1);
    String[] killed = parts[1].split("-");
    Range range =
        parts[1].isEmpty()
            ? Range.UNREPORTED
            : new Range(
                Long.valueOf(killed[0]),
                Long.valueOf(killed[killed.length / 2]),
                Long.valueOf(killed[killed.length - 1]));
    return new Totals(Long.parseLong(parts[0]), 1, 1, 1, 2, 2, range, Range.UNREPORTED);
  }

  private static List<Totals> weeks(String told) {
    return told == null
        ? new ArrayList<>()
        : new ArrayList<>(Arrays.stream(told.split(" ")).map(TotalsTest::week).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # week      | weeks before, nearest first | the sentence about the killed
          3/10        | 2/4 2/4 2/4 2/4             | 10 people reported killed, 6 more than in the week before (mean of the four weeks before: 4).
          3/1         | 2/4 2/4 2/4 2/5             | 1 person reported killed, 3 fewer than in the week before (mean of the four weeks before: 4.3).
          3/4         | 2/4                         | 4 people reported killed, as many as in the week before (the only week with a report among the four before).
          3/0         | 2/0 none 2/                 | Nobody reported killed, as many as in the week before (the only week with a report among the four before).
          3/0-0-50    | none 1/7 1/9                | 0 people reported killed (between 0 and 50), with no number from the week before (mean of the 2 weeks with reports among the four before: 8).
          3/          | 2/1200                      | No article gives a number of people killed, against 1,200 in the week before (the only week with a report among the four before).
          3/12-20-31  |                             | 20 people reported killed (between 12 and 31).
          3/5         | none none none none 1/9     | 5 people reported killed.
          """)
  void comparesWithTheWeeksBefore(String week, String before, String sentence) {
    assertThat(week(week).told(weeks(before)).get(1)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/ | 1 incident, in 1 region, told by 2 articles.
          0/ | No incident. 2 articles that were read belong to the week, and none tells of one.
          """)
  void countsIncidents(String week, String sentence) {
    assertThat(week(week).told(List.of()).get(0)).isEqualTo(sentence);
  }

  @Test
  void doesNotCountWhatIsUnknownAsARegion() {
    Totals totals = new Totals(3, 2, 0, 1, 4, 4, Range.UNREPORTED, Range.UNREPORTED);
    assertThat(totals.told(List.of()).get(0))
        .isEqualTo("3 incidents, in no known region, told by 4 articles.");
  }
}
