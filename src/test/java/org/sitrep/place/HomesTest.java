package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.place.Homes.Corpus.NONE;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.place.Homes.Corpus;
import org.sitrep.text.Reading;

class HomesTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();
  private static final Corpus AMERICAN = new Corpus(Map.of("US", 10), 10);

  @Test
  void homeIsTheRegionThatMostArticlesName() {
    assertThat(Homes.of("a", Map.of("US", 9, "US-OH", 7, "US-TX", 1), 10, NONE, GAZETTEER))
        .contains(new HomeRegion("US", "US-OH"));
    assertThat(Homes.of("a", Map.of("US", 9, "US-OH", 1, "US-TX", 1), 10, NONE, GAZETTEER))
        .contains(new HomeRegion("US", null));
    assertThat(Homes.of("a", Map.of("US", 1), 1, NONE, GAZETTEER)).isEmpty();
  }

  @Test
  void namesOfSeveralTownsAgreeOnOneRegion() {
    Map<String, Integer> votes = Map.of("US", 4, "~columbus", 5, "~la grange", 2, "~newnan", 1);
    assertThat(Homes.of("a", votes, 6, NONE, GAZETTEER)).contains(new HomeRegion("US", "US-GA"));
  }

  @Test
  void countryThatIsAlsoATownOfTheCorpussCountryIsNoHome() {
    Map<String, Integer> votes = Map.of("LB", 3, "US", 2, "US-PA", 2, "~lebanon", 3);
    assertThat(Homes.of("a", votes, 4, AMERICAN, GAZETTEER))
        .contains(new HomeRegion("US", "US-PA"));
  }

  @Test
  void corpusIsAboutTheCountryThatMostArticlesName() {
    assertThat(new Corpus(Map.of("SY", 70, "US", 20, "SY-HL", 65), 100).country()).contains("SY");
    assertThat(new Corpus(Map.of("SY", 40, "US", 45), 100).country()).isEmpty();
  }

  @Test
  void regionThatOthersNameAsOftenIsNoHome() {
    Map<String, Integer> votes = Map.of("SY", 9, "SY-HL", 7, "SY-HI", 1);
    Corpus war = new Corpus(Map.of("SY", 95, "SY-HL", 67, "SY-HI", 8), 100);
    assertThat(Homes.of("a", votes, 10, war, GAZETTEER)).contains(new HomeRegion("SY", null));
    Corpus elsewhere = new Corpus(Map.of("SY", 95, "SY-HL", 15, "SY-HI", 60), 100);
    assertThat(Homes.of("a", votes, 10, elsewhere, GAZETTEER))
        .contains(new HomeRegion("SY", "SY-HL"));
    Corpus alone = new Corpus(votes, 10);
    assertThat(Homes.of("a", votes, 10, alone, GAZETTEER)).contains(new HomeRegion("SY", "SY-HL"));
  }

  @ParameterizedTest
  @CsvSource({
    "tulsaobserver.example.com, US-OK",
    "boston.channel.com, US-MA",
    "stlouistimes.com, US-MO",
    "news12kansas.com, US-KS",
    "sydneyherald.com.au, AU-NSW",
    "dailymirror.com, ''",
    "a, ''",
  })
  void outletsNameTellsTheRegion(String source, String region) {
    assertThat(
            Homes.of(source, Map.of(), 0, AMERICAN, GAZETTEER)
                .map(HomeRegion::regionCode)
                .orElse(""))
        .isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource({"paper.co.uk, GB", "blatt.de, DE", "journal.ca, CA", "show.tv, ''", "paper.com, ''"})
  void outletsDomainTellsTheCountry(String source, String country) {
    String found = OutletName.of(source, GAZETTEER).country();
    assertThat(found == null ? "" : found).isEqualTo(country);
  }

  @Test
  void votesAreClearPlacesAndNamesOfSeveral() {
    Reading reading =
        Reading.of(null, "Police in Columbus closed a bridge. It leads to Ohio.", Set.of());
    assertThat(Homes.votes(reading, GAZETTEER)).containsExactly("US", "US-OH", "~columbus");
  }
}
