package org.sitrep.evaluate;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of articles in one incident whose labels contradict each other: another region, or days
 * more than a week apart. For gold that labels articles and knows no incidents. An alarm, not a
 * goal: labels of single articles are noisy, and even near copies disagree in part.
 *
 * @param articles labelled articles with a usable date in the output's incidents
 * @param incidents these incidents
 * @param pairs pairs of articles with one incident
 * @param disagreeing of these, pairs that contradict each other
 */
public record Merges(int articles, int incidents, long pairs, long disagreeing)
    implements Evaluation {

  private static final int MOST_DAYS = 7;

  /**
   * Compares the members of each incident.
   *
   * @param labels the gold; the last dated label of an article counts, those without a date do not
   * @param memberships the output; primary rows count, other articles are ignored
   * @param sameRegions codes that count as another, on either side
   */
  public static Merges of(
      List<ArticleLabel> labels,
      Iterable<Membership> memberships,
      Map<String, String> sameRegions) {
    Map<String, ArticleLabel> gold = new HashMap<>();
    for (ArticleLabel label : labels) {
      if (label.date() != null) {
        gold.put(label.articleId(), label);
      }
    }
    Map<String, List<ArticleLabel>> members = new HashMap<>();
    int articles = 0;
    for (Membership row : memberships) {
      ArticleLabel label = gold.get(row.articleId());
      if (row.primary() && label != null) {
        members.computeIfAbsent(row.incidentId(), id -> new ArrayList<>()).add(label);
        articles++;
      }
    }
    long pairs = 0;
    long disagreeing = 0;
    for (List<ArticleLabel> group : members.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs++;
          disagreeing += disagree(group.get(i), group.get(j), sameRegions) ? 1 : 0;
        }
      }
    }
    return new Merges(articles, members.size(), pairs, disagreeing);
  }

  private static boolean disagree(
      ArticleLabel one, ArticleLabel other, Map<String, String> sameRegions) {
    return !sameRegions
            .getOrDefault(one.regionCode(), one.regionCode())
            .equals(sameRegions.getOrDefault(other.regionCode(), other.regionCode()))
        || Math.abs(ChronoUnit.DAYS.between(one.date(), other.date())) > MOST_DAYS;
  }

  @Override
  public List<String> lines() {
    return List.of(
        "articles "
            + articles
            + "  incidents "
            + incidents
            + "  merged pairs "
            + pairs
            + "  disagreeing "
            + disagreeing
            + "  share "
            + FixedPoint.of(Shares.orZero(disagreeing, pairs)));
  }

  @Override
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("articles", articles);
    figures.put("incidents", incidents);
    figures.put("merged_pairs", pairs);
    figures.put("disagreeing_pairs", disagreeing);
    figures.put("disagreeing_share", Shares.orZero(disagreeing, pairs));
    return figures;
  }
}
