package org.sitrep.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.text.Resources;

/** Words for victims and the closed list of classes that they belong to. */
final class VictimClasses {

  static final String UNKNOWN = "unknown";
  static final String REBELS = "rebels";
  static final String CIVILIANS = "civilians";
  static final String STATE_FORCES = "state_forces";
  static final String FOREIGN_FORCES = "foreign_forces";
  static final String MILITIA = "militia";
  static final String POLICE = "police";
  static final String PERPETRATORS = "perpetrators";

  /** The closed list, in the order in which sums are told. */
  static final List<String> ALL =
      List.of(
          STATE_FORCES, REBELS, MILITIA, CIVILIANS, POLICE, PERPETRATORS, FOREIGN_FORCES, UNKNOWN);

  private static final Map<String, Noun> NOUNS = nouns();

  private VictimClasses() {}

  /**
   * A word for victims.
   *
   * @param victimClass its class
   * @param plural whether it can be the head of a plural count
   * @param singular whether it can be one person
   * @param modifier whether it can stand before another word for victims
   */
  record Noun(String victimClass, boolean plural, boolean singular, boolean modifier) {

    private Noun with(Noun other) {
      return new Noun(
          plural || singular ? victimClass : other.victimClass,
          plural || other.plural,
          singular || other.singular,
          modifier || other.modifier);
    }
  }

  /** What the word means, or null. */
  static Noun noun(String term) {
    return NOUNS.get(term);
  }

  /** Whether the word is an age that stands for a person: {@code 27-year-old}. */
  static boolean age(String term) {
    return term.endsWith("-old") && term.length() > 8 || term.endsWith("year-olds");
  }

  /** Whether the class names one kind of people and not just people. */
  static boolean specific(String victimClass) {
    return !UNKNOWN.equals(victimClass);
  }

  private static Map<String, Noun> nouns() {
    Map<String, Noun> nouns = new HashMap<>();
    for (String[] row : Resources.rows(VictimClasses.class, "victims.tsv")) {
      if (!ALL.contains(row[1])) {
        throw new IllegalStateException("victims.tsv: no victim class " + row[1]);
      }
      Noun noun =
          new Noun(
              row[1],
              row[2].equals("p") || row[2].equals("x"),
              row[2].equals("s"),
              !row[2].equals("p"));
      nouns.merge(row[0], noun, Noun::with);
    }
    return Map.copyOf(nouns);
  }
}
