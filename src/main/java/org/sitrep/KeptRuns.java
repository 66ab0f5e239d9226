package org.sitrep;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import org.sitrep.tables.Version;

/**
 * The runs of which an output keeps the tables, by the names that people give them.
 *
 * @param output folder of the output, for messages
 * @param kept the versions, newest first
 * @param others ids of all runs that the output remembers, kept or not
 */
record KeptRuns(String output, List<Version> kept, List<String> others) {

  /** Name of the published version. */
  static final String LATEST = "latest";

  /** Name of the version before it. */
  static final String PREVIOUS = "previous";

  /** The first contract of the tables that has every column which is compared. */
  static final int CONTRACT = 1;

  /** Versions that an error names. */
  private static final int NAMED = 12;

  KeptRuns {
    kept = List.copyOf(kept);
    others = List.copyOf(others);
  }

  /**
   * The version of that name.
   *
   * @param name a run id or the first characters of one, {@code latest} or {@code previous}
   * @throws UsageException where there is none, more than one, or its tables were removed
   */
  Version version(String name) {
    if (kept.isEmpty()) {
      throw new UsageException("no tables in " + output + "; run `sitrep run --output DIR` first");
    }
    if (name.equals(LATEST)) {
      return kept.get(0);
    }
    if (name.equals(PREVIOUS)) {
      if (kept.size() < 2) {
        throw new UsageException("there is no run before the latest in " + output + "; " + there());
      }
      return kept.get(1);
    }
    List<Version> found = kept.stream().filter(run -> run.runId().equals(name)).toList();
    if (found.isEmpty() && !name.isBlank()) {
      found = kept.stream().filter(run -> run.runId().startsWith(name)).toList();
    }
    if (found.size() > 1) {
      throw new UsageException(
          "more than one run begins with "
              + name
              + ": "
              + listed(found.stream().map(Version::runId).toList())
              + "; give more characters");
    }
    return found.stream().findFirst().orElseThrow(() -> unknown(name));
  }

  private UsageException unknown(String name) {
    boolean removed = !name.isBlank() && others.stream().anyMatch(run -> run.startsWith(name));
    return new UsageException(
        (removed
                ? "the tables of run " + name + " were removed or never published"
                : "no run " + name + " in " + output)
            + "; "
            + there());
  }

  private String there() {
    return "there "
        + (kept.size() == 1 ? "is " : "are ")
        + listed(
            Stream.iterate(0, i -> i < kept.size(), i -> i + 1)
                .map(
                    i ->
                        kept.get(i).runId()
                            + (i == 0 ? " (" + LATEST + ")" : i == 1 ? " (" + PREVIOUS + ")" : ""))
                .toList());
  }

  private static String listed(List<String> runs) {
    return runs.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (runs.size() > NAMED
            ? " and " + (runs.size() - NAMED) + " more (`sitrep runs` lists them)"
            : "");
  }

  /**
   * A version whose tables can be compared.
   *
   * @throws UsageException where it lacks a table, or was written under another contract
   */
  static Version comparable(Version version) {
    if (version.schemaVersion() < CONTRACT || version.schemaVersion() > Tables.SCHEMA_VERSION) {
      throw new UsageException(
          "run "
              + version.runId()
              + " wrote its tables under contract "
              + version.schemaVersion()
              + " (sitrep "
              + version.codeVersion()
              + "); this sitrep compares contracts "
              + CONTRACT
              + " to "
              + Tables.SCHEMA_VERSION);
    }
    for (Table table :
        List.of(Tables.ARTICLES, Tables.INCIDENT_ARTICLES, Tables.INCIDENTS, Tables.REGION_WEEKS)) {
      if (!version.tables().containsKey(table.name())) {
        throw new UsageException(
            "run "
                + version.runId()
                + " ended before the table "
                + table.name()
                + " was made; compare a run that did all steps (`sitrep runs` lists them)");
      }
    }
    return version;
  }
}
