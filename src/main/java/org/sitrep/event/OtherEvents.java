package org.sitrep.event;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Which figures of an article belong to another event than the one that its lead tells. */
final class OtherEvents {

  /** An article about an event of the past lies at most this far behind it. */
  private static final int FOLLOW_UP_DAYS = 800;

  /** A large figure this many times the lead's is another event's, whatever its class. */
  private static final int LARGE_REACH = 20;

  /** A figure that points back at the event may be this many times what the lead tells. */
  private static final double TIED_REACH = 3;

  /** Another claimant's figure may be this many times the lead's. */
  private static final double RIVAL_REACH = 3;

  private static final Set<String> PRONOUNS = Set.of("he", "she", "one", "who", "him", "her");

  private final ArticleClaims article;

  OtherEvents(ArticleClaims article) {
    this.article = article;
  }

  /**
   * An article that tells no newer figures is about the past event that it tells first: a trial, a
   * follow-up.
   */
  void promote() {
    Claim first = null;
    for (Claim claim : article.claims()) {
      if (!claim.effect().equals(Claims.KILLED) && !claim.effect().equals(Claims.INJURED)) {
        continue;
      }
      if (claim.scope().equals(Claims.NEWS) && claim.numberHigh() > 0) {
        return;
      }
      boolean recent =
          claim.scope().equals(Claims.HISTORY)
              && claim.dateStart() != null
              && (article.published() == null
                  || claim.dateStart().isAfter(article.published().minusDays(FOLLOW_UP_DAYS)));
      if (first == null && recent && claim.dateEnd().isBefore(claim.dateStart().plusDays(40))) {
        first = claim;
      }
    }
    if (first == null) {
      return;
    }
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      if (claim.scope().equals(Claims.HISTORY)
          && Objects.equals(claim.dateExpression(), first.dateExpression())) {
        article.claims().set(i, claim.scoped(Claims.NEWS, "no newer figure in the article"));
      }
    }
  }

  /**
   * The headline and the first sentence with a figure tell the main event's toll. Later figures
   * that do not fit into it, without a word that ties them to that event, tell another event; later
   * figures that add up to it are its parts.
   */
  void apart() {
    for (String effect : List.of(Claims.KILLED, Claims.INJURED)) {
      Lead lead = Lead.of(article, effect);
      if (lead != null) {
        earlier(effect, lead);
        addends(effect, lead);
        misfits(effect, lead);
      }
      follow(effect, lead);
    }
    behindTheWounded();
  }

  /**
   * An article whose headline and opening tell of wounded alone names the dead of another event
   * when it tells of a single one further down, unless a pronoun points back at the wounded.
   */
  private void behindTheWounded() {
    boolean wounded = false;
    if (article.deadlyTitle()) {
      return;
    }
    for (Claim claim : article.claims()) {
      boolean opens = claim.field().equals("title") || claim.start() < ArticleClaims.OPENING;
      if (opens && Lead.counts(claim, Claims.KILLED) && claim.numberHigh() > 0) {
        return;
      }
      wounded |= opens && Lead.counts(claim, Claims.INJURED) && claim.numberHigh() > 0;
    }
    if (!wounded) {
      return;
    }
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      String first = claim.victimText().toLowerCase(Locale.ROOT).split("\\s", 2)[0];
      if (Lead.counts(claim, Claims.KILLED)
          && claim.numberHigh() == 1
          && claim.relation().equals("none")
          && !PRONOUNS.contains(first)) {
        article
            .claims()
            .set(i, claim.scoped(Claims.ELSEWHERE, "the opening tells of wounded alone"));
      }
    }
  }

  /** What ended on a day before the lead's was another event, or an earlier round of this one. */
  private void earlier(String effect, Lead lead) {
    LocalDate day = null;
    for (Claim claim : article.claims()) {
      boolean leading =
          Lead.counts(claim, effect) && claim.start() == lead.start() && claim.numberHigh() > 0;
      if (leading && claim.field().equals("text") && claim.dateStart() != null) {
        day = day == null || claim.dateStart().isBefore(day) ? claim.dateStart() : day;
      }
    }
    for (int i = 0; i < article.claims().size() && day != null; i++) {
      Claim claim = article.claims().get(i);
      if (Lead.counts(claim, effect)
          && claim.start() > lead.start()
          && claim.field().equals("text")
          && claim.numberLow() > 1
          && claim.dateEnd() != null
          && claim.dateEnd().isBefore(day)) {
        article
            .claims()
            .set(
                i,
                claim.scoped(Claims.HISTORY, "dated " + claim.dateEnd() + ", before the lead's"));
      }
    }
  }

  /**
   * A part shares the scope of its whole; what only adds detail to another event is that event's.
   */
  private void follow(String effect, Lead lead) {
    Claim away = null;
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      if (!claim.effect().equals(effect) || claim.field().equals("title")) {
        continue;
      }
      Claim whole = null;
      boolean news = false;
      for (Claim other : article.claims()) {
        if (other.start() == claim.start()
            && other.field().equals(claim.field())
            && other.effect().equals(effect)
            && !other.relation().equals("part")) {
          news |= other.scope().equals(Claims.NEWS);
          whole = other.scope().equals(Claims.NEWS) ? whole : other;
        }
      }
      boolean part = claim.relation().equals("part");
      boolean strays =
          claim.scope().equals(Claims.NEWS)
              || whole != null
                  && claim.scope().equals(Claims.CUMULATIVE)
                  && whole.scope().equals(Claims.ELSEWHERE);
      if (claim.scope().equals(Claims.NEWS)
          && part
          && whole == null
          && lead != null
          && claim.numberLow() > lead.limit()) {
        article
            .claims()
            .set(i, claim.scoped(Claims.ELSEWHERE, "more than all of the lead's " + lead.number()));
      } else if (strays && part && whole != null && !news) {
        article.claims().set(i, claim.scoped(whole.scope(), whole.scopeReason()));
      } else if (claim.scope().equals(Claims.NEWS)
          && part
          && whole == null
          && away != null
          && article.sentence(claim) - article.sentence(away) == 1) {
        article.claims().set(i, claim.scoped(away.scope(), away.scopeReason()));
      }
      if (article.claims().get(i).scope().equals(Claims.ELSEWHERE)) {
        away = article.claims().get(i);
      } else if (!part) {
        away = null;
      }
    }
  }

  /** "13 killed in Alpha and Beta", then "nine died in Alpha", "four died in Beta". */
  private void addends(String effect, Lead lead) {
    Map<Integer, Long> bySentence = new TreeMap<>();
    for (Claim claim : article.claims()) {
      if (Lead.counts(claim, effect)
          && claim.field().equals("text")
          && claim.start() > lead.start()
          && claim.numberLow() < lead.number()) {
        bySentence.merge(claim.start(), (long) claim.numberLow(), Long::sum);
      }
    }
    Set<Long> distinct = new HashSet<>(bySentence.values());
    long sum = 0;
    for (long number : distinct) {
      sum += number;
    }
    if (distinct.size() < 2 || sum != lead.number()) {
      return;
    }
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      if (Lead.counts(claim, effect)
          && claim.field().equals("text")
          && bySentence.containsKey(claim.start())) {
        article.claims().set(i, claim.asPart());
      }
    }
  }

  private long sentenceSum(Claim claim) {
    long sum = 0;
    for (Claim other : article.claims()) {
      if (other.start() == claim.start()
          && other.field().equals(claim.field())
          && Lead.counts(other, claim.effect())) {
        sum += other.numberHigh();
      }
    }
    return Math.max(sum, claim.numberHigh());
  }

  private void misfits(String effect, Lead lead) {
    Map<String, Long> byClass = new HashMap<>();
    boolean one = VictimClasses.specific(lead.victimClass());
    for (int i = 0; i < article.claims().size(); i++) {
      Claim claim = article.claims().get(i);
      boolean stock =
          claim.scope().equals(Claims.CUMULATIVE)
              && claim.dateExpression() != null
              && claim.effect().equals(effect)
              && !claim.relation().equals("part");
      if (!Lead.counts(claim, effect) && !stock || claim.numberHigh() == 0) {
        continue;
      }
      String victims = claim.victimClass();
      boolean later = claim.field().equals("text") && claim.start() > lead.start();
      boolean concerns =
          !one
              || claim.numberLow() >= ScopePhrases.LARGE
                  && claim.numberLow() > LARGE_REACH * lead.number()
              || victims.equals(lead.victimClass())
              || !VictimClasses.specific(victims);
      boolean back = article.pointsBack(claim.figureStart());
      if (later && concerns) {
        long sum = claim.numberLow();
        if (!one && VictimClasses.specific(victims)) {
          for (Map.Entry<String, Long> other : byClass.entrySet()) {
            sum += other.getKey().equals(victims) ? 0 : other.getValue();
          }
        }
        boolean rival = rival(claim, lead);
        boolean commander =
            lead.number() == 1
                && claim.start() < ArticleClaims.OPENING
                && VictimClasses.specific(victims);
        if (rival || commander) {
          // Another voice's figure for the same event; a commander "and ten of his men".
          continue;
        }
        if (sum > (back ? Math.max(lead.limit(), TIED_REACH * lead.number()) : lead.limit())) {
          article
              .claims()
              .set(
                  i,
                  claim.scoped(Claims.ELSEWHERE, "does not fit into the lead's " + lead.number()));
          continue;
        }
        if (!back
            && sentenceSum(claim) * 2 < lead.number()
            && claim.relation().equals("none")
            && (!one || VictimClasses.specific(victims))) {
          // Far fewer than the lead tells: some of them, not all of them told otherwise.
          article.claims().set(i, claim.asPart());
          continue;
        }
      }
      if (VictimClasses.specific(victims)) {
        byClass.merge(victims, (long) claim.numberLow(), Math::max);
      }
    }
  }

  /** Whether the claim is another voice's figure for the lead's event. */
  private static boolean rival(Claim claim, Lead lead) {
    if (claim.claimant() == null
        || claim.numberLow() < 2
        || lead.claimants().isEmpty()
        || lead.claimants().contains(claim.claimant())) {
      return false;
    }
    if (Actors.hostileToClass(claim.claimantSide(), claim.victimClass())) {
      // It will bound, not count.
      return claim.numberLow() < LARGE_REACH * lead.number();
    }
    boolean complement =
        VictimClasses.specific(claim.victimClass())
            && !lead.classes().contains(claim.victimClass())
            && !lead.classes().contains(VictimClasses.UNKNOWN);
    return claim.numberLow() <= RIVAL_REACH * lead.number()
        && (complement || claim.numberLow() * RIVAL_REACH >= lead.number());
  }
}
