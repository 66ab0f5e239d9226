package org.sitrep;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test JVM: two cores, few partitions, UTC, no page. */
public final class SharedSpark {

  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("sitrep tests")
          .config("spark.sql.shuffle.partitions", "2")
          // hundreds of tiny queries: planning and compiling them would cost more than running them
          .config("spark.sql.adaptive.enabled", "false")
          .config("spark.sql.codegen.wholeStage", "false")
          .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .getOrCreate();

  private SharedSpark() {}

  /** The session; never stop it. */
  public static SparkSession session() {
    return SESSION;
  }
}
