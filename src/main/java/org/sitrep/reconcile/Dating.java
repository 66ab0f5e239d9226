package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.event.Claim;
import org.sitrep.tables.Document;
import org.sitrep.time.DateExpression;
import org.sitrep.time.DateMention;
import org.sitrep.time.DateRange;
import org.sitrep.time.Dates;

/**
 * The claims of an article with their days, resolved anew once the incident has taught the day of
 * publication: the day of the speech verb, else the latest day that the article tells as news, else
 * the day of publication.
 */
final class Dating {
  private Dating() {}

  /**
   * The claims of a document.
   *
   * @param published its day of publication as its incident knows it; null where unknown
   */
  static List<Claim> claims(Document document, LocalDate published) {
    if (document.publishedDate() != null) {
      return document.claims();
    }
    LocalDate news = latestNews(document.dates(), published);
    return document.claims().stream().map(claim -> dated(claim, published, news)).toList();
  }

  private static Claim dated(Claim claim, LocalDate published, LocalDate news) {
    Claim dated = claim.datedFrom(published);
    boolean unsaid = claim.claimDate() == null && claim.claimExpression() == null;
    return unsaid && news != null ? dated.claimedOn(news) : dated;
  }

  private static LocalDate latestNews(List<DateMention> dates, LocalDate published) {
    LocalDate latest = null;
    for (DateMention date : dates) {
      if (!date.role().equals(Dates.NEWS)) {
        continue;
      }
      Optional<DateRange> days = DateExpression.resolve(date.expression(), published);
      LocalDate end = days.map(DateRange::end).orElse(null);
      boolean told = end != null && (published == null || !end.isAfter(published));
      latest = told && (latest == null || end.isAfter(latest)) ? end : latest;
    }
    return latest;
  }
}
