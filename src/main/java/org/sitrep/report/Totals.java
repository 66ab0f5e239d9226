package org.sitrep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * The sums of one week over its regions.
 *
 * @param articles articles whose incident lies in the week
 * @param published articles published in the week
 */
record Totals(
    long incidents,
    long regions,
    long countries,
    long articles,
    long published,
    Range killed,
    Range injured) {

  /** Weeks before, with which a week is compared. */
  static final int WEEKS_OF_MEAN = 4;

  /**
   * The week in sentences, against the week before and the mean of the four before it.
   *
   * @param before the weeks before, nearest first; null where nothing was read of a week
   */
  List<String> told(List<Totals> before) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        counted(incidents, "incident")
            + " in "
            + counted(regions, "region")
            + (countries > 1 ? " of " + counted(countries, "country") : "")
            + ", told by "
            + counted(articles, "article")
            + compared(incidents, before, week -> week.incidents)
            + ".");
    sentences.add(
        people(killed, "killed") + compared(killed.best(), before, w -> w.killed.best()) + ".");
    sentences.add(
        people(injured, "injured") + compared(injured.best(), before, w -> w.injured.best()) + ".");
    return List.copyOf(sentences);
  }

  private static String people(Range range, String effect) {
    if (!range.reported()) {
      return "No report gives a number of " + effect;
    }
    if (range.high() == 0) {
      return "Nobody was reported " + effect;
    }
    return (range.best() == 1 ? "1 person" : Words.count(range.best()) + " people")
        + " reported "
        + effect
        + (range.sure()
            ? ""
            : " (between " + Words.count(range.low()) + " and " + Words.count(range.high()) + ")");
  }

  private static String compared(Long now, List<Totals> before, Function<Totals, Long> figure) {
    Totals last = before.isEmpty() ? null : before.get(0);
    List<Long> told =
        before.stream()
            .limit(WEEKS_OF_MEAN)
            .filter(Objects::nonNull)
            .map(figure)
            .filter(Objects::nonNull)
            .toList();
    if (told.isEmpty()) {
      return "; nothing was reported in the four weeks before to compare with";
    }
    String week =
        last == null || figure.apply(last) == null
            ? "no report in the week before"
            : difference(now, figure.apply(last));
    double mean = told.stream().mapToLong(Long::longValue).average().orElse(0);
    String weeks =
        told.size() == WEEKS_OF_MEAN
            ? "the mean of the four weeks before is "
            : "the mean of the "
                + (told.size() == 1 ? "one week with reports" : told.size() + " weeks with reports")
                + " among the four before is ";
    return "; " + week + ", " + weeks + mean(mean);
  }

  private static String difference(Long now, Long last) {
    if (now == null) {
      return Words.count(last) + " in the week before";
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
