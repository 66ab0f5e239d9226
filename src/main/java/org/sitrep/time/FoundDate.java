package org.sitrep.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitrep.text.Sentence;
import org.sitrep.text.Token;

/**
 * A date expression in its sentence, and the role that the words around it give it.
 *
 * @param first index of its first token
 * @param last index of its last token
 * @param start offset of its first character in the text or title
 * @param end offset behind its last
 * @param expression its meaning; see {@link DateExpression}
 */
record FoundDate(
    Sentence sentence, int first, int last, int start, int end, String surface, String expression) {

  private static final Pattern YEARLESS = Pattern.compile("XXXX-\\d\\d(-\\d\\d)?");
  private static final Pattern DECADE = Pattern.compile("\\d{4}/\\d{4}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4}|XXXX)-\\d\\d(?::(?:early|mid|late))?");
  private static final Pattern WEEKDAY_OF_WEEK = Pattern.compile("P-\\d+W-\\d.*");

  /** The same words with another meaning. */
  FoundDate meaning(String other) {
    return new FoundDate(sentence, first, last, start, end, surface, other);
  }

  /** Its mention: resolved, with its role. */
  DateMention mention(LocalDate anchor, LocalDate latest, FoundDate previous) {
    String meaning = expression;
    boolean ahead = lookingAhead(previous);
    if (ahead) {
      meaning = meaning.replace(":past", ":future");
      if (YEARLESS.matcher(meaning).matches()) {
        meaning += ":future";
      }
    }
    Optional<DateRange> range = DateExpression.resolve(meaning, anchor);
    String[] role = role(meaning, range.orElse(null), anchor, latest, ahead);
    return new DateMention(
        sentence.span().field(),
        start,
        end,
        surface,
        meaning,
        range.map(DateRange::start).orElse(null),
        range.map(DateRange::end).orElse(null),
        range.map(DateRange::precision).orElse(null),
        role[0],
        role[1]);
  }

  private boolean relativeDay() {
    return expression.startsWith("WXX")
        || expression.startsWith("XXXX")
        || expression.startsWith("WEEKEND")
        || expression.equals(DateExpression.PRESENT);
  }

  /**
   * A word that looks ahead stands before the date in its clause, with no statement and no other
   * date between.
   */
  private boolean lookingAhead(FoundDate previous) {
    if (!relativeDay() || expression.equals("WEEKEND:last")) {
      return false;
    }
    List<Token> tokens = sentence.tokens();
    int from = clauseStart(10);
    int cue = Cues.last(tokens, from, first, Cues.Kind.FUTURE);
    boolean nearest = previous == null || previous.sentence != sentence || previous.first < cue;
    return cue >= 0
        && nearest
        && !Cues.speech(tokens, cue + 1, first)
        && !Cues.any(tokens, cue + 1, first, Cues.Kind.END)
        && !(cue > 0 && tokens.get(cue).term().equals("expected") && after("than"));
  }

  private boolean after(String term) {
    return last + 1 < sentence.tokens().size()
        && sentence.tokens().get(last + 1).term().equals(term);
  }

  private int clauseStart(int window) {
    List<Token> tokens = sentence.tokens();
    int from = first;
    while (from > 0 && from > first - window) {
      Token before = tokens.get(from - 1);
      Token here = tokens.get(from);
      if (DateWords.BREAKS.contains(before.term()) || punctuated(before.end(), here.start())) {
        break;
      }
      from--;
    }
    return from;
  }

  private boolean punctuated(int from, int to) {
    int base = sentence.span().start();
    for (int i = from; i < to; i++) {
      char c = sentence.text().charAt(i - base);
      if (c == ';' || c == '—' || c == '–' || c == '(' || c == '"' || c == '“' || c == '”') {
        return true;
      }
    }
    return false;
  }

  private boolean since() {
    return before(1).equals("since") || before(2).equals("since") && !before(1).equals("on");
  }

  private String before(int distance) {
    int i = first - distance;
    return i < 0 ? "" : sentence.tokens().get(i).term();
  }

  private String[] role(
      String meaning, DateRange range, LocalDate anchor, LocalDate latest, boolean ahead) {
    List<Token> tokens = sentence.tokens();
    if (meaning.equals(DateExpression.PAST)) {
      return new String[] {Dates.HISTORY, "background"};
    }
    if (Cues.any(tokens, first - 10, last + 8, Cues.Kind.HISTORY)) {
      return new String[] {Dates.HISTORY, "anniversary"};
    }
    if (ahead) {
      return new String[] {Dates.FUTURE, "tense"};
    }
    if (meaning.endsWith(":next") || meaning.startsWith("P+") || meaning.endsWith(":future")) {
      return new String[] {Dates.FUTURE, "ahead"};
    }
    if (range != null && anchor != null && range.start().isAfter(anchor.plusDays(2))) {
      return new String[] {Dates.FUTURE, "ahead"};
    }
    String[] period = period(meaning, range, anchor);
    if (period != null) {
      return period;
    }
    if (range != null && anchor != null) {
      if (remembered(range, anchor)) {
        return new String[] {Dates.HISTORY, "anniversary"};
      }
      if (ChronoUnit.DAYS.between(range.end(), anchor) > Dates.NEWS_DAYS) {
        return new String[] {Dates.HISTORY, since() ? "since" : "earlier day"};
      }
    } else if (latest != null) {
      Optional<LocalDate> day = DateExpression.yearlessDay(meaning);
      if (day.isPresent() && ChronoUnit.DAYS.between(day.get(), latest) > Dates.NEWS_DAYS) {
        return new String[] {Dates.HISTORY, "earlier day"};
      }
    }
    if (since()) {
      return new String[] {Dates.CONTEXT, "since"};
    }
    return new String[] {Dates.NEWS, reason(tokens)};
  }

  /** Whether a day is that of the publication, or the one beside it, in an earlier year. */
  private static boolean remembered(DateRange range, LocalDate anchor) {
    if (range.precision() > 1) {
      return false;
    }
    long years = Math.round(ChronoUnit.DAYS.between(range.start(), anchor) / 365.25);
    return years > 0
        && Math.abs(ChronoUnit.DAYS.between(range.start().plusYears(years), anchor)) <= 1;
  }

  private String reason(List<Token> tokens) {
    // what stands before "two days after" belongs to the other day
    int from = surface.endsWith(Dates.AFTER) ? first : clauseStart(14);
    if (Cues.any(tokens, first - 2, first, Cues.Kind.END)) {
      return "ended";
    }
    int close = Math.max(from, first - 4);
    if (Cues.speech(tokens, close, first) && !Cues.any(tokens, close, first, Cues.Kind.BEGIN)) {
      return "speech";
    }
    if (Cues.any(tokens, from, first, Cues.Kind.BEGIN)
        || Cues.is(tokens.get(Math.min(last + 1, tokens.size() - 1)), Cues.Kind.BEGIN)
        || first <= 1 && Cues.any(tokens, last + 1, last + 9, Cues.Kind.BEGIN)) {
      return "began";
    }
    if (Cues.any(tokens, Math.max(from, first - 6), first, Cues.Kind.AFTERMATH)) {
      return "aftermath";
    }
    return "day";
  }

  /** The role of an expression that is no day; null where it is one. */
  private String[] period(String meaning, DateRange range, LocalDate anchor) {
    if (YEAR.matcher(meaning).matches()) {
      boolean current = anchor != null && anchor.getYear() == Integer.parseInt(meaning);
      return current && !before(1).equals("since")
          ? new String[] {Dates.CONTEXT, "year"}
          : new String[] {Dates.HISTORY, "year"};
    }
    if (MONTH.matcher(meaning).matches()) {
      boolean current =
          range != null
              && anchor != null
              && YearMonth.from(range.start()).equals(YearMonth.from(anchor))
              && !before(1).equals("since");
      return current
          ? new String[] {Dates.CONTEXT, "month"}
          : new String[] {Dates.HISTORY, "month"};
    }
    if (DECADE.matcher(meaning).matches()) {
      return new String[] {Dates.HISTORY, "year"};
    }
    if (meaning.endsWith(DateExpression.UP_TO_NOW)) {
      return new String[] {Dates.CONTEXT, "recent"};
    }
    if (meaning.startsWith("P-") && !meaning.endsWith(":day")) {
      char unit = unit(meaning);
      if (unit == 'Y') {
        return new String[] {Dates.HISTORY, "year"};
      }
      if (unit == 'M') {
        return new String[] {Dates.HISTORY, "month"};
      }
      if (unit == 'W' && !WEEKDAY_OF_WEEK.matcher(meaning).matches()) {
        return new String[] {Dates.CONTEXT, "week"};
      }
    }
    return switch (meaning) {
      case "THIS_WEEK" -> new String[] {Dates.CONTEXT, "week"};
      case "THIS_MONTH" -> new String[] {Dates.CONTEXT, "month"};
      case "THIS_YEAR" -> new String[] {Dates.CONTEXT, "year"};
      case "RECENT" -> new String[] {Dates.CONTEXT, "recent"};
      default -> null;
    };
  }

  private static char unit(String meaning) {
    for (int i = 2; i < meaning.length(); i++) {
      if (Character.isLetter(meaning.charAt(i))) {
        return meaning.charAt(i);
      }
    }
    return ' ';
  }
}
