package org.sitrep.cluster;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Intermediate rows, computed once and kept. Their plan is cut off: plans that are built in rounds
 * would double in each. The lineage of the rows stays, so that lost ones are computed again.
 */
final class Materialised {

  private Materialised() {}

  /**
   * The rows, computed; the caller unpersists them. They go from plan to plan in Spark's own format
   * (as in its {@code localCheckpoint}, which would give up the lineage).
   */
  static Dataset<Row> rows(Dataset<Row> rows) {
    var computed = (org.apache.spark.sql.classic.Dataset<Row>) rows;
    SparkSession spark = (SparkSession) rows.sparkSession();
    Dataset<Row> kept =
        spark
            .internalCreateDataFrame(computed.queryExecution().toRdd(), rows.schema(), false)
            .persist(StorageLevel.MEMORY_AND_DISK());
    kept.count();
    return kept;
  }
}
