package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.report.TableRows.row;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.tables.Tables;
import scala.jdk.javaapi.CollectionConverters;

class UcdpEventsTest {

  /** Corners and centres of cells, worked out by hand from PRIO-GRID's definition. */
  @ParameterizedTest
  @CsvSource({
    "-90, -180, 1",
    "-89.51, -179.51, 1",
    "-89.5, -180, 721",
    "-90, -179.5, 2",
    "-90, 179.99, 720",
    "-90, 180, 1",
    "0, 0, 129961",
    "-0.01, -0.01, 129240",
    "34.52, 69.18, 179779",
    "89.99, 179.99, 259200",
    "90, 179.99, 259200",
    "90.5, 0,",
    "0, 180.5,",
    "NaN, 0,"
  })
  void cellsOfTheGrid(double latitude, double longitude, Integer cell) {
    assertThat(UcdpEvents.priogrid(latitude, longitude)).isEqualTo(cell);
  }

  /** Classes of the actors, whether civilians were the target, victims; type and order. */
  @ParameterizedTest
  @CsvSource({
    "state_forces, rebels, false, '', 1, A, B",
    "rebels, state_forces, false, '', 1, B, A",
    "foreign_forces, state_forces, false, '', 1, A, B",
    "militia, police, false, '', 1, B, A",
    "rebels, rebels, false, '', 2, A, B",
    "rebels, militia, false, '', 2, A, B",
    "rebels, civilians, false, '', 3, A, Civilians",
    "state_forces, civilians, false, civilians=3, 3, A, Civilians",
    "police, civilians, false, '', , A, B",
    "militia, civilians, true, militia=1 civilians=3, , A, B",
    "rebels, , true, '', 3, A, Civilians",
    "rebels, , true, rebels=0 civilians=3, 3, A, Civilians",
    "rebels, , true, rebels=1 civilians=3, , A, B",
    "state_forces, , true, police=1 civilians=3, , A, B",
    "state_forces, rebels, true, state_forces=6 civilians=3, 1, A, B",
    "police, , true, '', , A, B",
    "foreign_forces, rebels, true, '', 3, A, Civilians",
    "unknown, civilians, true, '', , A, B",
    "perpetrators, civilians, true, '', , A, B",
    "protesters, state_forces, false, '', , A, B",
    "rebels, , false, '', , A, B",
    "state_forces, unknown, false, '', , A, B",
    "state_forces, protesters, false, '', , A, B",
    "civilians, , true, '', , A, B",
    ", , true, '', , A, B",
    ", , false, '', , A, B"
  })
  void typesOfViolence(
      String first,
      String second,
      boolean civilians,
      String victims,
      Integer type,
      String a,
      String b) {
    UcdpEvents.Sides sides =
        UcdpEvents.Sides.of(
            new UcdpEvents.Side("A", first),
            new UcdpEvents.Side("B", second),
            civilians,
            killed(victims));
    assertThat(sides.type()).isEqualTo(type);
    assertThat(sides.a().name()).isEqualTo(a);
    assertThat(sides.b().name()).isEqualTo(b);
  }

  private static Map<String, Integer> killed(String victims) {
    Map<String, Integer> killed = new HashMap<>();
    for (String entry : victims.isEmpty() ? new String[0] : victims.split(" ")) {
      killed.put(entry.split("=")[0], Integer.valueOf(entry.split("=")[1]));
    }
    return killed;
  }

  /** Victims as class=number, parted by blanks. */
  @ParameterizedTest
  @CsvSource({
    "state_forces, rebels, state_forces=3 rebels=5 civilians=2 unknown=1, 11, 3, 5, 2, 1",
    "state_forces, rebels, state_forces=3 police=4, 7, 7, 0, 0, 0",
    "government, militia, state_forces=3 rebels=4, 7, 3, 0, 0, 4",
    "rebels, rebels, rebels=9, 9, 0, 0, 0, 9",
    "rebels, militia, rebels=2 militia=3, 5, 2, 3, 0, 0",
    "rebels, civilians, rebels=1 civilians=6, 7, 1, 0, 6, 0",
    "foreign_forces, state_forces, foreign_forces=1 state_forces=2, 3, 1, 2, 0, 0",
    ", , civilians=2 unknown=2, 4, 0, 0, 2, 2",
    "state_forces, rebels, '', 4, 0, 0, 0, 4",
    "state_forces, rebels, '', 0, 0, 0, 0, 0"
  })
  void deathsOfSidesSumToTheBest(
      String a, String b, String victims, int best, int ofA, int ofB, int civilians, int unknown) {
    UcdpEvents.Sides sides =
        new UcdpEvents.Sides(new UcdpEvents.Side("A", a), new UcdpEvents.Side("B", b), null);
    UcdpEvents.Deaths deaths = UcdpEvents.Deaths.of(sides, killed(victims), best);
    assertThat(deaths).isEqualTo(new UcdpEvents.Deaths(ofA, ofB, civilians, unknown));
    assertThat(deaths.a() + deaths.b() + deaths.civilians() + deaths.unknown()).isEqualTo(best);
  }

  @ParameterizedTest
  @CsvSource({"00000000000010ff, 1", "fffffffffffff000, 4503599627370495", "incident-7,", "abc,"})
  void numbersFromIds(String id, Long number) {
    assertThat(UcdpEvents.number(id)).isEqualTo(number);
  }

  private static Row actor(String name, String actorClass) {
    return RowFactory.create("text", 0, 4, name, name, actorClass, null);
  }

  private static Object[] incident(String id, String type, Integer high, Object... more) {
    Object[] cells = {
      "incident_id",
      id,
      "event_type",
      type,
      "killed_low",
      0,
      "killed_best",
      high == null ? null : 3,
      "killed_high",
      high,
      "country_code",
      "SD",
      "where_prec",
      7
    };
    Object[] all = java.util.Arrays.copyOf(cells, cells.length + more.length);
    System.arraycopy(more, 0, all, cells.length, more.length);
    return all;
  }

  @Test
  void incidentsOfArmedViolenceWithDeaths() {
    List<Row> events =
        UcdpEvents.of(
                TableRows.of(
                    Tables.INCIDENTS,
                    incident(
                        "00000000000010ff",
                        "Battles",
                        4,
                        "date_start",
                        Date.valueOf("2023-12-31"),
                        "date_prec",
                        1,
                        "actor1",
                        "Red Column",
                        "actor2",
                        "army",
                        "source_count",
                        2,
                        "latitude",
                        13.5,
                        "longitude",
                        25.25,
                        "region_name",
                        "North Darfur",
                        "killed_by_class",
                        CollectionConverters.asScala(Map.of("rebels", 2, "unknown", 1))),
                    incident("none", "Battles", null),
                    incident("zero", "Battles", 0),
                    incident("quake", "Natural disaster", 90),
                    incident("undated", "Violence against civilians", 1)),
                TableRows.of(
                    Tables.INCIDENT_ARTICLES,
                    row(
                        "incident_id",
                        "00000000000010ff",
                        "article_id",
                        "2",
                        "is_primary",
                        true,
                        "published_date",
                        Date.valueOf("2024-01-02")),
                    row(
                        "incident_id",
                        "00000000000010ff",
                        "article_id",
                        "1",
                        "is_primary",
                        true,
                        "published_date",
                        Date.valueOf("2024-01-01")),
                    row("incident_id", "00000000000010ff", "article_id", "3", "is_primary", false)),
                TableRows.of(
                    Tables.DOCUMENTS,
                    row(
                        "article_id",
                        "1",
                        "source",
                        "Daily",
                        "title",
                        "=clash()",
                        "actors",
                        new Row[] {actor("Red Column", "rebels"), actor("army", "government")}),
                    row(
                        "article_id",
                        "2",
                        "source",
                        null,
                        "title",
                        "Later",
                        "actors",
                        new Row[] {actor("army", "state_forces"), actor("army", "state_forces")}),
                    row(
                        "article_id",
                        "3",
                        "source",
                        "Other",
                        "title",
                        "Aside",
                        "actors",
                        new Row[] {actor("Red Column", "unknown")})))
            .collectAsList();
    assertThat(
            events.stream().map(event -> event.<String>getAs("relid")).collect(Collectors.toList()))
        .containsExactly("00000000000010ff", "undated");
    Row event = events.get(0);
    assertThat(event.<Long>getAs("id")).isEqualTo(1L);
    assertThat(event.<Integer>getAs("year")).isEqualTo(2023);
    assertThat(event.<Integer>getAs("type_of_violence")).isEqualTo(1);
    assertThat(event.<String>getAs("side_a")).isEqualTo("army");
    assertThat(event.<String>getAs("side_b")).isEqualTo("Red Column");
    assertThat(event.<String>getAs("source_article"))
        .isEqualTo("\"Daily,2024-01-01,=clash()\";\",2024-01-02,Later\"");
    assertThat(event.<String>getAs("source_office")).isEqualTo("Daily;");
    assertThat(event.<String>getAs("geom_wkt")).isEqualTo("POINT (25.25 13.5)");
    assertThat(event.<Integer>getAs("priogrid_gid")).isEqualTo(207 * 720 + 410 + 1);
    assertThat(event.<String>getAs("country")).isEqualTo("Sudan");
    assertThat(
            List.<Object>of(
                event.getAs("deaths_a"), event.getAs("deaths_b"), event.getAs("deaths_unknown")))
        .containsExactly(0, 2, 1);
    assertThat(List.<Object>of(event.getAs("low"), event.getAs("best"), event.getAs("high")))
        .containsExactly(0, 3, 4);
    for (String unknown :
        List.of("where_prec", "conflict_name", "dyad_name", "active_year", "gwnoa")) {
      assertThat(event.<Object>getAs(unknown)).as(unknown).isNull();
    }
    Row undated = events.get(1);
    for (String unknown :
        List.of("id", "year", "type_of_violence", "side_a", "geom_wkt", "source_article")) {
      assertThat(undated.<Object>getAs(unknown)).as(unknown).isNull();
    }
  }
}
