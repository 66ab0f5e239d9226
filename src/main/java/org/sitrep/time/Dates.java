package org.sitrep.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;

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
 *       since} such a day, {@code anniversary}, {@code background} ("back then").
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

  private Dates() {}

  /** The date expressions of the title and the sentences, in reading order. */
  public static List<DateMention> find(Reading reading, PublicationDate published) {
    List<FoundDate> found = new ArrayList<>();
    for (Sentence sentence : reading.sentences()) {
      DateScan.of(reading, sentence, found);
    }
    LocalDate latest = null;
    if (published.date() == null) {
      latest =
          found.stream()
              .flatMap(date -> DateExpression.yearlessDay(date.expression()).stream())
              .max(Comparator.naturalOrder())
              .orElse(null);
    }
    List<DateMention> mentions = new ArrayList<>(found.size());
    FoundDate previous = null;
    for (FoundDate f : found) {
      mentions.add(f.mention(published.date(), latest, previous));
      previous = f;
    }
    return List.copyOf(mentions);
  }
}
