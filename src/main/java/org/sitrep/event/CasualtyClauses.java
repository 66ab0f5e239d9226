package org.sitrep.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.sitrep.event.Counted.Kind;

/**
 * Who is counted in a sentence, and what happened to them: numbers and single persons are tied to
 * the words for killing, wounding and the like by voice and coordination.
 *
 * <p>The order of the steps is part of the rules: each leaves to the next what it could not tie.
 */
final class CasualtyClauses {

  private CasualtyClauses() {}

  /**
   * The people of a sentence to whom something happened, in text order.
   *
   * @param name whether the word belongs to the name of an actor or place
   */
  static List<Counted> of(Wording words, IntPredicate name) {
    CasualtySentence sentence = new CasualtySentence(words, name);
    Happenings happenings = new Happenings(sentence);
    happenings.find();
    if (sentence.happenings().isEmpty()) {
      return List.of();
    }
    VictimPhrases victims = new VictimPhrases(sentence);
    findPhrases(sentence, victims);
    happenings.markUnreal();
    Coordination lists = new Coordination(sentence);
    SubjectsAndObjects verbs = new SubjectsAndObjects(sentence, victims, lists);
    verbs.adjacent();
    verbs.objects();
    verbs.subjects();
    new Tolls(sentence).find();
    PartsAndTotals totals = new PartsAndTotals(sentence, victims, lists);
    totals.amongTheDead();
    NamedVictims names = new NamedVictims(sentence, victims, lists);
    names.named();
    names.identified();
    totals.parts();
    totals.wholes();
    totals.allOfThem();
    totals.retold();
    totals.sums();
    new NoCasualties(sentence).find();
    return told(sentence);
  }

  /** Finds the phrases that count people, whatever happened to them. */
  private static void findPhrases(CasualtySentence sentence, VictimPhrases victims) {
    NumberPhrases numbers = new NumberPhrases(sentence, victims);
    PersonPhrases persons = new PersonPhrases(sentence, victims);
    for (int i = 0; i < sentence.words().size(); ) {
      Counted one = null;
      if (sentence.happeningAt(i) == null) {
        one = numbers.at(i);
        if (one == null) {
          one = persons.at(i);
        }
      }
      if (one == null) {
        i++;
        continue;
      }
      sentence.addPhrase(one);
      i = Math.max(i + 1, one.end);
    }
  }

  /** Those of whom it is known what happened to them. */
  private static List<Counted> told(CasualtySentence sentence) {
    List<Counted> result = new ArrayList<>();
    for (Counted one : sentence.people()) {
      boolean person = one.kind == Kind.SINGLE || one.kind == Kind.NAME;
      if (person && "displaced".equals(one.effect)) {
        continue;
      }
      if (one.ordinal && "killed".equals(one.effect)) {
        one.relation = "total";
      } else if (one.ordinal) {
        continue;
      }
      if (one.effect != null && !one.effect.equals("both") && !one.effect.equals("none")) {
        one.also = also(sentence.words(), one);
        result.add(one);
      }
    }
    result.sort(Comparator.comparingInt(one -> one.first));
    return result;
  }

  /** "A driver was also killed": besides those told before. */
  private static boolean also(Wording words, Counted one) {
    boolean dead = "killed".equals(one.effect) && one.relation.equals("none");
    if (!dead || one.verb < one.end) { // "also injured": besides the dead
      return false;
    }
    for (int k = one.end; k <= Math.min(one.verb + 1, words.size() - 1); k++) {
      if (words.term(k).equals("also")) {
        return true;
      }
    }
    return false;
  }
}
