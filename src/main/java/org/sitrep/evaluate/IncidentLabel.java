package org.sitrep.evaluate;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/**
 * A real incident, as labelled by hand.
 *
 * @param incident its name in the gold; empty where it has none
 * @param date its first day; null where unknown
 * @param regionCode ISO 3166-2; empty where unknown
 * @param killed dead; an empty field is 0
 * @param injured injured; an empty field is 0
 */
public record IncidentLabel(
    String incident, LocalDate date, String regionCode, long killed, long injured) {

  /**
   * Every incident of a file.
   *
   * @throws GoldException where a column is missing or a line cannot be used
   */
  public static List<IncidentLabel> read(GoldFile file) {
    return file.rows("date", "region_code", "killed", "injured").stream()
        .map(
            row ->
                new IncidentLabel(
                    row.text("incident"),
                    row.date("date"),
                    row.text("region_code"),
                    orZero(row.count("killed")),
                    orZero(row.count("injured"))))
        .toList();
  }

  /** The ISO 8601 week of a day, for example {@code 2015-W17}. */
  static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  static long orZero(Long count) {
    return count == null ? 0 : count;
  }
}
