package org.sitrep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever comes in, a well-formed drawing comes out, the same each time. */
class ChartProperties {

  private static final String NUMBER = "NaN|Infinity|[0-9]E-?[0-9]";

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.of(
            "</svg><script>alert(1)</script>",
            "\" onload=\"alert(1)",
            "<![CDATA[ ]]> <!-- -- > &nbsp; &#0;",
            "\u0000\u0008\u000B\u007F\u0085\uFFFE\uFFFF",
            "\uD83D",
            "\uDE00 \uD83D\uDE00",
            "=cmd()",
            "",
            "\u202Eevil"));
  }

  @Provide
  Arbitrary<Long> figures() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, 50),
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            Arbitraries.of(0L, 1L, Long.MAX_VALUE))
        .injectNull(0.2);
  }

  @Provide
  Arbitrary<Bubble> bubbles() {
    Arbitrary<Double> latitudes =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-90, 90), Arbitraries.of(-90.0, 0.0, -0.0, 33.5, 90.0));
    Arbitrary<Double> longitudes =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-180, 180), Arbitraries.of(-180.0, 180.0, 36.3, 0.0));
    Arbitrary<String> types =
        Arbitraries.oneOf(
            texts(), Arbitraries.of(EventType.ALL.stream().map(EventType::code).toList()));
    return Combinators.combine(
            latitudes,
            longitudes,
            figures(),
            figures(),
            figures(),
            types.injectNull(0.1),
            texts().injectNull(0.1),
            texts().map(text -> "#" + text).injectNull(0.1))
        .as(Bubble::new);
  }

  @Property(tries = 150)
  void maps(
      @ForAll("texts") String title,
      @ForAll @Size(max = 12) List<@From("bubbles") Bubble> bubbles) {
    String figure = WorldMap.figure(title, bubbles);
    Xml map = Xml.of(figure);
    assertThat(map.styled("map-drawing").get(0).getElementsByTagName("title").getLength())
        .isEqualTo(bubbles.size());
    assertThat(map.named("script")).isEmpty();
    assertThat(attributes(map)).noneMatch(name -> name.startsWith("on"));
    assertThat(WorldMap.figure(title, bubbles)).isEqualTo(figure);
    assertThat(
            figure
                .replaceAll("aria-label=\"[^\"]*\"", "")
                .replaceAll("href=\"[^\"]*\"", "")
                .replaceAll(">[^<]*<", "><"))
        .doesNotContainPattern(NUMBER);
  }

  @Property(tries = 300)
  void smallCharts(
      @ForAll("texts") String title,
      @ForAll @Size(max = 14) List<@From("figures") Long> weeks,
      @ForAll("figures") Long low,
      @ForAll("figures") Long best,
      @ForAll("figures") Long high) {
    Scale scale = Scale.of(weeks);
    String all =
        "<p>"
            + Sparkline.svg(title, weeks)
            + Sparkline.svg(title, weeks, scale)
            + RangeBar.svg(title, low, best, high, scale)
            + RangeBar.axis(scale)
            + "</p>";
    Xml charts = Xml.of(all);
    assertThat(charts.named("svg"))
        .hasSize(4)
        .allMatch(svg -> svg.getAttribute("role").equals("img"))
        .allMatch(svg -> !svg.getAttribute("aria-label").isEmpty());
    assertThat(charts.named("script")).isEmpty();
    assertThat(attributes(charts)).noneMatch(name -> name.startsWith("on"));
  }

  @Property(tries = 100)
  void typeBars(@ForAll("texts") String title, @ForAll("texts") String type) {
    for (Map<String, Long> counts :
        List.of(Map.<String, Long>of(), Map.of(type, 3L, "riots", 0L, "crime", 1L))) {
      Xml.of("<p>" + TypeBar.svg(title, counts) + TypeBar.key(counts) + "</p>");
    }
  }

  private static List<String> attributes(Xml xml) {
    return xml.named("*").stream()
        .flatMap(
            element ->
                IntStream.range(0, element.getAttributes().getLength())
                    .mapToObj(i -> element.getAttributes().item(i).getNodeName()))
        .toList();
  }
}
