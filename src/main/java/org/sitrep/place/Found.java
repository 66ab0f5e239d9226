package org.sitrep.place;

import java.util.ArrayList;
import java.util.List;

/** A place name found in a sentence, before it is resolved. */
final class Found {

  /** Which kind of entry the words of the text ask for. */
  enum Wording {
    NONE,
    /** {@code the province of X}, {@code X governorate}. */
    REGION,
    /** {@code the city of X}, {@code the provincial capital, X}. */
    CITY,
    /** {@code the village of X}. */
    VILLAGE,
    /** {@code the X district}, {@code the neighbourhood of X}. */
    QUARTER
  }

  /** By which look-up it was found. */
  enum By {
    NAME,
    SKELETON,
    DEMONYM,
    ABBREVIATION
  }

  final Pieces pieces;
  final int first;
  final int last;
  final By by;
  final List<Place> candidates;
  final String key;
  Wording wording = Wording.NONE;

  /** The mention that the text says contains this one ({@code Dayton, Ohio}), or null. */
  Found container;

  /** The mentions that this one contains. */
  final List<Found> contents = new ArrayList<>(0);

  /** Whether it is an item of a list of counties ({@code Clarke and Oconee counties}). */
  boolean listedCounty;

  /** Whether it plays against another name, as a club does. */
  boolean team;

  /** Whether words around it say that it is a place ({@code in X}). */
  boolean locative;

  /** Whether a preposition governs it that people hardly stand behind ({@code in X}). */
  boolean within;

  /** The mentions before and behind it in its sentence, or null. */
  Found before;

  Found behind;

  Place place;
  double margin;
  String evidence = "";

  Found(Pieces pieces, int first, int last, By by, List<Place> candidates) {
    this.pieces = pieces;
    this.first = first;
    this.last = last;
    this.by = by;
    this.candidates = candidates;
    key = joined(pieces, first, last);
  }

  /** A name of one piece under another key than its form's. */
  Found(Pieces pieces, int piece, String key, List<Place> candidates) {
    this.pieces = pieces;
    first = piece;
    last = piece;
    by = By.NAME;
    this.candidates = candidates;
    this.key = key;
  }

  private static String joined(Pieces pieces, int first, int last) {
    StringBuilder joined = new StringBuilder(pieces.plain[first]);
    for (int i = first + 1; i <= last; i++) {
      if (pieces.gaps[i] == Pieces.Gap.POSSESSIVE) {
        joined.append('s'); // "Prince George's County"
      }
      joined.append(' ').append(pieces.plain[i]);
    }
    return joined.toString();
  }

  void containedIn(Found holder) {
    container = holder;
    holder.contents.add(this);
  }

  /** Whether nothing tells it from another mention of the same key. */
  boolean isLike(Found other) {
    return by == other.by
        && wording == other.wording
        && locative == other.locative
        && listedCounty == other.listedCounty
        && alone() == other.alone()
        && candidates.size() == other.candidates.size()
        && container == null
        && other.container == null
        && contents.isEmpty()
        && other.contents.isEmpty();
  }

  /** Whether a name in a place's slot is neither a word nor part of a longer name. */
  boolean alone() {
    return within
        && !pieces.pieces[last].common
        && !pieces.pieces[last].firstName
        && !(pieces.capitalAt(first - 1)
            || pieces.capitalAt(last + 1) && pieces.gapAt(last + 1) == Pieces.Gap.SPACE);
  }

  void decidedAs(Found other) {
    place = other.place;
    margin = other.margin;
    evidence = other.evidence;
  }

  int start() {
    return pieces.starts[first];
  }

  int end() {
    return pieces.ends[last];
  }

  boolean hasFeature(String feature) {
    for (Place candidate : candidates) {
      if (candidate.is(feature)) {
        return true;
      }
    }
    return false;
  }

  int largestPopulation() {
    int most = 0;
    for (Place candidate : candidates) {
      if (!candidate.is(Place.REGION)) {
        most = Math.max(most, candidate.population());
      }
    }
    return most;
  }
}
