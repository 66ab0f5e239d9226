package org.sitrep.statistics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * Step 5 of 6: incidents, their articles and claims to {@code region_weeks} and {@code
 * region_week_events}. Weeks sum incidents, never articles; an incident counts in the week of its
 * first day, and where that is unknown in a row without a week.
 */
public final class Statistics {

  private static final String OTHER = "Other";
  private static final String NOWHERE = "XX";
  private static final String UNKNOWN = "Unknown";
  private static final int TOP_ACTORS = 5;

  private static final List<String> REGION = List.of("country_code", "region_code");

  /** A row of {@code region_weeks}: its region and its week. */
  private static final List<String> KEY =
      Stream.concat(REGION.stream(), Weeks.COLUMNS.stream()).toList();

  private static final List<String> FIGURES =
      List.of(
          "killed_low",
          "killed_best",
          "killed_high",
          "injured_low",
          "injured_best",
          "injured_high");

  /** The columns of {@code region_weeks} that count incidents of one type. */
  private static final Map<String, String> TYPE_COLUMNS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("battles", "Battles"),
              Map.entry("explosions_remote_violence", "Explosions/Remote violence"),
              Map.entry("violence_against_civilians", "Violence against civilians"),
              Map.entry("protests", "Protests"),
              Map.entry("riots", "Riots"),
              Map.entry("strategic_developments", "Strategic developments"),
              Map.entry("crime", "Crime"),
              Map.entry("accidents", "Accident"),
              Map.entry("natural_disasters", "Natural disaster"),
              Map.entry("diplomacy", "Diplomacy"),
              Map.entry("other", OTHER)));

  private Statistics() {}

  /**
   * One row per region and ISO week, from the tables of the same names.
   *
   * @return the columns of {@code region_weeks}, sorted by country, region and week, the row
   *     without a week first
   */
  public static Dataset<Row> regionWeeks(
      Dataset<Row> documents,
      Dataset<Row> incidentArticles,
      Dataset<Row> incidents,
      Dataset<Row> claims,
      Dataset<Row> documentFrequencies) {
    Dataset<Row> dated = Weeks.withIsoWeek(incidents, col("date_start"));
    Dataset<Row> rowOfIncident = dated.select(Ranked.columns(KEY, "incident_id"));
    Dataset<Row> primary = incidentArticles.where("is_primary");
    Dataset<Row> articles = articles(primary, documents, rowOfIncident);
    Dataset<Row> rows =
        sideBySide(
            List.of(
                incidentCounts(dated),
                incidentWarnings(dated),
                topActors(dated),
                articleCounts(articles),
                publishedCounts(primary),
                claimCounts(claims.join(rowOfIncident, Ranked.names("incident_id"))),
                TopTerms.of(articles.where("duplicate_of is null"), KEY, documentFrequencies)));
    rows = withCountryName(rows);
    rows = withRegionName(rows, incidents);
    rows = withWarning(rows);
    return rows.select(declared(Tables.REGION_WEEKS))
        .orderBy("country_code", "region_code", "iso_week_id");
  }

  /**
   * One row per region, ISO week, ACLED week and sub-event type, without incidents of type Other.
   *
   * @param incidents the table {@code incidents}
   * @return the columns of {@code region_week_events}, sorted by region, weeks and type, rows
   *     without a week first
   */
  public static Dataset<Row> regionWeekEvents(Dataset<Row> incidents) {
    Dataset<Row> told = incidents.where(col("event_type").notEqual(OTHER));
    Dataset<Row> dated =
        Weeks.withAcledWeek(Weeks.withIsoWeek(told, col("date_start")), "date_start");
    Dataset<Row> rows =
        dated
            .groupBy(Ranked.columns(KEY, "acled_week", "event_type", "sub_event_type"))
            .agg(
                count(lit(1)).as("events"),
                sum(col("killed_low").cast("bigint")).as("fatalities_low"),
                sum(col("killed_best").cast("bigint")).as("fatalities_best"),
                sum(col("killed_high").cast("bigint")).as("fatalities_high"),
                mean("latitude").as("centroid_latitude"),
                mean("longitude").as("centroid_longitude"))
            .withColumn("fatalities", coalesce(col("fatalities_low"), lit(0L)));
    rows = withCountryName(rows).withColumnRenamed("country_name", "country");
    rows = withRegionName(rows, incidents);
    rows = withAcledName(rows);
    rows = withDisorderType(rows);
    return rows.orderBy(
            "country_code",
            "region_code",
            "iso_week_id",
            "acled_week",
            "event_type",
            "sub_event_type")
        .select(declared(Tables.REGION_WEEK_EVENTS));
  }

  /** Exact decimals, since a sum of doubles depends on the order of its terms. */
  private static Column mean(String degrees) {
    return avg(col(degrees).cast("decimal(10,6)")).cast("double");
  }

  private static Dataset<Row> articles(
      Dataset<Row> primary, Dataset<Row> documents, Dataset<Row> rowOfIncident) {
    return primary
        .select("incident_id", "article_id", "duplicate_of")
        .join(rowOfIncident, Ranked.names("incident_id"))
        .join(
            // Copies take little room in a file and much in memory: not to be sent around whole.
            documents.select("article_id", "source", "tokens").hint("merge"),
            Ranked.names("article_id"));
  }

  private static Dataset<Row> incidentCounts(Dataset<Row> incidents) {
    Column told = col("event_type").notEqual(OTHER);
    List<Column> columns = new ArrayList<>();
    columns.add(count_if(told.and(col("killed_best").gt(0))).as("incidents_with_fatalities"));
    for (String figure : FIGURES) {
      columns.add(sum(when(told, col(figure).cast("bigint"))).as(figure));
    }
    TYPE_COLUMNS.forEach(
        (column, type) -> columns.add(count_if(col("event_type").equalTo(type)).as(column)));
    return incidents
        .groupBy(Ranked.columns(KEY))
        .agg(count_if(told).as("incidents"), columns.toArray(Column[]::new));
  }

  private static Dataset<Row> incidentWarnings(Dataset<Row> incidents) {
    return incidents
        .select(Ranked.columns(KEY, "warning"))
        .withColumn("warning", explode(col("warning")))
        .groupBy(Ranked.columns(KEY))
        .agg(array_sort(collect_set("warning")).as("incident_warnings"));
  }

  private static Dataset<Row> topActors(Dataset<Row> incidents) {
    Dataset<Row> named =
        incidents
            .select(Ranked.columns(KEY, "actors"))
            .withColumn("actor", explode(col("actors")))
            .groupBy(Ranked.columns(KEY, "actor"))
            .agg(count(lit(1)).as("incidents"));
    return Ranked.first(TOP_ACTORS, named, KEY, "incidents", "actor", "top_actors");
  }

  private static Dataset<Row> articleCounts(Dataset<Row> articles) {
    Column tokens = when(col("tokens").isNotNull(), size(col("tokens"))).otherwise(0);
    return articles
        .groupBy(Ranked.columns(KEY))
        .agg(
            count(lit(1)).as("articles"),
            count_if(col("duplicate_of").isNull()).as("original_articles"),
            sum(tokens.cast("bigint")).as("tokens"),
            array_sort(collect_set("source")).as("source_names"))
        .withColumn("sources", size(col("source_names")).cast("bigint"));
  }

  private static Dataset<Row> publishedCounts(Dataset<Row> primary) {
    return Weeks.withIsoWeek(primary.where("published_date is not null"), col("published_date"))
        .groupBy(Ranked.columns(KEY))
        .agg(count(lit(1)).as("articles_published"));
  }

  private static Dataset<Row> claimCounts(Dataset<Row> claims) {
    return claims
        .groupBy(Ranked.columns(KEY))
        .agg(
            count(lit(1)).as("claims"),
            count_if(col("status").isin("history", "cumulative")).as("claims_excluded_history"));
  }

  /** Joins parts of rows by their key, an unknown week included: each part brings its columns. */
  private static Dataset<Row> sideBySide(List<Dataset<Row>> parts) {
    Dataset<Row> all = parts.get(0);
    for (Dataset<Row> part : parts.subList(1, parts.size())) {
      all = all.unionByName(part, true);
    }
    Column[] columns =
        Arrays.stream(all.columns())
            .filter(name -> !KEY.contains(name))
            // only one part has it
            .map(name -> first(col(name), true).as(name))
            .toArray(Column[]::new);
    return all.groupBy(Ranked.columns(KEY))
        .agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
  }

  private static Dataset<Row> withCountryName(Dataset<Row> rows) {
    return rows.join(
            Names.countries(rows.sparkSession()), Ranked.names("country_code"), "left_outer")
        .withColumn("country_name", coalesce(col("country_name"), lit(UNKNOWN)));
  }

  /** The name that incidents bear, else the gazetteer's, else the code. */
  private static Dataset<Row> withRegionName(Dataset<Row> rows, Dataset<Row> incidents) {
    Dataset<Row> borne =
        incidents.groupBy(Ranked.columns(REGION)).agg(min("region_name").as("region_name"));
    return rows.join(borne, REGION.toArray(String[]::new), "left_outer")
        .join(Names.divisions(rows.sparkSession()), Ranked.names("region_code"), "left_outer")
        .withColumn(
            "region_name",
            when(col("region_code").equalTo(NOWHERE), UNKNOWN)
                .otherwise(
                    coalesce(col("region_name"), col("gazetteer_name"), col("region_code"))));
  }

  private static Dataset<Row> withAcledName(Dataset<Row> rows) {
    return rows.join(
            Names.acledDivisions(rows.sparkSession()), Ranked.names("region_code"), "left_outer")
        .withColumn("admin1", coalesce(col("acled_name"), col("region_name")));
  }

  private static Dataset<Row> withDisorderType(Dataset<Row> rows) {
    return rows.join(
        Names.disorderTypes(rows.sparkSession()),
        Ranked.names("event_type", "sub_event_type"),
        "left_outer");
  }

  /** All warnings of its incidents, and what is unknown of the row itself. */
  private static Dataset<Row> withWarning(Dataset<Row> rows) {
    Column own =
        array_compact(
            array(
                when(col("iso_week_id").isNull(), "undated"),
                when(col("region_code").equalTo(NOWHERE), "unplaced")));
    return rows.withColumn(
        "warning", array_sort(array_union(coalesce(col("incident_warnings"), own), own)));
  }

  /** The declared columns of a table in their order; where counts and lists are null, none. */
  private static Column[] declared(Table table) {
    return Arrays.stream(Codec.schema(table).fields())
        .map(Statistics::declared)
        .toArray(Column[]::new);
  }

  private static Column declared(StructField field) {
    String name = field.name();
    Column column = col(name);
    if (field.dataType() instanceof ArrayType) {
      column = coalesce(column, array().cast(field.dataType()));
    } else if (field.dataType().simpleString().equals("bigint") && !figure(name)) {
      column = coalesce(column, lit(0L));
    }
    return column.cast(field.dataType()).as(name);
  }

  /** Of figures, null says that nobody reports; of counts, that there is none. */
  private static boolean figure(String name) {
    return FIGURES.contains(name) || name.startsWith("fatalities_");
  }
}
