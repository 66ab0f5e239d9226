package org.sitrep.notebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A picture in the making. Text takes the colour of the page, so that it is read on dark ones too.
 */
final class Svg {

  /** Colours that also differ to colour-blind eyes (Okabe and Ito, 2008). */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  private final StringBuilder body = new StringBuilder();

  Svg(String title, int width, int height) {
    String name = Html.escaped(title);
    body.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" style=\"max-width:100%%\" font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\"><text x=\"0\" y=\"16\" font-size=\"14\" font-weight=\"bold\">%s</text>"
            .formatted(name, width, height, width, name));
  }

  static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private Svg add(String form, Object... values) {
    body.append(String.format(Locale.ROOT, form, values));
    return this;
  }

  Svg text(double x, double y, String anchor, String text) {
    return add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x, y, anchor, Html.escaped(text));
  }

  Svg bar(double x, double y, double width, double height) {
    return add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, Math.max(width, 1), height, "#7aa6cf");
  }

  /** A range with a small cross line at either end. */
  Svg range(double from, double to, double y) {
    return add(
        "<path d=\"M%.1f %.1fH%.1fM%.1f %.1fv10M%.1f %.1fv10\" stroke=\"currentColor\" stroke-width=\"1.5\" fill=\"none\"/>",
        from, y, to, from, y - 5, to, y - 5);
  }

  Svg diamond(double x, double y) {
    return add(
        "<path d=\"M%.1f %.1fl6 6l-6 6l-6 -6z\" fill=\"%s\" stroke=\"white\"/>",
        x, y - 6, COLOURS.get(1));
  }

  Svg axis(double from, double to, double y) {
    return add(
        "<path d=\"M%.1f %.1fH%.1f\" stroke=\"currentColor\" stroke-opacity=\"0.4\"/>",
        from, y, to);
  }

  /** A point: each series has a colour, every second one is hollow. */
  Svg mark(double x, double y, int series) {
    String colour = COLOURS.get(series % COLOURS.size());
    return add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
        x, y, series % 2 == 0 ? colour : "white", colour);
  }

  Svg path(List<double[]> points, int series) {
    if (points.size() < 2) {
      return this;
    }
    String line =
        points.stream()
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point[0], point[1]))
            .collect(Collectors.joining(" "));
    return add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        line, COLOURS.get(series % COLOURS.size()));
  }

  @Override
  public String toString() {
    return body + "</svg>";
  }
}
