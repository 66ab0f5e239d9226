package org.sitrep.event;

import java.util.Locale;

/** Figures that an article tells more than once: what one telling leaves out, another says. */
final class RetoldClaims {

  private final ArticleClaims article;

  RetoldClaims(ArticleClaims article) {
    this.article = article;
  }

  /**
   * What a headline and the story tell of the same number are the same victims; the story says of
   * what class ("4 Troopers Killed", "four of its soldiers").
   */
  void classesOfHeadlines() {
    for (int i = 0; i < article.claims().size(); i++) {
      Claim title = article.claims().get(i);
      if (!title.field().equals("title")
          || title.numberLow() < 2
          || !VictimClasses.specific(title.victimClass())) {
        continue;
      }
      Claim other = null;
      boolean told = false;
      for (Claim claim : article.claims()) {
        boolean same =
            claim.field().equals("text")
                && !claim.victimText().equals(title.victimText())
                && claim.effect().equals(title.effect())
                && !claim.relation().equals("part");
        told |= same && claim.victimClass().equals(title.victimClass());
        if (same
            && other == null
            && claim.start() < ArticleClaims.OPENING
            && claim.numberLow() == title.numberLow()
            && VictimClasses.specific(claim.victimClass())) {
          other = claim;
        }
      }
      for (int k = 0; k < article.claims().size() && other != null && !told; k++) {
        Claim claim = article.claims().get(k);
        if (claim.victimText().equals(title.victimText())
            && claim.effect().equals(title.effect())) {
          article.claims().set(k, claim.ofVictims(other.victimClass()));
        }
      }
    }
  }

  /** A figure told without its place, and again with it, is the same figure there. */
  void places() {
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      boolean plain =
          !VictimClasses.specific(claim.victimClass()) && claim.numberHigh() < 2
              || claim.field().equals("title");
      if (plain || ClaimPlaces.known(claim.regionCode())) {
        continue;
      }
      for (Claim other : article.claims()) {
        if (ClaimPlaces.known(other.regionCode())
            && other.effect().equals(claim.effect())
            && other.numberLow() == claim.numberLow()
            && other.numberHigh() == claim.numberHigh()
            && other.victimClass().equals(claim.victimClass())
            && lastWord(other.victimText()).equals(lastWord(claim.victimText()))
            && (claim.countryCode() == null || claim.countryCode().equals(other.countryCode()))) {
          article.claims().set(i, claim.placedAs(other));
          break;
        }
      }
    }
  }

  /** What the article elsewhere tells as a part is one wherever it is told. */
  void parts() {
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      if (!claim.relation().equals("none") || !beside(claim)) {
        continue;
      }
      for (Claim other : article.claims()) {
        if (other.relation().equals("part")
            && other.effect().equals(claim.effect())
            && other.numberLow() == claim.numberLow()
            && other.numberHigh() == claim.numberHigh()
            && other.victimClass().equals(claim.victimClass())
            && lastWord(other.victimText()).equals(lastWord(claim.victimText()))) {
          article.claims().set(i, claim.asPart());
          break;
        }
      }
    }
  }

  /** Whether its sentence tells a larger figure of the effect. */
  private boolean beside(Claim claim) {
    for (Claim other : article.claims()) {
      if (other.start() == claim.start()
          && other.field().equals(claim.field())
          && other.effect().equals(claim.effect())
          && other.numberLow() > claim.numberHigh()) {
        return true;
      }
    }
    return false;
  }

  /** "Five more die": a part of the toll that the article tells beside it. */
  void increments() {
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      boolean on =
          claim.relation().equals(Claims.ALSO)
              || claim.relation().equals("none") && article.comesOnTop(claim);
      if (!on) {
        continue;
      }
      for (Claim other : article.claims()) {
        boolean toll =
            other != claim
                && other.effect().equals(claim.effect())
                && other.numberLow() > claim.numberHigh()
                && other.scope().equals(claim.scope())
                && !other.relation().equals("part")
                && !article.comesOnTop(other)
                && (other.relation().equals("total")
                    || other.start() != claim.start()
                    || other.figureStart() > claim.figureEnd());
        if (toll) {
          article.claims().set(i, claim.asPart());
          break;
        }
      }
    }
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }
}
