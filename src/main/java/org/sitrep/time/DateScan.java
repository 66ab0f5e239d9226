package org.sitrep.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** What lies further apart, in days, is no range of an event. */
  private static final int LONGEST_RANGE = 92;

  /** Within how many words "and ended on" stands behind a first day. */
  private static final int ENDED_REACH = 5;

  private static final Pattern PAST_WEEKDAY = Pattern.compile("WXX-[1-7]:past");
  private static final Pattern DAY = Pattern.compile("(\\d{4}|XXXX)-\\d\\d-\\d\\d");

  /** Words before "week" and the week that they name. */
  private static final Map<String, String> WEEKS =
      Map.of(
          "last", "P-1W", "previous", "P-1W", "this", "P-0W", "next", "P+1W", "following", "P+1W");

  /** How far before its day of the month a month may be named, in words. */
  private static final int MONTH_REACH = 12;

  /** Within how many words behind "three days after" the happening is named. */
  private static final int AFTER_REACH = 9;

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
          "recent",
          "day",
          "following",
          "several",
          "few",
          "some");

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
              || DateWords.beginsFeast(lexeme.term())
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
    nights();
    lasted();
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
    if (feast(token)) {
      return;
    }
    word(token);
    if (at < tokens.size() && tokens.get(at) == token) {
      int taken = Cues.background(tokens, at);
      if (taken > 0 && !counted(at + taken)) {
        add(at, at + taken - 1, DateExpression.PAST);
      }
    }
  }

  /** "In the past 24 hours" goes on where "in the past" ends. */
  private boolean counted(int at) {
    if (at >= tokens.size() || !tokens.get(at - 1).term().equals("past")) {
      return false;
    }
    String term = tokens.get(at).term();
    return plain(term) > 0
        || DateWords.NUMBERS.containsKey(term)
        || DateWords.FEW.contains(term)
        || DateWords.UNITS.containsKey(term);
  }

  /** "On New Year's Eve": a named day, with a capital. */
  private boolean feast(Token token) {
    if (!Character.isUpperCase(token.form().charAt(0))) {
      return false;
    }
    Optional<String[]> feast = DateWords.feast(tokens, at);
    feast.ifPresent(words -> add(at, at + words.length - 2, "XXXX-" + words[words.length - 1]));
    return feast.isPresent();
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
    if (calendar(token, DayRanges.dayFirst(whole, token.start(), sentence.span().end()))) {
      return;
    }
    String form = token.form();
    if (form.length() == 5 && form.endsWith("0s") && year(form.substring(0, 4)) && decadeLed()) {
      add(at, at, form.substring(0, 4) + "/" + form.substring(0, 3) + "9");
      return;
    }
    if (form.length() == 4 && year(form) && yearLed()) {
      if (!(at + 1 < tokens.size() && DateWords.COUNTED.contains(tokens.get(at + 1).term()))) {
        add(at, at, form);
      }
      return;
    }
    if (earlier() || dayOfMonth(token)) {
      return;
    }
    if (form.length() <= 3 && at + 2 < tokens.size()) {
      int before = at;
      ago(at, plain(form));
      if (at == before) {
        after(plain(form));
      }
    }
  }

  /**
   * The days of a calendar that are written at a token: a range of them, if there is one, or one.
   */
  private boolean calendar(Token token, Optional<int[]> range) {
    if (range.isPresent()) {
      days(range.get());
      return true;
    }
    Optional<WrittenDate> date = WrittenDate.at(whole, token.start(), sentence.span().end());
    date.ifPresent(written -> written(written, at, ""));
    return date.isPresent();
  }

  /** "three days ago", "two years earlier": the number stands at the token. */
  private void ago(int numberAt, int n) {
    int unitAt = numberAt + 1;
    if (n <= 0 || unitAt + 1 >= tokens.size()) {
      return;
    }
    String word = tokens.get(unitAt).term();
    int count = n;
    if (word.equals("couple") && unitAt + 3 < tokens.size()) {
      unitAt += tokens.get(unitAt + 1).term().equals("of") ? 2 : 1;
      word = tokens.get(unitAt).term();
      count = 2;
    }
    String unit = word.equals("fortnight") ? "W" : DateWords.UNITS.get(word);
    String link = tokens.get(unitAt + 1).term();
    boolean distant = unit != null && (unit.equals("Y") || unit.equals("M"));
    if (unit == null
        || !(link.equals("ago") || distant && (link.equals("earlier") || link.equals("before")))) {
      return;
    }
    int periods = word.equals("fortnight") ? 2 * count : count;
    boolean exact = numberAt > 0 && DateWords.EXACT.contains(tokens.get(numberAt - 1).term());
    if (!exact || !link.equals("ago") || unit.equals("D")) {
      add(numberAt, unitAt + 1, "P-" + periods + unit);
    } else if (unit.equals("W")) {
      add(numberAt - 1, unitAt + 1, "P-" + 7 * periods + "D");
    } else {
      add(numberAt - 1, unitAt + 1, "P-" + periods + unit + ":day");
    }
  }

  /** "On the 15th, gunmen": of a month named shortly before, else of the latest month. */
  private boolean dayOfMonth(Token token) {
    String form = token.form();
    int length = form.length();
    boolean ordinal = length > 2 && dayNumber(token) && !Character.isDigit(form.charAt(length - 1));
    if (!ordinal || !term(at - 1).equals("the") || !DateWords.DAY_LEADS.contains(term(at - 2))) {
      return false;
    }
    // "on the 15th floor" goes on with a noun
    int end = token.end();
    boolean alone =
        at + 1 == tokens.size()
            || !Character.isWhitespace(whole.charAt(end))
            || DateWords.BREAKS.contains(term(at + 1));
    int day = plain(form.substring(0, length - 2));
    if (!alone || day < 1 || day > 31) {
      return false;
    }
    String month = "MXX";
    for (int i = at - 2; i >= Math.max(0, at - MONTH_REACH); i--) {
      String named = tokens.get(i).form();
      if (Character.isUpperCase(named.charAt(0)) && DayRanges.isMonth(named)) {
        month = String.format(Locale.ROOT, "XXXX-%02d", WrittenDate.monthOf(named));
        break;
      }
    }
    add(at, at, month + String.format(Locale.ROOT, "-%02d", day));
    return true;
  }

  /**
   * "Three days after the quake, rescuers found": so long before today, or before the day of the
   * week that the sentence tells next.
   */
  private void after(int days) {
    boolean opens = at == 0 || at == 1 && !Character.isLetter(whole.charAt(tokens.get(0).start()));
    // "a week after" is not counted in days
    boolean counted = term(at + 1).equals("day") || term(at + 1).equals("days");
    int count = days;
    if (!opens
        || !counted
        || count < 1
        || count > LONGEST_RANGE
        || !term(at + 2).equals("after")
        || !Cues.any(tokens, at + 3, at + 3 + AFTER_REACH, Cues.Kind.HAPPEN)) {
      return;
    }
    boolean happened = false;
    for (int i = at + 3; i < tokens.size(); i++) {
      happened |= Cues.is(tokens.get(i), Cues.Kind.HAPPEN);
      int weekday = weekdayOf(tokens.get(i).term());
      if (weekday > 0 && !happened) {
        // "two days after Wednesday's raid" tells the day itself
        return;
      }
      if (weekday > 0) {
        String told = minus("WXX-" + weekday + ":past", count);
        if (told != null) {
          add(at, at + 2, told);
        }
        return;
      }
      if (term(i).equals("yesterday")) {
        count++;
        break;
      }
    }
    add(at, at + 2, "P-" + count + "D");
  }

  /**
   * A day told by the distance to the one before it in the sentence: "on Monday that the day
   * before", "on Tuesday, two days after", "the previous day's".
   */
  private boolean earlier() {
    if (dayBeyond()) {
      return true;
    }
    if (found.size() == mark || at + 1 >= tokens.size()) {
      return false;
    }
    String first = tokens.get(at).term();
    String unit = tokens.get(at + 1).term();
    String link = at + 2 < tokens.size() ? tokens.get(at + 2).term() : "";
    FoundDate said = found.get(found.size() - 1);
    if (later(said, first, unit, link)) {
      return true;
    }
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

  /** "The day before yesterday", "the day after tomorrow". */
  private boolean dayBeyond() {
    if (at + 2 >= tokens.size() || !tokens.get(at).term().equals("day")) {
      return false;
    }
    String link = tokens.get(at + 1).term();
    String day = tokens.get(at + 2).term();
    boolean before = link.equals("before") && day.equals("yesterday");
    if (!before && !(link.equals("after") && day.equals("tomorrow"))) {
      return false;
    }
    boolean the = at > 0 && tokens.get(at - 1).term().equals("the");
    add(the ? at - 1 : at, at + 2, before ? "P-2D" : "P+2D");
    return true;
  }

  /** "On Friday and the following day", "on Friday and died two days later". */
  private boolean later(FoundDate said, String first, String unit, String link) {
    int days;
    int last = at + 2;
    if (unit.equals("day") && (first.equals("following") || first.equals("next"))) {
      days = 1;
      last = at + 1;
    } else if ((unit.equals("day") || unit.equals("days")) && link.equals("later")) {
      days = DateWords.NUMBERS.getOrDefault(first, plain(first));
    } else {
      return false;
    }
    String expression = days < 1 || days > LONGEST_DISTANCE ? null : shifted(said, days);
    if (expression == null) {
      return false;
    }
    add(at, last, expression);
    return true;
  }

  private static String shifted(FoundDate said, int days) {
    String expression = said.expression();
    if (PAST_WEEKDAY.matcher(expression).matches()) {
      return "WXX-" + (Math.floorMod(expression.charAt(4) - '1' + days, 7) + 1) + ":past";
    }
    if (expression.length() == 10 && DAY.matcher(expression).matches()) {
      boolean yearless = expression.startsWith("X");
      if (yearless && expression.startsWith("02-2", 5)) {
        // how February goes on depends on the year
        return null;
      }
      LocalDate day =
          LocalDate.parse(yearless ? "2001" + expression.substring(4) : expression).plusDays(days);
      return yearless ? "XXXX" + day.toString().substring(4) : day.toString();
    }
    return null;
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

  /** "In the 1980s" dates its clause; "the war of the 1980s" only names a war. */
  private boolean decadeLed() {
    int lead = at > 0 && tokens.get(at - 1).term().equals("the") ? at - 2 : at - 1;
    return lead >= 0 && DateWords.DECADE_LEADS.contains(tokens.get(lead).term());
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
    int behind = last + 1;
    if (term(behind).equals("of")) {
      behind += term(behind + 1).equals("the") ? 2 : 1;
    }
    String week = term(behind + 1).equals("week") ? WEEKS.get(term(behind)) : null;
    if (week != null) {
      add(start, behind + 1, week + "-" + weekday);
    } else if (term(last + 1).equals("before") && term(last + 2).equals("last")) {
      add(start, last + 2, "WXX-" + weekday + ":before");
    } else {
      add(start, last, "WXX-" + weekday + ":" + direction);
    }
  }

  /** The term at an index; empty outside of the sentence. */
  private String term(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).term() : "";
  }

  private void month(Token token) {
    if (calendar(token, DayRanges.monthFirst(whole, token.start(), sentence.span().end()))) {
      return;
    }
    if (at > 0 && dayNumber(tokens.get(at - 1)) && near(at - 1, at)) {
      // "31 April 2015": a day that does not exist is no month either
      return;
    }
    int month = WrittenDate.monthOf(token.form());
    int first = partOfMonth(at);
    String part = first == at ? "" : ":" + DateWords.PARTS.get(tokens.get(first).term());
    int next = at + 1;
    if (next < tokens.size() && tokens.get(next).term().equals("of")) {
      next++;
    }
    if (next < tokens.size() && year(tokens.get(next).form()) && near(at, next)) {
      String expression = tokens.get(next).form() + String.format(Locale.ROOT, "-%02d", month);
      add(first, next, expression + part);
      return;
    }
    if (first < at) {
      add(first, at, String.format(Locale.ROOT, "XXXX-%02d", month) + part);
      return;
    }
    if (at > 0 && DateWords.MONTH_LEADS.contains(tokens.get(at - 1).term())) {
      String lead = tokens.get(at - 1).term();
      String expression = String.format(Locale.ROOT, "XXXX-%02d", month);
      add(at, at, lead.equals("next") ? expression + ":future" : expression);
    }
  }

  private static boolean dayNumber(Token token) {
    String form = token.form();
    int digits = 0;
    while (digits < form.length() && Character.isDigit(form.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && digits <= 2
        && (digits == form.length() || DateWords.ORDINALS.contains(form.substring(digits)));
  }

  /** Where "mid-", "late" or "the end of" begins before a month, else the month itself. */
  private int partOfMonth(int month) {
    if (month > 0 && DateWords.PARTS.containsKey(tokens.get(month - 1).term())) {
      return month - 1;
    }
    boolean of =
        month > 1
            && tokens.get(month - 1).term().equals("of")
            && DateWords.PARTS.containsKey(tokens.get(month - 2).term());
    return of ? month - 2 : month;
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
      case "several", "few", "some" -> {
        if (at + 2 < tokens.size()
            && tokens.get(at + 1).term().equals("days")
            && tokens.get(at + 2).term().equals("ago")) {
          add(at, at + 2, "RECENT");
        }
      }
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
          int before = at;
          ago(at, n);
          if (at == before) {
            after(n);
          }
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
      int first = partOfMonth(at);
      if (last && next.equals("month") && first < at) {
        add(first, at + 1, "P-1M:" + DateWords.PARTS.get(tokens.get(first).term()));
        return;
      }
      boolean the = at > 0 && tokens.get(at - 1).term().equals("the");
      // "over the last month" ends today, "last month" does not
      add(at, at + 1, the && sign.equals("P-1") ? span(next) : sign + DateWords.UNITS.get(next));
    } else if (sign.equals("P-1") && !token.term().equals("previous")) {
      lastFew();
    }
  }

  /** "The past 24 hours", "the last two days": up to today. */
  private void lastFew() {
    if (at + 2 >= tokens.size()) {
      return;
    }
    String count = tokens.get(at + 1).term();
    String unit = tokens.get(at + 2).term();
    int n = DateWords.NUMBERS.getOrDefault(count, plain(count));
    if (unit.equals("hours") && n > 0) {
      add(at, at + 2, "P-" + (n + 23) / 24 + "D" + DateExpression.UP_TO_NOW);
    } else if (unit.equals("days") && n > 0) {
      add(at, at + 2, "P-" + n + "D" + DateExpression.UP_TO_NOW);
    } else if (unit.equals("days") && DateWords.FEW.contains(count)) {
      add(at, at + 2, "RECENT");
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

  /**
   * "from Thursday to Saturday", "between Friday and Sunday", "Monday through Wednesday", "April 28
   * – May 2".
   */
  private void joinRanges() {
    for (int i = mark; i + 1 < found.size(); i++) {
      FoundDate a = found.get(i);
      FoundDate b = found.get(i + 1);
      if (a.expression().indexOf('/') < 0
          && dayLike(a.expression())
          && dayLike(b.expression())
          && (dashed(a, b) || linked(a, b) || begunAndEnded(a, b))) {
        found.set(
            i,
            new FoundDate(
                sentence,
                a.first(),
                b.last(),
                a.start(),
                b.end(),
                whole.substring(a.start(), b.end()),
                sameYear(a.expression(), b.expression()) + "/" + b.expression()));
        found.remove(i + 1);
      }
    }
  }

  private boolean linked(FoundDate a, FoundDate b) {
    if (b.first() - a.last() < 2 || b.first() - a.last() > 4) {
      return false;
    }
    String lead = a.first() > 0 ? tokens.get(a.first() - 1).term() : "";
    String led = a.first() > 1 ? tokens.get(a.first() - 2).term() : "";
    String link = tokens.get(a.last() + 1).term();
    boolean from = lead.equals("from") || led.equals("from");
    boolean between = lead.equals("between") || led.equals("between");
    boolean calendar = DAY.matcher(a.expression()).lookingAt() && b.first() - a.last() == 2;
    return link.equals("through")
        || (from || calendar) && Set.of("to", "until", "till").contains(link)
        || between && link.equals("and");
  }

  /** "Which began on 3 May and ended on Sunday". */
  private boolean begunAndEnded(FoundDate a, FoundDate b) {
    return b.first() - a.last() <= ENDED_REACH
        && Cues.any(tokens, a.first() - 2, a.first(), Cues.Kind.BEGIN)
        && Cues.any(tokens, a.last() + 1, b.first(), Cues.Kind.END)
        && term(a.last() + 1).equals("and");
  }

  /** "Overnight from Friday to Saturday": the days of the week say which night. */
  private void nights() {
    for (int i = mark; i + 1 < found.size(); i++) {
      FoundDate night = found.get(i);
      FoundDate days = found.get(i + 1);
      boolean beside = days.first() - night.last() <= 2;
      boolean several = days.expression().indexOf('/') > 0;
      if (night.expression().equals(DateExpression.OVERNIGHT) && beside && several) {
        found.remove(i);
      }
    }
  }

  /** "Three days of shelling, which ended on Sunday": the days up to that one. */
  private void lasted() {
    for (int i = mark; i < found.size(); i++) {
      FoundDate end = found.get(i);
      int from = i == mark ? 0 : found.get(i - 1).last() + 1;
      if (!dayLike(end.expression())
          || end.expression().indexOf('/') > 0
          || !Cues.any(tokens, Math.max(from, end.first() - 3), end.first(), Cues.Kind.END)) {
        continue;
      }
      for (int n = from; n + 3 < end.first(); n++) {
        int days = DateWords.NUMBERS.getOrDefault(term(n), plain(term(n)));
        String first =
            days > 1 && term(n + 1).equals("days") && term(n + 2).equals("of")
                ? minus(end.expression(), days - 1)
                : null;
        if (first != null) {
          found.set(i, end.meaning(first + "/" + end.expression()));
          break;
        }
      }
    }
  }

  private boolean dashed(FoundDate a, FoundDate b) {
    if (b.first() - a.last() != 1) {
      return false;
    }
    boolean named = !b.surface().endsWith(Dates.AFTER) && !lives(a.expression(), b.expression());
    String between = whole.substring(a.end(), b.start()).strip();
    return named && (between.equals("-") || between.equals("–") || between.equals("—"));
  }

  /** Two days years apart with a dash are those of a life: "May 3, 1931 – June 4, 2014". */
  private static boolean lives(String from, String to) {
    return DateExpression.absolute(from)
        && DateExpression.absolute(to)
        && ChronoUnit.DAYS.between(
                LocalDate.parse(from.substring(0, 10)), LocalDate.parse(to.substring(0, 10)))
            > LONGEST_RANGE;
  }

  /** The first day with the year of the last, where only the last has one. */
  private static String sameYear(String from, String to) {
    boolean one =
        from.length() == 10 && to.length() == 10 && from.startsWith("X") && !to.startsWith("X");
    if (!one || !DAY.matcher(to).matches()) {
      return from;
    }
    int year = Integer.parseInt(to.substring(0, 4));
    boolean before = from.substring(5).compareTo(to.substring(5)) > 0;
    return String.format(Locale.ROOT, "%04d", before ? year - 1 : year) + from.substring(4);
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

  /** A number in digits; 0 for any other word, and for a longer one. */
  private static int plain(String form) {
    boolean digits =
        !form.isEmpty() && form.length() <= 9 && form.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(form) : 0;
  }
}
