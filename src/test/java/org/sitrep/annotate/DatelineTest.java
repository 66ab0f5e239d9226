package org.sitrep.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.PlaceMention;
import org.sitrep.tables.Article;
import org.sitrep.tables.Document;

class DatelineTest {

  @Test
  void aDatelineIsAPlaceNamedButNotThePlaceOfTheEvent() {
    Document document =
        read("BEIRUT, May 3 (Agency) — Shells killed four people in Idlib, Syria, on Monday.");
    assertThat(document.places())
        .extracting(PlaceMention::surface, PlaceMention::kind, PlaceMention::countryCode)
        .containsExactly(
            tuple("BEIRUT", "dateline", "LB"),
            tuple("Idlib", "toponym", "SY"),
            tuple("Syria", "toponym", "SY"));
    assertThat(document.event().regionCode()).isEqualTo("SY-ID");
  }

  @Test
  void aDatelineIsTheTownOfItsNameInTheStory() {
    Document document =
        read("COLUMBUS — A fire closed a bridge in Columbus, Georgia, on Monday, police said.");
    PlaceMention dateline = document.places().get(0);
    assertThat(dateline.kind()).isEqualTo("dateline");
    assertThat(dateline.regionCode()).isEqualTo("US-GA");
    assertThat(dateline.evidence()).isEqualTo("one sense per article");
  }

  private static Document read(String text) {
    Article article =
        new Article(
            "a",
            "in.jsonl",
            1L,
            null,
            "a.example.com",
            null,
            text,
            null,
            null,
            "en",
            "h",
            List.of());
    return new Annotator(Gazetteer.embedded(), Set.of()).document(article, null);
  }
}
