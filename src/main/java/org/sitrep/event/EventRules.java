package org.sitrep.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Resources;

/**
 * The word classes and rules by which text tells an event, read from {@code event-words.tsv} and
 * {@code event-rules.tsv}.
 */
final class EventRules {

  static final EventRules INSTANCE = new EventRules();

  /** Words that undo a "done" class up to three words behind them. */
  private static final Set<String> UNDOING =
      Set.of(
          "no",
          "not",
          "never",
          "could",
          "would",
          "may",
          "might",
          "fears",
          "fear",
          "feared",
          "threatened",
          "threatens",
          "threat",
          "planned",
          "plans",
          "planning",
          "warned",
          "warns",
          "possible",
          "potential",
          "avert",
          "averted",
          "avoid",
          "prevent",
          "if",
          "partially",
          "trying",
          "tried",
          "attempt",
          "attempts",
          "bid",
          "seeking",
          "aims",
          "unless",
          "rumours",
          "rumors",
          "mock",
          "simulated",
          "should",
          "cannot",
          "didnt",
          "doesnt");

  /** Before "to", they tell that what follows was done. */
  private static final Set<String> MANAGED = Set.of("managed", "able", "helped", "forced");

  /** How many words what a sentence is about ("protest against ...") keeps for itself. */
  private static final int ASIDE = 10;

  private final Phrases<WordClass> phrases = new Phrases<>();
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private final List<String> subTypes = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final int peace;
  private final int topic;
  private final int place;
  private final int idiom;
  private final int followUp;

  private EventRules() {
    for (String[] row : Resources.rows(EventRules.class, "event-words.tsv")) {
      WordClass wordClass =
          new WordClass(index(row[0]), !row[1].equals("said"), row[1].equals("final"));
      for (String phrase : row[2].split("\\|")) {
        phrases.add(phrase, wordClass);
      }
    }
    ActorRow.CLASSES.forEach(actorClass -> index("a:" + actorClass));
    peace = index("x:peace");
    topic = index("TOPIC");
    place = index("p:place");
    idiom = index("IDIOM");
    followUp = index("FOLLOW_UP");
    for (String[] row : Resources.rows(EventRules.class, "event-rules.tsv")) {
      List<Condition> conditions = new ArrayList<>();
      for (String term : row[2].trim().split("\\s+")) {
        conditions.add(condition(term));
      }
      if (!subTypes.contains(row[0])) {
        subTypes.add(row[0]);
      }
      rules.add(
          new Rule(
              subTypes.indexOf(row[0]),
              Double.parseDouble(row[1]),
              conditions.toArray(Condition[]::new)));
    }
  }

  /** What stands in one sentence: per class the indexes of words at which it starts. */
  final class Scan {
    private final int[][] positions = new int[classes.size()][];
    private final int[] counts = new int[classes.size()];

    /** Notes that the article is not about a war. */
    void peace() {
      add(peace, 0);
    }

    private void add(int wordClass, int position) {
      int[] places = positions[wordClass];
      if (places == null) {
        places = new int[4];
      } else if (counts[wordClass] == places.length) {
        places = java.util.Arrays.copyOf(places, places.length * 2);
      }
      positions[wordClass] = places;
      places[counts[wordClass]++] = position;
    }

    private boolean has(int[] alternatives) {
      for (int alternative : alternatives) {
        if (counts[alternative] > 0) {
          return true;
        }
      }
      return false;
    }

    private boolean near(int[] first, int[] then, int distance, boolean ordered) {
      for (int a : first) {
        for (int i = 0; i < counts[a]; i++) {
          for (int b : then) {
            for (int k = 0; k < counts[b]; k++) {
              int gap = positions[b][k] - positions[a][i];
              if (gap > 0 && gap <= distance || !ordered && gap < 0 && -gap <= distance) {
                return true;
              }
            }
          }
        }
      }
      return false;
    }

    private boolean near(int[] first, int[] second, int[] third, int gap1, int gap2) {
      for (int a : first) {
        for (int i = 0; i < counts[a]; i++) {
          for (int b : second) {
            for (int k = 0; k < counts[b]; k++) {
              int gap = positions[b][k] - positions[a][i];
              if (gap > 0 && gap <= gap1) {
                for (int c : third) {
                  for (int m = 0; m < counts[c]; m++) {
                    int further = positions[c][m] - positions[b][k];
                    if (further > 0 && further <= gap2) {
                      return true;
                    }
                  }
                }
              }
            }
          }
        }
      }
      return false;
    }
  }

  /** A sentence that tells nothing of the main event. */
  Scan nothing() {
    return new Scan();
  }

  /**
   * The classes in a sentence, with the actors and places that stand in it.
   *
   * @param muted per word whether it tells what was before the news: such deeds and actors do not
   *     count
   */
  Scan scan(
      Words words,
      List<Hit> hits,
      List<ActorMention> actors,
      List<PlaceMention> places,
      boolean[] muted) {
    Scan scan = new Scan();
    int[] idioms = idioms(words, hits);
    int told = -1;
    int aside = -1;
    for (Hit hit : hits) {
      WordClass wordClass = hit.wordClass;
      int position = hit.start;
      if (wordClass.index == topic) {
        aside = told >= 0 ? hit.end : aside;
      } else if (idioms[position] < hit.end) {
        if (!wordClass.done) {
          scan.add(wordClass.index, position);
        } else if (!muted[position]
            && !undone(words, position, wordClass)
            && (aside < 0 || position >= aside + ASIDE)) {
          scan.add(wordClass.index, position);
          told = position;
        }
      }
    }
    for (ActorMention actor : actors) {
      Integer actorClass = classes.get("a:" + actor.actorClass());
      int at = Math.max(0, words.indexAt(actor.start()));
      if (actorClass != null && !muted[at]) {
        scan.add(actorClass, at);
      }
    }
    for (PlaceMention mention : places) {
      scan.add(place, Math.max(0, words.indexAt(mention.start())));
    }
    return scan;
  }

  /**
   * Whether a sentence tells of arrest, trial or mourning: its deed is the news that it follows.
   */
  boolean followsUp(List<Hit> hits) {
    for (Hit hit : hits) {
      if (hit.wordClass.index == followUp) {
        return true;
      }
    }
    return false;
  }

  /** Whether any word of a "done" class stands in a sentence. */
  boolean tells(Words words) {
    List<Hit> hits = hits(words);
    int[] idioms = idioms(words, hits);
    for (Hit hit : hits) {
      if (hit.wordClass.done
          && idioms[hit.start] < hit.end
          && !undone(words, hit.start, hit.wordClass)) {
        return true;
      }
    }
    return false;
  }

  /** The phrases of a sentence by their first word. */
  List<Hit> hits(Words words) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int start = i;
      phrases.at(words, i, (wordClass, end) -> hits.add(new Hit(wordClass, start, end)));
    }
    return hits;
  }

  /** Per word the end of the idiom that covers it, 0 where none does. */
  private int[] idioms(Words words, List<Hit> hits) {
    int[] ends = new int[words.size()];
    for (Hit hit : hits) {
      for (int k = hit.start; hit.wordClass.index == idiom && k < hit.end; k++) {
        ends[k] = Math.max(ends[k], hit.end);
      }
    }
    return ends;
  }

  /** The weights of all rules that hold in the sentences, per sub-type of {@link #subTypes}. */
  double[] scores(List<Scan> sentences) {
    double[] scores = new double[subTypes.size()];
    for (Rule rule : rules) {
      if (rule.holds(sentences)) {
        scores[rule.subType] += rule.weight;
      }
    }
    return scores;
  }

  /** The weight of the rules of one sub-type that hold in the sentences. */
  double score(List<Scan> sentences, String subEventType) {
    int subType = subTypes.indexOf(subEventType);
    double score = 0;
    for (Rule rule : rules) {
      if (rule.subType == subType && rule.holds(sentences)) {
        score += rule.weight;
      }
    }
    return score;
  }

  /** The sub-types that rules tell, in the order of their scores. */
  List<String> subTypes() {
    return subTypes;
  }

  private static boolean undone(Words words, int position, WordClass wordClass) {
    for (int i = Math.max(0, position - 3); i < position; i++) {
      if (UNDOING.contains(words.at(i))) {
        return true;
      }
    }
    return wordClass.closed
        && position > 0
        && words.at(position - 1).equals("to")
        && !(position > 1 && MANAGED.contains(words.at(position - 2)));
  }

  private int index(String name) {
    Integer known = classes.get(name);
    if (known == null) {
      known = classes.size();
      classes.put(name, known);
    }
    return known;
  }

  private int[] alternatives(String names) {
    String[] parts = names.split("\\|");
    int[] found = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Integer known = classes.get(parts[i]);
      if (known == null) {
        throw new IllegalStateException("event-rules.tsv names an unknown class " + parts[i]);
      }
      found[i] = known;
    }
    return found;
  }

  private Condition condition(String term) {
    if (term.startsWith("!")) {
      int[] absent = alternatives(term.substring(1));
      return sentences -> !any(sentences, scan -> scan.has(absent));
    }
    String mark = term.contains("~") ? "~" : ">";
    String[] parts = term.split(mark);
    if (parts.length == 1) {
      int[] present = alternatives(term);
      return sentences -> any(sentences, scan -> scan.has(present));
    }
    int[] first = alternatives(parts[0]);
    int distance = Integer.parseInt(parts[1]);
    int[] then = alternatives(parts[2]);
    if (parts.length == 5) {
      int[] last = alternatives(parts[4]);
      int further = Integer.parseInt(parts[3]);
      return sentences -> any(sentences, scan -> scan.near(first, then, last, distance, further));
    }
    boolean ordered = mark.equals(">");
    return sentences -> any(sentences, scan -> scan.near(first, then, distance, ordered));
  }

  private static boolean any(List<Scan> sentences, Predicate<Scan> test) {
    for (int i = 0; i < sentences.size(); i++) {
      if (test.test(sentences.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** A class of words, with whether it tells a deed and whether "to" before it undoes it. */
  record WordClass(int index, boolean done, boolean closed) {}

  /** A phrase where it stands. */
  record Hit(WordClass wordClass, int start, int end) {}

  private interface Condition {
    boolean holds(List<Scan> sentences);
  }

  private record Rule(int subType, double weight, Condition[] conditions) {

    private boolean holds(List<Scan> sentences) {
      for (Condition condition : conditions) {
        if (!condition.holds(sentences)) {
          return false;
        }
      }
      return true;
    }
  }
}
