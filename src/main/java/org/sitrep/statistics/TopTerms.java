package org.sitrep.statistics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
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
    Column[] keyAndTerm = Ranked.columns(key, "term");
    Dataset<Row> weighed =
        counted(articles, key)
            .groupBy(keyAndTerm)
            .agg(sum("tf").as("tf"))
            .join(frequencies, Ranked.names("term"), "left_outer")
            .crossJoin(broadcast(corpus))
            .withColumn(
                "weight",
                col("tf")
                    .multiply(
                        log(lit(1).plus(col("documents").divide(coalesce(col("df"), lit(1L)))))));
    return Ranked.first(TERMS, weighed, key, "weight", "term", "top_terms");
  }

  /** The words of each article with their counts; counted here, not by Spark, to shuffle less. */
  private static Dataset<Row> counted(Dataset<Row> articles, List<String> key) {
    StructType schema = new StructType();
    for (String name : key) {
      StructField field = articles.schema().apply(name);
      schema = schema.add(field);
    }
    schema = schema.add("term", "string").add("tf", "bigint");
    int width = key.size();
    List<String> columns = new ArrayList<>(key);
    columns.add("tokens");
    return articles
        .select(columns.stream().map(name -> col(name)).toArray(Column[]::new))
        .where("tokens is not null")
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> counts(row, width).iterator(), Encoders.row(schema));
  }

  private static List<Row> counts(Row row, int width) {
    Map<String, Long> counts = new HashMap<>();
    for (String token : row.<String>getList(width)) {
      if (token != null && telling(token)) {
        counts.merge(token, 1L, Long::sum);
      }
    }
    List<Row> rows = new ArrayList<>(counts.size());
    counts.forEach(
        (term, tf) -> {
          Object[] cells = new Object[width + 2];
          for (int i = 0; i < width; i++) {
            cells[i] = row.get(i);
          }
          cells[width] = term;
          cells[width + 1] = tf;
          rows.add(RowFactory.create(cells));
        });
    return rows;
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
