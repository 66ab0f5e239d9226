package org.sitrep.tables;

import java.time.LocalDate;

/**
 * A row of the view {@code article_events}: one article's main event. Columns are explained in the
 * view's declaration.
 */
public record ArticleEvent(
    String articleId,
    LocalDate publishedDate,
    LocalDate eventDate,
    Integer datePrec,
    String countryCode,
    String regionCode,
    String regionName,
    String placeName,
    Double latitude,
    Double longitude,
    String eventType,
    String subEventType,
    Integer killedLow,
    Integer killedBest,
    Integer killedHigh,
    Integer injuredBest) {}
