package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.event.Counted.Kind;

/** Names of persons in a sentence, alone or in a row: "Mara, 7, Hassan and Lina Omar". */
final class NameRows {

  /** Names of one row; a longer one is a list of something else. */
  private static final int MOST = 10;

  private final CasualtySentence sentence;
  private final Wording words;
  private final VictimPhrases victims;

  NameRows(CasualtySentence sentence, VictimPhrases victims) {
    this.sentence = sentence;
    words = sentence.words();
    this.victims = victims;
  }

  /** Names in a row, with ages and "and" between them, from a word on. */
  List<Counted> from(int start) {
    List<Counted> names = new ArrayList<>();
    int k = start;
    while (k < words.size() && names.size() < MOST) {
      int first = k;
      while (words.capitalised(k)
          && !words.endsNouns(k)
          && (k == first || !words.marked(k, Wording.COMMA | Wording.STOP | Wording.COLON))) {
        k++;
      }
      if (k - first < 2 || k - first > 6) {
        break;
      }
      names.add(person(first, k));
      while (words.marked(k, Wording.COMMA) && sentence.startsWithDigit(k)) {
        k++;
      }
      if (words.term(k).equals("and")) {
        k++;
      } else if (!words.marked(k, Wording.COMMA)) {
        break;
      }
      if (words.marked(k, Wording.STOP)) {
        break;
      }
      while (k < words.size() && !words.capitalised(k) && !words.endsNouns(k)) {
        k++; // "her nephew Andrés Omar"
      }
    }
    return names;
  }

  /** Names in a row before a verb: "Mara, 7, Hassan and Lina Omar were killed". */
  List<Counted> subjects(Happening happening) {
    int k = happening.first - 1;
    while (k >= 0 && words.auxiliary(k)) {
      k--;
    }
    List<Counted> names = new ArrayList<>();
    boolean joined = false;
    int end = k + 1;
    while (k >= 0 && names.size() < MOST) {
      if (k < end - 1 && words.marked(k + 1, Wording.STOP | Wording.COLON)) {
        return List.of();
      }
      while (k >= 0 && sentence.startsWithDigit(k)) {
        k--; // an age
      }
      int last = k + 1;
      k = beforeName(k);
      if (!isName(k, last)) {
        break;
      }
      for (int i = k + 1; i < last; i++) {
        VictimClasses.Noun noun = words.noun(i);
        if (noun != null && noun.plural() || sentence.happeningAt(i) != null) {
          return List.of();
        }
      }
      names.add(person(k + 1, last));
      if (words.term(k).equals("and")) {
        joined = true;
        k--;
      } else if (!words.marked(k + 1, Wording.COMMA)) {
        break;
      }
    }
    return joined && names.size() > 1 ? names : List.of();
  }

  /** "Omar, 27, who was pronounced dead". */
  Counted beforeWho(int who) {
    int k = who - 1;
    while (k >= 0 && sentence.startsWithDigit(k)) {
      k--;
    }
    int before = beforeName(k);
    return isName(before, k + 1) ? person(before + 1, k + 1) : null;
  }

  /** The word before the words in capitals that go on to a word, without actors and places. */
  private int beforeName(int last) {
    int k = last;
    while (k >= 0
        && words.capitalised(k)
        && !words.endsNouns(k)
        && !sentence.ofActorOrPlace(k)
        && !(k < last && words.marked(k + 1, Wording.COMMA | Wording.STOP))) {
      k--;
    }
    return k;
  }

  /** Whether the words between two indexes may be a person's name: one to four, and no day. */
  private boolean isName(int before, int end) {
    int length = end - before - 1;
    return length >= 1
        && length <= 4
        && !Calendar.weekday(words.term(end - 1))
        && !Calendar.month(words.term(end - 1));
  }

  /** The person whose name goes from one word to before another. */
  Counted person(int from, int end) {
    return Counted.one(from, end, Kind.NAME, victims.among(from, end));
  }
}
