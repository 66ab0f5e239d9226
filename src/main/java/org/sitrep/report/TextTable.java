package org.sitrep.report;

import java.util.*;

public final class TextTable {
  private TextTable() {}

  public static String of(List<String> h, List<List<String>> rows) {
    StringBuilder b = new StringBuilder(String.join(" | ", h)).append('\n');
    rows.forEach(r -> b.append(String.join(" | ", r)).append('\n'));
    return b.toString();
  }

  public static String cell(Object o) {
    return String.valueOf(o);
  }
}
