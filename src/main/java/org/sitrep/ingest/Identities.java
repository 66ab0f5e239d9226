package org.sitrep.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which records are one article. Same id and same text is one article, told by the first record;
 * the same id and another text is an article {@code id#2}, {@code id#3} and so on, after all
 * numbers that are taken. Records come in the order of their files and lines, whatever the
 * partitioning.
 */
final class Identities {

  static final String REPEATED = "repeated";
  static final String UNCHANGED = "unchanged";
  static final String RENAMED = "renamed";

  private static final String NUMBERED = "(?s)^(.+)#([2-9]|[1-9][0-9]{1,8})$";

  private Identities() {}

  /**
   * The records that do not simply become an article under the id they give.
   *
   * @param records {@code article_id, text_hash, input_path, input_record}
   * @param existing {@code article_id, text_hash} of the articles that the output has already
   * @return {@code input_path, input_record, verdict, new_id}
   */
  static Dataset<Row> changes(Dataset<Row> records, Dataset<Row> existing) {
    Dataset<Row> texts =
        records
            .groupBy("article_id", "text_hash")
            .agg(
                min(struct(col("input_path"), col("input_record"))).as("first"),
                count(lit(1)).as("copies"));
    // An id x#2 in the output may be the second x, or somebody's own id: it stands for both.
    Dataset<Row> held = existing.select(col("article_id"), lit(1).as("number"), col("text_hash"));
    held = held.union(numbered(existing));
    Dataset<Row> known = held.groupBy("article_id", "text_hash").agg(lit(true).as("known"));
    Dataset<Row> taken =
        held.select("article_id", "number")
            .union(numbered(texts).select("article_id", "number"))
            .groupBy("article_id")
            .agg(max("number").as("last"), min("number").as("least"));
    Dataset<Row> fresh =
        texts
            .join(known, new String[] {"article_id", "text_hash"}, "left_anti")
            .withColumn(
                "rank", row_number().over(Window.partitionBy("article_id").orderBy("first")))
            .join(taken, new String[] {"article_id"}, "left")
            .withColumn("new_id", newId());
    Dataset<Row> odd =
        texts
            .join(known, new String[] {"article_id", "text_hash"}, "left_semi")
            .select(
                col("article_id"),
                col("text_hash"),
                col("first"),
                lit(true).as("known"),
                lit(null).cast("string").as("new_id"))
            .union(
                fresh
                    .filter(col("copies").gt(1).or(col("new_id").notEqual(col("article_id"))))
                    .select(
                        col("article_id"),
                        col("text_hash"),
                        col("first"),
                        lit(false).as("known"),
                        col("new_id")));
    Column isFirst = struct(col("input_path"), col("input_record")).equalTo(col("first"));
    return records
        .join(odd, new String[] {"article_id", "text_hash"})
        .withColumn(
            "verdict",
            when(col("known"), UNCHANGED)
                .when(isFirst.unary_$bang(), REPEATED)
                .when(col("new_id").notEqual(col("article_id")), RENAMED))
        .filter(col("verdict").isNotNull())
        .select("input_path", "input_record", "verdict", "new_id");
  }

  private static Dataset<Row> numbered(Dataset<Row> ids) {
    return ids.filter(col("article_id").rlike(NUMBERED))
        .select(
            regexp_extract(col("article_id"), NUMBERED, 1).as("article_id"),
            regexp_extract(col("article_id"), NUMBERED, 2).cast("int").as("number"),
            col("text_hash"));
  }

  private static Column newId() {
    Column last = coalesce(col("last"), lit(0));
    Column plainIsFree = coalesce(col("least"), lit(0)).notEqual(1);
    Column number =
        when(plainIsFree.and(col("rank").equalTo(1)), lit(1))
            .when(plainIsFree, greatest(last, lit(1)).plus(col("rank")).minus(1))
            .otherwise(last.plus(col("rank")));
    return when(number.equalTo(1), col("article_id"))
        .otherwise(concat(col("article_id"), lit("#"), number.cast("string")));
  }
}
