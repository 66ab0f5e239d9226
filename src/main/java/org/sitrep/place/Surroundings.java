package org.sitrep.place;

import java.util.HashSet;
import java.util.Set;
import org.sitrep.place.Pieces.Gap;
import org.sitrep.text.Resources;

/** A mention with the words around it, as the rules of {@link PlaceRule} ask for them. */
final class Surroundings {

  /** Inhabitants of a city whose name is rather its own than a surname or a word. */
  static final int LARGE = 500_000;

  /** Inhabitants of towns whose names are believed although they are words. */
  static final int LARGE_TOWN = 50_000;

  static final int TOWN = 20_000;
  static final int SMALL_TOWN = 10_000;

  private static final Set<String> NEVER =
      Set.copyOf(Resources.lines(Surroundings.class, "no-places.txt"));
  private static final Set<String> FOLLOWERS_PLACE = new HashSet<>();
  private static final Set<String> FOLLOWERS_OTHER = new HashSet<>();

  static {
    for (String[] row : Resources.rows(Surroundings.class, "followers.tsv")) {
      (row[1].equals("place") ? FOLLOWERS_PLACE : FOLLOWERS_OTHER).add(row[0]);
    }
  }

  final Found mention;
  final Pieces pieces;
  final Finder article;

  /** The pieces before and behind it, -1 or the size where there is none. */
  final int before;

  final int after;

  /** Whether a capitalised word stands beside it, with only a space between. */
  final boolean adjacentBefore;

  final boolean adjacentAfter;

  /** The plain word before it, and the capitalised word, or any, behind it; empty where none is. */
  final String previous;

  final String next;
  final String nextWord;
  final boolean sentenceStart;

  /** Whether it is one word, perhaps with an Arabic article. */
  final boolean single;

  /** Whether it may be a country, or a state that English readers know like one. */
  final boolean country;

  final boolean county;

  /** Its first form and its last plain word. */
  final String form;

  final String word;
  final boolean firstName;
  private int population = -1;

  Surroundings(Found mention, Finder article) {
    this.mention = mention;
    this.article = article;
    pieces = mention.pieces;
    before = mention.first - 1;
    after = mention.last + 1;
    boolean spaceAfter = pieces.gapAt(after) == Gap.SPACE;
    adjacentBefore = pieces.gaps[mention.first] == Gap.SPACE && pieces.capitalAt(before);
    adjacentAfter = spaceAfter && pieces.capitalAt(after);
    previous = pieces.plainAt(before);
    next = adjacentAfter ? pieces.plain[after] : "";
    nextWord = spaceAfter ? pieces.plain[after] : "";
    sentenceStart = mention.first == 0;
    single =
        mention.first == mention.last
            || pieces.pieces[mention.first].article && mention.first + 1 == mention.last;
    country = mention.hasFeature(Place.COUNTRY) || state(mention);
    county = mention.hasFeature(Place.COUNTY);
    form = pieces.form[mention.first];
    word = pieces.plain[mention.last];
    firstName = pieces.pieces[mention.first].firstName;
  }

  static boolean isNever(String key) {
    return NEVER.contains(key);
  }

  static boolean followsPlace(String word) {
    return FOLLOWERS_PLACE.contains(word);
  }

  static boolean followsOther(String word) {
    return FOLLOWERS_OTHER.contains(word);
  }

  /** Whether the text says right behind it in what it lies. */
  boolean contained() {
    return mention.container != null && mention.container.first == after;
  }

  /** Inhabitants of the largest place that bears the name. */
  int population() {
    if (population < 0) {
      population = mention.largestPopulation();
    }
    return population;
  }

  /** Whether a capitalised word before it is no word that places stand behind. */
  boolean unknownBefore() {
    return adjacentBefore
        && !pieces.headlineCase
        && !Cue.DIRECTION.is(previous)
        && !Cue.OPENING.is(previous);
  }

  /** Whether a capitalised word follows that is no word of places and begins none. */
  boolean unknownAfter() {
    return adjacentAfter
        && !pieces.headlineCase
        && !followsPlace(next)
        && !Finder.isCommon(next)
        && !article.beginsCountry(next)
        && !article.isMention(mention, after);
  }

  /** Whether it is part of a name of two words or three that is explained as a person's. */
  boolean inApposition() {
    if (mention.by != Found.By.NAME || pieces.headlineCase || mention.container != null) {
      return false;
    }
    boolean ahead = unknownAfter() && !article.knows(next);
    boolean behind =
        !ahead
            && adjacentBefore
            && pieces.gapAt(after) == Gap.COMMA
            && !Finder.isCommon(previous)
            && !Finder.isTitle(previous)
            && !Cue.DIRECTION.is(previous)
            && !Cue.OPENING.is(previous)
            && !Cue.AREA_WORD.is(previous)
            && !article.isMention(mention, before);
    int first = ahead ? mention.first : before;
    int end = ahead ? after + 1 : after;
    if (!ahead && !behind || pieces.gapAt(end) != Gap.COMMA || pieces.capitalAt(end)) {
      return false;
    }
    boolean explained = Cue.APPOSITION.is(pieces.plain[end]) || isAge(pieces.plain[end]);
    boolean apposition =
        first > 0
            && pieces.gaps[first] == Gap.COMMA
            && Character.isLowerCase(pieces.form[first - 1].charAt(0));
    boolean unknown = behind && !article.knows(previous);
    return apposition && (single || unknown) || explained && (first == 0 || apposition);
  }

  private static boolean isAge(String plain) {
    return plain.length() == 2
        && plain.charAt(0) != '0'
        && plain.chars().allMatch(Character::isDigit);
  }

  /** Whether it stands in quotation marks between the parts of a person's name. */
  boolean nickname() {
    return pieces.capitalAt(before)
        && pieces.capitalAt(after)
        && pieces.gaps[mention.first] == Gap.OTHER
        && pieces.gaps[after] == Gap.OTHER
        && pieces.starts[mention.first] - pieces.ends[before] == 2
        && pieces.starts[after] - pieces.ends[mention.last] == 2;
  }

  boolean titled() {
    Gap gap = pieces.gaps[mention.first];
    return pieces.capitalAt(before)
        && Finder.isTitle(previous)
        && (gap == Gap.SPACE || gap == Gap.STOP);
  }

  boolean initialBefore() {
    Gap gap = pieces.gaps[mention.first];
    return previous.length() == 1
        && pieces.capital[before]
        && (gap == Gap.STOP || gap == Gap.SPACE)
        && !previous.equals("a")
        && !previous.equals("i");
  }

  boolean personVerb() {
    Gap gap = pieces.gapAt(after);
    return (gap == Gap.SPACE || gap == Gap.COMMA) && Cue.PERSON_VERB.is(pieces.plain[after]);
  }

  /** A short word in capitals inside running text is an acronym, unless a comma follows it. */
  boolean acronym() {
    return form.length() <= 5
        && form.length() >= 2
        && allUpper(form)
        && (mention.first > 0 || pieces.gapAt(mention.first + 1) == Gap.SPACE);
  }

  /** {@code in Aleppo ISIS attacked}: behind a city, an acronym begins something else. */
  boolean acronymAfter() {
    String form = pieces.form[after];
    return form.length() > 1 && allUpper(form) && (mention.locative || population() >= LARGE);
  }

  static boolean allUpper(String form) {
    for (int k = 0; k < form.length(); k++) {
      if (Character.isLetter(form.charAt(k)) && !Character.isUpperCase(form.charAt(k))) {
        return false;
      }
    }
    return true;
  }

  private static boolean state(Found m) {
    for (Place candidate : m.candidates) {
      if (candidate.is(Place.REGION) && Resolution.prior(candidate) >= 7) {
        return true;
      }
    }
    return false;
  }
}
