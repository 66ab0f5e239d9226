package org.sitrep.place;

import java.util.List;

/** A trie over the pieces of names: text is walked through it once, a step per piece. */
interface NameTrie {

  /** The root, from which every walk starts. */
  int root();

  /** The node behind an edge, or -1. */
  int step(int node, String piece);

  /** Whether a name ends at a node. */
  boolean ends(int node);

  /** The places whose name ends at a node. */
  List<Place> places(int node);

  /** The places that bear a name, none for a name without pieces. */
  default List<Place> walk(List<String> pieces) {
    int node = root();
    for (String piece : pieces) {
      node = step(node, piece);
      if (node < 0) {
        return List.of();
      }
    }
    return pieces.isEmpty() ? List.of() : places(node);
  }
}
