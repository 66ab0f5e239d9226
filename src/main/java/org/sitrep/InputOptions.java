package org.sitrep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is read and what its fields are called. */
final class InputOptions {
  @Option(
      names = {"-i", "--input"},
      paramLabel = "PATH",
      arity = "1..*",
      description = {
        "Files, folders or globs: .txt, .jsonl, .ndjson, .json, .csv, .parquet, also compressed (.gz, .bz2).",
        "Without it the embedded sample corpus, where the output is new."
      })
  List<String> inputs = List.of();

  @Option(
      names = "--metadata",
      paramLabel = "FILE",
      description =
          "CSV or JSONL whose column `file` names an input file and whose other columns are the usual fields.")
  String metadata;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description =
          "Reads a field (id, url, title, text, published_at, source, language) from a column of another name.")
  Map<String, String> map = new LinkedHashMap<>();
}
