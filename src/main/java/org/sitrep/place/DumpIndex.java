package org.sitrep.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.sitrep.place.geonames.Dump;
import org.sitrep.place.stored.StoredTrie;

/**
 * The index of a dump's names: a folder beside the dump's files, or in the temporary folder where
 * that cannot be written. Its name tells from which files, of which size and time, and by which
 * dictionaries it was made; so it is made anew when they change. It is made under another name and
 * moved when it is whole.
 */
final class DumpIndex {

  private static final System.Logger LOG = System.getLogger(DumpIndex.class.getName());

  /** Raised when what is written changes. */
  private static final int FORMAT = 1;

  private static final String PREFIX = ".sitrep-index-";
  private static final String UNFINISHED = PREFIX + "unfinished-";

  /** Who has not finished after this time was killed. */
  private static final int LEFT_BEHIND_HOURS = 24;

  private static final String LOCK = ".sitrep-index.lock";
  private static final String CONTENTS = "contents.tsv";

  private final Curated curated;
  private final Path source;
  private final Dump dump;
  private final String fingerprint;

  private DumpIndex(Curated curated, Path source) throws IOException {
    this.curated = curated;
    this.source = source;
    dump = Dump.in(source, curated.countries().keySet());
    fingerprint = fingerprint(dump.files());
  }

  /**
   * Looks at a folder with GeoNames' files, without reading them.
   *
   * @throws org.sitrep.place.geonames.DumpException where it is none
   */
  static DumpIndex of(Path source, Curated curated) {
    try {
      return new DumpIndex(curated, source);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + source, e);
    }
  }

  /** What tells this state of the files and dictionaries from others: twelve hexadecimal digits. */
  String fingerprint() {
    return fingerprint;
  }

  /** The files of the dump that are read. */
  List<Path> files() {
    return dump.files();
  }

  /** Whether the index is there and whole. */
  boolean isMade() {
    return isWhole(folder(source)) || isWhole(folder(elsewhere()));
  }

  private Path folder(Path home) {
    return home.resolve(PREFIX + FORMAT + "-" + fingerprint);
  }

  /** The place for the index of a folder that cannot be written. */
  private Path elsewhere() {
    String path =
        HexFormat.of().formatHex(digest().digest(bytes(source.toString()))).substring(0, 12);
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "sitrep-gazetteer-" + System.getProperty("user.name") + "-" + path);
  }

  private static String fingerprint(List<Path> files) throws IOException {
    MessageDigest digest = digest();
    digest.update(Resource.FINGERPRINT);
    for (Path file : files) {
      digest.update(
          bytes(
              file.getFileName()
                  + " "
                  + Files.size(file)
                  + " "
                  + Files.getLastModifiedTime(file).toMillis()
                  + "\n"));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
  }

  /** The dictionaries of the jar, hashed once. */
  private static final class Resource {
    static final byte[] FINGERPRINT = hash();

    private static byte[] hash() {
      MessageDigest digest = digest();
      for (String name : Curated.resources()) {
        try (InputStream in = DumpIndex.class.getResourceAsStream(name)) {
          digest.update(in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException("cannot read " + name, e);
        }
      }
      return digest.digest();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }

  // --- making -----------------------------------------------------------------------------------

  /** Opens the index; makes it first if it is not there, cut off, or of other files. */
  PlaceLayer layer() {
    try {
      for (Path home : List.of(source, elsewhere())) {
        if (isWhole(folder(home))) {
          return open(folder(home));
        }
      }
      return open(made());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot index " + source + ": " + e.getMessage(), e);
    }
  }

  private Path made() throws IOException {
    Path home = source;
    FileChannel channel;
    try {
      channel = lockFile(home);
    } catch (IOException e) {
      home = Files.createDirectories(elsewhere());
      LOG.log(
          System.Logger.Level.WARNING,
          "gazetteer {0} cannot be written; its index goes to {1}",
          source,
          home);
      channel = lockFile(home);
    }
    try (FileChannel locked = channel) {
      lock(locked); // closing lets go of it
      Path folder = folder(home);
      if (!isWhole(folder)) {
        make(home, folder);
      }
      return folder;
    }
  }

  private static FileChannel lockFile(Path home) throws IOException {
    return FileChannel.open(
        home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Waits until no other process makes an index here, where the file system knows locks. */
  private static void lock(FileChannel channel) {
    try {
      channel.lock();
    } catch (IOException | OverlappingFileLockException e) {
      // then two may do the same work, and that of the slower is thrown away
      LOG.log(System.Logger.Level.DEBUG, "no lock", e);
    }
  }

  private void make(Path home, Path folder) throws IOException {
    long begin = System.nanoTime();
    LOG.log(System.Logger.Level.INFO, "gazetteer {0}: making the index of its names", source);
    Path unfinished = unfinished(home);
    try {
      int places;
      try (DumpBuilder builder = new DumpBuilder(curated, dump, unfinished)) {
        builder.build();
        places = builder.places();
      }
      writeContents(unfinished);
      if (!fingerprint(dump.files()).equals(fingerprint)) {
        throw new IOException("its files changed while they were read; try again");
      }
      if (!isWhole(folder)) { // else somebody without a common lock was faster with the same
        discard(folder, home);
        move(unfinished, folder);
      }
      LOG.log(
          System.Logger.Level.INFO,
          "gazetteer {0}: {1} rows, {2} left out, {3} places kept, {4} s",
          source,
          dump.rows(),
          dump.skipped(),
          places,
          (System.nanoTime() - begin) / 1_000_000_000);
    } finally {
      delete(unfinished);
    }
    discardOthers(home, folder);
  }

  /** A new folder that others may read as they may read their home, unlike a temporary one. */
  private static Path unfinished(Path home) throws IOException {
    return Files.createDirectory(home.resolve(UNFINISHED + UUID.randomUUID()));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isWhole(to)) {
        throw e;
      } // somebody without a common lock was faster with the same
    }
  }

  /** Moves a damaged index out of the way, so that nobody opens half of it, and deletes it. */
  private static void discard(Path folder, Path home) throws IOException {
    if (Files.exists(folder)) {
      Path away = unfinished(home);
      Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
      delete(away);
    }
  }

  /** Deletes indexes of former states; whoever has one open keeps what he mapped. */
  private static void discardOthers(Path home, Path current) throws IOException {
    try (Stream<Path> others = Files.list(home)) {
      for (Path other : others.toList()) {
        String name = other.getFileName().toString();
        boolean unfinished = name.startsWith(UNFINISHED);
        if (name.startsWith(PREFIX)
            && !other.equals(current)
            && (!unfinished || ageInHours(other) > LEFT_BEHIND_HOURS)) {
          delete(other);
        }
      }
    }
  }

  private static long ageInHours(Path file) throws IOException {
    return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now()).toHours();
  }

  /** Deletes the index in the temporary folder, if there is one. */
  void discardElsewhere() throws IOException {
    delete(elsewhere());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Writes, last of all, which files there are and how long; forces them to the disk. */
  private static void writeContents(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        lines.add(file.getFileName() + "\t" + Files.size(file));
      }
    }
    Files.write(folder.resolve(CONTENTS), lines);
  }

  private static boolean isWhole(Path folder) {
    try {
      if (!Files.exists(folder.resolve(CONTENTS))) {
        return false;
      }
      List<String> lines = Files.readAllLines(folder.resolve(CONTENTS));
      for (String line : lines) {
        int tab = line.indexOf('\t');
        Path file = folder.resolve(line.substring(0, tab));
        if (!Files.exists(file) || Files.size(file) != Long.parseLong(line.substring(tab + 1))) {
          return false;
        }
      }
      return lines.size() >= 11;
    } catch (IOException | RuntimeException e) {
      return false; // whatever cannot be read is made anew
    }
  }

  // --- opening ----------------------------------------------------------------------------------

  private PlaceLayer open(Path folder) throws IOException {
    IndexTables tables = IndexTables.read(folder);
    PlaceRecords records =
        PlaceRecords.open(folder, List.copyOf(curated.countries().keySet()), tables.divisions());
    List<Place> curatedPlaces = CuratedNumbers.of(curated).all(tables.added());
    Supplement supplement = curated.supplement();
    Set<Place> supplemented = new HashSet<>();
    Map<Place, Set<String>> lentNames = new HashMap<>();
    Map<Integer, Place> lent = new HashMap<>();
    Set<Integer> merged = new HashSet<>(tables.lent().values());
    tables
        .lent()
        .forEach(
            (number, entryNumber) -> {
              Supplement.Entry entry = supplement.entries().get(entryNumber);
              Place place = entry.lentTo(records.place(number));
              lent.put(number, place);
              supplemented.add(place);
              lentNames.put(place, entry.plainNames());
            });
    for (Supplement.Entry entry : supplement.entries()) {
      if (!merged.contains(entry.number())) {
        supplemented.add(entry.place());
      }
    }
    IntFunction<Place> placeOf =
        number -> {
          if (number < 0) {
            return curatedPlaces.get(-1 - number);
          }
          Place named = lent.get(number);
          return named == null ? records.place(number) : named;
        };
    Map<String, Place> added = new HashMap<>();
    tables.added().forEach(division -> added.put(division.regionCode(), division));
    return new PlaceLayer(
        new StoredNames(StoredTrie.open(folder, DumpBuilder.EXACT), placeOf),
        new StoredNames(StoredTrie.open(folder, DumpBuilder.SKELETONS), placeOf),
        added,
        supplemented,
        lentNames);
  }
}
