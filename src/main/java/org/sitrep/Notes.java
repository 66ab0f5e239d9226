package org.sitrep;

import java.util.ArrayList;
import java.util.List;

/** What a run has to tell besides counts: ignored columns, unmatched metadata, skipped files. */
final class Notes {
  private final List<String> lines = new ArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
