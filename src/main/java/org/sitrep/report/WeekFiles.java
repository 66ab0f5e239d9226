package org.sitrep.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * Everything that a week's page shows, as files beside the page: regions, incidents, claims and
 * articles as CSV and together as JSON, incidents as GeoJSON. No sentence of an article is in them.
 *
 * <p>One job writes the files of all weeks, and its tasks write them: the driver holds no row.
 */
public final class WeekFiles {

  /** Name of the week of incidents without a day. */
  public static final String UNDATED = "undated";

  /** What the files hold, in the order of the JSON file's arrays. */
  private enum Part {
    regions,
    incidents,
    claims,
    articles;

    /** Its section in the JSON file, an odd number. */
    int section() {
      return 2 * ordinal() + 1;
    }
  }

  private static final String WEEK = "week";
  private static final String PLACE = "place";
  private static final String ROW = "row";

  /** Columns of incidents that the page does not show. */
  private static final Set<String> NOT_SHOWN = Set.of("incident_ids_before", "figures_explained");

  private static final String[] CLAIM = {
    "incident_id",
    "article_id",
    "source",
    "url",
    "effect",
    "number_low",
    "number_high",
    "modality",
    "victim_class",
    "claimant",
    "claimant_side",
    "claim_date",
    "status",
    "reason"
  };

  private static final String[] ARTICLE = {
    "incident_id",
    "article_id",
    "source",
    "title",
    "url",
    "published_date",
    "is_primary",
    "duplicate_of"
  };

  private final Function<Table, Dataset<Row>> tables;
  private final Crosswalk crosswalk;
  private final String country;

  private WeekFiles(Function<Table, Dataset<Row>> tables, Crosswalk crosswalk, String country) {
    this.tables = tables;
    this.crosswalk = crosswalk;
    this.country = country;
  }

  /**
   * The files of an output.
   *
   * @param tables reads {@code region_weeks}, {@code incidents}, {@code claims}, {@code
   *     incident_articles} and {@code articles}
   */
  public static WeekFiles of(Function<Table, Dataset<Row>> tables) {
    return new WeekFiles(tables, Crosswalk.none(), null);
  }

  /** The same files with P-codes and, in CSV, a row of HXL tags below the header. */
  public WeekFiles with(Crosswalk other) {
    return new WeekFiles(tables, other, country);
  }

  /**
   * The same files for one country.
   *
   * @param code ISO 3166-1 alpha-2; null for all countries
   */
  public WeekFiles in(String code) {
    return new WeekFiles(tables, crosswalk, code);
  }

  /**
   * Names of the files of a week, in the order in which a page may offer them.
   *
   * @param week for example {@code 2015-W17}; null or {@link #UNDATED} for the undated
   */
  public static List<String> names(String week) {
    List<String> names = new ArrayList<>();
    for (Part part : Part.values()) {
      names.add(csv(Weeks.name(week), part));
    }
    names.add(Weeks.name(week) + ".json");
    names.add(Weeks.name(week) + ".geojson");
    return names;
  }

  private static String csv(String week, Part part) {
    return week + "-" + part + ".csv";
  }

  /**
   * Writes the files of some weeks into a folder on any file system that Hadoop reaches; a week of
   * which nothing is known has files without rows.
   *
   * @param weeks ids such as {@code 2015-W17}; null or {@link #UNDATED} for the undated
   * @return how many rows, objects or features each file has, by its name
   * @throws IllegalArgumentException where an id is none of an ISO week
   */
  public Map<String, Long> write(SparkSession spark, Collection<String> weeks, String folder) {
    Set<String> names = new TreeSet<>();
    weeks.forEach(week -> names.add(Weeks.name(week)));
    Map<Part, Dataset<Row>> parts = parts(names);
    Dataset<Row> pieces = spark.createDataFrame(frames(names, parts), TextFiles.PIECES);
    for (Map.Entry<Part, Dataset<Row>> part : parts.entrySet()) {
      pieces = pieces.union(pieces(part.getKey(), part.getValue()));
    }
    return TextFiles.write(spark, pieces, folder);
  }

  /** The rows of each part with the columns week, place (in its file) and row. */
  private Map<Part, Dataset<Row>> parts(Set<String> weeks) {
    Object[] wanted = weeks.toArray();
    Dataset<Row> incidents =
        in(tables.apply(Tables.INCIDENTS))
            .where("event_type != 'Other'")
            .withColumn(WEEK, coalesce(Weeks.of(col("date_start")), lit(UNDATED)))
            .where(col(WEEK).isin(wanted));
    UDF1<String, String> web = WebAddress::of;
    Dataset<Row> articles =
        tables
            .apply(Tables.INCIDENT_ARTICLES)
            .join(incidents.select("incident_id", WEEK), "incident_id")
            .join(
                tables
                    .apply(Tables.ARTICLES)
                    .select(
                        col("article_id"),
                        col("source"),
                        col("title"),
                        udf(web, DataTypes.StringType).apply(col("url")).as("url")),
                "article_id");
    Dataset<Row> claims =
        tables
            .apply(Tables.CLAIMS)
            .join(
                articles.select("incident_id", "article_id", WEEK, "source", "url"),
                new String[] {"incident_id", "article_id"});
    Map<Part, Dataset<Row>> parts = new LinkedHashMap<>();
    parts.put(
        Part.regions,
        rows(
            in(tables.apply(Tables.REGION_WEEKS))
                .withColumn(WEEK, coalesce(col("iso_week_id"), lit(UNDATED)))
                .where(col(WEEK).isin(wanted)),
            place("country_code", "region_code"),
            Codec.schema(Tables.REGION_WEEKS).fieldNames()));
    parts.put(
        Part.incidents,
        rows(
            incidents,
            place("date_start", "incident_id"),
            Arrays.stream(Codec.schema(Tables.INCIDENTS).fieldNames())
                .filter(column -> !NOT_SHOWN.contains(column))
                .toArray(String[]::new)));
    parts.put(
        Part.claims,
        rows(
            claims,
            concat_ws(
                " ",
                col("incident_id"),
                col("article_id"),
                col("field"),
                lpad(col("figure_start").cast("string"), 10, "0")),
            CLAIM));
    parts.put(Part.articles, rows(articles, place("incident_id", "article_id"), ARTICLE));
    return parts;
  }

  private Dataset<Row> in(Dataset<Row> rows) {
    return country == null ? rows : rows.where(col("country_code").equalTo(country));
  }

  private static Column place(String... columns) {
    return concat_ws(
        " ", Arrays.stream(columns).map(name -> col(name).cast("string")).toArray(Column[]::new));
  }

  private Dataset<Row> rows(Dataset<Row> rows, Column place, String... columns) {
    List<String> all = new ArrayList<>(List.of(WEEK, PLACE));
    all.addAll(List.of(columns));
    Dataset<Row> chosen =
        rows.withColumn(PLACE, place)
            .select(all.stream().map(name -> col(name)).toArray(Column[]::new));
    Dataset<Row> coded = all.contains(Crosswalk.REGION_CODE) ? crosswalk.applied(chosen) : chosen;
    Column[] cells =
        Arrays.stream(coded.columns()).skip(2).map(name -> col(name)).toArray(Column[]::new);
    return coded.select(col(WEEK), col(PLACE), struct(cells).as(ROW));
  }

  private static Dataset<Row> pieces(Part part, Dataset<Row> rows) {
    FlatMapFunction<Row, Row> rendering =
        row -> {
          String week = row.getString(0);
          String place = row.getString(1);
          Row cells = row.getStruct(2);
          List<Row> pieces = new ArrayList<>();
          pieces.add(TextFiles.piece(csv(week, part), 1, place, Cells.csv(cells)));
          pieces.add(TextFiles.piece(week + ".json", part.section(), place, Cells.json(cells)));
          if (part == Part.incidents) {
            pieces.add(
                TextFiles.piece(week + ".geojson", 1, place, Cells.feature(cells, "incident_id")));
          }
          return pieces.iterator();
        };
    return rows.flatMap(rendering, Encoders.row(TextFiles.PIECES));
  }

  /** What stands around the items: headers, and the beginnings and ends of objects and arrays. */
  private List<Row> frames(Set<String> weeks, Map<Part, Dataset<Row>> parts) {
    List<Row> frames = new ArrayList<>();
    Map<Part, String> heads = new LinkedHashMap<>();
    parts.forEach(
        (part, rows) -> {
          String[] columns = rows.select(ROW + ".*").columns();
          heads.put(
              part,
              Cells.csv(List.of(columns))
                  + (crosswalk.present() ? Cells.csv(Hxl.row(columns)) : ""));
        });
    for (String week : weeks) {
      heads.forEach((part, head) -> frames.add(TextFiles.piece(csv(week, part), 0, "", head)));
      StringBuilder before = new StringBuilder(opening(week));
      for (Part part : Part.values()) {
        before.append("\"").append(part).append("\":[\n");
        frames.add(TextFiles.piece(week + ".json", part.section() - 1, "", before.toString()));
        before.setLength(0);
        before.append("\n],\n");
      }
      frames.add(TextFiles.piece(week + ".json", 2 * Part.values().length, "", "\n]}\n"));
      frames.add(
          TextFiles.piece(
              week + ".geojson",
              0,
              "",
              "{\"type\":\"FeatureCollection\",\"name\":"
                  + Cells.json(week)
                  + ",\"features\":[\n"));
      frames.add(TextFiles.piece(week + ".geojson", 2, "", "\n]}\n"));
    }
    return frames;
  }

  private String opening(String week) {
    LocalDate monday = monday(week);
    return "{\"week\":%s,\"week_start\":%s,\"week_end\":%s,\"country_code\":%s,\n"
        .formatted(
            monday == null ? "null" : Cells.json(week),
            Cells.json(monday == null ? null : monday.toString()),
            Cells.json(monday == null ? null : monday.plusDays(6).toString()),
            Cells.json(country));
  }

  private static LocalDate monday(String week) {
    if (week.equals(UNDATED)) {
      return null;
    }
    try {
      return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no ISO week: " + week + "; give one as 2015-W17", e);
    }
  }
}
