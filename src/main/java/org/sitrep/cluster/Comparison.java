package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Compares pairs of articles by their profiles, each pair once.
 *
 * <p>A pair is small and a profile is large, and an article stands in dozens of pairs. So profiles
 * do not travel with pairs: articles are cut by ordinal, which is the order of publication, into
 * chunks; the task that compares a chunk's articles with earlier ones gets each profile that it
 * needs once. Most pairs lie close in time, so that a chunk needs few articles of others; the first
 * of many copies, which is compared with all of them, is one for each chunk.
 */
final class Comparison {

  /**
   * What two articles have in common, as a number; each is given by its ordinal and its profile.
   */
  interface Score extends Serializable {
    double of(long a, Profile first, long b, Profile second);
  }

  /** The row that tells of two articles. */
  interface Told extends Serializable {
    Row of(long a, Profile first, long b, Profile second);
  }

  private static final StructType SCORED = StructType.fromDDL("a BIGINT, b BIGINT, score DOUBLE");

  private Comparison() {}

  /**
   * Scores pairs: rows {@code a, b, score}.
   *
   * @param pairs rows {@code a, b}, {@code a < b}, repeated at will
   * @param profiles the articles, with {@code ordinal} and {@code profile}
   * @param chunk articles of a chunk
   */
  static Dataset<Row> of(Dataset<Row> pairs, Dataset<Row> profiles, int chunk, Score score) {
    return of(
        pairs,
        profiles,
        chunk,
        SCORED,
        (a, first, b, second) -> RowFactory.create(a, b, score.of(a, first, b, second)));
  }

  /** Compares pairs: a row of that schema for each. */
  static Dataset<Row> of(
      Dataset<Row> pairs, Dataset<Row> profiles, int chunk, StructType schema, Told told) {
    String chunkOf = "div " + chunk;
    Dataset<Row> needed =
        pairs
            .select(expr("b " + chunkOf).as("chunk"), col("a").as("ordinal"))
            .union(pairs.select(expr("b " + chunkOf).as("chunk"), col("b").as("ordinal")))
            .distinct()
            .join(profiles.select("ordinal", "profile"), "ordinal");
    // One number sorts all: by b, then by a; the profiles of a chunk come before its pairs.
    return needed
        .select(
            expr("shiftleft(chunk * " + chunk + ", 32)").as("key"), col("ordinal"), col("profile"))
        .union(pairs.select(expr("shiftleft(b, 32) + a + 1"), lit(0L), lit(null).cast("binary")))
        .repartition(expr("shiftright(key, 32) " + chunkOf))
        .sortWithinPartitions("key")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Chunks(rows, chunk, told),
            Encoders.row(schema));
  }

  /** One chunk after the other. */
  private static final class Chunks implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Told told;
    private final Map<Long, Profile> profiles = new HashMap<>();
    private final int size;
    private long chunk = -1;
    private long pair = -1;
    private Row next;

    Chunks(Iterator<Row> rows, int size, Told told) {
      this.rows = rows;
      this.size = size;
      this.told = told;
    }

    @Override
    public boolean hasNext() {
      while (next == null && rows.hasNext()) {
        take(rows.next());
      }
      return next != null;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = next;
      next = null;
      return row;
    }

    private void take(Row row) {
      long key = row.getLong(0);
      long b = key >>> 32;
      if (b / size != chunk) {
        chunk = b / size;
        profiles.clear();
      }
      if (!row.isNullAt(2)) {
        profiles.put(row.getLong(1), Profile.of((byte[]) row.get(2)));
      } else if (key != pair) {
        pair = key;
        long a = (key & 0xffffffffL) - 1;
        next = told.of(a, profiles.get(a), b, profiles.get(b));
      }
    }
  }
}
