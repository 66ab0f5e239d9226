package org.sitrep.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which region-weeks tell otherwise than in another version of the tables, and how. */
final class RegionWeekChanges {

  /** Suffix of the columns that hold what the version before said. */
  static final String BEFORE = "_before";

  /** What makes a region-week another one: its incidents and what they report. */
  static final List<String> FIGURES =
      List.of(
          "incidents",
          "killed_low",
          "killed_best",
          "killed_high",
          "injured_low",
          "injured_best",
          "injured_high");

  private static final List<String> KEY = List.of("iso_week_id", "country_code", "region_code");

  private static final List<String> NAMES = List.of("country_name", "region_name");

  /** Counts, which are zero where a version has no such row; figures are unknown there. */
  private static final Set<String> COUNTS = Set.of("incidents", "articles");

  private RegionWeekChanges() {}

  /**
   * The region-weeks of two versions side by side, those of one alone among them.
   *
   * @param now the table {@code region_weeks}
   * @param before the same of the version before
   * @return the key, country and region by name, each figure, and {@code <figure>_before}; rows
   *     without a week are one region-week each
   */
  static Dataset<Row> sideBySide(Dataset<Row> now, Dataset<Row> before, List<String> figures) {
    List<String> named = new ArrayList<>(KEY);
    named.addAll(NAMES);
    List<Column> old = new ArrayList<>();
    Stream.concat(named.stream(), figures.stream())
        .forEach(column -> old.add(col(column).as(column + BEFORE)));
    Column same = lit(true);
    for (String key : KEY) {
      same = same.and(col(key).eqNullSafe(col(key + BEFORE)));
    }
    List<Column> cells = new ArrayList<>();
    named.forEach(name -> cells.add(coalesce(col(name), col(name + BEFORE)).as(name)));
    for (String figure : figures) {
      cells.add(told(col(figure), figure).as(figure));
      cells.add(told(col(figure + BEFORE), figure).as(figure + BEFORE));
    }
    return now.join(before.select(old.toArray(Column[]::new)), same, "full_outer")
        .select(cells.toArray(Column[]::new));
  }

  private static Column told(Column column, String figure) {
    return COUNTS.contains(figure) ? coalesce(column, lit(0L)) : column;
  }

  /** Whether any of the figures is another than before; unknown is another than zero. */
  static Column differs(List<String> figures) {
    Column differs = lit(false);
    for (String figure : figures) {
      differs = differs.or(col(figure).eqNullSafe(col(figure + BEFORE)).equalTo(false));
    }
    return differs;
  }
}
