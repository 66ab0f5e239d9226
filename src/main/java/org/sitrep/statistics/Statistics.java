package org.sitrep.statistics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.sitrep.event.EventType;
import org.sitrep.event.EventTypes;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import org.sitrep.text.Resources;

/**
 * Step 5 of 6: incidents and claims to {@code region_weeks} and {@code region_week_events}. Weeks sum incidents, never articles; an incident counts in
 * the week of its first day.
 */
public final class Statistics {

  private static final String OTHER = "Other";
  private static final String NOWHERE = "XX";
  private static final String UNKNOWN = "Unknown";
  private static final int TOP_TERMS = 8;
  private static final int TOP_ACTORS = 5;

  /** A term that fewer articles of a row hold says nothing about the row. */
  private static final String ALPHABETIC = "^\\p{L}{3,}$";

  private static final List<String> KEY = List.of("country_code", "region_code", "iso_week_id");

  /** Column of {@code region_weeks} that counts a type. */
  private static final Map<String, String> TYPE_COLUMNS = typeColumns();

  private Statistics() {}

  private static Map<String, String> typeColumns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("battles", "Battles");
    columns.put("explosions_remote_violence", "Explosions/Remote violence");
    columns.put("violence_against_civilians", "Violence against civilians");
    columns.put("protests", "Protests");
    columns.put("riots", "Riots");
    columns.put("strategic_developments", "Strategic developments");
    columns.put("crime", "Crime");
    columns.put("accidents", "Accident");
    columns.put("natural_disasters", "Natural disaster");
    columns.put("diplomacy", "Diplomacy");
    columns.put("other", OTHER);
    return columns;
  }

  /**
   * One row per region and ISO week.
   *
   * @return the columns of {@code region_weeks}, sorted by country, region and week (undated first)
   */
  public static Dataset<Row> regionWeeks(
      Dataset<Row> documents,
      Dataset<Row> incidentArticles,
      Dataset<Row> incidents,
      Dataset<Row> claims,
      Dataset<Row> documentFrequencies) {
    Dataset<Row> placed = Weeks.withIsoWeek(incidents, "date_start");
    Dataset<Row> rowOf = placed.select(col("incident_id"), col("country_code"), col("region_code"), col("iso_week_id"));
    Dataset<Row> articles = articles(documents, incidentArticles).join(rowOf, "incident_id");
    Dataset<Row> names = regionNames(incidents);
    Dataset<Row> joined = byKey(incidentColumns(placed), articleColumns(articles));
    joined = byKey(joined, claimColumns(claims.join(rowOf, "incident_id")));
    joined = byKey(joined, published(incidentArticles));
    joined = byKey(joined, topTerms(articles, documents, documentFrequencies));
    joined = byKey(joined, topActors(placed));
    Dataset<Row> filled =
        withWeekOfId(joined)
            .join(names, new String[] {"region_code"}, "left_outer")
            .join(countryNames(incidents.sparkSession()), new String[] {"country_code"}, "left_outer")
            .withColumn("country_name", coalesce(col("country_name"), lit(UNKNOWN)))
            .withColumn("warning", warnings());
    List<Column> columns = new ArrayList<>();
    for (var field : Codec.schema(Tables.REGION_WEEKS).fields()) {
      columns.add(zeroed(field.name(), field.dataType().simpleString()).cast(field.dataType()).as(field.name()));
    }
    return filled.select(columns.toArray(Column[]::new)).orderBy("country_code", "region_code", "iso_week_id");
  }

  /** Counts and lists of a row without incidents are zero and empty; figures stay null. */
  private static Column zeroed(String name, String type) {
    boolean figure = name.startsWith("killed_") || name.startsWith("injured_");
    if (type.equals("bigint") && !figure) {
      return coalesce(col(name), lit(0L));
    }
    return type.startsWith("array") ? coalesce(col(name), array().cast("array<string>")) : col(name);
  }

  private static Dataset<Row> incidentColumns(Dataset<Row> incidents) {
    Column told = col("event_type").notEqual(OTHER);
    List<Column> columns = new ArrayList<>();
    columns.add(sum(when(told, 1).otherwise(0)).as("incidents"));
    columns.add(sum(when(told.and(col("killed_best").gt(0)), 1).otherwise(0)).as("incidents_with_fatalities"));
    for (String figure : List.of("killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high")) {
      columns.add(sum(col(figure).cast("bigint")).as(figure));
    }
    TYPE_COLUMNS.forEach(
        (column, type) -> columns.add(sum(when(col("event_type").equalTo(type), 1).otherwise(0)).as(column)));
    columns.add(array_sort(array_distinct(flatten(collect_list("warning")))).as("incident_warning"));
    return incidents
        .groupBy(key())
        .agg(
            count(lit(1)).as("stories"),
            columns.toArray(Column[]::new));
  }

  private static Dataset<Row> articles(Dataset<Row> documents, Dataset<Row> incidentArticles) {
    return incidentArticles
        .where("is_primary")
        .select("incident_id", "article_id", "duplicate_of")
        .join(
            documents.select(col("article_id"), col("source"), size(col("tokens")).cast("bigint").as("token_count")),
            "article_id");
  }

  private static Dataset<Row> articleColumns(Dataset<Row> articles) {
    return articles
        .groupBy(key())
        .agg(
            count(lit(1)).as("articles"),
            sum(when(col("duplicate_of").isNull(), 1).otherwise(0)).as("original_articles"),
            functions.count_distinct(col("source")).as("sources"),
            array_sort(collect_set("source")).as("source_names"),
            sum(functions.greatest(col("token_count"), lit(0L))).as("tokens"));
  }

  private static Dataset<Row> claimColumns(Dataset<Row> claims) {
    return claims
        .groupBy(key())
        .agg(
            count(lit(1)).as("claims"),
            sum(when(col("status").isin("history", "cumulative"), 1).otherwise(0)).as("claims_excluded_history"));
  }

  private static Dataset<Row> published(Dataset<Row> incidentArticles) {
    return Weeks.withIsoWeek(incidentArticles.where("is_primary and published_date is not null"), "published_date")
        .groupBy(key())
        .agg(count(lit(1)).as("articles_published"));
  }

  /** Terms that set a row apart: term frequency in its originals times inverse document frequency. */
  private static Dataset<Row> topTerms(Dataset<Row> articles, Dataset<Row> documents, Dataset<Row> documentFrequencies) {
    Dataset<Row> frequencies =
        documentFrequencies.where("field = 'all'").select(col("term"), col("df"));
    Column total =
        coalesce(
            documentFrequencies.where("field = '' and term = ''").select(max("df")).scalar(),
            lit(1L));
    return articles
        .where("duplicate_of is null")
        .select(col("article_id"), col("country_code"), col("region_code"), col("iso_week_id"))
        .join(documents.select(col("article_id"), explode(col("tokens")).as("term")), "article_id")
        .where(col("term").rlike(ALPHABETIC))
        .groupBy(col("country_code"), col("region_code"), col("iso_week_id"), col("term"))
        .agg(count(lit(1)).as("tf"))
        .join(frequencies, new String[] {"term"})
        .withColumn("weight", log(col("tf")).plus(1).multiply(log(total.divide(col("df")))))
        .where("weight > 0")
        .withColumn(
            "rank",
            row_number()
                .over(Window.partitionBy(key()).orderBy(col("weight").desc(), col("term"))))
        .where(col("rank").leq(TOP_TERMS))
        .groupBy(key())
        .agg(ranked("term").as("top_terms"));
  }

  private static Dataset<Row> topActors(Dataset<Row> incidents) {
    return incidents
        .select(col("country_code"), col("region_code"), col("iso_week_id"), explode(col("actors")).as("actor"))
        .groupBy(col("country_code"), col("region_code"), col("iso_week_id"), col("actor"))
        .agg(count(lit(1)).as("named"))
        .withColumn(
            "rank",
            row_number().over(Window.partitionBy(key()).orderBy(col("named").desc(), col("actor"))))
        .where(col("rank").leq(TOP_ACTORS))
        .groupBy(key())
        .agg(ranked("actor").as("top_actors"));
  }

  private static Column ranked(String column) {
    return transform(array_sort(collect_list(struct(col("rank"), col(column)))), pair -> pair.getField(column));
  }

  private static Column warnings() {
    Column own =
        functions.filter(
            array(
                when(col("iso_week_id").isNull(), lit("undated")),
                when(col("region_code").equalTo(NOWHERE), lit("unplaced"))),
            Column::isNotNull);
    return array_sort(
        array_union(coalesce(col("incident_warning"), array().cast("array<string>")), own));
  }

  private static Dataset<Row> regionNames(Dataset<Row> incidents) {
    return incidents
        .where(col("region_name").isNotNull().and(col("region_code").notEqual(NOWHERE)))
        .groupBy("region_code")
        .agg(functions.min("region_name").as("region_name"));
  }

  /** Rows of both sides by region and week; an unknown week is a key of its own. */
  private static Dataset<Row> byKey(Dataset<Row> left, Dataset<Row> right) {
    Dataset<Row> other = right;
    Column same = lit(true);
    for (String name : KEY) {
      other = other.withColumnRenamed(name, "right_" + name);
      same = same.and(left.col(name).eqNullSafe(functions.col("right_" + name)));
    }
    Dataset<Row> joined = left.join(other, same, "full_outer");
    for (String name : KEY) {
      joined = joined.withColumn(name, coalesce(col(name), col("right_" + name))).drop("right_" + name);
    }
    return joined;
  }

  private static Dataset<Row> withWeekOfId(Dataset<Row> rows) {
    Column year = functions.substring(col("iso_week_id"), 1, 4).cast("int");
    Column week = functions.substring(col("iso_week_id"), 7, 2).cast("int");
    // 4 January is always in week 1 of its ISO year
    Column fourth = functions.make_date(year, lit(1), lit(4));
    Column monday =
        functions.date_add(functions.date_trunc("week", fourth).cast("date"), week.minus(1).multiply(7));
    return rows
        .withColumn("iso_year", year)
        .withColumn("iso_week", week)
        .withColumn("week_start", monday)
        .withColumn("week_end", functions.date_add(monday, 6));
  }

  /**
   * One row per region, ISO week, ACLED week and sub-event type; undated incidents and those of type Other are left out.
   *
   * @return the columns of {@code region_week_events}, sorted by week, country, region and type
   */
  public static Dataset<Row> regionWeekEvents(Dataset<Row> incidents) {
    SparkSession spark = incidents.sparkSession();
    Dataset<Row> dated =
        Weeks.withIsoWeek(
                incidents.where(col("date_start").isNotNull().and(col("event_type").notEqual(OTHER))), "date_start")
            .withColumn("acled_week", Weeks.acledWeek(col("date_start")));
    return dated
        .groupBy(
            "iso_year", "iso_week", "iso_week_id", "week_start", "week_end", "acled_week", "country_code", "region_code",
            "event_type", "sub_event_type")
        .agg(
            count(lit(1)).as("events"),
            functions.min("region_name").as("region_name"),
            sum(col("killed_low").cast("bigint")).as("fatalities_low"),
            sum(col("killed_best").cast("bigint")).as("fatalities_best"),
            sum(col("killed_high").cast("bigint")).as("fatalities_high"),
            functions.round(avg("latitude"), 6).as("centroid_latitude"),
            functions.round(avg("longitude"), 6).as("centroid_longitude"))
        .withColumn("fatalities", coalesce(col("fatalities_low"), lit(0L)))
        .join(countryNames(spark), new String[] {"country_code"}, "left_outer")
        .withColumn("country", coalesce(col("country_name"), lit(UNKNOWN)))
        .join(acledNames(spark), new String[] {"region_code"}, "left_outer")
        .withColumn("admin1", coalesce(col("acled_admin1"), col("region_name")))
        .join(disorderTypes(spark), new String[] {"event_type", "sub_event_type"}, "left_outer")
        .select(columns(Tables.REGION_WEEK_EVENTS))
        .orderBy("iso_week_id", "acled_week", "country", "region_code", "event_type", "sub_event_type");
  }

  private static Dataset<Row> countryNames(SparkSession spark) {
    return functions.broadcast(
        spark.createDataFrame(
            Arrays.stream(Locale.getISOCountries())
                .map(code -> RowFactory.create(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                .toList(),
            StructType.fromDDL("country_code STRING, country_name STRING")));
  }

  private static Dataset<Row> acledNames(SparkSession spark) {
    return functions.broadcast(
        spark.createDataFrame(
            Resources.rows(Statistics.class, "acled-admin1.tsv").stream()
                .map(row -> RowFactory.create(row[0], row[1]))
                .toList(),
            StructType.fromDDL("region_code STRING, acled_admin1 STRING")));
  }

  private static Dataset<Row> disorderTypes(SparkSession spark) {
    return functions.broadcast(
        spark.createDataFrame(
            EventTypes.vocabulary().stream().map(Statistics::row).toList(),
            StructType.fromDDL("event_type STRING, sub_event_type STRING, disorder_type STRING")));
  }

  private static Row row(EventType type) {
    return RowFactory.create(type.eventType(), type.subEventType(), type.disorderType());
  }

  private static Column[] key() {
    return KEY.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  private static Column[] columns(Table table) {
    return Arrays.stream(Codec.schema(table).fieldNames()).map(name -> col(name)).toArray(Column[]::new);
  }
}
