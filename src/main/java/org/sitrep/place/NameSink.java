package org.sitrep.place;

import java.util.List;

/** Takes the names of places as they are read. */
interface NameSink {

  /** A name in plain pieces. */
  void exact(List<String> pieces, Place place);

  /** The skeleton of a name that reaches English through a transliteration, without articles. */
  void skeleton(List<String> bones, Place place);
}
