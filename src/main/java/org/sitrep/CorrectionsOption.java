package org.sitrep;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.sitrep.correct.CorrectionsFile;
import org.sitrep.tables.Correction;
import picocli.CommandLine.Option;

/** What analysts correct. */
final class CorrectionsOption {
  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description = {
        "CSV with the columns action,article_id,field,value,note,author: merges, splits, moves,",
        "overrides or drops the incidents of these articles; see docs/corrections.md. They stay with",
        "the output until another file is given; one with a header alone clears them."
      })
  String file;

  /**
   * The lines that the user gives; empty where he gives no file and those of the output hold.
   *
   * @throws UsageException where they cannot be used; the message names file and lines
   */
  Optional<List<Correction>> read(SparkSession spark) {
    return file == null
        ? Optional.empty()
        : Optional.of(
            UsageException.checked(
                () -> CorrectionsFile.read(file, spark.sparkContext().hadoopConfiguration())));
  }
}
