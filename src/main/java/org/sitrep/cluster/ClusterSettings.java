package org.sitrep.cluster;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.text.Resources;

/**
 * How articles are clustered; keys {@code spark.sitrep.cluster.<name>}.
 *
 * @param weights file of the weights of the pair features; empty for those in the jar
 * @param linkThreshold two clusters are merged while their mean logit is above it
 * @param clip largest absolute logit
 * @param regionWidth most earlier articles of its region, within seven days, that an article is
 *     paired with
 * @param placeWidth the same for its main place
 * @param mostTerms most terms whose document frequency is held in memory
 * @param fewEdges up to so many edges the components are found in one task
 * @param chunk articles whose pairs one task scores
 * @param mostMembers articles of a component above which it is told apart before it is linked
 */
public record ClusterSettings(
    String weights,
    double linkThreshold,
    double clip,
    int regionWidth,
    int placeWidth,
    int mostTerms,
    long fewEdges,
    int chunk,
    int mostMembers)
    implements Serializable {

  /** Version of the rules of clustering; raised when one of them changes. */
  private static final int RULES = 1;

  private static final String PREFIX = "spark.sitrep.cluster.";

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
  public static ClusterSettings of(Map<String, String> given) {
    Map<String, String> values = new TreeMap<>();
    Resources.rows(ClusterSettings.class, "/org/sitrep/settings.tsv").stream()
        .filter(row -> row[0].startsWith(PREFIX))
        .forEach(row -> values.put(row[0].substring(PREFIX.length()), row[1]));
    for (String name : new TreeSet<>(given.keySet())) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException(
            "unknown setting " + name + " of cluster; there are " + values.keySet());
      }
    }
    values.putAll(given);
    return new ClusterSettings(
        values.get("weights"),
        number(values, "link_threshold"),
        number(values, "clip"),
        (int) number(values, "region_width"),
        (int) number(values, "place_width"),
        (int) number(values, "most_terms"),
        (long) number(values, "few_edges"),
        (int) number(values, "chunk"),
        (int) number(values, "most_members"));
  }

  /**
   * What makes these clusters and no others: a hash of the rules' version, weights and settings.
   */
  String clustering(PairWeights pairWeights) {
    String all =
        String.join(
            " ",
            String.valueOf(RULES),
            pairWeights.toString(),
            String.valueOf(linkThreshold),
            String.valueOf(clip),
            String.valueOf(regionWidth),
            String.valueOf(placeWidth),
            String.valueOf(mostTerms),
            String.valueOf(mostMembers));
    return String.format(Locale.ROOT, "%016x", Hashes.of(all));
  }

  /** The same with another threshold and another clip, for scores that are no logits. */
  ClusterSettings scored(double otherThreshold, double otherClip) {
    return new ClusterSettings(
        weights,
        otherThreshold,
        otherClip,
        regionWidth,
        placeWidth,
        mostTerms,
        fewEdges,
        chunk,
        mostMembers);
  }

  private static double number(Map<String, String> values, String name) {
    String value = values.get(name);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting " + name + " of cluster is no number: " + value, e);
    }
  }
}
