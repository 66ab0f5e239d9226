package org.sitrep.reconcile;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.Incident;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.IncidentClaim;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * Step 4 of 6: {@code incident_articles} and {@code documents} to {@code incidents} and {@code
 * claims}.
 */
public final class Reconcile {

  /** Columns of a document that the rules do not need; they are the heavy ones. */
  private static final List<String> UNUSED =
      List.of("furniture", "sentences", "tokens", "places", "clues");

  private Reconcile() {}

  /**
   * The incidents and their claims.
   *
   * @param documents the table {@code documents}
   * @param incidentArticles the table {@code incident_articles}
   * @param before {@code incident_articles} as published before; empty at first
   * @param incidentsBefore {@code incidents} as published before; empty at first
   */
  public static Reconciled incidents(
      Dataset<Row> documents,
      Dataset<Row> incidentArticles,
      Dataset<Row> before,
      Dataset<Row> incidentsBefore) {
    Dataset<Row> marked = Copies.marked(incidentArticles);
    Dataset<Row> stories = stories(documents, marked).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> incidents =
        stories
            .select("incident.*")
            .drop("incident_ids_before")
            .join(
                idsBefore(incidentArticles, before, incidentsBefore),
                new String[] {"incident_id"},
                "left_outer")
            .withColumn(
                "incident_ids_before",
                coalesce(col("incident_ids_before"), array().cast("array<string>")))
            .select(columns(Tables.INCIDENTS))
            .orderBy("incident_id");
    Dataset<Row> claims =
        stories
            .select(inline(col("claims")))
            .union(copied(documents, marked))
            .orderBy(
                "incident_id",
                "article_id",
                "field",
                "start",
                "figure_start",
                "effect",
                "victim_class");
    return new Reconciled(incidents, claims, stories);
  }

  /** The stories, with the claims of all members but copies: {@code incident, claims}. */
  private static Dataset<Row> stories(Dataset<Row> documents, Dataset<Row> marked) {
    StructType shape =
        new StructType()
            .add("incident", Codec.schema(Tables.INCIDENTS))
            .add("claims", DataTypes.createArrayType(Codec.schema(Tables.CLAIMS)));
    return members(documents, marked, false)
        .join(Copies.counted(marked, documents), new String[] {"incident_id"}, "left_outer")
        .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
        .mapGroups(
            (MapGroupsFunction<String, Row, Row>)
                (id, rows) -> {
                  List<Member> group = new ArrayList<>();
                  Copies copies = Copies.NONE;
                  while (rows.hasNext()) {
                    Row row = rows.next();
                    group.add(member(row));
                    copies = Copies.of(row.getStruct(4));
                  }
                  IncidentStory story = IncidentStory.of(id, group, copies);
                  return RowFactory.create(
                      Codec.of(Incident.class, Tables.INCIDENTS).row(story.incident()),
                      rows(story.claims()).toArray());
                },
            Encoders.row(shape));
  }

  /** The claims of copies: rows of {@code claims}. */
  private static Dataset<Row> copied(Dataset<Row> documents, Dataset<Row> marked) {
    return members(documents, marked, true)
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> rows(Copies.claims(member(row))).iterator(),
            Encoders.row(Codec.schema(Tables.CLAIMS)));
  }

  private static List<Row> rows(Collection<IncidentClaim> claims) {
    Codec<IncidentClaim> codec = Codec.of(IncidentClaim.class, Tables.CLAIMS);
    return claims.stream().map(codec::row).toList();
  }

  /** Members that are copies, or not: {@code incident_id, membership, document, passing}. */
  private static Dataset<Row> members(Dataset<Row> documents, Dataset<Row> marked, boolean copied) {
    Dataset<Row> memberships = marked.where(col("copied").equalTo(copied));
    return memberships
        .select(
            col("article_id"),
            col("incident_id"),
            struct(columns(Tables.INCIDENT_ARTICLES)).as("membership"))
        .join(
            documents.select(col("article_id"), struct(light(Tables.DOCUMENTS)).as("document")),
            new String[] {"article_id"})
        .join(passing(marked), new String[] {"article_id"}, "left_outer")
        .select("incident_id", "membership", "document", "passing");
  }

  private static Member member(Row row) {
    return Member.of(
        Codec.of(Document.class, Tables.DOCUMENTS).record(row.getStruct(2)),
        Codec.of(IncidentArticle.class, Tables.INCIDENT_ARTICLES).record(row.getStruct(1)),
        row.isNullAt(3) ? List.of() : row.getList(3));
  }

  /**
   * The starts of an article's passages that tell other incidents: {@code article_id, passing}.
   * What they claim is those incidents'.
   */
  static Dataset<Row> passing(Dataset<Row> incidentArticles) {
    return incidentArticles
        .where("not is_primary and passage_start is not null")
        .groupBy("article_id")
        .agg(array_sort(collect_set("passage_start")).as("passing"));
  }

  /**
   * Ids that earlier runs gave and this one does not: each belongs to the incident that took most
   * of its members. Counted before corrections, so that ids do not depend on them; an incident that
   * analysts merged into another is an id before, too, as long as they do.
   */
  private static Dataset<Row> idsBefore(
      Dataset<Row> now, Dataset<Row> before, Dataset<Row> incidentsBefore) {
    Column clustered = coalesce(col("clustered_id"), col("incident_id"));
    Dataset<Row> members =
        now.where("is_primary")
            .select(col("article_id"), clustered.as("clustered_id"), col("incident_id"));
    Dataset<Row> heirs =
        most(
            before
                .where("is_primary")
                .select(col("article_id"), clustered.as("id_before"))
                .join(members.drop("incident_id"), new String[] {"article_id"}),
            "id_before",
            "clustered_id");
    Dataset<Row> older =
        incidentsBefore
            .select(
                col("incident_id").as("id_before"), explode(col("incident_ids_before")).as("older"))
            .join(heirs, new String[] {"id_before"})
            .select(col("older").as("id_before"), col("clustered_id"));
    Dataset<Row> living = members.select(col("clustered_id").as("id_before")).distinct();
    Dataset<Row> lost = heirs.union(older).join(living, new String[] {"id_before"}, "left_anti");
    Dataset<Row> corrected = most(members, "clustered_id", "incident_id");
    Dataset<Row> merged = corrected.select(col("clustered_id").as("id_before"), col("incident_id"));
    return lost.join(corrected, new String[] {"clustered_id"})
        .select("id_before", "incident_id")
        .union(merged)
        .join(
            members.select(col("incident_id").as("id_before")).distinct(),
            new String[] {"id_before"},
            "left_anti")
        .union(passedOn(now, before))
        .groupBy("incident_id")
        .agg(array_sort(collect_set("id_before")).as("incident_ids_before"));
  }

  /**
   * Ids of incidents that were told only in passages, with the incident that tells most of these
   * passages now.
   */
  private static Dataset<Row> passedOn(Dataset<Row> now, Dataset<Row> before) {
    Dataset<Row> primary =
        before.where("is_primary").select(col("incident_id").as("id_before")).distinct();
    Dataset<Row> passages =
        before
            .where("not is_primary and passage_start is not null")
            .select(col("article_id"), col("passage_start"), col("incident_id").as("id_before"))
            .join(primary, new String[] {"id_before"}, "left_anti");
    Dataset<Row> living = now.select(col("incident_id").as("id_before")).distinct();
    return most(
        passages
            .join(living, new String[] {"id_before"}, "left_anti")
            .join(
                now.where("not is_primary").select("article_id", "passage_start", "incident_id"),
                new String[] {"article_id", "passage_start"}),
        "id_before",
        "incident_id");
  }

  /** For each value of a column that of another which most rows bear beside it: both columns. */
  private static Dataset<Row> most(Dataset<Row> rows, String of, String column) {
    return rows.groupBy(of, column)
        .agg(count(lit(1)).as("shared"))
        .withColumn(
            "rank",
            row_number().over(Window.partitionBy(of).orderBy(col("shared").desc(), col(column))))
        .where("rank = 1")
        .select(of, column);
  }

  private static Column[] columns(Table table) {
    return Arrays.stream(Codec.schema(table).fieldNames())
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  private static Column[] light(Table table) {
    return Arrays.stream(Codec.schema(table).fields())
        .map(
            field ->
                UNUSED.contains(field.name())
                    ? lit(null).cast(field.dataType()).as(field.name())
                    : col(field.name()))
        .toArray(Column[]::new);
  }
}
