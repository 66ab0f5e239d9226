package org.sitrep.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Well-formed SVG or XHTML, written tag by tag; everything that is not markup is escaped here. */
final class Svg {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /**
   * Opens an element; attributes as name, value, name, value; one whose value is null is left out.
   */
  Svg open(String element, Object... attributes) {
    endTag();
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(escape(value(attributes[i + 1]))).append('"');
      }
    }
    open.push(element);
    inTag = true;
    return this;
  }

  /** Closes the element opened last. */
  Svg close() {
    String element = open.pop();
    if (inTag) {
      // HTML knows the short form in SVG alone, so only the shapes of SVG get it
      out.append(SHAPES.contains(element) ? "/>" : "></" + element + ">");
      inTag = false;
    } else {
      out.append("</").append(element).append('>');
    }
    return this;
  }

  private static final java.util.Set<String> SHAPES =
      java.util.Set.of("path", "circle", "rect", "line");

  Svg leaf(String element, Object... attributes) {
    return open(element, attributes).close();
  }

  Svg text(String text) {
    endTag();
    out.append(escape(text));
    return this;
  }

  /** An element that holds nothing but text. */
  Svg words(String element, String text, Object... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** What another writer has written. */
  Svg markup(String svg) {
    endTag();
    out.append(svg);
    return this;
  }

  private void endTag() {
    if (inTag) {
      out.append('>');
      inTag = false;
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static String value(Object value) {
    return value instanceof Double number ? number(number) : value.toString();
  }

  /** At most one decimal, never an exponent, no sign before zero. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a coordinate of a drawing is " + value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A count as people read it: {@code 12,500}. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * Text for content and attributes; what XML 1.0 does not allow (control characters, lone halves
   * of a surrogate pair) becomes U+FFFD.
   */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\t', '\n', '\r' -> safe.append(' ');
                default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean allowed(int c) {
    return c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c < 0xD800
        || c >= 0xE000 && c < 0xFFFE
        || c >= 0x10000 && (c & 0xFFFE) != 0xFFFE;
  }
}
