package org.sitrep.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.sitrep.tables.IncidentId;

/**
 * Names incidents: by the incident of the run before that shares most articles with it, else by a
 * hash of its earliest article.
 */
final class IncidentIds {

  /** Further names that an incident can take when its own was given to another. */
  private static final int SPARE_NAMES = 8;

  private IncidentIds() {}

  /**
   * The members with {@code incident_id}.
   *
   * @param members {@code ordinal, article_id, cluster, ...}; a cluster is its earliest article
   * @param previous the run before, a table {@code incident_articles}; may be empty
   */
  static Dataset<Row> named(Dataset<Row> members, Dataset<Row> previous) {
    UserDefinedFunction hash =
        udf(
            (UDF2<String, Integer, String>)
                (id, spare) -> IncidentId.of(spare == 0 ? id : id + "\u0000" + spare),
            DataTypes.StringType);
    Dataset<Row> earliest =
        members
            .where("article_id = cluster")
            .select(col("cluster").as("named"), col("article_id").as("first_article"));
    Dataset<Row> before =
        previous
            .where("is_primary")
            // what clustering gave, not what corrections made of it
            .select(
                col("article_id"),
                coalesce(col("clustered_id"), col("incident_id")).as("previous_id"));
    Dataset<Row> shared =
        members
            .join(before, "article_id")
            .groupBy(col("cluster").as("named"), col("previous_id"))
            .agg(count(lit(1)).as("articles"), min("ordinal").as("earliest"));
    Dataset<Row> wanted = best(shared, "named");
    Dataset<Row> kept = best(wanted, "previous_id").select("named", "previous_id");
    Dataset<Row> taken = before.select("previous_id").distinct();
    Dataset<Row> fresh =
        earliest
            .join(kept, Cluster.seq("named"), "left_anti")
            .selectExpr(
                "named", "first_article", "explode(sequence(0, " + SPARE_NAMES + ")) as spare")
            .withColumn("fresh_id", hash.apply(col("first_article"), col("spare")))
            .join(taken, col("fresh_id").equalTo(col("previous_id")), "left_anti")
            .withColumn("rank", row_number().over(Window.partitionBy("named").orderBy("spare")))
            .where("rank = 1")
            .select("named", "fresh_id");
    return members
        .join(kept.withColumnRenamed("named", "cluster"), Cluster.seq("cluster"), "left")
        .join(fresh.withColumnRenamed("named", "cluster"), Cluster.seq("cluster"), "left")
        .withColumn("incident_id", coalesce(col("previous_id"), col("fresh_id")))
        .drop("previous_id", "fresh_id");
  }

  /** The row with most shared articles for each value of a column; ties to the earliest article. */
  private static Dataset<Row> best(Dataset<Row> shared, String column) {
    return shared
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy(column)
                        .orderBy(
                            desc("articles"), col("earliest"), col("previous_id"), col("named"))))
        .where("place = 1")
        .drop("place");
  }
}
