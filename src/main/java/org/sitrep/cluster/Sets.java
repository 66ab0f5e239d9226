package org.sitrep.cluster;

import java.nio.ByteBuffer;
import java.util.Collection;

/** Sets of numbers as ascending arrays. */
final class Sets {

  private Sets() {}

  /** The hashes of names, ascending and distinct. */
  static int[] hashes(Collection<String> names) {
    return names.stream().mapToInt(Hashes::of).sorted().distinct().toArray();
  }

  /** Numbers that two sets share. */
  static int shared(int[] one, int[] two) {
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < two.length) {
      int left = one[i];
      int right = two[j];
      count += left == right ? 1 : 0;
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return count;
  }

  static boolean meet(int[] one, int[] two) {
    return shared(one, two) > 0;
  }

  /** Whether both hold something and nothing in common. */
  static boolean contradict(int[] one, int[] two) {
    return one.length > 0 && two.length > 0 && !meet(one, two);
  }

  /** Numbers of an ascending array that are not above a limit. */
  static int upTo(int[] set, int limit) {
    int low = 0;
    int high = set.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (set[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static void write(ByteBuffer buffer, int[] set) {
    buffer.putInt(set.length);
    for (int value : set) {
      buffer.putInt(value);
    }
  }

  static int[] read(ByteBuffer buffer) {
    int[] set = new int[buffer.getInt()];
    buffer.asIntBuffer().get(set);
    buffer.position(buffer.position() + set.length * Integer.BYTES);
    return set;
  }
}
