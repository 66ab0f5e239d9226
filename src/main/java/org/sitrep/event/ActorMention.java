package org.sitrep.event;

/**
 * An actor named in an article.
 *
 * @param field {@code text} or {@code title}
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param surface the characters as they stand
 * @param name the canonical name; for a general pattern ("gunmen") the pattern's own
 * @param actorClass one of {@link ActorRow#CLASSES}
 * @param side the belligerent side it speaks and fights for, for example {@code SY-government};
 *     null for a bystander
 */
public record ActorMention(
    String field,
    int start,
    int end,
    String surface,
    String name,
    String actorClass,
    String side) {}
