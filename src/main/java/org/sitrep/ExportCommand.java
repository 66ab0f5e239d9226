package org.sitrep;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.report.Export;
import org.sitrep.tables.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a table or flat view into one file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a table or flat view into one file.")
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = "Table or flat view; see docs/tables.md.")
  private String table;

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Export.Format format;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "File to write (default: ./TABLE.FORMAT).")
  private String to;

  @Option(names = "--where", paramLabel = "SQL", description = "Condition on its columns.")
  private String where;

  @Override
  public Integer call() {
    SparkSession spark = Main.session("export");
    Dataset<Row> rows =
        ShowCommand.filtered(Library.rows(Store.at(spark, output.folder), table), where);
    String file = to != null ? to : table + "." + format.name().toLowerCase(Locale.ROOT);
    long written = Export.write(spark, rows, format, file);
    var out = spec.commandLine().getOut();
    out.println(written + " rows of " + table + " in " + file);
    out.flush();
    return Main.DONE;
  }
}
