package org.sitrep.report.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/** The event types of a week as parts of one bar, each with its letter where it has room. */
public final class TypeBar {

  /** Percent of the bar from which on a letter fits at 300 pixels. */
  private static final double ROOM = 5;

  private TypeBar() {}

  /**
   * The bar, as wide as what it stands in and 24 pixels high.
   *
   * @param title what is shown, as "Incidents in 2015-W17"
   * @param counts incidents by code of the event type
   */
  public static String svg(String title, Map<String, Long> counts) {
    Map<EventType, Long> known = known(counts);
    long all = known.values().stream().mapToLong(Long::longValue).sum();
    StringBuilder words = new StringBuilder(title).append(": ");
    known.forEach((type, count) -> words.append(part(type, count)).append(", "));
    words.append(Svg.count(all)).append(" in all");
    Svg svg = new Svg();
    svg.open("svg", "class", "type-bar", "height", 24, "role", "img", "aria-label", words);
    if (all == 0) {
      svg.words("text", "no incidents", "class", "none", "x", 0, "y", 12);
    }
    long before = 0;
    for (Map.Entry<EventType, Long> entry : known.entrySet()) {
      double from = 100.0 * before / all;
      double share = 100.0 * entry.getValue() / all;
      svg.open("g", "class", entry.getKey().style());
      svg.words("title", part(entry.getKey(), entry.getValue()));
      svg.leaf("rect", "x", percent(from), "width", percent(share), "height", 24);
      if (share >= ROOM) {
        svg.words("text", entry.getKey().letter(), "x", percent(from + share / 2), "y", 12);
      }
      svg.close();
      before += entry.getValue();
    }
    return svg.close().toString();
  }

  /** What the letters mean and how many there are, as a list of HTML. */
  public static String key(Map<String, Long> counts) {
    Map<EventType, String> words = new LinkedHashMap<>();
    known(counts).forEach((type, count) -> words.put(type, part(type, count)));
    Svg html = new Svg();
    key(html, words);
    return html.toString();
  }

  /** Types with their words, in the order of the key. */
  static void key(Svg html, Map<EventType, String> words) {
    if (words.isEmpty()) {
      return;
    }
    html.open("ul", "class", "key-types", "aria-label", "Event types");
    for (EventType type : EventType.ALL) {
      if (words.containsKey(type)) {
        html.open("li");
        html.open("svg", "viewBox", "0 0 20 20", "class", "key-mark", "aria-hidden", "true");
        html.open("g", "class", "bubble " + type.style());
        html.leaf("circle", "class", "mark", "cx", 10, "cy", 10, "r", 9);
        html.words("text", type.letter(), "x", 10, "y", 10, "class", "letter inside");
        html.close().close();
        html.text(words.get(type)).close();
      }
    }
    html.close();
  }

  private static String part(EventType type, long count) {
    return type.words() + " " + Svg.count(count);
  }

  private static Map<EventType, Long> known(Map<String, Long> counts) {
    Map<EventType, Long> known = new LinkedHashMap<>();
    for (EventType type : EventType.ALL) {
      long count = 0;
      for (Map.Entry<String, Long> entry : counts.entrySet()) {
        Figures.check("incidents", entry.getValue());
        count += EventType.of(entry.getKey()).equals(type) ? entry.getValue() : 0;
      }
      if (count > 0) {
        known.put(type, count);
      }
    }
    return known;
  }

  private static String percent(double share) {
    return Svg.number(share) + "%";
  }
}
