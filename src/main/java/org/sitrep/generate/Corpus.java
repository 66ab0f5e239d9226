package org.sitrep.generate;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A generated corpus. Each article can be made on its own from the plan and its index, in any
 * order; only the sizes of the stories are kept. Immutable and thread-safe; a {@link Desk} is not.
 */
final class Corpus {

  /** Minutes of an event before the corpus ends, at least: time enough to tell it. */
  static final int SOONEST = 120;

  /** Share of articles that tell no event; chosen. */
  private static final double UNEVENTFUL = 0.05;

  /** Share of articles without a text, or with a text that is the title; chosen. */
  private static final double BARE = 0.01;

  /** Share of articles that are copies; chosen. */
  private static final double COPIES = 0.2;

  /** No story is copied more than this. */
  private static final double MOST_COPIED = 0.9;

  /** Share of copies that an editor changed; the others are verbatim. Chosen. */
  private static final double EDITED = 0.5;

  /** Share of articles whose date is in the byline alone; chosen. */
  private static final double UNDATED = 0.01;

  /** Minutes from an event to the first report, at least. */
  private static final int REPORTED = 30;

  /** Mean delay of an article behind its event, minutes: interest decays exponentially. Chosen. */
  private static final double INTEREST = 36 * 60;

  /** Mean delay of a copy behind what it copies, minutes; chosen. */
  private static final double COPIED = 5 * 60;

  private static final int DAY = 24 * 60;

  private final CorpusPlan plan;
  private final int bare;
  private final int uneventful;
  private final int eventful;
  private final double copied;
  private final World world = new World();
  private final Words words = new Words();
  private final Outlets outlets = new Outlets(world);
  private final Sentences sentences;
  private final Stories stories;
  private final Shuffle order;

  Corpus(CorpusPlan plan) {
    this.plan = plan;
    bare = (int) StrictMath.rint(plan.articles() * BARE);
    uneventful = (int) StrictMath.rint(plan.articles() * UNEVENTFUL);
    eventful = plan.articles() - bare - uneventful;
    List<Kind> kinds = Kind.all();
    sentences = new Sentences(kinds);
    stories = new Stories(plan, eventful, world, words, kinds);
    int later = eventful - stories.count();
    copied = later == 0 ? 0 : Math.min(MOST_COPIED, COPIES * plan.articles() / later);
    order = new Shuffle(Dice.of(plan.seed(), Draw.ORDER).bits(), plan.articles());
  }

  CorpusPlan plan() {
    return plan;
  }

  /** Stories that tell an event. */
  int stories() {
    return stories.count();
  }

  /** A story that tells an event. */
  Story story(int number) {
    return stories.story(number);
  }

  World.Country country(Story story) {
    return world.countries().get(story.country());
  }

  /**
   * The story of an article, or -1 where it tells no event.
   *
   * @param index its place in the corpus, from 0
   */
  int storyOf(int index) {
    int article = order.at(index);
    return article < eventful ? stories.of(article) : -1;
  }

  /** The name of a story among the labels. */
  static String name(int story) {
    return padded("s", story);
  }

  /** The id of an article. */
  static String id(int index) {
    return padded("a", index);
  }

  private static String padded(String letter, int number) {
    return letter + Integer.toString(1_000_000_000 + number).substring(1);
  }

  /** Who writes articles; one for each thread. */
  Desk desk() {
    return new Desk();
  }

  /** Makes articles one after the other. */
  final class Desk {
    private final Author author = new Author(plan, world, words, sentences);
    private final StringBuilder title = new StringBuilder();
    private final StringBuilder text = new StringBuilder(32_768);

    /**
     * An article.
     *
     * @param index its place in the corpus, from 0
     */
    GeneratedArticle article(int index) {
      int article = order.at(index);
      boolean empty = article >= eventful + uneventful;
      Story story =
          article < eventful
              ? stories.story(stories.of(article))
              : stories.uneventful(article - eventful);
      int number = article < eventful ? article - stories.first(story.number()) : 0;
      Issue issue = issue(story, number);
      Issue original = issue.copy() ? issue(story, issue.text()) : issue;
      title.setLength(0);
      text.setLength(0);
      author.title(issue, original, title);
      String headline = title.toString();
      if (!empty) {
        author.text(issue, original, text);
      } else if ((article & 1) == 0) {
        text.append(headline);
      }
      String published = issue.undated() ? null : published(issue.minute());
      String url =
          "https://www."
              + issue.outlet().slug()
              + ".example/"
              + Outlets.slug(headline)
              + "-"
              + index;
      return new GeneratedArticle(
          id(index),
          url,
          headline,
          text.toString(),
          published,
          issue.outlet().name(),
          article < eventful ? name(story.number()) : "",
          issue.copy());
    }
  }

  /** Who prints an article of a story, when, and whose text. */
  private Issue issue(Story story, int article) {
    int end = plan.days() * DAY;
    Dice dice = Dice.of(plan.seed(), Draw.ISSUE, story.number(), article);
    Outlets.Outlet outlet = outlets.draw(story.country(), dice);
    boolean undated = story.kind() != Kind.NONE && dice.happens(UNDATED);
    int source = source(story, article);
    if (source == article) {
      int from = story.minute() + REPORTED;
      int minute = from + (int) dice.exponential(INTEREST, end - from);
      return new Issue(story, article, article, false, minute, outlet, undated);
    }
    Issue copied = issue(story, source);
    boolean edited = dice.happens(EDITED);
    int after = (int) dice.exponential(COPIED, end - copied.minute());
    return new Issue(story, article, source, edited, copied.minute() + after, outlet, undated);
  }

  /** The article whose text an article prints: its own, or that of an earlier one. */
  private int source(Story story, int article) {
    int source = article;
    while (source > 0) {
      Dice dice = Dice.of(plan.seed(), Draw.COPY, story.number(), source);
      if (!dice.happens(copied)) {
        break;
      }
      // Whoever copies a copy copies its source: what is printed often is copied often.
      source = dice.below(source);
    }
    return source;
  }

  private String published(int minute) {
    LocalDateTime time = plan.start().atStartOfDay().plusMinutes(minute);
    return time + ":00Z";
  }
}
