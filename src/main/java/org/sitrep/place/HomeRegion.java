package org.sitrep.place;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The region that an outlet writes for, learned from the places of its articles.
 *
 * @param countryCode ISO 3166-1 alpha-2
 * @param regionCode ISO 3166-2 or {@code CC.NN}; null where only the country is clear
 */
public record HomeRegion(String countryCode, String regionCode) {

  /** Least share of an outlet's articles that name the region. */
  private static final double LEAST_SHARE = 0.25;

  /** Least number of articles from which an outlet's home is learned. */
  private static final int LEAST_ARTICLES = 3;

  /**
   * The regions and countries that an article of an outlet speaks for: one vote each, as {@code
   * US-OH} and {@code US}. Only mentions that are clear without knowing the outlet vote.
   */
  public static SortedSet<String> votes(List<PlaceMention> mentions) {
    SortedSet<String> votes = new TreeSet<>();
    for (PlaceMention mention : mentions) {
      if (mention.kind().equals("toponym") && mention.score() >= 0.7 && clear(mention)) {
        if (mention.regionCode() != null) {
          votes.add(mention.regionCode());
        }
        if (!mention.countryCode().equals("XX")) {
          votes.add(mention.countryCode());
        }
      }
    }
    return votes;
  }

  /** A town votes only where its name is nobody else's, or the text says where it lies. */
  private static boolean clear(PlaceMention mention) {
    return switch (mention.feature()) {
      case Place.COUNTRY, Place.REGION, Place.COUNTY -> true;
      default ->
          mention.evidence().equals(Resolution.ONLY_CANDIDATE)
              || mention.evidence().startsWith(Resolution.CONTAINED_IN);
    };
  }

  /**
   * The home that the votes of an outlet's articles give, if any.
   *
   * @param votes number of articles per vote of {@link #votes}
   * @param articles number of articles that voted
   */
  public static Optional<HomeRegion> of(Map<String, ? extends Number> votes, long articles) {
    if (articles < LEAST_ARTICLES) {
      return Optional.empty();
    }
    String region = best(votes, articles, true);
    if (region != null) {
      return Optional.of(new HomeRegion(region.substring(0, 2), region));
    }
    String country = best(votes, articles, false);
    return Optional.ofNullable(country).map(code -> new HomeRegion(code, null));
  }

  private static String best(Map<String, ? extends Number> votes, long articles, boolean regions) {
    return votes.entrySet().stream()
        .filter(e -> e.getKey().length() > 2 == regions)
        .filter(e -> e.getValue().doubleValue() / articles >= LEAST_SHARE)
        .max(
            Comparator.<Map.Entry<String, ? extends Number>>comparingDouble(
                    e -> e.getValue().doubleValue())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
