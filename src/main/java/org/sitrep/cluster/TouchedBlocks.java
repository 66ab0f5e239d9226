package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The articles of a block whose pairs an addition may change, in whichever direction: new pairs, or
 * pairs that are lost since a key is no longer rare or a neighbour moved away. Reads the members of
 * one key after the other, sorted by key, day (undated first) and ordinal: {@code key, day,
 * ordinal, before, after}, the last two telling whether the article was a member before and is one
 * now. Gives rows {@code ordinal}.
 */
final class TouchedBlocks implements Iterator<Row> {

  private record Member(int slab, int day, long ordinal, boolean before, boolean after) {
    boolean changed() {
      return before != after;
    }
  }

  private final Iterator<Row> rows;
  private final int regionWidth;
  private final int placeWidth;
  private Row ahead;
  private Iterator<Long> touched = new TreeSet<Long>().iterator();

  TouchedBlocks(Iterator<Row> rows, ClusterSettings settings) {
    this.rows = rows;
    this.regionWidth = settings.regionWidth();
    this.placeWidth = settings.placeWidth();
    this.ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (!touched.hasNext() && ahead != null) {
      long key = ahead.getLong(0);
      List<Member> block = new ArrayList<>();
      while (ahead != null && ahead.getLong(0) == key) {
        int day = ahead.isNullAt(1) ? EventDays.UNKNOWN : ahead.getInt(1);
        int slab = day == EventDays.UNKNOWN ? day : Math.floorDiv(day, KeyBlocks.SLAB_DAYS);
        block.add(
            new Member(slab, day, ahead.getLong(2), ahead.getBoolean(3), ahead.getBoolean(4)));
        ahead = rows.hasNext() ? rows.next() : null;
      }
      touched = touched(KeyKind.of(key), block).iterator();
    }
    return touched.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return RowFactory.create(touched.next());
  }

  private TreeSet<Long> touched(KeyKind kind, List<Member> block) {
    TreeSet<Long> found = new TreeSet<>();
    if (block.stream().noneMatch(Member::changed)) {
      return found;
    }
    if (!kind.isRare()) {
      neighbours(block, kind == KeyKind.REGION_DAYS ? regionWidth : placeWidth, found);
      return found;
    }
    long before = block.stream().filter(Member::before).count();
    long after = block.stream().filter(Member::after).count();
    if (Math.min(before, after) <= kind.cap()) {
      block.forEach(member -> found.add(member.ordinal));
    } else {
      slabs(block, kind.slabCap(), found);
    }
    return found;
  }

  /** Changed slabs that were or are used, with the used slabs beside them. */
  private static void slabs(List<Member> block, int cap, TreeSet<Long> found) {
    TreeMap<Integer, List<Member>> used = new TreeMap<>();
    TreeSet<Integer> changed = new TreeSet<>();
    block.stream()
        .filter(member -> member.slab != EventDays.UNKNOWN)
        .collect(Collectors.groupingBy(Member::slab))
        .forEach(
            (slab, members) -> {
              long before = members.stream().filter(Member::before).count();
              long after = members.stream().filter(Member::after).count();
              if (Math.min(before, after) <= cap) {
                used.put(slab, members);
                if (members.stream().anyMatch(Member::changed)) {
                  changed.add(slab);
                }
              }
            });
    for (int slab : changed) {
      for (int beside = slab - 1; beside <= slab + 1; beside++) {
        used.getOrDefault(beside, List.of()).forEach(member -> found.add(member.ordinal));
      }
    }
  }

  /** What changed, and so many members before and after it: only their windows hold it. */
  private static void neighbours(List<Member> block, int width, TreeSet<Long> found) {
    for (int i = 0; i < block.size(); i++) {
      if (block.get(i).changed() && block.get(i).day != EventDays.UNKNOWN) {
        found.add(block.get(i).ordinal);
        around(block, i, -1, width, found);
        around(block, i, 1, width, found);
      }
    }
  }

  private static void around(
      List<Member> block, int from, int step, int width, TreeSet<Long> found) {
    int met = 0;
    for (int i = from + step; i >= 0 && i < block.size() && met < width; i += step) {
      Member member = block.get(i);
      if (Math.abs(member.day - block.get(from).day) > Neighbourhood.DAYS) {
        return;
      }
      found.add(member.ordinal);
      // Both the windows of before and those of now must be left behind.
      met += member.before && member.after ? 1 : 0;
    }
  }
}
