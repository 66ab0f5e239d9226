package org.sitrep.reconcile;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.event.Event;
import org.sitrep.event.Reconciliation;
import org.sitrep.tables.IncidentClaim;

/**
 * What the copies of an incident's articles add to its story. They are counted, and their claims
 * are repeated; nothing else of them matters, so that they need not be in memory together, and a
 * story with a hundred thousand copies is no larger than its originals.
 *
 * @param articles copies that are primary members
 * @param outlets their outlets, without those that are unknown
 * @param language whether one of them is in a language that is not read
 */
record Copies(int articles, Set<String> outlets, boolean language) {

  static final Copies NONE = new Copies(0, Set.of(), false);

  /**
   * Memberships with the column {@code copied}: whether the original is a member in the same way.
   *
   * @param memberships a table {@code incident_articles}
   */
  static Dataset<Row> marked(Dataset<Row> memberships) {
    String[] original = {"incident_id", "duplicate_of", "is_primary"};
    return memberships
        .join(
            memberships
                .where("duplicate_of is null")
                .select(
                    col("incident_id"),
                    col("article_id").as("duplicate_of"),
                    col("is_primary"),
                    lit(true).as("copied")),
            original,
            "left_outer")
        .withColumn("copied", coalesce(col("copied"), lit(false)));
  }

  /**
   * The primary copies of each incident: {@code incident_id, copies}. Others count nowhere.
   *
   * @param marked memberships as {@link #marked} gives them
   * @param documents the table {@code documents}
   */
  static Dataset<Row> counted(Dataset<Row> marked, Dataset<Row> documents) {
    return marked
        .where("copied and is_primary")
        .select("incident_id", "article_id")
        .join(documents.select("article_id", "source", "warning"), new String[] {"article_id"})
        .groupBy("incident_id")
        .agg(
            count(lit(1)).cast("int").as("articles"),
            collect_set("source").as("outlets"),
            bool_or(array_contains(col("warning"), "language")).as("language"))
        .select(col("incident_id"), struct("articles", "outlets", "language").as("copies"));
  }

  /** From a row of the column {@code copies}; null for none. */
  static Copies of(Row copies) {
    return copies == null
        ? NONE
        : new Copies(copies.getInt(0), Set.copyOf(copies.getList(1)), copies.getBoolean(2));
  }

  /** The claims of a copy, all of which only repeat. */
  static Collection<IncidentClaim> claims(Member copy) {
    var incident = Reconciliation.Incident.of((Event) null);
    return Reconciliation.of(incident, List.of(IncidentStory.source(copy))).claims().stream()
        .map(claim -> IncidentStory.claim(copy.membership().incidentId(), claim))
        .toList();
  }
}
