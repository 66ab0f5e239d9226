package org.sitrep.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.sitrep.text.Resources;

/** The words beside a place name that tell whether the event was there; {@code place-cues.tsv}. */
final class PlaceCues {

  /** What a cue says. */
  enum Kind {
    AT,
    NEAR,
    AWAY,
    SPEAKS,
    BACKGROUND,
    BEHIND,
    ELSEWHERE,
    SIDE
  }

  /** A cue with the indexes of its first word and behind its last. */
  record Cue(Kind kind, int start, int end) {}

  private static final Phrases<Kind> PHRASES = load();

  /** How far before a name its cue may end: "in the northwestern province of Idlib". */
  private static final int REACH = 6;

  private static final int ELSEWHERE_REACH = 3;

  private final List<Cue> cues = new ArrayList<>();

  private PlaceCues() {}

  /** The cues of a sentence. */
  static PlaceCues of(Words words) {
    PlaceCues found = new PlaceCues();
    for (int i = 0; i < words.size(); i++) {
      int start = i;
      PHRASES.at(words, i, (kind, end) -> found.cues.add(new Cue(kind, start, end)));
    }
    return found;
  }

  /** Whether the sentence tells what led here, or was before. */
  boolean background() {
    return any(cue -> cue.kind == Kind.BACKGROUND);
  }

  /** Whether the sentence begins a side event. */
  boolean elsewhere() {
    return any(cue -> cue.kind == Kind.ELSEWHERE && cue.start < ELSEWHERE_REACH);
  }

  /** Whether the sentence tells of another happening, wherever it says so. */
  boolean side() {
    return any(cue -> cue.kind == Kind.SIDE);
  }

  /** Whether a clause of background opens before the word. */
  boolean behind(int first) {
    return any(cue -> cue.kind == Kind.BEHIND && cue.end <= first);
  }

  /** Whether the name that ends before the word speaks as a government does. */
  boolean speaks(int end) {
    return any(cue -> cue.kind == Kind.SPEAKS && cue.start == end);
  }

  /**
   * The nearest cue before the name that begins at the word, the longer of two that end together;
   * null where none is in reach.
   */
  Cue before(int first) {
    Cue best = null;
    for (Cue cue : cues) {
      boolean governs = cue.kind == Kind.AT || cue.kind == Kind.AWAY;
      if (governs && cue.end <= first && cue.end > first - REACH && nearer(cue, best)) {
        best = cue;
      }
    }
    return best;
  }

  /** Whether the event was only near the name that begins at the word. */
  boolean near(int first) {
    return any(cue -> cue.kind == Kind.NEAR && cue.end <= first && cue.end > first - REACH);
  }

  private boolean any(Predicate<Cue> test) {
    for (Cue cue : cues) {
      if (test.test(cue)) {
        return true;
      }
    }
    return false;
  }

  private static boolean nearer(Cue cue, Cue best) {
    return best == null
        || cue.end > best.end
        || cue.end == best.end && cue.end - cue.start > best.end - best.start;
  }

  private static Phrases<Kind> load() {
    Phrases<Kind> phrases = new Phrases<>();
    for (String[] row : Resources.rows(PlaceCues.class, "place-cues.tsv")) {
      Kind kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (String phrase : row[1].split("\\|")) {
        phrases.add(phrase, kind);
      }
    }
    return phrases;
  }
}
