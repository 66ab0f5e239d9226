package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.annotate.Annotator;
import org.sitrep.event.Claim;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;
import org.sitrep.tables.Document;

class DatingTest {

  @ParameterizedTest(name = "{0} (document {1}, incident {2})")
  @CsvSource(
      delimiter = '|',
      value = {
        // the day of the speech verb
        "A blast killed nine people in Mosul, the mayor said on Monday. | | 2015-06-10 | 2015-06-08",
        // else the latest news day
        "A blast in Mosul on Friday killed nine people. | | 2015-06-07 | 2015-06-05",
        "Raids on Thursday and a blast on Friday killed nine in Mosul. | | 2015-06-07 | 2015-06-05",
        // what lies ahead is no news
        "A blast killed nine in Mosul on Friday. The governor will visit Monday. | | 2015-06-07 | 2015-06-05",
        // else the day of publication
        "A blast killed nine people in Mosul. | | 2015-06-07 | 2015-06-07",
        "A blast killed nine people in Mosul. | | |",
        "A blast in Mosul on Friday killed nine people. | | |",
        // what the article knows itself stays
        "A blast in Mosul on Friday killed nine people. | 2015-06-07 | 2015-06-07 | 2015-06-05",
      })
  void claimsTakeTheirDayFromWhatTheIncidentTaught(
      String text, LocalDate known, LocalDate taught, LocalDate expected) {
    Document document =
        new Annotator(Gazetteer.embedded(), Set.of())
            .document(
                new Article(
                    "a", null, null, null, null, null, text, null, known, null, null, List.of()),
                null);
    assertThat(Dating.claims(document, taught))
        .isNotEmpty()
        .extracting(Claim::claimDate)
        .containsOnly(expected);
  }
}
