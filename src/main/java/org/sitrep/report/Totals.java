package org.sitrep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * The sums of one week over its regions.
 *
 * @param rows regions that have incidents, the unknown ones of each country counted as one
 * @param regions known regions that have incidents
 * @param countries known countries that have incidents
 * @param articles articles whose incident lies in the week
 * @param published articles published in the week
 */
record Totals(
    long incidents,
    long rows,
    long regions,
    long countries,
    long articles,
    long published,
    Range killed,
    Range injured) {

  /** Weeks before, with which a week is compared. */
  static final int WEEKS_OF_MEAN = 4;

  /**
   * The week in sentences, against the week before and the mean of the four before it. What comes
   * before the first comma of a sentence stands for itself.
   *
   * @param before the weeks before, nearest first; null where nothing was read of a week; empty
   *     where there is nothing to compare with, as for incidents of no known day
   */
  List<String> told(List<Totals> before) {
    long read = Math.max(articles, published);
    if (incidents == 0) {
      return read == 0
          ? List.of("Nothing was read of this week. That is not a report that nothing happened.")
          : List.of(
              "No incident. "
                  + counted(read, "article")
                  + (read == 1 ? " that was read belongs" : " that were read belong")
                  + " to the week, and none tells of one.");
    }
    List<Totals> known =
        before.stream().limit(WEEKS_OF_MEAN).anyMatch(Objects::nonNull) ? before : List.of();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        counted(incidents, "incident")
            + compared(incidents, known, week -> week.incidents)
            + (regions == 0 ? ", in no known region" : ", in " + counted(regions, "region"))
            + (countries > 1 ? " of " + counted(countries, "country") : "")
            + ", told by "
            + counted(articles, "article")
            + ".");
    sentences.add(
        people(killed, "killed") + compared(killed.best(), known, w -> w.killed.best()) + ".");
    sentences.add(
        people(injured, "injured") + compared(injured.best(), known, w -> w.injured.best()) + ".");
    if (known.isEmpty() && !before.isEmpty()) {
      sentences.add("There is no report from the four weeks before to compare with.");
    }
    return List.copyOf(sentences);
  }

  private static String people(Range range, String effect) {
    if (!range.reported()) {
      return "No article gives a number of people " + effect;
    }
    if (range.high() == 0) {
      return "Nobody reported " + effect;
    }
    return (range.best() == 1 ? "1 person" : Words.count(range.best()) + " people")
        + " reported "
        + effect
        + (range.sure()
            ? ""
            : " (between " + Words.count(range.low()) + " and " + Words.count(range.high()) + ")");
  }

  private static String compared(Long now, List<Totals> before, Function<Totals, Long> figure) {
    if (before.isEmpty()) {
      return "";
    }
    List<Long> told =
        before.stream()
            .limit(WEEKS_OF_MEAN)
            .filter(Objects::nonNull)
            .map(figure)
            .filter(Objects::nonNull)
            .toList();
    if (told.isEmpty()) {
      return ", with no number from the four weeks before";
    }
    Totals last = before.get(0);
    Long lastTold = last == null ? null : figure.apply(last);
    String week =
        lastTold == null ? "with no number from the week before" : difference(now, lastTold);
    double mean = told.stream().mapToLong(Long::longValue).average().orElse(0);
    return ", " + week + " (" + weeks(told.size(), lastTold != null, mean(mean)) + ")";
  }

  private static String weeks(int told, boolean lastTold, String mean) {
    if (told == WEEKS_OF_MEAN) {
      return "mean of the four weeks before: " + mean;
    }
    if (told > 1) {
      return "mean of the " + told + " weeks with reports among the four before: " + mean;
    }
    return lastTold
        ? "the only week with a report among the four before"
        : "the one week with a report among the four before: " + mean;
  }

  private static String difference(Long now, long last) {
    if (now == null) {
      return "against " + Words.count(last) + " in the week before";
    }
    long more = now - last;
    return more == 0
        ? "as many as in the week before"
        : Words.count(Math.abs(more))
            + (more > 0 ? " more" : " fewer")
            + " than in the week before";
  }

  private static String mean(double mean) {
    return mean >= 10 || mean == Math.rint(mean)
        ? Words.count(Math.round(mean))
        : String.format(Locale.ROOT, "%.1f", mean);
  }

  private static String counted(long number, String noun) {
    return Words.counted(number, noun);
  }
}
