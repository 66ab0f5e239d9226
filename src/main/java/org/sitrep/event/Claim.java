package org.sitrep.event;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.time.DateExpression;
import org.sitrep.time.DateRange;

/**
 * One casualty figure in one sentence, as an article tells it.
 *
 * @param field field of the sentence
 * @param start start of the sentence
 * @param end end of the sentence
 * @param figureStart start of the words that carry the number
 * @param figureEnd end of those words
 * @param effect {@code killed}, {@code injured}, {@code captured}, {@code missing}, {@code
 *     displaced} or {@code besieged}
 * @param numberLow least persons meant
 * @param numberHigh most persons meant
 * @param modality {@code exact}, {@code at_least}, {@code about}, {@code up_to} or {@code vague}
 * @param victimClass {@code state_forces}, {@code rebels}, {@code militia}, {@code civilians},
 *     {@code police}, {@code perpetrators}, {@code foreign_forces} or {@code unknown}
 * @param victimText the victims as written
 * @param claimant who says so, canonical; null where the article itself does
 * @param claimantSide the side for which the claimant speaks; null for a bystander
 * @param claimDate day of the claim; null while the anchor is unknown
 * @param claimExpression date expression of the claim's day, to be resolved again; may be null
 * @param dateStart first day of what the claim's own clause tells; null where it tells none
 * @param dateEnd last day of it
 * @param dateExpression date expression of the clause; may be null
 * @param scope {@code news}, {@code history}, {@code cumulative} (a stock with a period) or {@code
 *     elsewhere}
 * @param scopeReason the words or rule behind the scope
 * @param relation {@code none}, {@code total} or {@code part}, where the sentence itself says so
 * @param placeName the claim's own place, where its clause or heading names one
 * @param latitude degrees north of that place
 * @param longitude degrees east
 * @param countryCode its country
 * @param regionCode its region
 */
public record Claim(
    String field,
    int start,
    int end,
    int figureStart,
    int figureEnd,
    String effect,
    int numberLow,
    int numberHigh,
    String modality,
    String victimClass,
    String victimText,
    String claimant,
    String claimantSide,
    LocalDate claimDate,
    String claimExpression,
    LocalDate dateStart,
    LocalDate dateEnd,
    String dateExpression,
    String scope,
    String scopeReason,
    String relation,
    String placeName,
    Double latitude,
    Double longitude,
    String countryCode,
    String regionCode) {

  /** The claim with its days resolved from a publication day that was learned later. */
  public Claim datedFrom(LocalDate published) {
    Optional<DateRange> said = DateExpression.resolve(claimExpression, published);
    Optional<DateRange> told = DateExpression.resolve(dateExpression, published);
    LocalDate day = claimDate != null ? claimDate : said.map(DateRange::end).orElse(published);
    if (day != null && published != null && day.isAfter(published)) {
      day = published;
    }
    return with(
        day,
        dateStart != null ? dateStart : told.map(DateRange::start).orElse(null),
        dateEnd != null ? dateEnd : told.map(DateRange::end).orElse(null));
  }

  /** The claim as the incident sees it whose passage tells it: as news of its own. */
  public Claim asNews() {
    if (scope.equals(Claims.CUMULATIVE)) {
      return this;
    }
    return scoped(Claims.NEWS, null);
  }

  /** The claim as made on a day. */
  public Claim claimedOn(LocalDate day) {
    return with(day, dateStart, dateEnd);
  }

  /** The claim with another scope, and why. */
  Claim scoped(String newScope, String newReason) {
    return with(victimClass, newScope, newReason, relation, this);
  }

  /** The claim as a part of another figure. */
  Claim asPart() {
    return with(victimClass, scope, scopeReason, "part", this);
  }

  /** The claim at the place of another. */
  Claim placedAs(Claim other) {
    return with(victimClass, scope, scopeReason, relation, other);
  }

  /** The claim with its victims in another class. */
  Claim ofVictims(String newClass) {
    return with(newClass, scope, scopeReason, relation, this);
  }

  private Claim with(
      String newClass, String newScope, String newReason, String newRelation, Claim place) {
    return new Claim(
        field,
        start,
        end,
        figureStart,
        figureEnd,
        effect,
        numberLow,
        numberHigh,
        modality,
        newClass,
        victimText,
        claimant,
        claimantSide,
        claimDate,
        claimExpression,
        dateStart,
        dateEnd,
        dateExpression,
        newScope,
        newReason,
        newRelation,
        place.placeName,
        place.latitude,
        place.longitude,
        place.countryCode,
        place.regionCode);
  }

  private Claim with(LocalDate day, LocalDate newStart, LocalDate newEnd) {
    return new Claim(
        field,
        start,
        end,
        figureStart,
        figureEnd,
        effect,
        numberLow,
        numberHigh,
        modality,
        victimClass,
        victimText,
        claimant,
        claimantSide,
        day,
        claimExpression,
        newStart,
        newEnd,
        dateExpression,
        scope,
        scopeReason,
        relation,
        placeName,
        latitude,
        longitude,
        countryCode,
        regionCode);
  }
}
