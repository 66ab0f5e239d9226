package org.sitrep.ingest;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sitrep.text.Resources;

/** Which column of an input file is which field of an article. */
final class FieldNames implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * What a column holds.
   *
   * @param field the field
   * @param rank 0 for the field's best name; where a record has several, the lowest rank counts
   */
  record Target(Field field, int rank) implements Serializable {}

  private final Map<Field, String> overrides;
  private final Map<String, Target> targets;
  private final EnumSet<Field> needed;

  private FieldNames(
      Map<Field, String> overrides, Map<String, Target> targets, EnumSet<Field> needed) {
    this.overrides = overrides;
    this.targets = targets;
    this.needed = needed;
  }

  /** The recognised names in a metadata file. */
  static FieldNames ofMetadata() {
    return of(Map.of(), EnumSet.of(Field.FILE));
  }

  /**
   * The recognised names, with overrides.
   *
   * @param overrides field to the only column that holds it, for example {@code text} to {@code
   *     article_content}; that column then holds nothing else
   * @throws IllegalArgumentException where an override names no field of an article
   */
  static FieldNames of(Map<String, String> overrides) {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    overrides.forEach((field, column) -> columns.put(mappable(field), column));
    return of(columns, EnumSet.of(Field.TITLE, Field.TEXT));
  }

  private static Field mappable(String name) {
    return Field.named(name)
        .filter(field -> field != Field.FILE)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no field "
                        + name
                        + " to map; the fields are "
                        + EnumSet.complementOf(EnumSet.of(Field.FILE)).stream()
                            .map(Field::label)
                            .collect(Collectors.joining(", "))));
  }

  private static FieldNames of(Map<Field, String> overrides, EnumSet<Field> needed) {
    Map<String, Target> targets = new HashMap<>();
    overrides.forEach(
        (field, column) -> {
          if (targets.put(folded(column), new Target(field, 0)) != null) {
            throw new IllegalArgumentException("column " + column + " is mapped to two fields");
          }
        });
    int rank = 0;
    for (String[] row : Resources.rows(FieldNames.class, "fields.tsv")) {
      Field field = Field.named(row[0]).orElseThrow();
      boolean known = field != Field.FILE || needed.contains(Field.FILE);
      if (known && !overrides.containsKey(field)) {
        targets.putIfAbsent(folded(row[1]), new Target(field, rank++));
      }
    }
    return new FieldNames(overrides, targets, needed);
  }

  /** What a column holds, if it is recognised. */
  Optional<Target> target(String column) {
    return Optional.ofNullable(targets.get(folded(column)));
  }

  /** Whether a record with that field can be used, whatever else it lacks. */
  boolean isNeeded(Field field) {
    return needed.contains(field);
  }

  /** What is missing where no needed field is there, and the remedy. */
  String missing() {
    String fields = needed.stream().map(Field::label).collect(Collectors.joining(" or "));
    if (needed.contains(Field.FILE)) {
      return "no column " + fields;
    }
    return overrides.containsKey(Field.TEXT)
        ? "no column for %s; text was looked for in %s".formatted(fields, overrides.get(Field.TEXT))
        : "no column for %s; name it with --map text=COLUMN".formatted(fields);
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        folded.append(c);
      }
    }
    // A name without any letter or digit stands for itself.
    return folded.isEmpty() ? name : folded.toString().toLowerCase(Locale.ROOT);
  }
}
