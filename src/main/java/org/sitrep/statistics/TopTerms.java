package org.sitrep.statistics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sitrep.text.Clues;
import org.sitrep.text.Resources;

/**
 * The terms that set a row apart: term frequency in its originals times smoothed inverse document
 * frequency, {@code tf * ln(1 + N / df)}.
 */
final class TopTerms {

  private static final int TERMS = 8;
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,40}");

  private TopTerms() {}

  /**
   * Adds up the terms of articles by a key and ranks them.
   *
   * @param articles the key's columns and {@code tokens}
   * @param documentFrequencies the table {@code document_frequencies}; a term that it lacks counts
   *     as standing in one document
   * @return the key's columns and {@code top_terms}, best first, ties by name
   */
  static Dataset<Row> of(
      Dataset<Row> articles, List<String> key, Dataset<Row> documentFrequencies) {
    Dataset<Row> frequencies = documentFrequencies.where("field = 'all'").select("term", "df");
    Dataset<Row> corpus =
        documentFrequencies
            .where("field = '' and term = ''")
            .agg(coalesce(max("df"), lit(1L)).as("documents"));
    Dataset<Row> weighed =
        counted(articles, key)
            .join(frequencies, Ranked.names("term"), "left_outer")
            .crossJoin(broadcast(corpus))
            .withColumn(
                "weight",
                col("tf")
                    .multiply(
                        log(lit(1).plus(col("documents").divide(coalesce(col("df"), lit(1L)))))));
    return Ranked.first(TERMS, weighed, key, "weight", "term", "top_terms");
  }

  /** The words of each key with their counts. */
  private static Dataset<Row> counted(Dataset<Row> articles, List<String> key) {
    StructType schema = new StructType();
    for (String name : key) {
      StructField field = articles.schema().apply(name);
      schema = schema.add(field);
    }
    schema = schema.add("term", "string").add("tf", "bigint");
    int width = key.size();
    return articles
        .where("tokens is not null")
        .select(Ranked.columns(key, "tokens"))
        .repartition(Ranked.columns(key))
        .sortWithinPartitions(Ranked.columns(key))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Counts(rows, width),
            Encoders.row(schema));
  }

  /**
   * Counts the words of one key's articles after the other's; a row for each word of each article
   * would be many times as many.
   */
  private static final class Counts implements Iterator<Row> {
    private final Iterator<Row> articles;
    private final int width;
    private Row ahead;
    private Iterator<Row> counted = Collections.emptyIterator();

    Counts(Iterator<Row> articles, int width) {
      this.articles = articles;
      this.width = width;
      this.ahead = articles.hasNext() ? articles.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!counted.hasNext() && ahead != null) {
        counted = counts();
      }
      return counted.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return counted.next();
    }

    private Iterator<Row> counts() {
      Object[] key = key(ahead);
      Map<String, Long> counts = new HashMap<>();
      while (ahead != null && Arrays.equals(key, key(ahead))) {
        for (String token : ahead.<String>getList(width)) {
          counts.merge(token == null ? "" : token, 1L, Long::sum);
        }
        ahead = articles.hasNext() ? articles.next() : null;
      }
      return counts.entrySet().stream()
          .filter(count -> telling(count.getKey()))
          .map(
              count -> {
                Object[] cells = Arrays.copyOf(key, width + 2);
                cells[width] = count.getKey();
                cells[width + 1] = count.getValue();
                return RowFactory.create(cells);
              })
          .iterator();
    }

    private Object[] key(Row row) {
      Object[] key = new Object[width];
      for (int i = 0; i < width; i++) {
        key[i] = row.get(i);
      }
      return key;
    }
  }

  private static boolean telling(String token) {
    return token.length() >= 3
        && !Clues.isStopWord(token)
        && !NewsWords.ALL.contains(token)
        && WORD.matcher(token).matches();
  }

  private static final class NewsWords {
    static final Set<String> ALL = load();

    private static Set<String> load() {
      Set<String> words = new HashSet<>();
      for (String line : Resources.lines(TopTerms.class, "news-words.txt")) {
        words.addAll(Arrays.asList(line.split(" ")));
      }
      return Set.copyOf(words);
    }
  }
}
