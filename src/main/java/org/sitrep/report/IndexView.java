package org.sitrep.report;

import java.util.List;

/**
 * What the page of all weeks shows.
 *
 * @param country the only country that it tells of; null for all
 * @param axis the scale of the ranges
 * @param key what the letters of the types mean
 * @param weeks newest first; the incidents of no known day last
 * @param weeksLeftOut older weeks that are not listed
 * @param quality counts over the whole output
 * @param files names of the files beside the page
 */
public record IndexView(
    String country,
    String axis,
    String key,
    List<Week> weeks,
    long weeksLeftOut,
    List<WeekView.Line> quality,
    List<String> files) {

  /**
   * One week.
   *
   * @param page its page; null where it has none
   * @param types a bar of its event types as svg
   */
  public record Week(
      String id,
      String days,
      String page,
      long incidents,
      long regions,
      long articles,
      WeekView.Figure killed,
      String bar,
      String types) {}
}
