package org.sitrep.text;

import java.util.List;

/**
 * A sentence of the story with its tokens; furniture, bylines and the dateline are never part of
 * one.
 *
 * @param span where it stands
 * @param text its characters, exactly {@code field.substring(start, end)}
 * @param kind {@code HEADING} for the title and cross-headings, else {@code PROSE}
 * @param paragraph number of its paragraph; the title is -1, the first line of the text 0
 * @param tokens its tokens, with offsets into the field (not into the sentence)
 */
public record Sentence(Span span, String text, Line.Kind kind, int paragraph, List<Token> tokens) {

  /** Whether the sentence is the article's title. */
  public boolean isTitle() {
    return span.field().equals(Span.TITLE);
  }
}
