package org.sitrep.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.text.Lexeme;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.text.Token;
import org.sitrep.text.WrittenDate;

/** One pass over a sentence's tokens that finds its date expressions. */
final class DateScan {

  /** Days of the week tell apart less than a week. */
  private static final int LONGEST_DISTANCE = 5;

  private static final Pattern PAST_WEEKDAY = Pattern.compile("WXX-[1-7]:past");
  private static final Pattern DAY = Pattern.compile("(\\d{4}|XXXX)-\\d\\d-\\d\\d");

  /** The words that {@link #word} knows, besides numbers. */
  private static final Set<String> STARTS =
      Set.of(
          "yesterday",
          "tomorrow",
          "tonight",
          "overnight",
          "today",
          "weekend",
          "last",
          "past",
          "previous",
          "next",
          "this",
          "recent");

  /** What expression of time may begin with a form. */
  private enum Start {
    NUMBER,
    WEEKDAY,
    MONTH,
    /** Yesterday, next, a number word, a phrase of the past. */
    WORD,
    /** None, but for one that goes back to another ({@link #earlier}). */
    NONE;

    private static final Lexeme.Note<Start> NOTE = Lexeme.Note.of(Start::of);

    private static Start of(Lexeme lexeme) {
      char c = lexeme.form().charAt(0);
      if (c >= '0' && c <= '9') {
        return NUMBER;
      }
      if (weekdayOf(lexeme.term()) > 0) {
        return WEEKDAY;
      }
      if (Character.isUpperCase(c) && DayRanges.isMonth(lexeme.form())) {
        return MONTH;
      }
      boolean word =
          STARTS.contains(lexeme.term())
              || DateWords.NUMBERS.containsKey(lexeme.term())
              || Cues.beginsBackground(lexeme.term());
      return word ? WORD : NONE;
    }
  }

  private final String whole;
  private final Sentence sentence;
  private final List<Token> tokens;
  private final List<FoundDate> found;
  private final int mark;
  private int at;

  private DateScan(Reading reading, Sentence sentence, List<FoundDate> found) {
    this.whole = sentence.span().field().equals(Span.TITLE) ? reading.title() : reading.text();
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.found = found;
    this.mark = found.size();
  }

  /** Adds the date expressions of a sentence to those found before. */
  static void of(Reading reading, Sentence sentence, List<FoundDate> found) {
    new DateScan(reading, sentence, found).run();
  }

  private void run() {
    while (at < tokens.size()) {
      int before = at;
      Token token = tokens.get(at);
      Start start = Start.NOTE.on(token.lexeme());
      if (start == Start.NONE) {
        earlier();
      } else {
        scan(token, start);
      }
      at = at == before ? at + 1 : at;
    }
    joinRanges();
  }

  private void scan(Token token, Start start) {
    if (start == Start.NUMBER) {
      number(token);
      return;
    }
    if (start == Start.WEEKDAY) {
      if (!token.term().endsWith("s") || genitive(token)) {
        weekday(weekdayOf(token.term()));
      }
      return;
    }
    if (start == Start.MONTH) {
      month(token);
      return;
    }
    if (earlier()) {
      return;
    }
    word(token);
    if (at < tokens.size() && tokens.get(at) == token) {
      int taken = Cues.background(tokens, at);
      if (taken > 0) {
        add(at, at + taken - 1, DateExpression.PAST);
      }
    }
  }

  /** The number of a day of the week by its name, also with an s; 0 where it is none. */
  private static int weekdayOf(String term) {
    boolean plural = term.length() > 6 && term.endsWith("s");
    return DateWords.WEEKDAYS.getOrDefault(plural ? term.substring(0, term.length() - 1) : term, 0);
  }

  /**
   * "Saturdays blast" in texts that have lost their apostrophes; "the market opens Saturdays" is no
   * date.
   */
  private boolean genitive(Token token) {
    return token.form().length() == token.term().length()
        && Cues.any(tokens, at + 1, at + 3, Cues.Kind.HAPPEN);
  }

  private void number(Token token) {
    Optional<int[]> range = DayRanges.dayFirst(whole, token.start(), sentence.span().end());
    if (range.isPresent()) {
      days(range.get());
      return;
    }
    Optional<WrittenDate> date = WrittenDate.at(whole, token.start(), sentence.span().end());
    if (date.isPresent()) {
      written(date.get(), at, "");
      return;
    }
    String form = token.form();
    if (form.length() == 4 && year(form) && yearLed()) {
      if (!(at + 1 < tokens.size() && DateWords.COUNTED.contains(tokens.get(at + 1).term()))) {
        add(at, at, form);
      }
      return;
    }
    if (earlier()) {
      return;
    }
    if (form.length() <= 3 && at + 2 < tokens.size()) {
      ago(at, plain(form));
    }
  }

  /** "three days ago", "two weeks earlier": the number stands at the token. */
  private void ago(int numberAt, int n) {
    if (n <= 0 || numberAt + 2 >= tokens.size()) {
      return;
    }
    String unit = DateWords.UNITS.get(tokens.get(numberAt + 1).term());
    if (unit == null || !tokens.get(numberAt + 2).term().equals("ago")) {
      return;
    }
    add(numberAt, numberAt + 2, "P-" + n + unit);
  }

  /**
   * A day told by the distance to the one before it in the sentence: "on Monday that the day
   * before", "on Tuesday, two days after", "the previous day's".
   */
  private boolean earlier() {
    if (found.size() == mark || at + 2 >= tokens.size()) {
      return false;
    }
    String first = tokens.get(at).term();
    String unit = tokens.get(at + 1).term();
    String link = tokens.get(at + 2).term();
    FoundDate said = found.get(found.size() - 1);
    int days;
    int last = at + 2;
    if (first.equals("previous") && unit.equals("day")) {
      days = 1;
      last = at + 1;
    } else if (first.equals("the") && unit.equals("day") && link.equals("before")) {
      days = 1;
    } else if (unit.equals("day") || unit.equals("days")) {
      days = DateWords.NUMBERS.getOrDefault(first, plain(first));
      boolean away = link.equals("earlier") || link.equals("before");
      if (!away && !link.equals("after")) {
        return false;
      }
    } else {
      return false;
    }
    String expression = minus(said.expression(), days);
    if (expression == null) {
      return false;
    }
    add(at, last, expression);
    return true;
  }

  /** A day some days before another; null where the other is no day. */
  private static String minus(String expression, int days) {
    if (days < 1 || days > LONGEST_DISTANCE) {
      return null;
    }
    if (expression.equals(DateExpression.PRESENT)) {
      return "P-" + days + "D";
    }
    if (expression.equals("P-1D")) {
      return "P-" + (1 + days) + "D";
    }
    if (PAST_WEEKDAY.matcher(expression).matches()) {
      return "WXX-" + (Math.floorMod(expression.charAt(4) - '1' - days, 7) + 1) + ":past";
    }
    return null;
  }

  private boolean yearLed() {
    if (at == 0) {
      return false;
    }
    String lead = tokens.get(at - 1).term();
    boolean second =
        at > 1 && Set.of("and", "to").contains(lead) && year(tokens.get(at - 2).form());
    return (second || DateWords.YEAR_LEADS.contains(lead))
        && Character.isWhitespace(whole.charAt(tokens.get(at).start() - 1));
  }

  private void weekday(int weekday) {
    int first = at;
    int next = at + 1;
    if (next < tokens.size() && tokens.get(next).start() <= tokens.get(at).end() + 2) {
      Optional<WrittenDate> date =
          WrittenDate.at(whole, tokens.get(next).start(), sentence.span().end());
      if (date.isPresent()) {
        written(date.get(), first, ":W" + weekday);
        return;
      }
    }
    String lead = first > 0 ? tokens.get(first - 1).term() : "";
    String direction =
        switch (lead) {
          case "last" -> "last";
          case "next" -> "next";
          case "coming", "upcoming" -> "future";
          default -> "past";
        };
    int start =
        lead.equals("last") || lead.equals("next") || lead.equals("this") ? first - 1 : first;
    int last = first;
    if (next < tokens.size() && DateWords.DAYPARTS.contains(tokens.get(next).term())) {
      last = next;
    }
    if (last + 2 < tokens.size()
        && tokens.get(last + 1).term().equals("last")
        && tokens.get(last + 2).term().equals("week")) {
      add(start, last + 2, "P-1W-" + weekday);
      return;
    }
    add(start, last, "WXX-" + weekday + ":" + direction);
  }

  private void month(Token token) {
    Optional<int[]> range = DayRanges.monthFirst(whole, token.start(), sentence.span().end());
    if (range.isPresent()) {
      days(range.get());
      return;
    }
    Optional<WrittenDate> date = WrittenDate.at(whole, token.start(), sentence.span().end());
    if (date.isPresent()) {
      written(date.get(), at, "");
      return;
    }
    int month = WrittenDate.monthOf(token.form());
    int next = at + 1;
    if (next < tokens.size() && tokens.get(next).term().equals("of")) {
      next++;
    }
    if (next < tokens.size() && year(tokens.get(next).form()) && near(at, next)) {
      add(at, next, tokens.get(next).form() + String.format(Locale.ROOT, "-%02d", month));
      return;
    }
    if (at > 0 && DateWords.MONTH_LEADS.contains(tokens.get(at - 1).term())) {
      String lead = tokens.get(at - 1).term();
      String expression = String.format(Locale.ROOT, "XXXX-%02d", month);
      add(at, at, lead.equals("next") ? expression + ":future" : expression);
    }
  }

  private boolean near(int left, int right) {
    return tokens.get(right).start() - tokens.get(left).end() <= 5;
  }

  private void word(Token token) {
    switch (token.term()) {
      case "yesterday" -> add(at, at, "P-1D");
      case "tomorrow" -> add(at, at, "P+1D");
      case "tonight" -> add(at, at, DateExpression.PRESENT);
      case "overnight" -> add(at, at, DateExpression.OVERNIGHT);
      case "today" -> {
        boolean name = Character.isUpperCase(token.form().charAt(0)) && at > 0;
        boolean genitive = token.form().length() > 5;
        if (!name && !genitive) {
          add(at, at, DateExpression.PRESENT);
        }
      }
      case "weekend" -> weekend();
      case "last", "past", "previous" -> unit("P-1");
      case "next" -> unit("P+1");
      case "this" -> thisUnit();
      case "recent" -> {
        if (at + 1 < tokens.size()
            && Set.of("days", "weeks").contains(tokens.get(at + 1).term())
            && at > 0
            && Set.of("in", "over", "during").contains(tokens.get(at - 1).term())) {
          add(at, at + 1, "RECENT");
        }
      }
      default -> {
        Integer n = DateWords.NUMBERS.get(token.term());
        if (n != null) {
          ago(at, n);
        }
      }
    }
  }

  private void weekend() {
    String lead = at > 0 ? tokens.get(at - 1).term() : "";
    switch (lead) {
      case "the", "this" -> add(at - 1, at, "WEEKEND:past");
      case "last", "past" -> add(at - 1, at, "WEEKEND:last");
      case "next", "coming" -> add(at - 1, at, "WEEKEND:future");
      default -> {
        // "a weekend", "weekend edition": no date
      }
    }
  }

  private void unit(String sign) {
    if (at + 1 >= tokens.size()) {
      return;
    }
    Token token = tokens.get(at);
    String next = tokens.get(at + 1).term();
    boolean last = token.term().equals("last");
    if (last && (next.equals("night") || next.equals("evening"))) {
      add(at, at + 1, "P-1D");
    } else if (next.equals("week") || next.equals("month") || next.equals("year")) {
      boolean the = at > 0 && tokens.get(at - 1).term().equals("the");
      // "over the last month" ends today, "last month" does not
      add(at, at + 1, the && sign.equals("P-1") ? span(next) : sign + DateWords.UNITS.get(next));
    }
  }

  private static String span(String unit) {
    return switch (unit) {
      case "week" -> "RECENT";
      case "month" -> "P-30D/" + DateExpression.PRESENT;
      default -> "P-365D/" + DateExpression.PRESENT;
    };
  }

  private void thisUnit() {
    if (at + 1 >= tokens.size()) {
      return;
    }
    switch (tokens.get(at + 1).term()) {
      case "morning", "afternoon", "evening" -> add(at, at + 1, DateExpression.PRESENT);
      case "week" -> add(at, at + 1, "THIS_WEEK");
      case "month" -> add(at, at + 1, "THIS_MONTH");
      case "year" -> add(at, at + 1, "THIS_YEAR");
      default -> {
        // "this weekend" is met at its own word
      }
    }
  }

  private void written(WrittenDate date, int first, String weekday) {
    int last = first;
    while (last + 1 < tokens.size() && tokens.get(last + 1).start() < date.end()) {
      last++;
    }
    String expression =
        date.year() == null
            ? String.format(Locale.ROOT, "XXXX-%02d-%02d", date.month(), date.day()) + weekday
            : date.date().orElseThrow().toString();
    add(first, last, tokens.get(first).start(), date.end(), expression);
  }

  /** A range as {@link DayRanges} gives it. */
  private void days(int[] range) {
    int last = at;
    while (last + 1 < tokens.size() && tokens.get(last + 1).start() < range[0]) {
      last++;
    }
    String year = range[1] == 0 ? "XXXX" : String.valueOf(range[1]);
    String expression =
        String.format(
            Locale.ROOT,
            "%s-%02d-%02d/%s-%02d-%02d",
            year,
            range[2],
            range[3],
            year,
            range[2],
            range[4]);
    add(at, last, tokens.get(at).start(), range[0], expression);
  }

  private void add(int first, int last, String expression) {
    add(first, last, tokens.get(first).start(), tokens.get(last).end(), expression);
  }

  private void add(int first, int last, int start, int end, String expression) {
    if (found.size() > mark && found.get(found.size() - 1).end() > start) {
      at = Math.max(at, last) + 1;
      return;
    }
    found.add(
        new FoundDate(sentence, first, last, start, end, whole.substring(start, end), expression));
    at = last + 1;
  }

  /** "from Thursday to Saturday", "between Friday and Sunday", "Monday through Wednesday". */
  private void joinRanges() {
    for (int i = mark; i + 1 < found.size(); i++) {
      FoundDate a = found.get(i);
      FoundDate b = found.get(i + 1);
      if (b.first() - a.last() < 2
          || b.first() - a.last() > 4
          || a.expression().indexOf('/') >= 0) {
        continue;
      }
      String lead = a.first() > 0 ? tokens.get(a.first() - 1).term() : "";
      String led = a.first() > 1 ? tokens.get(a.first() - 2).term() : "";
      String link = tokens.get(a.last() + 1).term();
      boolean from = lead.equals("from") || led.equals("from");
      boolean between = lead.equals("between") || led.equals("between");
      boolean joined =
          link.equals("through")
              || from && Set.of("to", "until", "till").contains(link)
              || between && link.equals("and");
      if (joined && dayLike(a.expression()) && dayLike(b.expression())) {
        found.set(
            i,
            new FoundDate(
                sentence,
                a.first(),
                b.last(),
                a.start(),
                b.end(),
                whole.substring(a.start(), b.end()),
                a.expression() + "/" + b.expression()));
        found.remove(i + 1);
      }
    }
  }

  private static boolean dayLike(String expression) {
    return expression.startsWith("WXX")
        || DAY.matcher(expression).lookingAt()
        || expression.equals(DateExpression.PRESENT)
        || expression.equals("P-1D");
  }

  private static boolean year(String form) {
    return form.length() == 4
        && (form.startsWith("19") || form.startsWith("20"))
        && Character.isDigit(form.charAt(2))
        && Character.isDigit(form.charAt(3));
  }

  private static int plain(String form) {
    try {
      return Integer.parseInt(form);
    } catch (NumberFormatException notPlain) {
      return 0;
    }
  }
}
