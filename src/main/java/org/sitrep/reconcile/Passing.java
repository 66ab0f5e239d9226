package org.sitrep.reconcile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sitrep.event.ActorMention;
import org.sitrep.event.Claim;
import org.sitrep.event.Event;
import org.sitrep.event.Passage;
import org.sitrep.tables.Document;
import org.sitrep.text.Span;
import org.sitrep.time.DateMention;

/** Documents parted into what they tell of their own incident and what in passing of others. */
final class Passing {

  private Passing() {}

  /**
   * A passage as if it were an article of its own.
   *
   * @param start where the passage starts
   * @throws IllegalArgumentException where the article has no such passage
   */
  static Document passage(Document document, int start) {
    Passage passage =
        passages(document).stream()
            .filter(each -> each.start() == start)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "article "
                            + document.articleId()
                            + " has no passage at "
                            + start
                            + "; cluster again"));
    List<Claim> claims =
        passage.claims().stream().map(index -> document.claims().get(index).asNews()).toList();
    List<DateMention> dates =
        document.dates().stream().filter(date -> inside(date.span(), passage)).toList();
    List<ActorMention> actors =
        document.actors().stream()
            .filter(actor -> inside(new Span(actor.field(), actor.start(), actor.end()), passage))
            .toList();
    return with(document, passage.title(), dates, actors, claims, passage.event());
  }

  /** The document without the claims of its passages that start there. */
  static Document without(Document document, Collection<Integer> starts) {
    Set<Integer> theirs = new HashSet<>();
    for (Passage passage : passages(document)) {
      if (starts.contains(passage.start())) {
        theirs.addAll(passage.claims());
      }
    }
    if (theirs.isEmpty()) {
      return document;
    }
    List<Claim> claims =
        IntStream.range(0, document.claims().size())
            .filter(index -> !theirs.contains(index))
            .mapToObj(document.claims()::get)
            .toList();
    return with(
        document, document.title(), document.dates(), document.actors(), claims, document.event());
  }

  private static boolean inside(Span span, Passage passage) {
    return new Span(Span.TEXT, passage.start(), passage.end()).contains(span);
  }

  private static List<Passage> passages(Document document) {
    return document.passages() == null ? List.of() : document.passages();
  }

  private static Document with(
      Document document,
      String title,
      List<DateMention> dates,
      List<ActorMention> actors,
      List<Claim> claims,
      Event event) {
    return new Document(
        document.articleId(),
        document.source(),
        title,
        document.language(),
        document.publishedAt(),
        document.publishedDate(),
        document.publishedBasis(),
        document.publishedExpression(),
        document.furniture(),
        document.sentences(),
        document.tokens(),
        document.places(),
        dates,
        actors,
        claims,
        event,
        document.passages(),
        document.clues(),
        document.warning());
  }
}
