package org.sitrep.generate;

import java.util.HashMap;
import java.util.Map;

/** A hole in a sentence, as {@code sentences.tsv} writes it in braces. */
enum Slot {
  TOWN("town"),
  REGION("region"),
  COUNTRY("country"),
  ADJECTIVE_OF_COUNTRY("Adjective"),
  ARMY("army"),
  REBELS("rebels"),
  DEAD("dead"),
  HURT("hurt"),
  COUNT("count"),
  HURT_COUNT("hurtcount"),
  RIVAL_DEAD("rivaldead"),
  RIVAL_HURT("rivalhurt"),
  CLAIMANT("claimant"),
  RIVAL("rival"),
  DAY("day"),
  VILLAGE("village"),
  PERSON("person"),
  INCIDENT("incident"),
  NUMBER("number"),
  SMALL("small"),
  JOB("job"),
  NOUN("noun"),
  VERB("verb"),
  ADJECTIVE("adjective"),
  NAME("name"),
  SOMEONE("someone"),
  COMPANY("company"),
  OUTLET("outlet"),
  SLUG("slug");

  private static final Map<String, Slot> NAMED = new HashMap<>();

  static {
    for (Slot slot : values()) {
      NAMED.put(slot.label, slot);
    }
  }

  private final String label;

  Slot(String label) {
    this.label = label;
  }

  /**
   * The slot of a name.
   *
   * @throws IllegalArgumentException where there is none
   */
  static Slot named(String label) {
    Slot slot = NAMED.get(label);
    if (slot == null) {
      throw new IllegalArgumentException("no slot {" + label + "}");
    }
    return slot;
  }
}
