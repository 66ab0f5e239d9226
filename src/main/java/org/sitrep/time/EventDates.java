package org.sitrep.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.text.Token;

/**
 * The days of an article's main event, chosen among its date expressions.
 *
 * <p>Every expression that dates news votes for its day: the more, the earlier its sentence stands,
 * if a happening is told in its clause, if it names a part of the day; the less behind words of
 * speech, court and mourning. The publication day and the day before get a small vote of their own.
 * The start is then moved back to a day on which the event is said to have begun, the end forward
 * to the last day on which the lead tells it. Periods ("earlier this month", "since two weeks ago")
 * are context and have no vote, but where no day of a happening is told, the period of the clause
 * that tells it dates it ({@link Periods}).
 */
public final class EventDates {

  private static final int LEAD = 8;
  private static final int BODY = 12;
  private static final int FOLLOW_UP_LEAD = 3;
  private static final int BEFORE = 14;
  private static final int BEHIND = 9;
  private static final int CLOSE = 6;
  private static final int OUTCOME = 4;
  private static final int BEFORE_OUTCOME = 8;
  private static final double OUTCOME_WEIGHT = 0.6;
  private static final int NAME = 3;
  private static final double NAMED_WEIGHT = 2.5;
  private static final double CLOCK_WEIGHT = 2;
  private static final int CLOCK_BEHIND = 4;
  private static final Pattern BEFOREHAND =
      Pattern.compile("(?i) (?:before|earlier|later)$|^(?:following|next) day$");
  private static final Pattern AGO = Pattern.compile("P-(?:[2-9]|\\d\\d+)D");

  /** A statement further back, in days, than papers wait with one dates no news. */
  private static final int STALE = 4;

  /** How much of an overnight vote goes to the morning. */
  private static final double MORNING = 0.8;

  private static final Set<String> LINKS = Set.of("to", "for");
  private static final int REASON = 12;
  private static final double CAUSE_WEIGHT = 0.3;
  private static final double AGO_WEIGHT = 0.9;
  private static final Pattern CREDIT = Pattern.compile("\\.?\\s?[(\\[]\\p{L}");
  private static final double BEFOREHAND_WEIGHT = 0.4;
  private static final double STATEMENT_WEIGHT = 0.1;
  private static final double RECOVERY_WEIGHT = 0.4;
  private static final double ENDED_WEIGHT = 0.5;
  private static final int CAMPAIGN_DAYS = 3;
  private static final double OLD_BODY = 0.25;
  private static final double OLD_FOLLOW = 4;
  private static final double OLD_LEAD = 1.5;
  private static final int LONGEST_DAYS = 8;
  private static final int LONGEST_RANGE = 31;

  /** What lies further ahead, in days, is a plan rather than an event. */
  private static final int FARTHEST_DAYS = 92;

  /** Among how many days at most the weight of a range is divided. */
  private static final int MOST_SHARES = 3;

  private static final int OLDEST_DAYS = 500;
  private static final double PUBLISHED_VOTE = 0.9;
  private static final double EVE_VOTE = 0.8;

  /**
   * When the main event happened.
   *
   * @param range its days; null where they cannot be told yet
   * @param basis {@code expression}, {@code published} (no expression: the publication day) or
   *     {@code none}
   * @param startExpression expression whose first day is the start; {@code PRESENT} where the basis
   *     is not an expression
   * @param endExpression expression whose last day is the end
   */
  public record EventDate(
      DateRange range, String basis, String startExpression, String endExpression) {}

  private EventDates() {}

  /** The days of the event that the lead tells. */
  public static EventDate of(
      Reading reading, List<DateMention> mentions, PublicationDate published) {
    return of(reading, mentions, published, Optional.empty());
  }

  /**
   * The days of the event that a sentence tells.
   *
   * @param mentions the article's date expressions as {@link Dates#find} gives them
   * @param main the sentence of the main event, whose own dates weigh double
   */
  public static EventDate of(
      Reading reading,
      List<DateMention> mentions,
      PublicationDate published,
      Optional<Sentence> main) {
    List<Vote> votes = votes(reading, mentions, published.date(), main);
    EventDate days =
        published.date() == null ? unanchored(votes) : anchored(votes, published.date());
    Optional<EventDate> planned = planned(reading, mentions, votes, published.date(), main);
    if (planned.isPresent()) {
      return planned.get();
    }
    if (votes.stream().anyMatch(Vote::happening)) {
      return days;
    }
    return Periods.of(reading, mentions, published.date(), main)
        .filter(period -> votes.stream().noneMatch(vote -> vote.within(period.range())))
        .orElse(days);
  }

  /**
   * The day of an event to come, where the first or the main sentence tells such a day alone and no
   * other sentence tells a day of news.
   */
  private static Optional<EventDate> planned(
      Reading reading,
      List<DateMention> mentions,
      List<Vote> votes,
      LocalDate anchor,
      Optional<Sentence> main) {
    if (anchor == null
        || votes.stream().anyMatch(vote -> vote.mention().role().equals(Dates.NEWS))) {
      return Optional.empty();
    }
    Optional<Sentence> first =
        main.or(
            () -> reading.sentences().stream().filter(sentence -> !sentence.isTitle()).findFirst());
    if (first.isEmpty() || followUp(reading)) {
      return Optional.empty();
    }
    List<DateMention> told =
        mentions.stream().filter(m -> first.get().span().contains(m.span())).toList();
    boolean ahead =
        told.size() == 1
            && told.get(0).role().equals(Dates.FUTURE)
            && told.get(0).dateStart() != null
            && told.get(0).datePrec() <= 2
            && !told.get(0).dateEnd().isAfter(anchor.plusDays(FARTHEST_DAYS));
    return ahead
        ? Optional.of(
            new EventDate(
                DateRange.between(told.get(0).dateStart(), told.get(0).dateEnd()),
                "expression",
                told.get(0).expression(),
                told.get(0).expression()))
        : Optional.empty();
  }

  private record Vote(
      DateMention mention, int sentence, double weight, boolean told, boolean main) {

    /** A day of statements, courts or mourning alone. */
    boolean aside() {
      return !told && (mention.reason().equals("speech") || mention.reason().equals("aftermath"));
    }

    /** A day of statements alone. */
    boolean stated() {
      return !told && mention.reason().equals("speech");
    }

    /** A day of a period, which tells more than the period. */
    boolean within(DateRange period) {
      return !aside()
          && mention.dateStart() != null
          && !mention.dateStart().isBefore(period.start())
          && !mention.dateEnd().isAfter(period.end());
    }

    /** A day on which something is told to have happened. */
    boolean happening() {
      return told && !aside();
    }

    Vote times(double factor) {
      return new Vote(mention, sentence, weight * factor, told, main);
    }

    boolean ended() {
      return mention.reason().equals("ended");
    }

    /** Its weight beside others; that it tells an end is no weakness here. */
    double strength() {
      return ended() ? weight / ENDED_WEIGHT : weight;
    }

    boolean lead() {
      return sentence <= LEAD || main;
    }
  }

  private static List<Vote> votes(
      Reading reading, List<DateMention> mentions, LocalDate anchor, Optional<Sentence> main) {
    List<Vote> votes = new ArrayList<>();
    boolean follow = followUp(reading);
    int next = 0;
    int number = 0;
    for (Sentence sentence : reading.sentences()) {
      if (!sentence.isTitle()) {
        number++;
      }
      while (next < mentions.size() && sentence.span().contains(mentions.get(next).span())) {
        DateMention mention = mentions.get(next++);
        boolean archive = old(mention, anchor) && credited(reading, mention);
        if (eligible(mention, anchor) && !archive) {
          boolean own = main.isPresent() && main.get().span().equals(sentence.span());
          Vote vote = vote(mention, sentence, Math.max(0, number - 1), anchor, own, follow);
          boolean beforehand = BEFOREHAND.matcher(mention.surface()).find();
          votes.add(
              beforehand && toldBefore(votes, sentence) ? vote.times(BEFOREHAND_WEIGHT) : vote);
        }
      }
    }
    return votes;
  }

  /**
   * Whether the day before in the sentence is one of a happening: then "the day before" tells what
   * led to it.
   */
  private static boolean toldBefore(List<Vote> votes, Sentence sentence) {
    if (votes.isEmpty()) {
      return false;
    }
    Vote last = votes.get(votes.size() - 1);
    return last.told()
        && sentence.span().contains(last.mention().span())
        && last.mention().reason().equals("day");
  }

  /** Whether the lead is about courts, police work or mourning rather than the event itself. */
  private static boolean followUp(Reading reading) {
    int lead = 0;
    for (Sentence sentence : reading.sentences()) {
      if (Cues.any(sentence.tokens(), 0, sentence.tokens().size(), Cues.Kind.AFTERMATH)) {
        return true;
      }
      if (!sentence.isTitle() && ++lead == FOLLOW_UP_LEAD) {
        break;
      }
    }
    return false;
  }

  private static boolean eligible(DateMention mention, LocalDate anchor) {
    if (mention.role().equals(Dates.NEWS)) {
      return anchor == null
          || mention.dateStart() != null
              && !mention.dateStart().isAfter(anchor.plusDays(1))
              && ChronoUnit.DAYS.between(mention.dateStart(), mention.dateEnd())
                  <= (range(mention) ? LONGEST_RANGE : LONGEST_DAYS);
    }
    boolean earlierDay =
        mention.role().equals(Dates.HISTORY) && mention.reason().equals("earlier day");
    return earlierDay
        && anchor != null
        && mention.dateStart() != null
        && ChronoUnit.DAYS.between(mention.dateStart(), anchor) <= OLDEST_DAYS;
  }

  /** Whether a first and a last day are written: "from Monday to Wednesday". */
  private static boolean range(DateMention mention) {
    return mention.expression().indexOf('/') > 0
        && !mention.expression().equals(DateExpression.OVERNIGHT);
  }

  private static Vote vote(
      DateMention mention,
      Sentence sentence,
      int number,
      LocalDate anchor,
      boolean own,
      boolean follow) {
    List<Token> tokens = sentence.tokens();
    int first = Cues.index(tokens, mention.start());
    int last = first;
    while (last < tokens.size() && tokens.get(last).start() < mention.end()) {
      last++;
    }
    int from = Math.max(0, first - BEFORE);
    int to = last + BEHIND;
    boolean told = Cues.any(tokens, from, to, Cues.Kind.HAPPEN);
    double weight = 3 / (1 + 0.12 * number);
    weight *= told ? 2 : 1;
    weight *= own ? 2 : 1;
    boolean named = genitive(tokens, last) || mention.surface().endsWith(Dates.AFTER);
    boolean beside =
        !named && (other(tokens, first - CLOSE, first) || other(tokens, last, last + 1));
    if (reason(tokens, first)) {
      weight *= CAUSE_WEIGHT;
    }
    if (beside) {
      weight *= 0.3;
    } else if (other(tokens, from, to)) {
      weight *= 0.75;
    }
    if (Cues.any(tokens, first - OUTCOME, first, Cues.Kind.OUTCOME)) {
      weight *= OUTCOME_WEIGHT;
    }
    weight *= named ? NAMED_WEIGHT : 1;
    if (first <= 1 && statement(tokens, last)) {
      weight *= STATEMENT_WEIGHT;
    }
    weight *= clocked(tokens, first, last) ? CLOCK_WEIGHT : 1;
    boolean recovered = !named && Cues.any(tokens, from, first, Cues.Kind.RECOVERY);
    weight *= recovered ? RECOVERY_WEIGHT : 1;
    if (mention.reason().equals("ended")) {
      weight *= ENDED_WEIGHT;
    }
    if (Cues.any(tokens, first - CLOSE, first, Cues.Kind.STAMP)) {
      weight *= 0.12;
    }
    if (mention.expression().startsWith("W")) {
      weight *= last - first > 1 ? 1.4 : 1;
    } else if (AGO.matcher(mention.expression()).matches()) {
      weight *= AGO_WEIGHT;
    } else if (mention.expression().startsWith("P")) {
      weight *= mention.expression().equals(DateExpression.OVERNIGHT) ? 1 : 0.5;
    } else {
      weight *= 1.1;
    }
    if (old(mention, anchor)) {
      weight *= follow ? OLD_FOLLOW : number < FOLLOW_UP_LEAD ? OLD_LEAD : OLD_BODY;
    }
    if (number > BODY && !own) {
      weight *= 0.5;
    }
    boolean outcome = Cues.any(tokens, first - BEFORE_OUTCOME, first, Cues.Kind.OUTCOME);
    return new Vote(mention, number, weight, told && !beside && !recovered && !outcome, own);
  }

  /**
   * Whether the day is that of the reason: "the strike was a response to the raid on Tuesday";
   * officers who come "in response to a raid" make no news of their own.
   */
  private static boolean reason(List<Token> tokens, int first) {
    int at = Cues.last(tokens, first - REASON, first - 1, Cues.Kind.CAUSE);
    boolean called = at > 0 && !tokens.get(at - 1).term().equals("in");
    return called && LINKS.contains(tokens.get(at + 1).term());
  }

  /** Whether the day belongs to a happening: "Saturday's raid", "Friday night's deadly blast". */
  private static boolean genitive(List<Token> tokens, int behind) {
    if (behind < 1 || behind >= tokens.size()) {
      return false;
    }
    String form = tokens.get(behind - 1).form();
    return (form.endsWith("'s") || form.endsWith("’s"))
        && Cues.any(tokens, behind, behind + NAME, Cues.Kind.HAPPEN)
        && !other(tokens, behind, behind + 1);
  }

  /** Whether the sentence goes on with what somebody said that day: "On 3 May the mayor said". */
  private static boolean statement(List<Token> tokens, int behind) {
    for (int i = behind; i < Math.min(tokens.size(), behind + BEHIND); i++) {
      if (Cues.is(tokens.get(i), Cues.Kind.HAPPEN)) {
        return false;
      }
      if (Cues.speech(tokens, i, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a photo's credit stands behind the day: "June 6 2015 (Reuters)". */
  private static boolean credited(Reading reading, DateMention mention) {
    String text = mention.field().equals(Span.TITLE) ? reading.title() : reading.text();
    return CREDIT.matcher(text).region(mention.end(), text.length()).lookingAt();
  }

  /** Whether a day lies further back than an article's news. */
  private static boolean old(DateMention mention, LocalDate anchor) {
    return anchor != null
        && mention.dateStart() != null
        && ChronoUnit.DAYS.between(mention.dateStart(), anchor) > Dates.NEWS_DAYS;
  }

  /** Whether the time of day stands beside the day: "about 4 p.m. Saturday". */
  private static boolean clocked(List<Token> tokens, int first, int last) {
    return Cues.any(tokens, first - 1, first, Cues.Kind.CLOCK)
        || Cues.any(tokens, last, last + CLOCK_BEHIND, Cues.Kind.CLOCK);
  }

  private static boolean other(List<Token> tokens, int from, int to) {
    return Cues.any(tokens, from, to, Cues.Kind.AFTERMATH) || Cues.speech(tokens, from, to);
  }

  private static EventDate anchored(List<Vote> votes, LocalDate anchor) {
    TreeMap<LocalDate, Double> days = new TreeMap<>();
    Map<LocalDate, Vote> strongest = new HashMap<>();
    for (Vote vote : votes) {
      LocalDate first = vote.mention().dateStart();
      LocalDate last = vote.mention().dateEnd();
      boolean night = vote.mention().expression().equals(DateExpression.OVERNIGHT);
      double shares = Math.min(MOST_SHARES, ChronoUnit.DAYS.between(first, last) + 1);
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        double share = night ? day.equals(last) ? MORNING : 1 - MORNING : 1 / shares;
        days.merge(day, vote.weight() * share, Double::sum);
        strongest.merge(day, vote, (a, b) -> b.weight() > a.weight() ? b : a);
      }
    }
    days.merge(anchor, PUBLISHED_VOTE, Double::sum);
    days.merge(anchor.minusDays(1), EVE_VOTE, Double::sum);
    LocalDate best = anchor;
    for (Map.Entry<LocalDate, Double> day : days.descendingMap().entrySet()) {
      if (day.getValue() > days.get(best)) {
        best = day.getKey();
      }
    }
    Vote chosen = sharper(strongest.get(best), votes);
    boolean untold =
        chosen == null
            || best.equals(anchor) && chosen.aside()
            || chosen.stated() && ChronoUnit.DAYS.between(best, anchor) > STALE;
    if (untold) {
      return new EventDate(
          DateRange.day(anchor), "published", DateExpression.PRESENT, DateExpression.PRESENT);
    }
    Vote start = chosen;
    Vote end = chosen;
    double least = chosen.weight() * 0.25;
    for (Vote vote : votes) {
      if (!vote.mention().role().equals(Dates.NEWS) || !vote.lead() || vote.strength() < least) {
        continue;
      }
      LocalDate day = vote.mention().dateStart();
      boolean began = vote.mention().reason().equals("began");
      if (began
          && day.isBefore(start.mention().dateStart())
          && ChronoUnit.DAYS.between(day, best) <= CAMPAIGN_DAYS) {
        start = vote;
      }
      boolean ended = vote.mention().reason().equals("ended");
      boolean told = vote.told() && !range(chosen.mention());
      if ((ended || told && !vote.mention().reason().equals("aftermath"))
          && vote.mention().dateEnd().isAfter(end.mention().dateEnd())
          && ChronoUnit.DAYS.between(best, vote.mention().dateEnd()) <= LONGEST_DAYS) {
        end = vote;
      }
    }
    return new EventDate(
        DateRange.between(
            firstDay(
                start.mention().expression(),
                DateRange.between(start.mention().dateStart(), start.mention().dateEnd())),
            end.mention().dateEnd()),
        "expression",
        start.mention().expression(),
        end.mention().expression());
  }

  /** "Over the weekend ... about 8 p.m. Sunday": the day within the days, where one is told. */
  private static Vote sharper(Vote chosen, List<Vote> votes) {
    if (chosen == null || !chosen.mention().expression().startsWith("WEEKEND")) {
      return chosen;
    }
    Vote day = null;
    for (Vote vote : votes) {
      DateMention mention = vote.mention();
      if (vote.told()
          && vote.lead()
          && mention.dateStart().equals(mention.dateEnd())
          && !mention.dateStart().isBefore(chosen.mention().dateStart())
          && !mention.dateStart().isAfter(chosen.mention().dateEnd())
          && (day == null || vote.weight() > day.weight())) {
        day = vote;
      }
    }
    return day == null ? chosen : day;
  }

  /**
   * The first day of an event that an expression begins: that of the expression, except for {@code
   * overnight}. The night belongs to two days, but news of it is mostly of the hours after midnight
   * (25 of 29 labelled local stories), so the event is dated to the morning.
   */
  static LocalDate firstDay(String expression, DateRange range) {
    return expression.equals(DateExpression.OVERNIGHT) ? range.end() : range.start();
  }

  /** Without an anchor days cannot be compared, except that nothing is later than today. */
  private static EventDate unanchored(List<Vote> votes) {
    Map<String, Double> sums = new HashMap<>();
    Map<String, Vote> strongest = new HashMap<>();
    for (Vote vote : votes) {
      String key = vote.mention().expression();
      sums.merge(key, vote.weight(), Double::sum);
      strongest.merge(key, vote, (a, b) -> b.weight() > a.weight() ? b : a);
    }
    String best =
        sums.entrySet().stream()
            .max(
                Map.Entry.<String, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .filter(top -> top.getValue() > PUBLISHED_VOTE)
            .map(Map.Entry::getKey)
            .orElse(null);
    if (best == null) {
      return new EventDate(null, "none", DateExpression.PRESENT, DateExpression.PRESENT);
    }
    Vote chosen = strongest.get(best);
    String start = best;
    String end = best;
    for (Vote vote : votes) {
      if (!vote.lead() || vote.strength() < chosen.weight() * 0.25) {
        continue;
      }
      if (vote.mention().reason().equals("began") && best.equals(DateExpression.PRESENT)) {
        start = vote.mention().expression();
      }
      if (vote.mention().reason().equals("ended")
          || vote.told() && vote.mention().expression().equals(DateExpression.PRESENT)) {
        end = vote.mention().expression();
      }
    }
    DateRange range =
        DateExpression.absolute(best) ? DateExpression.resolve(best, null).orElse(null) : null;
    return new EventDate(range, range == null ? "none" : "expression", start, end);
  }
}
