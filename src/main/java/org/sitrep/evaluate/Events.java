package org.sitrep.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each article tells, against its real incident: first-level division, first day, ISO week,
 * killed, injured. An article that the output lacks has no region and no day; figures that nobody
 * reports count as 0, so that an incident without dead is right where no dead are found.
 *
 * @param articles scored articles whose incident is described
 * @param state of these, articles in the right region
 * @param day with the right day
 * @param week with a day in the right week
 * @param killed with the right number of dead
 * @param injured with the right number of injured
 */
public record Events(int articles, int state, int day, int week, int killed, int injured)
    implements Evaluation {

  /**
   * Names of gold incidents by article.
   *
   * @throws GoldException where a column is missing or a line cannot be used
   */
  public static List<Clusters.Label> labels(GoldFile file) {
    return file.rows("article_id", "incident").stream()
        .filter(row -> row.marked("scored"))
        .map(row -> new Clusters.Label(row.filled("article_id"), row.text("incident")))
        .toList();
  }

  /**
   * Incidents with their names.
   *
   * @throws GoldException where a column is missing or a line cannot be used
   */
  public static List<IncidentLabel> incidents(GoldFile file) {
    file.rows("incident").forEach(row -> row.filled("incident"));
    return IncidentLabel.read(file);
  }

  /** The labels whose incident is described. */
  public static List<Clusters.Label> described(
      List<Clusters.Label> labels, List<IncidentLabel> incidents) {
    Set<String> names = incidents.stream().map(IncidentLabel::incident).collect(Collectors.toSet());
    return labels.stream().filter(label -> names.contains(label.incident())).toList();
  }

  /**
   * Compares article by article.
   *
   * @param labels to which incident an article belongs; articles of an incident that is not
   *     described are left out
   * @param incidents the real incidents; of two with one name the last counts
   * @param facts the output; the first row of an article counts
   */
  public static Events of(
      List<Clusters.Label> labels, List<IncidentLabel> incidents, Iterable<ArticleFacts> facts) {
    Map<String, IncidentLabel> truth = new HashMap<>();
    incidents.forEach(incident -> truth.put(incident.incident(), incident));
    Map<String, ArticleFacts> byArticle = ArticleFacts.byArticle(facts);
    ArticleFacts nothing = new ArticleFacts("", null, null, null, null, null, null, null);
    int articles = 0;
    int state = 0;
    int day = 0;
    int week = 0;
    int killed = 0;
    int injured = 0;
    for (Clusters.Label label : labels) {
      IncidentLabel real = truth.get(label.incident());
      if (real == null) {
        continue;
      }
      articles++;
      boolean missing = !byArticle.containsKey(label.articleId());
      ArticleFacts found = byArticle.getOrDefault(label.articleId(), nothing);
      String region = Objects.requireNonNullElse(found.regionCode(), "");
      state += !missing && region.equals(real.regionCode()) ? 1 : 0;
      if (found.eventDay() != null && real.date() != null) {
        day += found.eventDay().equals(real.date()) ? 1 : 0;
        week +=
            IncidentLabel.week(found.eventDay()).equals(IncidentLabel.week(real.date())) ? 1 : 0;
      }
      killed += IncidentLabel.orZero(found.killed()) == real.killed() ? 1 : 0;
      injured += IncidentLabel.orZero(found.injured()) == real.injured() ? 1 : 0;
    }
    return new Events(articles, state, day, week, killed, injured);
  }

  private Map<String, Double> shares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("state", Shares.of(state, articles));
    shares.put("day", Shares.of(day, articles));
    shares.put("week", Shares.of(week, articles));
    shares.put("killed", Shares.of(killed, articles));
    shares.put("injured", Shares.of(injured, articles));
    return shares;
  }

  @Override
  public List<String> lines() {
    StringBuilder line = new StringBuilder("articles ").append(articles);
    shares().forEach((name, share) -> line.append("  " + name + " ").append(FixedPoint.of(share)));
    return List.of(line.toString());
  }

  @Override
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("articles", articles);
    figures.putAll(shares());
    return figures;
  }
}
