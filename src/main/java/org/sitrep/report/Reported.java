package org.sitrep.report;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.tables.Run;
import org.sitrep.tables.Store;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import org.sitrep.tables.Version;

/**
 * What a report is made of.
 *
 * @param tables reads the tables of a run
 * @param before reads those of the run with which it is compared, if there is one
 * @param since when that run was, in words
 * @param scope which weeks and which country
 */
public record Reported(
    Function<Table, Dataset<Row>> tables,
    Optional<Function<Table, Dataset<Row>>> before,
    String since,
    Scope scope) {

  /** Which weeks get pages. */
  public enum Which {
    /** The latest ones, those that changed, and the one asked for. */
    LATEST,
    /** Every week that has incidents. */
    ALL,
    /** The one asked for alone. */
    ONE
  }

  /**
   * Which pages are made.
   *
   * @param week the week asked for, for example 2015-W17; null for none
   * @param country the only country, ISO 3166-1 alpha-2; null for all
   * @param crosswalk codes beside ours in the files
   */
  public record Scope(Which which, String week, String country, Crosswalk crosswalk) {}

  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  /** What a run reports beside the newest one before it that had other rows. */
  public static Reported of(Run run, Scope scope) {
    return of(run::read, run.before(Tables.REGION_WEEKS), run::read, scope);
  }

  /** What was published beside the newest version before it that had other rows. */
  public static Reported of(Store store, Scope scope) {
    Optional<Version> before =
        store.current().flatMap(version -> store.otherThan(version, Tables.REGION_WEEKS));
    return of(store::read, before, store::read, scope);
  }

  private static Reported of(
      Function<Table, Dataset<Row>> tables,
      Optional<Version> before,
      BiFunction<Table, Version, Dataset<Row>> versions,
      Scope scope) {
    return new Reported(
        tables,
        before.map(version -> table -> versions.apply(table, version)),
        before.map(version -> since(version.runId())).orElse(null),
        scope);
  }

  private static String since(String runId) {
    try {
      String begin = runId.substring(0, Math.max(0, runId.indexOf('-')));
      return "the run of " + SINCE.format(LocalDateTime.parse(begin, RUN));
    } catch (DateTimeException e) {
      return "run " + runId;
    }
  }

  /** A table, of one country where only that is asked for. */
  Dataset<Row> read(Table table) {
    return within(tables.apply(table));
  }

  /** The same of the run before. */
  Optional<Dataset<Row>> readBefore(Table table) {
    return before.map(tables -> within(tables.apply(table)));
  }

  private Dataset<Row> within(Dataset<Row> rows) {
    return scope.country() == null
        ? rows
        : rows.where(rows.col("country_code").equalTo(scope.country()));
  }
}
