package org.sitrep.report;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A table for the terminal: aligned columns, numbers to the right. Long cells of the widest columns
 * are cut so that a line fits; a table of many columns is turned, one column a line.
 */
public final class TextTable {

  private static final int LINE = 160;
  private static final int LEAST_CELL = 24;
  private static final String GAP = "  ";
  private static final String ELLIPSIS = "…";

  /** Numbers, ranges of them, and the dash for no value. */
  private static final Pattern NUMERIC = Pattern.compile("–?|-?\\d[\\d.,]*(-\\d+-\\d+)?");

  private TextTable() {}

  /** The table as lines, each ended by a line break. */
  public static String of(List<String> headers, List<List<String>> rows) {
    List<List<String>> clean = clean(rows);
    int[] widths = widths(headers, clean);
    if (shrink(widths, numeric(headers, clean), LINE, LEAST_CELL)) {
      return lines(headers, clean, widths);
    }
    return turned(headers, clean);
  }

  /** The table in lines of at most so many characters, whatever must be cut for it. */
  static String fitted(List<String> headers, List<List<String>> rows, int line) {
    List<List<String>> clean = clean(rows);
    int[] widths = widths(headers, clean);
    shrink(widths, numeric(headers, clean), line, 6);
    return lines(headers, clean, widths);
  }

  /**
   * A value as it stands in a cell: lists as {@code a, b}, maps as {@code a: 1, b: 2}, days and
   * times in ISO 8601 (UTC), null as a dash.
   */
  public static String cell(Object value) {
    if (value == null) {
      return Range.NO_REPORT;
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return cell(CollectionConverters.asJava(map));
    }
    if (value instanceof Map<?, ?> map) {
      StringJoiner joined = new StringJoiner(", ");
      new TreeMap<Object, Object>(map).forEach((key, each) -> joined.add(key + ": " + cell(each)));
      return joined.toString();
    }
    if (value instanceof scala.collection.Iterable<?> cells) {
      return cell(CollectionConverters.asJava(cells));
    }
    if (value instanceof Iterable<?> cells) {
      StringJoiner joined = new StringJoiner(", ");
      cells.forEach(each -> joined.add(cell(each)));
      return joined.toString();
    }
    if (value instanceof Row row) {
      StringJoiner joined = new StringJoiner(" ", "(", ")");
      for (int i = 0; i < row.length(); i++) {
        joined.add(cell(row.get(i)));
      }
      return joined.toString();
    }
    return value.toString();
  }

  /** A text in one line: what steers a terminal or breaks a line becomes a blank. */
  static String line(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder line = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      int type = Character.getType(point);
      if (type == Character.FORMAT || type == Character.SURROGATE) {
        continue;
      }
      boolean space =
          type == Character.CONTROL
              || Character.isWhitespace(point)
              || Character.isSpaceChar(point);
      if (!space) {
        line.appendCodePoint(point);
      } else if (!blank) {
        line.append(' ');
      }
      blank = space;
    }
    return line.toString().strip();
  }

  private static List<List<String>> clean(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(TextTable::line).toList()).toList();
  }

  private static int[] widths(List<String> headers, List<List<String>> rows) {
    int[] widths = new int[headers.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(headers.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  private static boolean[] numeric(List<String> headers, List<List<String>> rows) {
    boolean[] numeric = new boolean[headers.size()];
    for (int i = 0; i < numeric.length; i++) {
      int column = i;
      numeric[i] =
          !rows.isEmpty()
              && rows.stream().allMatch(row -> NUMERIC.matcher(row.get(column)).matches());
    }
    return numeric;
  }

  /** Narrows the widest columns of words until a line fits; false where that is not enough. */
  private static boolean shrink(int[] widths, boolean[] numeric, int line, int least) {
    int total = (widths.length - 1) * GAP.length();
    for (int width : widths) {
      total += width;
    }
    while (total > line) {
      int widest = -1;
      int second = least;
      for (int i = 0; i < widths.length; i++) {
        if (numeric[i]) {
          continue;
        }
        if (widest < 0 || widths[i] > widths[widest]) {
          second = widest < 0 ? least : Math.max(least, widths[widest]);
          widest = i;
        } else {
          second = Math.max(second, widths[i]);
        }
      }
      if (widest < 0 || widths[widest] <= least) {
        return false;
      }
      int narrower =
          Math.max(
              least,
              Math.max(widths[widest] - (total - line), Math.min(second, widths[widest] - 1)));
      total -= widths[widest] - narrower;
      widths[widest] = narrower;
    }
    return true;
  }

  private static String lines(List<String> headers, List<List<String>> rows, int[] widths) {
    boolean[] numeric = numeric(headers, rows);
    StringBuilder text = new StringBuilder();
    append(text, headers, widths, numeric);
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("-".repeat(width));
    }
    append(text, rules, widths, numeric);
    rows.forEach(row -> append(text, row, widths, numeric));
    return text.toString();
  }

  private static void append(
      StringBuilder text, List<String> cells, int[] widths, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      String pad = " ".repeat(widths[i] - width(cell));
      line.append(i == 0 ? "" : GAP).append(numeric[i] ? pad + cell : cell + pad);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String turned(List<String> headers, List<List<String>> rows) {
    int name = headers.stream().mapToInt(TextTable::width).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append("-- row ").append(i + 1).append('\n');
      for (int j = 0; j < headers.size(); j++) {
        String header = headers.get(j);
        String line =
            header
                + " ".repeat(name - width(header))
                + GAP
                + cut(rows.get(i).get(j), Math.max(40, 120 - name - GAP.length()));
        text.append(line.stripTrailing()).append('\n');
      }
    }
    return rows.isEmpty() ? lines(headers, rows, widths(headers, rows)) : text.toString();
  }

  /** The first characters of a cell that is too wide, with an ellipsis. */
  static String cut(String cell, int width) {
    if (width(cell) <= width) {
      return cell;
    }
    StringBuilder cut = new StringBuilder();
    int taken = 0;
    for (int i = 0; i < cell.length(); ) {
      int point = cell.codePointAt(i);
      int wide = width(point);
      if (taken + wide > width - 1) {
        break;
      }
      cut.appendCodePoint(point);
      taken += wide;
      i += Character.charCount(point);
    }
    return cut.append(ELLIPSIS).toString();
  }

  /** Columns that a text takes in a terminal. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        Character.isIdeographic(point)
            || point >= 0x1100 && point <= 0x115F
            || point >= 0x3040 && point <= 0x30FF
            || point >= 0xAC00 && point <= 0xD7A3
            || point >= 0xFF01 && point <= 0xFF60
            || point >= 0x1F300 && point <= 0x1FAFF;
    return wide ? 2 : 1;
  }
}
