package org.sitrep.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Does one group of rows after the other; the first column of sorted rows names the group. */
final class Groups implements Iterator<Row> {

  private final Iterator<Row> rows;
  private final Function<List<Row>, List<Row>> rule;
  private Row ahead;
  private Iterator<Row> done = List.<Row>of().iterator();

  Groups(Iterator<Row> rows, Function<List<Row>, List<Row>> rule) {
    this.rows = rows;
    this.rule = rule;
    this.ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (!done.hasNext() && ahead != null) {
      long name = ahead.getLong(0);
      List<Row> group = new ArrayList<>();
      while (ahead != null && ahead.getLong(0) == name) {
        group.add(ahead);
        ahead = rows.hasNext() ? rows.next() : null;
      }
      done = rule.apply(group).iterator();
    }
    return done.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return done.next();
  }
}
