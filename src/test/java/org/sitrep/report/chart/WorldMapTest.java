package org.sitrep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Bubbles: what their size, rings and shapes say; what part of the world the map shows. */
class WorldMapTest {

  private static Bubble killed(Long low, Long best, Long high) {
    return new Bubble(35, 38, low, best, high, "battles", "Clash at Tel Amra", "#incident-1");
  }

  private static Xml svg(Bubble... bubbles) {
    return Xml.of(WorldMap.svg("Incidents in 2015-W17", List.of(bubbles)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, path, mark none, 0, 0, no figure of killed",
        "0, 0, 0, circle, mark zero, 0, 0, 0 killed",
        "4, 4, 4, circle, mark, 0, 0, 4 killed",
        "-, 4, -, circle, mark, 0, 0, 4 killed",
        "3, 4, 4, circle, mark, 1, 0, 4 killed (at least 3)",
        "4, 4, 9, circle, mark, 0, 1, 4 killed (at most 9)",
        "3, 4, 9, circle, mark, 1, 1, 4 killed (3 to 9)",
        "0, 0, 9, circle, mark zero, 0, 1, 0 killed (at most 9)",
        "-, -, 9, path, mark none, 0, 1, no figure of killed (at most 9)",
        "1000, 1200, 1200, circle, mark, 1, 0, '1,200 killed (at least 1,000)'",
      })
  void drawsFigures(
      Long low,
      Long best,
      Long high,
      String shape,
      String style,
      int inner,
      int outer,
      String say) {
    Xml map = svg(killed(low, best, high));
    Element mark = map.styled("mark").get(0);
    assertThat(mark.getTagName()).isEqualTo(shape);
    assertThat(mark.getAttribute("class")).isEqualTo(style);
    assertThat(map.styled("low")).hasSize(inner);
    assertThat(map.styled("high")).hasSize(outer);
    assertThat(map.named("title").get(0).getTextContent())
        .isEqualTo("Clash at Tel Amra. battles, " + say);
  }

  @Test
  void areaIsProportional() {
    Xml map = svg(killed(100L, 100L, 144L), killed(25L, 25L, 25L), killed(0L, 0L, 0L));
    double hundred = radius(map.styled("mark").get(0));
    assertThat(radius(map.styled("mark").get(1))).isCloseTo(hundred / 2, within(0.1));
    assertThat(radius(map.styled("high").get(0))).isCloseTo(hundred * 1.2, within(0.1));
    assertThat(radius(map.styled("mark").get(2))).isLessThan(4);
  }

  @Test
  void largestLieBelow() {
    Xml map = svg(killed(1L, 1L, 1L), killed(50L, 50L, 50L), killed(9L, 9L, 9L));
    assertThat(map.styled("mark"))
        .extracting(WorldMapTest::radius)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void marksAtOnePointStandBesideEachOther() {
    List<Bubble> bubbles = new ArrayList<>();
    for (long i = 0; i < 40; i++) {
      bubbles.add(killed(i % 4, i % 4, i % 4));
    }
    Xml map = Xml.of(WorldMap.svg("many", bubbles));
    Set<String> places = new HashSet<>();
    for (Element mark : map.styled("mark")) {
      places.add(((Element) mark.getParentNode()).getAttribute("transform"));
    }
    assertThat(places).hasSize(40);
  }

  private static double radius(Element circle) {
    return Double.parseDouble(circle.getAttribute("r"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "#incident-7, #incident-7",
        "https://example.org/a?b=1&c=2, https://example.org/a?b=1&c=2",
        "HTTP://example.org/, HTTP://example.org/",
        "javascript:alert(1), -",
        "' javascript:alert(1)', -",
        "'java\nscript:alert(1)', -",
        "data:text/html;base64;PHNjcmlwdD4=, -",
        "//example.org, -",
        "-, -",
        "'', -",
        "#, -",
      })
  void linksOnlyWhereItIsSafe(String href, String link) {
    Xml map = svg(new Bubble(1, 1, 1L, 1L, 1L, "riots", "x", href));
    if (link == null) {
      assertThat(map.named("a")).isEmpty();
      assertThat(map.styled("type-riots").get(0).hasAttribute("href")).isFalse();
    } else {
      assertThat(map.named("a").get(0).getAttribute("href")).isEqualTo(link);
    }
  }

  @Test
  void labelsStayText() {
    String label = "<script>alert('1')</script> \"& ]]> \u0000\uD800 =cmd()";
    String svg = WorldMap.svg(label, List.of(new Bubble(1, 1, 1L, 1L, 1L, label, label, "#a")));
    assertThat(svg).doesNotContain("<script").doesNotContain("\u0000");
    assertThat(Xml.of(svg).named("title").get(0).getTextContent())
        .startsWith("<script>alert('1')</script> \"& ]]> \uFFFD\uFFFD =cmd(). other");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, latitude is NaN",
    "1, NaN, longitude is NaN",
    "91, 1, latitude is 91.0",
    "1, -180.5, longitude is -180.5",
    "Infinity, 1, latitude is Infinity",
  })
  void refusesWhatIsNotOnTheGlobe(double latitude, double longitude, String error) {
    assertThatThrownBy(() -> new Bubble(latitude, longitude, null, null, null, "", "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(error)
        .hasMessageContaining("leave out incidents without a place");
  }

  @Test
  void refusesNegativeFigures() {
    assertThatThrownBy(() -> killed(-1L, 1L, 1L)).hasMessageContaining("killed is -1");
  }

  @ParameterizedTest
  @CsvSource({
    // one town: at least 8 degrees wide, the town in the middle
    "33.5, 36.3, 33.5, 36.3, 32.3, 8",
    // across the antimeridian where that is shorter
    "-17.8, 178, -13.8, -172, 176.7, 12.6",
    "-17.8, 178, -33.4, -70.6, 163.5, 140.4",
    // several continents
    "50, -100, -30, 140, -169, 360",
    "85, 0, -85, 0, -169, 360",
  })
  void showsWhatIsNeeded(
      double latitude,
      double longitude,
      double otherLatitude,
      double otherLongitude,
      double west,
      double width) {
    List<Bubble> bubbles =
        List.of(
            new Bubble(latitude, longitude, 1L, 1L, 1L, "crime", "", null),
            new Bubble(otherLatitude, otherLongitude, 1L, 1L, 1L, "crime", "", null));
    Extent extent = Extent.around(bubbles);
    assertThat(extent.west()).isCloseTo(west, within(2.0));
    assertThat(extent.width()).isCloseTo(width, within(2.0));
    for (Bubble bubble : bubbles) {
      double[] at = extent.place(bubble.longitude(), bubble.latitude());
      assertThat(at[0]).isBetween(0.0, Extent.PAGE_WIDTH);
      assertThat(at[1]).isBetween(0.0, Extent.PAGE_HEIGHT);
    }
  }

  @Test
  void aCountryIsSmall() {
    String country = WorldMap.svg("Syria", List.of(killed(1L, 2L, 3L)));
    assertThat(country.length()).isLessThan(10_000);
    assertThat(country).contains(">Syria<", ">Iraq<").doesNotContain(">Brazil<");
    assertThat(WorldMap.svg("the world", List.of()).length()).isLessThan(60_000);
  }

  @Test
  void saysWhatTheMapShows() {
    Xml map = svg(killed(1L, 2L, 3L), killed(null, null, null));
    assertThat(map.label()).isEqualTo("Incidents in 2015-W17");
    assertThat(map.named("svg").get(0).getAttribute("aria-label"))
        .isEqualTo(
            "Incidents in 2015-W17. 2 incidents: battles 2. 1 without a figure of killed. The"
                + " largest: 2 killed.");
    assertThat(Xml.of(WorldMap.figure("none", List.of())).root().getTextContent())
        .doesNotContain("nobody killed");
    assertThat(
            Xml.of(WorldMap.svg("none", List.of())).named("svg").get(0).getAttribute("aria-label"))
        .contains("No incident with a known place");
  }

  @Test
  void keyNamesWhatIsShown() {
    Xml key = Xml.of(WorldMap.key(List.of(killed(1L, 60L, 70L), killed(0L, 0L, 0L))));
    assertThat(key.named("li"))
        .extracting(Element::getTextContent)
        .containsExactly(
            "Bbattles",
            "50 killed",
            "10",
            "2",
            "lowest and highest figure told (rings)",
            "nobody killed");
  }

  @Test
  void everyTypeHasALetterOfItsOwn() {
    assertThat(EventType.ALL).extracting(EventType::letter).doesNotHaveDuplicates().hasSize(11);
    assertThat(EventType.of("no such type").code()).isEqualTo("other");
    assertThat(EventType.of(null).code()).isEqualTo("other");
  }
}
