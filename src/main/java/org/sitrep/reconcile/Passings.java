package org.sitrep.reconcile;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_set;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which passages of each article are members of other incidents. */
final class Passings {

  private Passings() {}

  /**
   * The starts of an article's passages that tell other incidents: {@code article_id, passing}.
   * What they claim is those incidents'.
   */
  static Dataset<Row> starts(Dataset<Row> incidentArticles) {
    return incidentArticles
        .where("not is_primary and passage_start is not null")
        .groupBy("article_id")
        .agg(array_sort(collect_set("passage_start")).as("passing"));
  }
}
