package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;

/**
 * Who acts in the main event and who is acted upon.
 *
 * @param actor1 who acts; null where the article does not say
 * @param actor2 who is acted upon; null where the article does not say
 * @param civiliansHit whether civilians are acted upon, and no belligerents
 */
record Parties(String actor1, String actor2, boolean civiliansHit) {

  private static final Set<String> BYSTANDERS = Set.of("monitor", "media");
  private static final Set<String> TALKING = Set.of("Diplomacy", "Strategic developments");

  /** Events that nobody does to anybody. */
  private static final Set<String> FATE = Set.of("Accident", "Natural disaster");

  private static final Set<String> UNARMED = Set.of("civilians", "protesters");

  /** Sentences from the evidence on in which the second party is looked for. */
  private static final int REACH = 4;

  static Parties of(Reading reading, EventTypes.Typed typed, List<ActorMention> actors) {
    if (typed.evidence() == null || FATE.contains(typed.type().eventType())) {
      return new Parties(null, null, false);
    }
    List<ActorMention> near = new ArrayList<>();
    int from = Math.max(0, reading.sentences().indexOf(typed.evidence()));
    int until = Math.min(reading.sentences().size(), from + REACH);
    boolean crime = typed.type().eventType().equals("Crime");
    boolean talks = TALKING.contains(typed.type().eventType());
    for (Sentence sentence : reading.sentences().subList(from, until)) {
      for (ActorMention actor : actors) {
        boolean acts =
            !BYSTANDERS.contains(actor.actorClass())
                && !(crime && actor.actorClass().equals("police"))
                && (talks || !actor.actorClass().equals("government"));
        if (acts && sentence.span().contains(span(actor))) {
          near.add(actor);
        }
      }
    }
    if (near.isEmpty()) {
      return new Parties(null, null, false);
    }
    // "Fighters of ..." and "gunmen" say less than a named side.
    ActorMention first =
        near.stream()
            .filter(actor -> !actor.actorClass().equals("unknown"))
            .findFirst()
            .orElse(near.get(0));
    ActorMention second = null;
    for (ActorMention actor : near) {
      if (second == null && opposed(first, actor, talks)) {
        second = actor;
      }
    }
    boolean swap = unarmed(first) && second != null && !protests(typed.type());
    ActorMention one = swap ? second : first;
    ActorMention two = swap ? first : second;
    boolean hit =
        two != null && two.actorClass().equals("civilians")
            || two == null && one.actorClass().equals("civilians") && !protests(typed.type());
    boolean soldiers =
        near.stream()
            .anyMatch(actor -> actor != one && actor.side() != null && opposed(one, actor, false));
    return new Parties(one.name(), two == null ? null : two.name(), hit && !soldiers);
  }

  private static boolean opposed(ActorMention first, ActorMention other, boolean talks) {
    if (first.name().equals(other.name())) {
      return false;
    }
    return talks
        || unarmed(first) != unarmed(other)
        || Actors.hostile(first.side(), other.side())
        || first.side() == null && !unarmed(first) && other.side() != null;
  }

  private static boolean protests(EventType type) {
    return type.eventType().equals("Protests") || type.eventType().equals("Riots");
  }

  private static boolean unarmed(ActorMention actor) {
    return UNARMED.contains(actor.actorClass());
  }

  private static org.sitrep.text.Span span(ActorMention actor) {
    return new org.sitrep.text.Span(actor.field(), actor.start(), actor.end());
  }
}
