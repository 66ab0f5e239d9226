package org.sitrep.correct;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.event.EventType;
import org.sitrep.event.EventTypes;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Correction;

/** What can be known to be wrong in corrections before any article is looked at. */
final class CorrectionChecks {

  static final String UNKNOWN = "unknown";

  private static final int MOST_VICTIMS = 10_000_000;

  private final List<String> problems;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Correction> splits = new HashMap<>();
  private final Map<String, Integer> drops = new HashMap<>();
  private final Map<String, Map<String, Correction>> fields = new LinkedHashMap<>();

  /**
   * Checks that add to a list of problems.
   *
   * @param problems what is wrong, each with its line
   */
  CorrectionChecks(List<String> problems) {
    this.problems = problems;
  }

  /** The lines, those with a problem left out. */
  List<Correction> checked(List<Correction> corrections) {
    List<Correction> good = new ArrayList<>();
    for (Correction correction : corrections) {
      int before = problems.size();
      if (correction.articleId() == null) {
        problem(correction, "column article_id is empty");
      } else if (correction.action() == null) {
        problem(correction, "column action is empty");
      } else {
        line(correction);
      }
      if (problems.size() == before) {
        good.add(correction);
      }
    }
    good.stream().filter(row -> row.action().equals("merge")).forEach(this::apart);
    fields.forEach(this::together);
    return good;
  }

  private void line(Correction row) {
    switch (row.action()) {
      case "merge" -> merge(row);
      case "split" -> {
        without(row, "field", row.field());
        once(row, "split");
        splits.put(row.articleId(), row);
      }
      case "drop" -> {
        without(row, "field", row.field());
        without(row, "value", row.value());
        once(row, "drop");
        drops.put(row.articleId(), row.line());
      }
      case "move", "override" -> field(row);
      default ->
          problem(
              row,
              "unknown action \"%s\"; the actions are merge, split, move, override and drop",
              row.action());
    }
  }

  private void merge(Correction row) {
    without(row, "field", row.field());
    if (row.value() == null) {
      problem(row, "column value is empty; merge takes an article of the other incident");
    } else if (row.value().equals(row.articleId())) {
      problem(row, "merges %s with itself", row.articleId());
    } else {
      boolean first = row.articleId().compareTo(row.value()) < 0;
      once(
          row,
          "merge\n"
              + (first ? row.articleId() : row.value())
              + "\n"
              + (first ? row.value() : row.articleId()));
    }
  }

  private void field(Correction row) {
    List<String> known = Topic.fieldsOf(row.action()).orElseThrow();
    if (row.field() == null || !known.contains(row.field())) {
      problem(
          row,
          "%s; %s takes %s",
          row.field() == null ? "column field is empty" : "unknown field \"" + row.field() + "\"",
          row.action(),
          String.join(", ", known));
      return;
    }
    if (row.value() == null) {
      problem(row, "column value is empty");
      return;
    }
    int before = problems.size();
    value(row);
    if (problems.size() == before && once(row, row.field())) {
      fields.computeIfAbsent(row.articleId(), id -> new HashMap<>()).put(row.field(), row);
    }
  }

  private void value(Correction row) {
    String value = row.value();
    switch (row.field()) {
      case "region_code" -> {
        if (Gazetteer.embedded().division(value).isEmpty()) {
          problem(
              row, "no region %s; give an ISO 3166-2 code as in column region_code, SY-ID", value);
        }
      }
      case "country_code" -> {
        if (Gazetteer.embedded().country(value).isEmpty()) {
          problem(row, "no country %s; give an ISO 3166-1 code, SY", value);
        }
      }
      case "place_name" -> {}
      case "latitude" -> degrees(row, 90);
      case "longitude" -> degrees(row, 180);
      case "date_start", "date_end" -> {
        if (day(value) == null) {
          problem(row, "%s is no day; write it as 2015-04-23", value);
        }
      }
      case "sub_event_type" -> {
        if (EventTypes.vocabulary().stream().noneMatch(type -> type.subEventType().equals(value))) {
          problem(
              row,
              "no sub-event type %s; they are %s",
              value,
              String.join(
                  ", ", EventTypes.vocabulary().stream().map(EventType::subEventType).toList()));
        }
      }
      default -> figure(row);
    }
  }

  private void figure(Correction row) {
    boolean whole = Topic.of(row.field()).fields().get(0).equals(row.field());
    if (whole && row.value().equals(UNKNOWN)) {
      return;
    }
    boolean digits = row.value().chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || row.value().length() > 8 || Integer.parseInt(row.value()) > MOST_VICTIMS) {
      problem(
          row,
          "%s is no figure; write digits alone, at most %d%s",
          row.value(),
          MOST_VICTIMS,
          whole ? ", or unknown where nobody reports one" : "");
    }
  }

  private void degrees(Correction row, int most) {
    try {
      double degrees = Double.parseDouble(row.value());
      if (!(Math.abs(degrees) <= most) || !row.value().matches("[-+]?[0-9]+([.][0-9]+)?")) {
        throw new NumberFormatException();
      }
    } catch (NumberFormatException e) {
      problem(
          row,
          "%s is no %s; write decimal degrees with a point, -%d to %d",
          row.value(),
          row.field(),
          most,
          most);
    }
  }

  /** Null where it is none. */
  static LocalDate day(String value) {
    try {
      return value.length() == 10 ? LocalDate.parse(value) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Two articles that are split off by themselves are no pair to merge. */
  private void apart(Correction row) {
    Correction one = splits.get(row.articleId());
    Correction other = splits.get(row.value());
    if (one != null && other != null && !new Label(one).equals(new Label(other))) {
      problem(
          row,
          "merges %s and %s, which lines %d and %d split apart",
          row.articleId(),
          row.value(),
          one.line(),
          other.line());
    }
  }

  /** What the lines of one article say together. */
  private void together(String article, Map<String, Correction> rows) {
    Integer dropped = drops.get(article);
    if (dropped != null) {
      Correction any = rows.values().iterator().next();
      for (Correction row : rows.values()) {
        any = row.line() < any.line() ? row : any;
      }
      problem(any, "corrects the incident of %s, which line %d drops", article, dropped);
    }
    where(rows);
    Correction start = rows.get("date_start");
    Correction end = rows.get("date_end");
    if (end != null && start == null) {
      problem(end, "date_end without date_start");
    } else if (end != null && day(end.value()).isBefore(day(start.value()))) {
      problem(end, "the last day is before the first of line %d", start.line());
    }
    figures(rows, Topic.KILLED);
    figures(rows, Topic.INJURED);
  }

  private void where(Map<String, Correction> rows) {
    Correction region = rows.get("region_code");
    Correction country = rows.get("country_code");
    if (region != null
        && country != null
        && !Gazetteer.embedded()
            .division(region.value())
            .orElseThrow()
            .countryCode()
            .equals(country.value())) {
      problem(country, "%s is not in %s", region.value(), country.value());
    }
    Correction latitude = rows.get("latitude");
    Correction longitude = rows.get("longitude");
    if (latitude != null && longitude == null) {
      problem(latitude, "latitude without longitude");
    }
    if (longitude != null && latitude == null) {
      problem(longitude, "longitude without latitude");
    }
  }

  private void figures(Map<String, Correction> rows, Topic topic) {
    List<Correction> given =
        topic.fields().stream().filter(rows::containsKey).map(rows::get).toList();
    if (given.size() > 1 && rows.containsKey(topic.fields().get(0))) {
      problem(
          given.get(1),
          "%s beside %s of line %d, which is all three",
          given.get(1).field(),
          given.get(0).field(),
          given.get(0).line());
      return;
    }
    for (int i = 1; i < given.size(); i++) {
      if (Integer.parseInt(given.get(i).value()) < Integer.parseInt(given.get(i - 1).value())) {
        problem(
            given.get(i),
            "%s %s is below %s %s of line %d",
            given.get(i).field(),
            given.get(i).value(),
            given.get(i - 1).field(),
            given.get(i - 1).value(),
            given.get(i - 1).line());
      }
    }
  }

  private boolean once(Correction row, String what) {
    String key = what.startsWith("merge\n") ? what : row.articleId() + "\n" + what;
    Integer before = lines.putIfAbsent(key, row.line());
    if (before != null) {
      problem(
          row,
          "%s of %s stands already in line %d",
          row.field() == null ? row.action() : row.field(),
          row.articleId(),
          before);
    }
    return before == null;
  }

  private void without(Correction row, String column, String cell) {
    if (cell != null) {
      problem(row, "%s takes no %s, here \"%s\"", row.action(), column, cell);
    }
  }

  private void problem(Correction row, String message, Object... arguments) {
    problems.add("line " + row.line() + ": " + message.formatted(arguments));
  }
}
