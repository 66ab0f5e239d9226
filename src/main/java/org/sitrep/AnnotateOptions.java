package org.sitrep;

import picocli.CommandLine.Option;

/** What annotation knows of the world and of the corpus. */
final class AnnotateOptions {
  @Option(
      names = "--gazetteer",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Gazetteer to use instead of the embedded one.")
  String gazetteer = "";

  @Option(
      names = "--statistics",
      paramLabel = "DIR",
      description =
          "Another output whose frozen statistics (sources, document_frequencies) are used by a new output.")
  String statistics;
}
