package org.sitrep.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.sitrep.event.Grammar.Role;
import org.sitrep.text.Line;

/** A sentence in which people come to harm: its words, what happens in it, and who is counted. */
final class CasualtySentence {

  /** Words within which a clause is looked through for who belongs to a verb. */
  static final int REACH = 16;

  private final Wording words;
  private final boolean heading;
  private final IntPredicate name;
  private final List<Counted> people = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private final Counted[] startingAt;
  private final Counted[] endingAt;
  private final Happening[] happeningAt;

  /**
   * A sentence of which nothing is known yet.
   *
   * @param name whether the word belongs to the name of an actor or place
   */
  CasualtySentence(Wording words, IntPredicate name) {
    this.words = words;
    this.heading = words.sentence().kind() == Line.Kind.HEADING;
    this.name = name;
    startingAt = new Counted[words.size() + 1];
    endingAt = new Counted[words.size() + 1];
    happeningAt = new Happening[words.size() + 1];
  }

  Wording words() {
    return words;
  }

  /** Whether it is a headline or cross-heading, where articles and auxiliaries are left out. */
  boolean heading() {
    return heading;
  }

  /** Whether the word belongs to the name of an actor or place. */
  boolean ofActorOrPlace(int word) {
    return name.test(word);
  }

  /** Whether the word begins with a digit; not so outside the sentence. */
  boolean startsWithDigit(int word) {
    String term = words.term(word);
    return !term.isEmpty() && Character.isDigit(term.charAt(0));
  }

  /** The people counted so far, in the order in which they were found. */
  List<Counted> people() {
    return people;
  }

  /** What happens, in text order. */
  List<Happening> happenings() {
    return happenings;
  }

  /** The people whose phrase starts at the word, or null. */
  Counted startingAt(int word) {
    return startingAt[word];
  }

  /** The people whose phrase ends before the word, or null. */
  Counted endingAt(int word) {
    return endingAt[word];
  }

  /** What happens at the word, or null. */
  Happening happeningAt(int word) {
    return happeningAt[word];
  }

  void add(Happening happening) {
    happenings.add(happening);
    happeningAt[happening.first] = happening;
  }

  /** Takes a happening for a name of its victims: "the wounded" who died. */
  void readAsPeople(Happening happening) {
    happening.taken = true;
    happeningAt[happening.first] = null;
  }

  /** Counts people whose phrase later verbs may meet. */
  void addPhrase(Counted one) {
    add(one);
    startingAt[one.first] = one;
    endingAt[one.end] = one;
  }

  /** Counts people whom a verb has found already. */
  void add(Counted one) {
    people.add(one);
  }

  void sortPeople() {
    people.sort(Comparator.comparingInt(one -> one.first));
  }

  /** Lets people be those to whom it happened. */
  void give(Counted one, Happening happening) {
    boolean unreal = happening.unreal || words.is(one.first - 1, Role.HYPOTHETICAL);
    one.effect = unreal ? "none" : happening.effectOn(one.high);
    one.verb = happening.first;
    happening.taken = true;
    happening.last = one;
  }

  /** Whether an unknown noun may stand for people. */
  boolean plausible(Counted other) {
    String noun = words.term(other.head);
    return other.end - other.first <= 5
        && !Grammar.notVictims(noun)
        && (noun.endsWith("s")
            || noun.endsWith("men")
            || noun.endsWith("ese")
            || ofActorOrPlace(other.head));
  }

  /** Whether a day of the week stands beside the number. */
  boolean besideWeekday(Counted one) {
    return Calendar.weekday(words.term(one.first - 1)) || Calendar.weekday(words.term(one.end));
  }

  /** Whether a form of the verb stands among the words right before a participle. */
  boolean verbIs(String form, Happening happening) {
    for (int k = happening.first - 1; k >= 0 && words.auxiliary(k); k--) {
      if (words.term(k).equals(form)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a form of "to be" makes the participle a passive. */
  boolean passive(Happening happening) {
    for (int k = happening.first - 1; k >= 0 && k >= happening.first - 3; k--) {
      if (words.is(k, Role.BE)) {
        return true;
      }
      if (!words.is(k, Role.ADVERB)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the word before owns this one ("Hassan's wife"). */
  boolean owner(int at) {
    String text = words.sentence().text();
    int before = words.end(at - 1) - words.sentence().span().start();
    return before >= 2
        && text.charAt(before - 1) == 's'
        && (text.charAt(before - 2) == '\'' || text.charAt(before - 2) == '’');
  }
}
