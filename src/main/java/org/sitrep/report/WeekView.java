package org.sitrep.report;

import java.util.List;

/**
 * What the page of one week shows, in the order in which it stands there. Texts are raw: the
 * template escapes them; what is named svg is markup of {@code report.chart}.
 *
 * @param id for example 2015-W17; null for the incidents of no known day
 * @param days for example 20–26 Apr 2015; null for those
 * @param country the only country that it tells of; null for all
 * @param earlier the page of the week before among the pages; null where there is none
 * @param later the page of the week after
 * @param lede the week in sentences
 * @param map figure with map and key; null where no incident has a place
 * @param unmapped incidents that the map leaves out
 * @param axis the scale of the ranges
 * @param spark what the sparklines show
 * @param regions deadliest first
 * @param regionsLeftOut how many more regions there are
 * @param incidents deadliest first
 * @param incidentsLeftOut how many more incidents there are
 * @param changes what differs from the run before; null where there is none to compare with
 * @param quality what to know before using the figures
 * @param files names of the files beside the page
 */
public record WeekView(
    String id,
    String days,
    String country,
    String earlier,
    String later,
    List<String> lede,
    String map,
    long unmapped,
    String axis,
    String spark,
    List<Region> regions,
    long regionsLeftOut,
    List<Incident> incidents,
    long incidentsLeftOut,
    Changes changes,
    Quality quality,
    List<String> files) {

  /**
   * A figure as it is printed.
   *
   * @param best the best value; a dash where nobody reports
   * @param bounds {@code 100–130}; null where the bounds agree with the best value
   * @param order what a table is sorted by: the best value, -1 where nobody reports
   */
  public record Figure(String best, String bounds, long order) {}

  /**
   * One region of the week.
   *
   * @param name null where unknown
   * @param code null where unknown
   * @param bar the range of the killed as svg
   * @param course the killed of the weeks up to this one as svg
   * @param types {@code battles 2}, most frequent first
   */
  public record Region(
      String name,
      String code,
      String country,
      long incidents,
      Figure killed,
      String bar,
      Figure injured,
      long articles,
      long sources,
      List<String> types,
      String course,
      List<String> warnings,
      List<String> terms,
      List<String> actors) {}

  /**
   * One of the largest incidents.
   *
   * @param anchor its place on the page
   * @param fresh whether the run before did not know it
   * @param confidence for example .72; null where unknown
   * @param claims the same figure of the same claimant once, by claimant
   */
  public record Incident(
      String id,
      String anchor,
      String title,
      boolean fresh,
      List<String> facts,
      Figure killed,
      String classes,
      Figure injured,
      String confidence,
      List<String> warnings,
      List<Claimant> claimants,
      long claimsLeftOut,
      List<Source> sources,
      long sourcesLeftOut) {}

  /** What one claimant says of an incident. */
  public record Claimant(String name, String side, List<Claim> claims) {}

  /**
   * One figure of a claimant.
   *
   * @param what {@code at least 40 killed, rebels}
   * @param status one word
   * @param reason why it has that status
   * @param outlets where it stands
   */
  public record Claim(String what, String status, String reason, String outlets) {}

  /**
   * An article.
   *
   * @param url of http or https; null where it has none
   */
  public record Source(String outlet, String title, String url, String day, boolean copy) {}

  /**
   * What differs from the run before.
   *
   * @param fresh incidents of the week that it did not know
   * @param gone incidents that it counted in the week and that are no longer there
   * @param revised regions whose figures differ
   */
  public record Changes(
      String since, long fresh, long gone, List<Revision> revised, long revisedLeftOut) {}

  /**
   * A region whose figures differ from those of the run before.
   *
   * @param before incidents, killed and injured in words
   * @param now the same
   * @param because articles that are new in its incidents
   */
  public record Revision(
      String region,
      String country,
      String before,
      String now,
      List<Source> because,
      long becauseLeftOut) {}

  /** Counts in words, and the regions that no article tells of. */
  public record Quality(List<Line> lines, List<Uncovered> uncovered) {}

  /** A count with its name. */
  public record Line(String name, String value, String note) {}

  /** Divisions of a country of which no article of the week tells. */
  public record Uncovered(String country, long count, long all, List<String> names) {}
}
