package org.sitrep.annotate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.sitrep.event.ActorDictionary;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.Homes;
import org.sitrep.tables.Article;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.SourceStatistics;
import org.sitrep.tables.Tables;
import org.sitrep.text.Reading;

/** Step 2 of 6: {@code articles} to {@code documents}, with {@code sources} learned first. */
public final class Annotate {

  /** The row of {@code sources} that holds what the whole corpus repeats, whatever the outlet. */
  public static final String EVERYWHERE = "*";

  /** Most letters of a vote for a country, or for {@link #EVERYWHERE}; divisions have more. */
  private static final int COUNTRY = 2;

  /**
   * A line in so many articles, told so many days apart, is site chrome (measured: three articles,
   * more than thirty days).
   */
  private static final int REPEATED_ARTICLES = 3;

  private static final int REPEATED_DAYS = 30;

  /** Bounds what one outlet, and the whole corpus, may hold in memory of every annotator. */
  private static final int MOST_LINES_OF_SOURCE = 5_000;

  private static final int MOST_LINES_EVERYWHERE = 100_000;

  private static final StructType LINE =
      StructType.fromDDL("source STRING NOT NULL, line BIGINT, day DATE");
  private static final StructType VOTE = StructType.fromDDL("source STRING, vote STRING");
  private static final StructType HOME =
      StructType.fromDDL("source STRING, home_country STRING, home_region STRING");

  private Annotate() {}

  /** The articles that have no document yet. */
  public static Dataset<Row> missing(Dataset<Row> articles, Dataset<Row> documents) {
    return articles.join(documents.select("article_id"), new String[] {"article_id"}, "left_anti");
  }

  /** One pass per article. The gazetteer is built once per JVM, never shipped in the closure. */
  public static Dataset<Row> documents(
      Dataset<Row> articles, Dataset<Row> sources, AnnotateSettings settings) {
    Codec<Document> documents = Codec.of(Document.class, Tables.DOCUMENTS);
    Broadcast<HashSet<Long>> everywhere = everywhere(sources);
    StructType articleColumns = Codec.schema(Tables.ARTICLES);
    StructType sourceColumns = Codec.schema(Tables.SOURCES);
    Dataset<Row> withSource =
        articles
            .select(struct(columns(articleColumns)).as("article"), col("source"))
            .join(
                sources
                    .where(col("source").notEqual(EVERYWHERE))
                    .select(col("source"), struct(columns(sourceColumns)).as("statistics")),
                new String[] {"source"},
                "left_outer")
            .select("article", "statistics");
    return withSource.mapPartitions(
        (MapPartitionsFunction<Row, Row>) rows -> annotated(rows, everywhere.value(), settings),
        documents.encoder());
  }

  private static Iterator<Row> annotated(
      Iterator<Row> rows, Set<Long> everywhere, AnnotateSettings settings) {
    Annotator annotator =
        new Annotator(
            Gazetteer.of(settings.gazetteer()),
            everywhere,
            ActorDictionary.with(settings.actors()));
    Codec<Article> articles = Codec.of(Article.class, Tables.ARTICLES);
    Codec<SourceStatistics> sources = Codec.of(SourceStatistics.class, Tables.SOURCES);
    Codec<Document> documents = Codec.of(Document.class, Tables.DOCUMENTS);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Row row = rows.next();
        Article article = articles.record(row.getStruct(0));
        SourceStatistics source = row.isNullAt(1) ? null : sources.record(row.getStruct(1));
        return documents.row(annotator.document(article, source));
      }
    };
  }

  private static Broadcast<HashSet<Long>> everywhere(Dataset<Row> sources) {
    HashSet<Long> lines = new HashSet<>();
    List<Row> rows =
        sources
            .where(col("source").equalTo(EVERYWHERE))
            .select("repeated_lines")
            .limit(1)
            .collectAsList();
    rows.forEach(row -> lines.addAll(row.<Long>getList(0)));
    return sources
        .sparkSession()
        .sparkContext()
        .broadcast(lines, scala.reflect.ClassTag$.MODULE$.apply(HashSet.class));
  }

  /**
   * What outlets repeat and where they are at home.
   *
   * @param articles the corpus from which it is learned
   * @return columns of {@code sources}, with one row {@link #EVERYWHERE}
   */
  public static Dataset<Row> sources(Dataset<Row> articles, AnnotateSettings settings) {
    Dataset<Row> counts =
        articles
            .where(col("source").isNotNull())
            .groupBy("source")
            .agg(count(lit(1)).as("articles"));
    Dataset<Row> lines =
        articles
            .flatMap((FlatMapFunction<Row, Row>) Annotate::lines, Encoders.row(LINE))
            .groupBy("source", "line")
            .agg(count(lit(1)).as("articles"), min("day").as("first"), max("day").as("last"));
    Dataset<Row> perSource = repeated(lines, MOST_LINES_OF_SOURCE);
    Dataset<Row> everywhere =
        repeated(
            lines
                .groupBy("line")
                .agg(
                    sum("articles").as("articles"),
                    min("first").as("first"),
                    max("last").as("last"))
                .withColumn("source", lit(EVERYWHERE)),
            MOST_LINES_EVERYWHERE);
    Dataset<Row> named =
        counts
            .join(perSource, new String[] {"source"}, "left_outer")
            .join(homes(articles, settings), new String[] {"source"}, "left_outer")
            .select("source", "articles", "repeated_lines", "home_country", "home_region");
    Dataset<Row> all =
        everywhere
            .withColumn("articles", lit(articles.count()))
            .withColumn("home_country", lit(null).cast("string"))
            .withColumn("home_region", lit(null).cast("string"))
            .select("source", "articles", "repeated_lines", "home_country", "home_region");
    return named
        .union(all)
        .withColumn(
            "repeated_lines", coalesce(col("repeated_lines"), array().cast("array<bigint>")))
        .orderBy("source");
  }

  private static Iterator<Row> lines(Row article) {
    String text = article.getAs("text");
    // No outlet has an empty name; one that is never null lets Spark count the lines only once.
    String source = article.getAs("source") == null ? "" : article.getAs("source");
    Set<Long> hashes = new LinkedHashSet<>();
    if (text != null) {
      text.lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> hashes.add(Reading.lineHash(line)));
    }
    List<Row> rows = new ArrayList<>(hashes.size());
    for (Long hash : hashes) {
      rows.add(RowFactory.create(source, hash, article.getAs("published_date")));
    }
    return rows.iterator();
  }

  private static Dataset<Row> repeated(Dataset<Row> lines, int most) {
    return lines
        .where(
            col("articles")
                .geq(REPEATED_ARTICLES)
                .and(datediff(col("last"), col("first")).gt(REPEATED_DAYS)))
        .withColumn(
            "rank",
            row_number()
                .over(Window.partitionBy("source").orderBy(col("articles").desc(), col("line"))))
        .where(col("rank").leq(most))
        .groupBy("source")
        .agg(array_sort(collect_list("line")).as("repeated_lines"));
  }

  private static Dataset<Row> homes(Dataset<Row> articles, AnnotateSettings settings) {
    Dataset<Row> sample =
        articles
            .where(col("source").isNotNull().and(col("text").isNotNull()))
            .withColumn(
                "rank",
                row_number()
                    .over(
                        Window.partitionBy("source")
                            .orderBy(xxhash64(col("article_id")), col("article_id"))))
            .where(col("rank").leq(settings.homeSample()))
            .select("source", "title", "text");
    Dataset<Row> votes =
        sample
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> votes(rows, settings), Encoders.row(VOTE))
            .groupBy("source", "vote")
            .agg(count(lit(1)).as("articles"))
            .withColumn("all", sum("articles").over(Window.partitionBy("vote")));
    // A filter would be pushed below the votes, and Spark would take them twice.
    Dataset<Row> corpus =
        votes
            .groupBy("vote")
            .agg(max("all").as("all"))
            .agg(
                collect_list(when(length(col("vote")).leq(COUNTRY), struct("vote", "all")))
                    .as("corpus"));
    return votes
        .groupBy("source")
        .agg(
            collect_list(struct("vote", "articles")).as("votes"),
            collect_list(struct("vote", "all")).as("everywhere"))
        .crossJoin(broadcast(corpus))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> homes(rows, settings), Encoders.row(HOME));
  }

  /**
   * One row per article and vote for its outlet's home, and one with {@link #EVERYWHERE} that
   * counts the article.
   */
  private static Iterator<Row> votes(Iterator<Row> rows, AnnotateSettings settings) {
    Gazetteer gazetteer = Gazetteer.of(settings.gazetteer());
    List<Row> votes = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      Reading reading = Reading.of(row.getString(1), row.getString(2), Set.of());
      for (String vote : Homes.votes(reading, gazetteer)) {
        votes.add(RowFactory.create(row.getString(0), vote));
      }
      votes.add(RowFactory.create(row.getString(0), EVERYWHERE));
    }
    return votes.iterator();
  }

  private static Iterator<Row> homes(Iterator<Row> rows, AnnotateSettings settings) {
    Gazetteer gazetteer = Gazetteer.of(settings.gazetteer());
    List<Row> homes = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      String source = row.getString(0);
      Map<String, Long> votes = counts(row.getList(1));
      long articles = votes.remove(EVERYWHERE);
      Map<String, Long> all = counts(row.getList(2));
      all.putAll(counts(row.getList(3)));
      Homes.Corpus corpus = new Homes.Corpus(all, all.remove(EVERYWHERE));
      Homes.of(source, votes, articles, corpus, gazetteer)
          .ifPresent(
              home -> homes.add(RowFactory.create(source, home.countryCode(), home.regionCode())));
    }
    return homes.iterator();
  }

  private static Map<String, Long> counts(List<Row> votes) {
    Map<String, Long> counts = new TreeMap<>();
    votes.forEach(vote -> counts.put(vote.getString(0), vote.getLong(1)));
    return counts;
  }

  private static org.apache.spark.sql.Column[] columns(StructType schema) {
    return java.util.Arrays.stream(schema.fieldNames())
        .map(name -> col(name))
        .toArray(org.apache.spark.sql.Column[]::new);
  }
}
