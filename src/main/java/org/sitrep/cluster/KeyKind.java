package org.sitrep.cluster;

import java.util.List;
import java.util.TreeSet;
import org.sitrep.tables.Document;
import org.sitrep.text.Clues;

/**
 * A kind of key that makes two articles candidates.
 *
 * <p>A rare key joins all its articles at any distance in time as long as no more than {@link #cap}
 * hold it; a more frequent one joins within slabs of {@link KeyBlocks#SLAB_DAYS} days, and between
 * neighbouring slabs, wherever a slab holds no more than {@link #slabCap}. The keys of a
 * neighbourhood join each article with the few before it: every article has one, however many share
 * it.
 */
enum KeyKind {
  CAPITALISED(10, 3),
  BIGRAM(5, 5),
  PERSON(15, 5),
  STREET(10, 5),
  /** The main place: for articles without dates, and for towns that are seldom in the news. */
  PLACE(15, 5),
  /** The region, a neighbourhood. */
  REGION_DAYS(0, 0),
  /** The main place once more, as a neighbourhood. */
  PLACE_DAYS(0, 0);

  private static final int KINDS = 8;

  private final int cap;
  private final int slabCap;

  KeyKind(int cap, int slabCap) {
    this.cap = cap;
    this.slabCap = slabCap;
  }

  /** Most articles that a key of this kind joins at any distance. */
  int cap() {
    return cap;
  }

  /** Most articles of a slab that a more frequent key of this kind joins. */
  int slabCap() {
    return slabCap;
  }

  /** Whether its keys are rare ones, and not those of a neighbourhood. */
  boolean isRare() {
    return cap > 0;
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
    List<String> place = known(Profile.place(document.event()));
    PLACE.add(place, keys);
    PLACE_DAYS.add(place, keys);
    REGION_DAYS.add(known(Profile.region(document.event())), keys);
    return keys.stream().mapToLong(Long::longValue).toArray();
  }

  private static List<String> known(int hash) {
    return hash == 0 ? List.of() : List.of(String.valueOf(hash));
  }

  private void add(List<String> terms, TreeSet<Long> keys) {
    terms.forEach(term -> keys.add(Hashes.of(name(), term) & -KINDS | ordinal()));
  }
}
