package org.sitrep.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * Compares two versions of the tables. The driver sees the region-weeks, incidents and articles
 * that are told, and counts of the rest.
 */
public final class Differences implements AutoCloseable {

  private static final List<String> FIGURES =
      Stream.concat(RegionWeekChanges.FIGURES.stream(), Stream.of("articles")).toList();

  private static final List<String> OF_INCIDENT =
      FIGURES.stream().filter(figure -> !figure.equals("incidents")).toList();

  private static final List<String> REGION_WEEK =
      List.of("iso_week_id", "country_code", "region_code");

  /** What makes a line of the corrections the same line. */
  private static final String[] GIVEN = {
    "action", "article_id", "field", "value", "author", "note"
  };

  private static final String[] CORRECTION =
      Stream.concat(Stream.of(GIVEN), Stream.of("times")).toArray(String[]::new);

  private static final String BEFORE = RegionWeekChanges.BEFORE;
  private static final String CELL = "cell";
  private static final String FATE = "fate";

  private static final Column[] ORDER = {
    col("iso_week_id").desc_nulls_last(), col("country_code").asc(), col("region_code").asc()
  };

  private final Function<Table, Dataset<Row>> before;
  private final Function<Table, Dataset<Row>> after;
  private final List<Dataset<Row>> persisted = new ArrayList<>();
  private final Dataset<Row> articles;
  private final Dataset<Row> incidents;

  private Differences(Function<Table, Dataset<Row>> before, Function<Table, Dataset<Row>> after) {
    this.before = before;
    this.after = after;
    this.articles = persisted(articles());
    this.incidents = persisted(incidents());
  }

  /**
   * What differs between two versions.
   *
   * @param before reads the tables of the earlier one
   * @param after reads those of the later one
   */
  public static Differences of(
      Function<Table, Dataset<Row>> before, Function<Table, Dataset<Row>> after) {
    return new Differences(before, after);
  }

  /** Gives back the memory that the comparison took on the executors. */
  @Override
  public void close() {
    persisted.forEach(rows -> rows.unpersist());
    persisted.clear();
  }

  /** The rows, computed once; what is made of them is planned without their history. */
  private Dataset<Row> persisted(Dataset<Row> rows) {
    Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
    persisted.add(kept);
    return kept.sparkSession().createDataFrame(kept.toJavaRDD(), kept.schema());
  }

  /**
   * The region-weeks that changed: those whose figures differ, and those of which an incident or
   * the incident of an article does, newest week first, undated ones last.
   *
   * @return {@code iso_week_id, country_code, region_code, country_name, region_name}, each figure
   *     and {@code <figure>_before}
   */
  public Dataset<Row> regionWeeks() {
    Dataset<Row> all =
        RegionWeekChanges.sideBySide(
                after.apply(Tables.REGION_WEEKS), before.apply(Tables.REGION_WEEKS), FIGURES)
            .withColumn("other", RegionWeekChanges.differs(FIGURES));
    Dataset<Row> touched =
        incidents
            .select(
                explode(array_compact(array(col("parts"), col("parts" + BEFORE)))).as("touched"))
            .select("touched.*")
            .distinct();
    List<Column> cells = new ArrayList<>();
    for (String column : all.columns()) {
      cells.add(
          REGION_WEEK.contains(column)
              ? coalesce(col(column), col(column + BEFORE)).as(column)
              : col(column));
    }
    return all.withColumn(CELL, key(columns("")))
        .join(
            earlier(touched).withColumn(CELL, key(columns(BEFORE))),
            new String[] {CELL},
            "full_outer")
        .where(col("other").or(col("country_code" + BEFORE).isNotNull()))
        .select(cells.toArray(Column[]::new))
        .drop("other")
        .orderBy(ORDER);
  }

  private static List<Column> columns(String suffix) {
    return REGION_WEEK.stream().map(column -> col(column + suffix)).toList();
  }

  private static Column key(List<Column> parts) {
    return concat_ws(
        " ", coalesce(parts.get(0), lit(WeekFiles.UNDATED)), parts.get(1), parts.get(2));
  }

  /** One row per thing and region-week in which it was or is, with the column {@code cell}. */
  private static Dataset<Row> inCells(Dataset<Row> rows) {
    Column both = array(col("place"), col("place" + BEFORE));
    return rows.withColumn(CELL, explode(array_distinct(array_compact(both))));
  }

  /** The incidents of a version with the region-week in which they count as {@code place}. */
  private static Dataset<Row> placed(Dataset<Row> incidents) {
    Column week = Weeks.of(col("date_start"));
    return incidents.select(
        col("incident_id"),
        key(List.of(week, col("country_code"), col("region_code"))).as("place"),
        struct(week.as("iso_week_id"), col("country_code"), col("region_code")).as("parts"),
        col("title"),
        col("event_type"),
        col("sub_event_type"),
        col("place_name"),
        col("killed_low"),
        col("killed_best"),
        col("killed_high"),
        col("injured_low"),
        col("injured_best"),
        col("injured_high"),
        col("article_count").as("articles"),
        // a line that moved within the file is the same correction
        expr("to_json(transform(coalesce(corrections, array()), one -> struct(one.action,"
                + " one.article_id, one.field, one.before, one.after, one.note, one.author)))")
            .as("corrected"));
  }

  private static Dataset<Row> earlier(Dataset<Row> rows, String... kept) {
    List<String> same = List.of(kept);
    Dataset<Row> old = rows;
    for (String column : rows.columns()) {
      if (!same.contains(column)) {
        old = old.withColumnRenamed(column, column + BEFORE);
      }
    }
    return old;
  }

  /** Articles that came, went, changed their incident or their text. */
  private Dataset<Row> articles() {
    String[] id = {"article_id"};
    Dataset<Row> now = members(after);
    Dataset<Row> then = earlier(members(before), id);
    Dataset<Row> rewritten =
        hashes(after)
            .join(earlier(hashes(before), id), id)
            .where("text_hash <> text_hash_before")
            .select(col("article_id"), lit(true).as("rewritten"));
    Column had = col("incident_id" + BEFORE);
    Column has = col("incident_id");
    return now.join(then, id, "full_outer")
        .join(rewritten, id, "left_outer")
        .where(has.eqNullSafe(had).equalTo(false).or(col("rewritten")))
        .withColumn("rewritten", coalesce(col("rewritten"), lit(false)))
        .withColumn(
            FATE,
            when(had.isNull(), Difference.Fate.NEW.name())
                .when(has.isNull(), Difference.Fate.GONE.name())
                .when(has.notEqual(had), Difference.Fate.MOVED.name())
                .otherwise(Difference.Fate.REWRITTEN.name()))
        .join(
            placed(after.apply(Tables.INCIDENTS)).select("incident_id", "place"),
            new String[] {"incident_id"},
            "left_outer")
        .join(
            earlier(placed(before.apply(Tables.INCIDENTS)).select("incident_id", "place")),
            new String[] {"incident_id" + BEFORE},
            "left_outer");
  }

  private static Dataset<Row> members(Function<Table, Dataset<Row>> tables) {
    return tables
        .apply(Tables.INCIDENT_ARTICLES)
        .where("is_primary")
        .select(
            col("article_id"),
            col("incident_id"),
            col("published_date"),
            col("duplicate_of").isNotNull().as("copy"));
  }

  private static Dataset<Row> hashes(Function<Table, Dataset<Row>> tables) {
    return tables.apply(Tables.ARTICLES).select("article_id", "text_hash");
  }

  /** Incidents that came, went, moved or tell otherwise, with what became of them. */
  private Dataset<Row> incidents() {
    String[] id = {"incident_id"};
    Dataset<Row> now = placed(after.apply(Tables.INCIDENTS));
    Dataset<Row> then = earlier(placed(before.apply(Tables.INCIDENTS)), id);
    Dataset<Row> members =
        articles
            .select(
                explode(array_compact(array(col("incident_id"), col("incident_id" + BEFORE))))
                    .as("incident_id"))
            .distinct()
            .withColumn("members", lit(true));
    Dataset<Row> shared = articles.where(fate(Difference.Fate.MOVED));
    Dataset<Row> heirs = most(shared, "incident_id" + BEFORE, "incident_id", "heir");
    Dataset<Row> origins = most(shared, "incident_id", "incident_id" + BEFORE, "origin");
    Column differs =
        col("place")
            .eqNullSafe(col("place" + BEFORE))
            .and(col("event_type").eqNullSafe(col("event_type" + BEFORE)))
            .and(col("corrected").eqNullSafe(col("corrected" + BEFORE)))
            .equalTo(false)
            .or(RegionWeekChanges.differs(OF_INCIDENT))
            .or(coalesce(col("members"), lit(false)));
    Column gone = col("place").isNull();
    Column fresh = col("place" + BEFORE).isNull();
    Column heir = coalesce(col("named"), col("heir"));
    Dataset<Row> all =
        now.join(then, id, "full_outer")
            .join(members, id, "left_outer")
            .where(differs)
            .join(named(), id, "left_outer")
            .join(heirs, id, "left_outer")
            .join(origins, id, "left_outer")
            .withColumn("other", when(gone, heir).when(fresh, col("origin")))
            .withColumn(
                FATE,
                when(gone.and(heir.isNotNull()), Difference.Fate.MERGED.name())
                    .when(gone, Difference.Fate.GONE.name())
                    .when(fresh.and(col("origin").isNotNull()), Difference.Fate.SPLIT.name())
                    .when(fresh, Difference.Fate.NEW.name())
                    .when(
                        col("place").notEqual(col("place" + BEFORE)), Difference.Fate.MOVED.name())
                    .otherwise(Difference.Fate.REVISED.name()))
            .drop("named", "heir", "origin", "members");
    Dataset<Row> whole = persisted(all);
    whole =
        persisted(
            whole
                .join(renamed(whole), id, "left_outer")
                .withColumn(FATE, coalesce(col("renamed"), col(FATE)))
                .drop("renamed"));
    return whole
        .join(others(whole, Difference.Fate.MERGED, "taken"), id, "left_outer")
        .join(others(whole, Difference.Fate.SPLIT, "given"), id, "left_outer");
  }

  /** For each value of a column that of another which most rows bear beside it, by incident id. */
  private static Dataset<Row> most(Dataset<Row> rows, String of, String column, String as) {
    return rows.groupBy(of, column)
        .agg(count(lit(1)).as("shared"))
        .withColumn(
            "rank",
            row_number()
                .over(Window.partitionBy(of).orderBy(col("shared").desc(), col(column).asc())))
        .where("rank = 1")
        .select(col(of).as("incident_id"), col(column).as(as));
  }

  /** Incidents of which the later version itself says into which they went. */
  private Dataset<Row> named() {
    return after
        .apply(Tables.INCIDENTS)
        .select(col("incident_id").as("named"), explode(col("incident_ids_before")).as("lost"))
        .groupBy(col("lost").as("incident_id"))
        .agg(min("named").as("named"));
  }

  /** Incidents that only took another id: gone into one that is new and comes of it. */
  private static Dataset<Row> renamed(Dataset<Row> incidents) {
    Dataset<Row> old = incidents.where(fate(Difference.Fate.MERGED));
    Dataset<Row> now = incidents.where(fate(Difference.Fate.SPLIT));
    return old.select(col("incident_id").as("old"), col("other").as("now"))
        .join(
            now.select(col("other").as("old"), col("incident_id").as("now")),
            new String[] {"old", "now"})
        .select(explode(array(col("old"), col("now"))).as("incident_id"))
        .withColumn("renamed", lit(Difference.Fate.RENAMED.name()));
  }

  private static Column fate(Difference.Fate fate) {
    return col(FATE).equalTo(fate.name());
  }

  private static Dataset<Row> others(Dataset<Row> incidents, Difference.Fate fate, String as) {
    return incidents
        .where(fate(fate))
        .groupBy(col("other").as("incident_id"))
        .agg(array_sort(collect_set("incident_id")).as(as));
  }

  /**
   * What is told of the region-weeks.
   *
   * @param changed rows of {@link #regionWeeks()}, all or some
   * @param most region-weeks, and incidents and articles of each, to tell; 0 for all
   */
  public Difference told(Dataset<Row> changed, int most) {
    int limit = most == 0 ? Integer.MAX_VALUE : most;
    Dataset<Row> rows = persisted(changed.withColumn(CELL, key(columns(""))));
    Dataset<Row> within = rows.select(CELL);
    Dataset<Row> theirIncidents = inCells(incidents).join(within, new String[] {CELL}, "left_semi");
    Dataset<Row> theirArticles = inCells(articles).join(within, new String[] {CELL}, "left_semi");
    List<Row> shown = rows.orderBy(ORDER).limit(limit).collectAsList();
    Column chosen =
        most == 0
            ? lit(true)
            : col(CELL).isin(shown.stream().map(row -> row.getAs(CELL)).toArray());
    Map<String, List<Row>> byIncident =
        byCell(
            ranked(
                theirIncidents.where(chosen),
                limit,
                coalesce(col("killed_best"), col("killed_best" + BEFORE)).desc_nulls_last(),
                col("incident_id").asc()));
    Column day = coalesce(col("published_date"), col("published_date" + BEFORE));
    Map<String, List<Row>> byArticle =
        byCell(
            described(
                ranked(
                    theirArticles.where(chosen),
                    limit,
                    col("copy").asc_nulls_last(),
                    day.asc_nulls_last(),
                    col("article_id").asc())));
    return new Difference(
        new Difference.Capped<>(
            shown.stream().map(row -> regionWeek(row, byIncident, byArticle)).toList(),
            rows.count()),
        counted(theirIncidents, "incident_id"),
        counted(theirArticles, "article_id"),
        articles.where(col("place").isNull().and(col("place" + BEFORE).isNull())).count(),
        corrections(limit));
  }

  /** The first rows of each region-week in an order, with their number in {@code all}. */
  private static Dataset<Row> ranked(Dataset<Row> rows, int limit, Column... order) {
    return rows.withColumn("all", count(lit(1)).over(Window.partitionBy(CELL)))
        .withColumn("rank", row_number().over(Window.partitionBy(CELL).orderBy(order)))
        .where(col("rank").leq(limit));
  }

  private static Map<String, List<Row>> byCell(Dataset<Row> rows) {
    return rows.orderBy(CELL, "rank").collectAsList().stream()
        .collect(Collectors.groupingBy(row -> Cell.text(row, CELL)));
  }

  /** The articles with outlet and title, from the later version that has them. */
  private Dataset<Row> described(Dataset<Row> rows) {
    Dataset<Row> ids = rows.select("article_id").distinct();
    Dataset<Row> now = titles(after, ids);
    Dataset<Row> then =
        titles(before, ids)
            .join(now.select("article_id"), new String[] {"article_id"}, "left_anti");
    return rows.join(now.unionByName(then), new String[] {"article_id"}, "left_outer");
  }

  private static Dataset<Row> titles(Function<Table, Dataset<Row>> tables, Dataset<Row> ids) {
    return tables
        .apply(Tables.ARTICLES)
        .select("article_id", "source", "title")
        .join(ids, new String[] {"article_id"}, "left_semi");
  }

  private static Map<Difference.Fate, Long> counted(Dataset<Row> rows, String id) {
    Map<Difference.Fate, Long> counts = new EnumMap<>(Difference.Fate.class);
    rows.groupBy(FATE)
        .agg(count_distinct(col(id)))
        .collectAsList()
        .forEach(row -> counts.put(Difference.Fate.valueOf(row.getString(0)), row.getLong(1)));
    return counts;
  }

  /** Lines that came, went or have another status; the number of a line is of no account. */
  private Difference.Capped<Difference.CorrectionLine> corrections(int limit) {
    Dataset<Row> now = lines(after);
    Dataset<Row> then = earlier(lines(before));
    Column same = lit(true);
    List<Column> cells = new ArrayList<>();
    for (String column : CORRECTION) {
      same = same.and(col(column).eqNullSafe(col(column + BEFORE)));
      cells.add(coalesce(col(column), col(column + BEFORE)).as(column));
    }
    cells.add(col("line"));
    cells.add(col("line" + BEFORE));
    cells.add(col("status"));
    cells.add(col("status" + BEFORE));
    Dataset<Row> rows =
        now.join(then, same, "full_outer")
            .select(cells.toArray(Column[]::new))
            .where(col("status").eqNullSafe(col("status" + BEFORE)).equalTo(false));
    return new Difference.Capped<>(
        rows
            .orderBy(col("line").asc_nulls_last(), col("line" + BEFORE).asc_nulls_last())
            .limit(limit)
            .collectAsList()
            .stream()
            .map(
                row ->
                    new Difference.CorrectionLine(
                        Cell.text(row, "action"),
                        Cell.text(row, "article_id"),
                        Cell.text(row, "field"),
                        Cell.text(row, "value"),
                        Cell.text(row, "author"),
                        Cell.text(row, "note"),
                        Cell.text(row, "status" + BEFORE),
                        Cell.text(row, "status")))
            .toList(),
        rows.count());
  }

  /** The corrections; equal lines are told apart by {@code times}. */
  private static Dataset<Row> lines(Function<Table, Dataset<Row>> tables) {
    Column[] given = Stream.of(GIVEN).map(name -> col(name)).toArray(Column[]::new);
    return tables
        .apply(Tables.CORRECTIONS)
        .withColumn("times", row_number().over(Window.partitionBy(given).orderBy("line")))
        .select(
            "line", "action", "article_id", "field", "value", "author", "note", "times", "status");
  }

  private static Difference.RegionWeek regionWeek(
      Row row, Map<String, List<Row>> incidents, Map<String, List<Row>> articles) {
    String cell = Cell.text(row, CELL);
    String country = Cell.text(row, "country_code");
    String region = Cell.text(row, "region_code");
    String name = Cell.text(row, "region_name");
    return new Difference.RegionWeek(
        new Difference.Cell(Cell.text(row, "iso_week_id"), country, region),
        Words.country(country),
        "XX".equals(region) ? "Region unknown" : name == null ? region : name,
        figures(row, Cell.figure(row, "incidents" + BEFORE), BEFORE),
        figures(row, Cell.figure(row, "incidents"), ""),
        capped(incidents.getOrDefault(cell, List.of()), Differences::incident),
        capped(articles.getOrDefault(cell, List.of()), Differences::article));
  }

  private static <T> Difference.Capped<T> capped(List<Row> rows, Function<Row, T> told) {
    return new Difference.Capped<>(
        rows.stream().map(told).toList(), rows.isEmpty() ? 0 : Cell.number(rows.get(0), "all"));
  }

  private static Difference.Incident incident(Row row) {
    Difference.Cell from = place(row, "parts" + BEFORE);
    Difference.Cell to = place(row, "parts");
    String told = to == null ? BEFORE : "";
    return new Difference.Incident(
        Cell.text(row, "incident_id"),
        Difference.Fate.valueOf(Cell.text(row, FATE)),
        Headline.of(
            Cell.text(row, "title" + told),
            Cell.text(row, "sub_event_type" + told),
            Cell.text(row, "place_name" + told)),
        from,
        to,
        Cell.text(row, "other"),
        Cell.list(row, "taken"),
        Cell.list(row, "given"),
        from == null ? null : figures(row, 1L, BEFORE),
        to == null ? null : figures(row, 1L, ""),
        Cell.text(row, "event_type" + BEFORE),
        Cell.text(row, "event_type"),
        from != null
            && to != null
            && !Objects.equals(Cell.text(row, "corrected"), Cell.text(row, "corrected" + BEFORE)));
  }

  private static Difference.Article article(Row row) {
    return new Difference.Article(
        Cell.text(row, "article_id"),
        Difference.Fate.valueOf(Cell.text(row, FATE)),
        Cell.text(row, "source"),
        Cell.day(
            row,
            Cell.day(row, "published_date") == null ? "published_date" + BEFORE : "published_date"),
        Cell.text(row, "title"),
        Cell.text(row, "incident_id" + BEFORE),
        Cell.text(row, "incident_id"),
        Boolean.TRUE.equals(row.getAs("rewritten")),
        Boolean.TRUE.equals(row.getAs("copy")));
  }

  private static Difference.Cell place(Row row, String column) {
    Row parts = row.getAs(column);
    return parts == null
        ? null
        : new Difference.Cell(parts.getString(0), parts.getString(1), parts.getString(2));
  }

  private static Difference.Figures figures(Row row, Long incidents, String when) {
    return new Difference.Figures(
        incidents,
        Cell.range(row, "killed", when),
        Cell.range(row, "injured", when),
        Cell.figure(row, "articles" + when));
  }
}
