package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.event.Claim;
import org.sitrep.time.DateExpression;
import org.sitrep.time.DateRange;

/** Resolves the days of claims anew once the incident has taught the day of publication. */
final class Dating {
  private Dating() {}

  static Claim dated(Claim claim, LocalDate published) {
    Optional<DateRange> said = resolved(claim.claimDate(), claim.claimExpression(), published);
    Optional<DateRange> told = resolved(claim.dateStart(), claim.dateExpression(), published);
    return new Claim(
        claim.field(),
        claim.start(),
        claim.end(),
        claim.figureStart(),
        claim.figureEnd(),
        claim.effect(),
        claim.numberLow(),
        claim.numberHigh(),
        claim.modality(),
        claim.victimClass(),
        claim.victimText(),
        claim.claimant(),
        claim.claimantSide(),
        said.map(DateRange::end).orElse(claim.claimDate()),
        claim.claimExpression(),
        told.map(DateRange::start).orElse(claim.dateStart()),
        told.map(DateRange::end).orElse(claim.dateEnd()),
        claim.dateExpression(),
        claim.scope(),
        claim.scopeReason(),
        claim.relation(),
        claim.placeName(),
        claim.latitude(),
        claim.longitude(),
        claim.countryCode(),
        claim.regionCode());
  }

  private static Optional<DateRange> resolved(
      LocalDate known, String expression, LocalDate published) {
    return known != null || expression == null
        ? Optional.empty()
        : DateExpression.resolve(expression, published);
  }
}
