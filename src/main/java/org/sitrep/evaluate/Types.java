package org.sitrep.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The class of event, snippet by snippet, as CASE 2021 task 2 asks it (Haneczok, Jacquet, Piskorski
 * and Stefanovitch, "Fine-grained event classification in news-like text snippets", CASE 2021): the
 * F1 of each class, weighted by how often the gold has the class, and plain accuracy. Once over all
 * labels, which that task calls 30 classes, and once without those that are no political violence
 * or protest ({@link #NOT_POLITICAL}), its 25 classes. Labels of one's own are free; the lines keep
 * their names.
 *
 * @param all over all labels
 * @param political without {@link #NOT_POLITICAL}
 */
public record Types(Score all, Score political) implements Evaluation {

  /** Labels of the task that ACLED's scheme does not have. */
  static final Set<String> NOT_POLITICAL =
      Set.of("ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO", "ATTRIB");

  /**
   * Over one set of labels.
   *
   * @param snippets snippets in the gold
   * @param weightedF1 F1 per class, weighted by its snippets
   * @param accuracy share of right snippets
   */
  public record Score(int snippets, double weightedF1, double accuracy) {}

  /**
   * The class of a snippet.
   *
   * @param id its article id
   * @param label its class
   */
  public record Label(String id, String label) {

    /**
     * Every snippet of a file; the column of ids is called {@code id} or {@code article_id}.
     *
     * @throws GoldException where a column is missing or a line cannot be used
     */
    public static List<Label> read(GoldFile file) {
      String id = !file.has("id") && file.has("article_id") ? "article_id" : "id";
      return file.rows(id, "label").stream()
          .map(row -> new Label(row.filled(id), row.filled("label")))
          .toList();
    }
  }

  /**
   * How event types are called in the gold.
   *
   * @param eventType event type of the output
   * @param subEventType sub-event type; empty stands for every other one of the type
   * @param label the gold's class
   */
  public record Naming(String eventType, String subEventType, String label) {

    /**
     * Every line of a file.
     *
     * @throws GoldException where a column is missing or a line cannot be used
     */
    public static List<Naming> read(GoldFile file) {
      return file.rows("event_type", "sub_event_type", "label").stream()
          .map(
              row ->
                  new Naming(
                      row.filled("event_type"), row.text("sub_event_type"), row.text("label")))
          .toList();
    }
  }

  private record Type(String eventType, String subEventType) {}

  /**
   * Compares snippet by snippet.
   *
   * @param labels the gold; the last label of a snippet counts
   * @param facts the output; the last row of an article counts, other articles are ignored
   * @param namings how its types are called in the gold; the last one of a type counts
   */
  public static Types of(List<Label> labels, Iterable<ArticleFacts> facts, List<Naming> namings) {
    Map<Type, String> names = new HashMap<>();
    namings.forEach(
        each -> names.put(new Type(each.eventType(), each.subEventType()), each.label()));
    Map<String, String> predicted = new HashMap<>();
    for (ArticleFacts row : facts) {
      String type = row.eventType() == null ? "" : row.eventType();
      String subType = row.subEventType() == null ? "" : row.subEventType();
      String name = names.getOrDefault(new Type(type, subType), "");
      predicted.put(row.articleId(), name.isEmpty() ? names.get(new Type(type, "")) : name);
    }
    return new Types(score(labels, Set.of(), predicted), score(labels, NOT_POLITICAL, predicted));
  }

  private static Score score(
      List<Label> labels, Set<String> without, Map<String, String> predicted) {
    Map<String, String> gold = new LinkedHashMap<>();
    for (Label label : labels) {
      if (!without.contains(label.label())) {
        gold.put(label.id(), label.label());
      }
    }
    Map<String, Integer> support = new LinkedHashMap<>();
    Map<String, Integer> named = new HashMap<>();
    Map<String, Integer> right = new HashMap<>();
    gold.forEach(
        (id, label) -> {
          support.merge(label, 1, Integer::sum);
          String name = predicted.get(id);
          if (name != null) {
            named.merge(name, 1, Integer::sum);
          }
          if (label.equals(name)) {
            right.merge(label, 1, Integer::sum);
          }
        });
    double weighted = gold.isEmpty() ? Double.NaN : 0;
    int hits = 0;
    for (Map.Entry<String, Integer> each : support.entrySet()) {
      int hit = right.getOrDefault(each.getKey(), 0);
      hits += hit;
      weighted +=
          (double) each.getValue()
              / gold.size()
              * Shares.f1(
                  Shares.orZero(hit, named.getOrDefault(each.getKey(), 0)),
                  Shares.of(hit, each.getValue()));
    }
    return new Score(gold.size(), weighted, Shares.of(hits, gold.size()));
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    scores()
        .forEach(
            (name, score) ->
                lines.add(
                    name.replace('_', ' ')
                        + ": snippets "
                        + score.snippets()
                        + "  weighted F1 "
                        + FixedPoint.of(score.weightedF1())
                        + "  accuracy "
                        + FixedPoint.of(score.accuracy())));
    return lines;
  }

  @Override
  public Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    scores()
        .forEach(
            (name, score) -> {
              figures.put(name + "_snippets", score.snippets());
              figures.put(name + "_weighted_f1", score.weightedF1());
              figures.put(name + "_accuracy", score.accuracy());
            });
    return figures;
  }

  private Map<String, Score> scores() {
    Map<String, Score> scores = new LinkedHashMap<>();
    scores.put("30_classes", all);
    scores.put("25_classes", political);
    return scores;
  }
}
