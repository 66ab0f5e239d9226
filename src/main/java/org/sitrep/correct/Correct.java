package org.sitrep.correct;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Correction;
import org.sitrep.tables.Incident;
import org.sitrep.tables.Tables;
import org.sitrep.time.DateRange;

/**
 * Corrections lifted over the tables. Only the lines and the articles that they name come to the
 * driver; both are few ({@link CorrectionsFile#MOST_LINES}).
 */
public final class Correct {

  private final CorrectionPlan plan;

  private Correct(CorrectionPlan plan) {
    this.plan = plan;
  }

  /**
   * What the lines mean here.
   *
   * @param corrections the lines
   * @param memberships rows with {@code article_id, clustered_id, incident_id, duplicate_of} of all
   *     articles; a null {@code clustered_id} says that nothing was corrected
   */
  public static Correct of(List<Correction> corrections, Dataset<Row> memberships) {
    return new Correct(CorrectionPlan.of(corrections, placements(corrections, memberships)));
  }

  /** The lines as a table {@code corrections} holds them. */
  public static List<Correction> corrections(Dataset<Row> table) {
    Codec<Correction> codec = Codec.of(Correction.class, Tables.CORRECTIONS);
    return table.limit(CorrectionsFile.MOST_LINES).collectAsList().stream()
        .map(codec::record)
        .toList();
  }

  private static List<CorrectionPlan.Placement> placements(
      List<Correction> corrections, Dataset<Row> memberships) {
    TreeSet<String> named = new TreeSet<>();
    for (Correction correction : corrections) {
      named.add(correction.articleId());
      if (correction.action().equals("merge")) {
        named.add(correction.value());
      }
    }
    if (named.isEmpty()) {
      return List.of();
    }
    Dataset<Row> names =
        memberships
            .sparkSession()
            .createDataFrame(
                named.stream().map(id -> RowFactory.create(id)).toList(), strings("article_id"));
    return memberships
        .join(broadcast(names), new String[] {"article_id"}, "left_semi")
        .select(
            col("article_id"),
            coalesce(col("clustered_id"), col("incident_id")),
            col("duplicate_of"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new CorrectionPlan.Placement(row.getString(0), row.getString(1), row.getString(2)))
        .toList();
  }

  /** The memberships in the incidents that splits and merges make: column {@code incident_id}. */
  public Dataset<Row> regrouped(Dataset<Row> named) {
    Dataset<Row> regrouped = named;
    if (!plan.splits().isEmpty()) {
      regrouped =
          with(
              with(regrouped, plan.splits(), "article_id", "own_split"),
              plan.splits(),
              "duplicate_of",
              "copied_split");
      regrouped =
          regrouped
              .withColumn(
                  "incident_id",
                  coalesce(col("own_split"), col("copied_split"), col("incident_id")))
              .drop("own_split", "copied_split");
    }
    if (!plan.merged().isEmpty()) {
      regrouped = with(regrouped, plan.merged(), "incident_id", "merged");
      regrouped =
          regrouped
              .withColumn("incident_id", coalesce(col("merged"), col("incident_id")))
              .drop("merged");
    }
    return regrouped;
  }

  /** Rows with what a small map gives for a column; null where it gives nothing. */
  private static Dataset<Row> with(
      Dataset<Row> rows, Map<String, String> map, String key, String value) {
    List<Row> pairs =
        map.entrySet().stream()
            .map(pair -> RowFactory.create(pair.getKey(), pair.getValue()))
            .toList();
    Dataset<Row> looked = rows.sparkSession().createDataFrame(pairs, strings("looked", value));
    return rows.join(broadcast(looked), col(key).equalTo(col("looked")), "left_outer")
        .drop("looked");
  }

  /**
   * The memberships of incidents that were moved with their new days and region.
   *
   * @param incidentArticles a table {@code incident_articles}, regrouped
   */
  public Dataset<Row> moved(Dataset<Row> incidentArticles) {
    List<Row> moves = new ArrayList<>();
    plan.amendments()
        .forEach(
            (incident, amendment) -> {
              Whereabouts where = amendment.region();
              DateRange days = amendment.days();
              if (where != null || days != null) {
                moves.add(
                    RowFactory.create(
                        incident,
                        where == null ? null : where.countryCode(),
                        where == null ? null : where.regionCode(),
                        days == null ? null : Date.valueOf(days.start()),
                        days == null ? null : Date.valueOf(days.end()),
                        days == null ? null : days.precision()));
              }
            });
    if (moves.isEmpty()) {
      return incidentArticles;
    }
    StructType shape =
        strings("moved_id", "to_country", "to_region")
            .add("to_start", DataTypes.DateType)
            .add("to_end", DataTypes.DateType)
            .add("to_prec", DataTypes.IntegerType);
    Dataset<Row> moved =
        incidentArticles.join(
            broadcast(incidentArticles.sparkSession().createDataFrame(moves, shape)),
            col("incident_id").equalTo(col("moved_id")),
            "left_outer");
    Column dated = col("to_start").isNotNull();
    return moved
        .withColumn("country_code", coalesce(col("to_country"), col("country_code")))
        .withColumn("region_code", coalesce(col("to_region"), col("region_code")))
        .withColumn("event_date", coalesce(col("to_start"), col("event_date")))
        .withColumn("event_date_end", coalesce(col("to_end"), col("event_date_end")))
        .withColumn("date_prec", coalesce(col("to_prec"), col("date_prec")))
        .withColumn(
            "date_basis", when(dated, lit(Amendment.CORRECTED)).otherwise(col("date_basis")))
        .drop(shape.fieldNames());
  }

  /** The incidents as corrected, each with what was corrected; sorted by id. */
  public Dataset<Row> incidents(Dataset<Row> incidents) {
    if (plan.amendments().isEmpty()) {
      return incidents;
    }
    Broadcast<TreeMap<String, Amendment>> amendments =
        JavaSparkContext.fromSparkContext(incidents.sparkSession().sparkContext())
            .broadcast(new TreeMap<>(plan.amendments()));
    return incidents
        .map(
            (MapFunction<Row, Row>)
                row -> {
                  Amendment amendment = amendments.value().get(row.<String>getAs("incident_id"));
                  if (amendment == null) {
                    return row;
                  }
                  Codec<Incident> codec = Codec.of(Incident.class, Tables.INCIDENTS);
                  return codec.row(amendment.applied(codec.record(row)));
                },
            Codec.of(Incident.class, Tables.INCIDENTS).encoder())
        .orderBy("incident_id");
  }

  /**
   * The table {@code corrections}.
   *
   * @param incidents the table {@code incidents} as {@link #incidents} gave it: what tells no event
   *     takes no figures
   */
  public List<Correction> became(Dataset<Row> incidents) {
    List<Correction> rows = plan.rows();
    TreeSet<String> figured = new TreeSet<>();
    rows.stream().filter(Correct::figure).forEach(row -> figured.add(row.incidentId()));
    if (figured.isEmpty()) {
      return rows;
    }
    List<String> eventless =
        incidents
            .where(col("incident_id").isInCollection(figured))
            .where(col("event_type").equalTo(IncidentFields.OTHER))
            .select("incident_id")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    return rows.stream()
        .map(
            row ->
                figure(row) && eventless.contains(row.incidentId())
                    ? row.became(
                        CorrectionPlan.REFUSED,
                        "the incident is of type Other, which carries no figures; override its"
                            + " sub_event_type too",
                        row.incidentId())
                    : row)
        .toList();
  }

  private static boolean figure(Correction row) {
    return row.status().equals(CorrectionPlan.APPLIED)
        && row.action().equals("override")
        && Topic.of(row.field()).isFigure();
  }

  /** The rows of a table {@code corrections}. */
  public static Dataset<Row> table(Dataset<Row> like, Collection<Correction> corrections) {
    Codec<Correction> codec = Codec.of(Correction.class, Tables.CORRECTIONS);
    return like.sparkSession()
        .createDataFrame(corrections.stream().map(codec::row).toList(), codec.schema())
        .coalesce(1);
  }

  /** What became of the lines, for people: counts, then each line that is not applied. */
  public static List<String> told(List<Correction> corrections) {
    Map<String, Integer> counts = new TreeMap<>();
    corrections.forEach(row -> counts.merge(row.status(), 1, Integer::sum));
    if (corrections.isEmpty()) {
      return List.of("corrections: none");
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((status, count) -> parts.add(count + " " + status.replace('_', ' ')));
    return Stream.concat(
            Stream.of("corrections: " + String.join(", ", parts)),
            corrections.stream()
                .filter(row -> !row.status().equals(CorrectionPlan.APPLIED))
                .limit(MOST_TOLD)
                .map(
                    row ->
                        "correction of line %d is %s: %s"
                            .formatted(
                                row.line(),
                                row.status().equals(CorrectionPlan.NO_EFFECT)
                                    ? "without effect"
                                    : row.status(),
                                row.reason())))
        .toList();
  }

  private static final int MOST_TOLD = 20;

  private static StructType strings(String... names) {
    StructType type = new StructType();
    for (String name : names) {
      type = type.add(name, DataTypes.StringType);
    }
    return type;
  }
}
