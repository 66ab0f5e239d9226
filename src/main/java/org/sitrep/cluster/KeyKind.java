package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sitrep.tables.Document;
import org.sitrep.text.Clues;

/** A kind of key that makes two articles candidates; most articles that it may join is its cap. */
enum KeyKind {
  CAPITALISED(10),
  BIGRAM(5),
  PERSON(15),
  STREET(10),
  /** The main place: for articles without dates, and for towns that are seldom in the news. */
  PLACE(15);

  private static final int KINDS = 8;

  private final int cap;

  KeyKind(int cap) {
    this.cap = cap;
  }

  /** Most articles that a key of this kind joins. */
  int cap() {
    return cap;
  }

  /** The kind of a key. */
  static KeyKind of(long key) {
    return values()[(int) (key & KINDS - 1)];
  }

  /** All keys of an article, distinct; each carries its kind in its lowest bits. */
  static long[] keys(Document document) {
    TreeSet<Long> keys = new TreeSet<>();
    Clues clues = document.clues();
    if (clues != null) {
      CAPITALISED.add(clues.capitalised(), keys);
      BIGRAM.add(clues.capitalisedBigrams(), keys);
      PERSON.add(clues.persons(), keys);
      STREET.add(clues.streets(), keys);
    }
    List<String> places = new ArrayList<>();
    int place = Profile.place(document.event());
    if (place != 0) {
      places.add(String.valueOf(place));
    }
    PLACE.add(places, keys);
    return keys.stream().mapToLong(Long::longValue).toArray();
  }

  private void add(List<String> terms, TreeSet<Long> keys) {
    terms.forEach(term -> keys.add(Hashes.of(name(), term) & -KINDS | ordinal()));
  }
}
