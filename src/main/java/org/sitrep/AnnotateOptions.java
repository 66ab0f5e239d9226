package org.sitrep;

import picocli.CommandLine.Option;

/** What annotation knows of the world and of the corpus. */
final class AnnotateOptions {
  @Option(
      names = "--gazetteer",
      paramLabel = "DIR",
      defaultValue = "",
      description =
          "Folder with GeoNames' files (allCountries.txt or SY.txt ..., alternateNamesV2.txt,"
              + " admin1CodesASCII.txt, admin2Codes.txt) instead of the embedded gazetteer.")
  String gazetteer = "";

  @Option(
      names = "--actors",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "Actors of your own, in a CSV or TSV with the columns name, aliases (separated by |), class,"
              + " side, country, from, to (years); they win over the embedded ones.")
  String actors = "";

  @Option(
      names = "--statistics",
      paramLabel = "DIR",
      description =
          "Another output whose frozen statistics (sources, document_frequencies) are used by a new output.")
  String statistics;
}
