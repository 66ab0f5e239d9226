package org.sitrep.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Incidents as bubbles on a map.
 *
 * <p>A bubble's area is proportional to the best figure of killed, down to a least size at which it
 * is still seen. A thin ring outside is the highest figure told, one inside the lowest, where they
 * differ from the best. Zero is a small filled dot; an incident without a figure a small hollow
 * diamond. The event type is told by colour, by a letter where there is room, and by the title.
 * Large ones lie below small ones. Incidents at one point are set beside each other.
 *
 * <p>The page needs the rules of {@code chart.css}. The figure asks the browser for its width: on a
 * narrow screen letters and bubbles grow relative to the map, and names that have no room are left
 * out.
 */
public final class WorldMap {

  private static final double GREATEST_RADIUS = 38;
  private static final double GREATEST_RING = 120;
  private static final double LEAST_RADIUS = 5.2;

  /** Radius of one killed where nothing needs a smaller scale. */
  private static final double UNIT_RADIUS = 9;

  private static final double ZERO_RADIUS = 2.8;
  private static final double DIAMOND_RADIUS = 5;

  private WorldMap() {}

  /**
   * Map and key as a {@code figure} of HTML.
   *
   * @param title what is shown, as "Incidents in 2015-W17"
   */
  public static String figure(String title, List<Bubble> bubbles) {
    return new Svg()
        .open("figure", "class", "chart map")
        .markup(svg(title, bubbles))
        .markup(key(bubbles))
        .close()
        .toString();
  }

  /** The map alone, 960 by 540 units, with coasts, borders and names of the part that is shown. */
  public static String svg(String title, List<Bubble> bubbles) {
    Extent extent = Extent.around(bubbles);
    double scale = scale(bubbles);
    List<Mark> marks = marks(bubbles, extent, scale);
    Svg svg = new Svg();
    svg.open(
        "svg",
        "class",
        "map-drawing",
        "viewBox",
        "0 0 " + Svg.number(Extent.PAGE_WIDTH) + " " + Svg.number(Extent.PAGE_HEIGHT),
        // as an image the browser would hide the links from a screen reader; the ground is the
        // image
        "role",
        "group",
        "aria-label",
        title);
    ground(svg, title, description(bubbles), extent);
    List<Lettering.Name> names = Lettering.names(extent, marks);
    svg.open("g", "class", "map-names", "aria-hidden", "true");
    for (Lettering.Name name : names) {
      svg.words(
          "text",
          name.text(),
          "x",
          name.x(),
          "y",
          name.y(),
          "class",
          name.small() ? null : "roomy");
    }
    svg.close();
    for (Mark mark : marks) {
      draw(svg, mark);
    }
    return svg.close().toString();
  }

  /** What the marks mean, as a list of HTML: only what the map shows. */
  public static String key(List<Bubble> bubbles) {
    double scale = scale(bubbles);
    Svg html = new Svg();
    html.open("figcaption", "class", "map-key");
    List<EventType> types = EventType.ALL.stream().filter(type -> shows(bubbles, type)).toList();
    TypeBar.key(html, types.stream().collect(Collectors.toMap(t -> t, t -> t.words())));
    html.open("ul", "class", "key-sizes", "aria-label", "Number killed");
    List<Long> sizes = sizes(bubbles);
    for (Long size : sizes) {
      double radius = radius(size, scale);
      html.open("li");
      keyMark(html, radius + 1);
      html.leaf("circle", "class", "mark", "r", radius).close().close();
      html.text(Svg.count(size) + (size.equals(sizes.get(0)) ? " killed" : "")).close();
    }
    if (bubbles.stream().anyMatch(b -> differs(b.low(), b.best()) || differs(b.high(), b.best()))) {
      html.open("li");
      keyMark(html, 16);
      html.leaf("circle", "class", "mark", "r", 11);
      html.leaf("circle", "class", "high", "r", 15);
      html.leaf("circle", "class", "low", "r", 6).close().close();
      html.text("lowest and highest figure told (rings)").close();
    }
    if (bubbles.stream().anyMatch(b -> Objects.equals(b.best(), 0L))) {
      html.open("li");
      keyMark(html, 6);
      html.leaf("circle", "class", "mark zero", "r", ZERO_RADIUS).close().close();
      html.text("nobody killed").close();
    }
    if (bubbles.stream().anyMatch(b -> b.best() == null)) {
      html.open("li");
      keyMark(html, 6);
      html.leaf("path", "class", "mark none", "d", diamond()).close().close();
      html.text("no figure told").close();
    }
    html.close();
    html.open("p", "class", "key-note");
    long least = (long) Math.floor(LEAST_RADIUS * LEAST_RADIUS / (scale * scale));
    html.text(
        "The area of a bubble is proportional to the best figure of killed"
            + (least > 1 && !sizes.isEmpty()
                ? "; the smallest stands for 1 to " + Svg.count(least) + ". "
                : ". ")
            + "Borders as in Natural Earth: they show who holds the land, not whose it is.");
    return html.close().close().toString();
  }

  /** Opens a mark of the key (two elements), as large as its like on the map. */
  private static void keyMark(Svg html, double reach) {
    String size = Svg.number(2 * reach);
    String corner = Svg.number(-reach);
    html.open(
        "svg",
        "viewBox",
        corner + " " + corner + " " + size + " " + size,
        "class",
        "key-size",
        "style",
        "--across:" + size,
        "aria-hidden",
        "true");
    html.open("g", "class", "bubble plain");
  }

  private static boolean shows(List<Bubble> bubbles, EventType type) {
    return bubbles.stream().anyMatch(bubble -> EventType.of(bubble.type()).equals(type));
  }

  /** Up to three round numbers for the key, greatest first. */
  private static List<Long> sizes(List<Bubble> bubbles) {
    long greatest = greatest(bubbles);
    List<Long> sizes = new ArrayList<>();
    for (long part : new long[] {1, 4, 25}) {
      long size = Scale.round(greatest / part);
      if (size > 0 && !sizes.contains(size)) {
        sizes.add(size);
      }
    }
    return sizes;
  }

  private static long greatest(List<Bubble> bubbles) {
    return bubbles.stream()
        .filter(bubble -> bubble.best() != null)
        .mapToLong(Bubble::best)
        .max()
        .orElse(0);
  }

  /** Radius of one killed. */
  private static double scale(List<Bubble> bubbles) {
    long ring =
        bubbles.stream()
            .filter(bubble -> bubble.high() != null)
            .mapToLong(Bubble::high)
            .max()
            .orElse(0);
    return Math.min(
        UNIT_RADIUS,
        Math.min(
            GREATEST_RADIUS / Math.sqrt(Math.max(1, greatest(bubbles))),
            GREATEST_RING / Math.sqrt(Math.max(1, ring))));
  }

  private static double radius(Long killed, double scale) {
    return killed == null
        ? DIAMOND_RADIUS
        : killed == 0 ? ZERO_RADIUS : Math.max(LEAST_RADIUS, scale * Math.sqrt(killed));
  }

  private static boolean differs(Long figure, Long best) {
    return figure != null && !figure.equals(best);
  }

  /**
   * A bubble in the drawing.
   *
   * @param aside how far it is set aside because others stand at its point, in bubble sizes
   * @param lettered where its letter has room
   */
  record Mark(
      Bubble bubble,
      double x,
      double y,
      double radius,
      double low,
      double high,
      double[] aside,
      Lettering.Room lettered) {

    /** Where its outermost line lies. */
    double reach() {
      return Math.max(radius, high);
    }

    EventType type() {
      return EventType.of(bubble.type());
    }
  }

  /** Largest first. */
  private static List<Mark> marks(List<Bubble> bubbles, Extent extent, double scale) {
    List<Mark> marks = new ArrayList<>();
    for (Bubble bubble : bubbles) {
      double[] at = extent.place(bubble.longitude(), bubble.latitude());
      double radius = radius(bubble.best(), scale);
      marks.add(
          new Mark(
              bubble,
              at[0],
              at[1],
              radius,
              differs(bubble.low(), bubble.best()) ? ring(bubble.low(), scale) : 0,
              differs(bubble.high(), bubble.best()) ? ring(bubble.high(), scale) : 0,
              new double[] {0, 0},
              Lettering.Room.NONE));
    }
    marks.sort(
        Comparator.comparingDouble((Mark mark) -> -mark.radius())
            .thenComparing(mark -> mark.type().code())
            .thenComparing(mark -> mark.bubble().label())
            .thenComparing(Mark::x)
            .thenComparing(Mark::y));
    return Lettering.lettered(setAside(marks));
  }

  private static double ring(long killed, double scale) {
    return killed == 0 ? 0 : Math.max(2, scale * Math.sqrt(killed));
  }

  /** Marks at one point move outwards along a spiral until each is seen, largest in the middle. */
  private static List<Mark> setAside(List<Mark> marks) {
    Map<String, List<double[]>> taken = new LinkedHashMap<>();
    List<Mark> result = new ArrayList<>();
    for (Mark mark : marks) {
      String point = Math.round(mark.x() / 4) + "/" + Math.round(mark.y() / 4);
      List<double[]> there = taken.computeIfAbsent(point, p -> new ArrayList<>());
      double[] place = {0, 0};
      for (int step = 0; blocked(place, mark.radius(), there); step++) {
        double away = 1.5 * Math.sqrt(step + 1.0);
        double angle = step * 2.399963; // the golden angle: no direction twice
        place = new double[] {away * Math.cos(angle), away * Math.sin(angle)};
      }
      there.add(new double[] {place[0], place[1], mark.radius()});
      result.add(
          new Mark(
              mark.bubble(),
              mark.x(),
              mark.y(),
              mark.radius(),
              mark.low(),
              mark.high(),
              place,
              mark.lettered()));
    }
    return result;
  }

  private static boolean blocked(double[] place, double radius, List<double[]> there) {
    return there.stream()
        .anyMatch(
            other ->
                Math.hypot(place[0] - other[0], place[1] - other[1]) < 0.9 * (radius + other[2]));
  }

  private static void ground(Svg svg, String title, String description, Extent extent) {
    String fine = (int) (Extent.PAGE_WIDTH * Outline.FINENESS) + " ";
    svg.open(
        "svg",
        "width",
        Extent.PAGE_WIDTH,
        "height",
        Extent.PAGE_HEIGHT,
        "viewBox",
        "0 0 " + fine + (int) (Extent.PAGE_HEIGHT * Outline.FINENESS),
        "role",
        "img",
        "aria-label",
        title + ". " + description);
    svg.leaf("rect", "class", "sea", "width", "100%", "height", "100%");
    svg.leaf("path", "class", "land", "d", Outline.rings(extent, World.world().land()));
    svg.leaf("path", "class", "border", "d", Outline.lines(extent, World.world().borders()));
    svg.close();
  }

  private static String description(List<Bubble> bubbles) {
    if (bubbles.isEmpty()) {
      return "No incident with a known place.";
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    for (EventType type : EventType.ALL) {
      long count = bubbles.stream().filter(b -> EventType.of(b.type()).equals(type)).count();
      if (count > 0) {
        counts.put(type.words(), count);
      }
    }
    StringBuilder words = new StringBuilder();
    words.append(Svg.count(bubbles.size())).append(" incidents: ");
    List<String> parts = new ArrayList<>();
    counts.forEach((type, count) -> parts.add(type + " " + Svg.count(count)));
    words.append(String.join(", ", parts)).append('.');
    long none = bubbles.stream().filter(bubble -> bubble.best() == null).count();
    if (none > 0) {
      words.append(' ').append(Svg.count(none)).append(" without a figure of killed.");
    }
    if (greatest(bubbles) > 0) {
      words.append(" The largest: ").append(Svg.count(greatest(bubbles))).append(" killed.");
    }
    return words.toString();
  }

  private static void draw(Svg svg, Mark mark) {
    Bubble bubble = mark.bubble();
    String words =
        (bubble.label().isEmpty() ? "" : bubble.label() + ". ")
            + mark.type().words()
            + ", "
            + bubble.figures();
    boolean linked = bubble.href() != null;
    svg.open(
        linked ? "a" : "g",
        "class",
        "bubble " + mark.type().style(),
        "transform",
        "translate(" + Svg.number(mark.x()) + " " + Svg.number(mark.y()) + ")",
        "href",
        bubble.href(),
        "role",
        linked ? null : "img",
        "aria-label",
        words);
    svg.words("title", words);
    boolean aside = mark.aside()[0] != 0 || mark.aside()[1] != 0;
    svg.open("g", "class", "grow");
    if (aside) {
      svg.open(
          "g",
          "transform",
          "translate(" + Svg.number(mark.aside()[0]) + " " + Svg.number(mark.aside()[1]) + ")");
    }
    if (mark.radius() < 8) {
      svg.leaf("circle", "class", "reach", "r", 8);
    }
    if (bubble.best() == null) {
      svg.leaf("path", "class", "mark none", "d", diamond());
    } else {
      svg.leaf("circle", "class", bubble.best() == 0 ? "mark zero" : "mark", "r", mark.radius());
    }
    if (mark.high() > 0) {
      svg.leaf("circle", "class", "high", "r", mark.high());
    }
    if (mark.low() > 0) {
      svg.leaf("circle", "class", "low", "r", mark.low());
    }
    if (mark.lettered() != Lettering.Room.NONE) {
      boolean inside = mark.lettered().inside();
      svg.words(
          "text",
          mark.type().letter(),
          "class",
          "letter " + (inside ? "inside" : "beside") + (mark.lettered().small() ? "" : " roomy"),
          "x",
          inside ? null : Double.valueOf(mark.reach() + 1.5));
    }
    if (aside) {
      svg.close();
    }
    svg.close().close();
  }

  private static String diamond() {
    String r = Svg.number(DIAMOND_RADIUS);
    return "M0-" + r + "L" + r + " 0L0 " + r + "L-" + r + " 0z";
  }
}
