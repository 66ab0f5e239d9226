package org.sitrep.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Who says what of an incident: the same figure of one claimant once, however many repeat it. */
final class Claimants {

  private record Said(String what, String status, String reason) {}

  private Claimants() {}

  /** Claimants in the order of their first claim. */
  static List<WeekView.Claimant> of(List<Row> claims) {
    Map<String, Map<Said, TreeSet<String>>> byClaimant = new LinkedHashMap<>();
    Map<String, String> sides = new LinkedHashMap<>();
    for (Row row : claims) {
      String claimant = row.getAs("claimant");
      String outlet = row.getAs("source");
      String name = claimant == null ? "the article itself" : claimant;
      Said said = new Said(what(row), Words.of("status", Cell.text(row, "status")), reason(row));
      sides.putIfAbsent(name, row.getAs("claimant_side"));
      byClaimant
          .computeIfAbsent(name, key -> new LinkedHashMap<>())
          .computeIfAbsent(said, key -> new TreeSet<>())
          .add(outlet == null ? "unknown outlet" : outlet);
    }
    List<WeekView.Claimant> claimants = new ArrayList<>();
    byClaimant.forEach(
        (name, said) ->
            claimants.add(
                new WeekView.Claimant(
                    name,
                    sides.get(name) == null
                        ? null
                        : "party to it: " + sides.get(name).replace('-', ' '),
                    said.entrySet().stream()
                        .map(
                            each ->
                                new WeekView.Claim(
                                    each.getKey().what(),
                                    each.getKey().status(),
                                    each.getKey().reason(),
                                    outlets(each.getValue())))
                        .toList())));
    return claimants;
  }

  private static String outlets(TreeSet<String> outlets) {
    return outlets.stream().limit(3).collect(Collectors.joining(", "))
        + (outlets.size() > 3 ? " and " + (outlets.size() - 3) + " more" : "");
  }

  /** The reason, where the article is called an article and not by its id. */
  private static String reason(Row row) {
    String reason = Cell.text(row, "reason");
    return reason == null
        ? null
        : reason.replace("article " + Cell.text(row, "article_id"), "the article");
  }

  /** {@code at least 40 killed: rebels}. */
  private static String what(Row row) {
    long low = Cell.number(row, "number_low");
    long high = Cell.number(row, "number_high");
    String modality = row.getAs("modality");
    String number =
        "up_to".equals(modality)
            ? Words.count(high)
            : low == high ? Words.count(low) : Words.count(low) + "–" + Words.count(high);
    String prefix = "exact".equals(modality) ? "" : Words.of("modality", modality) + " ";
    String victims = row.getAs("victim_class");
    return prefix
        + number
        + " "
        + Words.of("effect", Cell.text(row, "effect"))
        + (victims == null || victims.equals("unknown")
            ? ""
            : ": " + Words.of("victim_class", victims));
  }
}
