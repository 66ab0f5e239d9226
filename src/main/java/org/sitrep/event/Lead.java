package org.sitrep.event;

import java.util.HashSet;
import java.util.Set;

/**
 * The toll of the headline and the first sentence with a figure.
 *
 * @param limit most that fits into it
 * @param number the toll itself
 * @param victimClass the class when it counts only one, else {@code unknown}
 * @param start start of the first sentence with a figure
 * @param classes the classes that it counts
 * @param claimants who say so
 */
record Lead(
    double limit,
    long number,
    String victimClass,
    int start,
    Set<String> classes,
    Set<String> claimants) {

  /** The lead of an article for an effect, or null where it tells none. */
  static Lead of(ArticleClaims article, String effect) {
    Tally title = new Tally();
    Tally body = new Tally();
    int start = -1;
    for (Claim claim : article.claims()) {
      if (!counts(claim, effect)) {
        continue;
      }
      if (claim.field().equals("title")) {
        title.add(claim);
      } else if (start < 0 || claim.start() == start) {
        start = claim.start();
        body.add(claim);
      } else {
        break;
      }
    }
    if (start < 0) {
      start = 0;
    }
    boolean titleIsPart = false;
    for (Claim claim : article.claims()) {
      titleIsPart |=
          claim.start() == start
              && claim.field().equals("text")
              && claim.effect().equals(effect)
              && claim.relation().equals("part")
              && claim.numberHigh() == title.number;
    }
    boolean bodyLeads =
        title.number == 0 || title.vague || titleIsPart || body.number <= title.limit();
    Tally lead =
        bodyLeads && body.number > 0 && (body.number >= title.number || title.vague) ? body : title;
    if (lead.number == 0) {
      return null;
    }
    Set<String> claimants = new HashSet<>(title.claimants);
    claimants.addAll(body.claimants);
    String only = lead.classes.size() == 1 ? lead.classes.iterator().next() : VictimClasses.UNKNOWN;
    return new Lead(
        lead.limit(), lead.number, only, bodyLeads ? start : -1, lead.classes, claimants);
  }

  /** Whether a claim may be the lead's, or is to be held against it. */
  static boolean counts(Claim claim, String effect) {
    return claim.effect().equals(effect)
        && claim.scope().equals(Claims.NEWS)
        && !claim.relation().equals("part");
  }

  /** The sum of one sentence. */
  private static final class Tally {
    private long number;
    private boolean vague;
    private boolean open;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> claimants = new HashSet<>();

    private void add(Claim claim) {
      vague |= claim.modality().equals("vague");
      open |= !claim.modality().equals("exact");
      classes.add(claim.victimClass());
      if (claim.claimant() != null) {
        claimants.add(claim.claimant());
      }
      number =
          claim.relation().equals("total")
              ? Math.max(number, claim.numberHigh())
              : number + claim.numberHigh();
    }

    private double limit() {
      return vague
          ? number * 20.0
          : open ? Math.max(number + 2.0, number * 1.3) : Math.max(number + 1.0, number * 1.1);
    }
  }
}
