package org.sitrep;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sitrep.report.Crosswalk;
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

  /** Views that are made for other people's spreadsheets; spans point into no text of theirs. */
  private static final Set<String> FOR_SPREADSHEETS = Set.of("ucdp_events");

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private CrosswalkOption crosswalk;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = "Table or flat view; see docs/tables.md.")
  private String table;

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = {
        "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
        "geojson: tables with latitude and longitude."
      })
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
    Crosswalk codes = crosswalk.read(spark);
    Dataset<Row> all = Library.rows(Store.at(spark, output.folder), table);
    UsageException.checked(() -> Export.checked(all, format, codes));
    Dataset<Row> rows = ShowCommand.filtered(all, where);
    if (format == Export.Format.csv && FOR_SPREADSHEETS.contains(table)) {
      rows = Export.forSpreadsheets(rows);
    }
    String file = to != null ? to : table + "." + format.name().toLowerCase(Locale.ROOT);
    long written = Export.write(spark, rows, format, file, codes);
    var out = spec.commandLine().getOut();
    out.println(written + " rows of " + table + " in " + file);
    out.flush();
    return Main.DONE;
  }
}
