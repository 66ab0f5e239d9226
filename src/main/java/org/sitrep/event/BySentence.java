package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Reading;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.time.DateMention;

/**
 * Mentions by the sentence in which, or behind which, they begin: a long article has thousands of
 * both.
 *
 * @param <M> a kind of mention
 */
final class BySentence<M> {

  /** The headline's place before all offsets of the text. */
  private static final int TITLE = -1;

  private final Map<Integer, List<M>> mentions = new HashMap<>();

  private BySentence() {}

  static BySentence<ActorMention> actors(Reading reading, List<ActorMention> actors) {
    return of(reading, actors, ActorMention::field, ActorMention::start);
  }

  static BySentence<PlaceMention> places(Reading reading, List<PlaceMention> places) {
    return of(reading, places, PlaceMention::field, PlaceMention::start);
  }

  static BySentence<DateMention> dates(Reading reading, List<DateMention> dates) {
    return of(reading, dates, DateMention::field, DateMention::start);
  }

  private static <M> BySentence<M> of(
      Reading reading, List<M> mentions, Function<M, String> field, ToIntFunction<M> start) {
    TreeSet<Integer> starts = new TreeSet<>();
    for (Sentence sentence : reading.sentences()) {
      starts.add(key(sentence));
    }
    BySentence<M> result = new BySentence<>();
    for (M mention : mentions) {
      Integer key =
          field.apply(mention).equals(Span.TITLE)
              ? Integer.valueOf(TITLE)
              : starts.floor(start.applyAsInt(mention));
      if (key != null) {
        result.mentions.computeIfAbsent(key, first -> new ArrayList<>(4)).add(mention);
      }
    }
    return result;
  }

  /** The mentions from the sentence's start up to the next one's, in their given order. */
  List<M> in(Sentence sentence) {
    return mentions.getOrDefault(key(sentence), List.of());
  }

  /** Whether what starts at an offset of a field starts inside the sentence, and not behind it. */
  static boolean inside(Sentence sentence, String field, int start) {
    return sentence.span().field().equals(field)
        && sentence.span().start() <= start
        && start < sentence.span().end();
  }

  private static int key(Sentence sentence) {
    return sentence.isTitle() ? TITLE : sentence.span().start();
  }
}
