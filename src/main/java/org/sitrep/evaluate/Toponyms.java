package org.sitrep.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Place names: found at all, and put on the right spot.
 *
 * <p>A mention is recognised where a found one shares half or more of the longer of both spans;
 * each matches one other at most, the best overlap first. Of the recognised ones, accuracy@161km is
 * the share within 161 km (100 miles) of the gold's point (Cheng, Caverlee and Lee, "You are where
 * you tweet", CIKM 2010; for toponyms Leidner, "Toponym resolution in text", 2007, and Gritta et
 * al., "What's missing in geographical parsing?", 2018). The same GeoNames id, or the same name for
 * an area (feature class A), is no distance: areas have no one point. Distances are great circles
 * on a sphere with a radius of 6371 km. Offsets are UTF-16 code units of the text.
 *
 * @param gold mentions in the gold
 * @param predicted mentions found in its articles
 * @param matched recognised mentions
 * @param located of these, mentions with coordinates
 * @param near of these, mentions within 161 km
 * @param kilometres sum of the distances of the located ones
 * @param withDivision located mentions whose first-level division the gold names
 * @param division of these, mentions in that division
 */
public record Toponyms(
    int gold,
    int predicted,
    int matched,
    int located,
    int near,
    double kilometres,
    int withDivision,
    int division)
    implements Evaluation {

  private static final double NEAR_KM = 161;
  private static final double DIAMETER_KM = 12742;
  private static final double LEAST_SHARE = 0.5;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

  /**
   * A place named in a text, as labelled by hand.
   *
   * @param articleId the article
   * @param start first character
   * @param end behind its last character
   * @param geonameId GeoNames id; empty where it has none
   * @param latitude degrees north
   * @param longitude degrees east
   * @param admin1 English name of the first-level division; empty where it is in none
   * @param name name in GeoNames
   * @param featureClass GeoNames' feature class; A is an area, P a place
   */
  public record Label(
      String articleId,
      long start,
      long end,
      String geonameId,
      double latitude,
      double longitude,
      String admin1,
      String name,
      String featureClass) {

    /**
     * Every mention of a file.
     *
     * @throws GoldException where a column is missing or a line cannot be used
     */
    public static List<Label> read(GoldFile file) {
      return file.rows("article_id", "start", "end", "latitude", "longitude").stream()
          .map(Label::read)
          .toList();
    }

    private static Label read(GoldFile.Row row) {
      Label label =
          new Label(
              row.filled("article_id"),
              row.filledCount("start"),
              row.filledCount("end"),
              row.text("geonameid"),
              row.number("latitude", -90, 90),
              row.number("longitude", -180, 180),
              row.text("admin1"),
              row.text("name"),
              row.text("fclass"));
      if (label.end() < label.start()) {
        throw row.wrong("end", label.end() + " is before start " + label.start());
      }
      return label;
    }
  }

  private record Pair(double share, int label, int mention) {}

  /**
   * Compares mention by mention.
   *
   * @param labels the gold
   * @param places the output; other articles are ignored
   */
  public static Toponyms of(List<Label> labels, Iterable<PlaceMention> places) {
    Map<String, List<Label>> gold = new LinkedHashMap<>();
    labels.forEach(
        label -> gold.computeIfAbsent(label.articleId(), id -> new ArrayList<>()).add(label));
    Map<String, List<PlaceMention>> found = new HashMap<>();
    int predicted = 0;
    for (PlaceMention place : places) {
      if (gold.containsKey(place.articleId())) {
        found.computeIfAbsent(place.articleId(), id -> new ArrayList<>()).add(place);
        predicted++;
      }
    }
    int matched = 0;
    int located = 0;
    int near = 0;
    int withDivision = 0;
    int division = 0;
    double kilometres = 0;
    for (Map.Entry<String, List<Label>> article : gold.entrySet()) {
      List<PlaceMention> mentions = found.getOrDefault(article.getKey(), List.of());
      for (Pair pair : matches(article.getValue(), mentions)) {
        Label label = article.getValue().get(pair.label());
        PlaceMention place = mentions.get(pair.mention());
        matched++;
        if (place.latitude() == null || place.longitude() == null) {
          continue;
        }
        located++;
        double distance = distance(label, place);
        kilometres += distance;
        near += distance <= NEAR_KM ? 1 : 0;
        if (!label.admin1().isEmpty()) {
          withDivision++;
          division += folded(place.regionName()).equals(folded(label.admin1())) ? 1 : 0;
        }
      }
    }
    return new Toponyms(
        labels.size(), predicted, matched, located, near, kilometres, withDivision, division);
  }

  private static List<Pair> matches(List<Label> labels, List<PlaceMention> mentions) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      for (int j = 0; j < mentions.size(); j++) {
        PlaceMention mention = mentions.get(j);
        long shared =
            Math.min(label.end(), mention.end()) - Math.max(label.start(), mention.start());
        long longer =
            Math.max(1, Math.max(label.end() - label.start(), mention.end() - mention.start()));
        double share = (double) shared / longer;
        if (share >= LEAST_SHARE) {
          pairs.add(new Pair(share, i, j));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::share)
            .reversed()
            .thenComparingInt(Pair::label)
            .thenComparingInt(Pair::mention));
    Set<Integer> usedLabels = new HashSet<>();
    Set<Integer> usedMentions = new HashSet<>();
    List<Pair> matches = new ArrayList<>();
    for (Pair pair : pairs) {
      if (!usedLabels.contains(pair.label()) && !usedMentions.contains(pair.mention())) {
        usedLabels.add(pair.label());
        usedMentions.add(pair.mention());
        matches.add(pair);
      }
    }
    return matches;
  }

  private static double distance(Label label, PlaceMention place) {
    boolean sameArea =
        label.featureClass().equals("A") && folded(place.name()).equals(folded(label.name()));
    boolean sameId =
        place.geonameId() != null && label.geonameId().equals(Long.toString(place.geonameId()));
    return sameArea || sameId
        ? 0
        : kilometres(label.latitude(), label.longitude(), place.latitude(), place.longitude());
  }

  /** A name without case, accents and punctuation. */
  static String folded(String name) {
    if (name == null) {
      return "";
    }
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
            .replaceAll("");
    return OTHER.matcher(plain).replaceAll(" ").strip();
  }

  /** Great-circle distance by the haversine formula. */
  static double kilometres(
      double latitude, double longitude, double otherLatitude, double otherLongitude) {
    double a = Math.toRadians(latitude);
    double b = Math.toRadians(longitude);
    double c = Math.toRadians(otherLatitude);
    double d = Math.toRadians(otherLongitude);
    double h =
        square(Math.sin((c - a) / 2)) + Math.cos(a) * Math.cos(c) * square(Math.sin((d - b) / 2));
    return DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private static double square(double x) {
    return x * x;
  }

  private double precision() {
    return Shares.orZero(matched, predicted);
  }

  private double recall() {
    return Shares.of(matched, gold);
  }

  @Override
  public List<String> lines() {
    return List.of(
        "mentions gold "
            + gold
            + " predicted "
            + predicted
            + "  recognised "
            + Shares.line(precision(), recall()),
        "of the recognised: accuracy@161km "
            + FixedPoint.of(Shares.orZero(near, matched))
            + "  mean error "
            + FixedPoint.of(Shares.orZero(kilometres, located), 0)
            + " km  admin1 "
            + FixedPoint.of(Shares.orZero(division, withDivision))
            + " (of "
            + withDivision
            + ")   of all gold: @161km "
            + FixedPoint.of(Shares.of(near, gold)));
  }

  @Override
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("gold_mentions", gold);
    figures.put("predicted_mentions", predicted);
    Shares.put(figures, "recognised", precision(), recall());
    figures.put("accuracy_at_161_km", Shares.orZero(near, matched));
    figures.put("mean_error_km", Shares.orZero(kilometres, located));
    figures.put("admin1", Shares.orZero(division, withDivision));
    figures.put("admin1_of", withDivision);
    figures.put("gold_at_161_km", Shares.of(near, gold));
    return figures;
  }
}
