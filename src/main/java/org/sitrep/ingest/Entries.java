package org.sitrep.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sitrep.tables.Article;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Reject;
import org.sitrep.tables.Tables;

/**
 * Parts of input files to rows, lazily: an article, a reject or an ignored column each. The rows
 * have the columns of {@code articles}, then {@code kind}, {@code reason} and {@code raw}.
 */
final class Entries implements Iterator<Row>, Closeable {

  static final String ARTICLE = "article";
  static final String REJECT = "reject";
  static final String COLUMN = "column";

  private static final Codec<Article> CODEC = Codec.of(Article.class, Tables.ARTICLES);
  private static final int WIDTH = CODEC.schema().size();

  static final StructType SCHEMA =
      CODEC
          .schema()
          .add("kind", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("raw", DataTypes.StringType);

  private final Iterator<InputSplit> splits;
  private final FieldNames names;
  private final long maxBytes;
  private final Configuration configuration;
  private final Deque<Row> ready = new ArrayDeque<>();
  private InputSplit split;
  private Columns columns;
  private EntryReader reader;
  private long record;

  Entries(
      Iterator<InputSplit> splits, FieldNames names, long maxBytes, Configuration configuration) {
    this.splits = splits;
    this.names = names;
    this.maxBytes = maxBytes;
    this.configuration = configuration;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && (reader != null || splits.hasNext())) {
      advance();
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void advance() {
    try {
      if (reader == null) {
        split = splits.next();
        columns = new Columns(names);
        record = split.firstRecord() - 1;
        reader = EntryReaders.open(split, columns, maxBytes, configuration);
      }
      Entry entry = reader.next();
      if (entry == null) {
        finish();
      } else {
        record = entry.record();
        ready.add(row(entry));
      }
    } catch (InterruptedIOException | ClosedByInterruptException e) {
      throw new UncheckedIOException(e);
    } catch (IOException | RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("interrupted while reading " + split.file().path(), e);
      }
      // What was read of the file stands; the rest is one reject.
      Long where = reader == null ? null : Long.valueOf(record + 1);
      ready.add(
          reject(new Reject(split.file().path(), where, Reasons.of(Reasons.UNREADABLE, e), null)));
      finish();
    }
  }

  private void finish() {
    columns
        .ignored()
        .forEach(name -> ready.add(special(COLUMN, split.file().path(), null, null, name)));
    close();
    reader = null;
  }

  private Row row(Entry entry) {
    if (entry instanceof Entry.Unreadable bad) {
      return reject(new Reject(split.file().path(), bad.record(), bad.reason(), bad.raw()));
    }
    Entry.Fields good = (Entry.Fields) entry;
    Map<Field, Object> fields =
        Metadata.merged(good.values(), split.metadata(), split.file().format());
    if (fields.get(Field.TEXT) instanceof String text && text.length() > maxBytes) {
      return reject(new Reject(split.file().path(), record, Reasons.tooLong(maxBytes), good.raw()));
    }
    Optional<Article> article = Articles.article(fields, split, record);
    if (article.isEmpty()
        || split.file().format() == InputFormat.TEXT && article.get().text() == null) {
      String what = "neither title nor text";
      return reject(
          new Reject(split.file().path(), record, Reasons.of(Reasons.EMPTY, what), good.raw()));
    }
    Row columnsOfArticle = CODEC.row(article.get());
    Object[] cells = new Object[WIDTH + 3];
    for (int i = 0; i < WIDTH; i++) {
      cells[i] = columnsOfArticle.get(i);
    }
    cells[WIDTH] = ARTICLE;
    return RowFactory.create(cells);
  }

  /** The row of a reject. */
  static Row reject(Reject reject) {
    return special(REJECT, reject.inputPath(), reject.inputRecord(), reject.reason(), reject.raw());
  }

  private static Row special(String kind, String path, Long record, String reason, String raw) {
    Object[] cells = new Object[WIDTH + 3];
    cells[CODEC.schema().fieldIndex("input_path")] = path;
    cells[CODEC.schema().fieldIndex("input_record")] = record;
    cells[WIDTH] = kind;
    cells[WIDTH + 1] = reason == null ? null : Characters.wellFormed(reason);
    cells[WIDTH + 2] = raw == null ? null : Characters.wellFormed(raw);
    return RowFactory.create(cells);
  }

  @Override
  public void close() {
    if (reader == null) {
      return;
    }
    try {
      reader.close();
    } catch (IOException | RuntimeException e) {
      // All that was asked for has been read.
      reader = null;
    }
  }
}
