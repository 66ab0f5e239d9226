package org.sitrep.statistics;

import static org.apache.spark.sql.functions.broadcast;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sitrep.event.EventTypes;
import org.sitrep.place.Gazetteer;
import org.sitrep.text.Resources;

/** Small dictionaries as tables to join with: names of countries and divisions, event types. */
final class Names {

  private Names() {}

  /** {@code country_code, country_name}: English names by ISO 3166-1 code. */
  static Dataset<Row> countries(SparkSession spark) {
    return table(
        spark,
        "country_code STRING, country_name STRING",
        Arrays.stream(Locale.getISOCountries())
            .map(
                code ->
                    RowFactory.create(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
            .toList());
  }

  /** {@code region_code, gazetteer_name}: English names of first-level divisions. */
  static Dataset<Row> divisions(SparkSession spark) {
    return table(
        spark,
        "region_code STRING, gazetteer_name STRING",
        Gazetteer.embedded().divisions().stream()
            .map(place -> RowFactory.create(place.regionCode(), place.name()))
            .toList());
  }

  /** {@code region_code, acled_name}: ACLED's spelling of divisions, where it differs. */
  static Dataset<Row> acledDivisions(SparkSession spark) {
    return table(
        spark,
        "region_code STRING, acled_name STRING",
        Resources.rows(Names.class, "acled-admin1.tsv").stream()
            .map(row -> RowFactory.create(row[0], row[1]))
            .toList());
  }

  /** {@code event_type, sub_event_type, disorder_type}; null where a type is not ACLED's. */
  static Dataset<Row> disorderTypes(SparkSession spark) {
    return table(
        spark,
        "event_type STRING, sub_event_type STRING, disorder_type STRING",
        EventTypes.vocabulary().stream()
            .map(
                type ->
                    RowFactory.create(
                        type.eventType(),
                        type.subEventType(),
                        type.disorderType().isEmpty() ? null : type.disorderType()))
            .toList());
  }

  private static Dataset<Row> table(SparkSession spark, String ddl, List<Row> rows) {
    return broadcast(spark.createDataFrame(rows, StructType.fromDDL(ddl)));
  }
}
