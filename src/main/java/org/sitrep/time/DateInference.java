package org.sitrep.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.text.Span;

/**
 * What the articles of one incident teach each other about dates.
 *
 * <ol>
 *   <li>A dateline without a year takes the year that brings it next to a dated article, at most 60
 *       days away.
 *   <li>Where no article is dated: a day without a year ("May 10") is placed in the month in which
 *       an article is known to have been published, or is the first such day, within a year, behind
 *       the latest month or day that the articles name with its year. Days of the week that the
 *       same article tells must allow it.
 *   <li>An article that is still undated was published on the first day from the event's on at
 *       which its own expressions ("early Sunday", "lasted until Monday", "said on Monday") fall
 *       into the event and after it.
 *   <li>The day of the incident is the one that most articles' expressions tell, the earliest of
 *       equals, since follow-ups come later. It lasts as long as articles say that tell several
 *       days, that one among them: an article that tells another single day does not stretch it. A
 *       day of publication counts only where nobody tells the day. An article more than two days
 *       off is reported.
 *   <li>An article that does not tell the day takes the incident's, if that lies at most two days
 *       before its publication or two others agree on it; never a day after its publication. An
 *       undated one that tells another day of the week stays undated.
 * </ol>
 *
 * Nothing is averaged: what does not fit is reported as a contradiction.
 */
public final class DateInference {

  private static final int SAME_STORY_DAYS = 60;
  private static final int LATE_DAYS = 7;
  private static final int GAP_DAYS = 2;
  private static final int AGREED = 2;

  /** The precision of a week. */
  private static final int WEEK = 3;

  /** What lasts longer is a month or a year rather than the days of an event. */
  private static final int LONGEST_DAYS = 10;

  /**
   * What one article brings.
   *
   * @param articleId its id
   * @param published its publication date, or what is known of it
   * @param dates its date expressions in reading order
   * @param startExpression expression of its event's first day; may be null
   * @param endExpression expression of its event's last day; may be null
   */
  public record Evidence(
      String articleId,
      PublicationDate published,
      List<DateMention> dates,
      String startExpression,
      String endExpression) {}

  /**
   * What an article takes home.
   *
   * @param publishedDate its publication day; null where unknown
   * @param publishedBasis as it was, or {@code inferred}
   * @param event the days of the event as this article tells it; null where unknown
   * @param eventBasis {@code expression}, {@code published}, {@code inferred} or {@code none}
   */
  public record Dated(
      String articleId,
      LocalDate publishedDate,
      String publishedBasis,
      DateRange event,
      String eventBasis) {}

  /**
   * The incident.
   *
   * @param articles in the order of the evidence
   * @param window first to last day of the event; null where unknown
   * @param basis basis of the window
   * @param contradictions what does not fit, one sentence each
   */
  public record Incident(
      List<Dated> articles, DateRange window, String basis, List<String> contradictions) {}

  private final List<Evidence> articles;
  private final Map<Integer, LocalDate> published = new TreeMap<>();
  private final List<String> contradictions = new ArrayList<>();

  private DateInference(List<Evidence> articles) {
    this.articles = articles;
  }

  /** Dates the articles of one incident and the incident itself. */
  public static Incident infer(List<Evidence> articles) {
    return new DateInference(List.copyOf(articles)).run();
  }

  private Incident run() {
    for (int i = 0; i < articles.size(); i++) {
      if (articles.get(i).published().date() != null) {
        published.put(i, articles.get(i).published().date());
      }
    }
    DateRange month = null;
    if (published.isEmpty()) {
      LocalDate day = firstDay();
      if (day != null) {
        placeAll(DateRange.day(day));
      } else {
        month = publicationMonth();
      }
    }
    if (!published.isEmpty()) {
      spreadYears();
      DateRange window = window(events()).orElse(null);
      if (window != null) {
        placeAll(window);
      }
    }
    List<Dated> dated = events();
    Optional<DateRange> window = window(dated);
    DateRange days = window.orElse(month);
    String basis =
        window.isPresent() ? basis(dated, window.get()) : month == null ? "none" : "inferred";
    report(dated, window.orElse(null));
    boolean agreed = agreed(dated, window.orElse(null));
    List<Dated> result = new ArrayList<>();
    for (int i = 0; i < dated.size(); i++) {
      Dated article = dated.get(i);
      result.add(
          days != null
                  && (article.event() == null && !gainsaid(articles.get(i), days)
                      || teaches(window.orElse(null), agreed, article))
              ? new Dated(
                  article.articleId(),
                  article.publishedDate(),
                  article.publishedBasis(),
                  days,
                  "inferred")
              : article);
    }
    return new Incident(List.copyOf(result), days, basis, List.copyOf(contradictions));
  }

  /**
   * Whether an undated article dates the event to a day of the week that is none of the incident's,
   * nor the day after, on which it is spoken of: it is of another day, and stays undated.
   */
  private boolean gainsaid(Evidence article, DateRange days) {
    Optional<DayOfWeek> told = DateExpression.weekday(article.startExpression());
    return told.isPresent()
        && !published.isEmpty()
        && exact(days)
        && days.start()
            .datesUntil(days.end().plusDays(2))
            .noneMatch(day -> day.getDayOfWeek() == told.get());
  }

  /**
   * Rule 5: whether an article that only has its day of publication takes the day that the others
   * tell. One of them is enough for a day shortly before; further back two must agree, since one
   * may be a story of its own. What comes after the publication is never its news.
   */
  private static boolean teaches(DateRange window, boolean agreed, Dated article) {
    if (window == null
        || !article.eventBasis().equals("published")
        || article.event().equals(window)
        || window.start().isAfter(article.event().end())) {
      return false;
    }
    return agreed || distance(window.start(), article.event().start()) <= GAP_DAYS;
  }

  private static boolean agreed(List<Dated> dated, DateRange window) {
    return window != null
        && dated.stream().filter(article -> tells(article, window)).limit(AGREED).count() == AGREED;
  }

  private static boolean tells(Dated article, DateRange window) {
    return article.event() != null
        && !article.eventBasis().equals("published")
        && article.event().overlaps(window);
  }

  /** Rule 1: the year of a dated article belongs to the others. */
  private void spreadYears() {
    List<LocalDate> anchors = published.values().stream().sorted().toList();
    LocalDate middle = anchors.get((anchors.size() - 1) / 2);
    for (int i = 0; i < articles.size(); i++) {
      String expression = articles.get(i).published().expression();
      if (!published.containsKey(i) && monthDay(expression)) {
        LocalDate day = nearest(expression, middle);
        if (day != null) {
          published.put(i, day);
        } else {
          contradictions.add(
              articles.get(i).articleId()
                  + " is of "
                  + expression
                  + ", more than "
                  + SAME_STORY_DAYS
                  + " days from "
                  + middle);
        }
      }
    }
  }

  private static LocalDate nearest(String expression, LocalDate to) {
    LocalDate best = null;
    for (int year = to.getYear() - 1; year <= to.getYear() + 1; year++) {
      Optional<DateRange> day = DateExpression.resolve(year + expression.substring(4, 10), null);
      if (day.isPresent()
          && distance(day.get().start(), to) <= SAME_STORY_DAYS
          && (best == null || distance(day.get().start(), to) < distance(best, to))) {
        best = day.get().start();
      }
    }
    return best;
  }

  /** Rule 2: a day without a year behind the latest date that has one. */
  private LocalDate firstDay() {
    DateRange month = publicationMonth();
    LocalDate bound = bound();
    if (month == null && bound == null) {
      return null;
    }
    Map<LocalDate, Integer> support = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < articles.size(); i++) {
      for (String expression : yearless(articles.get(i))) {
        LocalDate day = place(expression, month, bound);
        if (day == null) {
          continue;
        }
        if (weekdayAllows(articles.get(i), expression, day)) {
          support.merge(day, 1 + voices(day), Integer::max);
        } else {
          contradictions.add(
              articles.get(i).articleId()
                  + " tells "
                  + expression
                  + ", which would be a "
                  + day.getDayOfWeek()
                  + " in "
                  + day.getYear()
                  + ", but tells other days of the week");
        }
      }
    }
    LocalDate best = null;
    for (Map.Entry<LocalDate, Integer> day : support.entrySet()) {
      if (best == null || day.getValue() > support.get(best)) {
        best = day.getKey();
      }
    }
    return best;
  }

  private static LocalDate place(String expression, DateRange month, LocalDate bound) {
    int first = month == null ? bound.getYear() : month.start().getYear();
    for (int year = first; year <= first + 1; year++) {
      Optional<DateRange> range = DateExpression.resolve(year + expression.substring(4, 10), null);
      if (range.isEmpty()) {
        continue;
      }
      LocalDate day = range.get().start();
      if (month == null) {
        if (!day.isBefore(bound) && day.isBefore(bound.plusYears(1))) {
          return day;
        }
      } else if (!day.isBefore(month.start().minusDays(LATE_DAYS)) && !day.isAfter(month.end())) {
        return day;
      }
    }
    return null;
  }

  private DateRange publicationMonth() {
    for (Evidence article : articles) {
      String expression = article.published().expression();
      if (expression != null && expression.length() == 7 && DateExpression.absolute(expression)) {
        YearMonth month = YearMonth.parse(expression);
        return new DateRange(month.atDay(1), month.atEndOfMonth(), 4);
      }
    }
    return null;
  }

  /** The latest month or day that an article names with its year; a bare year says too little. */
  private LocalDate bound() {
    LocalDate bound = null;
    for (Evidence article : articles) {
      for (DateMention date : article.dates()) {
        if (DateExpression.absolute(date.expression())
            && date.expression().length() >= 7
            && !date.role().equals(Dates.FUTURE)) {
          LocalDate start =
              DateExpression.resolve(date.expression(), null).map(DateRange::start).orElse(null);
          bound = start != null && (bound == null || start.isAfter(bound)) ? start : bound;
        }
      }
    }
    return bound;
  }

  private static List<String> yearless(Evidence article) {
    List<String> days = new ArrayList<>();
    if (monthDay(article.published().expression())) {
      days.add(article.published().expression());
    }
    for (DateMention date : article.dates()) {
      if (date.role().equals(Dates.NEWS) && monthDay(date.expression())) {
        days.add(date.expression());
      }
    }
    return days;
  }

  private static boolean monthDay(String expression) {
    return expression != null
        && expression.startsWith("XXXX-")
        && expression.length() >= 10
        && expression.indexOf('/') < 0;
  }

  /**
   * A day of the week that stands with the day must be its own. Where an article tells its news by
   * days of the week, the day must be one of them or the day after one.
   */
  private static boolean weekdayAllows(Evidence article, String expression, LocalDate day) {
    Optional<DayOfWeek> said = DateExpression.weekday(expression);
    if (said.isPresent()) {
      return said.get() == day.getDayOfWeek();
    }
    boolean any = false;
    for (DateMention date : article.dates()) {
      Optional<DayOfWeek> weekday = DateExpression.weekday(date.expression());
      if (date.role().equals(Dates.NEWS) && weekday.isPresent()) {
        any = true;
        if (weekday.get() == day.getDayOfWeek()) {
          return true;
        }
      }
    }
    return !any || expression.equals(article.published().expression());
  }

  /** How many articles tell news of that day of the week. */
  private int voices(LocalDate day) {
    int voices = 0;
    for (Evidence article : articles) {
      for (DateMention date : article.dates()) {
        Optional<DayOfWeek> weekday = DateExpression.weekday(date.expression());
        if (date.role().equals(Dates.NEWS)
            && weekday.isPresent()
            && weekday.get() == day.getDayOfWeek()) {
          voices++;
          break;
        }
      }
    }
    return voices;
  }

  /** Rule 3, for every article that is still undated. */
  private void placeAll(DateRange event) {
    for (int i = 0; i < articles.size(); i++) {
      if (published.containsKey(i)) {
        continue;
      }
      Evidence article = articles.get(i);
      if (monthDay(article.published().expression())) {
        LocalDate day = nearest(article.published().expression(), event.end());
        if (day != null) {
          published.put(i, day);
        }
        continue;
      }
      if (!tells(article, article.startExpression())) {
        continue;
      }
      LocalDate last = event.end().plusDays(LATE_DAYS);
      for (LocalDate day = event.start(); !day.isAfter(last); day = day.plusDays(1)) {
        if (fits(article, event, day)) {
          published.put(i, day);
          break;
        }
      }
    }
  }

  /** Whether an article's expressions, read on a day, fall into the event and not behind it. */
  private static boolean fits(Evidence article, DateRange event, LocalDate day) {
    Optional<DateRange> start = DateExpression.resolve(article.startExpression(), day);
    Optional<DateRange> end = DateExpression.resolve(article.endExpression(), day);
    if (start.isEmpty() || start.get().start().isAfter(day)) {
      return false;
    }
    LocalDate first = start.get().start();
    if (first.isBefore(event.start()) || first.isAfter(event.end())) {
      return false;
    }
    if (end.isPresent() && (end.get().end().isBefore(first) || end.get().end().isAfter(day))) {
      return false;
    }
    for (DateMention date : article.dates()) {
      if (date.role().equals(Dates.NEWS)
          && date.reason().equals("speech")
          && date.field().equals(Span.TEXT)) {
        // the first statement of the lead is about the event, so it was not made before it
        return DateExpression.resolve(date.expression(), day)
            .map(said -> !said.end().isBefore(first))
            .orElse(true);
      }
    }
    return true;
  }

  private static boolean tells(Evidence article, String expression) {
    return expression != null
        && article.dates().stream().anyMatch(date -> expression.equals(date.expression()));
  }

  private List<Dated> events() {
    List<Dated> dated = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      Evidence article = articles.get(i);
      LocalDate day = published.get(i);
      boolean given = article.published().date() != null;
      boolean told = tells(article, article.startExpression());
      DateRange event = days(article, day).orElse(null);
      String basis;
      if (event == null) {
        basis = "none";
      } else if (told) {
        basis =
            given || DateExpression.absolute(article.startExpression()) ? "expression" : "inferred";
      } else {
        basis = given ? "published" : "inferred";
      }
      dated.add(
          new Dated(
              article.articleId(),
              day,
              given || day == null ? article.published().basis() : "inferred",
              event,
              basis));
    }
    return dated;
  }

  private static Optional<DateRange> days(Evidence article, LocalDate day) {
    String from =
        article.startExpression() == null ? DateExpression.PRESENT : article.startExpression();
    String to = article.endExpression() == null ? from : article.endExpression();
    Optional<DateRange> start = DateExpression.resolve(from, day);
    Optional<DateRange> end = DateExpression.resolve(to, day);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = EventDates.firstDay(from, start.get());
    LocalDate last = end.map(DateRange::end).filter(d -> !d.isBefore(first)).orElse(null);
    if (last == null || from.equals(to)) {
      boolean whole = first.equals(start.get().start());
      return whole ? start : Optional.of(DateRange.between(first, start.get().end()));
    }
    return Optional.of(DateRange.between(first, last));
  }

  /** Rule 4: the day that most articles tell, and the ranges around it. */
  private static Optional<DateRange> window(List<Dated> dated) {
    List<DateRange> told = ranges(dated, "expression", "inferred");
    List<DateRange> ranges = told.isEmpty() ? ranges(dated, "published", "published") : told;
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    LocalDate day = day(ranges);
    List<DateRange> around =
        ranges.stream()
            .filter(range -> !range.start().isAfter(day) && !range.end().isBefore(day))
            .toList();
    List<DateRange> exact = around.stream().filter(DateInference::exact).toList();
    if (exact.isEmpty()) {
      return around.stream().min(Comparator.comparingInt(DateRange::precision));
    }
    return Optional.of(DateRange.between(start(exact), end(exact)));
  }

  /** Whether days are told rather than the week, month or year in which they lie. */
  private static boolean exact(DateRange range) {
    return range.precision() != WEEK && distance(range.start(), range.end()) < LONGEST_DAYS;
  }

  /** The day that most tell; the earliest of equals. */
  private static LocalDate day(List<DateRange> ranges) {
    TreeMap<LocalDate, Integer> voices = new TreeMap<>();
    for (DateRange range : ranges) {
      if (!exact(range)) {
        voices.merge(range.start(), 0, Integer::sum);
        continue;
      }
      for (LocalDate day = range.start(); !day.isAfter(range.end()); day = day.plusDays(1)) {
        voices.merge(day, 1, Integer::sum);
      }
    }
    LocalDate best = voices.firstKey();
    for (Map.Entry<LocalDate, Integer> day : voices.entrySet()) {
      best = day.getValue() > voices.get(best) ? day.getKey() : best;
    }
    return best;
  }

  /** The first day that a third of the articles start with: one among many does not move it. */
  private static LocalDate start(List<DateRange> ranges) {
    int least = (ranges.size() + 2) / 3;
    for (DateRange range : ranges) {
      long same = ranges.stream().filter(other -> other.start().equals(range.start())).count();
      if (same >= least) {
        return range.start();
      }
    }
    return ranges.get(0).start();
  }

  /** The last day that a quarter of the articles reach: the early ones cannot know it. */
  private static LocalDate end(List<DateRange> ranges) {
    List<LocalDate> ends = ranges.stream().map(DateRange::end).sorted().toList();
    return ends.get(ends.size() - (ends.size() + 3) / 4);
  }

  private static List<DateRange> ranges(List<Dated> dated, String basis, String other) {
    return dated.stream()
        .filter(article -> article.event() != null)
        .filter(article -> article.eventBasis().equals(basis) || article.eventBasis().equals(other))
        .map(Dated::event)
        .sorted(Comparator.comparing(DateRange::start).thenComparing(DateRange::end))
        .toList();
  }

  private static String basis(List<Dated> dated, DateRange window) {
    for (String basis : List.of("expression", "inferred", "published")) {
      for (Dated article : dated) {
        if (article.eventBasis().equals(basis)
            && article.event() != null
            && article.event().overlaps(window)) {
          return basis;
        }
      }
    }
    return "none";
  }

  private void report(List<Dated> dated, DateRange window) {
    for (int i = 0; i < dated.size(); i++) {
      Dated article = dated.get(i);
      if (article.event() == null || window == null) {
        continue;
      }
      boolean told = !article.eventBasis().equals("published");
      DateRange around =
          DateRange.between(window.start().minusDays(GAP_DAYS), window.end().plusDays(GAP_DAYS));
      if (!told && article.event().end().isBefore(around.start())) {
        contradictions.add(
            article.articleId()
                + " was published on "
                + article.publishedDate()
                + ", before the others' "
                + window.start()
                + ".."
                + window.end());
      }
      if (told && !article.event().overlaps(around)) {
        contradictions.add(
            article.articleId()
                + " dates the event to "
                + article.event().start()
                + ".."
                + article.event().end()
                + ", the others to "
                + window.start()
                + ".."
                + window.end());
      }
      for (DateMention date : articles.get(i).dates()) {
        Optional<DayOfWeek> said = DateExpression.weekday(date.expression());
        Optional<DateRange> day =
            DateExpression.resolve(date.expression(), article.publishedDate());
        if (monthDay(date.expression())
            && said.isPresent()
            && day.isPresent()
            && day.get().start().getDayOfWeek() != said.get()) {
          contradictions.add(
              article.articleId() + " calls " + day.get().start() + " a " + said.get());
        }
      }
    }
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }
}
