package org.sitrep.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What two versions of the tables tell otherwise: the region-weeks, in each the incidents and the
 * articles that did it, and the corrections.
 *
 * @param regionWeeks those that changed, newest week first, undated ones last
 * @param incidents how many incidents changed in them, by what became of them
 * @param articles how many articles came, went, changed their incident or their text, likewise
 * @param uncounted articles that changed and whose incident is in neither version's incidents: the
 *     steps after clustering were not run
 * @param corrections lines of the corrections that came, went or have another status
 */
public record Difference(
    Capped<RegionWeek> regionWeeks,
    Map<Fate, Long> incidents,
    Map<Fate, Long> articles,
    long uncounted,
    Capped<CorrectionLine> corrections) {

  /** The first of some things, and how many there are. */
  record Capped<T>(List<T> shown, long all) {
    Capped {
      shown = List.copyOf(shown);
    }

    long left() {
      return all - shown.size();
    }
  }

  /** What became of an incident or an article between the versions. */
  public enum Fate {
    /** The earlier version does not have it. */
    NEW,
    /** An incident that the earlier version lacks, and whose articles were in another. */
    SPLIT,
    /** An incident that the later version lacks, and whose articles are in another. */
    MERGED,
    /** An incident of another id with the same articles. */
    RENAMED,
    /** An incident in another region-week, an article in another incident. */
    MOVED,
    /** An incident with other figures, articles, type or corrections. */
    REVISED,
    /** An article of the same id with another text. */
    REWRITTEN,
    /** The later version does not have it. */
    GONE
  }

  /**
   * A region in an ISO week.
   *
   * @param week id of the week; null for incidents without a day
   */
  record Cell(String week, String country, String region) {}

  /** The figures of a region-week or incident; null counts where a version lacks it. */
  record Figures(Long incidents, Range killed, Range injured, Long articles) {}

  /**
   * A region-week that changed.
   *
   * @param countryName in English
   * @param regionName in English; the code where there is none
   */
  record RegionWeek(
      Cell cell,
      String countryName,
      String regionName,
      Figures before,
      Figures after,
      Capped<Incident> incidents,
      Capped<Article> articles) {}

  /**
   * An incident that changed.
   *
   * @param from where it was; null where the earlier version lacks it
   * @param to where it is; null where the later version lacks it
   * @param other the incident it merged into or split from; null for none
   * @param taken incidents that merged into it
   * @param given incidents that split from it
   * @param before its figures; null where the earlier version lacks it
   * @param after its figures; null where the later version lacks it
   * @param typeBefore its event type; null where the earlier version lacks it
   * @param typeAfter its event type; null where the later version lacks it
   * @param corrected whether what was corrected by hand differs
   */
  record Incident(
      String id,
      Fate fate,
      String headline,
      Cell from,
      Cell to,
      String other,
      List<String> taken,
      List<String> given,
      Figures before,
      Figures after,
      String typeBefore,
      String typeAfter,
      boolean corrected) {
    Incident {
      taken = List.copyOf(taken);
      given = List.copyOf(given);
    }
  }

  /**
   * An article that came, went, changed its incident or its text.
   *
   * @param from the incident that had it; null for none
   * @param to the incident that has it; null for none
   * @param rewritten whether its text is another one
   * @param copy whether it is a near copy of another
   */
  record Article(
      String id,
      Fate fate,
      String source,
      LocalDate published,
      String title,
      String from,
      String to,
      boolean rewritten,
      boolean copy) {}

  /**
   * A line of the corrections.
   *
   * @param before status in the earlier version; null where it lacks the line
   * @param after status in the later version; null where it lacks the line
   */
  record CorrectionLine(
      String action,
      String article,
      String field,
      String value,
      String author,
      String note,
      String before,
      String after) {}

  /** Whether nothing differs. */
  public boolean none() {
    return regionWeeks.all() == 0 && uncounted == 0 && corrections.all() == 0;
  }
}
