package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.text.Dateline;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.text.Span;

class PlacesTest {

  private static final Gazetteer GAZETTEER = Gazetteer.embedded();

  static Stream<String[]> cases() {
    return Resources.rows(PlacesTest.class, "place-cases.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsAndResolves(String text, String expected) {
    assertThat(written(find(text, null), expected)).isEqualTo(expected);
  }

  /** The mentions in the notation of the cases; features only where the case asks for them. */
  private static String written(List<PlaceMention> mentions, String expected) {
    String[] asked = expected.split(";");
    List<String> parts = new ArrayList<>();
    for (PlaceMention mention : mentions) {
      String code = mention.regionCode() == null ? mention.countryCode() : mention.regionCode();
      boolean feature = parts.size() < asked.length && asked[parts.size()].contains("/");
      parts.add(mention.surface() + "=" + code + (feature ? "/" + mention.feature() : ""));
    }
    return String.join(";", parts);
  }

  private static List<PlaceMention> find(String text, HomeRegion home) {
    return Places.find(Reading.of(null, text, Set.of()), home, GAZETTEER);
  }

  @Test
  void repeatedTownIsNoEvidenceForItselfAgainstTheOutletsHome() {
    String text = "Paris firefighters were called at noon. The fire in Paris was small.";
    assertThat(find(text, null)).extracting(PlaceMention::countryCode).containsOnly("FR");
    assertThat(find(text, new HomeRegion("US", "US-TX")))
        .extracting(PlaceMention::regionCode)
        .containsOnly("US-TX");
  }

  @Test
  void oneSensePerNamePerArticle() {
    List<PlaceMention> mentions =
        find("A shop in Alexandria, Louisiana, burned. Alexandria police arrested a man.", null);
    assertThat(mentions)
        .filteredOn(m -> m.surface().equals("Alexandria"))
        .hasSize(2)
        .extracting(PlaceMention::regionCode)
        .containsOnly("US-LA");
  }

  @Test
  void titleComesFirstAndSpansGiveTheSurfaceBack() {
    String title = "Blast in Mosul";
    String text = "The explosion shook Mosul, Iraq, at dawn.";
    Reading reading = Reading.of(title, text, Set.of());
    List<PlaceMention> mentions = Places.find(reading, null, GAZETTEER);
    assertThat(mentions)
        .extracting(PlaceMention::field)
        .containsExactly(Span.TITLE, Span.TEXT, Span.TEXT);
    assertThat(mentions).allSatisfy(m -> assertThat(reading.at(m.span())).isEqualTo(m.surface()));
  }

  @Test
  void datelineIsKnownButNoMention() {
    String text = "BEIRUT — Shells fell on Homs in Syria.";
    Reading bare = Reading.of(null, "Shells fell on Homs in Syria.", Set.of());
    Reading reading =
        new Reading(
            "",
            text,
            bare.lines(),
            Optional.of(new Dateline(new Span(Span.TEXT, 0, 9), "BEIRUT", "")),
            bare.sentences());
    PlaceMention dateline = Places.dateline(reading, GAZETTEER).orElseThrow();
    assertThat(dateline.regionCode()).isEqualTo("LB-BA");
    assertThat(dateline.surface()).isEqualTo("BEIRUT");
    assertThat(Places.dateline(bare, GAZETTEER)).isEmpty();
  }

  @Property(tries = 300)
  void anyTextIsRead(@ForAll @StringLength(max = 400) String text) {
    holds(text);
  }

  @Provide
  Arbitrary<String> news() {
    Arbitrary<String> word =
        Arbitraries.of(
            "Homs",
            "Syria",
            "Paris",
            "Texas",
            "Jordan",
            "Michael",
            "the",
            "in",
            "of",
            "and",
            "Eastern",
            "Ghouta",
            "al-Bab",
            "Ohio",
            "Ga.",
            "U.S.",
            "St.",
            "Louis",
            "County",
            "counties",
            "province",
            "said",
            "Street",
            "São",
            "Tomé",
            "Kyiv",
            "Mr.",
            "JOS",
            "Damascus's",
            "Aleppos",
            "Aleppo",
            "French",
            "\ud83d\ude00",
            "12");
    Arbitrary<String> gap = Arbitraries.of(" ", " ", " ", ", ", ". ", "-", "\n", "’s ", "");
    return Combinators.combine(word, gap)
        .as((a, b) -> a + b)
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 500)
  void textOfNamesIsRead(@ForAll("news") String text) {
    holds(text);
  }

  /** Spans lie in the text, in order, without overlap, give the surface, and come out each time. */
  private static void holds(String text) {
    Reading reading = Reading.of(text, text, Set.of());
    List<PlaceMention> mentions = Places.find(reading, null, GAZETTEER);
    String field = Span.TITLE;
    int last = 0;
    for (PlaceMention mention : mentions) {
      if (!mention.field().equals(field)) {
        assertThat(field).as("the title comes first").isEqualTo(Span.TITLE);
        field = mention.field();
        last = 0;
      }
      assertThat(mention.start()).isGreaterThanOrEqualTo(last);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.surface());
      assertThat(mention.score()).isBetween(0.5, 1.0);
      assertThat(mention.evidence()).isNotBlank();
      last = mention.end();
    }
    assertThat(Places.find(Reading.of(text, text, Set.of()), null, GAZETTEER)).isEqualTo(mentions);
  }

  @Test
  void oddTextsAreReadWithoutHanging() {
    for (String text :
        List.of(
            "",
            "A".repeat(1_000_000),
            ("A-".repeat(500) + " ").repeat(200),
            "Syria ".repeat(20_000),
            "\ud83d\ude00 Homs \ud83d Syria")) {
      assertThat(find(text, null)).isNotNull();
    }
  }

  @Test
  void fourThreadsFindTheSame() throws Exception {
    String text =
        "Troops from Niger and Nigeria met in Abuja. Syrian jets bombed Jisr ash-Shughur and Homs."
            + " Police in Dayton, Ohio, and in Paris, Texas, were busy.";
    List<PlaceMention> expected = find(text, null);
    assertThat(expected).hasSizeGreaterThan(8);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<PlaceMention>>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        calls.add(() -> find(text, null));
      }
      for (Future<List<PlaceMention>> result : pool.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdown();
    }
  }
}
