package org.sitrep.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What corpus is wanted; the same plan gives the same bytes on every machine.
 *
 * @param articles articles in all
 * @param days days from the first publication to the last
 * @param seed which of the many corpora of this size
 * @param start the first day, UTC
 */
public record CorpusPlan(int articles, int days, long seed, LocalDate start) {

  /** Most articles of a corpus; the table of stories then takes about 80 MB. */
  public static final int MOST_ARTICLES = 100_000_000;

  /** Most days of a corpus: fifty years. */
  public static final int MOST_DAYS = 18_262;

  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException where a number or the period is out of range
   */
  public CorpusPlan {
    if (articles < 1 || articles > MOST_ARTICLES) {
      throw new IllegalArgumentException(
          "--articles must be 1 to " + MOST_ARTICLES + ", not " + articles);
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("--days must be 1 to " + MOST_DAYS + ", not " + days);
    }
    if (start.isBefore(FIRST) || start.plusDays(days - 1L).isAfter(LAST)) {
      throw new IllegalArgumentException(
          "--start "
              + DateTimeFormatter.ISO_LOCAL_DATE.format(start)
              + " and "
              + days
              + " days must lie between "
              + FIRST
              + " and "
              + LAST);
    }
  }
}
