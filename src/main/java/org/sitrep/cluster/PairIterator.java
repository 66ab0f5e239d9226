package org.sitrep.cluster;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The pairs that a blocking makes of sorted rows {@code key, day, ordinal}, as rows, lazily. */
final class PairIterator implements Iterator<Row> {

  private final Iterator<Row> rows;
  private final Blocking blocking;
  private final ArrayDeque<Row> pairs = new ArrayDeque<>();
  private boolean finished;

  PairIterator(Iterator<Row> rows, Blocking blocking) {
    this.rows = rows;
    this.blocking = blocking;
  }

  @Override
  public boolean hasNext() {
    while (pairs.isEmpty() && !finished) {
      if (rows.hasNext()) {
        Row row = rows.next();
        int day = row.isNullAt(1) ? EventDays.UNKNOWN : row.getInt(1);
        blocking.add(row.getLong(0), day, row.getLong(2), this::take);
      } else {
        blocking.finish(this::take);
        finished = true;
      }
    }
    return !pairs.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return pairs.removeFirst();
  }

  private void take(long a, long b) {
    pairs.addLast(RowFactory.create(Math.min(a, b), Math.max(a, b)));
  }
}
