package org.sitrep.cluster;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.sitrep.event.Event;
import org.sitrep.event.Passage;
import org.sitrep.event.SameEvent;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.IncidentId;
import org.sitrep.tables.Tables;
import org.sitrep.time.DateExpression;
import org.sitrep.time.DateRange;

/**
 * The memberships of articles in incidents that they tell in a passage only.
 *
 * <p>A passage joins the incident that other articles tell primarily, by {@link SameEvent}; the one
 * nearest in days, of the same type, nearest in place, told by most articles. Where there is none,
 * the passages that tell news make incidents among themselves: in each region, in the order of
 * their days, a passage joins the earliest incident whose first passage it matches, else begins
 * one. A passage without a day begins one of its own; one that recalls an earlier event, only
 * joins. What matches its article's own incident tells nothing else; a crime joins only the one
 * incident of its day.
 *
 * <p>Passages meet incidents in blocks of a half-degree cell or a region, and four days; of a block
 * at most {@value #MOST_SITES} whereabouts of incidents count, those of most articles first; how
 * many do not is told.
 */
public final class SecondaryMemberships {

  /** Whereabouts of incidents that are looked at in one block. */
  static final int MOST_SITES = 500;

  /** Different whereabouts of one incident that count, those of most articles first. */
  private static final int SITES_OF_INCIDENT = 8;

  /** Incidents of passages of one region and few days that a passage is compared with. */
  private static final int MOST_OPEN = 1_000;

  /** Events of which one place can see several on a day. */
  private static final Set<String> COMMON = Set.of("Crime", "Accident");

  private static final Codec<Document> DOCUMENTS = Codec.of(Document.class, Tables.DOCUMENTS);

  private static final StructType TOLD =
      StructType.fromDDL(
          "told_id STRING NOT NULL, article_id STRING, own_id STRING, duplicate_of STRING,"
              + " published_date DATE, published_basis STRING, role STRING, passage_start INT,"
              + " passage_end INT, event_type STRING, sub_event_type STRING, latitude DOUBLE, longitude DOUBLE,"
              + " where_prec INT, country_code STRING, region_code STRING, event_date DATE,"
              + " event_date_end DATE, date_prec INT, date_basis STRING,"
              + " lookups ARRAY<STRING>");

  private static final StructType GROUPED = TOLD.add("leader", DataTypes.StringType);

  private static final StructType SITE =
      StructType.fromDDL(
          "incident_id STRING, event_type STRING, sub_event_type STRING, region_code STRING, latitude DOUBLE,"
              + " longitude DOUBLE, where_prec INT, event_date DATE, event_date_end DATE,"
              + " articles BIGINT, block STRING");

  private static final StructType MATCH =
      StructType.fromDDL(
          "told_id STRING, own_id STRING, incident_id STRING, gap INT, other_type BOOLEAN,"
              + " common BOOLEAN, kilometres DOUBLE, articles BIGINT");

  private static final StructType DECIDED =
      StructType.fromDDL("told_id STRING, incident_id STRING, decided BOOLEAN");

  /** The better fit first: nearest in days, of the same type, nearest in place, told by most. */
  private static final Comparator<Row> FIT =
      Comparator.<Row>comparingInt(row -> row.getInt(3))
          .thenComparing(row -> row.getBoolean(4))
          .thenComparingDouble(row -> row.getDouble(6))
          .thenComparing(row -> -row.getLong(7))
          .thenComparing(row -> row.getString(2));

  private SecondaryMemberships() {}

  /**
   * The memberships with those of passages; persisted, the caller unpersists them.
   *
   * @param primary the table {@code incident_articles}, each article's primary membership
   * @param documents the table {@code documents}
   * @param previous {@code incident_articles} of the run before, whose ids are kept; may be empty
   * @param notes takes how much was not looked at, where blocks were too large
   */
  public static Dataset<Row> with(
      Dataset<Row> primary, Dataset<Row> documents, Dataset<Row> previous, Consumer<String> notes) {
    Dataset<Row> members = Materialised.rows(primary.where("is_primary"));
    Dataset<Row> told = Materialised.rows(told(members, documents));
    if (told.isEmpty()) {
      told.unpersist();
      return members;
    }
    LongAccumulator unused = documents.sparkSession().sparkContext().longAccumulator();
    Dataset<Row> decided =
        Materialised.rows(
            told.join(
                decided(matches(told, sites(members, documents), unused)),
                seq("told_id"),
                "left_outer"));
    if (unused.value() > 0) {
      notes.accept(
          "passages: "
              + unused.value()
              + " whereabouts of incidents beyond the "
              + MOST_SITES
              + " most told of their cell and days were not looked at");
    }
    Dataset<Row> alone =
        decided
            .where("decided is null")
            .where(col("role").equalTo(Passage.NEWS))
            .select(columns(TOLD.fieldNames()));
    Dataset<Row> secondary =
        once(
            decided
                .where("incident_id is not null")
                .select(memberships())
                .unionByName(named(alone, previous).select(memberships())));
    Dataset<Row> all = Materialised.rows(members.unionByName(secondary));
    members.unpersist();
    told.unpersist();
    decided.unpersist();
    return all;
  }

  /** The passages, dated with what their articles were taught. */
  private static Dataset<Row> told(Dataset<Row> members, Dataset<Row> documents) {
    Dataset<Row> passing =
        documents
            .where("size(passages) > 0")
            .select(
                col("article_id"), struct(DOCUMENTS.only("article_id", "passages")).as("document"));
    return members
        .select("article_id", "incident_id", "duplicate_of", "published_date", "published_basis")
        .join(passing, seq("article_id"))
        .flatMap((FlatMapFunction<Row, Row>) SecondaryMemberships::told, Encoders.row(TOLD));
  }

  private static Iterator<Row> told(Row row) {
    Document document = Documents.record(row.getStruct(5));
    Date published = row.getDate(3);
    List<Row> rows = new ArrayList<>();
    for (Passage passage : Documents.list(document.passages())) {
      rows.add(told(row, passage, published == null ? null : published.toLocalDate()));
    }
    return rows.iterator();
  }

  private static Row told(Row row, Passage passage, LocalDate published) {
    Event event = passage.event();
    DateRange days = days(event, published);
    Telling telling =
        Telling.of(
            event.eventType(),
            event.subEventType(),
            event.regionCode(),
            event.latitude(),
            event.longitude(),
            event.wherePrec(),
            days == null ? null : days.start(),
            days == null ? null : days.end());
    boolean untold = DateExpression.PRESENT.equals(event.startExpression());
    return RowFactory.create(
        row.getString(0) + "\u0000" + passage.start() + "-" + passage.end(),
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getDate(3),
        row.getString(4),
        passage.role(),
        passage.start(),
        passage.end(),
        event.eventType(),
        event.subEventType(),
        event.latitude(),
        event.longitude(),
        event.wherePrec(),
        event.countryCode(),
        event.regionCode(),
        days == null ? null : Date.valueOf(days.start()),
        days == null ? null : Date.valueOf(days.end()),
        days == null ? null : Integer.valueOf(days.precision()),
        days == null ? "none" : untold ? "published" : "expression",
        telling.lookups().toArray(new String[0]));
  }

  private static DateRange days(Event event, LocalDate published) {
    if (event.dateStart() != null) {
      int precision = event.datePrec() == null ? 1 : event.datePrec();
      LocalDate end = event.dateEnd() == null ? event.dateStart() : event.dateEnd();
      return new DateRange(event.dateStart(), end, precision);
    }
    return published == null
        ? null
        : DateExpression.resolve(event.startExpression(), published).orElse(null);
  }

  /** Where and when incidents were, each as differently as its originals say. */
  private static Dataset<Row> sites(Dataset<Row> members, Dataset<Row> documents) {
    Column exact = col("event.region_code").equalTo(col("region_code"));
    WindowSpec most =
        Window.partitionBy("incident_id")
            .orderBy(
                desc("articles"),
                col("region_code"),
                col("event_type"),
                col("sub_event_type"),
                col("latitude"),
                col("longitude"),
                col("where_prec"));
    return members
        .where("duplicate_of is null and event_date is not null and region_code <> 'XX'")
        .select("article_id", "incident_id", "region_code", "event_date", "event_date_end")
        .join(documents.select("article_id", "event"), seq("article_id"))
        .where("event.event_type <> 'Other'")
        .groupBy(
            col("incident_id"),
            col("region_code"),
            col("event.event_type").as("event_type"),
            col("event.sub_event_type").as("sub_event_type"),
            when(exact, col("event.latitude")).as("latitude"),
            when(exact, col("event.longitude")).as("longitude"),
            when(exact, col("event.where_prec")).otherwise(4).as("where_prec"))
        .agg(
            min("event_date").as("event_date"),
            max(coalesce(col("event_date_end"), col("event_date"))).as("event_date_end"),
            count(lit(1)).as("articles"))
        .withColumn("rank", row_number().over(most))
        .where(col("rank").leq(SITES_OF_INCIDENT))
        .drop("rank");
  }

  /** Each passage with each incident that it can be of. */
  private static Dataset<Row> matches(
      Dataset<Row> told, Dataset<Row> sites, LongAccumulator unused) {
    WindowSpec largest =
        Window.partitionBy("block")
            .orderBy(
                desc("articles"),
                col("incident_id"),
                col("region_code"),
                col("event_type"),
                col("sub_event_type"),
                col("latitude"),
                col("longitude"),
                col("where_prec"));
    Dataset<Row> blocks =
        sites
            .select(
                "incident_id",
                "event_type",
                "sub_event_type",
                "region_code",
                "latitude",
                "longitude",
                "where_prec",
                "event_date",
                "event_date_end",
                "articles")
            .flatMap((FlatMapFunction<Row, Row>) SecondaryMemberships::blocks, Encoders.row(SITE))
            .withColumn("rank", row_number().over(largest))
            .filter((FilterFunction<Row>) site -> counts(site, unused))
            .drop("rank");
    return told.select(
            col("told_id"),
            col("own_id"),
            struct(telling()).as("telling"),
            explode(array_distinct(col("lookups"))).as("block"))
        .join(
            blocks.select(
                col("block"), col("incident_id"), col("articles"), struct(telling()).as("site")),
            seq("block"))
        .select("told_id", "own_id", "telling", "incident_id", "site", "articles")
        .filter((FilterFunction<Row>) row -> telling(row, 2).matches(telling(row, 4)))
        .map(
            (MapFunction<Row, Row>)
                row -> {
                  Telling passage = telling(row, 2);
                  Telling site = telling(row, 4);
                  return RowFactory.create(
                      row.getString(0),
                      row.getString(1),
                      row.getString(3),
                      passage.gap(site),
                      !passage.event().eventType().equals(site.event().eventType()),
                      COMMON.contains(passage.event().eventType()),
                      passage.kilometres(site),
                      row.getLong(5));
                },
            Encoders.row(MATCH));
  }

  private static boolean counts(Row site, LongAccumulator unused) {
    boolean counts = site.getInt(site.length() - 1) <= MOST_SITES;
    if (!counts) {
      unused.add(1);
    }
    return counts;
  }

  private static Iterator<Row> blocks(Row site) {
    List<Row> rows = new ArrayList<>();
    Telling telling =
        Telling.of(
            site.getString(1),
            site.getString(2),
            site.getString(3),
            decimal(site, 4),
            decimal(site, 5),
            site.isNullAt(6) ? null : Integer.valueOf(site.getInt(6)),
            day(site, 7),
            day(site, 8));
    for (String block : telling.blocks()) {
      Object[] cells = new Object[site.length() + 1];
      for (int i = 0; i < site.length(); i++) {
        cells[i] = site.get(i);
      }
      cells[site.length()] = block;
      rows.add(RowFactory.create(cells));
    }
    return rows.iterator();
  }

  private static Column[] telling() {
    return columns(
        "event_type",
        "sub_event_type",
        "region_code",
        "latitude",
        "longitude",
        "where_prec",
        "event_date",
        "event_date_end");
  }

  private static Telling telling(Row row, int field) {
    return telling(row.getStruct(field));
  }

  private static Telling telling(Row told) {
    return Telling.of(
        told.getString(0),
        told.getString(1),
        told.getString(2),
        decimal(told, 3),
        decimal(told, 4),
        told.isNullAt(5) ? null : Integer.valueOf(told.getInt(5)),
        day(told, 6),
        day(told, 7));
  }

  private static Double decimal(Row row, int field) {
    return row.isNullAt(field) ? null : Double.valueOf(row.getDouble(field));
  }

  private static LocalDate day(Row row, int field) {
    return row.isNullAt(field) ? null : row.getDate(field).toLocalDate();
  }

  /**
   * The incident that each passage with matches joins; null for one that matches its article's own
   * incident, and for a crime that matches several, since a large town has many on a day.
   */
  private static Dataset<Row> decided(Dataset<Row> matches) {
    return matches
        .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, Row, Row>)
                (id, rows) -> RowFactory.create(id, decision(rows), true),
            Encoders.row(DECIDED));
  }

  private static String decision(Iterator<Row> matches) {
    Row best = null;
    Set<String> incidents = new HashSet<>();
    boolean own = false;
    while (matches.hasNext()) {
      Row match = matches.next();
      own |= match.getString(1).equals(match.getString(2));
      incidents.add(match.getString(2));
      best = best == null || FIT.compare(match, best) < 0 ? match : best;
    }
    boolean unclear = best.getBoolean(5) && (incidents.size() > 1 || best.getInt(3) > 0);
    return own || unclear ? null : best.getString(2);
  }

  /** Passages that no incident fits, with the ids of the incidents that they make. */
  private static Dataset<Row> named(Dataset<Row> alone, Dataset<Row> previous) {
    Dataset<Row> grouped =
        alone
            .repartition(col("region_code"))
            .sortWithinPartitions("region_code", "event_date", "published_date", "told_id")
            .mapPartitions((MapPartitionsFunction<Row, Row>) Sweep::new, Encoders.row(GROUPED));
    Dataset<Row> known = previous.where("not is_primary and passage_start is not null");
    if (known.isEmpty()) {
      UserDefinedFunction hash = udf((UDF1<String, String>) IncidentId::of, DataTypes.StringType);
      return grouped.withColumn("incident_id", hash.apply(col("leader")));
    }
    Dataset<Row> members =
        grouped.select(
            col("told_id").as("ordinal"),
            col("told_id").as("article_id"),
            col("leader").as("cluster"));
    Dataset<Row> primary = previous.where("is_primary").select(col("incident_id")).distinct();
    Dataset<Row> before =
        known
            .join(primary, seq("incident_id"), "left_anti")
            .select(
                concat_ws(
                        "",
                        col("article_id"),
                        lit("\u0000"),
                        col("passage_start"),
                        lit("-"),
                        col("passage_end"))
                    .as("article_id"),
                col("incident_id"),
                col("incident_id").as("clustered_id"),
                lit(true).as("is_primary"));
    return IncidentIds.named(members, before)
        .select(col("article_id").as("told_id"), col("incident_id"))
        .join(grouped, seq("told_id"));
  }

  /** An article tells an incident in one passage, its first. */
  private static Dataset<Row> once(Dataset<Row> memberships) {
    return memberships
        .withColumn(
            "rank",
            row_number()
                .over(Window.partitionBy("incident_id", "article_id").orderBy("passage_start")))
        .where("rank = 1")
        .drop("rank");
  }

  private static Column[] memberships() {
    return Arrays.stream(Codec.schema(Tables.INCIDENT_ARTICLES).fieldNames())
        .map(
            name ->
                switch (name) {
                  case "similarity" -> lit(null).cast("double").as(name);
                  case "is_primary" -> lit(false).as(name);
                  case "clustered_id" -> col("incident_id").as(name);
                  default -> col(name);
                })
        .toArray(Column[]::new);
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static scala.collection.immutable.Seq<String> seq(String column) {
    return Cluster.seq(column);
  }

  /** Passages of one region after the other, in the order of their days, each with its leader. */
  private static final class Sweep implements Iterator<Row> {

    /** An incident that further passages may join: its first passage. */
    private record Open(String id, Telling first, Set<String> articles) {}

    private final Iterator<Row> rows;
    private final Deque<Open> open = new ArrayDeque<>();
    private String region = "";

    Sweep(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      Row row = rows.next();
      Telling telling =
          Telling.of(
              row.getAs("event_type"),
              row.getAs("sub_event_type"),
              row.getAs("region_code"),
              row.getAs("latitude"),
              row.getAs("longitude"),
              row.getAs("where_prec"),
              day(row, row.fieldIndex("event_date")),
              day(row, row.fieldIndex("event_date_end")));
      String leader = leader(row.getAs("told_id"), row.getAs("article_id"), telling);
      Object[] cells = new Object[row.length() + 1];
      for (int i = 0; i < row.length(); i++) {
        cells[i] = row.get(i);
      }
      cells[row.length()] = leader;
      return RowFactory.create(cells);
    }

    private String leader(String id, String article, Telling telling) {
      if (!region.equals(telling.event().regionCode())) {
        open.clear();
        region = telling.event().regionCode();
      }
      if (telling.start() == null) {
        return id;
      }
      // Days come in order: what ended before cannot be joined any more.
      while (!open.isEmpty() && ended(open.peekFirst().first, telling) || open.size() > MOST_OPEN) {
        open.removeFirst();
      }
      for (Open incident : open) {
        if (incident.first.matches(telling) && incident.articles.add(article)) {
          return incident.id;
        }
      }
      open.addLast(new Open(id, telling, new HashSet<>(Set.of(article))));
      return id;
    }

    private static boolean ended(Telling first, Telling now) {
      return first.end().isBefore(now.start().minusDays(SameEvent.NEAR_DAYS));
    }
  }
}
