package org.sitrep.place;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A number for each id of GeoNames, in pages, as ids are dense. */
final class IdNumbers {

  /** What an unknown id has. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int PAGE_BITS = 12;

  private final Map<Integer, int[]> pages = new HashMap<>();

  void put(int id, int number) {
    pages.computeIfAbsent(id >>> PAGE_BITS, key -> empty())[id & (1 << PAGE_BITS) - 1] = number;
  }

  private static int[] empty() {
    int[] page = new int[1 << PAGE_BITS];
    Arrays.fill(page, NONE);
    return page;
  }

  int get(int id) {
    int[] page = pages.get(id >>> PAGE_BITS);
    return page == null ? NONE : page[id & (1 << PAGE_BITS) - 1];
  }

  void clear() {
    pages.clear();
  }
}
