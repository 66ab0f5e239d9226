package org.sitrep.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The columns met in one input file: those that are read and those that are ignored. */
final class Columns {

  /** Records with names made up on the fly must not fill the memory. */
  private static final int MOST_NAMES = 200;

  private final FieldNames names;
  private final Map<String, Optional<FieldNames.Target>> met = new HashMap<>();
  private final SortedSet<String> ignored = new TreeSet<>();

  Columns(FieldNames names) {
    this.names = names;
  }

  FieldNames names() {
    return names;
  }

  /** What a column holds; empty for one that is ignored. */
  Optional<FieldNames.Target> target(String column) {
    Optional<FieldNames.Target> known = met.get(column);
    if (known != null) {
      return known;
    }
    Optional<FieldNames.Target> target = names.target(column);
    if (met.size() < 2 * MOST_NAMES) {
      met.put(column, target);
    }
    if (target.isEmpty() && ignored.size() < MOST_NAMES) {
      ignored.add(Characters.cut(Characters.wellFormed(column), 100));
    }
    return target;
  }

  /** Names of the columns ignored so far. */
  SortedSet<String> ignored() {
    return ignored;
  }

  /** The values of one record; of several columns for one field the best named counts. */
  static final class Values {
    private final Map<Field, Object> values = new EnumMap<>(Field.class);
    private final Map<Field, Integer> ranks = new EnumMap<>(Field.class);

    void put(FieldNames.Target target, Object value) {
      if (value == null || value instanceof String string && string.isBlank()) {
        return;
      }
      Integer rank = ranks.get(target.field());
      if (rank == null || target.rank() < rank) {
        ranks.put(target.field(), target.rank());
        values.put(target.field(), value);
      }
    }

    Map<Field, Object> fields() {
      return values;
    }
  }
}
