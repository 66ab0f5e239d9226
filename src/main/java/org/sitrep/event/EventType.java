package org.sitrep.event;

/**
 * A sub-event type of the closed list.
 *
 * @param eventType ACLED's event type, or {@code Crime}, {@code Accident}, {@code Natural
 *     disaster}, {@code Diplomacy}, {@code Other}
 * @param subEventType ACLED's sub-event type, or the type again where it has none
 * @param disorderType ACLED's disorder type; empty for our own types
 * @param precedence which sub-type an incident bears when its articles tell several: the lowest
 */
public record EventType(
    String eventType, String subEventType, String disorderType, int precedence) {}
