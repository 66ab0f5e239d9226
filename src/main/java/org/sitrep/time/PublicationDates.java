package org.sitrep.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.text.Line;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.text.Token;
import org.sitrep.text.WrittenDate;

/** The day on which an article was published: from its metadata, its byline or its dateline. */
public final class PublicationDates {

  private static final int HEAD = 500;
  private static final int VERB_WINDOW = 9;

  /** A date inside a first line that has lost its breaks, told by a weekday or agency before it. */
  private static final Pattern MARKED =
      Pattern.compile(
          "\\b(?:AFP|AP|Reuters|SANA|Xinhua|DPA|UPI|Agencies)\\b[,\\s]{0,3}(?=\\p{L}|\\d)"
              + "|\\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s(?=\\d|\\p{Lu})");

  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(?:1[3-9]|2\\d|3[01])/\\d{1,2}/\\d{4}");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b\\d{1,2}/(?:1[3-9]|2\\d|3[01])/\\d{4}");
  private static final Pattern CLOCK =
      Pattern.compile("\\d{4}\\D{1,6}(?:0\\d|1[3-9]|2[0-3])[:.h][0-5]\\d(?!\\d)");
  private static final Pattern HALF_DAY = Pattern.compile("(?i)\\d\\s?[ap]\\.?m\\b");

  private PublicationDates() {}

  /**
   * Finds the publication day.
   *
   * <p>A byline's or dateline's day without a year gives no date but an expression like {@code
   * XXXX-04-25}. An article without any head may still betray its month: see {@link #month}.
   *
   * @param reading the article
   * @param metadata the day that came with it; null where none did
   */
  public static PublicationDate find(Reading reading, LocalDate metadata) {
    if (metadata != null) {
      return new PublicationDate(metadata, "metadata", metadata.toString());
    }
    PublicationDate partial = null;
    for (Line line : reading.lines()) {
      if (line.kind() != Line.Kind.BYLINE) {
        continue;
      }
      Span span = line.span();
      List<WrittenDate> dates = WrittenDate.in(reading.text(), span.start(), span.end());
      boolean dayFirst = dayFirst(reading.text().substring(span.start(), span.end()));
      for (WrittenDate date : dates) {
        if (date.date().isPresent() && (date.swapped() == null || dayFirst)) {
          return known(date.date().get(), "byline");
        }
        if (date.year() == null && partial == null) {
          partial = new PublicationDate(null, "byline", yearless(date));
        }
      }
    }
    if (reading.dateline().isPresent() && !reading.dateline().get().date().isEmpty()) {
      String written = reading.dateline().get().date();
      for (WrittenDate date : WrittenDate.in(written, 0, written.length())) {
        if (date.date().isPresent() && date.swapped() == null) {
          return known(date.date().get(), "dateline");
        }
        if (date.year() == null && partial == null) {
          partial = new PublicationDate(null, "dateline", yearless(date));
        }
      }
    }
    Optional<LocalDate> marked = marked(reading.text());
    if (marked.isPresent()) {
      return known(marked.get(), "byline");
    }
    if (partial != null) {
      return partial;
    }
    return new PublicationDate(null, "none", month(reading).map(YearMonth::toString).orElse(null));
  }

  /**
   * Whether the dates of a byline that could be read both ways ("02/11/2015") have their day first:
   * another of them has, or the line tells time in 24 hours, as those do who write days first.
   */
  private static boolean dayFirst(String line) {
    return DAY_FIRST.matcher(line).find()
        || CLOCK.matcher(line).find()
            && !HALF_DAY.matcher(line).find()
            && !MONTH_FIRST.matcher(line).find();
  }

  /**
   * The month in which an undated article was published, where it says "last month" of a happening
   * that it elsewhere dates to a month of a year ("lost the fort last month", "losing it in March
   * 2012"): the month after. The two must share their verb, at most nine words before the date, and
   * nothing in the text may be dated later.
   */
  static Optional<YearMonth> month(Reading reading) {
    if (!saysLastMonth(reading)) {
      return Optional.empty();
    }
    PublicationDate unknown = new PublicationDate(null, "none", null);
    List<DateMention> mentions = Dates.find(reading, unknown);
    Set<String> lastMonth = new HashSet<>();
    List<DateMention> months = new ArrayList<>();
    LocalDate latest = null;
    for (DateMention mention : mentions) {
      if (mention.expression().equals("P-1M")) {
        lastMonth.addAll(verbs(reading, mention));
      } else if (DateExpression.absolute(mention.expression())
          && mention.expression().length() >= 7
          && mention.expression().indexOf('/') < 0) {
        months.add(mention);
        LocalDate end = DateExpression.resolve(mention.expression(), null).get().start();
        latest = latest == null || end.isAfter(latest) ? end : latest;
      }
    }
    for (DateMention mention : months) {
      if (verbs(reading, mention).stream().anyMatch(lastMonth::contains)) {
        YearMonth published =
            YearMonth.from(DateExpression.resolve(mention.expression(), null).get().start())
                .plusMonths(1);
        if (!latest.isAfter(published.atEndOfMonth())) {
          return Optional.of(published);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean saysLastMonth(Reading reading) {
    for (Sentence sentence : reading.sentences()) {
      List<Token> tokens = sentence.tokens();
      for (int i = 1; i < tokens.size(); i++) {
        if (tokens.get(i).term().equals("month") && tokens.get(i - 1).term().equals("last")) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> verbs(Reading reading, DateMention mention) {
    Set<String> verbs = new HashSet<>();
    for (Sentence sentence : reading.sentences()) {
      if (sentence.span().contains(mention.span())) {
        List<Token> tokens = sentence.tokens();
        int at = 0;
        while (at < tokens.size() && tokens.get(at).start() < mention.start()) {
          at++;
        }
        for (int i = at - 1; i >= Math.max(0, at - VERB_WINDOW); i--) {
          String verb = Cues.happening(tokens.get(i).term());
          if (verb != null) {
            verbs.add(verb);
          }
        }
      }
    }
    return verbs;
  }

  private static Optional<LocalDate> marked(String text) {
    int end = Math.min(text.length(), HEAD);
    Matcher matcher = MARKED.matcher(text).region(0, end);
    while (matcher.find()) {
      int at = matcher.end();
      if (text.regionMatches(true, Math.max(0, matcher.start() - 3), "on ", 0, 3)) {
        continue;
      }
      Optional<WrittenDate> date = WrittenDate.at(text, at, end);
      if (date.isPresent() && date.get().date().isPresent() && headed(text, date.get().end())) {
        return date.get().date();
      }
    }
    return Optional.empty();
  }

  /** No sentence goes on behind the date: "on Friday 3 May 2013, rebels" is told, not stamped. */
  private static boolean headed(String text, int at) {
    return at < text.length()
        && text.charAt(at) == ' '
        && at + 1 < text.length()
        && !text.startsWith("and ", at + 1)
        && !text.startsWith("in ", at + 1)
        && !text.startsWith("when ", at + 1)
        && !text.startsWith("at ", at + 1);
  }

  private static PublicationDate known(LocalDate date, String basis) {
    return new PublicationDate(date, basis, date.toString());
  }

  private static String yearless(WrittenDate date) {
    return String.format(Locale.ROOT, "XXXX-%02d-%02d", date.month(), date.day());
  }
}
