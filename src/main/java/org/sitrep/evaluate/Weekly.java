package org.sitrep.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the cells of the region-week table are the true ones, and what stands in them. Only
 * regions of the countries that occur in the gold are compared, since the labels say nothing of
 * others.
 *
 * <p>A cell is a region in an ISO week with at least one incident. The overlap of a figure is the
 * sum over cells of the smaller of the two values: as a share of the output's total it is the
 * precision, as a share of the gold's total the recall. The mean absolute error is over the cells
 * of either side.
 *
 * @param goldCells cells in the gold
 * @param predictedCells cells in the output
 * @param commonCells cells in both
 * @param incidents incidents per cell
 * @param killed killed per cell
 * @param injured injured per cell
 */
public record Weekly(
    int goldCells,
    int predictedCells,
    int commonCells,
    Overlap incidents,
    Overlap killed,
    Overlap injured)
    implements Evaluation {

  private static final Pattern COUNTRY = Pattern.compile("[^-.]+[-.]");

  /**
   * One figure over all cells.
   *
   * @param goldTotal its sum in the gold
   * @param predictedTotal its sum in the output
   * @param common the sum of the smaller of both values
   * @param meanError mean absolute difference per cell
   */
  public record Overlap(long goldTotal, long predictedTotal, long common, double meanError) {
    double precision() {
      return Shares.orZero(common, predictedTotal);
    }

    double recall() {
      return Shares.of(common, goldTotal);
    }
  }

  private record Key(String regionCode, String isoWeekId) {}

  /**
   * Compares the cells of both sides.
   *
   * @param labels real incidents; those without a region or a day are in no cell
   * @param regionWeeks the output; rows without a week or without incidents are ignored
   */
  public static Weekly of(List<IncidentLabel> labels, Iterable<RegionWeek> regionWeeks) {
    Map<Key, long[]> gold = new HashMap<>();
    for (IncidentLabel label : labels) {
      if (inACell(label)) {
        add(
            gold,
            new Key(label.regionCode(), IncidentLabel.week(label.date())),
            1,
            label.killed(),
            label.injured());
      }
    }
    Set<String> countries = countries(labels);
    Map<Key, long[]> predicted = new HashMap<>();
    for (RegionWeek row : regionWeeks) {
      long incidents = IncidentLabel.orZero(row.incidents());
      if (row.isoWeekId() != null
          && row.regionCode() != null
          && incidents != 0
          && countries.contains(country(row.regionCode()))) {
        add(
            predicted,
            new Key(row.regionCode(), row.isoWeekId()),
            incidents,
            IncidentLabel.orZero(row.killed()),
            IncidentLabel.orZero(row.injured()));
      }
    }
    Set<Key> common = new HashSet<>(gold.keySet());
    common.retainAll(predicted.keySet());
    return new Weekly(
        gold.size(),
        predicted.size(),
        common.size(),
        overlap(gold, predicted, 0),
        overlap(gold, predicted, 1),
        overlap(gold, predicted, 2));
  }

  /** Whether an incident belongs to a cell: its region and its day are known. */
  public static boolean inACell(IncidentLabel label) {
    return !label.regionCode().isEmpty() && label.date() != null;
  }

  /**
   * With what the codes of the labelled countries' regions begin: {@code US-} for {@code US-TX}. A
   * code without a country, such as {@code XX}, stands for itself.
   */
  public static Set<String> countries(List<IncidentLabel> labels) {
    Set<String> countries = new HashSet<>();
    for (IncidentLabel label : labels) {
      if (inACell(label)) {
        countries.add(country(label.regionCode()));
      }
    }
    return countries;
  }

  private static String country(String regionCode) {
    Matcher country = COUNTRY.matcher(regionCode);
    return country.lookingAt() ? country.group() : regionCode;
  }

  private static void add(
      Map<Key, long[]> cells, Key key, long incidents, long killed, long injured) {
    long[] cell = cells.computeIfAbsent(key, each -> new long[3]);
    cell[0] += incidents;
    cell[1] += killed;
    cell[2] += injured;
  }

  private static Overlap overlap(Map<Key, long[]> gold, Map<Key, long[]> predicted, int figure) {
    Set<Key> keys = new HashSet<>(gold.keySet());
    keys.addAll(predicted.keySet());
    long[] nothing = new long[3];
    long wanted = 0;
    long found = 0;
    long common = 0;
    long error = 0;
    for (Key key : keys) {
      long one = gold.getOrDefault(key, nothing)[figure];
      long other = predicted.getOrDefault(key, nothing)[figure];
      wanted += one;
      found += other;
      common += Math.min(one, other);
      error += Math.abs(one - other);
    }
    return new Overlap(wanted, found, common, Shares.of(error, keys.size()));
  }

  private double precision() {
    return Shares.orZero(commonCells, predictedCells);
  }

  private double recall() {
    return Shares.of(commonCells, goldCells);
  }

  private Map<String, Overlap> overlaps() {
    Map<String, Overlap> overlaps = new LinkedHashMap<>();
    overlaps.put("incidents", incidents);
    overlaps.put("killed", killed);
    overlaps.put("injured", injured);
    return overlaps;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "cells gold "
            + goldCells
            + " predicted "
            + predictedCells
            + "  "
            + Shares.line(precision(), recall()));
    overlaps()
        .forEach(
            (name, overlap) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%-9s gold total %d predicted total %d  overlap %s  MAE per cell %s",
                        name,
                        overlap.goldTotal(),
                        overlap.predictedTotal(),
                        Shares.line(overlap.precision(), overlap.recall()),
                        FixedPoint.of(overlap.meanError()))));
    return lines;
  }

  @Override
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("gold_cells", goldCells);
    figures.put("predicted_cells", predictedCells);
    Shares.put(figures, "cells", precision(), recall());
    overlaps()
        .forEach(
            (name, overlap) -> {
              figures.put(name + "_gold_total", overlap.goldTotal());
              figures.put(name + "_predicted_total", overlap.predictedTotal());
              Shares.put(figures, name + "_overlap", overlap.precision(), overlap.recall());
              figures.put(name + "_mean_absolute_error", overlap.meanError());
            });
    return figures;
  }
}
