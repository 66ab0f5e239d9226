package org.sitrep.place.stored;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.OfflineSorter;
import org.apache.lucene.util.OfflineSorter.ByteSequencesReader;
import org.apache.lucene.util.OfflineSorter.ByteSequencesWriter;

/**
 * Builds a {@link StoredTrie} from more names than memory holds: they are sorted on disk, then
 * written in one pass. Of the names a single one is in memory at a time.
 */
public final class TrieBuilder implements Closeable {

  /** Chooses among the numbers of a name. */
  public interface Choice {

    /**
     * The numbers to keep.
     *
     * @param numbers those that were added, each once, by rank from the highest, then by number
     */
    int[] of(int[] numbers);
  }

  private static final byte PIECE_ENDS = 1;
  private static final byte NAME_ENDS = 0;
  private static final int VALUE = 8;
  private static final int SORT_MEGABYTES = 64;
  private static final int MOST_SORT_FILES = 64;
  private static final int LONGEST_NAME = 1_000;

  private final Path folder;
  private final String name;
  private final Directory temporary;
  private final IndexOutput unsorted;
  private final ByteSequencesWriter writer;
  private byte[] record = new byte[256];

  /**
   * Begins a trie.
   *
   * @param folder where its files and those of the sorting go
   * @param name with which its files' names begin
   */
  public TrieBuilder(Path folder, String name) throws IOException {
    this.folder = folder;
    this.name = name;
    // Not the mapping one: where Lucene is part of another jar, that fails under newer JVMs.
    temporary = new NIOFSDirectory(Files.createDirectories(folder.resolve(name + ".sorting")));
    unsorted = temporary.createTempOutput("names", "unsorted", IOContext.DEFAULT);
    writer = new ByteSequencesWriter(unsorted);
  }

  /**
   * Adds a number under a name.
   *
   * @param pieces of letters and digits
   * @param rank by which the numbers of a name are ordered, not negative
   */
  public void add(List<String> pieces, int rank, int number) throws IOException {
    int at = 0;
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      if (at + bytes.length > LONGEST_NAME) {
        return; // nobody writes it
      }
      ensure(at + bytes.length + VALUE + 1);
      System.arraycopy(bytes, 0, record, at, bytes.length);
      at += bytes.length;
      record[at++] = PIECE_ENDS;
    }
    if (at == 0) {
      return;
    }
    record[at - 1] = NAME_ENDS;
    put(at, Integer.MAX_VALUE - rank);
    put(at + 4, number ^ Integer.MIN_VALUE); // sorts as a signed number
    writer.write(record, 0, at + VALUE);
  }

  private void ensure(int length) {
    if (length > record.length) {
      record = Arrays.copyOf(record, length * 2);
    }
  }

  private void put(int at, int value) {
    for (int i = 0; i < 4; i++) {
      record[at + i] = (byte) (value >>> 24 - 8 * i);
    }
  }

  /** Sorts the names and writes the trie. */
  public void build(Choice choice) throws IOException {
    CodecUtil.writeFooter(unsorted);
    writer.close();
    OfflineSorter sorter =
        new OfflineSorter(
            temporary,
            name,
            OfflineSorter.DEFAULT_COMPARATOR,
            OfflineSorter.BufferSize.megabytes(SORT_MEGABYTES),
            MOST_SORT_FILES,
            -1,
            null,
            0);
    String sorted = sorter.sort(unsorted.getName());
    temporary.deleteFile(unsorted.getName());
    int seed = 1;
    while (!write(sorted, choice, seed)) {
      seed++; // two edges share a hash: about once in a million worlds
    }
    temporary.deleteFile(sorted);
  }

  private boolean write(String sorted, Choice choice, int seed) throws IOException {
    Path loose = folder.resolve(name + ".loose");
    int count = new Pass(choice, seed).write(sorted, loose);
    long capacity = Math.max(16, count * 10L / 7);
    Path table = folder.resolve(name + ".edges");
    Files.deleteIfExists(table);
    MappedRecords edges = MappedRecords.create(table, StoredTrie.EDGE, capacity);
    boolean distinct = true;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(loose), 1 << 16))) {
      for (int child = 1; child < count && distinct; child++) {
        distinct = insert(edges, in.readLong(), child);
      }
    }
    Files.delete(loose);
    return distinct;
  }

  private static boolean insert(MappedRecords edges, long key, int child) {
    long capacity = edges.count();
    long slot = StoredTrie.slot(key, capacity);
    while (edges.intAt(slot, 8) != 0) {
      if (edges.longAt(slot, 0) == key) {
        return false;
      }
      slot = slot + 1 == capacity ? 0 : slot + 1;
    }
    edges.putLong(slot, 0, key);
    edges.putInt(slot, 8, child);
    return true;
  }

  /** One pass over the sorted names; nodes are numbered as they come. */
  private final class Pass {
    private final Choice choice;
    private final int seed;
    private final List<String> path = new ArrayList<>();
    private final List<Integer> nodes = new ArrayList<>();
    private int count = 1;
    private int posted = 1;
    private int[] numbers = new int[64];
    private int size;

    Pass(Choice choice, int seed) {
      this.choice = choice;
      this.seed = seed;
      nodes.add(0);
    }

    /** Writes nodes, postings and the keys of the edges by child; returns the number of nodes. */
    int write(String sorted, Path loose) throws IOException {
      try (DataOutputStream nodeFile = output(name + ".nodes");
          DataOutputStream postingFile = output(name + ".postings");
          DataOutputStream edgeFile = output(loose.getFileName().toString());
          ByteSequencesReader names =
              new ByteSequencesReader(
                  temporary.openChecksumInput(sorted, IOContext.READONCE), sorted)) {
        postingFile.writeInt(seed);
        nodeFile.writeInt(0); // no name ends at the root
        byte[] key = new byte[LONGEST_NAME + 1];
        int length = 0;
        for (BytesRef entry = names.next(); entry != null; entry = names.next()) {
          int end = entry.length - VALUE;
          if (end != length
              || !Arrays.equals(key, 0, length, entry.bytes, entry.offset, entry.offset + length)) {
            end(nodeFile, postingFile);
            System.arraycopy(entry.bytes, entry.offset, key, 0, end);
            length = end;
            descend(new String(key, 0, length - 1, StandardCharsets.UTF_8), nodeFile, edgeFile);
          }
          number(entry);
        }
        end(nodeFile, postingFile);
      }
      return count;
    }

    private DataOutputStream output(String file) throws IOException {
      return new DataOutputStream(
          new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)), 1 << 16));
    }

    private void number(BytesRef entry) {
      int number = 0;
      for (int i = entry.length - 4; i < entry.length; i++) {
        number = number << 8 | entry.bytes[entry.offset + i] & 0xff;
      }
      number ^= Integer.MIN_VALUE;
      if (size > 0 && numbers[size - 1] == number) {
        return; // the same name twice
      }
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    /** Makes the nodes of a name that its predecessor lacks, all but the last without postings. */
    private void descend(String whole, DataOutputStream nodeFile, DataOutputStream edgeFile)
        throws IOException {
      String[] pieces = whole.split("\u0001");
      int shared = 0;
      while (shared < path.size()
          && shared < pieces.length
          && path.get(shared).equals(pieces[shared])) {
        shared++;
      }
      path.subList(shared, path.size()).clear();
      nodes.subList(shared + 1, nodes.size()).clear();
      for (int i = shared; i < pieces.length; i++) {
        edgeFile.writeLong(StoredTrie.key(seed, nodes.get(i), pieces[i]));
        path.add(pieces[i]);
        nodes.add(count++);
        if (i + 1 < pieces.length) {
          nodeFile.writeInt(0);
        }
      }
    }

    /** Writes the postings of the name that was read last. */
    private void end(DataOutputStream nodeFile, DataOutputStream postingFile) throws IOException {
      if (size == 0) {
        return;
      }
      int[] kept = choice.of(Arrays.copyOf(numbers, size));
      nodeFile.writeInt(posted);
      postingFile.writeInt(kept.length);
      for (int number : kept) {
        postingFile.writeInt(number);
      }
      posted += kept.length + 1;
      size = 0;
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    temporary.close();
    Path sorting = folder.resolve(name + ".sorting");
    try (var left = Files.list(sorting)) {
      for (Path file : left.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(sorting);
  }
}
