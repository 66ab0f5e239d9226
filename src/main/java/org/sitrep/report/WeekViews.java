package org.sitrep.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.Place;
import org.sitrep.report.chart.Bubble;
import org.sitrep.report.chart.RangeBar;
import org.sitrep.report.chart.Scale;
import org.sitrep.report.chart.Sparkline;
import org.sitrep.report.chart.WorldMap;
import org.sitrep.tables.Tables;

/**
 * The views of some weeks, from a few queries for all of them together. The driver sees a bounded
 * number of rows a week, whatever the size of the tables.
 */
final class WeekViews {

  static final int COURSE_WEEKS = 12;
  static final int REGIONS = 60;
  static final int MAPPED = 400;
  static final int INCIDENTS = 10;
  static final int CLAIMS = 60;
  static final int SOURCES = 12;
  static final int UNCOVERED = 12;

  private static final String WEEK = "week_id";
  private static final String NOWHERE = "XX";

  private final Reported reported;
  private final Weeks weeks;
  private final List<Weeks.Week> shown;
  private final Set<String> pages;

  private final Map<String, List<Row>> regions;
  private final Map<String, Long> courses;
  private final Map<String, List<Row>> incidents;
  private final Map<String, List<Row>> claims;
  private final Map<String, List<Row>> articles;
  private final Map<String, Map<String, Long>> statuses;
  private final Map<String, Row> lacks;
  private final Map<String, Map<String, Set<String>>> covered;
  private final Revisions revisions;

  /**
   * @param shown the weeks; one without id stands for the incidents of no known day
   * @param pages ids of all weeks that have pages
   */
  WeekViews(Reported reported, Weeks weeks, List<Weeks.Week> shown, Set<String> pages) {
    this.reported = reported;
    this.weeks = weeks;
    this.shown = shown;
    this.pages = pages;
    Dataset<Row> regionWeeks = reported.read(Tables.REGION_WEEKS);
    List<Row> regionRows =
        ranked(
            regionWeeks.withColumn(WEEK, col("iso_week_id")).where(chosen()).where("incidents > 0"),
            WEEK,
            REGIONS,
            "country_code",
            "region_code");
    this.regions = Weeks.grouped(regionRows, WEEK);
    this.courses = courses(regionWeeks, regionRows);
    Dataset<Row> told = incidents(reported.read(Tables.INCIDENTS)).where(chosen());
    this.incidents = Weeks.grouped(ranked(told, WEEK, MAPPED, "incident_id"), WEEK);
    Object[] largest =
        incidents.values().stream()
            .flatMap(rows -> rows.stream().limit(INCIDENTS))
            .map(row -> row.getAs("incident_id"))
            .toArray();
    this.claims = byIncident(claims(largest));
    this.articles = byIncident(articles(largest));
    this.statuses = statuses(told);
    this.lacks = lacks(told);
    this.covered = covered(regionWeeks);
    this.revisions = Revisions.of(reported, chosen(), WEEK, largest);
  }

  /** Incidents with the id of the week in which they count; without stories that tell no event. */
  static Dataset<Row> incidents(Dataset<Row> incidents) {
    return incidents.where("event_type != 'Other'").withColumn(WEEK, Weeks.of(col("date_start")));
  }

  private Column chosen() {
    Object[] ids = shown.stream().map(Weeks.Week::id).filter(Objects::nonNull).toArray();
    Column dated = col(WEEK).isin(ids);
    return shown.stream().anyMatch(week -> week.id() == null)
        ? dated.or(col(WEEK).isNull())
        : dated;
  }

  /** The deadliest rows of each group. */
  private static List<Row> ranked(Dataset<Row> rows, String group, int most, String... ties) {
    List<Column> order = new ArrayList<>();
    order.add(col("killed_best").desc_nulls_last());
    order.add(col("killed_high").desc_nulls_last());
    order.add(col("injured_best").desc_nulls_last());
    for (String tie : ties) {
      order.add(col(tie));
    }
    return first(rows, group, most, order.toArray(Column[]::new));
  }

  private static List<Row> first(Dataset<Row> rows, String group, int most, Column... order) {
    return rows.withColumn("rank", row_number().over(Window.partitionBy(group).orderBy(order)))
        .where(col("rank").leq(most))
        .orderBy(group, "rank")
        .collectAsList();
  }

  private Map<String, Long> courses(Dataset<Row> regionWeeks, List<Row> regionRows) {
    Object[] codes = regionRows.stream().map(row -> row.getAs("region_code")).distinct().toArray();
    Map<String, Long> killed = new HashMap<>();
    regionWeeks
        .where(
            col("iso_week_id")
                .isin(Weeks.courses(shown, COURSE_WEEKS).toArray())
                .and(col("region_code").isin(codes))
                .and(col("killed_best").isNotNull()))
        .select("iso_week_id", "country_code", "region_code", "killed_best")
        .collectAsList()
        .forEach(
            row ->
                killed.put(
                    key(row.getString(0), row.getString(1), row.getString(2)), row.getLong(3)));
    return killed;
  }

  private static String key(String week, String country, String region) {
    return week + " " + country + " " + region;
  }

  private List<Row> claims(Object... incidentIds) {
    return first(
        reported
            .tables()
            .apply(Tables.CLAIMS)
            .where(col("incident_id").isin(incidentIds))
            .join(
                reported.tables().apply(Tables.ARTICLES).select("article_id", "source"),
                "article_id")
            .withColumn("members", count(lit(1)).over(Window.partitionBy("incident_id"))),
        "incident_id",
        CLAIMS,
        col("status").notEqual("counted"),
        col("effect").notEqual("killed"),
        col("status"),
        col("claim_date").desc_nulls_last(),
        col("article_id"),
        col("field"),
        col("figure_start"));
  }

  private List<Row> articles(Object... incidentIds) {
    return first(
        reported
            .tables()
            .apply(Tables.INCIDENT_ARTICLES)
            .where(col("incident_id").isin(incidentIds))
            .select("incident_id", "article_id", "published_date", "duplicate_of", "is_primary")
            .join(
                reported
                    .tables()
                    .apply(Tables.ARTICLES)
                    .select("article_id", "source", "title", "url"),
                "article_id")
            .withColumn("members", count(lit(1)).over(Window.partitionBy("incident_id"))),
        "incident_id",
        SOURCES,
        not(coalesce(col("is_primary"), lit(true))),
        col("duplicate_of").isNotNull(),
        col("published_date").asc_nulls_last(),
        col("article_id"));
  }

  private static Map<String, List<Row>> byIncident(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.getAs("incident_id")));
  }

  private Map<String, Map<String, Long>> statuses(Dataset<Row> told) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    reported
        .tables()
        .apply(Tables.CLAIMS)
        .join(told.select("incident_id", WEEK), "incident_id")
        .groupBy(WEEK, "status")
        .count()
        .collectAsList()
        .forEach(
            row ->
                counts
                    .computeIfAbsent(Weeks.name(row.getString(0)), week -> new HashMap<>())
                    .put(row.getString(1), row.getLong(2)));
    return counts;
  }

  /** What the incidents of a week lack: regions, and articles of their own. */
  private static Map<String, Row> lacks(Dataset<Row> told) {
    return told
        .groupBy(WEEK)
        .agg(
            sum(col("article_count").minus(col("original_count")).cast("long")).as("copies"),
            sum(when(col("region_code").equalTo(NOWHERE), 1L).otherwise(0L)).as("unplaced"))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> Weeks.name(row.getString(0)), row -> row));
  }

  /** Regions by country that any article of a week tells of. */
  private Map<String, Map<String, Set<String>>> covered(Dataset<Row> regionWeeks) {
    Map<String, Map<String, Set<String>>> covered = new HashMap<>();
    regionWeeks
        .withColumn(WEEK, col("iso_week_id"))
        .where(chosen())
        .where("articles > 0 or incidents > 0 or articles_published > 0")
        .select(WEEK, "country_code", "region_code")
        .distinct()
        .collectAsList()
        .forEach(
            row ->
                covered
                    .computeIfAbsent(Weeks.name(row.getString(0)), week -> new TreeMap<>())
                    .computeIfAbsent(row.getString(1), country -> new TreeSet<>())
                    .add(row.getString(2)));
    return covered;
  }

  /** The view of one of the weeks. */
  WeekView view(Weeks.Week week) {
    String name = Weeks.name(week.id());
    List<Row> regionRows = regions.getOrDefault(name, List.of());
    List<Row> incidentRows = incidents.getOrDefault(name, List.of());
    List<Row> largest = incidentRows.subList(0, Math.min(INCIDENTS, incidentRows.size()));
    Totals totals = week.totals();
    List<Bubble> bubbles = bubbles(incidentRows, largest);
    Scale scale =
        Scale.of(
            regionRows.stream()
                .map(row -> Cell.figure(row, "killed_high"))
                .filter(Objects::nonNull)
                .toList());
    return new WeekView(
        week.id(),
        week.id() == null ? null : week.days(),
        country(),
        week.id() == null ? null : neighbour(week, -1),
        week.id() == null ? null : neighbour(week, 1),
        totals.told(week.id() == null ? List.of() : weeks.before(week, Totals.WEEKS_OF_MEAN)),
        bubbles.isEmpty() ? null : WorldMap.figure("Incidents " + inWeek(week), bubbles),
        totals.incidents() - bubbles.size(),
        RangeBar.axis(scale),
        "killed, last " + COURSE_WEEKS + " weeks",
        regionRows.stream().map(row -> region(row, week, scale)).toList(),
        totals.rows() - regionRows.size(),
        largest.stream().map(this::incident).toList(),
        totals.incidents() - largest.size(),
        revisions.of(week.id()).orElse(null),
        quality(week, name),
        WeekFiles.names(week.id()));
  }

  private static String inWeek(Weeks.Week week) {
    return week.id() == null ? "of no known day" : "in " + week.id();
  }

  private String country() {
    String code = reported.scope().country();
    return code == null ? null : Words.country(code);
  }

  private String neighbour(Weeks.Week week, int weeksLater) {
    List<String> ids = Weeks.upTo(week.monday().plusWeeks(weeksLater), 1);
    return pages.contains(ids.get(0)) ? ids.get(0) : null;
  }

  private static List<Bubble> bubbles(List<Row> rows, List<Row> largest) {
    List<Bubble> bubbles = new ArrayList<>();
    for (Row row : rows) {
      Double latitude = row.getAs("latitude");
      Double longitude = row.getAs("longitude");
      if (latitude != null && longitude != null) {
        bubbles.add(
            new Bubble(
                latitude,
                longitude,
                Cell.figure(row, "killed_low"),
                Cell.figure(row, "killed_best"),
                Cell.figure(row, "killed_high"),
                EventColumns.of(Cell.text(row, "event_type")),
                headline(row),
                largest.contains(row) ? "#" + anchor(row) : null));
      }
    }
    return bubbles;
  }

  private static String headline(Row row) {
    return TextTable.line(
        Headline.of(
            Cell.text(row, "title"),
            Cell.text(row, "sub_event_type"),
            Cell.text(row, "place_name")));
  }

  private static String anchor(Row row) {
    return "incident-" + Cell.text(row, "incident_id");
  }

  private WeekView.Region region(Row row, Weeks.Week week, Scale scale) {
    Range killed = Cell.range(row, "killed");
    boolean known = !NOWHERE.equals(row.getAs("region_code"));
    String name = Cell.text(row, "region_name");
    String code = Cell.text(row, "region_code");
    String shownName = !known ? null : name == null || name.isBlank() ? code : name;
    String title = "Killed in " + (shownName == null ? "an unknown region" : shownName);
    Map<String, Long> types = new LinkedHashMap<>();
    EventColumns.ALL.forEach(type -> types.put(type, Cell.number(row, type)));
    return new WeekView.Region(
        shownName,
        known ? code : null,
        NOWHERE.equals(row.getAs("country_code")) ? null : Cell.text(row, "country_name"),
        Cell.number(row, "incidents"),
        Figures.of(killed),
        RangeBar.svg(title, killed.low(), killed.best(), killed.high(), scale),
        Figures.of(Cell.range(row, "injured")),
        Cell.number(row, "articles"),
        Cell.number(row, "sources"),
        Words.counted("type", types),
        week.id() == null ? null : Sparkline.svg(title, course(row, week)),
        Words.of("warning", Cell.list(row, "warning")),
        Cell.list(row, "top_terms"),
        Cell.list(row, "top_actors"));
  }

  private List<Long> course(Row row, Weeks.Week week) {
    List<Long> course = new ArrayList<>();
    for (String id : Weeks.upTo(week.monday(), COURSE_WEEKS)) {
      course.add(courses.get(key(id, row.getAs("country_code"), row.getAs("region_code"))));
    }
    return course;
  }

  private WeekView.Incident incident(Row row) {
    String id = Cell.text(row, "incident_id");
    List<Row> said = claims.getOrDefault(id, List.of());
    List<Row> members = articles.getOrDefault(id, List.of());
    Object confidence = row.getAs("confidence");
    return new WeekView.Incident(
        id,
        anchor(row),
        headline(row),
        revisions.isFresh(id),
        facts(row),
        Figures.of(Cell.range(row, "killed")),
        classes(row),
        Figures.of(Cell.range(row, "injured")),
        confidence instanceof Double share ? Math.round(100 * share) + " %" : null,
        Words.of("warning", Cell.list(row, "warning")),
        Claimants.of(said),
        left(said),
        members.stream().map(Sources::of).toList(),
        left(members));
  }

  private static long left(List<Row> rows) {
    return rows.isEmpty() ? 0 : Cell.number(rows.get(0), "members") - rows.size();
  }

  private static List<String> facts(Row row) {
    boolean placed = !NOWHERE.equals(row.getAs("region_code"));
    String region = placed ? Cell.text(row, "region_name") : null;
    String country = Words.country(Cell.text(row, "country_code"));
    String place =
        Stream.of(Cell.text(row, "place_name"), region, country)
            .filter(part -> part != null && !part.isBlank() && !part.equals("Unknown"))
            .distinct()
            .collect(Collectors.joining(", "));
    String type = Cell.text(row, "event_type");
    String subType = Cell.text(row, "sub_event_type");
    long outlets = Cell.number(row, "source_count");
    long articles = Cell.number(row, "article_count");
    String sources =
        articles == 0
            ? "told in passing"
            : Words.counted(articles, "article")
                + " of "
                + (outlets == 0 ? "unknown source" : Words.counted(outlets, "source"));
    long copies = articles - Cell.number(row, "original_count");
    return List.of(
        Days.of(Cell.day(row, "date_start"), Cell.day(row, "date_end")),
        place.isEmpty() ? "place unknown" : place,
        subType == null || subType.equals(type) ? type : type + ": " + subType,
        sources + (copies > 0 ? ", " + Words.counted(copies, "near copy") + " among them" : ""));
  }

  private static String classes(Row row) {
    Map<String, Integer> byClass =
        row.isNullAt(row.fieldIndex("killed_by_class"))
            ? Map.of()
            : row.getJavaMap(row.fieldIndex("killed_by_class"));
    Map<String, Integer> told = new TreeMap<>(byClass);
    told.values().removeIf(number -> number <= 0);
    // Nothing but people of whom nobody says who they were is what the figure itself says.
    if (told.keySet().equals(Set.of("unknown"))) {
      return "";
    }
    return told.entrySet().stream()
        .map(part -> Words.of("victim_class", part.getKey()) + " " + Words.count(part.getValue()))
        .collect(Collectors.joining(", "));
  }

  private WeekView.Quality quality(Weeks.Week week, String name) {
    Map<String, Long> said = statuses.getOrDefault(name, Map.of());
    long figures = said.values().stream().mapToLong(Long::longValue).sum();
    List<WeekView.Line> lines = new ArrayList<>();
    Totals totals = week.totals();
    if (week.id() != null) {
      lines.add(line("articles published in the week", totals.published(), null));
    }
    lines.add(line("articles of its incidents and stories", totals.articles(), null));
    Row lack = lacks.get(name);
    lines.add(
        line(
            "near copies among them, not counted as sources",
            lack == null ? 0 : Cell.number(lack, "copies"),
            null));
    lines.add(
        line("incidents without a region", lack == null ? 0 : Cell.number(lack, "unplaced"), null));
    lines.add(line("figures found", figures, "every number of dead, injured, captured or missing"));
    lines.add(line("counted", said.getOrDefault("counted", 0L), null));
    lines.add(
        line("kept out as history or running totals", total(said, "history", "cumulative"), null));
    lines.add(line("totals and parts of others", total(said, "total", "part"), null));
    lines.add(line("repeated or superseded", total(said, "repeated", "superseded"), null));
    lines.add(
        line("claims about the enemy (raise the highest figure only)", total(said, "bound"), null));
    lines.add(line("of another event", total(said, "elsewhere"), null));
    return new WeekView.Quality(lines, uncovered(name));
  }

  private static long total(Map<String, Long> counts, String... statuses) {
    return Stream.of(statuses).mapToLong(status -> counts.getOrDefault(status, 0L)).sum();
  }

  static WeekView.Line line(String name, long value, String note) {
    return new WeekView.Line(name, Words.count(value), note);
  }

  private List<WeekView.Uncovered> uncovered(String name) {
    Map<String, Set<String>> countries = covered.getOrDefault(name, Map.of());
    Map<String, List<Place>> divisions =
        Gazetteer.embedded().divisions().stream()
            .filter(division -> countries.containsKey(division.countryCode()))
            .collect(Collectors.groupingBy(Place::countryCode, TreeMap::new, Collectors.toList()));
    List<WeekView.Uncovered> uncovered = new ArrayList<>();
    divisions.forEach(
        (country, all) -> {
          Collection<String> told = countries.get(country);
          List<String> silent =
              all.stream()
                  .filter(division -> !told.contains(division.regionCode()))
                  .map(Place::name)
                  .sorted()
                  .toList();
          if (!silent.isEmpty()) {
            uncovered.add(
                new WeekView.Uncovered(
                    Words.country(country),
                    silent.size(),
                    all.size(),
                    silent.size() <= UNCOVERED ? silent : List.of()));
          }
        });
    return uncovered;
  }
}
