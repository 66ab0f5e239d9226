package org.sitrep;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sitrep.reconcile.ArticleEvents;
import org.sitrep.report.UcdpEvents;
import org.sitrep.tables.Store;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import org.sitrep.tables.Views;

/** Tables and flat views by name, as published. */
final class Library {
  private Library() {}

  /**
   * The rows of a table or view.
   *
   * @throws UsageException where there is none of that name
   */
  static Dataset<Row> rows(Store store, String name) {
    return rows(name, store::read);
  }

  /**
   * The rows of some articles alone, in a table or view that has the column {@code article_id}. A
   * view is made of these articles' rows only.
   *
   * @param articles their ids, few enough to be sent to every executor
   */
  static Dataset<Row> rowsOf(Store store, String name, Dataset<String> articles) {
    Dataset<Row> ids = functions.broadcast(articles.toDF("article_id"));
    return rows(
        name, table -> store.read(table).join(ids, new String[] {"article_id"}, "left_semi"));
  }

  private static Dataset<Row> rows(String name, Function<Table, Dataset<Row>> read) {
    Table table = Tables.named(name).orElseThrow(() -> unknown(name));
    return switch (table.name()) {
      case "places" -> Views.places(read.apply(Tables.DOCUMENTS));
      case "tokens" -> Views.tokens(read.apply(Tables.DOCUMENTS));
      case "dates" -> Views.dates(read.apply(Tables.DOCUMENTS));
      case "article_events" ->
          ArticleEvents.of(read.apply(Tables.DOCUMENTS), read.apply(Tables.INCIDENT_ARTICLES));
      case "ucdp_events" ->
          UcdpEvents.of(
              read.apply(Tables.INCIDENTS),
              read.apply(Tables.INCIDENT_ARTICLES),
              read.apply(Tables.DOCUMENTS));
      default -> read.apply(table);
    };
  }

  private static UsageException unknown(String name) {
    String known =
        Stream.concat(Tables.stored().stream(), Tables.views().stream())
            .map(Table::name)
            .collect(Collectors.joining(", "));
    return new UsageException("no table " + name + "; there are " + known);
  }
}
