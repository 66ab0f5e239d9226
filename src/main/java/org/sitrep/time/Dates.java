package org.sitrep.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.text.Lexeme;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.text.Token;
import org.sitrep.text.WrittenDate;

/**
 * The date expressions of an article's sentences, each with its meaning, its days and its role.
 *
 * <p>Roles and reasons:
 *
 * <ul>
 *   <li>{@code news}: a day (or a few) at most eight days before publication. Reasons: {@code
 *       began} and {@code ended} where the clause says so, {@code speech} (the day of a statement),
 *       {@code aftermath} (court, arrest, mourning), {@code day} else.
 *   <li>{@code context}: a period around the event: {@code since}, {@code week}, {@code month},
 *       {@code year} (this one), {@code recent}.
 *   <li>{@code history}: {@code year}, {@code month}, {@code earlier day} (more than eight days
 *       before publication, or before the latest written day where publication is unknown), {@code
 *       anniversary}, {@code background} ("back then").
 *   <li>{@code future}: {@code tense} or {@code ahead} (the expression itself).
 * </ul>
 */
public final class Dates {

  /** The role of a date that dates the news. */
  public static final String NEWS = "news";

  /** The role of a period around the event. */
  public static final String CONTEXT = "context";

  /** The role of a date in the past. */
  public static final String HISTORY = "history";

  /** The role of a date to come. */
  public static final String FUTURE = "future";

  /** How a day ends that is told by what happened then: "two days after". */
  static final String AFTER = " after";

  /** How many days before its publication an article's news can lie. */
  static final int NEWS_DAYS = 8;

  /** Days of the week tell apart less than a week. */
  private static final int LONGEST_DISTANCE = 5;

  private static final Pattern PAST_WEEKDAY = Pattern.compile("WXX-[1-7]:past");
  private static final Pattern YEARLESS = Pattern.compile("XXXX-\\d\\d(-\\d\\d)?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("(\\d{4}|XXXX)-\\d\\d");
  private static final Pattern DAY = Pattern.compile("(\\d{4}|XXXX)-\\d\\d-\\d\\d");
  private static final Pattern WEEKDAY_OF_WEEK = Pattern.compile("P-\\d+W-\\d");
  private static final Map<String, Integer> WEEKDAYS =
      Map.of(
          "monday", 1,
          "tuesday", 2,
          "wednesday", 3,
          "thursday", 4,
          "friday", 5,
          "saturday", 6,
          "sunday", 7);
  private static final Map<String, Integer> NUMBERS = numbers();
  private static final Map<String, Set<String>> WORDS = words();
  private static final Set<String> DAYPARTS = WORDS.get("daypart");
  private static final Set<String> YEAR_LEADS = WORDS.get("year-lead");
  private static final Set<String> MONTH_LEADS = WORDS.get("month-lead");
  private static final Set<String> COUNTED = WORDS.get("counted");
  private static final Set<String> BREAKS = WORDS.get("break");

  /** The words that {@link Scan#word} knows, besides numbers. */
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

  private static final Map<String, String> UNITS =
      Map.of(
          "day", "D", "days", "D", "week", "W", "weeks", "W", "month", "M", "months", "M", "year",
          "Y", "years", "Y");

  private Dates() {}

  /** The date expressions of the title and the sentences, in reading order. */
  public static List<DateMention> find(Reading reading, PublicationDate published) {
    List<Found> found = new ArrayList<>();
    for (Sentence sentence : reading.sentences()) {
      new Scan(reading, sentence, found).run();
    }
    LocalDate latest = null;
    if (published.date() == null) {
      for (Found f : found) {
        if (f.expression.startsWith("XXXX-") && f.expression.length() >= 10) {
          // without a year days can only be ordered among themselves
          LocalDate day =
              DateExpression.resolve("2000" + f.expression.substring(4, 10), null).get().start();
          latest = latest == null || day.isAfter(latest) ? day : latest;
        }
      }
    }
    List<DateMention> mentions = new ArrayList<>(found.size());
    Found previous = null;
    for (Found f : found) {
      mentions.add(f.mention(published.date(), latest, previous));
      previous = f;
    }
    return List.copyOf(mentions);
  }

  /** An expression with the words around it. */
  private static final class Found {
    final Sentence sentence;
    final int first;
    final int last;
    final int start;
    final int end;
    final String surface;
    final String expression;

    Found(Sentence sentence, int first, int last, int start, int end, String surface, String expr) {
      this.sentence = sentence;
      this.first = first;
      this.last = last;
      this.start = start;
      this.end = end;
      this.surface = surface;
      this.expression = expr;
    }

    DateMention mention(LocalDate anchor, LocalDate latest, Found previous) {
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
    private boolean lookingAhead(Found previous) {
      if (!relativeDay() || expression.equals("WEEKEND:last")) {
        return false;
      }
      List<Token> tokens = sentence.tokens();
      int from = clauseStart(10);
      int cue = Cues.last(tokens, from, first, Cues.Kind.FUTURE);
      boolean nearest = previous == null || previous.sentence != sentence || previous.first < cue;
      return cue >= 0
          && nearest
          && !Cues.any(tokens, cue + 1, first, Cues.Kind.SPEECH)
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
        if (BREAKS.contains(before.term()) || punctuated(before.end(), here.start())) {
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

    private String before(int distance) {
      int i = first - distance;
      return i < 0 ? "" : sentence.tokens().get(i).term();
    }

    private String[] role(
        String meaning, DateRange range, LocalDate anchor, LocalDate latest, boolean ahead) {
      List<Token> tokens = sentence.tokens();
      if (meaning.equals(DateExpression.PAST)) {
        return new String[] {HISTORY, "background"};
      }
      if (Cues.any(tokens, first - 10, last + 8, Cues.Kind.HISTORY)) {
        return new String[] {HISTORY, "anniversary"};
      }
      if (ahead) {
        return new String[] {FUTURE, "tense"};
      }
      if (meaning.endsWith(":next") || meaning.startsWith("P+") || meaning.endsWith(":future")) {
        return new String[] {FUTURE, "ahead"};
      }
      if (range != null && anchor != null && range.start().isAfter(anchor.plusDays(2))) {
        return new String[] {FUTURE, "ahead"};
      }
      String[] period = period(meaning, range, anchor);
      if (period != null) {
        return period;
      }
      if (range != null && anchor != null) {
        if (ChronoUnit.DAYS.between(range.end(), anchor) > NEWS_DAYS) {
          return new String[] {HISTORY, "earlier day"};
        }
      } else if (latest != null && meaning.startsWith("XXXX-") && meaning.length() >= 10) {
        LocalDate day =
            DateExpression.resolve("2000" + meaning.substring(4, 10), null).get().start();
        if (ChronoUnit.DAYS.between(day, latest) > NEWS_DAYS) {
          return new String[] {HISTORY, "earlier day"};
        }
      }
      if (before(1).equals("since") || before(2).equals("since") && !before(1).equals("on")) {
        return new String[] {CONTEXT, "since"};
      }
      return new String[] {NEWS, reason(tokens)};
    }

    private String reason(List<Token> tokens) {
      // what stands before "two days after" belongs to the other day
      int from = surface.endsWith(AFTER) ? first : clauseStart(14);
      if (Cues.any(tokens, first - 2, first, Cues.Kind.END)) {
        return "ended";
      }
      int close = Math.max(from, first - 4);
      if (Cues.any(tokens, close, first, Cues.Kind.SPEECH)
          && !Cues.any(tokens, close, first, Cues.Kind.BEGIN)) {
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
            ? new String[] {CONTEXT, "year"}
            : new String[] {HISTORY, "year"};
      }
      if (MONTH.matcher(meaning).matches()) {
        boolean current =
            range != null
                && anchor != null
                && range.start().equals(anchor.withDayOfMonth(1))
                && !before(1).equals("since");
        return current ? new String[] {CONTEXT, "month"} : new String[] {HISTORY, "month"};
      }
      if (meaning.startsWith("P-")) {
        char unit = unit(meaning);
        if (unit == 'Y') {
          return new String[] {HISTORY, "year"};
        }
        if (unit == 'M') {
          return new String[] {HISTORY, "month"};
        }
        if (unit == 'W' && !WEEKDAY_OF_WEEK.matcher(meaning).matches()) {
          return new String[] {CONTEXT, "week"};
        }
      }
      return switch (meaning) {
        case "THIS_WEEK" -> new String[] {CONTEXT, "week"};
        case "THIS_MONTH" -> new String[] {CONTEXT, "month"};
        case "THIS_YEAR" -> new String[] {CONTEXT, "year"};
        case "RECENT" -> new String[] {CONTEXT, "recent"};
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

  /** What expression of time may begin with a form. */
  private enum Start {
    NUMBER,
    WEEKDAY,
    MONTH,
    /** Yesterday, next, a number word, a phrase of the past. */
    WORD,
    /** None, but for one that goes back to another ({@link Scan#earlier}). */
    NONE;

    private static final Lexeme.Note<Start> NOTE = Lexeme.Note.of(Start::of);

    private static Start of(Lexeme lexeme) {
      char c = lexeme.form().charAt(0);
      if (c >= '0' && c <= '9') {
        return NUMBER;
      }
      if (WEEKDAYS.containsKey(lexeme.term())) {
        return WEEKDAY;
      }
      if (Character.isUpperCase(c) && DayRanges.isMonth(lexeme.form())) {
        return MONTH;
      }
      boolean word =
          STARTS.contains(lexeme.term())
              || NUMBERS.containsKey(lexeme.term())
              || Cues.beginsBackground(lexeme.term());
      return word ? WORD : NONE;
    }
  }

  /** One pass over a sentence's tokens. */
  private static final class Scan {
    private final String whole;
    private final Sentence sentence;
    private final List<Token> tokens;
    private final List<Found> found;
    private final int mark;
    private int at;

    Scan(Reading reading, Sentence sentence, List<Found> found) {
      this.whole = sentence.span().field().equals(Span.TITLE) ? reading.title() : reading.text();
      this.sentence = sentence;
      this.tokens = sentence.tokens();
      this.found = found;
      this.mark = found.size();
    }

    void run() {
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
        weekday(WEEKDAYS.get(token.term()));
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
        if (!(at + 1 < tokens.size() && COUNTED.contains(tokens.get(at + 1).term()))) {
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
      String unit = UNITS.get(tokens.get(numberAt + 1).term());
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
      Found said = found.get(found.size() - 1);
      int days;
      int last = at + 2;
      if (first.equals("previous") && unit.equals("day")) {
        days = 1;
        last = at + 1;
      } else if (first.equals("the") && unit.equals("day") && link.equals("before")) {
        days = 1;
      } else if (unit.equals("day") || unit.equals("days")) {
        days = NUMBERS.getOrDefault(first, plain(first));
        boolean away = link.equals("earlier") || link.equals("before");
        if (!away && !link.equals("after")) {
          return false;
        }
      } else {
        return false;
      }
      String expression = minus(said.expression, days);
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
      return (second || YEAR_LEADS.contains(lead))
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
      if (next < tokens.size() && DAYPARTS.contains(tokens.get(next).term())) {
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
      if (at > 0 && MONTH_LEADS.contains(tokens.get(at - 1).term())) {
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
        case "overnight" -> add(at, at, "P-1D/" + DateExpression.PRESENT);
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
          Integer n = NUMBERS.get(token.term());
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
        add(at, at + 1, the && sign.equals("P-1") ? span(next) : sign + UNITS.get(next));
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
      if (found.size() > mark && found.get(found.size() - 1).end > start) {
        at = Math.max(at, last) + 1;
        return;
      }
      found.add(
          new Found(sentence, first, last, start, end, whole.substring(start, end), expression));
      at = last + 1;
    }

    /** "from Thursday to Saturday", "between Friday and Sunday", "Monday through Wednesday". */
    private void joinRanges() {
      for (int i = mark; i + 1 < found.size(); i++) {
        Found a = found.get(i);
        Found b = found.get(i + 1);
        if (b.first - a.last < 2 || b.first - a.last > 4 || a.expression.indexOf('/') >= 0) {
          continue;
        }
        String lead = a.first > 0 ? tokens.get(a.first - 1).term() : "";
        String led = a.first > 1 ? tokens.get(a.first - 2).term() : "";
        String link = tokens.get(a.last + 1).term();
        boolean from = lead.equals("from") || led.equals("from");
        boolean between = lead.equals("between") || led.equals("between");
        boolean joined =
            link.equals("through")
                || from && Set.of("to", "until", "till").contains(link)
                || between && link.equals("and");
        if (joined && dayLike(a.expression) && dayLike(b.expression)) {
          found.set(
              i,
              new Found(
                  sentence,
                  a.first,
                  b.last,
                  a.start,
                  b.end,
                  whole.substring(a.start, b.end),
                  a.expression + "/" + b.expression));
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

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String[] row : Resources.rows(Dates.class, "words.tsv")) {
      words.put(row[0], Set.of(row[1].split(" ")));
    }
    return Map.copyOf(words);
  }

  private static Map<String, Integer> numbers() {
    String[] words = {
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve"
    };
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      numbers.put(words[i], i + 1);
    }
    numbers.put("a", 1);
    numbers.put("an", 1);
    return Map.copyOf(numbers);
  }
}
