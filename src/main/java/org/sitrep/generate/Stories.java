package org.sitrep.generate;

import java.util.Arrays;
import java.util.List;

/**
 * The stories of a corpus and how many articles each has: the one table that a corpus keeps in
 * memory, four bytes a story. Everything else of a story is drawn again when needed.
 */
final class Stories {

  /** Exponent of the discrete power law of story sizes; chosen, near Zipf's second law. */
  private static final double SIZE_EXPONENT = 2;

  private static final int LARGEST = 2000;
  private static final double LARGEST_SHARE = 0.005;
  private static final int LEAST_LARGEST = 10;

  /** Exponent of the tail of tolls: Clauset, Young and Gleditsch 2007 found 2.4 for attacks. */
  private static final double TOLL_EXPONENT = 2.4;

  private static final int MOST_KILLED = 500;
  private static final int MOST_INJURED = 1500;

  /** Articles of stories are apart by more than any corpus has stories. */
  private static final int UNEVENTFUL = 1 << 30;

  private static final String[][] VICTIMS = {
    {"person", "people"},
    {"civilian", "civilians"},
    {"person", "people"},
    {"villager", "villagers"},
    {"soldier", "soldiers"},
    {"fighter", "fighters"},
  };

  private final CorpusPlan plan;
  private final World world;
  private final Words words;
  private final List<Kind> kinds;
  private final double weights;
  private int[] first = new int[64];
  private int count;
  private final int articles;

  /** Draws the sizes until {@code articles} articles have a story. */
  Stories(CorpusPlan plan, int articles, World world, Words words, List<Kind> kinds) {
    this.plan = plan;
    this.articles = articles;
    this.world = world;
    this.words = words;
    this.kinds = kinds;
    weights = kinds.stream().mapToDouble(Kind::weight).sum();
    int largest =
        (int) Math.max(LEAST_LARGEST, Math.min(LARGEST, StrictMath.rint(articles * LARGEST_SHARE)));
    double[] below = new double[largest];
    double sum = 0;
    for (int size = 1; size <= largest; size++) {
      sum += StrictMath.pow(size, -SIZE_EXPONENT);
      below[size - 1] = sum;
    }
    Dice dice = Dice.of(plan.seed(), Draw.SIZES);
    for (int article = 0; article < articles; ) {
      if (count == first.length) {
        first = Arrays.copyOf(first, count + (count >> 1));
      }
      first[count++] = article;
      int at = Arrays.binarySearch(below, dice.share() * sum);
      int size = 1 + (at >= 0 ? at + 1 : -at - 1);
      article += Math.min(Math.min(size, largest), articles - article);
    }
  }

  /** Stories that tell an event. */
  int count() {
    return count;
  }

  /** The number of an article's story. */
  int of(int article) {
    int at = Arrays.binarySearch(first, 0, count, article);
    return at >= 0 ? at : -at - 2;
  }

  /** The first article of a story. */
  int first(int number) {
    return first[number];
  }

  /** Articles of a story. */
  int size(int number) {
    return (number + 1 < count ? first[number + 1] : articles) - first[number];
  }

  /** A story that tells an event. */
  Story story(int number) {
    Dice dice = Dice.of(plan.seed(), Draw.STORY, number);
    double weight = dice.share() * weights;
    int kind = 0;
    while (kind < kinds.size() - 1 && weight >= kinds.get(kind).weight()) {
      weight -= kinds.get(kind++).weight();
    }
    return story(number, size(number), kinds.get(kind), dice);
  }

  /** What an article without an event is about. */
  Story uneventful(int number) {
    return story(UNEVENTFUL + number, 1, Kind.NONE, Dice.of(plan.seed(), Draw.UNEVENTFUL, number));
  }

  private Story story(int number, int size, Kind kind, Dice dice) {
    int home = world.country(dice);
    World.Country country = world.countries().get(home);
    double near = dice.share();
    World.Town town = country.towns().get((int) (near * near * country.towns().size()));
    int minute = dice.below(plan.days() * 24 * 60 - Corpus.SOONEST);
    // Stories that many papers take are graver; the shift grows with the logarithm of the size.
    double grave = 1 + 2 * StrictMath.log(size);
    int killed = dice.rank(TOLL_EXPONENT, grave, MOST_KILLED);
    int injured = dice.rank(TOLL_EXPONENT, 2 * grave, MOST_INJURED);
    killed = dice.happens(kind.killed()) ? killed : 0;
    injured = dice.happens(kind.injured()) ? injured : 0;
    String[] victims = VICTIMS[dice.below(kind.name().equals("clash") ? VICTIMS.length : 4)];
    String[] persons = new String[dice.between(2, 6)];
    for (int i = 0; i < persons.length; i++) {
      persons[i] = words.person(dice);
    }
    String[] villages = new String[dice.between(1, 3)];
    for (int i = 0; i < villages.length; i++) {
      villages[i] = words.village(dice);
    }
    return new Story(
        number,
        size,
        kind,
        home,
        town,
        minute,
        killed,
        injured,
        victims,
        kind.nouns().get(dice.below(kind.nouns().size())),
        country.rebels().get(dice.below(country.rebels().size())),
        words.claimant(dice),
        words.rival(dice),
        dice.happens(0.75) ? 1.05 + 0.6 * dice.share() : 0.6 + 0.35 * dice.share(),
        0.4 + 0.6 * dice.share(),
        persons,
        villages);
  }
}
