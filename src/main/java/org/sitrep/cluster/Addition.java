package org.sitrep.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What of an output must be clustered anew when articles are added: all articles whose pairs the
 * new ones may change, with all that likely pairs link to them. The rest keeps its clusters, and
 * the whole is what clustering everything at once gives.
 *
 * <p>Why that is so: a pair of articles is a candidate because of the blocks in which both stand.
 * Where no member of a block comes or goes, its pairs stay; so a pair that comes or goes has both
 * ends among the members of changed blocks ({@link TouchedBlocks}), and with all components of
 * those members in hand no likely pair leads out. Articles come into blocks when they are new and
 * leave them when a new article makes them copies, so copies are looked for first.
 */
final class Addition {

  private static final StructType TOUCHED = StructType.fromDDL("ordinal BIGINT");

  private Addition() {}

  /**
   * The articles to cluster anew, as {@link Originals}, persisted; the caller releases them.
   *
   * @param documents all documents
   * @param entries all of them, see {@link Entries}
   * @param before what was made before of some of them: {@code article_id, component, duplicate_of}
   */
  static Originals of(
      Dataset<Row> documents,
      Dataset<Row> entries,
      Dataset<Row> before,
      Broadcast<TermWeights> weights,
      ClusterSettings settings) {
    Dataset<Row> known =
        Materialised.rows(
            entries
                .select("ordinal", "article_id", "text_hash")
                .join(
                    before
                        .withColumn("known", lit(true))
                        .select("article_id", "component", "duplicate_of", "known"),
                    Cluster.seq("article_id"),
                    "left"));
    Dataset<Row> fresh = known.where("known is null").select("ordinal", "text_hash");
    Dataset<Row> sameText =
        known.join(fresh.select("text_hash"), Cluster.seq("text_hash"), "left_semi");
    Dataset<Row> entering = fresh.select("ordinal").union(sameText.select("ordinal")).distinct();
    Dataset<Row> first =
        Materialised.rows(closed(sharing(entries, entering).union(entering).distinct(), known));
    Dataset<Row> someProfiles = Profiles.of(documents, with(entries, first), weights);
    Dataset<Row> someCopies = NearDuplicates.of(entries, first, someProfiles, settings);

    // Who stands in the blocks of candidates now, who stood there before.
    Dataset<Row> standing =
        Materialised.rows(
            known
                .join(
                    someCopies.select(col("ordinal"), lit(true).as("copy")),
                    Cluster.seq("ordinal"),
                    "left")
                .join(
                    first.select(col("ordinal"), lit(true).as("looked_at")),
                    Cluster.seq("ordinal"),
                    "left")
                .selectExpr(
                    "ordinal",
                    "known is not null and duplicate_of is null as before",
                    "if(looked_at is null, duplicate_of is null, copy is null) as after"));
    Dataset<Row> touched =
        Materialised.rows(closed(met(entries, standing, settings).union(first).distinct(), known));
    Dataset<Row> more = touched.join(first, Cluster.seq("ordinal"), "left_anti");
    Dataset<Row> moreProfiles = Profiles.of(documents, with(entries, more), weights);
    Dataset<Row> profiles = Materialised.rows(someProfiles.union(moreProfiles));
    Dataset<Row> ids = entries.select("ordinal", "article_id");
    Dataset<Row> copies =
        Materialised.rows(
            someCopies.union(
                known
                    .join(more, Cluster.seq("ordinal"), "left_semi")
                    .where("duplicate_of is not null")
                    .join(
                        ids.select(
                            col("ordinal").as("original"), col("article_id").as("duplicate_of")),
                        Cluster.seq("duplicate_of"))
                    .select("ordinal", "original")));
    BlockCounts counts = new BlockCounts(documents.sparkSession().sparkContext());
    Dataset<Row> originals =
        entries.join(
            standing.where("after").select("ordinal"), Cluster.seq("ordinal"), "left_semi");
    Dataset<Row> candidates =
        Materialised.rows(Candidates.pairs(originals, touched, settings, counts));
    Originals anew =
        new Originals(
            Materialised.rows(with(entries, touched)), profiles, copies, candidates, counts.told());
    known.unpersist();
    first.unpersist();
    someProfiles.unpersist();
    moreProfiles.unpersist();
    someCopies.unpersist();
    standing.unpersist();
    touched.unpersist();
    return anew;
  }

  private static Dataset<Row> with(Dataset<Row> entries, Dataset<Row> some) {
    return entries.join(some, Cluster.seq("ordinal"), "left_semi");
  }

  /** The articles that may be copies of entering ones: {@code ordinal}. */
  private static Dataset<Row> sharing(Dataset<Row> entries, Dataset<Row> entering) {
    Dataset<Row> keys =
        with(entries, entering).select(explode(col("copy_keys")).as("key")).distinct();
    return Candidates.members(entries, "copy_keys")
        .join(keys, Cluster.seq("key"), "left_semi")
        .select("ordinal");
  }

  /** The members of changed blocks whose pairs may change: {@code ordinal}. */
  private static Dataset<Row> met(
      Dataset<Row> entries, Dataset<Row> standing, ClusterSettings settings) {
    Dataset<Row> members =
        Candidates.members(
            entries.join(standing.where("before or after"), Cluster.seq("ordinal")),
            "keys",
            "before",
            "after");
    Dataset<Row> changed = members.where("before <> after").select("key").distinct();
    return members
        .join(changed, Cluster.seq("key"), "left_semi")
        .select("key", "day", "ordinal", "before", "after")
        .repartition(col("key"))
        .sortWithinPartitions(col("key"), col("day"), col("ordinal"))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new TouchedBlocks(rows, settings),
            Encoders.row(TOUCHED))
        .distinct();
  }

  /** Some articles with all of their components: {@code ordinal}. */
  private static Dataset<Row> closed(Dataset<Row> some, Dataset<Row> known) {
    Dataset<Row> components =
        known
            .join(some, Cluster.seq("ordinal"), "left_semi")
            .where("component is not null")
            .select("component")
            .distinct();
    return known
        .join(components, Cluster.seq("component"), "left_semi")
        .select("ordinal")
        .union(some)
        .distinct();
  }
}
