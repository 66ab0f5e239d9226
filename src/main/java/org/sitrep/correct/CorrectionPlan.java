package org.sitrep.correct;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.tables.Corrected;
import org.sitrep.tables.Correction;

/**
 * What corrections mean for the incidents that clustering made: first articles leave, then
 * incidents are merged, then what came of it is moved, overridden or dropped. Pure: a function of
 * the lines and of where clustering put the articles that they name.
 */
final class CorrectionPlan {

  static final String APPLIED = "applied";
  static final String NO_EFFECT = "no_effect";
  static final String REFUSED = "refused";

  private static final String INCIDENT = "incident_id";

  /**
   * Where clustering put an article that a line names.
   *
   * @param clusteredId its incident before corrections
   * @param duplicateOf the original of which it is a near copy, or null
   */
  record Placement(String articleId, String clusteredId, String duplicateOf) {}

  private final Map<String, Placement> placements = new HashMap<>();
  private final Map<String, String> splits = new TreeMap<>();
  private final Map<String, String> merged = new TreeMap<>();
  private final Map<String, Amendment> amendments = new TreeMap<>();
  private final List<Correction> rows = new ArrayList<>();

  private CorrectionPlan(List<Placement> placements) {
    placements.forEach(placement -> this.placements.put(placement.articleId(), placement));
  }

  /**
   * The plan.
   *
   * @param corrections the lines
   * @param placements of the articles that they name; those not read yet are missing
   */
  static CorrectionPlan of(List<Correction> corrections, List<Placement> placements) {
    CorrectionPlan plan = new CorrectionPlan(placements);
    List<Correction> sorted =
        corrections.stream().sorted(Comparator.comparingInt(Correction::line)).toList();
    plan.regroup(sorted);
    plan.amend(sorted);
    return plan;
  }

  /** Articles that leave: article to new incident. Their near copies go with them. */
  Map<String, String> splits() {
    return splits;
  }

  /** Incidents that become others: the incident, clustered or split off, to the merged one. */
  Map<String, String> merged() {
    return merged;
  }

  /** What happens to incidents, by the id that they have after splits and merges. */
  Map<String, Amendment> amendments() {
    return amendments;
  }

  /** The lines with what became of them. */
  List<Correction> rows() {
    // what is told while incidents are united lacks their last id
    return rows.stream()
        .map(row -> row.became(row.status(), row.reason(), incident(row.articleId())))
        .sorted(Comparator.comparingInt(Correction::line))
        .toList();
  }

  /** The incident of a named article; null where the article was not read yet. */
  private String incident(String article) {
    Placement placement = placements.get(article);
    return placement == null ? null : after(apart(placement));
  }

  private String after(String incident) {
    return merged.getOrDefault(incident, incident);
  }

  private String apart(Placement placement) {
    String own = splits.get(placement.articleId());
    if (own == null && placement.duplicateOf() != null) {
      own = splits.get(placement.duplicateOf());
    }
    return own == null ? placement.clusteredId() : own;
  }

  private void regroup(List<Correction> sorted) {
    List<Correction> leave = new ArrayList<>();
    List<Correction> join = new ArrayList<>();
    for (Correction row : sorted) {
      if (row.action().equals("split") && known(row, row.articleId())) {
        splits.put(row.articleId(), new Label(row).incidentId());
        leave.add(row);
      } else if (row.action().equals("merge")
          && known(row, row.articleId())
          && known(row, row.value())) {
        join.add(row);
      }
    }
    Map<Correction, String> absorbed = merge(join);
    for (Correction row : leave) {
      String from = placements.get(row.articleId()).clusteredId();
      String to = incident(row.articleId());
      if (after(from).equals(to)) {
        became(row, REFUSED, "merges bring it back to the incident that it left");
      } else {
        became(row, APPLIED, null);
        Corrected told = Amendment.told(row, INCIDENT, from, to);
        amendment(to).tell(told);
        amendment(after(from)).tell(told);
      }
    }
    absorbed.forEach(
        (row, lost) -> {
          String to = incident(row.articleId());
          became(row, APPLIED, null);
          amendment(to).tell(Amendment.told(row, INCIDENT, lost, to));
        });
  }

  /**
   * Unites incidents; the united one keeps the id of the one that is named first. Returns for each
   * line that unites two the id that is lost by it.
   */
  private Map<Correction, String> merge(List<Correction> join) {
    Map<Correction, String> absorbed = new LinkedHashMap<>();
    Map<String, String> into = new HashMap<>();
    List<String> named = new ArrayList<>();
    for (Correction row : join) {
      for (String article : List.of(row.articleId(), row.value())) {
        String incident = apart(placements.get(article));
        if (into.putIfAbsent(incident, incident) == null) {
          named.add(incident);
        }
      }
      String one = root(into, apart(placements.get(row.articleId())));
      String other = root(into, apart(placements.get(row.value())));
      if (one.equals(other)) {
        became(row, NO_EFFECT, "they are in one incident already");
      } else {
        boolean first = named.indexOf(one) < named.indexOf(other);
        into.put(first ? other : one, first ? one : other);
        absorbed.put(row, first ? other : one);
      }
    }
    for (String incident : named) {
      String root = root(into, incident);
      if (!root.equals(incident)) {
        merged.put(incident, root);
      }
    }
    return absorbed;
  }

  private static String root(Map<String, String> into, String incident) {
    String root = incident;
    while (!into.get(root).equals(root)) {
      root = into.get(root);
    }
    return root;
  }

  private void amend(List<Correction> sorted) {
    Map<String, Map<Topic, Map<String, List<Correction>>>> byIncident = new TreeMap<>();
    for (Correction row : sorted) {
      if (row.action().equals("drop") && known(row, row.articleId())) {
        Amendment amendment = amendment(incident(row.articleId()));
        if (amendment.drop(row)) {
          became(row, APPLIED, null);
        } else {
          became(row, NO_EFFECT, "line " + amendment.droppedBy() + " drops the incident already");
        }
      }
    }
    for (Correction row : sorted) {
      Topic topic = row.field() == null ? null : Topic.of(row.field());
      if (topic != null && known(row, row.articleId())) {
        byIncident
            .computeIfAbsent(incident(row.articleId()), id -> new EnumMap<>(Topic.class))
            .computeIfAbsent(topic, any -> new LinkedHashMap<>())
            .computeIfAbsent(row.articleId(), id -> new ArrayList<>())
            .add(row);
      }
    }
    byIncident.forEach(
        (incident, topics) ->
            topics.forEach(
                (topic, byArticle) -> amend(amendment(incident), topic, byArticle.values())));
  }

  /** The article whose line comes first speaks for the incident. */
  private void amend(Amendment amendment, Topic topic, Collection<List<Correction>> byArticle) {
    List<Correction> first = byArticle.iterator().next();
    for (List<Correction> lines : byArticle) {
      for (Correction row : lines) {
        if (amendment.droppedBy() != null) {
          became(row, REFUSED, "line " + amendment.droppedBy() + " drops the incident");
        } else if (lines == first) {
          became(row, APPLIED, null);
        } else if (values(lines).equals(values(first))) {
          became(row, NO_EFFECT, "line " + first.get(0).line() + " says the same of the incident");
        } else {
          became(
              row, REFUSED, "line " + first.get(0).line() + " says otherwise of the same incident");
        }
      }
    }
    if (amendment.droppedBy() == null) {
      amendment.change(topic, first);
    }
  }

  private static Map<String, String> values(List<Correction> lines) {
    Map<String, String> values = new TreeMap<>();
    lines.forEach(row -> values.put(row.field(), row.value()));
    return values;
  }

  private Amendment amendment(String incident) {
    return amendments.computeIfAbsent(incident, id -> new Amendment());
  }

  private boolean known(Correction row, String article) {
    if (placements.containsKey(article)) {
      return true;
    }
    rows.add(
        row.became(
            CorrectionsFile.WAITING,
            "no article " + article + " was read yet",
            incident(row.articleId())));
    return false;
  }

  private void became(Correction row, String status, String reason) {
    rows.add(row.became(status, reason, incident(row.articleId())));
  }
}
