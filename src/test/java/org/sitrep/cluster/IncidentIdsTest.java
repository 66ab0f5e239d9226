package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.sitrep.SharedSpark;
import org.sitrep.tables.IncidentId;

/** Articles are letters in the order of publication; an incident is a word of them. */
class IncidentIdsTest {

  @Test
  void newIncidentIsNamedByItsEarliestArticle() {
    assertThat(named(List.of("ab", "c"), Map.of()))
        .isEqualTo(Map.of("ab", IncidentId.of("a"), "c", IncidentId.of("c")));
  }

  @Test
  void grownIncidentKeepsItsIdThoughAnEarlierArticleArrived() {
    assertThat(named(List.of("abc"), Map.of("bc", "old"))).containsEntry("abc", "old");
  }

  @Test
  void mergedIncidentKeepsTheIdOfWhichItHoldsMost() {
    assertThat(named(List.of("abc"), Map.of("a", "small", "bc", "large")))
        .containsEntry("abc", "large");
  }

  @Test
  void earliestArticleDecidesATie() {
    assertThat(named(List.of("ab"), Map.of("a", "x", "b", "w"))).containsEntry("ab", "x");
  }

  @Test
  void largerPartOfASplitIncidentKeepsItsId() {
    String own = IncidentId.of("a");
    Map<String, String> found = named(List.of("a", "bc"), Map.of("abc", own));
    assertThat(found).containsEntry("bc", own);
    // The other part may not take the name that its earliest article would give it.
    assertThat(found.get("a")).matches("[0-9a-f]{16}").isNotEqualTo(own);
  }

  private static Map<String, String> named(List<String> incidents, Map<String, String> before) {
    List<Row> members = new ArrayList<>();
    for (String incident : incidents) {
      for (char article : incident.toCharArray()) {
        members.add(
            RowFactory.create((long) article, String.valueOf(article), incident.substring(0, 1)));
      }
    }
    List<Row> previous = new ArrayList<>();
    before.forEach(
        (incident, id) -> {
          for (char article : incident.toCharArray()) {
            previous.add(RowFactory.create(String.valueOf(article), "corrected", true, id));
          }
        });
    var spark = SharedSpark.session();
    List<Row> found =
        IncidentIds.named(
                spark.createDataFrame(
                    members,
                    StructType.fromDDL("ordinal BIGINT, article_id STRING, cluster STRING")),
                spark.createDataFrame(
                    previous,
                    StructType.fromDDL(
                        "article_id STRING, incident_id STRING, is_primary BOOLEAN,"
                            + " clustered_id STRING")))
            .select("article_id", "incident_id")
            .collectAsList();
    Map<String, String> ids = new TreeMap<>();
    for (String incident : incidents) {
      List<String> names =
          found.stream()
              .filter(row -> incident.contains(row.getString(0)))
              .map(row -> row.getString(1))
              .distinct()
              .toList();
      assertThat(names).as(incident).hasSize(1);
      ids.put(incident, names.get(0));
    }
    return ids;
  }
}
