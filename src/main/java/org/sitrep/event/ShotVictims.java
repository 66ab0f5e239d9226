package org.sitrep.event;

import java.util.HashMap;
import java.util.Map;

/** People who were shot, dead or alive: how many of them were injured. */
final class ShotVictims {

  private final ArticleClaims article;

  ShotVictims(ArticleClaims article) {
    this.article = article;
  }

  /**
   * Who was shot is dead or injured: those that the article does not tell as dead were injured,
   * where it tells no number of injured itself.
   */
  void resolve() {
    int injured = 0;
    int killed = 0;
    Map<Integer, Integer> killedBySentence = new HashMap<>();
    for (Claim claim : article.claims()) {
      if (!claim.scope().equals(Claims.NEWS) || claim.relation().equals("part")) {
        continue;
      }
      if (claim.effect().equals(Claims.INJURED)) {
        injured = Math.max(injured, claim.numberLow());
      }
      if (claim.effect().equals(Claims.KILLED)
          && !claim.victimClass().equals(VictimClasses.PERPETRATORS)) {
        int key = claim.start() * 2 + (claim.field().equals("title") ? 1 : 0);
        int sum = killedBySentence.merge(key, claim.numberLow(), Integer::sum);
        killed = Math.max(killed, sum);
      }
    }
    Claim most = null;
    for (Claim claim : article.shot()) {
      if (claim.scope().equals(Claims.NEWS)
          && !claim.relation().equals("part")
          && (most == null || claim.numberLow() > most.numberLow())) {
        most = claim;
      }
    }
    if (most != null && most.numberLow() == 1 && killed == 0) {
      killed = suicide() ? 1 : 0;
    }
    if (most == null || most.numberLow() - killed <= injured) {
      return;
    }
    article
        .claims()
        .add(
            new Claim(
                most.field(),
                most.start(),
                most.end(),
                most.figureStart(),
                most.figureEnd(),
                Claims.INJURED,
                most.numberLow() - killed,
                Math.max(most.numberLow(), most.numberHigh()) - killed,
                most.modality(),
                most.victimClass(),
                most.victimText(),
                most.claimant(),
                most.claimantSide(),
                most.claimDate(),
                most.claimExpression(),
                most.dateStart(),
                most.dateEnd(),
                most.dateExpression(),
                most.scope(),
                killed == 0 ? "shot" : "shot, " + killed + " of them dead",
                most.relation(),
                most.placeName(),
                most.latitude(),
                most.longitude(),
                most.countryCode(),
                most.regionCode()));
  }

  private boolean suicide() {
    for (Claim claim : article.claims()) {
      if (claim.effect().equals(Claims.KILLED)
          && claim.scope().equals(Claims.NEWS)
          && claim.victimClass().equals(VictimClasses.PERPETRATORS)) {
        return true;
      }
    }
    return false;
  }
}
