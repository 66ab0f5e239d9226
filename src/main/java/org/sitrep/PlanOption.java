package org.sitrep;

import picocli.CommandLine.Option;

/** Telling instead of doing; every writing command has it. */
final class PlanOption {
  @Option(names = "--plan", description = "Tells what would be read and written, and does nothing.")
  boolean only;
}
