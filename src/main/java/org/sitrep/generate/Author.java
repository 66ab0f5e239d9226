package org.sitrep.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import org.sitrep.generate.Sentences.Part;

/** Writes the text of articles. Not thread-safe: it keeps the story it writes about. */
final class Author implements Template.Filling {

  /** Median length of a text in characters. */
  private static final double MEDIAN = 2600;

  /** Deviation of the logarithm of the length: a mean of 3000 is exp(s^2 / 2) medians. */
  private static final double SPREAD = 0.535;

  private static final int SHORTEST = 300;
  private static final int LONGEST = 20_000;

  /** Characters that may be missing at the end: less than a sentence. */
  private static final int ENOUGH = 60;

  /** Sentences that are mostly facts. */
  private static final int EARLY = 6;

  /** Share of sentences with an opening. */
  private static final double OPENED = 0.3;

  private static final String[] SMALL = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };

  private final World world;
  private final Words words;
  private final Sentences sentences;
  private final CorpusPlan plan;
  private final Draft draft = new Draft();

  private Story story;
  private Issue told;
  private Dice dice;
  private boolean atLeast;
  private int nextPerson;

  Author(CorpusPlan plan, World world, Words words, Sentences sentences) {
    this.plan = plan;
    this.world = world;
    this.words = words;
    this.sentences = sentences;
  }

  /**
   * Appends a headline.
   *
   * @param issue who prints it
   * @param original the issue whose text it is
   */
  void title(Issue issue, Issue original, StringBuilder title) {
    Issue by = issue.edited() ? issue : original;
    about(by, Draw.TITLE);
    one(sentences.pool(Part.TITLE, story)).write(this, title);
  }

  /**
   * Appends a text with dateline, byline and the foot of the paper.
   *
   * @param issue who prints it
   * @param original the issue whose text it is
   */
  void text(Issue issue, Issue original, StringBuilder text) {
    about(original, Draw.BODY);
    int habit = issue.outlet().habit();
    int foot = issue.outlet().foot().length() + 2;
    write((int) length() - foot - 20);
    Dice layout =
        Dice.of(
            plan.seed(),
            Draw.LAYOUT,
            story.number(),
            issue.edited() ? issue.article() : issue.text());
    if (issue.undated()) {
      text.append("By ").append(words.person(layout)).append(", ");
      date(day(issue.minute()), text).append("\n\n");
    }
    dateline(habit, issue, text);
    draft.print(layout, issue.edited(), text);
    text.append("\n\n").append(issue.outlet().foot());
  }

  private void about(Issue issue, long draw) {
    told = issue;
    story = issue.story();
    dice = Dice.of(plan.seed(), draw, story.number(), issue.article());
    atLeast = issue.minute() - story.minute() < 24 * 60 && dice.happens(0.4);
    nextPerson = dice.below(story.persons().length);
  }

  private double length() {
    double length = MEDIAN * StrictMath.exp(SPREAD * dice.normal());
    return Math.max(SHORTEST, Math.min(LONGEST, length));
  }

  private void dateline(int habit, Issue issue, StringBuilder text) {
    String town = story.town().name();
    switch (habit) {
      case 0 ->
          text.append(town.toUpperCase(Locale.ROOT))
              .append(" (")
              .append(issue.outlet().name())
              .append(") - ");
      case 1 ->
          date(day(issue.minute()), text.append(town.toUpperCase(Locale.ROOT)).append(", "))
              .append(" (")
              .append(issue.outlet().name())
              .append(") — ");
      case 2 -> text.append(town).append(" - ");
      default -> {}
    }
  }

  /** Writes sentences until the text is about so long. */
  private void write(int length) {
    draft.clear();
    Round leads = new Round(Part.LEAD);
    Round facts = new Round(Part.FACT);
    Round tolls = new Round(Part.TOLL);
    Round rivals = new Round(Part.RIVAL);
    Round fillers = new Round(Part.FILLER);
    Round openings = new Round(Part.OPENING);
    leads.next().write(this, draft.text());
    draft.end();
    for (int i = 1; length - draft.length() > ENOUGH; i++) {
      double part = dice.share();
      Round round;
      if (tolls.left > 0 && (i == 1 || part > 0.93)) {
        round = tolls;
      } else if (rivals.left > 0 && part > 0.88) {
        round = rivals;
      } else if (facts.left > 0 && part < (i < EARLY ? 0.6 : 0.3)) {
        round = facts;
      } else {
        round = fillers;
      }
      Template next = round.next();
      if (dice.happens(OPENED)) {
        openings.next().write(this, draft.text());
        next.writeOn(this, draft.text());
      } else {
        next.write(this, draft.text());
      }
      draft.end();
    }
  }

  /** The sentences of a part, each once before any comes again. */
  private final class Round {
    private final Template[] pool;
    private final int step;
    private int at;
    private int left;

    Round(Part part) {
      pool = sentences.pool(part, story);
      left = pool.length;
      at = left == 0 ? 0 : dice.below(left);
      step = left == 0 ? 0 : coprime(dice.between(1, left), left);
    }

    Template next() {
      left--;
      at = (at + step) % pool.length;
      return pool[at];
    }
  }

  /** The first step from {@code least} on that visits every place of a circle. */
  private static int coprime(int least, int size) {
    int step = least;
    while (divisor(step, size) != 1) {
      step++;
    }
    return step;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  private Template one(Template[] pool) {
    return pool[dice.below(pool.length)];
  }

  @Override
  public void fill(Slot slot, StringBuilder text) {
    World.Country country = world.countries().get(story.country());
    switch (slot) {
      case TOWN -> text.append(story.town().name());
      case REGION -> text.append(story.town().region());
      case COUNTRY -> text.append(country.name());
      case ADJECTIVE_OF_COUNTRY -> text.append(country.adjective());
      case ARMY -> text.append(country.adjective()).append(" government forces");
      case REBELS -> text.append(story.rebels());
      case DEAD -> people(known(story.killed()), text);
      case HURT -> others(known(story.injured()), text);
      case COUNT -> number(known(story.killed()), text);
      case HURT_COUNT -> number(known(story.injured()), text);
      case RIVAL_DEAD -> people(story.rivals(known(story.killed())), text);
      case RIVAL_HURT -> others(story.rivals(known(story.injured())), text);
      case CLAIMANT -> text.append(story.claimant());
      case RIVAL -> text.append(story.rival());
      case DAY -> when(text);
      case VILLAGE -> text.append(story.villages()[dice.below(story.villages().length)]);
      case PERSON -> text.append(story.persons()[nextPerson++ % story.persons().length]);
      case INCIDENT -> text.append(story.incident());
      case NUMBER -> text.append(dice.between(10, 99));
      case SMALL -> text.append(SMALL[dice.between(2, 9)]);
      case JOB -> text.append(words.job(dice));
      case NOUN -> word(words.noun(dice), text);
      case VERB -> text.append(words.verb(dice));
      case ADJECTIVE -> word(words.adjective(dice), text);
      case NAME -> text.append(words.name(dice));
      case SOMEONE -> text.append(words.someone(dice));
      case COMPANY -> text.append(words.company(dice));
      case OUTLET -> text.append(told.outlet().name());
      case SLUG -> text.append(told.outlet().slug());
    }
  }

  /** A word, and the article before it as its first letter wants it. */
  private static void word(String word, StringBuilder text) {
    int end = text.length();
    boolean article =
        end > 1
            && text.charAt(end - 1) == ' '
            && Character.toLowerCase(text.charAt(end - 2)) == 'a'
            && (end == 2 || !Character.isLetter(text.charAt(end - 3)));
    if (article && "aeiou".indexOf(word.charAt(0)) >= 0) {
      text.insert(end - 1, 'n');
    }
    text.append(word);
  }

  private int known(int toll) {
    return story.known(toll, told.minute() - story.minute());
  }

  private void people(int count, StringBuilder text) {
    text.append(atLeast ? "at least " : "");
    number(count, text);
    text.append(' ').append(story.victims()[count == 1 ? 0 : 1]);
  }

  private void others(int count, StringBuilder text) {
    text.append(atLeast ? "at least " : "");
    number(count, text);
    text.append(count == 1 ? " other person" : " other people");
  }

  private static void number(int count, StringBuilder text) {
    if (count < SMALL.length) {
      text.append(SMALL[count]);
    } else if (count < 1000) {
      text.append(count);
    } else {
      text.append(count / 1000).append(',');
      String rest = Integer.toString(1000 + count % 1000);
      text.append(rest, 1, rest.length());
    }
  }

  private LocalDate day(int minute) {
    return plan.start().plusDays(minute / (24 * 60));
  }

  /** The day of the event as a paper of the day of publication writes it. */
  private void when(StringBuilder text) {
    LocalDate event = day(story.minute());
    if (day(told.minute()).toEpochDay() - event.toEpochDay() < 7) {
      text.append(DAYS[event.getDayOfWeek().ordinal()]);
    } else {
      text.append(event.getDayOfMonth()).append(' ').append(MONTHS[event.getMonthValue() - 1]);
    }
  }

  private static StringBuilder date(LocalDate day, StringBuilder text) {
    return text.append(day.getDayOfMonth())
        .append(' ')
        .append(MONTHS[day.getMonthValue() - 1])
        .append(' ')
        .append(day.getYear());
  }

  private static final String[] DAYS = new String[7];
  private static final String[] MONTHS = new String[12];

  static {
    for (DayOfWeek day : DayOfWeek.values()) {
      DAYS[day.ordinal()] = capital(day.name());
    }
    for (Month month : Month.values()) {
      MONTHS[month.ordinal()] = capital(month.name());
    }
  }

  private static String capital(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
