package org.sitrep;

import org.apache.spark.sql.SparkSession;
import org.sitrep.report.Crosswalk;
import picocli.CommandLine.Option;

/** The P-codes that a user wants beside our region codes. */
final class CrosswalkOption {
  @Option(
      names = "--crosswalk",
      paramLabel = "FILE",
      description = {
        "CSV with the columns region_code, pcode and, if wanted, name: adds P-codes right of",
        "region_code and, in CSV, a row of HXL tags below the header; see docs/exports.md."
      })
  private String file;

  /**
   * The crosswalk that the user names, else none.
   *
   * @throws UsageException where it cannot be used; the message names file and line
   */
  Crosswalk read(SparkSession spark) {
    return file == null
        ? Crosswalk.none()
        : UsageException.checked(
            () -> Crosswalk.read(file, spark.sparkContext().hadoopConfiguration()));
  }
}
