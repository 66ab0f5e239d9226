package org.sitrep.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.text.Token;

/**
 * The week, month or year in which an event happened of which no day is told: "killed 340 people
 * last month", "last week's floods", "have killed 190 since January".
 */
final class Periods {

  /** How many words the happening may stand from its period. */
  private static final int REACH = 10;

  private static final Pattern MONTH_OR_YEAR =
      Pattern.compile("(?:\\d{4}|XXXX)-\\d\\d(?::(?:early|mid|late))?|\\d{4}");
  private static final Pattern WEEK_TO_YEAR =
      Pattern.compile("P-\\d+[WMY](?::(?:early|mid|late))?|THIS_(?:WEEK|MONTH|YEAR)");

  private Periods() {}

  /** The period of the first or the main sentence, where its clause tells a happening. */
  static Optional<EventDates.EventDate> of(
      Reading reading, List<DateMention> mentions, LocalDate anchor, Optional<Sentence> main) {
    int next = 0;
    boolean first = true;
    for (Sentence sentence : reading.sentences()) {
      boolean own = main.isPresent() && main.get().span().equals(sentence.span());
      boolean looked = first && !sentence.isTitle() || own;
      first &= sentence.isTitle();
      while (next < mentions.size() && sentence.span().contains(mentions.get(next).span())) {
        DateMention mention = mentions.get(next++);
        if (looked
            && period(mention)
            && past(sentence, mention, anchor)
            && told(reading, sentence, mention)) {
          Optional<EventDates.EventDate> date = date(sentence, mention, anchor);
          if (date.isPresent()) {
            return date;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean period(DateMention mention) {
    String expression = mention.expression();
    return (mention.role().equals(Dates.CONTEXT) || mention.role().equals(Dates.HISTORY))
        && !mention.reason().equals("anniversary")
        && (MONTH_OR_YEAR.matcher(expression).matches()
            || WEEK_TO_YEAR.matcher(expression).matches());
  }

  /**
   * Whether the period is over: the one that lasts counts ("the third raid this year"), unless it
   * says "earlier this year" or "since January".
   */
  private static boolean past(Sentence sentence, DateMention mention, LocalDate anchor) {
    int at = Cues.index(sentence.tokens(), mention.start());
    boolean earlier = at > 0 && sentence.tokens().get(at - 1).term().equals("earlier");
    return earlier
        || since(sentence, mention)
        || anchor == null
        || mention.dateEnd() != null
            && mention.dateEnd().isBefore(anchor)
            && !mention.expression().startsWith("THIS");
  }

  private static Optional<EventDates.EventDate> date(
      Sentence sentence, DateMention mention, LocalDate anchor) {
    boolean since = since(sentence, mention);
    Optional<DateRange> days = DateExpression.resolve(mention.expression(), anchor);
    if (days.isEmpty() || since && anchor == null) {
      return Optional.empty();
    }
    DateRange range = days.get();
    String end = mention.expression();
    if (since) {
      range = DateRange.between(range.start(), anchor);
      end = DateExpression.PRESENT;
    } else if (anchor != null && range.end().isAfter(anchor)) {
      range = new DateRange(range.start(), anchor, range.precision());
    }
    return Optional.of(new EventDates.EventDate(range, "expression", mention.expression(), end));
  }

  private static boolean since(Sentence sentence, DateMention mention) {
    int at = Cues.index(sentence.tokens(), mention.start());
    return at > 0 && sentence.tokens().get(at - 1).term().equals("since");
  }

  /** Whether the clause of the period tells a happening that is not one of speech or courts. */
  private static boolean told(Reading reading, Sentence sentence, DateMention mention) {
    String text = mention.field().equals(Span.TITLE) ? reading.title() : reading.text();
    List<Token> tokens = sentence.tokens();
    int first = Cues.index(sentence.tokens(), mention.start());
    int last = Cues.index(sentence.tokens(), mention.end());
    int from = first;
    while (from > Math.max(0, first - REACH) && !breaks(text, tokens, from)) {
      from--;
    }
    int to = last;
    while (to < Math.min(tokens.size(), last + REACH) && !breaks(text, tokens, to)) {
      to++;
    }
    return Cues.any(tokens, from, to, Cues.Kind.HAPPEN)
        && !Cues.speech(tokens, from, to)
        && !Cues.any(tokens, from, to, Cues.Kind.AFTERMATH)
        && !Cues.any(tokens, from, to, Cues.Kind.BEGIN);
  }

  /** Whether a new clause begins with a token. */
  private static boolean breaks(String text, List<Token> tokens, int at) {
    if (at == 0 || DateWords.BREAKS.contains(tokens.get(at).term())) {
      return true;
    }
    for (int i = tokens.get(at - 1).end(); i < tokens.get(at).start(); i++) {
      if (",;:—–()\"“”".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
