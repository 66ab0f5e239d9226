package org.sitrep.place;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.sitrep.place.stored.StoredTrie;

/** A trie of names in mapped files; the places that are asked for often are kept. */
final class StoredNames implements NameTrie {

  private static final int KEPT = 1 << 13;

  private final StoredTrie trie;
  private final IntFunction<Place> placeOf;
  private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(KEPT);

  private record Known(int node, List<Place> places) {}

  StoredNames(StoredTrie trie, IntFunction<Place> placeOf) {
    this.trie = trie;
    this.placeOf = placeOf;
  }

  @Override
  public int root() {
    return 0;
  }

  @Override
  public int step(int node, String piece) {
    return trie.step(node, piece);
  }

  @Override
  public boolean ends(int node) {
    return trie.ends(node);
  }

  @Override
  public List<Place> places(int node) {
    int slot = node & KEPT - 1;
    Known kept = known.get(slot);
    if (kept != null && kept.node == node) {
      return kept.places;
    }
    int[] numbers = trie.postings(node);
    List<Place> places = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      places.add(placeOf.apply(number));
    }
    places = List.copyOf(places);
    known.set(slot, new Known(node, places));
    return places;
  }
}
