package org.sitrep;

import picocli.CommandLine.Option;

/** The folder that holds the tables; every command has it. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "sitrep-out",
      description = "Folder of the tables (default: ./${DEFAULT-VALUE}).")
  String folder;
}
