package org.sitrep.place;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The gazetteers of directories that this JVM has open, one for each directory. */
final class Gazetteers {

  private static final ConcurrentMap<Path, Opened> OPENED = new ConcurrentHashMap<>();

  private record Opened(String fingerprint, Gazetteer gazetteer) {}

  private Gazetteers() {}

  /** The gazetteer of a directory; opened anew once its files have changed. */
  static Gazetteer of(String directory) {
    Curated curated = Curated.loaded();
    DumpIndex index = DumpIndex.of(path(directory), curated);
    return OPENED.compute(
            path(directory),
            (path, known) ->
                known != null && known.fingerprint.equals(index.fingerprint())
                    ? known
                    : new Opened(index.fingerprint(), new Gazetteer(curated, index.layer())))
        .gazetteer;
  }

  /** The index of a directory, not yet read. */
  static DumpIndex index(String directory) {
    return DumpIndex.of(path(directory), Curated.loaded());
  }

  /** A directory's absolute path. */
  static Path path(String directory) {
    String local =
        directory.startsWith("file:") ? directory.replaceFirst("^file:/*", "/") : directory;
    return Path.of(local).toAbsolutePath().normalize();
  }
}
