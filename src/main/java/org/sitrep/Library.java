package org.sitrep;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.reconcile.ArticleEvents;
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
    Table table = Tables.named(name).orElseThrow(() -> unknown(name));
    return switch (table.name()) {
      case "places" -> Views.places(store.read(Tables.DOCUMENTS));
      case "tokens" -> Views.tokens(store.read(Tables.DOCUMENTS));
      case "dates" -> Views.dates(store.read(Tables.DOCUMENTS));
      case "article_events" ->
          ArticleEvents.of(store.read(Tables.DOCUMENTS), store.read(Tables.INCIDENT_ARTICLES));
      default -> store.read(table);
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
