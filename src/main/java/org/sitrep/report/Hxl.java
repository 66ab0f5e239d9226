package org.sitrep.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.text.Resources;

/**
 * Tags of the Humanitarian Exchange Language (HXL 1.1) for the columns of tables, by which tools
 * know what a column holds whatever it is called.
 */
final class Hxl {

  private static final Map<String, String> TAGS = read();

  private Hxl() {}

  private static Map<String, String> read() {
    Map<String, String> tags = new HashMap<>();
    for (String[] row : Resources.rows(Hxl.class, "hxl.tsv")) {
      tags.put(row[0], row[1]);
    }
    return Map.copyOf(tags);
  }

  /** The tag of a column; empty where it has none, as HXL allows. */
  static String tag(String column) {
    return TAGS.getOrDefault(column, "");
  }

  /** The tag row that stands below the header. */
  static List<String> row(String... columns) {
    return Arrays.stream(columns).map(Hxl::tag).toList();
  }
}
