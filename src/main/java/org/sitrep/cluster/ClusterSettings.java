package org.sitrep.cluster;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How articles are clustered; keys {@code spark.sitrep.cluster.<name>}.
 *
 * @param linkThreshold two clusters are merged while their mean logit is above it
 * @param clip largest absolute logit; an unscored pair counts as the most negative
 * @param completionRounds how often the neighbours of an article are paired with each other
 * @param completionFloor logit from which on two articles count as neighbours there
 * @param neighbours most neighbours of an article that are paired with each other
 * @param regionWidth most earlier articles of its region, within seven days, that an article is
 *     paired with
 * @param placeWidth the same for its main place
 * @param mostTerms most terms whose document frequency is held in memory
 * @param fewEdges up to so many edges the components are found in one task
 * @param chunk articles whose pairs one task scores
 * @param mostMembers articles of a component above which its edge threshold is raised
 */
public record ClusterSettings(
    double linkThreshold,
    double clip,
    int completionRounds,
    double completionFloor,
    int neighbours,
    int regionWidth,
    int placeWidth,
    int mostTerms,
    long fewEdges,
    int chunk,
    long mostMembers)
    implements Serializable {

  private static final Set<String> NAMES =
      Set.of(
          "link_threshold",
          "clip",
          "completion_rounds",
          "completion_floor",
          "neighbours",
          "region_width",
          "place_width",
          "most_terms",
          "few_edges",
          "chunk",
          "most_members");

  /** The settings that were measured. */
  public static ClusterSettings defaults() {
    return of(Map.of());
  }

  /**
   * The defaults, with the given values by name instead.
   *
   * @throws IllegalArgumentException where a name is not a setting of this step, or a value no
   *     number
   */
  public static ClusterSettings of(Map<String, String> values) {
    for (String name : new TreeSet<>(values.keySet())) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "unknown setting " + name + " of cluster; there are " + new TreeSet<>(NAMES));
      }
    }
    return new ClusterSettings(
        number(values, "link_threshold", -0.5),
        number(values, "clip", 6),
        (int) number(values, "completion_rounds", 2),
        number(values, "completion_floor", -2),
        (int) number(values, "neighbours", 40),
        (int) number(values, "region_width", 20),
        (int) number(values, "place_width", 20),
        (int) number(values, "most_terms", 500_000),
        (long) number(values, "few_edges", 2_000_000),
        (int) number(values, "chunk", 4096),
        (long) number(values, "most_members", 20_000));
  }

  private static double number(Map<String, String> values, String name, double usual) {
    String value = values.get(name);
    if (value == null) {
      return usual;
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting " + name + " of cluster is no number: " + value, e);
    }
  }
}
