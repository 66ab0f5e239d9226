package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Texts that a spreadsheet would take for a formula: headlines and names of outlets come from the
 * web. A leading apostrophe keeps them texts (OWASP, CSV injection).
 */
final class Formulas {

  /** A cell with which a spreadsheet would start a formula, blanks before it or not. */
  private static final String FORMULA =
      "^[\\s\\p{Cntrl}\\p{Z}\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]";

  private static final Pattern PATTERN = Pattern.compile(FORMULA);

  private Formulas() {}

  /** The text as a spreadsheet may have it; null stays null. */
  static String disarmed(String text) {
    return text != null && PATTERN.matcher(text).find() ? "'" + text : text;
  }

  /** Rows whose texts a spreadsheet may have. */
  static Dataset<Row> disarmed(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      Column column = col("`" + field.name() + "`");
      columns.add(
          field.dataType().equals(DataTypes.StringType)
              ? when(column.rlike(FORMULA), concat(lit("'"), column))
                  .otherwise(column)
                  .as(field.name())
              : column);
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}
