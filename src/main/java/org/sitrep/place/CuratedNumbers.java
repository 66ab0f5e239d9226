package org.sitrep.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.place.Supplement.Entry;

/**
 * Numbers below zero for the places that are curated, so that an index of names can point to them:
 * first those whose names the curated layer tells, then the entries of the supplement, then the
 * divisions that a dump adds.
 */
final class CuratedNumbers {

  private final List<Place> places = new ArrayList<>();
  private final Map<Place, Integer> numbers = new HashMap<>();
  private final int firstEntry;
  private final int firstAdded;

  private CuratedNumbers(Curated curated) {
    curated.tellNames(
        new NameSink() {
          @Override
          public void exact(List<String> pieces, Place place) {
            if (numbers.putIfAbsent(place, -1 - places.size()) == null) {
              places.add(place);
            }
          }

          @Override
          public void skeleton(List<String> bones, Place place) {}
        });
    firstEntry = places.size();
    for (Entry entry : curated.supplement().entries()) {
      places.add(entry.place());
    }
    firstAdded = places.size();
  }

  static CuratedNumbers of(Curated curated) {
    return new CuratedNumbers(curated);
  }

  boolean knows(Place place) {
    return numbers.containsKey(place);
  }

  int of(Place place) {
    return numbers.get(place);
  }

  int of(Entry entry) {
    return -1 - (firstEntry + entry.number());
  }

  /** The number of a division that a dump adds, by its place among those. */
  int ofAdded(int index) {
    return -1 - (firstAdded + index);
  }

  /**
   * A place by its number.
   *
   * @param added the divisions that the dump adds
   */
  Place place(int number, List<Place> added) {
    int index = -1 - number;
    return index < firstAdded ? places.get(index) : added.get(index - firstAdded);
  }

  /** All places in the order of their numbers, -1 first. */
  List<Place> all(List<Place> added) {
    List<Place> all = new ArrayList<>(places);
    all.addAll(added);
    return all;
  }
}
