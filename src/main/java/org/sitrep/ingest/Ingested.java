package org.sitrep.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was read. Close it once the tables are written: it holds intermediates.
 *
 * @param articles the new articles
 * @param rejects what could not be read
 * @param summary the counts, made from the tables
 * @param held what closing sets free
 */
public record Ingested(
    Dataset<Row> articles, Dataset<Row> rejects, IngestSummary summary, Runnable held)
    implements AutoCloseable {

  @Override
  public void close() {
    held.run();
  }
}
