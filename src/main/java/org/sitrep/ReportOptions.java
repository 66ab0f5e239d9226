package org.sitrep;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.sitrep.report.Crosswalk;
import org.sitrep.report.Reported;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which weeks and which country are reported, and where to. */
final class ReportOptions {
  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = {
        "ISO week, for example 2015-W17: with --to its page alone; without, beside the pages of",
        "the latest weeks."
      })
  String week;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "ISO 3166-1 code, for example SY: of this country alone; needs --to.")
  private String country;

  @Option(names = "--all", description = "Pages of all weeks, not of the latest 12 alone.")
  private boolean all;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder for pages and files (default: published in OUT/latest/report).")
  String to;

  @Mixin private CrosswalkOption crosswalk = new CrosswalkOption();

  /**
   * Looks whether the options go together.
   *
   * @throws UsageException where they do not
   */
  void check() {
    if (all && week != null) {
      throw new UsageException("--all and --week exclude each other");
    }
    if (country != null) {
      if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
        throw new UsageException("--country " + country + " is no ISO 3166-1 code; give one as SY");
      }
      if (to == null) {
        throw new UsageException("--country needs --to DIR: the published report tells of all");
      }
    }
  }

  Reported.Scope scope(SparkSession spark) {
    check();
    Reported.Which which =
        all
            ? Reported.Which.ALL
            : week != null && to != null ? Reported.Which.ONE : Reported.Which.LATEST;
    Crosswalk codes = crosswalk.read(spark);
    return new Reported.Scope(which, week, country, codes);
  }
}
