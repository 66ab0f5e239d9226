package org.sitrep;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sitrep.report.Explanation;
import org.sitrep.tables.Article;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Document;
import org.sitrep.tables.Incident;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.IncidentClaim;
import org.sitrep.tables.Store;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells an incident with its evidence. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "An incident with its articles, where and when each puts it and why, the claims with their"
            + " sentences, and the sum as it was made.")
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;

  @Parameters(
      index = "0",
      paramLabel = "INCIDENT_ID",
      description = "The incident's id, or the first characters of it.")
  private String incident;

  @Option(
      names = "--articles",
      paramLabel = "N",
      defaultValue = "100",
      description = "Articles to tell at most (default: ${DEFAULT-VALUE}).")
  private int most;

  @Override
  public Integer call() {
    Store store = Store.at(Main.session("explain"), output.folder);
    List<Incident> found =
        records(
            store.read(Tables.INCIDENTS).where(col("incident_id").startsWith(incident)),
            Incident.class,
            Tables.INCIDENTS,
            2);
    if (found.isEmpty()) {
      throw new UsageException(
          "no incident "
              + incident
              + " in "
              + output.folder
              + "; `sitrep show incidents` lists them");
    }
    if (found.size() > 1) {
      throw new UsageException(
          "more than one incident begins with " + incident + "; give more characters");
    }
    String id = found.get(0).incidentId();
    Dataset<Row> members =
        store.read(Tables.INCIDENT_ARTICLES).where(col("incident_id").equalTo(id));
    Dataset<Row> articles =
        store
            .read(Tables.ARTICLES)
            .join(members.select("article_id"), new String[] {"article_id"}, "left_semi");
    Dataset<Row> documents =
        store
            .read(Tables.DOCUMENTS)
            .join(members.select("article_id"), new String[] {"article_id"}, "left_semi")
            .orderBy("published_at", "article_id");
    var out = spec.commandLine().getOut();
    out.print(
        Explanation.of(
            found.get(0),
            records(
                members.orderBy("published_date", "article_id"),
                IncidentArticle.class,
                Tables.INCIDENT_ARTICLES,
                most),
            records(
                articles.orderBy("published_at", "article_id"),
                Article.class,
                Tables.ARTICLES,
                most),
            records(documents, Document.class, Tables.DOCUMENTS, most).stream()
                .map(
                    document ->
                        new Explanation.Reading(
                            document.articleId(), document.event(), document.places()))
                .toList(),
            records(
                store
                    .read(Tables.CLAIMS)
                    .where(col("incident_id").equalTo(id))
                    .orderBy("article_id", "field", "start", "figure_start"),
                IncidentClaim.class,
                Tables.CLAIMS,
                10 * most)));
    out.flush();
    return Main.DONE;
  }

  private static <R extends Record> List<R> records(
      Dataset<Row> rows, Class<R> type, Table table, int most) {
    Codec<R> codec = Codec.of(type, table);
    return rows.limit(most).collectAsList().stream().map(codec::record).toList();
  }
}
