package org.sitrep.notebook;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sentence whose figures come from a table, so that it stays true when they change. */
public final class Sentence {

  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  private final String html;

  private Sentence(String html) {
    this.html = html;
  }

  /**
   * A sentence with {@code {column}} for each value of the first row.
   *
   * @throws IllegalArgumentException where there is no such column
   */
  public static Sentence of(String words, Dataset<Row> rows) {
    List<Row> first = rows.takeAsList(1);
    if (first.isEmpty()) {
      return new Sentence("<p>No such row.</p>");
    }
    Row row = first.get(0);
    String filled =
        SLOT.matcher(Html.escaped(words))
            .replaceAll(slot -> java.util.regex.Matcher.quoteReplacement(value(row, slot)));
    return new Sentence("<p>" + filled + "</p>");
  }

  private static String value(Row row, MatchResult slot) {
    return "<b>" + Html.cell(row.get(row.fieldIndex(slot.group(1)))) + "</b>";
  }

  /** The sentence as HTML. */
  @Override
  public String toString() {
    return html;
  }
}
