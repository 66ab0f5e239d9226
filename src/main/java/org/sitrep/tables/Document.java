package org.sitrep.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sitrep.event.ActorMention;
import org.sitrep.event.Claim;
import org.sitrep.event.Event;
import org.sitrep.event.Passage;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Clues;
import org.sitrep.text.Span;
import org.sitrep.time.DateMention;

/**
 * A row of {@code documents}: everything that one article tells, with spans. Columns are explained
 * in the table's declaration.
 */
public record Document(
    String articleId,
    String source,
    String title,
    String language,
    Instant publishedAt,
    LocalDate publishedDate,
    String publishedBasis,
    String publishedExpression,
    List<Span> furniture,
    List<Span> sentences,
    List<String> tokens,
    List<PlaceMention> places,
    List<DateMention> dates,
    List<ActorMention> actors,
    List<Claim> claims,
    Event event,
    List<Passage> passages,
    Clues clues,
    List<String> warning) {}
