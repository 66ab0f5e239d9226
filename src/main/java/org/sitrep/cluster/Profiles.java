package org.sitrep.cluster;

import static org.apache.spark.sql.functions.asc_nulls_last;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sitrep.tables.Document;

/**
 * What clustering needs of each article, read once from {@code documents}, with its ordinal: its
 * place in the order of publication (undated articles last, ties by id). Ordinals name articles in
 * pairs and decide every tie.
 */
final class Profiles {

  private static final StructType PROFILE =
      StructType.fromDDL(
          "article_id STRING, published_date DATE, day INT, text_hash BIGINT, keys ARRAY<BIGINT>,"
              + " copy_keys ARRAY<BIGINT>, profile BINARY");

  /** Terms below which equal texts are no sign of a copy. */
  private static final int LEAST_TERMS = 8;

  private static final int COPY_KEYS = 12;

  private Profiles() {}

  /** The profiles of all documents, persisted; the caller unpersists them. */
  static Dataset<Row> of(Dataset<Row> documents, Broadcast<TermWeights> weights) {
    Dataset<Row> profiles =
        Documents.only(
                documents,
                "article_id",
                "published_date",
                "published_expression",
                "tokens",
                "places",
                "dates",
                "actors",
                "claims",
                "event",
                "clues")
            .map(
                (MapFunction<Row, Row>) row -> row(Documents.record(row), weights.value()),
                Encoders.row(PROFILE))
            .persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<Row> ranked =
        profiles
            .sort(asc_nulls_last("published_date"), asc_nulls_last("article_id"))
            .toJavaRDD()
            .zipWithIndex()
            .map(
                pair -> {
                  Object[] cells = new Object[pair._1.length() + 1];
                  for (int i = 0; i < cells.length - 1; i++) {
                    cells[i] = pair._1.get(i);
                  }
                  cells[cells.length - 1] = pair._2;
                  return RowFactory.create(cells);
                });
    Dataset<Row> result =
        Materialised.rows(
            documents
                .sparkSession()
                .createDataFrame(ranked, PROFILE.add("ordinal", DataTypes.LongType)));
    profiles.unpersist();
    return result;
  }

  private static Row row(Document document, TermWeights weights) {
    Profile profile = Profile.of(document, weights);
    Integer day = day(profile);
    return RowFactory.create(
        document.articleId(),
        document.publishedDate() == null ? null : Date.valueOf(document.publishedDate()),
        day,
        textHash(document),
        boxed(KeyKind.keys(document)),
        boxed(Arrays.stream(profile.shingles()).limit(COPY_KEYS).asLongStream().toArray()),
        profile.bytes());
  }

  /** The day on which an article stands in time: its publication, else its event. */
  private static Integer day(Profile profile) {
    if (profile.published() != EventDays.UNKNOWN) {
      return profile.published();
    }
    return profile.days().isAbsolute() ? profile.days().start() : null;
  }

  private static Long textHash(Document document) {
    if (document.tokens() == null || document.tokens().size() < LEAST_TERMS) {
      return null;
    }
    long hash = document.tokens().size();
    for (String term : document.tokens()) {
      hash = Hashes.mix(31 * hash + Hashes.of(term));
    }
    return hash;
  }

  private static Long[] boxed(long[] values) {
    List<Long> list = new ArrayList<>(values.length);
    for (long value : values) {
      list.add(value);
    }
    return list.toArray(Long[]::new);
  }
}
