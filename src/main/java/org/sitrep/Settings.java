package org.sitrep;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.text.Resources;

/**
 * How the steps work: the keys {@code spark.sitrep.<step>.<name>} of the job's settings files, with
 * their defaults from {@code settings.tsv}.
 *
 * @param values every known key with its value
 */
record Settings(Map<String, String> values) {

  private static final String PREFIX = "spark.sitrep.";

  /**
   * The settings of a session.
   *
   * @param configured all keys of the session; those outside {@code spark.sitrep.} are Spark's
   * @throws UsageException for an unknown key
   */
  static Settings of(Map<String, String> configured) {
    Map<String, String> values = new TreeMap<>();
    for (String[] row : Resources.rows(Settings.class, "settings.tsv")) {
      values.put(row[0], row[1]);
    }
    configured.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            if (!values.containsKey(key)) {
              throw new UsageException(
                  "unknown setting " + key + "; known are " + String.join(", ", values.keySet()));
            }
            values.put(key, value.strip());
          }
        });
    return new Settings(Map.copyOf(values));
  }

  /** The keys with default and meaning, as declared. */
  static List<String[]> declared() {
    return Resources.rows(Settings.class, "settings.tsv");
  }

  /** The settings of a step by their short names. */
  Map<String, String> step(String step) {
    Map<String, String> own = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX + step + ".")) {
            own.put(key.substring(PREFIX.length() + step.length() + 1), value);
          }
        });
    return own;
  }

  int integer(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "setting " + PREFIX + name + " must be a whole number, not " + text(name));
    }
  }

  double number(String name) {
    try {
      return Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      throw new UsageException("setting " + PREFIX + name + " must be a number, not " + text(name));
    }
  }

  String text(String name) {
    String value = values.get(PREFIX + name);
    if (value == null) {
      throw new IllegalArgumentException("undeclared setting " + PREFIX + name);
    }
    return value;
  }
}
