package org.sitrep.event;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.text.Resources;
import org.sitrep.text.Sentence;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;

/**
 * The words of a sentence that tell what was before the news: an earlier year, an anniversary's
 * event, what led here. {@code event-background.tsv} and the roles of dates say which.
 */
final class Backgrounds {

  private enum Kind {
    CLAUSE,
    BEHIND
  }

  private static final Phrases<Kind> PHRASES = load();

  private static final Set<String> REASONS = Set.of("year", "anniversary", "background");

  /** A dated day is background when it lies this many days before publication. */
  private static final int OLD = 180;

  /** How far before it words of the past reach in the headline or opening sentence. */
  private static final int REACH = 6;

  private static final Set<String> DETERMINERS = Set.of("the", "its", "their", "a", "since");
  private static final int FIRST_YEAR = 1900;

  private Backgrounds() {}

  /**
   * Per word of a sentence whether it is background.
   *
   * @param opening whether the sentence is the headline or opens the story: then only the clause is
   *     background, not the sentence
   * @param dates date expressions of the article
   * @param published the day of publication, or null
   */
  static boolean[] of(
      Sentence sentence,
      Words words,
      boolean opening,
      List<DateMention> dates,
      LocalDate published) {
    boolean[] muted = new boolean[words.size()];
    boolean[] whole = new boolean[1];
    for (int i = 0; i < words.size(); i++) {
      int start = i;
      PHRASES.at(
          words,
          i,
          (kind, end) -> {
            if (kind == Kind.BEHIND) {
              Arrays.fill(muted, start, clauseEnd(words, end), true);
            } else {
              whole[0] = true;
              Arrays.fill(muted, clauseStart(words, start, opening), clauseEnd(words, end), true);
            }
          });
    }
    for (int i = 0; published != null && i < words.size(); i++) {
      if (earlierYear(words, i, published)) {
        whole[0] = true;
        Arrays.fill(muted, clauseStart(words, i, opening), clauseEnd(words, i + 1), true);
      }
    }
    boolean news = false;
    for (DateMention date : dates) {
      if (!sentence.span().contains(date.span())) {
        continue;
      }
      if (old(date, published)) {
        whole[0] = true;
        int at = Math.max(0, words.indexAt(date.start()));
        Arrays.fill(muted, clauseStart(words, at, opening), clauseEnd(words, at + 1), true);
      } else {
        news |= Dates.NEWS.equals(date.role());
      }
    }
    if (whole[0] && !opening && !news) {
      Arrays.fill(muted, true);
    }
    return muted;
  }

  /** Whether the word before a noun is a year gone by ("the 2017 battle"). */
  private static boolean earlierYear(Words words, int index, LocalDate published) {
    String word = words.at(index);
    if (word.length() != 4 || index == 0 || !DETERMINERS.contains(words.at(index - 1))) {
      return false;
    }
    int year = 0;
    for (int i = 0; i < 4; i++) {
      char digit = word.charAt(i);
      if (digit < '0' || digit > '9') {
        return false;
      }
      year = 10 * year + digit - '0';
    }
    return year >= FIRST_YEAR && year < published.minusDays(OLD).getYear();
  }

  private static boolean old(DateMention date, LocalDate published) {
    if (!Dates.HISTORY.equals(date.role())) {
      return false;
    }
    return REASONS.contains(date.reason())
        || published != null
            && date.dateEnd() != null
            && date.dateEnd().isBefore(published.minusDays(OLD));
  }

  private static int clauseStart(Words words, int from, boolean opening) {
    int start = Math.min(from, words.size() - 1);
    int least = opening ? from - REACH : 0;
    while (start > Math.max(0, least) && !words.isBroken(start)) {
      start--;
    }
    return Math.max(0, start);
  }

  private static int clauseEnd(Words words, int from) {
    int end = from;
    while (end < words.size() && !words.isBroken(end)) {
      end++;
    }
    return end;
  }

  private static Phrases<Kind> load() {
    Phrases<Kind> phrases = new Phrases<>();
    for (String[] row : Resources.rows(Backgrounds.class, "event-background.tsv")) {
      Kind kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String phrase : row[1].split("\\|")) {
        phrases.add(phrase, kind);
      }
    }
    return phrases;
  }
}
