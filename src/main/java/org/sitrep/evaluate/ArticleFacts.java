package org.sitrep.evaluate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A row of {@code article_events}: what one article tells; null is unknown.
 *
 * @param articleId the article
 * @param published day of publication
 * @param eventDay first day of the event
 * @param regionCode region of the event, ISO 3166-2
 * @param eventType ACLED event type, or our own
 * @param subEventType ACLED sub-event type, or our own
 * @param killed {@code killed_best}
 * @param injured {@code injured_best}
 */
public record ArticleFacts(
    String articleId,
    LocalDate published,
    LocalDate eventDay,
    String regionCode,
    String eventType,
    String subEventType,
    Long killed,
    Long injured) {

  /** The first row of each article. */
  static Map<String, ArticleFacts> byArticle(Iterable<ArticleFacts> rows) {
    Map<String, ArticleFacts> first = new HashMap<>();
    for (ArticleFacts row : rows) {
      first.putIfAbsent(row.articleId(), row);
    }
    return first;
  }
}
