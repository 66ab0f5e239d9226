package org.sitrep.place;

import java.util.function.Predicate;
import org.sitrep.place.Found.By;
import org.sitrep.place.Found.Wording;

/**
 * The rules that tell whether a name of the gazetteer is a place where it stands, in the order in
 * which they are asked: the first that applies decides.
 */
enum PlaceRule {
  /**
   * {@code Dayton, Ohio}: abbreviations of states, and counties of a list, are looked up as such.
   */
  ABBREVIATION(true, c -> c.mention.by == By.ABBREVIATION || c.mention.listedCounty),
  /** {@code Houston Street}, {@code Boston Bruins}. */
  PART_OF_STREET_OR_FIRM(false, c -> c.adjacentAfter && Surroundings.followsOther(c.next)),
  /** {@code Boston Scientific}; a headline in capitals says nothing of the kind. */
  FIRM(
      false,
      c ->
          c.adjacentAfter
              && !c.pieces.headlineCase
              && Cue.FIRM.is(c.next)
              && c.mention.container == null),
  /** {@code Athens beat Sparta 3-1}, {@code Real Madrid}, {@code Valencia players}. */
  TEAM(
      false,
      c ->
          c.mention.team
              || c.adjacentBefore && c.mention.by == By.NAME && Cue.CLUB.is(c.previous)
              || !c.country
                  && c.mention.by == By.NAME
                  && !c.adjacentAfter
                  && !c.mention.within
                  && Cue.PLAYER.is(c.nextWord)),
  /** {@code Judge Victoria Hull}. */
  TITLED_GIVEN_NAME(
      false,
      c ->
          c.titled()
              && c.mention.by == By.NAME
              && c.adjacentAfter
              && !c.pieces.headlineCase
              && !Surroundings.followsPlace(c.next)
              && !c.article.beginsCountry(c.next)
              && !c.contained()
              && !Cue.STREET.is(c.next)),
  /** {@code Prosecutor Guadalupe Victoria}. */
  TITLED_NAME(
      false,
      c -> c.titled() && !c.single && !c.country && !c.county && c.firstName && !c.contained()),
  /** {@code the driver, Evo La Paz, had}; {@code Tonga Vakaloloma, the minister, said}. */
  NAME_IN_APPOSITION(false, Surroundings::inApposition),
  /** {@code John "Kingston" Brown}. */
  NICKNAME(false, Surroundings::nickname),
  /** {@code University of Oxford}. */
  INSTITUTION_OF(
      false,
      c ->
          c.previous.equals("of")
              && c.pieces.gaps[c.mention.first] == Pieces.Gap.SPACE
              && c.pieces.capitalAt(c.before - 1)
              && Cue.INSTITUTION.is(c.pieces.plainAt(c.before - 1))),
  /** {@code Operation Cyprus}, {@code Hurricane Florence}. */
  NAMED_AFTER(false, c -> c.adjacentBefore && Cue.NAMING.is(c.previous)),
  /** Days, months, institutions. */
  NEVER_A_PLACE(false, c -> c.mention.container == null && Surroundings.isNever(c.mention.key)),
  /** {@code American Airlines}. */
  DEMONYM_OF_FIRM(
      false,
      c ->
          c.mention.by == By.DEMONYM
              && c.adjacentAfter
              && !c.pieces.headlineCase
              && Cue.AFTER_DEMONYM_OTHER.is(c.next)),
  /** {@code in German, the word}. */
  LANGUAGE(
      false,
      c ->
          c.mention.by == By.DEMONYM
              && Cue.LANGUAGE_LEAD.is(c.previous)
              && c.nextWord.isEmpty()
              && c.pieces.gapAt(c.after) != Pieces.Gap.HYPHEN
              && c.pieces.gapAt(c.after) != Pieces.Gap.POSSESSIVE),
  DEMONYM(true, c -> c.mention.by == By.DEMONYM),
  /** {@code Denise Paris, Texas}. */
  PERSON_BEFORE_CONTAINER(
      false, c -> c.contained() && c.adjacentBefore && c.single && Finder.isFirstName(c.previous)),
  /** {@code Dayton, Ohio}. */
  CONTAINED(true, Surroundings::contained),
  /** {@code ACT}, {@code L.A}. */
  ACRONYM(false, c -> c.single && !c.country && (c.acronym() || c.form.indexOf('.') > 0)),
  /** {@code Car} is not the Central African Republic. */
  SHORT_COUNTRY(
      false, c -> c.single && c.country && c.form.length() <= 3 && !Surroundings.allUpper(c.form)),
  SHORT_NAME(false, c -> c.single && !c.country && c.form.length() <= 3 && !c.mention.locative),
  /** {@code Michael Jordan}. */
  GIVEN_NAME_BEFORE(
      false,
      c ->
          c.single
              && c.adjacentBefore
              && Finder.isFirstName(c.previous)
              && !c.previous.equals(c.word)
              && !Cue.DIRECTION.is(c.previous)),
  /** {@code Gov. Houston}. */
  TITLE_BEFORE(false, c -> c.single && !c.country && c.titled()),
  /** {@code J. Houston}. */
  INITIAL_BEFORE(false, c -> c.single && c.initialBefore()),
  /** {@code Houston} where the article tells of a Michael Houston. */
  SURNAME(
      false,
      c ->
          c.single
              && !c.country
              && c.article.isSurname(c.word)
              && c.mention.wording != Wording.CITY
              && !(c.mention.locative && c.population() > Surroundings.TOWN)),
  /** {@code Houston} where the article has an unknown {@code Xaviar Houston}. */
  PART_OF_NAME_ELSEWHERE(
      false,
      c ->
          c.single
              && !c.country
              && !c.county
              && !c.mention.locative
              && c.mention.container == null
              && c.article.isPartOfName(c.word)
              && c.population() < Surroundings.LARGE),
  /** {@code on Winthrop} where the article has a Winthrop Street. */
  STREET_ELSEWHERE(
      false,
      c ->
          c.single
              && !c.country
              && !c.county
              && c.article.isStreet(c.word)
              && Cue.STREET_PREPOSITION.is(c.previous)
              && c.population() < Surroundings.LARGE),
  /** {@code Chelsea Moore}. */
  GIVEN_NAME_OF_PERSON(
      false,
      c ->
          c.single
              && !c.country
              && c.firstName
              && c.adjacentAfter
              && !Surroundings.followsPlace(c.next)),
  GIVEN_NAME(
      false,
      c ->
          c.single
              && !c.country
              && c.firstName
              && !c.mention.locative
              && c.population() < Surroundings.LARGE),
  /** {@code Chad Moore}. */
  COUNTRY_AS_GIVEN_NAME(
      false,
      c ->
          c.single
              && c.country
              && c.firstName
              && (c.adjacentAfter && !Finder.isCommon(c.next) && !Surroundings.followsPlace(c.next)
                  || c.article.isSurname(c.word) && !c.mention.locative)),
  /** {@code Jordan} where the article tells of a Michael Jordan. */
  COUNTRY_AS_SURNAME(
      false,
      c ->
          c.single
              && c.country
              && c.article.isSurname(c.word)
              && !c.mention.locative
              && c.personVerb()),
  /** {@code Lincoln testified}. */
  SPEAKS_AS_PERSON(
      false,
      c ->
          c.single
              && !c.country
              && c.personVerb()
              && !c.mention.within
              && !(c.mention.locative && c.mention.hasFeature(Place.REGION))
              && c.population() < Surroundings.LARGE),
  /** {@code Florence Mills}. */
  GIVEN_AND_FAMILY_NAME(
      false,
      c ->
          !c.single
              && c.firstName
              && !c.mention.locative
              && !c.country
              && !c.county
              && c.population() < Surroundings.LARGE_TOWN),
  COUNTRY_OR_COUNTY(true, c -> c.country || c.county),
  /** {@code the village of Hope}. */
  WORDED_AS_PLACE(
      true,
      c ->
          c.mention.wording != Wording.NONE
              && (!c.single || !Finder.isCommon(c.word) || c.mention.hasFeature(Place.REGION))),
  /** {@code the market town}. */
  COMMON_WORD_WORDED(false, c -> c.mention.wording != Wording.NONE),
  /** {@code South Orange Blossom Trail}. */
  PART_OF_LONG_NAME(
      false,
      c ->
          !c.single
              && c.adjacentAfter
              && !c.pieces.headlineCase
              && Cue.STREET.is(c.pieces.plainAt(c.after + 1))
              && c.pieces.capitalAt(c.after + 1)),
  SEVERAL_WORDS(true, c -> !c.single),
  COMMON_WORD(
      false,
      c ->
          Finder.isCommon(c.word)
              && (c.sentenceStart
                  || Cue.STREET.is(c.word)
                  || c.pieces.headlineCase
                  || !c.mention.locative
                  || c.population()
                      < (c.article.writesSmall(c.word)
                          ? !c.mention.within ? Integer.MAX_VALUE : Surroundings.LARGE_TOWN
                          : c.mention.within && c.article.inNamedCountry(c.mention)
                              ? Surroundings.SMALL_TOWN
                              : Surroundings.TOWN))),
  WRITTEN_SMALL_ELSEWHERE(
      false,
      c ->
          c.article.writesSmall(c.word)
              && c.population()
                  < (c.mention.within ? Surroundings.LARGE_TOWN : Surroundings.LARGE)),
  /** {@code Fort Gordon Brewing}. */
  BEHIND_UNKNOWN_NAME(
      false,
      c ->
          c.unknownBefore()
              && c.mention.first > 1
              && !Surroundings.followsPlace(c.next)
              && !c.article.isMention(c.mention, c.before)),
  BEFORE_UNKNOWN_NAME(
      false,
      c ->
          c.adjacentAfter
              && !c.pieces.headlineCase
              && !Surroundings.followsPlace(c.next)
              && !c.acronymAfter()
              && !c.article.isMention(c.mention, c.after)),
  WELL_MARKED(
      true,
      c ->
          c.mention.hasFeature(Place.REGION)
              || c.mention.hasFeature(Place.AREA)
              || c.pieces.upper(c.mention.first)),
  /** A sentence's first word has its capital from there. */
  SMALL_AT_SENTENCE_START(
      false,
      c ->
          c.sentenceStart
              && c.population() < 8_000
              && !c.mention.locative
              && !Surroundings.followsPlace(c.nextWord)),
  SMALL_IN_HEADLINE(
      false,
      c -> c.pieces.headlineCase && c.population() < Surroundings.TOWN && !c.mention.locative),
  EXPECTED(
      true,
      c ->
          c.mention.locative
              || c.population() >= 15_000
              || c.sentenceStart
              || c.pieces.gaps[c.mention.first] == Pieces.Gap.COMMA
              || Surroundings.followsPlace(c.nextWord)
              || c.mention.container != null
              || c.mention.hasFeature(Place.QUARTER)
              || c.article.supplemented(c.mention)),
  UNEXPECTED(false, c -> true);

  /** Whether a name to which the rule applies is a place. */
  final boolean place;

  private final Predicate<Surroundings> applies;

  PlaceRule(boolean place, Predicate<Surroundings> applies) {
    this.place = place;
    this.applies = applies;
  }

  private static final PlaceRule[] ALL = values();

  /** The first rule that applies to a mention. */
  static PlaceRule of(Surroundings surroundings) {
    for (PlaceRule rule : ALL) {
      if (rule.applies.test(surroundings)) {
        return rule;
      }
    }
    throw new IllegalStateException("the last rule applies to all");
  }
}
