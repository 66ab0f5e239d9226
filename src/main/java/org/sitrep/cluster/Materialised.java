package org.sitrep.cluster;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Intermediate rows, computed once and kept. Their plan is cut off: plans that are built in rounds
 * would double in each. The lineage of the rows stays, so that lost ones are computed again.
 */
final class Materialised {

  private Materialised() {}

  /** The rows, computed; the caller unpersists them. */
  static Dataset<Row> rows(Dataset<Row> rows) {
    Dataset<Row> kept =
        rows.sparkSession()
            .createDataFrame(rows.toJavaRDD(), rows.schema())
            .persist(StorageLevel.MEMORY_AND_DISK());
    kept.count();
    return kept;
  }
}
