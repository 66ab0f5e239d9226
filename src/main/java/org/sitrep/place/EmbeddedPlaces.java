package org.sitrep.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.sitrep.place.Supplement.Entry;

/** The populated places of the jar. */
final class EmbeddedPlaces {

  private EmbeddedPlaces() {}

  /** The layer of the embedded places, in memory. */
  static PlaceLayer layer(Curated curated) {
    HeapTrie names = new HeapTrie();
    HeapTrie skeletons = new HeapTrie();
    NameSink sink =
        new NameSink() {
          @Override
          public void exact(List<String> pieces, Place place) {
            names.add(pieces, place);
          }

          @Override
          public void skeleton(List<String> bones, Place place) {
            skeletons.add(bones, place);
          }
        };
    curated.tellNames(sink);
    Supplement supplement = curated.supplement();
    Set<Place> supplemented = new HashSet<>();
    Map<Place, Set<String>> lent = new HashMap<>();
    Set<Entry> merged = new HashSet<>();
    read(
        curated,
        (place, all) -> {
          Entry same = supplement.same(place, all);
          if (same == null || !merged.add(same)) {
            all.forEach(name -> curated.tell(sink, place, name));
            return;
          }
          Place named = same.lentTo(place);
          supplemented.add(named);
          lent.put(named, same.plainNames());
          all.forEach(name -> curated.tell(sink, named, name));
          same.names().forEach(name -> curated.tell(sink, named, name));
        });
    for (Entry entry : supplement.entries()) {
      if (!merged.contains(entry)) {
        supplemented.add(entry.place());
        entry.names().forEach(name -> curated.tell(sink, entry.place(), name));
      }
    }
    return new PlaceLayer(names, skeletons, Map.of(), supplemented, lent);
  }

  /** Tells each embedded place with its names, its own first; common words are left out. */
  static void read(Curated curated, BiConsumer<Place, List<String>> taker) {
    Place country = null;
    Place division = null;
    for (String line : Curated.lines("places.tsv.gz")) {
      if (line.startsWith("@")) {
        country = curated.countries().get(line.substring(1, 3));
        division = curated.division(line.substring(1));
        continue;
      }
      if (country == null) {
        continue;
      }
      String[] row = line.split("\t", -1);
      Place place =
          new Place(
              Long.valueOf(row[0]),
              row[1],
              row[3].equals("X") ? Place.QUARTER : Place.CITY,
              country.countryCode(),
              division == null ? null : division.regionCode(),
              division == null ? null : division.regionName(),
              row[4].isEmpty() ? 0 : Integer.parseInt(row[4]),
              row[3].equals("C") ? 2 : row[3].equals("A") ? 1 : 0,
              Integer.parseInt(row[5]) / 1e4,
              Integer.parseInt(row[6]) / 1e4);
      List<String> names = new ArrayList<>();
      names.add(row[1]);
      for (String alternate : Curated.split(row[2])) {
        List<String> pieces = Names.pieces(alternate);
        if (!pieces.isEmpty() && !curated.isCommon(pieces)) {
          names.add(alternate);
        }
      }
      taker.accept(place, names);
    }
  }
}
