package org.sitrep.statistics;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The few best names of a group. Only they are ever collected into a list. */
final class Ranked {

  private Ranked() {}

  /**
   * The best names of each group, by falling weight, ties by name.
   *
   * @param rows the key's columns, a weight and a name; one row per key and name
   * @return the key's columns and the array {@code result}
   */
  static Dataset<Row> first(
      int most, Dataset<Row> rows, List<String> key, String weight, String name, String result) {
    Column[] group = columns(key);
    return rows.withColumn(
            "rank",
            row_number().over(Window.partitionBy(group).orderBy(col(weight).desc(), col(name))))
        .where(col("rank").leq(most))
        .groupBy(group)
        .agg(
            transform(
                    array_sort(collect_list(struct(col("rank"), col(name)))),
                    pair -> pair.getField(name))
                .as(result));
  }

  static Column[] columns(List<String> key, String... more) {
    List<String> all = new ArrayList<>(key);
    all.addAll(List.of(more));
    return all.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  static String[] names(String... names) {
    return names;
  }
}
