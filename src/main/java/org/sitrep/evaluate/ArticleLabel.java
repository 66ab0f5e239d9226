package org.sitrep.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where and when an article plays and how many died, as labelled by hand.
 *
 * @param articleId the article
 * @param date its day; null where none is known or the labels call it implausible
 * @param regionCode ISO 3166-2; empty where unknown
 * @param killed the dead by class of victim, at most two figures; an empty list says nothing
 */
public record ArticleLabel(String articleId, LocalDate date, String regionCode, List<Long> killed) {

  /**
   * Every article of a file. Its {@code date} counts where {@code date_ok} is 1, or where there is
   * no such column and the date is given.
   *
   * @throws GoldException where a column is missing or a line cannot be used
   */
  public static List<ArticleLabel> read(GoldFile file) {
    return file.rows("article_id", "date", "region_code").stream()
        .map(
            row ->
                new ArticleLabel(
                    row.filled("article_id"),
                    date(file, row),
                    row.text("region_code"),
                    Stream.of(row.count("civilians"), row.count("noncivilians"))
                        .filter(Objects::nonNull)
                        .toList()))
        .toList();
  }

  private static LocalDate date(GoldFile file, GoldFile.Row row) {
    if (!row.marked("date_ok")) {
      return null;
    }
    LocalDate date = row.date("date");
    if (date == null && file.has("date_ok")) {
      throw row.wrong("date", "is empty, but date_ok is 1");
    }
    return date;
  }
}
