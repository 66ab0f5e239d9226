package org.sitrep.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;

/** The first rows of a table as HTML; a notebook shows it where it is the last value of a cell. */
public final class Sheet {

  private static final int ROWS = 20;
  private static final String STYLE = "style=\"text-align:left\"";

  private final String html;

  private Sheet(String html) {
    this.html = html;
  }

  /** At most twenty rows. */
  public static Sheet of(Dataset<Row> rows) {
    return of(rows, ROWS);
  }

  /**
   * At most so many rows; a line below says where there are more. Only these are fetched.
   *
   * @throws IllegalArgumentException where limit is below one
   */
  public static Sheet of(Dataset<Row> rows, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
    }
    List<Row> found = rows.takeAsList(limit + 1);
    StructType schema = rows.schema();
    StringBuilder table = new StringBuilder("<table><thead><tr>");
    for (StructField field : schema.fields()) {
      table.append(opened("th scope=\"col\"", field)).append(Html.escaped(field.name()));
      table.append("</th>");
    }
    table.append("</tr></thead><tbody>");
    for (Row row : found.subList(0, Math.min(limit, found.size()))) {
      table.append("<tr>");
      for (int i = 0; i < schema.fields().length; i++) {
        table.append(opened("td", schema.fields()[i])).append(Html.cell(row.get(i)));
        table.append("</td>");
      }
      table.append("</tr>");
    }
    table.append("</tbody></table>");
    if (found.isEmpty()) {
      table.append("<p>no rows</p>");
    } else if (found.size() > limit) {
      table.append("<p>the first ").append(limit).append(" rows; there are more</p>");
    }
    return new Sheet(table.toString());
  }

  /**
   * What some columns of a table mean, in the order of the table; all where none is named.
   *
   * @throws IllegalArgumentException where the table has no such column
   */
  public static Sheet columns(Table table, String... names) {
    StructType schema = Codec.schema(table);
    Arrays.stream(names).forEach(schema::fieldIndex);
    Set<String> wanted = Set.of(names.length == 0 ? schema.fieldNames() : names);
    String rows =
        Arrays.stream(schema.fields())
            .filter(field -> wanted.contains(field.name()))
            .map(Sheet::meaning)
            .collect(Collectors.joining());
    return new Sheet(
        "<p><b>%s</b>: %s</p><table><thead><tr><th %s>column</th><th %s>meaning</th></tr></thead><tbody>%s</tbody></table>"
            .formatted(table.name(), Html.escaped(table.meaning()), STYLE, STYLE, rows));
  }

  private static String meaning(StructField field) {
    return "<tr><td %s><code>%s</code></td><td %s>%s</td></tr>"
        .formatted(
            STYLE,
            Html.escaped(field.name()),
            STYLE,
            Html.escaped(field.getComment().getOrElse(() -> "")));
  }

  private static String opened(String tag, StructField field) {
    boolean number = field.dataType() instanceof NumericType;
    return "<" + tag + " style=\"text-align:" + (number ? "right" : "left") + nowrap(field) + "\">";
  }

  private static String nowrap(StructField field) {
    return field.dataType() instanceof DateType ? ";white-space:nowrap" : "";
  }

  /** The table as HTML. */
  @Override
  public String toString() {
    return html;
  }
}
