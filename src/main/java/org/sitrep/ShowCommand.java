package org.sitrep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.sitrep.report.TextTable;
import org.sitrep.tables.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a table. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints a table or flat view.")
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(
      index = "0",
      paramLabel = "TABLE",
      description = "Table or flat view, for example region_weeks; see docs/tables.md.")
  private String table;

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description = "Condition on its columns, for example \"region_code = 'SY-ID'\".")
  private String where;

  @Option(
      names = "--select",
      paramLabel = "SQL",
      description = "Columns to print, for example \"incident_id, killed_best\".")
  private String select;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Rows to print (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    if (limit < 1 || limit > 100_000) {
      throw new UsageException("--limit must be 1 to 100000, not " + limit);
    }
    SparkSession spark = Main.session("show");
    Store store = Store.at(spark, output.folder);
    Dataset<Row> rows = filtered(Library.rows(store, table), where);
    List<Row> first;
    try {
      if (select != null) {
        rows.createOrReplaceTempView(table);
        rows = spark.sql("SELECT " + select + " FROM " + table);
      }
      first = rows.limit(limit + 1).collectAsList();
    } catch (Exception e) {
      throw columnError(e);
    }
    List<List<String>> cells = new ArrayList<>();
    for (Row row : first.subList(0, Math.min(limit, first.size()))) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        line.add(TextTable.cell(row.get(i)));
      }
      cells.add(line);
    }
    var out = spec.commandLine().getOut();
    out.print(TextTable.of(Arrays.asList(rows.columns()), cells));
    if (first.size() > limit) {
      out.println("... and more; --limit N prints more rows");
    }
    out.flush();
    return Main.DONE;
  }

  static Dataset<Row> filtered(Dataset<Row> rows, String where) {
    if (where == null) {
      return rows;
    }
    try {
      return rows.where(where);
    } catch (Exception e) {
      throw columnError(e);
    }
  }

  private static RuntimeException columnError(Exception error) {
    if (error instanceof ParseException || error instanceof AnalysisException) {
      String message = error.getMessage();
      return new UsageException(message.lines().findFirst().orElse("bad SQL"));
    }
    return error instanceof RuntimeException runtime ? runtime : new IllegalStateException(error);
  }
}
