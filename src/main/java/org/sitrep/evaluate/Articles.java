package org.sitrep.evaluate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Region, days and deaths article by article, without incidents; for labels such as those of FA-KES
 * (Abu Salem et al., "FA-KES: A fake news dataset around the Syrian war", ICWSM 2019), whose date
 * is mostly that of publication and whose count is either one class of victims or their sum. An
 * article that the output lacks is wrong in everything.
 *
 * @param articles articles in the gold
 * @param answered of these, articles that the output has
 * @param dated articles whose gold date is usable
 * @param counted articles for which the gold counts deaths
 * @param region articles in the right region
 * @param published dated articles whose day of publication is the gold's
 * @param event dated articles whose event was on the gold's day or one or two days before
 * @param exact counted articles with one of the gold's counts, or with their sum
 * @param close counted articles within a tenth of one of these
 */
public record Articles(
    int articles,
    int answered,
    int dated,
    int counted,
    int region,
    int published,
    int event,
    int exact,
    int close)
    implements Evaluation {

  private static final double CLOSE = 0.1;

  /**
   * Compares article by article.
   *
   * @param labels the gold
   * @param facts the output; the first row of an article counts
   * @param sameRegions codes that count as another, on either side: {@code SY-RD -> SY-DI} where
   *     the gold does not part a capital from its countryside
   */
  public static Articles of(
      List<ArticleLabel> labels, Iterable<ArticleFacts> facts, Map<String, String> sameRegions) {
    Map<String, ArticleFacts> byArticle = ArticleFacts.byArticle(facts);
    int answered = 0;
    int dated = 0;
    int counted = 0;
    int region = 0;
    int published = 0;
    int event = 0;
    int exact = 0;
    int close = 0;
    for (ArticleLabel label : labels) {
      ArticleFacts found = byArticle.get(label.articleId());
      answered += found == null ? 0 : 1;
      dated += label.date() == null ? 0 : 1;
      counted += label.killed().isEmpty() ? 0 : 1;
      if (found == null) {
        continue;
      }
      region += sameRegion(label, found, sameRegions) ? 1 : 0;
      if (label.date() != null) {
        published += label.date().equals(found.published()) ? 1 : 0;
        event += shortlyBefore(found.eventDay(), label.date()) ? 1 : 0;
      }
      if (!label.killed().isEmpty() && found.killed() != null) {
        long killed = found.killed();
        TreeSet<Long> wanted = new TreeSet<>(label.killed());
        wanted.add(label.killed().stream().mapToLong(Long::longValue).sum());
        exact += wanted.contains(killed) ? 1 : 0;
        close += wanted.stream().anyMatch(w -> Math.abs(killed - w) <= CLOSE * w) ? 1 : 0;
      }
    }
    return new Articles(
        labels.size(), answered, dated, counted, region, published, event, exact, close);
  }

  private static boolean sameRegion(
      ArticleLabel label, ArticleFacts found, Map<String, String> sameRegions) {
    return !label.regionCode().isEmpty()
        && found.regionCode() != null
        && sameRegions
            .getOrDefault(found.regionCode(), found.regionCode())
            .equals(sameRegions.getOrDefault(label.regionCode(), label.regionCode()));
  }

  private static boolean shortlyBefore(LocalDate day, LocalDate gold) {
    if (day == null) {
      return false;
    }
    long days = ChronoUnit.DAYS.between(day, gold);
    return days >= 0 && days <= 2;
  }

  @Override
  public List<String> lines() {
    return List.of(
        "articles "
            + articles
            + "  answered "
            + answered
            + "  dated "
            + dated
            + "  counted "
            + counted,
        "region "
            + FixedPoint.of(Shares.of(region, articles))
            + "   published date exact "
            + FixedPoint.of(Shares.of(published, dated))
            + "   event date 0-2 days before "
            + FixedPoint.of(Shares.of(event, dated)),
        "killed exact "
            + FixedPoint.of(Shares.of(exact, counted))
            + "   killed within 10% "
            + FixedPoint.of(Shares.of(close, counted)));
  }

  @Override
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("articles", articles);
    figures.put("answered", answered);
    figures.put("dated", dated);
    figures.put("counted", counted);
    figures.put("region", Shares.of(region, articles));
    figures.put("published_date_exact", Shares.of(published, dated));
    figures.put("event_date_0_to_2_days_before", Shares.of(event, dated));
    figures.put("killed_exact", Shares.of(exact, counted));
    figures.put("killed_within_tenth", Shares.of(close, counted));
    return figures;
  }
}
