package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.sql.Date;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Tables;

/**
 * The flat view {@code ucdp_events}: incidents of armed violence with deaths in the columns of UCDP
 * GED (Sundberg and Melander 2013), so that both can be laid side by side. It is not UCDP's coding;
 * what the tables do not tell stays null.
 */
public final class UcdpEvents {

  /** ACLED's types in which arms are used; riots, crimes and accidents are not UCDP's matter. */
  private static final Object[] ARMED = {
    "Battles", "Explosions/Remote violence", "Violence against civilians"
  };

  /** Articles that a row names. */
  private static final int NAMED = 20;

  private static final String CIVILIANS = "civilians";
  private static final Set<String> STATE =
      Set.of("state_forces", "government", "police", "foreign_forces");
  private static final Set<String> ARMED_GROUP = Set.of("rebels", "militia");

  private UcdpEvents() {}

  /** One row per incident, sorted by its first day. */
  public static Dataset<Row> of(
      Dataset<Row> incidents, Dataset<Row> incidentArticles, Dataset<Row> documents) {
    Dataset<Row> deadly =
        incidents.where(col("event_type").isin(ARMED).and(col("killed_high").gt(0)));
    Dataset<Row> members =
        incidentArticles
            .select("incident_id", "article_id", "published_date", "is_primary")
            .join(deadly.select("incident_id", "article_count", "actor1", "actor2"), "incident_id")
            // what no article is about has the articles that tell it in passing
            .where("is_primary or article_count = 0")
            .join(documents.select("article_id", "source", "title", "actors"), "article_id");
    Column article = struct("published_date", "article_id", "source", "title");
    Dataset<Row> sources =
        members
            .groupBy("incident_id")
            .agg(slice(sort_array(collect_list(article)), 1, NAMED).as("sources"));
    Dataset<Row> classes =
        members
            .select(col("incident_id"), explode(col("actors")).as("actor"))
            .select("incident_id", "actor.name", "actor.actor_class")
            .groupBy("incident_id", "name", "actor_class")
            .agg(count(lit(1)).as("mentions"))
            .groupBy("incident_id", "name")
            .agg(max(struct("mentions", "actor_class")).as("most"))
            .select(col("incident_id"), col("name"), col("most.actor_class").as("actor_class"));
    StructType schema = Codec.schema(Tables.UCDP_EVENTS);
    MapFunction<Row, Row> coding = row -> event(row, schema);
    return deadly
        .join(sources, new String[] {"incident_id"}, "left")
        .join(named(classes, "actor1", "class1"), keys("actor1"), "left")
        .join(named(classes, "actor2", "class2"), keys("actor2"), "left")
        .map(coding, Encoders.row(schema))
        .orderBy(col("date_start").asc_nulls_last(), col("relid"));
  }

  private static Dataset<Row> named(Dataset<Row> classes, String actor, String actorClass) {
    return classes.toDF("incident_id", actor, actorClass);
  }

  private static String[] keys(String actor) {
    return new String[] {"incident_id", actor};
  }

  private static Row event(Row incident, StructType schema) {
    int index = incident.fieldIndex("killed_by_class");
    Map<String, Integer> killed = incident.isNullAt(index) ? Map.of() : incident.getJavaMap(index);
    Sides sides =
        Sides.of(
            new Side(incident.getAs("actor1"), incident.getAs("class1")),
            new Side(incident.getAs("actor2"), incident.getAs("class2")),
            incident.getAs("event_type").equals("Violence against civilians")
                || Boolean.TRUE.equals(incident.getAs("civilian_targeting")),
            killed);
    Integer best = incident.getAs("killed_best");
    Date start = incident.getAs("date_start");
    Double latitude = incident.getAs("latitude");
    Double longitude = incident.getAs("longitude");
    Integer precision = incident.getAs("where_prec");
    String country = incident.getAs("country_code");
    index = incident.fieldIndex("sources");
    List<Row> sources = incident.isNullAt(index) ? List.of() : incident.getList(index);
    Map<String, Object> cells = new HashMap<>();
    cells.put("id", number(incident.getAs("incident_id")));
    cells.put("relid", incident.getAs("incident_id"));
    cells.put("year", start == null ? null : start.toLocalDate().getYear());
    cells.put("type_of_violence", sides.type());
    cells.put("side_a", sides.a().name());
    cells.put("side_b", sides.b().name());
    cells.put("number_of_sources", incident.getAs("source_count"));
    cells.put("source_article", listed(sources, UcdpEvents::reference));
    cells.put("source_office", listed(sources, source -> source.getString(2)));
    cells.put("source_date", listed(sources, source -> day(source.get(0))));
    cells.put("source_headline", listed(sources, source -> source.getString(3)));
    cells.put("where_prec", precision == null || precision > 6 ? null : precision);
    cells.put("where_coordinates", incident.getAs("place_name"));
    cells.put("adm_1", incident.getAs("region_name"));
    cells.put("latitude", latitude);
    cells.put("longitude", longitude);
    if (latitude != null && longitude != null) {
      cells.put("geom_wkt", "POINT (" + longitude + " " + latitude + ")");
      cells.put("priogrid_gid", priogrid(latitude, longitude));
    }
    cells.put("country", country == null || country.equals("XX") ? null : Words.country(country));
    cells.put("date_prec", incident.getAs("date_prec"));
    cells.put("date_start", start);
    cells.put("date_end", incident.getAs("date_end"));
    if (best != null) {
      Deaths deaths = Deaths.of(sides, killed, best);
      cells.put("deaths_a", deaths.a());
      cells.put("deaths_b", deaths.b());
      cells.put("deaths_civilians", deaths.civilians());
      cells.put("deaths_unknown", deaths.unknown());
    }
    cells.put("best", best);
    cells.put("high", incident.getAs("killed_high"));
    cells.put("low", incident.getAs("killed_low"));
    return RowFactory.create(Arrays.stream(schema.fieldNames()).map(cells::get).toArray());
  }

  /** The first 52 bits of a hash in hexadecimal digits; null for an id that is none. */
  static Long number(String id) {
    return id.matches("[0-9a-f]{13,}") ? Long.valueOf(id.substring(0, 13), 16) : null;
  }

  private static String listed(List<Row> sources, Function<Row, String> part) {
    String all =
        sources.stream()
            .map(part)
            .map(text -> Objects.requireNonNullElse(text, ""))
            .collect(Collectors.joining(";"));
    return all.replace(";", "").isEmpty() ? null : all;
  }

  private static String reference(Row source) {
    return "\"%s,%s,%s\""
        .formatted(
            Objects.requireNonNullElse(source.getString(2), ""),
            Objects.requireNonNullElse(day(source.get(0)), ""),
            Objects.requireNonNullElse(source.getString(3), ""));
  }

  private static String day(Object date) {
    return date instanceof Date day ? day.toLocalDate().toString() : null;
  }

  /**
   * The cell of PRIO-GRID (Tollefsen, Strand and Buhaug 2012) that a point is in: half a degree
   * wide, counted from 1 in the south-west, eastward first; null where the point is not on the
   * globe.
   */
  static Integer priogrid(double latitude, double longitude) {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      return null;
    }
    // the pole belongs to the northernmost row, 180 degrees east to the column that begins there
    int row = Math.min(359, (int) Math.floor((latitude + 90) * 2));
    int column = (int) Math.floor((longitude + 180) * 2) % 720;
    return row * 720 + column + 1;
  }

  /**
   * A party of an event.
   *
   * @param name null where nobody is told
   * @param actorClass its class as the articles tell it; null where unknown
   */
  record Side(String name, String actorClass) {

    boolean state() {
      return actorClass != null && STATE.contains(actorClass);
    }

    boolean group() {
      return actorClass != null && ARMED_GROUP.contains(actorClass);
    }

    /** Whether some of its own died. */
    boolean lost(Map<String, Integer> killed) {
      return killed.entrySet().stream()
          .anyMatch(victims -> victims.getValue() > 0 && owns(victims.getKey()));
    }

    /** Whether a victim of the class is one of its own. */
    boolean owns(String victims) {
      return actorClass != null
          && (actorClass.equals(victims)
              || Set.of("state_forces", "government", "police").contains(actorClass)
                  && Set.of("state_forces", "police").contains(victims));
    }
  }

  /**
   * The parties in UCDP's order.
   *
   * @param type 1 state-based, 2 non-state, 3 one-sided; null where the classes do not settle it
   */
  record Sides(Side a, Side b, Integer type) {

    static Sides of(
        Side first, Side second, boolean civiliansTargeted, Map<String, Integer> killed) {
      boolean civilians = CIVILIANS.equals(second.actorClass());
      boolean organised = first.state() || first.group();
      // police are named wherever something happens; who lost people of his own was in a fight, or
      // was hit himself
      boolean attacker = !"police".equals(first.actorClass()) && !first.lost(killed);
      if (organised && (civilians || civiliansTargeted) && attacker) {
        return new Sides(first, new Side("Civilians", CIVILIANS), 3);
      }
      if (first.state() && (second.group() || second.state())) {
        return new Sides(first, second, 1);
      }
      if (first.group() && second.state()) {
        return new Sides(second, first, 1);
      }
      return new Sides(first, second, first.group() && second.group() ? 2 : null);
    }
  }

  /** Best deaths by side; they sum to the best estimate. */
  record Deaths(int a, int b, int civilians, int unknown) {

    static Deaths of(Sides sides, Map<String, Integer> killed, int best) {
      int a = 0;
      int b = 0;
      int civilians = 0;
      for (Map.Entry<String, Integer> victims : killed.entrySet()) {
        boolean ofA = sides.a().owns(victims.getKey());
        boolean ofB = sides.b().owns(victims.getKey());
        if (victims.getKey().equals(CIVILIANS)) {
          civilians += victims.getValue();
        } else if (ofA && !ofB) {
          a += victims.getValue();
        } else if (ofB && !ofA) {
          b += victims.getValue();
        }
      }
      return new Deaths(a, b, civilians, best - a - b - civilians);
    }
  }
}
