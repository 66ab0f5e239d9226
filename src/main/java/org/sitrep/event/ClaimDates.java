package org.sitrep.event;

import java.util.List;
import org.sitrep.event.Grammar.Role;
import org.sitrep.time.DateExpression;
import org.sitrep.time.DateMention;
import org.sitrep.time.PublicationDate;

/** The days of claims: when something happened, and when somebody said so. */
final class ClaimDates {

  private final BySentence<DateMention> dates;

  ClaimDates(BySentence<DateMention> dates) {
    this.dates = dates;
  }

  /** The day beside a word of saying: "said on Monday". */
  DateMention spoken(Wording words, int verb) {
    DateMention best = null;
    int near = Integer.MAX_VALUE;
    for (DateMention date : dates.in(words.sentence())) {
      if (!BySentence.inside(words.sentence(), date.field(), date.start())
          || Claims.HISTORY.equals(date.role())) {
        continue;
      }
      int at = words.at(date.start());
      int distance = at > verb ? at - verb : (verb - at) * 2;
      if (distance <= 5
          && distance < near
          && !split(words, Math.min(at, verb), Math.max(at, verb))) {
        best = date;
        near = distance;
      }
    }
    return best;
  }

  private static boolean split(Wording words, int from, int until) {
    for (int k = from + 1; k <= until && k < words.size(); k++) {
      if (words.marked(k, Wording.COMMA | Wording.STOP | Wording.COLON | Wording.ASIDE)
          || words.is(k, Role.BLOCK) && k < until) {
        return true;
      }
    }
    return false;
  }

  /** The day of the claim's own clause: the date nearest to the verb. */
  DateMention own(Wording words, Counted one, DateMention spoken) {
    DateMention best = null;
    int near = Integer.MAX_VALUE;
    int anchor = one.verb >= 0 ? one.verb : one.first;
    for (DateMention date : dates.in(words.sentence())) {
      if (date == spoken || !BySentence.inside(words.sentence(), date.field(), date.start())) {
        continue;
      }
      int at = words.at(date.start());
      int distance = Math.min(Math.abs(at - anchor), Math.abs(at - one.first));
      if (distance < near && sameClause(words, Math.max(anchor, one.end), at)) {
        best = date;
        near = distance;
      }
    }
    return best;
  }

  /** "in the past 24 hours" is no history. */
  static boolean recent(Wording words, DateMention date) {
    if (!DateExpression.PAST.equals(date.expression())) {
      return false;
    }
    int next = words.at(date.end());
    String term = words.term(next);
    return Numbers.at(words, next) != null
        || term.equals("few")
        || term.equals("day")
        || term.equals("night")
        || term.equals("week");
  }

  /**
   * Whether a later word is not in a clause of its own: "where troops are holed up since Friday".
   */
  private static boolean sameClause(Wording words, int from, int until) {
    for (int k = from; k < until && k < words.size(); k++) {
      String term = words.term(k);
      if (term.equals("where") || term.equals("who") || term.equals("which")) {
        return false;
      }
    }
    return true;
  }

  /** The date behind a "since" that governs the clause of the figure, or null. */
  DateMention since(Wording words, Counted one) {
    for (DateMention date : dates.in(words.sentence())) {
      if (!BySentence.inside(words.sentence(), date.field(), date.start())) {
        continue;
      }
      int at = words.at(date.start());
      for (int k = at; k >= 0 && k >= at - 7; k--) {
        if (words.term(k).equals("since") && governs(words, k, one)) {
          return date;
        }
      }
    }
    return null;
  }

  private static boolean governs(Wording words, int since, Counted one) {
    if (since < one.first) {
      return since == 0
          || words.marked(since, Wording.COMMA | Wording.ASIDE | Wording.QUOTE)
          || since < 4;
    }
    for (int k = one.end; k < since; k++) {
      String term = words.term(k);
      if (term.equals("where")
          || term.equals("who")
          || term.equals("which")
          || term.equals("when")
          || Claimants.speech(term)) {
        return false;
      }
    }
    return true;
  }

  /** The latest day of news up to the publication, or null. */
  static DateMention latestNews(List<DateMention> dates, PublicationDate published) {
    DateMention latest = null;
    for (DateMention date : dates) {
      if (!Claims.NEWS.equals(date.role()) || date.dateEnd() == null) {
        continue;
      }
      if (published.date() != null && date.dateEnd().isAfter(published.date())) {
        continue;
      }
      if (latest == null || date.dateEnd().isAfter(latest.dateEnd())) {
        latest = date;
      }
    }
    return latest;
  }
}
