package org.sitrep.place.geonames;

import java.util.HashMap;
import java.util.Map;
import org.sitrep.text.Resources;

/** Which of GeoNames' features news names, and what each is here. */
public final class FeatureCodes {

  /**
   * What a row is.
   *
   * @param feature {@code region}, {@code county}, {@code city}, {@code quarter} or {@code area}
   * @param seat 2 for a country's capital, 1 for a division's, else 0
   * @param administrative whether it is a unit of administration, which shares its name with its
   *     seat
   */
  public record Kind(String feature, int seat, boolean administrative) {}

  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    for (String[] row : Resources.rows(FeatureCodes.class, "features.tsv")) {
      KINDS.put(
          row[0], new Kind(row[1].intern(), Integer.parseInt(row[2]), row[0].startsWith("A.")));
    }
  }

  private FeatureCodes() {}

  /** What a class and code ({@code P.PPLA}) stand for, or null where news does not name it. */
  static Kind kind(String classAndCode) {
    return KINDS.get(classAndCode);
  }
}
