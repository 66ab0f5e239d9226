package org.sitrep.event;

import org.sitrep.place.PlaceMention;

/** The victim classes of claims, as the actors and nations that a sentence names tell them. */
final class ClaimVictims {

  private final BySentence<ActorMention> actors;
  private final BySentence<PlaceMention> places;
  private final String country;

  ClaimVictims(BySentence<ActorMention> actors, BySentence<PlaceMention> places, String country) {
    this.actors = actors;
    this.places = places;
    this.country = country;
  }

  /** The class of counted people, by their own words or by an actor named among them. */
  String classOf(Wording words, Counted one) {
    String victimClass = one.victimClass;
    if (!VictimClasses.specific(victimClass)) {
      for (ActorMention actor : actors.in(words.sentence())) {
        if (BySentence.inside(words.sentence(), actor.field(), actor.start())
            && actor.start() >= words.start(one.first)
            && actor.end() <= words.end(Math.max(one.first, one.end - 1)) + 1
            && VictimClasses.ALL.contains(actor.actorClass())
            && VictimClasses.specific(actor.actorClass())) {
          victimClass = actor.actorClass();
        }
      }
    }
    if (victimClass.equals(VictimClasses.STATE_FORCES)) {
      victimClass = armed(words, one);
    }
    if (victimClass.equals(VictimClasses.STATE_FORCES) && country != null) {
      for (PlaceMention place : places.in(words.sentence())) {
        if (PlaceMention.DEMONYM.equals(place.kind())
            && BySentence.inside(words.sentence(), place.field(), place.start())
            && place.start() >= words.start(one.first)
            && place.end() <= words.end(Math.max(one.first, one.end - 1))
            && place.countryCode() != null
            && !place.countryCode().equals(country)) {
          return VictimClasses.FOREIGN_FORCES;
        }
      }
    }
    return victimClass;
  }

  /** "20 members of the Free Army": what is named decides, not the word army. */
  private String armed(Wording words, Counted one) {
    int from = words.start(one.first);
    int until = words.end(Math.min(words.size() - 1, one.end + 5));
    if (!words.term(one.end).equals("of")) {
      until = words.end(Math.max(one.first, one.end - 1));
    }
    for (ActorMention actor : actors.in(words.sentence())) {
      if (BySentence.inside(words.sentence(), actor.field(), actor.start())
          && actor.start() >= from
          && actor.end() <= until
          && (actor.actorClass().equals(VictimClasses.REBELS)
              || actor.actorClass().equals(VictimClasses.MILITIA))) {
        return actor.actorClass();
      }
    }
    return VictimClasses.STATE_FORCES;
  }

  /** Whether a word belongs to the name of an actor or place. */
  boolean ofName(Wording words, int word) {
    int start = words.start(word);
    for (ActorMention actor : actors.in(words.sentence())) {
      if (BySentence.inside(words.sentence(), actor.field(), actor.start())
          && actor.start() <= start
          && start < actor.end()) {
        return true;
      }
    }
    for (PlaceMention place : places.in(words.sentence())) {
      if (BySentence.inside(words.sentence(), place.field(), place.start())
          && place.start() <= start
          && start < place.end()) {
        return true;
      }
    }
    return false;
  }

  /** Soldiers of the country where it happens are state forces, whoever tells it. */
  static Claim nation(Claim claim, String country) {
    boolean foreign = claim.victimClass().equals(VictimClasses.FOREIGN_FORCES);
    if (!ClaimPlaces.known(country)
        || !foreign && !claim.victimClass().equals(VictimClasses.STATE_FORCES)) {
      return claim;
    }
    String nation = Nations.first(claim.victimText());
    if (nation == null || foreign != nation.equals(country)) {
      return claim;
    }
    String victims = foreign ? VictimClasses.STATE_FORCES : VictimClasses.FOREIGN_FORCES;
    return claim.ofVictims(victims);
  }
}
