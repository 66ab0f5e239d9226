package org.sitrep.ingest;

import java.io.Closeable;
import java.io.IOException;

/** Reads the entries of one input file, or of a part of one, in order. */
interface EntryReader extends Closeable {

  /**
   * The next entry, null at the end.
   *
   * @throws IOException where the rest of the file cannot be read
   */
  Entry next() throws IOException;
}
