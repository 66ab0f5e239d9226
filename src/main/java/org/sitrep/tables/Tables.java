package org.sitrep.tables;

import static org.sitrep.tables.Table.Growth.BATCHES;
import static org.sitrep.tables.Table.Growth.FROZEN;
import static org.sitrep.tables.Table.Growth.GIVEN;
import static org.sitrep.tables.Table.Growth.VIEW;
import static org.sitrep.tables.Table.Growth.WHOLE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All tables and flat views, in the order of the flow. */
public final class Tables {

  /** Version of the contract; raised by a release that adds a column. */
  public static final int SCHEMA_VERSION = 1;

  public static final Table ARTICLES = Table.declared("articles", BATCHES);
  public static final Table REJECTS = Table.declared("rejects", BATCHES);
  public static final Table SOURCES = Table.declared("sources", FROZEN);
  public static final Table DOCUMENTS = Table.declared("documents", BATCHES);
  public static final Table DOCUMENT_FREQUENCIES = Table.declared("document_frequencies", FROZEN);
  public static final Table CLUSTERS = Table.declared("clusters", WHOLE);
  public static final Table INCIDENT_ARTICLES = Table.declared("incident_articles", WHOLE);
  public static final Table CORRECTIONS = Table.declared("corrections", GIVEN);
  public static final Table INCIDENTS = Table.declared("incidents", WHOLE);
  public static final Table CLAIMS = Table.declared("claims", WHOLE);
  public static final Table REGION_WEEKS = Table.declared("region_weeks", WHOLE);
  public static final Table REGION_WEEK_EVENTS = Table.declared("region_week_events", WHOLE);

  public static final Table PLACES = Table.declared("places", VIEW);
  public static final Table TOKENS = Table.declared("tokens", VIEW);
  public static final Table DATES = Table.declared("dates", VIEW);
  public static final Table ARTICLE_EVENTS = Table.declared("article_events", VIEW);
  public static final Table UCDP_EVENTS = Table.declared("ucdp_events", VIEW);

  private static final List<Table> STORED =
      List.of(
          ARTICLES,
          REJECTS,
          SOURCES,
          DOCUMENTS,
          DOCUMENT_FREQUENCIES,
          CLUSTERS,
          INCIDENT_ARTICLES,
          CORRECTIONS,
          INCIDENTS,
          CLAIMS,
          REGION_WEEKS,
          REGION_WEEK_EVENTS);

  private static final List<Table> VIEWS =
      List.of(PLACES, TOKENS, DATES, ARTICLE_EVENTS, UCDP_EVENTS);

  private Tables() {}

  /** The tables that an output holds. */
  public static List<Table> stored() {
    return STORED;
  }

  /** The flat views, derived when asked for. */
  public static List<Table> views() {
    return VIEWS;
  }

  /** The table or view of that name. */
  public static Optional<Table> named(String name) {
    return Stream.concat(STORED.stream(), VIEWS.stream())
        .filter(table -> table.name().equals(name))
        .findFirst();
  }
}
