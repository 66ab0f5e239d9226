package org.sitrep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.sitrep.report.Difference.Capped;

/** A difference as lines for the terminal: the region-weeks, then each with what did it. */
public final class DifferenceText {

  private static final int LINE = 150;

  /** Incidents named in one cell. */
  private static final int NAMED = 3;

  private static final String TO = "→";

  private final StringBuilder text = new StringBuilder();

  private DifferenceText() {}

  /** The text, each line ended by a line break. */
  public static String of(Difference difference) {
    DifferenceText told = new DifferenceText();
    told.sums(difference);
    told.regionWeeks(difference.regionWeeks());
    difference.regionWeeks().shown().forEach(told::regionWeek);
    told.corrections(difference.corrections());
    return told.text.toString();
  }

  private void sums(Difference difference) {
    if (difference.none()) {
      line("No region-week, incident, article or correction differs.");
      return;
    }
    line(
        difference.regionWeeks().all() == 0
            ? "No region-week differs."
            : Words.counted(difference.regionWeeks().all(), "region-week")
                + " changed"
                + sum(difference.incidents(), "incident")
                + sum(difference.articles(), "article")
                + ".");
    if (difference.uncounted() > 0) {
      line(
          Words.counted(difference.uncounted(), "article")
              + " changed whose incident is in no table of incidents yet: a version was not"
              + " reconciled (sitrep reconcile, statistics).");
    }
  }

  private static String sum(Map<Difference.Fate, Long> counts, String noun) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return "; no " + noun;
    }
    StringJoiner parts = new StringJoiner(", ", " (", ")");
    for (Difference.Fate fate : Difference.Fate.values()) {
      if (counts.containsKey(fate)) {
        parts.add(Words.of("fate", fate.name()) + " " + Words.count(counts.get(fate)));
      }
    }
    return "; " + Words.counted(all, noun) + parts;
  }

  private void regionWeeks(Capped<Difference.RegionWeek> regionWeeks) {
    if (regionWeeks.all() == 0) {
      return;
    }
    text.append('\n');
    List<List<String>> rows = new ArrayList<>();
    for (Difference.RegionWeek each : regionWeeks.shown()) {
      rows.add(
          List.of(
              each.countryName(),
              each.regionName(),
              Weeks.name(each.cell().week()),
              changed(each, figures -> count(figures.incidents())),
              changed(each, figures -> figures.killed().text()),
              changed(each, figures -> figures.injured().text()),
              changed(each, figures -> count(figures.articles()))));
    }
    text.append(
        TextTable.fitted(
            List.of("country", "region", "week", "incidents", "killed", "injured", "articles"),
            rows,
            LINE));
    left(regionWeeks, "region-week", "");
  }

  private static String count(Long count) {
    return count == null ? "0" : count.toString();
  }

  private static String changed(
      Difference.RegionWeek each, Function<Difference.Figures, String> figure) {
    return changed(figure.apply(each.before()), figure.apply(each.after()));
  }

  /**
   * {@code 5 → 7}; one value where both are the same; {@code → 7} and {@code 5 →} where one side
   * has no such incident.
   */
  private static String changed(String before, String after) {
    if (Objects.equals(before, after)) {
      return after;
    }
    if (before == null) {
      return after.equals(Range.NO_REPORT) ? after : TO + " " + after;
    }
    if (after == null) {
      return before.equals(Range.NO_REPORT) ? before : before + " " + TO;
    }
    return before + " " + TO + " " + after;
  }

  private void regionWeek(Difference.RegionWeek each) {
    Difference.Cell cell = each.cell();
    String title =
        TextTable.line(
            Weeks.name(cell.week())
                + "  "
                + each.regionName()
                + ("XX".equals(cell.region()) || each.regionName().equals(cell.region())
                    ? ""
                    : " (" + cell.region() + ")")
                + ", "
                + each.countryName());
    text.append('\n').append(title).append('\n');
    text.append("-".repeat(TextTable.width(title))).append('\n');
    if (each.before().incidents() == null && each.after().incidents() == null) {
      line("  in neither version's region_weeks: one was not counted anew (sitrep statistics)");
    }
    if (each.incidents().all() == 0) {
      line("  no incident differs: one of the versions was not counted anew (sitrep statistics)");
    } else {
      incidents(each.incidents(), cell);
    }
    if (each.articles().all() == 0) {
      line(
          "  no article came, went or moved: a correction, a setting or the version of sitrep did"
              + " it");
    } else {
      text.append('\n');
      articles(each.articles());
    }
  }

  private void incidents(Capped<Difference.Incident> incidents, Difference.Cell cell) {
    List<List<String>> rows = new ArrayList<>();
    for (Difference.Incident each : incidents.shown()) {
      rows.add(
          List.of(
              each.id(),
              what(each, cell),
              changed(each, figures -> figures.killed().text()),
              changed(each, figures -> figures.injured().text()),
              changed(each, figures -> count(figures.articles())),
              each.headline()));
    }
    indented(
        TextTable.fitted(
            List.of("incident", "what", "killed", "injured", "articles", "headline"), rows, LINE));
    left(incidents, "incident", "  ");
  }

  private static String changed(
      Difference.Incident each, Function<Difference.Figures, String> figure) {
    return changed(
        each.before() == null ? null : figure.apply(each.before()),
        each.after() == null ? null : figure.apply(each.after()));
  }

  /** What became of an incident, as seen from a region-week in which it was or is. */
  static String what(Difference.Incident each, Difference.Cell cell) {
    List<String> parts = new ArrayList<>();
    switch (each.fate()) {
      case NEW -> parts.add("new");
      case GONE -> parts.add("gone");
      case MERGED -> parts.add("merged into " + each.other());
      case SPLIT -> parts.add("split from " + each.other());
      case RENAMED ->
          parts.add(each.to() == null ? "is now " + each.other() : "was " + each.other());
      case MOVED ->
          parts.add(
              cell.equals(each.to())
                  ? "moved from " + place(each.from())
                  : "moved to " + place(each.to()));
      default -> {
        // what it is, follows
      }
    }
    if (!each.taken().isEmpty()) {
      parts.add("took in " + named(each.taken()));
    }
    if (!each.given().isEmpty()) {
      parts.add("lost " + named(each.given()));
    }
    if (each.corrected()) {
      parts.add("corrected by hand");
    }
    if (each.before() != null && each.after() != null) {
      if (!Objects.equals(each.typeBefore(), each.typeAfter())) {
        parts.add("type " + changed(each.typeBefore(), each.typeAfter()));
      }
      if (parts.isEmpty()) {
        boolean same =
            each.before().killed().equals(each.after().killed())
                && each.before().injured().equals(each.after().injured());
        parts.add(same ? "other articles" : "other figures");
      }
    }
    return String.join("; ", parts);
  }

  private static String place(Difference.Cell cell) {
    return ("XX".equals(cell.region()) ? cell.country() + " " : "")
        + cell.region()
        + " "
        + Weeks.name(cell.week());
  }

  private static String named(List<String> ids) {
    String first = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    return ids.size() <= NAMED ? first : first + " and " + (ids.size() - NAMED) + " more";
  }

  private void articles(Capped<Difference.Article> articles) {
    List<List<String>> rows = new ArrayList<>();
    for (Difference.Article each : articles.shown()) {
      rows.add(
          List.of(
              each.id(),
              Words.of("fate", each.fate().name())
                  + (each.rewritten() && each.fate() != Difference.Fate.REWRITTEN
                      ? ", " + Words.of("fate", Difference.Fate.REWRITTEN.name())
                      : "")
                  + (each.copy() ? ", copy" : ""),
              each.source() == null ? Range.NO_REPORT : each.source(),
              each.published() == null ? Range.NO_REPORT : each.published().toString(),
              each.from() == null
                  ? each.to()
                  : each.to() == null ? each.from() : changed(each.from(), each.to()),
              each.title() == null ? "" : each.title()));
    }
    indented(
        TextTable.fitted(
            List.of("article", "what", "source", "published", "incident", "title"), rows, LINE));
    left(articles, "article", "  ");
  }

  private void corrections(Capped<Difference.CorrectionLine> corrections) {
    if (corrections.all() == 0) {
      return;
    }
    text.append("\nCorrections\n-----------\n");
    List<List<String>> rows = new ArrayList<>();
    for (Difference.CorrectionLine each : corrections.shown()) {
      rows.add(
          List.of(
              each.before() == null
                  ? "new, " + each.after()
                  : each.after() == null
                      ? "taken out, was " + each.before()
                      : changed(each.before(), each.after()),
              told(each.action()),
              told(each.article()),
              told(each.field()),
              told(each.value()),
              told(each.author()),
              told(each.note())));
    }
    indented(
        TextTable.fitted(
            List.of("what", "action", "article", "field", "value", "by", "because"), rows, LINE));
    left(corrections, "correction", "  ");
  }

  private static String told(String value) {
    return value == null ? Range.NO_REPORT : value;
  }

  private void left(Capped<?> shown, String noun, String indent) {
    if (shown.left() > 0) {
      line(
          indent
              + "... and "
              + Words.counted(shown.left(), noun).replaceFirst(" ", " more ")
              + "; --limit N tells more, 0 all");
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void indented(String table) {
    table.lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }
}
