package org.sitrep.reconcile;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What reconciliation makes, in one pass; both tables come from intermediates that are kept until
 * {@link #release}.
 *
 * @param incidents the table {@code incidents}
 * @param claims the table {@code claims}
 * @param stories the intermediates
 */
public record Reconciled(Dataset<Row> incidents, Dataset<Row> claims, Dataset<Row> stories) {

  /** Frees the intermediates once both tables are written. */
  public void release() {
    stories.unpersist();
  }
}
