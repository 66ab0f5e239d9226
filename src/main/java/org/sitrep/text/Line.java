package org.sitrep.text;

/**
 * A line of an article, or a part of one that has lost its line breaks, with what it is.
 *
 * @param span where it stands, without surrounding white space
 * @param kind prose, heading, byline or furniture
 */
public record Line(Span span, Kind kind) {

  /** What a line is. */
  public enum Kind {
    /** Part of the story. */
    PROSE,
    /** A headline or cross-heading: short, no closing stop, followed by prose. */
    HEADING,
    /** Who wrote it, or when it was published. */
    BYLINE,
    /**
     * Anything that is not the article: advertising marks, share prompts, related lists, copyright.
     */
    FURNITURE
  }
}
