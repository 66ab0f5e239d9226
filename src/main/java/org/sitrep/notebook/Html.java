package org.sitrep.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import scala.jdk.javaapi.CollectionConverters;

/** Values of a table as HTML: everything escaped, unknown as a dash, long texts cut. */
final class Html {

  /** How unknown is written; zero is written as zero. */
  static final String UNKNOWN = "–";

  private static final int LONGEST = 400;

  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A value as plain text, not yet escaped. */
  static String text(Object value) {
    if (value == null) {
      return UNKNOWN;
    }
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      BigDecimal number = new BigDecimal(value.toString()).setScale(3, RoundingMode.HALF_UP);
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      CollectionConverters.asJava(map).forEach((key, item) -> sorted.put(text(key), item));
      return sorted.entrySet().stream()
          .map(entry -> entry.getKey() + " " + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    if (value instanceof scala.collection.Iterable<?> items) {
      return CollectionConverters.asJava(items.toSeq()).stream()
          .map(Html::text)
          .collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  /** A value as escaped text, cut where it is very long. */
  static String cell(Object value) {
    String text = text(value);
    if (text.codePointCount(0, text.length()) > LONGEST) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
    return escaped(text);
  }
}
